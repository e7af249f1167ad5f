"""Speaks the lines: Kokoro through caravan-speech, or espeak-ng where that is not installed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

RATE = 48000


def speak(play, work, kind):
    """Sets the samples of every line. Gives the kind of voice that spoke."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    series = Path(home) / "caravan/series"
    worker = series / "bin/caravan-speech"
    if kind == "auto":
        kind = "kokoro" if worker.exists() else "espeak"
    if kind == "kokoro" and not worker.exists():
        sys.exit(f"episode: {worker} is not there; run script/bootstrap series")
    (kokoro if kind == "kokoro" else espeak)(play, work, series)
    for line in play.lines:
        samples = read(work / f"{line.id}.wav")
        samples = squeezed(trimmed(samples))
        line.samples = styled(samples, line.style, play.random)
    return kind


def kokoro(play, work, series):
    jobs = [
        {
            "id": line.id,
            "pinyin": [line.pinyin],
            "speaker": play.characters[line.who]["voice"],
            "speed": play.speed * (1.08 if line.style == "shout" else 1),
            "out": str(work / f"{line.id}.wav"),
        }
        for line in play.lines
    ]
    done = subprocess.run(
        [series / "bin/caravan-speech", "speak", "--voice", series / "kokoro", "--kind", "kokoro"],
        input="".join(json.dumps(job) + "\n" for job in jobs),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [answer for answer in answers if "error" in answer]
    if done.returncode or failed or len(answers) <= len(jobs):
        sys.exit(f"episode: caravan-speech failed: {failed or done.stderr[-2000:]}")


def espeak(play, work, series):
    variants = ["f2", "f3", "f4", "f5", "m3"]
    for line in play.lines:
        voice = play.characters[line.who]["voice"]
        command = ["espeak-ng", "-v", f"cmn-latn-pinyin+{variants[voice]}", "-s", str(round(170 * play.speed))]
        subprocess.run([*command, "-w", work / f"{line.id}.wav", line.pinyin], check=True)


def read(path):
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", path, "-f", "f32le", "-ac", "1", "-ar", str(RATE), "-"]
    return np.frombuffer(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout, "<f4")


def levels(samples, step=RATE // 100):
    """Root mean square of each 10 ms."""
    count = max(1, len(samples) // step)
    return np.sqrt(np.mean(samples[: count * step].reshape(count, -1) ** 2, axis=1) + 1e-12)


def trimmed(samples):
    level = levels(samples)
    loud = np.nonzero(level > level.max() * 10 ** (-42 / 20))[0]
    return samples[loud[0] * RATE // 100 : (loud[-1] + 1) * RATE // 100]


def squeezed(samples, longest=0.22):
    """Pauses inside a line are cut to what a quick dialogue has."""
    step = RATE // 100
    level = levels(samples)
    quiet = level < level.max() * 10 ** (-42 / 20)
    kept, run = [], 0
    for number, is_quiet in enumerate(quiet):
        run = run + 1 if is_quiet else 0
        if run * 0.01 <= longest:
            kept.append(samples[number * step : (number + 1) * step])
    return np.concatenate(kept)


def styled(samples, style, random):
    """Brings a line to its level: RMS of what is loud, in dB of full scale."""
    if style == "whisper":
        samples = whispered(samples, random)
    level = levels(samples)
    active = np.sqrt(np.mean(level[level > level.max() * 0.1] ** 2))
    target = {"normal": -21, "shout": -15, "whisper": -29}[style]
    samples = samples * (10 ** (target / 20) / active)
    if style == "shout":
        # A strained voice is compressed.
        samples = np.tanh(samples * 2.2) / 2.2
    fade = np.minimum(1, np.arange(len(samples)) / 96)
    return (samples * fade * fade[::-1]).astype(np.float32)


def whispered(samples, random):
    """Breath instead of a voice: noise through the spectral envelope of the speech, a little of the voice left."""
    size, hop = 1024, 256
    window = np.hanning(size)
    padded = np.pad(samples, (size, size))
    noise = random.standard_normal(len(padded))
    out = np.zeros(len(padded))
    smooth = np.hanning(19)
    smooth /= smooth.sum()
    for start in range(0, len(padded) - size, hop):
        speech = np.fft.rfft(padded[start : start + size] * window)
        breath = np.fft.rfft(noise[start : start + size] * window)
        envelope = np.convolve(np.abs(speech), smooth, "same")
        # Without the hum of the larynx there is little below 300 Hz.
        envelope *= np.minimum(1, np.arange(len(envelope)) / 8)
        mixed = 0.8 * envelope * breath / (np.abs(breath).mean() + 1e-9) + 0.45 * speech
        out[start : start + size] += np.fft.irfft(mixed) * window
    return out[size:-size] / 1.5
