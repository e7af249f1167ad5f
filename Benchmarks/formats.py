"""Speed and memory of formats beside their peers. Usage: formats.py CARAVAN_BENCH PEERS [--quick]

CARAVAN_BENCH is the program of Benchmarks/Rooms, PEERS the Python of an environment with translate-toolkit and jieba. All seconds
are of CPU inside the process, the least of three rounds, so that starting Python or Swift counts for nobody. Catalog, XLIFF and
TMX come from ../shared/bench/gen_data.py where that is there, else the catalog is made here and the other two are left out.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "bench"
BENCH, PEERS = sys.argv[1:3]
QUICK = "--quick" in sys.argv
COMMON = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次"
ROWS = []

PEER = """
import resource, sys
from translate.storage import pypo, tmx, xliff
parse = {"po": pypo.pofile, "xlf": xliff.xlifffile, "tmx": tmx.tmxfile}[sys.argv[1]].parsestring
data = open(sys.argv[2], "rb").read()
def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
best = 1e9
for _ in range(3):
    start = cpu()
    bytes(parse(data))
    best = min(best, cpu() - start)
print(best)
"""


def row(what, measured, asked, holds):
    ROWS.append(holds)
    print(f"| {what} | {measured} | {asked} | {'yes' if holds else 'NO'} |", flush=True)


def caravan(path):
    """What caravan-bench says of a file, by name; numbers as numbers."""
    output = subprocess.run([BENCH, "format", path], check=True, capture_output=True, text=True).stdout.split()
    values = {name: value for name, value in zip(output[1::2], output[2::2])}
    return {name: value if value in ("true", "false") else float(value) for name, value in values.items()}


def peer(kind, path):
    output = subprocess.run([PEERS, "-c", PEER, kind, path], check=True, capture_output=True, text=True)
    return float(output.stdout)


def words(dice, least, most):
    return "".join(dice.choice(COMMON) for _ in range(dice.randint(least, most)))


def catalog(path, count):
    dice = random.Random(3)
    with open(path, "w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n')
        for number in range(count):
            file.write(
                f'#. chapter {number // 100}\n#: novel/ch{number // 100:04d}.txt:{number % 100 + 1}\nmsgctxt "s{number}"\n'
                f'msgid "{words(dice, 8, 60)}。"\nmsgstr "{"word " * dice.randint(8, 60)}"\n\n'
            )


def beside_peers(folder):
    count = 5_000 if QUICK else 50_000
    if (SHARED / "gen_data.py").exists():
        subprocess.run([PEERS, SHARED / "gen_data.py", folder, str(count)], check=True, stdout=subprocess.DEVNULL)
    else:
        print(f"{SHARED} is not there: the catalog is made here, XLIFF and TMX are left out.\n")
        catalog(folder / f"big_{count}.po", count)
    for kind, asked in (("po", 0.25), ("xlf", 0.5), ("tmx", 0.5)):
        path = folder / f"big_{count}.{kind}"
        if not path.exists():
            continue
        own, other = caravan(path), peer(kind, path)
        spent = own["read"] + own["write"]
        name = f"{kind.upper()} of {count:,} units, {path.stat().st_size / 1e6:.0f} MB"
        row(f"{name}: read + write ÷ Translate Toolkit ({spent:.2f} s ÷ {other:.2f} s)", f"{spent / other:.3f}", f"≤ {asked}", spent / other <= asked)
        row("… the same bytes, units", f"{own['same']}, {own['units']:.0f}", f"true, {count}", own["same"] == "true" and own["units"] == count)
        row("… all units translated, written", f"{own['fill']:.2f} s", "", True)


def big_json(folder):
    dice = random.Random(5)
    size = 10_000_000 if QUICK else 100_000_000
    path = folder / "big.json"
    written = 0
    number = 0
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n")
        while written < size:
            group = {f"key_{number + i}": {"text": words(dice, 5, 40), "speaker": "旁白", "id": number + i} for i in range(100)}
            text = json.dumps(group, ensure_ascii=False, indent=2)[2:-2]
            written += file.write(("" if number == 0 else ",\n") + text) * 2
            number += 100
        file.write("\n}\n")
    own = caravan(path)
    megabytes = path.stat().st_size / 1e6
    rate = megabytes / (own["read"] + own["write"])
    row(f"JSON of {megabytes:.0f} MB: read + write", f"{rate:.0f} MB/s", "≥ 100", rate >= 100)
    row("… memory ÷ file, translated copy included", f"{own['MB'] / megabytes:.1f}", "", True)


def big_table(folder):
    dice = random.Random(7)
    seconds = []
    for size in (2_000_000, 20_000_000) if QUICK else (10_000_000, 100_000_000):
        path = folder / f"table{size}.csv"
        written = 0
        number = 0
        with open(path, "w", encoding="utf-8") as file:
            file.write("key,zh,en,comment\n")
            while written < size:
                text = words(dice, 5, 40)
                if number % 7 == 0:
                    text = f'"{text}，{{0}}\n第二""行"""'
                line = f'key.{number},{text},"Some English, text {number}",note\n'
                written += len(line.encode())
                file.write(line)
                number += 1
        own = caravan(path)
        seconds.append(own["read"] + own["write"])
    row(f"CSV of {size / 1e6:.0f} MB: read + write", f"{seconds[1]:.2f} s", "", True)
    row("… ÷ a tenth of it", f"{seconds[1] / seconds[0]:.1f}", "≤ 15", seconds[1] / seconds[0] <= 15)


def big_book(folder):
    dice = random.Random(9)
    count = 200 if QUICK else 2_000
    path = folder / "big.epub"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        items = "".join(f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(count))
        spine = "".join(f'<itemref idref="c{i}"/>' for i in range(count))
        book.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>书</dc:title>'
            f"<dc:language>zh</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for i in range(count):
            body = "".join(f"<p>{words(dice, 20, 80)}。</p>" for _ in range(60))
            book.writestr(
                f"c{i}.xhtml",
                f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{i}</title></head><body><h1>第{i + 1}章</h1>{body}</body></html>',
            )
    own = caravan(path)
    row(f"EPUB of {count:,} documents: read + write translated", f"{own['read'] + own['fill']:.2f} s", "≤ 10 s", own["read"] + own["fill"] <= 10)


def main():
    print(f"# script/bench formats, {time.strftime('%Y-%m-%d')}\n")
    print("| what | measured | asked | holds |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for measure in (beside_peers, big_json, big_table, big_book):
            measure(Path(folder))
    return 0 if all(ROWS) else 1


sys.exit(main())
