#!/usr/bin/env python3
"""Formats beside Translate Toolkit: formats_xml.py CARAVAN_BENCH DATA [xliff] [tmx]

DATA is made by `../shared/bench/gen_data.py DATA 50000`. Both read a file and write it back, least CPU seconds of three rounds; needs
translate-toolkit and lxml.
"""

import re
import subprocess
import sys
import time
from pathlib import Path


def toolkit(parse, data):
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        store = parse(data)
        written = bytes(store)
        best = min(best, time.process_time() - start)
    return best, len(store.units), written == data


def compare(bench, path, parse, limit):
    theirs, units, same = toolkit(parse, path.read_bytes())
    line = subprocess.run([bench, "format", str(path)], capture_output=True, text=True, check=True).stdout
    read, write = (float(re.search(rf"\b{word} ([\d.e-]+)", line)[1]) for word in ("read", "write"))
    ours = read + write
    verdict = "ok" if ours <= limit * theirs else "MISSED"
    print(f"{path.name}: caravan {ours:.3f} s, toolkit {theirs:.3f} s, ratio {ours / theirs:.2f} (at most {limit}) {verdict}; "
          f"{units} units, toolkit's bytes the same: {same}; {line.strip()}")


def bench_xliff(bench, data):
    from translate.storage import xliff
    compare(bench, data / "big_50000.xlf", xliff.xlifffile.parsestring, 0.5)


def bench_tmx(bench, data):
    from translate.storage import tmx
    compare(bench, data / "big_50000.tmx", tmx.tmxfile.parsestring, 0.5)


BENCHES = {"xliff": bench_xliff, "tmx": bench_tmx}

if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for name in sys.argv[3:] or BENCHES:
        BENCHES[name](sys.argv[1], Path(sys.argv[2]))
