"""Music, room, effects, and the mix."""

import re
import subprocess
import wave

import numpy as np

RATE = 48000


def mix(play, work):
    """Writes mix.wav, speech.wav and bed.wav. Gives what ffmpeg measures of each, in LUFS and dBTP."""
    count = int(round(play.duration * RATE))
    speech = np.zeros((count, 2), np.float32)
    for line in play.lines:
        start = int(round(line.start * RATE))
        part = line.samples[: count - start]
        speech[start : start + len(part)] += part[:, None]
    random = np.random.RandomState(2000 + play.seed)
    bed = music(play, count, random) + room(count, random) + effects(play, count, random)
    peak = np.abs(speech + bed).max()
    if peak > 0.85:
        speech, bed = speech * (0.85 / peak), bed * (0.85 / peak)
    loudness = {}
    for name, samples in {"speech": speech, "bed": bed, "mix": speech + bed}.items():
        write(work / f"{name}.wav", samples)
        loudness[name] = measure(work / f"{name}.wav")
    return loudness


def music(play, count, random):
    """A pad, a bass and plucked notes over a circle of four chords in minor."""
    out = np.zeros((count, 2))
    root = 45 + random.randint(0, 8)
    beat = 60 / random.uniform(66, 104)
    circles = [[0, -4, 3, -2], [0, 5, -4, 7], [0, 3, -2, 5]]
    circle = circles[random.randint(len(circles))]
    minor = {0: (0, 3, 7), -4: (0, 4, 7), 3: (0, 4, 7), -2: (0, 4, 7), 5: (0, 3, 7), 7: (0, 3, 7)}

    def hertz(note):
        return 440 * 2 ** ((note - 69) / 12)

    def add(start, seconds, note, gain, pan, attack, decay, harmonics):
        first = int(start * RATE)
        length = min(int(seconds * RATE), count - first)
        if length <= 0:
            return
        time = np.arange(length) / RATE
        shape = np.minimum(1, time / attack) * np.minimum(1, (length / RATE - time) / 0.08) * np.exp(-time * decay)
        tone = sum(g * np.sin(2 * np.pi * hertz(note) * k * time + random.rand() * 6.28) for k, g in harmonics)
        out[first : first + length] += (gain * shape * tone)[:, None] * [1 - pan, 1 + pan]

    bar, place, number = 4 * beat, 0.0, 0
    while place < count / RATE:
        chord = circle[number % 4]
        for step, pan in zip(minor[chord], (-0.5, 0.5, 0)):
            add(place, bar + 0.1, root + 12 + chord + step, 0.30, pan, 0.5, 0.05, [(1, 1), (2, 0.3), (3, 0.12)])
            add(place, bar + 0.1, root + 12.06 + chord + step, 0.22, -pan, 0.5, 0.05, [(1, 1), (2, 0.2)])
        add(place, bar, root - 12 + chord, 0.7, 0, 0.02, 0.5, [(1, 1), (2, 0.4)])
        for eighth in range(8):
            if random.rand() < 0.55:
                step = minor[chord][random.randint(3)] + 24
                pan = random.uniform(-0.8, 0.8)
                start = place + eighth * beat / 2
                add(start, 1.4, root + chord + step, 0.45, pan, 0.004, 4, [(1, 1), (2, 0.5), (4, 0.1)])
        place += bar
        number += 1
    edge = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / RATE)
    level = random.uniform(-36, -30)
    return out * edge[:, None] * (10 ** (level / 20) / np.sqrt(np.mean(out**2)))


def room(count, random):
    """Noise that falls with frequency, at −56 dB."""
    noise = random.standard_normal((count, 2))
    spectrum = np.fft.rfft(noise, axis=0)
    spectrum /= np.sqrt(np.arange(len(spectrum)) + 50)[:, None]
    noise = np.fft.irfft(spectrum, count, axis=0)
    return noise * (10 ** (-56 / 20) / np.sqrt(np.mean(noise**2)))


def effects(play, count, random):
    """Knocks before the first line and a blow in the widest gap; their times go to `play.effects`."""
    out = np.zeros((count, 2))
    gaps = [(b.start - a.end, a.end) for a, b in zip(play.lines, play.lines[1:])]
    play.effects = [("knock", 1.1), ("knock", 1.35), ("blow", max(gaps)[1] + 0.1)]
    for kind, time in play.effects:
        length = int(RATE * (0.12 if kind == "knock" else 0.3))
        shape = np.exp(-np.arange(length) / RATE * (60 if kind == "knock" else 18))
        noise = random.standard_normal(length)
        if kind == "knock":
            noise = np.sin(2 * np.pi * 180 * np.arange(length) / RATE) + 0.3 * noise
        first = int(time * RATE)
        out[first : first + length] += (0.12 * shape * noise)[: max(0, count - first), None]
    return out


def write(path, samples):
    data = np.clip(np.round(samples * 32767), -32768, 32767).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(data.tobytes())


def measure(path):
    command = ["ffmpeg", "-nostdin", "-hide_banner", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
    text = subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True).stderr.rsplit("Summary:", 1)[-1]
    return {
        "integrated": float(re.search(r"I:\s+(\S+) LUFS", text)[1]),
        "peak": float(re.search(r"Peak:\s+(\S+) dBFS", text)[1]),
    }
