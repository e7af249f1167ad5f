"""chrF, BLEU, Chinese left, placeholders and names kept, and speed on the development set, by kind.

`alone` asks the model itself, served as the product serves it: with the adapter in the trained form, without it behind the
product's examples. `pipeline` runs `caravan localize` over the same lines with their names as a term list, or reads any
two files of lines with --source, --reference and --translation.
"""

import argparse
import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

import base
import prompt
from train import rows

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RESOURCES = os.path.join(ROOT, "Sources", "Engines", "Resources")


class Server:
    """llama.cpp with the installed model, through the product's own script."""

    def __init__(self, model, adapter):
        with open(os.path.join(RESOURCES, "serve.py"), encoding="utf-8") as file:
            script = file.read()
        ask = {"model": model, "models": os.path.join(base.DATA, "models"), "server": None, "adapter": adapter,
               "context": 2048, "slots": 1, "parent": os.getpid()}
        python = os.path.join(base.DATA, "engine", "bin", "python")
        self.child = subprocess.Popen([python, "-c", script, json.dumps(ask)], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = f"http://127.0.0.1:{json.loads(self.child.stdout.readline())['port']}/v1/completions"
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url.replace("/v1/completions", "/health"))
                break
            except OSError:
                time.sleep(0.1)

    def complete(self, text, longest, cached):
        body = {"prompt": text, "max_tokens": longest, "stop": ["\n"], "temperature": 0, "seed": 1, "cache_prompt": cached,
                "grammar": r"root ::= [^\n\u2E80-\uFFEF]+ [\n]*"}
        request = urllib.request.Request(self.url, json.dumps(body).encode(), {"Content-Type": "application/json"})
        answer = json.load(urllib.request.urlopen(request))
        return answer["choices"][0]["text"].strip(), answer["usage"]["completion_tokens"]

    def close(self):
        self.child.stdin.close()
        self.child.wait()


def alone(runs, model, adapter, context, names):
    with open(os.path.join(RESOURCES, "examples.json"), encoding="utf-8") as file:
        examples = "".join(f"Chinese: {e['source']}\nEnglish: {e['target']}\n\n" for e in json.load(file))
    server = Server(model, adapter)
    found = []
    tokens = 0
    started = time.time()
    for run in runs:
        before = []
        for line in run["lines"]:
            written = prompt.source_line(line["zh"], line["names"] if names else {})
            asked = prompt.line(written)
            if adapter:
                asked = "".join(before[-context:] if context else []) + asked
            else:
                asked = examples + asked
            said, count = server.complete(asked, 3 * len(written) + 32, adapter is None)
            before.append(f"{prompt.line(written)} {said}\n")
            tokens += count
            found.append({**line, "set": run["set"], "said": said})
    seconds = time.time() - started
    server.close()
    return found, tokens / seconds


def through_pipeline(runs, caravan, adapter):
    """The lines as the strings of one JSON file for each set, with the names of the set as its term list."""
    found = []
    seconds = 0.0
    sets = collections.defaultdict(list)
    for run in runs:
        sets[run["set"]] += run["lines"]
    for name, lines in sets.items():
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "lines.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump({f"line{i:04}": line["zh"] for i, line in enumerate(lines)}, file, ensure_ascii=False, indent=2)
            terms = os.path.join(folder, "names.csv")
            with open(terms, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["src", "dst"])
                writer.writerows({zh: en for line in lines for zh, en in line["names"].items()}.items())
            environment = os.environ | {"CARAVAN_MODEL_ADAPTER": adapter}
            started = time.time()
            done = subprocess.run([caravan, "localize", path, "--to", "en", "--engine", "local", "--terms", terms],
                                  env=environment, capture_output=True, text=True)
            seconds += time.time() - started
            if done.returncode not in (0, 1):
                sys.exit(done.stderr)
            with open(os.path.join(folder, "lines.caravan", "en", "lines.json"), encoding="utf-8") as file:
                answers = json.load(file)
            found += [{**line, "set": name, "said": answers.get(f"line{i:04}", "")} for i, line in enumerate(lines)]
    return found, seconds


def figures(lines):
    import sacrebleu

    said, right = [line["said"] for line in lines], [line["en"] for line in lines]
    codes = [(code, line) for line in lines for code in re.findall(r"\{\d\}", line["zh"])]
    names = [(en, line) for line in lines for en in line["names"].values()]
    return {
        "lines": len(lines),
        "chrF": round(sacrebleu.corpus_chrf(said, [right]).score, 1),
        "BLEU": round(sacrebleu.corpus_bleu(said, [right]).score, 1),
        "Han": share(sum(bool(prompt.HAN.search(s)) or not s for s in said), len(said)),
        "codes kept": share(sum(code in line["said"] for code, line in codes), len(codes)),
        "names kept": share(sum(name.lower() in line["said"].lower() for name, line in names), len(names)),
    }


def share(count, total):
    return "–" if not total else f"{100 * count / total:.0f} %"


def table(lines):
    kinds = collections.defaultdict(list)
    for line in lines:
        kinds[line["kind"]].append(line)
    for name in sorted({line["set"] for line in lines}):
        kinds[f"({name})"] = [line for line in lines if line["set"] == name]
    kinds["all"] = lines
    for kind, part in kinds.items():
        row = figures(part)
        print(f"| {kind} | " + " | ".join(str(value) for value in row.values()) + " |")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("way", choices=["alone", "pipeline", "lines"])
    ask.add_argument("--state", default=base.STATE)
    ask.add_argument("--model", default=base.GGUF)
    ask.add_argument("--adapter", default="none", help="a GGUF adapter, or none")
    ask.add_argument("--context", type=int, default=0, help="lines before that the model is shown with its translations")
    ask.add_argument("--without-names", action="store_true", help="leave names in Chinese")
    ask.add_argument("--caravan", default=os.path.join(ROOT, "script", "run"))
    ask.add_argument("--part", type=int, default=1, help="only every so many runs")
    ask.add_argument("--scenes", type=int, default=1, help="only every so many scenes, which are most of the lines")
    ask.add_argument("--say", type=int, default=0, help="print so many lines")
    ask.add_argument("--source")
    ask.add_argument("--reference")
    ask.add_argument("--translation")
    ask = ask.parse_args()
    if ask.way == "lines":
        texts = [open(p, encoding="utf-8").read().splitlines() for p in (ask.source, ask.reference, ask.translation)]
        lines = [{"zh": z, "en": e, "said": s, "kind": "lines", "set": "file", "names": {}} for z, e, s in zip(*texts)]
        return table(lines)
    runs = rows(os.path.join(ask.state, "dev.jsonl"))
    scenes = [run for run in runs if run["lines"][0]["kind"] == "scene"]
    chosen = {id(run) for run in scenes[:: ask.scenes]}
    runs = [run for run in runs if run["lines"][0]["kind"] != "scene" or id(run) in chosen][:: ask.part]
    if ask.way == "alone":
        adapter = None if ask.adapter == "none" else os.path.abspath(ask.adapter)
        lines, pace = alone(runs, ask.model, adapter, ask.context, not ask.without_names)
        print(f"{pace:.0f} tokens written a second, {len(lines)} lines")
    else:
        adapter = ask.adapter if ask.adapter == "none" else os.path.abspath(ask.adapter)
        lines, seconds = through_pipeline(runs, ask.caravan, adapter)
        print(f"{seconds:.0f} s for {len(lines)} lines")
    for line in lines[:: max(1, len(lines) // ask.say)] if ask.say else []:
        print(f"{line['zh']}\n  {line['en']}\n  {line['said']}")
    table(lines)


if __name__ == "__main__":
    main()
