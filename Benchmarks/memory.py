"""The translation memory beside its peers. Usage: memory.py CARAVAN PEERS [--quick] [--large]

CARAVAN is the release program, PEERS the Python of an environment with rapidfuzz, translate-toolkit and jieba. Units and queries
come from ../shared/bench/gen_data.py where that is there, and otherwise from words that are made up here. --quick leaves 500,000
units out; --large adds 10 million. Recall is against brute force by rapidfuzz over every unit. Seconds of peers are of CPU; a query
of ours is timed inside of the program, from the text to the finished answer with its differences.
"""

import html
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "bench"
ROWS = []


def row(what, measured, asked, holds):
    ROWS.append(holds)
    print(f"| {what} | {measured} | {asked} | {'yes' if holds else 'NO'} |", flush=True)


def sentences(seed):
    """Sentences without end, of words over 3,000 characters; every seventh is an earlier one with an edit or two."""
    dice = random.Random(seed)
    characters = [chr(0x4E00 + i * 5) for i in range(3000)]
    words = ["".join(dice.choices(characters, k=dice.choice([1, 2, 2, 2, 3, 4]))) for _ in range(40000)]
    weights = list(itertools.accumulate(1 / (i + 8) for i in range(len(words))))
    recent = []
    while True:
        if recent and dice.random() < 0.15:
            text = edited(recent[dice.randrange(len(recent))], dice.randint(1, 3), dice, characters)
        else:
            count = max(2, int(dice.lognormvariate(2.5, 0.6)))
            picked = dice.choices(words, cum_weights=weights, k=count)
            text = "".join(w + ("，" if dice.random() < 0.12 and i < count - 2 else "") for i, w in enumerate(picked)) + dice.choice("。。。！？")
        if len(recent) < 1000:
            recent.append(text)
        else:
            recent[dice.randrange(1000)] = text
        yield text


def edited(text, count, dice, characters):
    text = list(text)
    for _ in range(count):
        place = dice.randrange(len(text))
        way = dice.random()
        if way < 0.5:
            text[place] = dice.choice(characters)
        elif way < 0.75:
            text.insert(place, dice.choice(characters))
        elif len(text) > 2:
            del text[place]
    return "".join(text)


def units(folder, peers, count):
    """The sources of a memory and queries for it."""
    if count <= 500000 and (SHARED / "gen_data.py").exists():
        subprocess.run([peers, SHARED / "gen_data.py", folder, str(count)], check=True, stdout=subprocess.DEVNULL)
        with open(folder / f"mem_{count}.tsv", encoding="utf-8") as lines:
            sources = [line.split("\t")[0] for line in lines]
        os.unlink(folder / f"mem_{count}.tsv")
    else:
        sources = list(dict.fromkeys(itertools.islice(sentences(7), count)))
    dice = random.Random(99)
    characters = [c for c in "".join(sources[:2000]) if c >= "\u4e00"]
    queries = []
    for i in range(1000):
        text = sources[dice.randrange(len(sources))]
        queries.append(edited(text, round(len(text) * [0, 0.05, 0.1, 0.2, 0.3, 0.5][i % 6]), dice, characters))
    return sources, queries


def write_tmx(path, sources):
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="zh-CN"/><body>\n')
        for i, text in enumerate(sources):
            file.write(f'<tu><tuv xml:lang="zh-CN"><seg>{html.escape(text)}</seg></tuv><tuv xml:lang="en"><seg>Unit {i} of the bench</seg></tuv></tu>\n')
        file.write("</body></tmx>\n")


