"""A made-up book of 1,800 chapters with 2,000 terms, and how long a change of one term takes to plan on it."""

import json
import os
import random
import resource
import sqlite3
import subprocess

HAN = "春江潮水连海平上明月共生滟随波千万里何处无人照流宛转绕芳甸花林皆似霰空白沙看不见天一色纤尘皎中孤轮初年代已穷望只相但送长"
FILLER = "他说了一句话没有再看窗外的雨下得很大路上行走着许多陌生人都在等待明天来到这里"
SYLLABLES = "lin dong qing tan wei hao yan shu mo xi zhang bai luo tie feng yun".split()
ENGLISH = "he said one more thing and looked out at the heavy rain on the long road while many strangers waited there".split()


def latin(number):
    """A name that no other number has."""
    parts, rest = [], number + 300
    while rest:
        parts.append(SYLLABLES[rest % 16])
        rest //= 16
    return parts[0].title() + " " + "".join(parts[1:]).title()


def make(folder, chapters, paragraphs, terms):
    """Writes the book and its list of terms; source and target names in the same order."""
    draw = random.Random(7)
    names = []
    while len(names) < terms:
        name = "".join(draw.choice(HAN) for _ in range(draw.choice((2, 3, 3, 4))))
        if name not in names:
            names.append(name)
    targets = [latin(number) for number in range(terms)]
    os.makedirs(folder / "novel")
    rows = [f"{name},{target},person" for name, target in zip(names, targets)]
    (folder / "novel.terms.csv").write_text("\n".join(["src,dst,kind", *rows]) + "\n", encoding="utf-8")
    for chapter in range(chapters):
        lines = [f"第{chapter + 1}章 行路"]
        for _ in range(paragraphs):
            words = [
                "".join(draw.choice(FILLER) for _ in range(draw.randint(5, 14))) for _ in range(draw.randint(3, 8))
            ]
            # The hero stands in every fourth paragraph, another name in as many.
            if draw.random() < 0.5:
                words.insert(draw.randint(0, len(words)), names[draw.choice((0, draw.randrange(terms)))])
            lines.append("　　" + "，".join(words) + "。")
        (folder / "novel" / f"{chapter + 1:04}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return names, targets


def translate(folder, names, targets):
    """Puts a translation with the right names beside each unit, as an engine would have; the number of units."""
    draw = random.Random(8)
    target = dict(zip(names, targets))
    by_start = {}
    for name in names:
        by_start.setdefault(name[:2], []).append(name)
    store = sqlite3.connect(folder / "novel.caravan" / "caravan.sqlite")
    units = store.execute("SELECT id, source FROM unit").fetchall()
    for number, (unit, source) in enumerate(units, 1):
        words = [draw.choice(ENGLISH) for _ in range(max(6, len(source) // 2))]
        for place in range(len(source) - 1):
            for name in by_start.get(source[place : place + 2], ()):
                if source.startswith(name, place):
                    words.insert(draw.randrange(len(words)), target[name] + draw.choice(("", "", "’s sword")))
        store.execute(
            "INSERT INTO translation (id, unit_id, locale, text, state, origin, origin_name, created) "
            "VALUES (?, ?, 'en', ?, 'translated', 'engine', 'made up', 1)",
            (number, unit, " ".join(words)),
        )
        store.execute(
            "INSERT INTO current (unit_id, locale, state, translation_id) VALUES (?, 'en', 'translated', ?)",
            (unit, number),
        )
    store.commit()
    store.close()
    return len(units)


def planning(program, folder, row, chapters=1800, paragraphs=40, terms=2000):
    """Plans to rename the hero, and a name that few paragraphs hold."""
    names, targets = make(folder, chapters, paragraphs, terms)
    novel = str(folder / "novel")
    subprocess.run([program, "init", novel, "--to", "en"], check=True, capture_output=True)
    units = translate(folder, names, targets)
    for label, number in (("the hero", 0), ("another name", 99)):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = ["terms", "set", names[number], targets[number] + "x", "--project", novel, "--json"]
        done = subprocess.run([program, *words], capture_output=True, text=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        plan = json.loads(done.stdout.splitlines()[0])
        what = f"planning a change of {label}: {units:,} units, {terms:,} terms, {plan['replaced']:,} units affected, CPU s"
        row(what, f"{seconds:.2f}", "≤ 2", seconds <= 2 and plan["replaced"] > 0)
