"""Writes the small Chinese-English lexicon by which the check of shifted translations tells neighbours apart.

Usage: lexicon.py OUT.swift PAIRS.jsonl… [--without NAME…]

For each line of lexicon-words.txt and each other English stem the one- and two-character pieces of Chinese beside which it is found, with how often one of them is in
the source when the stem is in the translation, how often when it is not, and the other way round, from sentence pairs (`zh`,
`en`, or `lines` of such). Standard library only.
"""

import collections
import json
import math
import re
import sys
from pathlib import Path

LEAST = 4
PIECES = 6
WIDTH = 112
# How many units a line of lexicon-words.txt is worth.
PRIOR = 4
# Written with a capital wherever they stand.
CAPITAL = {"I", "I'm", "I'll", "I've", "I'd"}


def stem(word):
    """As the reader in Swift has it: endings off, six letters."""
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "ly", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:6]


def pieces(text):
    han = [c if "\u4e00" <= c <= "\u9fff" else " " for c in text]
    single = {c for c in han if c != " "}
    return single | {a + b for a, b in zip(han, han[1:]) if a != " " and b != " "}


def pairs(paths, without):
    for path in paths:
        if any(name in Path(path).name for name in without):
            continue
        for line in Path(path).read_text(encoding="utf-8").split("\n"):
            if line.strip():
                row = json.loads(line)
                for pair in [row] if "zh" in row else row["lines"]:
                    yield pair["zh"], pair["en"]


def likelihood(k, n, m, total):
    """Dunning's log-likelihood ratio of a piece found k times in n units of a stem and m times in all."""

    def term(hits, count, share):
        share = min(max(share, 1e-9), 1 - 1e-9)
        return hits * math.log(share) + (count - hits) * math.log(1 - share)

    rest, others = m - k, total - n
    return 2 * (term(k, n, k / n) + term(rest, others, rest / others) - term(k, n, m / total) - term(rest, others, m / total))


def concepts(path):
    """Groups of stems with their pieces; a stem that stands in several lines is of the first, which gets the pieces of all."""
    groups, owner = [], {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if "=" not in line:
            continue
        words, chinese = line.split("=")
        stems = list(dict.fromkeys(stem(word) for word in words.split(",")))
        chinese = [piece[:2] for piece in chinese.split(",")]
        for word in stems:
            if word in owner:
                groups[owner[word]][1].extend(piece for piece in chinese if piece not in groups[owner[word]][1])
        own = [word for word in stems if word not in owner]
        if own:
            owner.update((word, len(groups)) for word in own)
            groups.append((own, chinese))
    return groups


def main(arguments):
    without = arguments[arguments.index("--without") + 1 :] if "--without" in arguments else []
    paths = [a for a in arguments[1:] if a.endswith(".jsonl")]
    sources, stems = [], collections.defaultdict(set)
    for number, (source, target) in enumerate(pairs(paths, without)):
        sources.append(pieces(source))
        # Names are found by their spelling; a capital inside a sentence is one.
        for match in re.finditer(r"[A-Za-z]+(?:'[a-z]+)?", target.replace("’", "'")):
            word = match[0]
            if word[0].isupper() and word not in CAPITAL and match.start() > 0 and target[match.start() - 2 : match.start()].strip(' "“‘([') not in ("", ".", "!", "?", ":"):
                continue
            stems[stem(word.lower())].add(number)
    total = len(sources)
    counts = collections.Counter(piece for source in sources for piece in source)
    groups = concepts(Path(__file__).with_name("lexicon-words.txt"))
    known = {word for words, _ in groups for word in words}
    groups += [([word], []) for word in sorted(stems) if word not in known]
    rows = []
    for words, given in groups:
        units = set().union(*(stems.get(word, set()) for word in words))
        if not given and (len(units) < LEAST or len(words[0]) < 2 or len(units) > total * 0.4):
            continue
        chosen = list(given)
        left = {number for number in units if not sources[number].intersection(chosen)}
        while left and len(chosen) < len(given) + PIECES:
            near = collections.Counter(piece for number in left for piece in sources[number])
            best = max(
                ((likelihood(k, len(left), counts[piece], total), len(piece), piece) for piece, k in near.items()
                 if k >= 3 and counts[piece] < total * 0.35 and k / len(left) > 3 * counts[piece] / total and piece not in chosen),
                default=None,
            )
            if not best or best[0] < 14:
                break
            chosen.append(best[2])
            left = {number for number in left if best[2] not in sources[number]}
        if not chosen:
            continue
        holders = sum(1 for source in sources if source.intersection(chosen))
        both = len(units) - len(left)
        # What a person wrote down is believed until the pairs say otherwise.
        prior = PRIOR if given else 2
        hit = (both - 0.5 + (prior * 0.65 if given else 0)) / (len(units) + prior)
        back = (max(both - 0.5, 0) + prior * 0.4) / (holders + prior)
        chance = (holders - both + 1) / (total - len(units) + 2)
        base = (len(units) + 1) / (total + 2)
        if hit <= 0.2 or chance <= 0 or hit < (1.5 if given else 3) * chance:
            continue
        gain = hit * math.log(hit / chance) + (1 - hit) * math.log((1 - hit) / (1 - chance))
        if gain < (0.1 if given else 0.25):
            continue
        rows.append((",".join(words), round(hit * 99), max(1, round(chance * 1000)), round(back * 99), max(1, round(base * 1000)), chosen))
    items = [":".join([*map(str, row[:5]), ",".join(row[5])]) for row in sorted(rows)]
    lines, line = [], ""
    for item in items:
        width = sum(2 if c >= "\u2e80" else 1 for c in line + item)
        if line and width > WIDTH:
            lines.append(line)
            line = ""
        line += (" " if line else "") + item
    lines.append(line)
    body = "\n".join("        " + line for line in lines)
    Path(arguments[0]).write_text(
        "// Written by script/lexicon.py from sentence pairs of the project's own; not edited by hand.\n"
        "extension Lexicon {\n"
        "    /// `stems:share of units with a stem that have a piece, of 99:share of the others, of 1000:share of units with a piece\n"
        "    /// that have a stem, of 99:share of all units with a stem, of 1000:pieces`.\n"
        '    static let english = """\n'
        f"{body}\n"
        '        """\n'
        "}\n",
        encoding="utf-8",
    )
    print(f"{total} pairs, {len(rows)} stems")


main(sys.argv[1:])
