"""Lines as token ids, in runs of one to five with a loss on every English line, and batches of like length."""

import random

import prompt


class Writer:
    def __init__(self, tokenizer, longest=512):
        self.tokenizer, self.longest, self.kept = tokenizer, longest, {}

    def ids(self, text):
        if text not in self.kept:
            self.kept[text] = self.tokenizer(text, add_special_tokens=False).input_ids
        return self.kept[text]

    def sequence(self, lines, names):
        """Ids, and whether each is to be learned. `names` are written into the source in Latin letters."""
        ids, learned = [2], [False]
        for line in lines:
            asked = self.ids(prompt.line(prompt.source_line(line["zh"], names)))
            answer = self.ids(" " + line["en"] + "\n")
            if len(ids) + len(asked) + len(answer) > self.longest:
                break
            ids += asked + answer
            learned += [False] * len(asked) + [True] * len(answer)
        return ids, learned


def chosen(lines, chance):
    """The names that are written in Latin letters this time: mostly all or none, as a term base knows them or not."""
    names = {zh: en for line in lines for zh, en in line["names"].items()}
    draw = chance.random()
    if draw < 0.55:
        return names
    if draw < 0.8:
        return {}
    return {zh: en for zh, en in names.items() if chance.random() < 0.5}


def epoch(runs, writer, seed):
    """All lines once, in another arrangement each time: alone or after up to four lines of the same scene."""
    chance = random.Random(seed)
    made = []
    waiting = []
    for run in runs:
        lines = run["lines"]
        if len(lines) == 1:
            # Most stand alone; some follow others of the same set, which are often the same story.
            if waiting and (waiting[-1][0] != run["set"] or len(waiting) >= chance.choice((1, 1, 1, 2, 3))):
                made.append([line for _, line in waiting])
                waiting = []
            waiting.append((run["set"], lines[0]))
            continue
        start = 0
        while start < len(lines):
            size = chance.choice((1, 2, 2, 3, 3, 4, 5))
            made.append(lines[start : start + size])
            start += size
    if waiting:
        made.append([line for _, line in waiting])
    return [writer.sequence(lines, chosen(lines, chance)) for lines in made]


# Lengths that sequences are padded to. A CPU compiles its kernels anew for each shape, which takes seconds, so there are few.
LENGTHS = (24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 256, 384, 512)


def batches(sequences, tokens, seed=None):
    """Batches of one length each, as (length, rows, indexes of sequences); rows × length is at most `tokens`."""
    chance = random.Random(seed)
    order = list(range(len(sequences)))
    if seed is not None:
        chance.shuffle(order)
    made = []
    open_ones = {}
    for index in order:
        length = next(l for l in LENGTHS if len(sequences[index][0]) <= l)
        rows = max(1, tokens // length)
        batch = open_ones.setdefault(length, [])
        batch.append(index)
        if len(batch) == rows:
            made.append((length, rows, open_ones.pop(length)))
    made += [(length, max(1, tokens // length), batch) for length, batch in open_ones.items()]
    if seed is not None:
        chance.shuffle(made)
    return made


def tensors(sequences, batch):
    """Ids, and for each place the next id where it is to be learned and -1 elsewhere, padded at the end."""
    import torch

    length, rows, members = batch
    ids = torch.zeros(rows, length, dtype=torch.long)
    wanted = torch.full((rows, length), -1, dtype=torch.long)
    for row, (tokens, learned) in enumerate(sequences[i] for i in members):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        next_ids = [t if l else -1 for t, l in zip(tokens[1:], learned[1:])]
        wanted[row, : len(next_ids)] = torch.tensor(next_ids)
    return ids, wanted
