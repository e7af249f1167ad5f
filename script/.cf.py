#!/usr/bin/env python3
"""Tries the formats on real files and on files that hurt: script/conformance-formats [DATA], by default ../shared/data.

1. Every subtitle, game table, document and text of DATA and of Examples is read and written back: the same bytes.
2. Each is translated by the fake endpoint, and what was written is held against the field's own reader: msgfmt, xmllint, ffprobe, Python's
   json, csv and tomllib, epubcheck, a ZIP and XML reader for XLSX. A validator that is not installed is named and left out.
3. Megabytes of openers, quotes and tags under the name of every format: no crash, and time and memory within bounds.
Prints a line for what fails and a sum; exits 1 when anything does.
"""

import csv
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.dom.minidom
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARIES = ROOT / ".build-release/release"
FAILURES = []
MISSING = set()


def fail(what):
    FAILURES.append(what)
    print(f"FAIL {what}", flush=True)


def build():
    for product in ("caravan", "fake-engine"):
        subprocess.run(
            ["swift", "build", "-c", "release", "--product", product, "--scratch-path", ".build-release"],
            cwd=ROOT, check=True, stdout=sys.stderr,
        )


def caravan(*words, **options):
    return subprocess.run([BINARIES / "caravan", *map(str, words)], capture_output=True, text=True, **options)


def same_bytes(folder):
    """Part 1: what `formats check` says of every file."""
    run = caravan("formats", "check", folder, "--json")
    results = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    for result in results:
        if not result["identical"]:
            fail(f"{result['file']}: {'; '.join(f['message'] for f in result['findings'][:2])[:200]}")
    if run.returncode not in (0, 1):
        fail(f"formats check {folder} ends with {run.returncode}: {run.stderr[-200:]}")
    return results


def tool(name):
    if shutil.which(name):
        return True
    MISSING.add(name)
    return False


def validate(path):
    """What is wrong with a file by a reader that is not ours; empty for nothing."""
    ending = path.suffix.lower()
    try:
        if ending in (".po", ".pot") and tool("msgfmt"):
            run = subprocess.run(["msgfmt", "-c", "-o", os.devnull, path], capture_output=True, text=True)
            return run.stderr[-200:] if run.returncode else ""
        if ending in (".xml", ".xlf", ".xliff", ".tmx", ".tbx", ".resx", ".ts", ".stringsdict", ".fb2", ".ttml", ".dfxp") and tool("xmllint"):
            run = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
            return run.stderr[:200] if run.returncode else ""
        if ending in (".srt", ".vtt", ".ass", ".ssa") and tool("ffprobe"):
            run = subprocess.run(["ffprobe", "-v", "error", "-show_packets", path], capture_output=True, text=True)
            return run.stderr[:200] if run.returncode else ""
        if ending in (".json", ".arb", ".xcstrings"):
            json.loads(path.read_bytes().decode("utf-8-sig"))
        if ending == ".toml":
            tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        if ending == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                if archive.testzip():
                    return "damaged ZIP"
                for name in archive.namelist():
                    if name.endswith((".xml", ".rels")):
                        xml.dom.minidom.parse(io.BytesIO(archive.read(name)))
        if ending == ".csv":
            list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), strict=True))
    except UnicodeDecodeError:
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:200]
    return ""


def translated(files, url):
    """Part 2: one project over copies of all files, translated; then every file of the edition is validated."""
    with tempfile.TemporaryDirectory() as folder:
        tried = Path(folder) / "all"
        tried.mkdir()
        names = {}
        for number, file in enumerate(files):
            copy = tried / f"{number:04d}" / file.name
            copy.parent.mkdir()
            shutil.copy(file, copy)
            names[copy.relative_to(tried)] = file
        (Path(folder) / "all.caravan").mkdir()
        (Path(folder) / "all.caravan" / "caravan.yaml").write_text("input: [../all]\nsource: zh-Hans\ntargets: [en]\n")
        environment = dict(os.environ, CARAVAN_ENGINE_URL=url, CARAVAN_ENGINE_MODEL="fake")
        run = caravan("localize", tried, "--to", "en", "--json", env=environment)
        if run.returncode not in (0, 1):
            fail(f"localize ends with {run.returncode}: {run.stderr[-300:]}")
        edition = Path(folder) / "all.caravan/en/all"
        changed = 0
        for name, file in names.items():
            written = edition / name
            if not written.exists():
                continue
            changed += written.read_bytes() != file.read_bytes()
            before, after = validate(file), validate(written)
            if after and not before:
                fail(f"{file} translated: {after}")
        return changed


OPENERS = ["[", "{", "\"", "'", "(", "<a>", "<", "&", "&#", "{\"a\":", "[[", "{{", "\\", "%", "- ", "  ", "\n", "a: ", "1\n", ",", "\t", "msgid \"", "中",
           "<g id=\"1\">", "{x, plural, other{", "{\\p1}", "[00:00.00]", "translate a b:\n", "<![CDATA[", "<!--", "--[["]


def hostile(endings, megabytes=2):
    """Part 3: a process for each ending, over a file for each opener; at most 20 times the file and 512 MB, 60 s of CPU."""
    limit = megabytes * 20 * 1_000_000 + 256_000_000

    def bound():
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with tempfile.TemporaryDirectory() as folder:
        for ending in endings:
            for number, opener in enumerate(OPENERS):
                path = Path(folder) / f"h{number}.{ending}"
                path.write_text(opener * (megabytes * 1_000_000 // len(opener.encode())))
                child = subprocess.Popen(
                    ["/usr/bin/env", "time", "-f", "%M", BINARIES / "caravan", "formats", "check", path] if shutil.which("time") else
                    [BINARIES / "caravan", "formats", "check", path],
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=bound,
                )
                _, errors = child.communicate()
                if child.returncode not in (0, 1):
                    fail(f".{ending} full of {opener!r} ends with {child.returncode}")
                lines = errors.strip().splitlines()
                if lines and lines[-1].isdigit() and int(lines[-1]) * 1024 > limit:
                    fail(f".{ending} full of {opener!r} takes {int(lines[-1]) // 1024} MB")
                path.unlink()


def main():
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data"
    pass
    folders = [ROOT / "Examples/novel", ROOT / "Examples/game"]
    if data.is_dir():
        folders += [data / name for name in ("subtitles", "games", "encodings", "docs", "museum") if (data / name).is_dir()]
    else:
        print(f"No samples at {data}: only Examples.")
    results = [result for folder in folders for result in same_bytes(folder)]
    print(f"{len(results)} files, {sum(r['units'] for r in results)} units, {sum(r['identical'] for r in results)} the same bytes")
    server = subprocess.Popen([BINARIES / "fake-engine", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        files = [Path(r["file"]) for r in results if r["identical"] and 0 < r["units"] < 3000]
        print(f"{translated(files, server.stdout.readline().strip())} of {len(files)} files translated and validated")
    finally:
        server.kill()
    formats = [json.loads(line) for line in caravan("formats", "--json").stdout.splitlines()]
    endings = sorted({ending for format in formats for ending in format["extensions"]})
    hostile(endings)
    print(f"{len(endings)} endings × {len(OPENERS)} hostile files tried")
    for name in sorted(MISSING):
        print(f"not installed, so not asked: {name}")
    print(f"{len(FAILURES)} failed")
    return 1 if FAILURES else 0


sys.exit(main())
