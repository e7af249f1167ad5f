"""A scene as it is played: which lines, by whom, when, and what is seen meanwhile."""

import numpy as np

FRAMES = 25
WIDTH, HEIGHT = 720, 1280


class Line:
    def __init__(self, number, who, text, pinyin, style, overlap):
        self.id = f"{number + 1:03}"
        self.who, self.text, self.pinyin, self.style, self.overlap = who, text, pinyin, style, overlap
        # Samples at 48 kHz without silence around them; set by `voices`.
        self.samples = None
        # Seconds; set by `Play.arrange`. The subtitle stands on whole frames.
        self.start = self.end = self.shown = self.hidden = 0.0

    @property
    def seconds(self):
        return len(self.samples) / 48000

    @property
    def burned(self):
        """As the picture shows it: no full stop, a space for each comma."""
        return self.text.rstrip("。").replace("，", " ").replace("。", " ")


class Play:
    def __init__(self, scenes, seed):
        self.seed = seed
        self.random = np.random.RandomState(1000 + seed)
        scene = scenes[seed % len(scenes)]
        self.id, self.title, self.signs = scene["id"], scene["title"], [dict(sign) for sign in scene["signs"]]
        self.characters = {name: dict(one) for name, one in scene["characters"].items()}
        varied = seed >= len(scenes)
        self.speed = 1.12 if not varied else float(self.random.uniform(1.0, 1.3))
        self.gap = 0.42 if not varied else float(self.random.uniform(0.25, 0.8))

        # Lines that nothing else hangs on may be missing.
        wanted = list(range(len(scene["lines"])))
        if varied:
            free = [n for n, line in enumerate(scene["lines"]) if "style" not in line and "or" in line]
            for number in self.random.permutation(free)[: self.random.randint(0, max(1, len(wanted) - 28))]:
                wanted.remove(number)
            women = [one for one in self.characters.values() if one["gender"] == "female"]
            for one, voice in zip(women, self.random.permutation(4)):
                one["voice"] = int(voice)
        self.lines = []
        places = {}
        for number in wanted:
            line = scene["lines"][number]
            wordings = [line, *line.get("or", [])]
            wording = wordings[self.random.randint(len(wordings)) if varied else 0]
            places[number] = len(self.lines)
            self.lines.append(
                Line(
                    len(self.lines),
                    line["who"],
                    wording["text"],
                    wording["pinyin"],
                    line.get("style", "normal"),
                    line.get("overlap", False),
                )
            )
        for sign in self.signs:
            while sign["line"] not in places:
                sign["line"] -= 1
            sign["line"] = places[sign["line"]]

    def arrange(self):
        """Gives every line, sign and shot its time."""
        first = 2.2
        place = first
        self.cuts = []
        for number, line in enumerate(self.lines):
            pause = self.gap * self.random.uniform(0.5, 1.6) if number else 0
            # Signs are given time to be read.
            if number and any(sign["line"] == number for sign in self.signs):
                pause += 1.6
            if line.overlap:
                before = self.lines[number - 1]
                place = before.start + 0.55 * before.seconds
                line.start = place
            else:
                line.start = place + pause
            line.end = line.start + line.seconds
            place = max(place, line.end)
        self.duration = np.ceil((place + 1.8) * FRAMES) / FRAMES

        for number, line in enumerate(self.lines):
            line.shown = np.floor(line.start * FRAMES) / FRAMES
            limit = self.duration
            for other in self.lines[number + 1 :]:
                if other.start >= line.end:
                    limit = np.floor(other.start * FRAMES) / FRAMES - 2 / FRAMES
                    break
            line.hidden = max(np.ceil(line.end * FRAMES) / FRAMES, min(limit, line.shown + 0.84))
            line.hidden = round(min(line.hidden, max(limit, line.shown + 0.2)) * FRAMES) / FRAMES

        # A shot for each sign, then one shot a speaker, or two lines.
        self.shots = [{"start": 0.0, "who": None}]
        held = 0
        for number, line in enumerate(self.lines):
            if line.overlap:
                continue
            changes = number == 0 or line.who != self.lines[number - 1].who
            held += 1
            before = self.lines[number - 1].end if number else 0
            signs = [sign for sign in self.signs if sign["line"] == number and number]
            if signs:
                cut = np.ceil((before + 0.12) * FRAMES) / FRAMES
                self.shots.append({"start": cut, "who": None})
            if number == 0 or signs or (changes and (held >= 2 or self.random.rand() < 0.45)):
                lead = self.random.choice([0.0, 0.04, 0.12, 0.2]) if line.start - before > 0.3 else 0.0
                cut = np.floor((line.start - lead) * FRAMES) / FRAMES
                if cut - self.shots[-1]["start"] >= 0.6:
                    self.shots.append({"start": cut, "who": line.who})
                    held = 0
        self.cuts = [shot["start"] for shot in self.shots[1:]]
        for shot, end in zip(self.shots, [*self.cuts, self.duration]):
            shot["end"] = end
        for sign in self.signs:
            before = self.lines[sign["line"]].start
            shot = next(shot for shot in reversed(self.shots) if shot["who"] is None and shot["start"] <= before)
            sign["shown"] = round((shot["start"] + 0.2) * FRAMES) / FRAMES
            sign["hidden"] = shot["end"]

    def truth(self):
        def seconds(value):
            return round(float(value), 3)

        return {
            "seed": self.seed,
            "scene": self.id,
            "title": self.title,
            "width": WIDTH,
            "height": HEIGHT,
            "fps": FRAMES,
            "duration": seconds(self.duration),
            "speed": round(self.speed, 3),
            "characters": self.characters,
            "lines": [
                {
                    "id": line.id,
                    "who": line.who,
                    "text": line.text,
                    "burned": line.burned,
                    "pinyin": line.pinyin,
                    "style": line.style,
                    "overlaps": line.overlap,
                    "speech": [seconds(line.start), seconds(line.end)],
                    "subtitle": [seconds(line.shown), seconds(line.hidden)],
                }
                for line in self.lines
            ],
            "signs": [
                {"text": sign["text"], "time": [seconds(sign["shown"]), seconds(sign["hidden"])]} for sign in self.signs
            ],
            "cuts": [seconds(cut) for cut in self.cuts],
            "watermark": {"text": self.look["watermark"], "corner": self.look["corner"]},
            "effects": [{"kind": kind, "time": seconds(time)} for kind, time in self.effects],
        }
