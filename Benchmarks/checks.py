"""Recall, false alarms and speed of the checks beside Translate Toolkit's, on the same pairs. Called by script/bench checks.

Usage: checks.py CARAVAN_BENCH PEER_PYTHON [--quick] [--seeds N…]. Needs ../shared (the generators of labelled pairs and the
pairs and classics that people wrote).
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WORK = ROOT / ".build-bench" / "checks"

# The codes that count as finding a class: its own, not any.
OWN = {
    "placeholder_changed": {"inline-codes"},
    "placeholder_missing": {"inline-codes"},
    "printf_type_changed": {"inline-codes"},
    "tag_unclosed": {"inline-codes"},
    "rich_tag_missing": {"inline-codes"},
    "cjk_leftover_word": {"han-left"},
    "fullwidth_punct_in_target": {"east-asian-punctuation"},
    "cjk_fullstop_end": {"east-asian-punctuation"},
    "number_changed": {"number-value"},
    "chinese_number_wrong": {"number-value"},
    "newline_lost": {"line-breaks"},
    "quote_unbalanced": {"quotes-unbalanced"},
    "double_space": {"double-space"},
    "untranslated": {"untranslated"},
    "repeated_word": {"repeated-word"},
    "trailing_space": {"edge-space"},
    "half_dropped": {"length-ratio", "truncated"},
    "ellipsis_lost": {"sentence-end"},
}
PEER = {
    "placeholder_changed": {"variables", "pythonbraceformat", "printf"},
    "placeholder_missing": {"variables", "pythonbraceformat", "printf"},
    "printf_type_changed": {"printf", "variables"},
    "tag_unclosed": {"xmltags", "brackets"},
    "rich_tag_missing": {"xmltags"},
    "cjk_leftover_word": set(),
    "fullwidth_punct_in_target": {"purepunc", "puncspacing"},
    "cjk_fullstop_end": set(),
    "number_changed": {"numbers"},
    "chinese_number_wrong": {"numbers"},
    "newline_lost": {"newlines", "sentencecount"},
    "quote_unbalanced": {"doublequoting", "quotes"},
    "double_space": {"doublespacing"},
    "untranslated": {"unchanged"},
    "repeated_word": {"doublewords"},
    "trailing_space": {"endwhitespace"},
    "half_dropped": {"short", "long", "sentencecount"},
    "ellipsis_lost": set(),
}

PEER_CODE = """
import json, sys, time
from translate.filters.checks import CheckerConfig, StandardChecker
from translate.storage import base
checker = StandardChecker(checkerconfig=CheckerConfig(targetlanguage="en"))
rows = [line.rstrip("\\n").replace("\\\\n", "\\n").split("\\t") for line in open(sys.argv[1], encoding="utf8")]
start, out = time.process_time(), []
for label, source, target in rows:
    unit = base.TranslationUnit(source)
    unit.target = target
    out.append((label, sorted(checker.run_filters(unit))))
