"""The book for the bench of mining: a million characters, the same on every machine with the same texts."""

import json
import random
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
LENGTH = 1_000_000


def lines_of_prose():
    """Paragraphs of the classics and the sentence pairs of ../shared/data; without them those of Examples/novel."""
    lines = []
    for path in sorted(SHARED.glob("classics/*/*.zh.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        paragraph = ""
        for line in text.split("\n"):
            if line.startswith("　　") and paragraph:
                lines.append(paragraph)
                paragraph = ""
            paragraph += line.strip()
        lines.append(paragraph)
    for path in sorted(SHARED.glob("pairs/*.jsonl")):
        for row in path.read_text(encoding="utf-8").split("\n"):
            if row:
                pair = json.loads(row)
                lines += [pair["zh"]] if "zh" in pair else [line["zh"] for line in pair.get("lines", [])]
    if not lines:
        for path in sorted((ROOT / "Examples" / "novel").glob("*.txt")):
            lines += path.read_text(encoding="utf-8").split("\n")
    return [line.replace("\n", "") for line in lines if line.strip()]


def write_book(path):
    """The prose over and over, from the second time on with one character in twelve put in the place of another, so that
    the copies do not say the same."""
    dice = random.Random(11)
    lines = lines_of_prose()
    letters = [c for line in lines for c in line if "\u4e00" <= c <= "\u9fff"]
    written = 0
    with open(path, "w", encoding="utf-8") as file:
        copy = 0
        while written < LENGTH:
            for line in lines:
                if copy:
                    line = "".join(dice.choice(letters) if c >= "\u4e00" and dice.random() < 1 / 12 else c for c in line)
                file.write(line + "\n")
                written += len(line)
                if written >= LENGTH:
                    break
            copy += 1
