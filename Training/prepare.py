"""Makes the training and the development set out of Training/pairs: lines as the product asks for them, 5 % held back by hash."""

import argparse
import glob
import hashlib
import json
import os

import base
import prompt

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pairs")


def is_held_back(zh):
    return int(hashlib.sha256(zh.encode()).hexdigest()[:8], 16) % 100 < 5


def runs(folder):
    """Runs of lines that belong together: a scene, or one pair (which may have several lines)."""
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        name = os.path.basename(path)[: -len(".jsonl")]
        for number, row in enumerate(map(json.loads, open(path, encoding="utf-8"))):
            if "lines" in row:
                terms = {p["zh"]: p["en"] for p in row["roster"]} | row["terms"]
                pairs = [(line["zh"], line["en"], "scene") for line in row["lines"]]
            else:
                terms, pairs = row["names"], [(row["zh"], row["en"], row["kind"])]
            lines = [
                {"zh": z, "en": e, "kind": kind, "whole": [zh, en]}
                for zh, en, kind in pairs
                for z, e in prompt.lines_of(zh, en)
            ]
            # A name is only written in Latin letters where the English has it like that.
            for line in lines:
                line["names"] = {z: e for z, e in terms.items() if z and e and z in line["zh"] and e in line["en"]}
            if lines:
                yield {"set": name, "number": number, "held": is_held_back(pairs[0][0]), "lines": lines}


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--pairs", default=FOLDER)
    ask.add_argument("--state", default=base.STATE)
    ask = ask.parse_args()
    os.makedirs(ask.state, exist_ok=True)
    counts = {True: [0, 0], False: [0, 0]}
    with open(os.path.join(ask.state, "train.jsonl"), "w") as train, open(os.path.join(ask.state, "dev.jsonl"), "w") as dev:
        for run in runs(ask.pairs):
            counts[run["held"]][0] += 1
            counts[run["held"]][1] += len(run["lines"])
            (dev if run["held"] else train).write(json.dumps(run, ensure_ascii=False) + "\n")
    for held, name in ((False, "train"), (True, "dev")):
        print(f"{name}: {counts[held][0]} runs, {counts[held][1]} lines")


if __name__ == "__main__":
    main()
