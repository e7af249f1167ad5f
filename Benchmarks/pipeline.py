"""Time, memory and tokens of the pipeline against the fake endpoint. Usage: pipeline.py BINARIES [--quick]

Makes a book of 1,800 chapters and 5 million characters from a seed, so that every machine measures the same one. Seconds of
CPU are those of the program alone (user and system), memory is its peak resident size.
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BINARIES = Path(sys.argv[1])
QUICK = "--quick" in sys.argv
COMMON = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"


def sentence(dice, length):
    return "".join(dice.choice(COMMON) for _ in range(length))


def chapter(dice, number, characters):
    lines = [f"第{number}章 {sentence(dice, 5)}"]
    count = 0
    while count < characters:
        length = dice.choice([8, 12, 20, 30, 45, 60, 90])
        text = sentence(dice, length)
        text = dice.choice([f"“{text}。”", f"{text[: length // 2]}，{text[length // 2 :]}。", f"{text}！"])
        lines.append("　　" + text)
        count += len(text)
    return "\n".join(lines) + "\n"


def book(folder, chapters, characters):
    folder.mkdir()
    dice = random.Random(7)
    for number in range(1, chapters + 1):
        (folder / f"{number:04}.txt").write_text(chapter(dice, number, characters), encoding="utf-8")


def run(*words, url=None, check=True):
    """Runs caravan; seconds of the clock, of CPU, peak MB, and standard output."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CARAVAN_")}
    if url:
        environment |= {"CARAVAN_ENGINE_URL": url, "CARAVAN_ENGINE_MODEL": "fake"}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        child = subprocess.Popen([BINARIES / "caravan", *map(str, words)], stdout=output, stderr=errors, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        errors.seek(0)
        if check and status != 0:
            sys.exit(f"caravan {words[0]} failed: {errors.read().decode()[-2000:]}")
        output.seek(0)
        return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read().decode()


class FakeEngine:
    def __init__(self, *words):
        self.process = subprocess.Popen([BINARIES / "fake-engine", *words], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


ROWS = []


def row(what, measured, asked, holds):
    ROWS.append(holds)
    print(f"| {what} | {measured} | {asked} | {'yes' if holds else 'NO'} |", flush=True)


def state(folder):
    return sqlite3.connect(folder / "caravan.sqlite")


def slots(folder):
    """2,000 batches of 16 units, 32 requests in flight, half a second each."""
    batches = 200 if QUICK else 2000
    for name, chapters in (("one chapter", 1), ("25 chapters", 25), ("1,000 chapters", 1000)):
        chapters = min(chapters, batches)
        novel = folder / f"slots{chapters}"
        novel.mkdir()
        dice = random.Random(3)
        per = batches * 16 // chapters
        for number in range(1, chapters + 1):
            lines = [f"第{number}章 {sentence(dice, 4)}"] + ["　　" + sentence(dice, 12) + "。" for _ in range(per - 1)]
            (novel / f"{number:04}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        with FakeEngine("--latency-ms", "500", "--max-in-flight", "32") as fake:
            run("init", novel, "--to", "en")
            seconds, cpu, _, output = run("localize", novel, "--to", "en", "--parallel", "32", "--json", url=fake.url)
        last = json.loads(output.splitlines()[-1])
        requests = last["summary"]["cost"]["requests"]
        ideal = requests / 32 * 0.5
        spent = last["summary"]["seconds"]
        row(f"{requests} batches in {name}, 32 in flight, 500 ms each: time ÷ ideal", f"{spent / ideal:.3f}", "≤ 1.10", spent / ideal <= 1.10)
        shutil.rmtree(novel)


def big(folder):
    novel = folder / "book"
    chapters = 180 if QUICK else 1800
    book(novel, chapters, 2780)
    characters = sum(len(p.read_text(encoding="utf-8")) for p in novel.iterdir())
    seconds, _, peak, _ = run("init", novel, "--to", "en")
    project = folder / "book.caravan"
    units = state(project).execute("SELECT count(*) FROM unit").fetchone()[0]
    row(f"import of {chapters} chapters, {characters:,} characters, {units:,} units", f"{seconds:.2f} s", "≤ 10 s", seconds <= 10)
    row("… peak memory", f"{peak:.0f} MB", "≤ 300 MB", peak <= 300)
    with FakeEngine() as fake:
        seconds, cpu, peak, output = run("localize", novel, "--to", "en", "--parallel", "32", "--json", url=fake.url)
        row("translation of the whole book: own CPU a unit", f"{cpu / units * 1000:.2f} ms", "≤ 1 ms", cpu / units <= 0.001)
        row("… peak memory", f"{peak:.0f} MB", "≤ 300 MB", peak <= 300)
        seconds, _, peak, output = run("localize", novel, "--to", "en", "--json", url=fake.url)
        asked = json.loads(output.splitlines()[-1])["summary"]["cost"]["requests"]
        row("resumed with nothing to do", f"{seconds:.2f} s, {asked} requests", "≤ 2 s, 0 requests", seconds <= 2 and asked == 0)
        path = novel / "0100.txt"
        text = path.read_text(encoding="utf-8").split("\n")
        text[10] = "　　这一段是新的。"
        text[20] = "　　这一段也是新的。"
        path.write_text("\n".join(text), encoding="utf-8")
        _, _, _, output = run("localize", novel, "--to", "en", "--json", url=fake.url)
        total = json.loads(output.splitlines()[-1])["summary"]["total"]
        row("two paragraphs of one chapter changed: units translated", str(total), "2", total == 2)
    one = folder / "one.txt"
    one.write_text("\n".join(p.read_text(encoding="utf-8") for p in sorted(novel.iterdir())), encoding="utf-8")
    seconds, _, peak, _ = run("init", one, "--to", "en")
    row("the same book as one file: import", f"{seconds:.2f} s, {peak:.0f} MB", "≤ 10 s, 300 MB", seconds <= 10 and peak <= 300)


def overhead(folder):
    """Tokens beside the source at the default batch, with a glossary of 300 terms in a book that uses them."""
    dice = random.Random(11)
    terms = []
    while len(terms) < 300:
        name = sentence(dice, dice.choice([2, 3]))
        if name not in [term[0] for term in terms]:
            terms.append((name, " ".join("Tao Lin Bei Shan Qing Yun Mo Hai".split()[dice.randrange(8)] for _ in name[:2]), "a person of the sect"))
    novel = folder / "glossary.txt"
    lines = []
    for number in range(1, 21):
        lines.append(f"第{number}章 {sentence(dice, 5)}")
        for _ in range(60):
            length = dice.choice([20, 35, 50, 70])
            text = sentence(dice, length)
            if dice.random() < 0.5:
                text = dice.choice(terms)[0] + text
            lines.append(f"　　{text}。")
    novel.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "glossary.terms.csv").write_text(
        "src,dst,kind,info\n" + "".join(f"{a},{b},person,{c}\n" for a, b, c in terms), encoding="utf-8"
    )
    with FakeEngine() as fake:
        _, _, _, output = run("localize", novel, "--to", "en", "--estimate", "--json", url=fake.url)
    cost = json.loads(output.splitlines()[-1])["cost"]
    sources = [r[0] for r in state(folder / "glossary.caravan").execute("SELECT source FROM unit")]
    # The weights of TokenCount: 0.6 a Chinese character or mark, 0.3 an ASCII one.
    source = sum(sum(0.3 if ord(c) < 128 else 0.6 for c in text) for text in sources)
    ratio = (cost["inputTokens"] - source) / source
    row("tokens sent beside the source, a source token, 300 terms, default batch", f"{ratio:.2f}", "≤ 1.0", ratio <= 1.0)


def main():
    print(f"# script/bench pipeline, {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores\n")
    print("| what | measured | asked | holds |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        overhead(Path(folder))
        slots(Path(folder))
        big(Path(folder))
    return 0 if all(ROWS) else 1


sys.exit(main())
