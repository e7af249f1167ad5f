"""What must not work, and how it is said: broken films, no sound, silence, the subtitles of another episode, missing tools."""

import os
import shutil
import signal
import subprocess
import time


def film(path, seconds, rate=25, sound=None):
    """A film of an empty picture; its sound is ffmpeg's source, none for a film without any."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", f"color=c=gray:s=64x64:r={rate}:d={seconds}"]
    if sound:
        command += ["-f", "lavfi", "-i", f"{sound}:d={seconds}", "-c:a", "aac", "-shortest"]
    subprocess.run([*command, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "250", path], check=True)


def clock(seconds):
    millis = round(seconds * 1000)
    return f"{millis // 3600000:02}:{millis // 60000 % 60:02}:{millis // 1000 % 60:02},{millis % 1000:03}"


def season(folder, count):
    """`season.srt` of as many cues, three seconds each, and a project in which their English is a memory."""
    beginnings = ["你知道吗，", "我告诉你，", "后来，", "师父说，", "那天晚上，"]
    endings = ["他一直在等你回来", "这件事没有那么简单", "门外站着一个陌生人", "我们必须马上离开这里", "她终于说出了真相"]
    first = ["You know,", "Let me tell you,", "Later on,", "Master says", "That night"]
    second = ["he waited for you all along", "it is not as simple as it looks", "a stranger stood outside the door",
              "we had to leave at once", "she finally told the truth"]
    cues, units = [], []
    for number in range(count):
        a, b = number % 5, number // 5 % 5
        text = f"{beginnings[a]}{endings[b]}，{number}。"
        cues.append(f"{number + 1}\n{clock(3 * number + 1)} --> {clock(3 * number + 3.6)}\n{text}\n")
        units.append((text, f"{first[a]} {second[b]}, {number}."))
    (folder / "season.srt").write_text("\n".join(cues), encoding="utf-8")
    body = "".join(
        f'<tu><tuv xml:lang="zh-Hans"><seg>{a}</seg></tuv><tuv xml:lang="en"><seg>{b}</seg></tuv></tu>\n' for a, b in units
    )
    (folder / "lines.tmx").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="zh-Hans" segtype="sentence" '
        'adminlang="en" datatype="plaintext" creationtool="bench" creationtoolversion="1" o-tmf="bench"/><body>\n'
        f"{body}</body></tmx>\n",
        encoding="utf-8",
    )
    (folder / "season.caravan/transcripts").mkdir(parents=True)
    (folder / "season.caravan/caravan.yaml").write_text(
        "film: ../season.mp4\ninputs: [transcripts]\ntargets: [en]\nmemory:\n  paths:\n    - {path: ../lines.tmx, read_only: true}\n"
    )


def leftovers(folder, finished):
    """Files that are empty or unfinished, and editions of a run that came to nothing."""
    bad = []
    for path in folder.glob("**/*.caravan/**/*"):
        name = path.name
        if path.is_file() and (path.stat().st_size == 0 or name.endswith((".new", ".part", ".tmp")) or ".new." in name):
            if not name.startswith(("lock", ".lock")):
                bad.append(name)
        if not finished and path.suffix in (".mp4", ".mkv"):
            bad.append(name)
    for path in folder.glob("**/*.caravan/*/*.mp4"):
        command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path]
        if subprocess.run(command, capture_output=True).returncode:
            bad.append(f"{path.name}, which ffprobe refuses")
    return bad


def said(run):
    """The last thing that the program said to a person, or its first finding."""
    lines = [line for line in run.errors.splitlines() if line.strip()]
    findings = [e.get("finding", e) for e in run.events if e["event"] == "finding"]
    texts = lines[-1:] or [f"{f.get('code')}: {f.get('message')}" for f in findings]
    return (texts or run.codes() or ["–"])[0][:150].replace("|", "/")


def beginning(made, folder, seconds=20):
    """The first seconds of an episode and of its subtitles, in a folder of their own."""
    folder.mkdir()
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", made / "episode.mp4", "-t", str(seconds), "-c", "copy"]
    subprocess.run([*command, "-movflags", "faststart", folder / "episode.mp4"], check=True)
    blocks = (made / "episode.srt").read_text(encoding="utf-8").strip().split("\n\n")
    kept = [block for block in blocks if int(block.split("--> ")[1][6:8]) + 60 * int(block.split("--> ")[1][3:5]) < seconds]
    (folder / "episode.srt").write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    return folder


def damage(run):
    """What was said of a film that is broken: codes of findings beside those that every film may have, or the exit."""
    usual = ("loudness-", "dub-", "subtitle-", "peak-")
    return [code for code in run.codes() if not code.startswith(usual)] or ([said(run)] if run.code else [])


def cases(bench, project, made):
    """Name, run, whether it is right, what was said; one after another."""
    made = beginning(made, bench.work / "beginning")

    def fresh(name):
        return project(bench.work / f"hostile-{name}", made)

    def replaced(folder, data):
        (folder / "episode.mp4").unlink()
        (folder / "episode.mp4").write_bytes(data)

    whole = (made / "episode.mp4").read_bytes()
    words = ["dub", "episode.mp4", "--to", "en", "--json"]
    plain = [*words, "--subtitles", made / "episode.srt", "--voices", "piper"]

    folder = fresh("noise")
    replaced(folder, os.urandom(200_000))
    run = bench.caravan(folder, *plain)
    left = leftovers(folder, False)
    yield "200 KB of noise for a film", run, run.code in (1, 2) and not left, f"{said(run)} {left or ''}"

    folder = fresh("cut")
    replaced(folder, whole[: len(whole) // 2])
    run = bench.caravan(folder, *plain)
    left = leftovers(folder, run.code == 0)
    words_of = " ".join(damage(run)) or "not a word of it"
    yield "a film cut off in the middle", run, damage(run) and not left, f"{words_of} {left or ''}"

    folder = fresh("holes")
    data = bytearray(whole)
    middle = len(data) // 2
    data[middle : middle + 300_000] = bytes(300_000)
    replaced(folder, bytes(data))
    run = bench.caravan(folder, *plain)
    left = leftovers(folder, run.code == 0)
    words_of = " ".join(damage(run)) or "not a word of it"
    yield "300 KB of zeros in the middle", run, damage(run) and not left, f"{words_of} {left or ''}"

    folder = fresh("empty")
    replaced(folder, b"")
    run = bench.caravan(folder, *plain)
    left = leftovers(folder, False)
    yield "an empty film", run, run.code in (1, 2) and not left, f"{said(run)} {left or ''}"

    folder = fresh("mute")
    (folder / "episode.mp4").unlink()
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", made / "episode.mp4", "-an", "-c", "copy", folder / "episode.mp4"]
    subprocess.run(command, check=True)
    run = bench.caravan(folder, *plain)
    left = leftovers(folder, True)
    holds = run.code == 0 and "no-sound" in run.codes() and not left
    yield "no sound, with subtitles: a dub over silence", run, holds, f"{' '.join(run.codes())} {left or ''}"
    shutil.rmtree(folder / "episode.caravan")
    run = bench.caravan(folder, *words, "--read", "speech")
    left = leftovers(folder, False)
    yield "no sound, --read speech", run, run.code in (1, 2) and not left, f"{said(run)} {left or ''}"

    folder = fresh("silence")
    (folder / "episode.mp4").unlink()
    film(folder / "episode.mp4", 20, sound="anullsrc=r=48000:cl=stereo")
    run = bench.caravan(folder, *words)
    left = leftovers(folder, False)
    yield "20 s of silence and an empty picture", run, run.code in (1, 2) and not left, f"{said(run)} {left or ''}"

    folder = fresh("other")
    other = "\n".join(
        f"{n + 1}\n{clock(2.7 * n + 0.5)} --> {clock(2.7 * n + 2.4)}\n{text}\n"
        for n, text in enumerate("船已经开了。 今天的鱼很新鲜。 你把灯关上吧。 外面下雪了。 火车几点到站？".split() * 6)
    )
    (folder / "other.srt").write_text(other, encoding="utf-8")
    run = bench.caravan(folder, *words, "--subtitles", "other.srt", "--read", "speech", "--subtitles-only", environment=bench.offline)
    told = [c for c in run.codes() if c in ("other-episode", "subtitles-unsure")]
    left = leftovers(folder, True)
    yield "the subtitles of another episode, with --read speech", run, bool(told) and not left, f"{' '.join(run.codes())} {left or ''}"

    folder = fresh("tools")
    tools = bench.work / "tools"
    tools.mkdir()
    run = bench.caravan(folder, *plain, environment={"PATH": str(tools)})
    left = leftovers(folder, False)
    yield "no ffmpeg", run, run.code == 3 and "ffmpeg" in run.errors + run.output and not left, f"{said(run)} {left or ''}"

    folder = fresh("models")
    run = bench.caravan(folder, *plain, environment=bench.offline | {"XDG_DATA_HOME": str(tools)})
    left = leftovers(folder, False)
    holds = run.code in (1, 3) and "bootstrap" in run.errors + run.output and not left
    yield "no voices installed", run, holds, f"{said(run)} {left or ''}"

    # Killed where it stands, at three places; what is there is whole, and the same command goes on.
    folder = fresh("killed")
    bad = []
    for seconds in (1.5, 4, 8):
        command = [str((bench.options.binaries / "caravan").resolve()), *map(str, plain)]
        child = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        child.wait()
        bad += leftovers(folder, child.returncode == 0)
    run = bench.caravan(folder, *plain)
    holds = run.code == 0 and not bad and not leftovers(folder, True)
    yield "killed three times, then run again", run, holds, " ".join(bad) or "whole at every time"
