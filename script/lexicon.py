"""Writes the small Chinese-English lexicon by which the check of shifted translations tells neighbours apart.

Usage: lexicon.py OUT.swift PAIRS.jsonl… [--without NAME…]

For each English stem the one- and two-character pieces of Chinese beside which it is found, with how often one of them is in
the source when the stem is in the translation, and how often when it is not, from sentence pairs (`zh`, `en`, or `lines`
of such). Standard library only.
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


def stem(word):
    """As the reader in Swift has it: endings off, six letters."""
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


def main(arguments):
    without = arguments[arguments.index("--without") + 1 :] if "--without" in arguments else []
    paths = [a for a in arguments[1:] if a.endswith(".jsonl")]
    sources, stems = [], collections.defaultdict(set)
    for number, (source, target) in enumerate(pairs(paths, without)):
        sources.append(pieces(source))
        # Names are found by their spelling; a capital inside a sentence is one.
        for match in re.finditer(r"[A-Za-z]+(?:'t)?", target):
            word = match[0]
            if word[0].isupper() and match.start() > 0 and target[match.start() - 2 : match.start()].strip(' "“‘([') not in ("", ".", "!", "?", ":"):
                continue
            stems[stem(word.lower())].add(number)
    total = len(sources)
    counts = collections.Counter(piece for source in sources for piece in source)
    rows = []
    for word, units in sorted(stems.items()):
        if len(units) < LEAST or len(word) < 2 or len(units) > total * 0.4:
            continue
        left, chosen = set(units), []
        while left and len(chosen) < PIECES:
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
        hit = (len(units) - len(left) - 0.5) / (len(units) + 2)
        others = sum(1 for number, source in enumerate(sources) if number not in units and any(p in source for p in chosen))
        chance = (others + 1) / (total - len(units) + 2)
        if hit <= 0.2 or chance <= 0 or hit < 3 * chance:
            continue
        gain = hit * math.log(hit / chance) + (1 - hit) * math.log((1 - hit) / (1 - chance))
        if gain < 0.25:
            continue
        rows.append((word, round(hit * 99), max(1, round(chance * 1000)), chosen))
    items = [f"{word}:{hit}:{chance}:{','.join(chosen)}" for word, hit, chance, chosen in rows]
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
        "    /// `stem:share of units with the stem that have a piece, of 99:share of the others, of 1000:pieces`.\n"
        '    static let english = """\n'
        f"{body}\n"
        '        """\n'
        "}\n",
        encoding="utf-8",
    )
    print(f"{total} pairs, {len(rows)} stems")


main(sys.argv[1:])
