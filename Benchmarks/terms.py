"""Speed and precision of term matching beside its peers. Usage: terms.py CARAVAN_BENCH DICTIONARIES PEERS [--quick]

CARAVAN_BENCH is the program of Benchmarks/Rooms, DICTIONARIES the folder that script/bootstrap makes, PEERS the Python of an
environment with jieba, rjieba and ahocorasick-rs. The text comes from ../shared/bench/gen_data.py where that is there, and
otherwise from words of the dictionary. All seconds are of CPU.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mining import write_book
from planning import planning

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "bench"
ROWS = []


def row(what, measured, asked, holds):
    ROWS.append(holds)
    print(f"| {what} | {measured} | {asked} | {'yes' if holds else 'NO'} |", flush=True)


def text_lines(folder, peers, dictionaries):
    """Lines of Chinese, the same on every machine."""
    if (SHARED / "gen_data.py").exists():
        subprocess.run([peers, SHARED / "gen_data.py", folder, "50000"], check=True, stdout=subprocess.DEVNULL)
        with open(folder / "mem_50000.tsv", encoding="utf-8") as lines:
            return [line.split("\t")[0] for line in lines]
    print(f"{SHARED} is not there: the text is made here, of words by their frequencies.\n")
    words, weights = [], []
    with open(dictionaries / "jieba.dict.txt", encoding="utf-8") as lines:
        for line in lines:
            word, count = line.split(" ")[:2]
            if int(count) >= 20 and all("\u4e00" <= c <= "\u9fff" for c in word):
                words.append(word)
                weights.append(int(count))
    dice = random.Random(7)
    picked = iter(dice.choices(words, weights, k=50000 * 12))
    return ["".join(next(picked) for _ in range(6)) + "，" + "".join(next(picked) for _ in range(6)) + "。" for _ in range(50000)]


def pick_terms(lines, count):
    """Pieces of 2 to 6 characters of the text, as bench_ac.py picks them."""
    dice, joined, terms = random.Random(3), "".join(lines[:20000]), set()
    while len(terms) < count:
        length = dice.choice([2, 2, 3, 3, 3, 4, 4, 5, 6])
        place = dice.randrange(len(joined) - length)
        term = joined[place : place + length]
        if all("\u4e00" <= c <= "\u9fff" for c in term):
            terms.add(term)
    return sorted(terms)


def chapters(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
    return ["\n".join(lines[i : i + 100]) for i in range(0, len(lines), 100)]


def peer(kind, text, terms):
    """Runs inside the environment of the peers: the best of three runs, as JSON."""
    texts = chapters(text)
    size = sum(len(t.encode()) for t in texts) / 1e6
    if kind == "rjieba":
        import rjieba

        rjieba.cut(texts[0])
        tries = [("rjieba", lambda t: len(rjieba.cut(t))), ("rjieba without new words", lambda t: len(rjieba.cut(t, False)))]
    else:
        import ahocorasick_rs as rs

        words = Path(terms).read_text(encoding="utf-8").split("\n")
        machine = rs.AhoCorasick(words, store_patterns=False, implementation=rs.Implementation.ContiguousNFA)
        longest = rs.AhoCorasick(words, store_patterns=False, matchkind=rs.MatchKind.LeftmostLongest)
        tries = [
            ("overlapping", lambda t: len(machine.find_matches_as_indexes(t, overlapping=True))),
            ("longest", lambda t: len(longest.find_matches_as_indexes(t))),
        ]
    for name, scan in tries:
        best = None
        for _ in range(3):
            start = time.process_time()
            count = sum(scan(t) for t in texts)
            spent = time.process_time() - start
            best = min(best or spent, spent)
        print(json.dumps({"name": name, "count": count, "speed": size / best}))


def run_peer(peers, kind, text, terms="-"):
    output = subprocess.run([peers, __file__, "peer", kind, text, terms], check=True, capture_output=True, text=True).stdout
    return {r["name"]: r for r in map(json.loads, output.splitlines())}


def own(program, *words):
    """Lines of `name key value key value …` as dictionaries, the fastest of each name."""
    output = subprocess.run([program, *map(str, words)], check=True, capture_output=True, text=True).stdout
    found = {}
    for line in output.splitlines():
        name, *rest = line.split(" ")
        values = dict(zip(rest[::2], map(float, rest[1::2])))
        if name not in found or values.get("MB/s", 0) > found[name].get("MB/s", 0):
            found[name] = values
    return found


def segmentation(program, dictionaries, peers, text):
    mine = own(program, "segment", dictionaries, text)
    theirs = run_peer(peers, "rjieba", text)
    row("dictionary: built, loaded when compiled", f"{mine['words']['built']:.2f} s, {mine['compiled']['loaded'] * 1000:.1f} ms", "≤ 0.3 s", mine["words"]["built"] <= 0.3)
    speed = mine["segment"]["MB/s"]
    for name, their in theirs.items():
        ratio = speed / their["speed"]
        row(f"segmentation beside {name} ({their['speed']:.1f} MB a CPU second)", f"{speed:.0f} MB, {ratio:.1f} times", "≥ 2 times", ratio >= 2)


def matching(program, dictionaries, peers, text, terms):
    mine = own(program, "terms", dictionaries, terms, text)
    theirs = run_peer(peers, "ahocorasick", text, terms)
    count = int(mine["terms"]["of"])
    raw, their = mine["raw"], theirs["overlapping"]
    row(f"{count:,} terms, all overlaps: as many matches as ahocorasick_rs", f"{int(raw['matches']):,}", f"{their['count']:,}", raw["matches"] == their["count"])
    row("… MB a CPU second", f"{raw['MB/s']:.0f}", "≥ 100", raw["MB/s"] >= 100)
    ratio = raw["MB/s"] / their["speed"]
    row(f"… beside ahocorasick_rs ({their['speed']:.1f})", f"{ratio:.1f} times", "≥ 3 times", ratio >= 3)
    longest = theirs["longest"]
    row("leftmost-longest: as many as ahocorasick_rs", f"{int(mine['longest']['matches']):,}", f"{longest['count']:,}", mine["longest"]["matches"] == longest["count"])
    row(f"… MB a CPU second (ahocorasick_rs {longest['speed']:.1f})", f"{mine['longest']['MB/s']:.0f}", "≥ 100", mine["longest"]["MB/s"] >= 100)
    row("with boundaries, MB a CPU second", f"{mine['boundaries']['MB/s']:.1f}", "≥ 20", mine["boundaries"]["MB/s"] >= 20)


def boundaries(program, dictionaries):
    sets = {"boundaries": "plain text and traps", "boundaries-traps": "traps alone", "boundaries-unseen": "written after the costs were settled"}
    for name, what in sets.items():
        labelled = ROOT / "Tests" / "MemoryTests" / "Labelled" / f"{name}.tsv"
        found = own(program, "boundaries", dictionaries, labelled)["sentences"]
        row(f"boundaries, {int(found['of'])} labelled sentences, {what}: precision", f"{found['precision']:.3f}", "≥ 0.97", found["precision"] >= 0.97)
        row("… recall", f"{found['recall']:.3f}", "≥ 0.97", found["recall"] >= 0.97)


def mining(program, dictionaries, folder):
    book = folder / "book.txt"
    write_book(book)
    found = own(program, "mine", dictionaries, book)["mined"]
    row(f"mining {int(found['characters']):,} characters without a model: CPU seconds", f"{found['seconds']:.1f}", "≤ 60", found["seconds"] <= 60)
    row("… peak memory with the dictionaries, MB", f"{found['kB'] / 1000:.0f}", "≤ 1000", found["kB"] <= 1_000_000)


def main():
    if sys.argv[1] == "peer":
        peer(*sys.argv[2:])
        return 0
    program, dictionaries, peers = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    size = 10 if "--quick" in sys.argv else 100
    print(f"# script/bench terms, {time.strftime('%Y-%m-%d')}, {size} MB, {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        lines = text_lines(folder, peers, dictionaries)
        print("| what | measured | asked | holds |\n|---|---|---|---|")
        terms, text, short = folder / "terms.txt", folder / "text.txt", folder / "short.txt"
        terms.write_text("\n".join(pick_terms(lines, 10000)), encoding="utf-8")
        piece = "".join(line + "\n" for line in lines)
        short.write_text(piece, encoding="utf-8")
        text.write_text(piece * max(1, round(size * 1e6 / len(piece.encode()))), encoding="utf-8")
        segmentation(program, dictionaries, peers, str(short))
        matching(program, dictionaries, peers, str(text), str(terms))
        boundaries(program, dictionaries)
        mining(program, dictionaries, folder)
        planning(str(ROOT / ".build-release" / "release" / "caravan"), folder / "book", row)
    return 0 if all(ROWS) else 1


sys.exit(main())
