"""Alignment of books with known links, and of a real one. Usage: align.py CARAVAN_BENCH DICTIONARIES [--quick]

Books are made in two ways: from pairs of `../shared/data/pairs` (when it is there), and in made-up words with a lexicon, whose
translations keep most words and vary in length as translations do. Of the sentences 5 % are deleted (half of them on either
side), 5 % merged and 5 % split. A link is right when both its sides are the right ones (strict); single ties of a sentence to
a sentence are counted, too. The confidences of all links are held against the share of right ones.
"""

import bisect
import glob
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"


class Book:
    def __init__(self):
        self.source, self.target, self.links = [], [], []

    def add(self, source, target):
        left = tuple(range(len(self.source), len(self.source) + len(source)))
        right = tuple(range(len(self.target), len(self.target) + len(target)))
        self.source += source
        self.target += target
        if left and right:
            self.links.append((left, right))


def middle(text, marks):
    places = [i for i in range(3, len(text) - 3) if text[i] in marks]
    if not places:
        return None
    place = min(places, key=lambda i: abs(i - len(text) // 2))
    parts = text[: place + 1].strip(), text[place + 1 :].strip()
    return list(parts) if all(parts) else None


def from_pairs(pairs, seed, rate=0.05):
    """A book of pairs in order; rate is the share of each of deletions, merges and splits."""
    chance = random.Random(seed)
    book, index = Book(), 0
    while index < len(pairs):
        draw, (source, target) = chance.random(), pairs[index]
        if draw < rate / 2:
            book.add([source], [])
        elif draw < rate:
            book.add([], [target])
        elif draw < 2 * rate and index + 1 < len(pairs):
            index += 1
            other, translation = pairs[index]
            if chance.random() < 0.5:
                book.add([source, other], [target + " " + translation])
            else:
                book.add([source + other], [target, translation])
        elif draw < 3 * rate:
            parts = middle(target, " ") if chance.random() < 0.5 else None
            halves = None if parts else middle(source, "，。！？；、：")
            book.add(halves or [source], parts or [target])
        else:
            book.add([source], [target])
        index += 1
    return book


def made_up(count, seed, noise=0.15, fidelity=0.7):
    """A book in a language of 3,000 words with Zipf's frequencies; lengths differ by a factor of e to the power of noise."""
    chance = random.Random(seed)
    han = [chr(0x4E00 + 3 * i) for i in range(2600)]
    words = ["".join(chance.choice(han) for _ in range(chance.choice([1, 2, 2, 3]))) for _ in range(3000)]

    def latin():
        syllables = (chance.choice("bcdfghjklmnprstvw") + chance.choice("aeiou") for _ in range(chance.choice([1, 2, 2, 3])))
        return "".join(syllables) + chance.choice(["", "n", "r", "s", "t"])

    translations = [latin() for _ in words]
    sums = []
    for i in range(len(words)):
        sums.append((sums[-1] if sums else 0) + 1 / (i + 3))

    def word():
        return min(len(words) - 1, bisect.bisect(sums, chance.random() * sums[-1]))

    def sentence():
        return [word() for _ in range(max(2, int(chance.lognormvariate(2.2, 0.6))))]

    def translate(sentence):
        length = max(1, round(len(sentence) * math.exp(chance.gauss(0, noise))))
        kept = [sentence[i] if i < len(sentence) and chance.random() < fidelity else word() for i in range(length)]
        return " ".join(translations[i] for i in kept).capitalize() + "."

    pairs = []
    for _ in range(count):
        drawn = sentence()
        pairs.append(("".join(words[i] for i in drawn) + "。", translate(drawn)))
    return from_pairs(pairs, seed + 1)


def align(binary, dictionaries, book, folder):
    source, target = folder / "source.txt", folder / "target.txt"
    source.write_text("\n".join(book.source) + "\n", encoding="utf-8")
    target.write_text("\n".join(book.target) + "\n", encoding="utf-8")
    command = [binary, "align", dictionaries, str(source), str(target), "en", "paragraph"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    links = {}
    for line in done.stdout.splitlines():
        fields = line.split("\t")
        a, b, c, d = map(int, fields[0].split())
        if a < b and c < d:
            links[tuple(range(a, b)), tuple(range(c, d))] = float(fields[1])
    seconds = float(done.stderr.split(" seconds ")[1].split()[0])
    return links, seconds


def ratio(part, whole):
    return part / whole if whole else 1.0


def measure(name, binary, dictionaries, book, folder, judged):
    links, seconds = align(binary, dictionaries, book, folder)
    right = set(book.links)
    judged += [(confidence, link in right) for link, confidence in links.items()]
    found = set(links)
    ties = {(i, j) for left, side in found for i in left for j in side}
    known = {(i, j) for left, side in right for i in left for j in side}
    both = len(found & right), len(ties & known)
    print(
        f"{name:44} {len(book.links):6} {ratio(both[0], len(found)):.4f} {ratio(both[0], len(right)):.4f}"
        f"  {ratio(both[1], len(ties)):.4f} {ratio(both[1], len(known)):.4f} {seconds:7.2f}"
    )


def shared_pairs(names):
    pairs = []
    for name in names:
        for line in (DATA / "pairs" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            pairs += [(line["zh"], line["en"]) for line in entry["lines"]] if "lines" in entry else [(entry["zh"], entry["en"])]
    return pairs


def main():
    binary, dictionaries, quick = sys.argv[1], sys.argv[2], "--quick" in sys.argv
    judged = []
    print(f"{'book':44} {'links':>6} strict P      R    ties P      R   CPU s   (asked for: P and R 0.97)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(1 if quick else 3):
            for size in (300, 2000):
                book = made_up(size, 100 + seed)
                measure(f"made-up words, {size} sentences, seed {seed}", binary, "-", book, folder, judged)
        if (DATA / "pairs").is_dir():
            kinds = ["xianxia", "modern", "historical", "scifi", "games"]
            books = {"scenes": [Path(p).stem for p in sorted(glob.glob(str(DATA / "pairs" / "scenes-*.jsonl")))], "all": kinds}
            books |= {kind: [kind] for kind in kinds}
            for seed in range(1 if quick else 2):
                for kind, names in books.items():
                    pairs = shared_pairs(names)
                    for label, words in (("", dictionaries), (", no dictionaries", "-")):
                        book = from_pairs(pairs, 10 + seed)
                        measure(f"{kind}{label}, seed {seed}", binary, words, book, folder, judged)
        else:
            print("../shared/data/pairs is not there: no books of real sentences")
    print("\nconfidence       links   mean  right")
    for low, high in [(0, 0.2), (0.2, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 1.01)]:
        band = [(c, r) for c, r in judged if low <= c < high]
        if band:
            mean, right = sum(c for c, _ in band) / len(band), sum(r for _, r in band) / len(band)
            print(f"{low:.2f} to {min(high, 1):.2f} {len(band):9}  {mean:.3f}  {right:.3f}")
    classics = DATA / "classics" / "hongloumeng"
    if classics.is_dir():
        start = time.time()
        command = [binary, "align", dictionaries, f"{classics},zh.txt", f"{classics},en.txt", "en", "sentence"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        pairs = [line.split("\t") for line in done.stdout.splitlines()]
        kept = [p for p in pairs if p[3] and p[4]]
        print(f"\n红楼梦 1–20 with Joly: {done.stderr.split(' chapters ')[0]}")
        print(f"{len(kept)} pairs, {time.time() - start:.1f} s with loading (asked for: 60 s)")


main()