def timed(*words, stdin=None):
    """Output, wall seconds, CPU seconds and peak memory in MB of a program."""
    start = time.perf_counter()
    process = subprocess.Popen([str(w) for w in words], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if stdin is not None:
        threading.Thread(target=lambda: (process.stdin.write(stdin.encode()), process.stdin.close()), daemon=True).start()
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{words} failed with {status}")
    return text, time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def lookup(program, memory, queries, threshold, best):
    text, *_ = timed(program, "memory", "lookup", "--memory", memory, "--threshold", threshold, "--best", best, "-", stdin="\n".join(queries) + "\n")
    answers = [json.loads(line) for line in text.splitlines()]
    if len(answers) != len(queries):
        sys.exit(f"{len(answers)} answers for {len(queries)} queries")
    return answers


def times(answers):
    spent = sorted(a["milliseconds"] for a in answers)
    return spent[len(spent) // 2], sum(spent) / len(spent), spent[int(len(spent) * 0.99)]


PEER = r"""
import json, sys, time
import numpy
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
kind, sources, queries = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))
start = time.process_time()
if kind == 'truth':
    threshold = float(sys.argv[4])
    found = []
    for query in queries:
        rates = process.cdist([query], sources, scorer=Levenshtein.normalized_similarity, workers=1, dtype=numpy.float32)[0]
        near = [i for i in numpy.flatnonzero(rates >= threshold - 0.01).tolist()]
        found.append([i for i in near if (max(len(query), len(sources[i])) - Levenshtein.distance(query, sources[i])) * 100 >= round(threshold * 100) * max(len(query), len(sources[i]))])
    print(json.dumps(found))
elif kind == 'rapidfuzz':
    for query in queries:
        process.extract(query, sources, scorer=Levenshtein.normalized_similarity, limit=10, score_cutoff=0.75)
    print((time.process_time() - start) / len(queries) * 1000)
else:
    from translate.search import match
    from translate.storage import base
    base.TranslationUnit.__lt__ = lambda a, b: False
    store = base.TranslationStore()
    for text in sources:
        unit = base.TranslationUnit(text)
        unit.target = 'x'
        unit.isfuzzy = lambda: False
        store.units.append(unit)
    matcher = match.matcher(store, max_candidates=10, min_similarity=75, max_length=1000)
    start = time.process_time()
    for query in queries:
        matcher.matches(query)
    print((time.process_time() - start) / len(queries) * 1000)
"""


def peer(peers, kind, sources, queries, *words):
    return subprocess.run([peers, "-c", PEER, kind, sources, queries, *map(str, words)], check=True, capture_output=True, text=True).stdout


def recall(program, memory, sources, queries, threshold, peers, folder):
    (folder / "q.json").write_text(json.dumps(queries))
    truth = json.loads(peer(peers, "truth", folder / "s.json", folder / "q.json", threshold / 100))
    answers = lookup(program, memory, queries, threshold, 10000)
    wanted = found = 0
    for near, answer in zip(truth, answers):
        own = {m["source"] for m in answer["matches"]}
        wanted += len(near)
        found += sum(sources[i] in own for i in near)
    return found, wanted


def measure(program, peers, folder, count, mean_limit):
    sources, queries = units(folder, peers, count)
    tmx, memory = folder / "bench.tmx", folder / f"{count}.memory"
    write_tmx(tmx, sources)
    size = tmx.stat().st_size / 1e6
    _, wall, cpu, rss = timed(program, "memory", "import", tmx, "--into", memory)
    row(f"{count:,} units: TMX of {size:,.0f} MB imported and indexed", f"{wall:.1f} s ({cpu:.1f} s of CPU), {rss:,.0f} MB", "≤ 900 s, 2,048 MB", wall <= 900 and rss <= 2048)
    os.unlink(tmx)
    lookup(program, memory, queries, 75, 10)
    median, mean, last = times(lookup(program, memory, queries, 75, 10))
    row("… a query at 75 %: mean (median, p99)", f"{mean:.3f} ms ({median:.3f}, {last:.2f})", f"≤ {mean_limit} ms, p99 ≤ 5 ms", mean <= mean_limit and last <= 5)
    median60, mean60, last60 = times(lookup(program, memory, queries, 60, 10))
    row("… at 60 %", f"{mean60:.3f} ms ({median60:.3f}, {last60:.2f})", "printed", True)
    (folder / "s.json").write_text(json.dumps(sources))
    some = queries[: 1000 if count <= 50000 else 120]
    for threshold in (75, 60):
        found, wanted = recall(program, memory, sources, some, threshold, peers, folder)
        row(f"… recall at {threshold} % against brute force, {len(some)} queries", f"{found} of {wanted}", "all", found == wanted)
    short = [s[: 1 + i % 6] for i, s in enumerate(sources[:120])]
    found, wanted = recall(program, memory, sources, short, 60, peers, folder)
    row("… recall at 60 % of texts of 1 to 6 characters", f"{found} of {wanted}", "all", found == wanted)
    (folder / "q.json").write_text(json.dumps(queries[:60]))
    rapid = float(peer(peers, "rapidfuzz", folder / "s.json", folder / "q.json"))
    row(f"… beside rapidfuzz.process.extract ({rapid:.1f} ms)", f"{rapid / mean:,.0f} times", "≥ 100 times", rapid / mean >= 100)
    if count <= 50000:
        (folder / "q.json").write_text(json.dumps(queries[:12]))
        toolkit = float(peer(peers, "toolkit", folder / "s.json", folder / "q.json"))
        row(f"… beside Translate Toolkit's matcher ({toolkit:.0f} ms)", f"{toolkit / mean:,.0f} times", "≥ 300 times", toolkit / mean >= 300)
    han = [c for c in sources[5] if "\u4e00" <= c <= "\u9fff"]
    pair = next(a + b for a, b in zip(sources[5], sources[5][1:]) if a in han and b in han)
    words = pair, han[0]
    for word in words:
        text, wall, *_ = timed(program, "memory", "search", word, "--memory", memory, "--limit", 0, "--json")
        right = sum(word in s for s in sources)
        row(f"… concordance of {word}", f"{len(text.splitlines())} of {right} in {wall:.2f} s", "all", len(text.splitlines()) == right)


def large(program, folder, count):
    tmx, memory = folder / "large.tmx", folder / "large.memory"
    dice = random.Random(5)
    queries = []
    characters = [chr(0x4E00 + i * 5) for i in range(3000)]

    def texts():
        for number, text in enumerate(itertools.islice(sentences(7), count)):
            if number % (count // 1000) == 17:
                queries.append(edited(text, round(len(text) * [0, 0.05, 0.1, 0.2, 0.3, 0.5][len(queries) % 6]), dice, characters))
            yield text

    write_tmx(tmx, texts())
    size = tmx.stat().st_size / 1e6
    _, wall, cpu, rss = timed(program, "memory", "import", tmx, "--into", memory)
    row(f"{count:,} units: TMX of {size:,.0f} MB imported and indexed", f"{wall:.0f} s ({cpu:.0f} s of CPU), {rss:,.0f} MB", "≤ 900 s, 2,048 MB", wall <= 900 and rss <= 2048)
    os.unlink(tmx)
    _, wall, *_ = timed(program, "memory", "info", memory)
    row("… opened and counted, as a process", f"{wall * 1000:.0f} ms", "≤ 100 ms to open", wall <= 0.25)
    lookup(program, memory, queries, 75, 10)
    median, mean, last = times(lookup(program, memory, queries, 75, 10))
    row("… a query at 75 %: median (mean, p99)", f"{median:.2f} ms ({mean:.2f}, {last:.1f})", "median ≤ 3 ms", median <= 3)
    one = folder / "one.jsonl"
    lines = [json.dumps({"source": f"这是第{i}个新的句子。", "target": f"New sentence {i}.", "from": "zh-CN", "to": "en"}) for i in range(20000)]
    one.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _, wall, cpu, _ = timed(program, "memory", "import", one, "--into", memory)
    row("… 20,000 more units, for each", f"{cpu / 20:.3f} ms of CPU", "≤ 1 ms", cpu / 20 <= 1)


def main():
    program, peers = sys.argv[1], sys.argv[2]
    print(f"# script/bench memory, {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores\n")
    print("| what | measured | asked | holds |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        measure(program, peers, Path(folder), 50000, 0.1)
        if "--quick" not in sys.argv:
            measure(program, peers, Path(folder), 500000, 0.5)
        if "--large" in sys.argv:
            large(program, Path(folder), 10_000_000)
    return 0 if all(ROWS) else 1


sys.exit(main())
