"""Burned-in text, speech, dubs, loudness, subtitles and speed against episodes of which all is known. Called by script/bench series.

Usage: series.py BINARIES CARAVAN_BENCH PYTHON [--seeds 0,1,2] [--only PART,…] [--quick] [--voices piper] [--keep]
Parts: burned, speech, film, dub, embedded, loudness, cues, hostile. --quick: one seed, burned, dub, cues, hostile.

Episodes are made by script/episode (PYTHON has numpy) and kept in .build-bench/series. What is spoken is the English of
Examples/episode/scene.json, given as a memory, so that the timing is judged apart from a model; `embedded` translates with
the embedded one. Seconds are of CPU, of all processes together.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

import series_hostile
import series_truth as measure

ROOT = Path(__file__).resolve().parent.parent
PARTS = ["burned", "speech", "film", "dub", "embedded", "loudness", "cues", "hostile"]
ROWS = []


def row(what, measured, asked, holds=True):
    ROWS.append(bool(holds))
    print(f"| {what} | {measured} | {asked} | {'yes' if holds else 'NO'} |", flush=True)


def note(text):
    print(text, file=sys.stderr, flush=True)


class Run:
    """One run of caravan: exit code, CPU seconds of it and its children, peak MB of the largest, what it said."""

    def __init__(self, binaries, folder, *words, environment=None):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("CARAVAN_")}
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            command = [str((binaries / "caravan").resolve()), *map(str, words)]
            start = time.monotonic()
            child = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=clean | (environment or {})
            )
            _, status, usage = os.wait4(child.pid, 0)
            output.seek(0)
            errors.seek(0)
            self.code = os.waitstatus_to_exitcode(status)
            self.seconds = usage.ru_utime + usage.ru_stime
            self.wall = time.monotonic() - start
            self.peak = usage.ru_maxrss / 1024
            self.output, self.errors = output.read().decode(), errors.read().decode()
        self.events = [json.loads(line) for line in self.output.splitlines() if line.startswith("{")]

    @property
    def summary(self):
        return next((e["summary"] for e in reversed(self.events) if e.get("event") == "dubbed"), None)

    def codes(self, beginning=""):
        found = [e.get("finding", e) for e in self.events if e.get("event") == "finding"]
        found += (self.summary or {}).get("findings", [])
        return sorted({f["code"] for f in found if f.get("code", "").startswith(beginning)})


def episode(seed, python, voices):
    """The folder of an episode, made when it is not there or its script has changed."""
    folder = ROOT / ".build-bench/series" / f"{seed}"
    sources = [ROOT / "script/episode", *sorted((ROOT / "script/staging").glob("*.py"))]
    # The translations do not go into the episode.
    scenes = re.sub(r' "en": "[^"]*",', "", (ROOT / "Examples/episode/scene.json").read_text(encoding="utf-8"))
    stamp = hashlib.sha256(b"".join(p.read_bytes() for p in sources) + (scenes + voices).encode()).hexdigest()
    if (folder / "stamp").exists() and (folder / "stamp").read_text() == stamp:
        return folder
    note(f"making the episode of seed {seed}")
    command = [python, ROOT / "script/episode", "--seed", str(seed), "--out", folder, "--voices", voices]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (folder / "stamp").write_text(stamp)
    return folder


def translations(path):
    """The English of the scenes as TMX: for the lines as they are written, and as the picture shows them."""
    units = {}
    for scene in json.loads((ROOT / "Examples/episode/scene.json").read_text(encoding="utf-8"))["scenes"]:
        for line in scene["lines"] + scene["signs"]:
            for wording in [line, *line.get("or", [])]:
                text = wording["text"]
                shown = text.rstrip("。").replace("，", " ").replace("。", " ")
                for form in (text, shown, shown.replace(" ", "")):
                    units.setdefault(form, wording["en"])
    body = "".join(
        f'<tu><tuv xml:lang="zh-Hans"><seg>{escape(a)}</seg></tuv><tuv xml:lang="en"><seg>{escape(b)}</seg></tuv></tu>\n'
        for a, b in units.items()
    )
    head = 'srclang="zh-Hans" segtype="sentence" adminlang="en" datatype="plaintext" creationtool="bench"'
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header {head} creationtoolversion="1" '
        f'o-tmf="bench"/><body>\n{body}</body></tmx>\n',
        encoding="utf-8",
    )


def project(folder, made, memory=True):
    """A folder with the film alone, and its project with the translations as a memory."""
    if folder.exists():
        shutil.rmtree(folder)
    (folder / "episode.caravan/transcripts").mkdir(parents=True)
    (folder / "episode.mp4").hardlink_to(made / "episode.mp4")
    text = "film: ../episode.mp4\ninputs: [transcripts]\ntargets: [en]\n"
    if memory:
        translations(folder / "lines.tmx")
        text += "memory:\n  paths:\n    - {path: ../lines.tmx, read_only: true}\n"
    (folder / "episode.caravan/caravan.yaml").write_text(text)
    return folder


class Bench:
    def __init__(self, options, work):
        self.options, self.work = options, work
        # Lines that were misread have no translation in the memory; a closed port is sooner done with them than a model.
        self.offline = {"CARAVAN_ENGINE_URL": "http://127.0.0.1:9/v1", "CARAVAN_ENGINE_MODEL": "none"}

    def caravan(self, folder, *words, environment=None):
        run = Run(self.options.binaries, folder, *words, environment=environment)
        note(f"  {' '.join(map(str, words))}: exit {run.code}, {run.seconds:.1f} s of CPU, {run.wall:.0f} s")
        if run.code:
            note(run.errors[-1000:])
        return run

    def burned(self, seed, made, truth):
        folder = project(self.work / f"burned{seed}", made)
        words = ["dub", "episode.mp4", "--to", "en", "--read", "burned", "--subtitles-only", "--json"]
        run = self.caravan(folder, *words, environment=self.offline)
        read = measure.transcript(folder / "episode.caravan/transcripts/episode.ass")
        signs = measure.transcript(folder / "episode.caravan/transcripts/episode.signs.ass")
        lines, fps = truth["lines"], truth["fps"]
        texts, found = [line["burned"] for line in lines], [line[3] for line in read]
        plain, different = measure.character_error(texts, found)
        marked, _ = measure.character_error(texts, found, marks=True)
        for one, other in different:
            note(f"  seed {seed}: {one or '–'} read as {other or '–'}")
        row(f"seed {seed}, burned-in text: character error ({len(texts)} lines)", f"{plain:.2%}", "≤ 1 %", plain <= 0.01)
        row("… with punctuation", f"{marked:.2%}", "printed")
        off = []
        for i, j in measure.pairs(texts, found):
            if i is None or j is None:
                off.append(999)
                continue
            away = [round(abs(read[j][k] - lines[i]["subtitle"][k]) * fps) for k in (0, 1)]
            off.append(max(away))
            if off[-1] > 2:
                note(f"  seed {seed}: {texts[i]} is off by {away} frames")
        near = sum(value <= 2 for value in off) / len(off)
        row("… times within 2 frames (worst)", f"{near:.1%} ({max(off)} frames)", "all", max(off) <= 2)
        seen = [measure.letters(sign[3]) for sign in signs]
        right = sum(measure.letters(sign["text"]) in seen for sign in truth["signs"])
        row("… signs read rightly", f"{right} of {len(truth['signs'])}", "all", right == len(truth["signs"]))
        mark = truth["watermark"]["text"]
        taken = [line[3] for line in read + signs if measure.distance(mark, measure.letters(line[3])) <= 1]
        row("… watermark taken for a line", str(len(taken)), "0", not taken)
        row("… CPU seconds a minute of film", f"{run.seconds / truth['duration'] * 60:.0f}", "printed")

    def speech(self, seed, made, truth):
        folder = project(self.work / f"speech{seed}", made)
        words = ["dub", "episode.mp4", "--to", "en", "--read", "speech", "--subtitles-only", "--json"]
        run = self.caravan(folder, *words, environment=self.offline)
        heard = measure.transcript(folder / "episode.caravan/transcripts/episode.ass")
        texts = [line["text"] for line in truth["lines"]]
        error = measure.whole_error(texts, [line[3] for line in heard])
        row(f"seed {seed}, speech: character error ({truth['voices']} voices)", f"{error:.1%}", "printed")
        apart = measure.told_apart(truth["lines"], heard)
        row("… pairs of lines rightly of one speaker or of two", "–" if apart is None else f"{apart:.1%}", "printed")
        row("… CPU seconds a minute of film", f"{run.seconds / truth['duration'] * 60:.0f}", "printed")

    def timing(self, name, folder, truth, run):
        """Rows of a dub: all spoken, onsets, rates, overlaps."""
        path = folder / "episode.caravan/en/episode.dub.json"
        if not path.exists():
            return row(f"{name}: dub", f"none, exit {run.code}", "a dub", False)
        planned = json.loads(path.read_text(encoding="utf-8"))["lines"]
        spoken = [line for line in planned if line.get("plan")]
        lines = truth["lines"]
        silent = [i for i in range(len(lines)) if not any(self.covers(lines[i], line) for line in spoken)]
        missing = "not-spoken" in run.codes() or len(spoken) < len(planned)
        row(f"{name}: lines spoken", f"{len(lines) - len(silent)} of {len(lines)}", "all", not silent and not missing)
        # A line of the original that was divided or joined has the onset of its first part.
        pieces = []
        for line in lines:
            parts = [part for part in spoken if self.covers(line, part)]
            if parts:
                pieces.append((line, min(parts, key=lambda part: part["plan"]["start"])))
        off = [abs(part["plan"]["start"] - line["speech"][0]) for line, part in pieces]
        late = measure.percentile(off, 0.95)
        figure = f"{late * 1000:.0f} ms ({max(off, default=0) * 1000:.0f})"
        row("… onset error as planned, p95 (worst)", figure, "≤ 100 ms", late <= 0.1)
        stem = folder / "episode.caravan/en/episode.dialogue.wav"
        if stem.exists():
            levels = measure.samples(stem)
            heard = measure.onsets(levels, [(part["plan"]["start"], part["plan"]["end"]) for _, part in pieces])
            mute = list(heard.values()).count(None)
            away = [abs(at - pieces[n][0]["speech"][0]) for n, at in heard.items() if at is not None]
            late = measure.percentile(away, 0.95)
            what = f"… onset error as heard in the stem, {len(away)} lines, p95 (worst)"
            figure = f"{late * 1000:.0f} ms ({max(away, default=0) * 1000:.0f}), {mute} silent"
            row(what, figure, "≤ 100 ms, 0", late <= 0.1 and not mute)
        rates = [line["plan"]["rate"] for line in spoken]
        good = sum(0.9 - 1e-6 <= rate <= 1.2 + 1e-6 for rate in rates) / max(1, len(rates))
        within = all(0.8 - 1e-6 <= rate <= 1.3 + 1e-6 for rate in rates)
        figure = f"{good:.0%} ({min(rates, default=0):.2f}–{max(rates, default=0):.2f})"
        row("… rates in 0.90–1.20 (least–most)", figure, "≥ 95 %, all in 0.80–1.30", good >= 0.95 and within)
        overlaps = []
        spans = sorted((part["plan"]["start"], part["plan"]["end"], part["id"], part["time"]) for part in spoken)
        for one, other in zip(spans, spans[1:]):
            over = one[1] - other[0]
            source = one[3]["end"] - other[3]["start"]
            if over > max(0.0005, source):
                overlaps.append(over)
                note(f"  {name}: {one[2]} speaks {over:.3f} s over {other[2]}, the original {max(0, source):.3f}")
        row("… lines that speak over the next longer than the original", f"{len(overlaps)}", "0", not overlaps)

    @staticmethod
    def covers(line, part):
        """Whether a planned line is a line of the episode, or a part of it: by time, and by text where two speak at once."""
        start, end = line["speech"]
        time = part["time"]
        shared = min(end, time["end"]) - max(start, time["start"])
        if shared <= 0.5 * min(end - start, time["end"] - time["start"]):
            return False
        own, other = measure.letters(part["source"]), measure.letters(line["text"])
        twos = [own[at : at + 2] for at in range(len(own) - 1)] or [own]
        return sum(two in other for two in twos) >= 0.5 * len(twos)

    def dub(self, seed, made, truth):
        folder = project(self.work / f"dub{seed}", made)
        words = ["dub", "episode.mp4", "--subtitles", made / "episode.srt", "--to", "en", "--voices", self.options.voices]
        run = self.caravan(folder, *words, "--stems", "--json")
        self.timing(f"seed {seed}, from subtitles, {self.options.voices}", folder, truth, run)
        cpu = run.seconds * 90 / truth["duration"]
        row("… CPU seconds for 90 s of film, subtitle file to MP4", f"{cpu:.0f}", "≤ 90", cpu <= 90)
        row("… peak memory of the largest process", f"{run.peak:.0f} MB", "printed")
        codes = [f for f in (run.summary or {}).get("findings", []) if f["code"].startswith("subtitle-")]
        for finding in codes:
            note(f"  seed {seed}: {finding['place'].get('unit')} {finding['code']}: {finding['message']}")
        row("… subtitles: findings", f"{len(codes)}", "0", not codes)
        faults = self.faults(folder / "episode.caravan/en/episode.en.srt", truth["fps"])
        for fault in faults:
            note(f"  seed {seed}: {fault}")
        row("… cues of the SRT against the rules (lines, width, speed, time, gap)", f"{len(faults)}", "0", not faults)
        srt = "episode.caravan/en/episode.en.srt"
        codes = ["--code", "subtitle-text", "--code", "subtitle-times"]
        check = self.caravan(folder, "check", "--source", srt, "--target", srt, "--from", "zh-Hans", "--to", "en", "--json", *codes)
        found = [event for event in check.events if "fingerprint" in event]
        for finding in found[:5]:
            note(f"  check: {finding['id']} {finding['code']}: {finding['message']}")
        row("… caravan check of the SRT: findings", f"{len(found)}, exit {check.code}", "0", not found and check.code == 0)
        if "loudness" in self.options.parts:
            self.loudness(seed, folder, words)

    @staticmethod
    def faults(path, fps):
        """Breaches of the house rules for Latin subtitles: 2 lines of 42 characters, 5/6 to 7 s, 20 characters a second, 2 frames."""
        found, before = [], 0.0
        for start, end, lines in measure.cues(path):
            where, long = f"{path.name} {start:.2f}", end - start
            if len(lines) > 2 or max(map(len, lines)) > 42:
                found.append(f"{where}: lines {lines}")
            if not 5 / 6 - 1.5 / fps <= long <= 7.05:
                found.append(f"{where}: {long:.2f} s")
            if sum(map(len, lines)) / long > 20.5:
                found.append(f"{where}: {sum(map(len, lines)) / long:.1f} characters a second: {' '.join(lines)}")
            if before and 0 <= start - before < 2 / fps - 0.002:
                found.append(f"{where}: {start - before:.3f} s after the one before")
            before = end
        return found

    def embedded(self, seed, made, truth):
        folder = project(self.work / f"embedded{seed}", made, memory=False)
        words = ["dub", "episode.mp4", "--subtitles", made / "episode.srt", "--to", "en", "--voices", self.options.voices]
        run = self.caravan(folder, *words, "--json")
        self.timing(f"seed {seed}, embedded engine", folder, truth, run)

    def film(self, seed, made, truth):
        """Nothing but the film, as in the README: burned-in text with the times of the speech."""
        folder = project(self.work / f"film{seed}", made)
        run = self.caravan(folder, "dub", "episode.mp4", "--to", "en", "--voices", self.options.voices, "--stems", "--json")
        read = measure.transcript(folder / "episode.caravan/transcripts/episode.ass")
        error, _ = measure.character_error([line["burned"] for line in truth["lines"]], [line[3] for line in read])
        row(f"seed {seed}, film alone: character error", f"{error:.2%}", "≤ 1 %", error <= 0.01)
        apart = measure.told_apart(truth["lines"], read)
        row("… pairs of lines rightly of one speaker or of two", "–" if apart is None else f"{apart:.1%}", "printed")
        self.timing(f"seed {seed}, film alone", folder, truth, run)

    def loudness(self, seed, folder, words):
        for target in (-14, -16, -23, -27):
            run = self.caravan(folder, *words, f"--loudness={target}", "--json")
            film = folder / "episode.caravan/en/episode.mp4"
            value, peak = measure.loudness(film)
            limit = -2 if target == -27 else -1
            which = "of the dialogue" if target == -27 else "integrated"
            if target == -27:
                plan = json.loads((folder / "episode.caravan/en/episode.dub.json").read_text())["lines"]
                spans = sorted((line["plan"]["start"], line["plan"]["end"]) for line in plan if line.get("plan"))
                value, _ = measure.loudness(film, spans)
            holds = run.code == 0 and abs(value - target) <= 0.5 and peak <= limit
            what = f"seed {seed}, --loudness {target}: {which}, true peak"
            row(what, f"{value:.1f} LUFS, {peak:.1f} dBTP", f"± 0.5, ≤ {limit}", holds)

    def cues(self):
        """10,000 cues through the room, and through the program with a film of nothing."""
        count = 10_000
        said = subprocess.run([self.options.rooms, "subtitles", str(count)], capture_output=True, text=True, check=True).stdout
        fields = said.split()
        spent = float(fields[fields.index("seconds") + 1])
        row(f"{count:,} cues laid out and written as SRT, VTT, ASS and TTML", f"{spent:.2f} s", "≤ 5 s", spent <= 5)
        folder = self.work / "cues"
        folder.mkdir()
        series_hostile.film(folder / "season.mp4", seconds=count * 3 + 5, rate=2)
        series_hostile.season(folder, count)
        run = self.caravan(folder, "dub", "season.mp4", "--subtitles", "season.srt", "--to", "en", "--subtitles-only", "--json")
        done = (run.summary or {}).get("subtitles", 0)
        again = self.caravan(folder, "dub", "season.mp4", "--to", "en", "--subtitles-only", "--json")
        holds = again.code == 0 and again.seconds <= 5
        row("… caravan dub again, when the shots are known", f"{again.seconds:.1f} s of CPU", "≤ 5 s", holds)
        figure = f"{run.seconds:.1f} s of CPU, {done:,} subtitles, {run.peak:.0f} MB"
        what = f"… caravan dub --subtitles-only the first time, film of {count * 3 // 3600} hours"
        row(what, figure, "printed", done >= count)

    def hostile(self, seed, made):
        for name, run, holds, words in series_hostile.cases(self, project, made):
            row(f"hostile: {name}", f"exit {run.code}: {words}", "a clear word, nothing half-written", holds)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binaries", type=Path)
    parser.add_argument("rooms")
    parser.add_argument("python")
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--voices", choices=["piper", "kokoro", "espeak"], default="piper")
    parser.add_argument("--acted-by", choices=["kokoro", "espeak"], default="kokoro", help="voices of the episodes")
    parser.add_argument("--keep", type=Path, help="a folder for what is made, not removed afterwards")
    options = parser.parse_args()
    quick = ["burned", "dub", "cues", "hostile"] if options.quick else PARTS
    options.parts = options.only.split(",") if options.only else quick
    seeds = [int(seed) for seed in options.seeds.split(",")][: 1 if options.quick else None]
    print(f"# script/bench series, {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores\n")
    print("| what | measured | asked | holds |\n|---|---|---|---|", flush=True)
    base = ROOT / ".build-bench/series"
    base.mkdir(parents=True, exist_ok=True)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=base, prefix="work-") as temporary:
        bench = Bench(options, options.keep or Path(temporary))
        for seed in seeds:
            if not set(options.parts) - {"cues", "hostile"}:
                break
            made = episode(seed, options.python, options.acted_by)
            truth = json.loads((made / "truth.json").read_text(encoding="utf-8"))
            for part in ("burned", "speech", "film", "dub", "embedded"):
                if part in options.parts:
                    getattr(bench, part)(seed, made, truth)
        if "cues" in options.parts:
            bench.cues()
        if "hostile" in options.parts:
            bench.hostile(seeds[0], episode(seeds[0], options.python, options.acted_by))
    return 0 if all(ROWS) else 1


if __name__ == "__main__":
    sys.exit(main())