print(json.dumps({"seconds": time.process_time() - start, "rows": out}))
"""


def run(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def rows_of(bench, table, source="zh-Hans", target="en"):
    """Label, quality and (severity, code) of each row; the codes of the whole table; CPU seconds."""
    rows, book, seconds = [], {}, 0.0
    for line in run(bench, "checks", table, source, target, "-rows").split("\n"):
        if line.startswith("pairs "):
            seconds = float(line.split()[4])
        elif line.startswith("book "):
            book[line.split()[1]] = int(line.split()[2])
        elif "\t" in line:
            label, quality, codes = line.split("\t")
            rows.append((label, int(quality), [tuple(code.split(":")) for code in codes.split()]))
    return rows, book, seconds


def area(good, bad):
    """Of a pair of a good and a bad unit, how often the good one has the higher quality; ties count half."""
    good, wins = sorted(good), 0.0
    import bisect

    for value in bad:
        below = bisect.bisect_left(good, value)
        same = bisect.bisect_right(good, value) - below
        wins += len(good) - below - same + same / 2
    return wins / max(1, len(good) * len(bad))


def labelled(bench, peer, seeds, quick):
    WORK.mkdir(parents=True, exist_ok=True)
    memory = WORK / "mem_50000.tsv"
    if not memory.exists():
        run(peer, SHARED / "bench" / "gen_data.py", WORK, 50000)
    sizes = ["--clean", "2000", "--each", "100"] if quick else []
    total, hits, alarms, peer_hits, peer_alarms = {}, {}, {}, {}, 0
    good, bad, spent, peer_spent = [], [], 0.0, 0.0
    for seed in seeds:
        table = WORK / f"labelled_{seed}.tsv"
        run(sys.executable, SHARED / "bench" / "gen_checkset.py", memory, table, "--seed", seed, *sizes)
        rows, _, seconds = rows_of(bench, table)
        spent += seconds
        for label, quality, codes in rows:
            total[label] = total.get(label, 0) + 1
            (good if label == "clean" else bad).append(quality)
            if label == "clean":
                for code in {code for _, code in codes}:
                    alarms[code] = alarms.get(code, 0) + 1
                hits[label] = hits.get(label, 0) + bool(codes)
            else:
                hits[label] = hits.get(label, 0) + any(code in OWN[label] for _, code in codes)
        answer = json.loads(run(peer, "-c", PEER_CODE, table))
        peer_spent += answer["seconds"]
        for label, codes in answer["rows"]:
            found = bool(codes) if label == "clean" else bool(PEER[label] & set(codes))
            peer_hits[label] = peer_hits.get(label, 0) + found
    count = sum(total.values())
    print(f"\nLabelled pairs, zh-Hans to en, seeds {' '.join(map(str, seeds))}: {count} rows")
    print(f"{'class':28s}{'rows':>7s}{'asked':>9s}{'Caravan':>10s}{'Toolkit':>10s}")
    for label in sorted(OWN):
        print(f"{label:28s}{total[label]:7d}{'≥ 0.99':>9s}{hits[label] / total[label]:10.4f}{peer_hits[label] / total[label]:10.4f}")
    print(f"{'alarms on clean pairs':28s}{total['clean']:7d}{'≤ 0.1 %':>9s}{100 * hits['clean'] / total['clean']:9.3f}%"
          f"{100 * peer_hits['clean'] / total['clean']:9.2f}%")
    print(f"  of which {alarms}")
    scale = 50000 / count
    print(f"{'CPU s for 50,000 units':28s}{'':7s}{'≤ 5':>9s}{spent * scale:10.2f}{peer_spent * scale:10.2f}")
    print(f"{'quality: area under the curve':35s}{'':9s}{area(good, bad):10.4f}")


def table_of_pairs():
    """The pairs of ../shared/data as a table, scene by scene, and the names of the files as labels."""
    table = WORK / "pairs.tsv"
    with open(table, "w", encoding="utf-8") as file:
        for path in sorted((SHARED / "data" / "pairs").glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").split("\n"):
                if line:
                    row = json.loads(line)
                    for pair in [row] if "zh" in row else row["lines"]:
                        texts = [pair[key].replace("\n", "\\n").replace("\t", " ") for key in ("zh", "en")]
                        file.write("\t".join([path.stem, *texts]) + "\n")
    return table


def main(arguments):
    bench, peer = arguments[:2]
    quick = "--quick" in arguments
    seeds = [int(word) for word in arguments[arguments.index("--seeds") + 1 :]] if "--seeds" in arguments else [21, 22, 23]
    if not SHARED.is_dir():
        print("needs ../shared: the generators of labelled pairs and the pairs that people wrote")
        return 1
    labelled(bench, peer, seeds[:1] if quick else seeds, quick)
    table = table_of_pairs()
    rows, book, seconds = rows_of(bench, table)
    errors = sum(any(severity == "error" for severity, _ in codes) for _, _, codes in rows)
    warnings = sum(any(severity == "warning" for severity, _ in codes) for _, _, codes in rows)
    print(f"\nPairs as people would write them ({len(rows)}): units with an error per 1,000: {1000 * errors / len(rows):.2f} "
          f"(asked ≤ 2), with a warning {1000 * warnings / len(rows):.2f}; of the book {book}")
    chapters = 50 if quick else 200
    print(f"\nSlips of one slot in {chapters} chapters of 20 to 100 units, and {chapters} clean ones (asked: 0.98 found, none clean)")
    for seed in seeds[:1] if quick else seeds:
        print(f"seed {seed}: " + run(bench, "shifts", table, "zh-Hans", "en", chapters, seed).strip().split("\n")[-1])
    return 0


sys.exit(main(sys.argv[1:]))
