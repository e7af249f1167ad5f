"""The picture: shots with a background and one person, who moves the lips while speaking."""

import subprocess
import sys

import numpy as np

from play import FRAMES, HEIGHT, WIDTH

# Drawn small and enlarged: backgrounds are out of focus anyway.
W, H = WIDTH // 2, HEIGHT // 2
ROWS, COLUMNS = np.mgrid[0:H, 0:W].astype(np.float32)


def film(play, work):
    random = np.random.RandomState(4000 + play.seed)
    clothes = {name: random.randint(30, 200, 3).astype(np.float32) for name in play.characters}
    hair = {name: random.randint(10, 60, 3).astype(np.float32) for name in play.characters}
    filters = f"scale={WIDTH}:{HEIGHT}:flags=bicubic,noise=alls=5:allf=t:all_seed={7 + play.seed},ass=titles.ass"
    filters += ",format=yuv420p"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{W}x{H}"]
    command += ["-r", str(FRAMES), "-i", "-", "-i", "mix.wav", "-vf", filters, "-map", "0:v", "-map", "1:a"]
    # The number of threads changes what x264 writes.
    command += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-threads", "2", "-g", "50"]
    command += ["-c:a", "aac", "-b:a", "160k", "-ar", "48000", "-metadata:s:a:0", "language=chi"]
    command += ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"]
    command += ["-movflags", "+faststart", "episode.mp4"]
    encoder = subprocess.Popen(command, cwd=work, stdin=subprocess.PIPE)
    try:
        last = -1.0
        for shot in play.shots:
            drawing = Drawing(shot, random, clothes, hair, last)
            last = drawing.brightness
            for frame in range(round(shot["start"] * FRAMES), round(shot["end"] * FRAMES)):
                encoder.stdin.write(drawing.frame(frame / FRAMES, mouth(play, shot["who"], frame / FRAMES)).tobytes())
        encoder.stdin.close()
    except BrokenPipeError:
        pass
    if encoder.wait():
        sys.exit("episode: ffmpeg could not write the film")


def mouth(play, who, time):
    """How far the mouth of a person is open, 0 to 1."""
    for line in play.lines:
        if line.who == who and line.start <= time < line.end:
            first = int((time - line.start) * 48000)
            part = line.samples[first : first + 1920]
            return float(min(1, 6 * np.sqrt(np.mean(part**2)))) if len(part) else 0
    return 0.0


class Drawing:
    """One shot."""

    def __init__(self, shot, random, clothes, hair, before):
        self.start, self.who = shot["start"], shot["who"]
        # Neighbouring shots differ in brightness, so that every cut is one.
        self.brightness = random.uniform(0.25, 0.85)
        while abs(self.brightness - before) < 0.2:
            self.brightness = random.uniform(0.25, 0.85)
        top, bottom = (random.uniform(0.3, 1, 3) * 255 * self.brightness for _ in range(2))
        angle = random.uniform(-0.6, 0.6)
        share = np.clip(ROWS / H + angle * (COLUMNS / W - 0.5), 0, 1)[..., None]
        image = top * (1 - share) + bottom * share
        # Windows or lamps behind.
        for _ in range(random.randint(5, 12)):
            x, y, r = random.uniform(0, W), random.uniform(0, H * 0.75), random.uniform(8, 60)
            light = random.uniform(-0.5, 0.7)
            distance = np.hypot(COLUMNS - x, (ROWS - y) * random.uniform(0.5, 1))
            light = light * np.clip((r - distance) / 4, 0, 1)
            image += light[..., None] * random.uniform(60, 160, 3)
        self.image = np.clip(image, 0, 255).astype(np.float32)
        self.pan = random.uniform(-6, 6)
        self.x, self.y = W * random.uniform(0.36, 0.64), H * random.uniform(0.36, 0.46)
        self.scale = random.uniform(0.8, 1.35)
        self.sway = random.uniform(0.5, 1.2)
        if self.who:
            self.clothes, self.hair = clothes[self.who], hair[self.who]

    def frame(self, time, open_mouth):
        local = time - self.start
        shift = int(round(self.pan * local))
        image = self.image[:, np.clip(np.arange(W) + shift, 0, W - 1)]
        if not self.who:
            # A light wanders over the place.
            x = W * (0.2 + 0.12 * local)
            light = 40 * np.clip(1 - np.hypot(COLUMNS - x, ROWS - H * 0.6) / 120, 0, 1)
            return np.clip(image + light[..., None], 0, 255).astype(np.uint8)
        s = self.scale
        x = self.x + 3 * np.sin(self.sway * local)
        y = self.y + 2 * np.sin(1.7 * self.sway * local)
        skin = np.array([226, 188, 160], np.float32)
        ellipse(image, x, y + 190 * s, 110 * s, 130 * s, self.clothes)
        ellipse(image, x, y - 8 * s, 56 * s, 68 * s, self.hair)
        ellipse(image, x, y + 60 * s, 17 * s, 36 * s, skin * 0.9)
        ellipse(image, x, y, 44 * s, 57 * s, skin)
        blink = 0.15 if local % 3 > 2.86 else 1
        for side in (-1, 1):
            ellipse(image, x + side * 17 * s, y - 8 * s, 6 * s, 4 * s * blink + 0.5, np.array([40, 30, 30], np.float32))
        lips = np.array([130, 40, 45], np.float32)
        ellipse(image, x, y + 28 * s, (11 - 2 * open_mouth) * s, (1.5 + 9 * open_mouth) * s, lips)
        return np.clip(image, 0, 255).astype(np.uint8)


def ellipse(image, x, y, across, down, colour):
    """Draws with a soft edge, touching only the pixels around it."""
    left, right = max(0, int(x - across - 2)), min(W, int(x + across + 3))
    top, bottom = max(0, int(y - down - 2)), min(H, int(y + down + 3))
    if left >= right or top >= bottom:
        return
    dx = (COLUMNS[top:bottom, left:right] - x) / across
    dy = (ROWS[top:bottom, left:right] - y) / down
    cover = np.clip((1 - np.sqrt(dx * dx + dy * dy)) * min(across, down) / 1.5 + 0.5, 0, 1)[..., None]
    part = image[top:bottom, left:right]
    part += cover * (colour - part)
