"""What was read, heard and spoken, held against what an episode is known to hold (`truth.json` of script/episode)."""

import re
import subprocess

MARKS = "，。？！：；、“”‘’…—·,.?!:;'\"-"


def letters(text, marks=False):
    """The characters that count: no spaces, and marks only when asked for; full-width marks as narrow ones."""
    narrow = text.translate(str.maketrans("，。？！：；", ",.?!:;"))
    return "".join(c for c in narrow if not c.isspace() and (marks or c not in MARKS))


def distance(one, other):
    """Levenshtein's."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def seconds(clock):
    value = 0.0
    for part in clock.strip().replace(",", ".").split(":"):
        value = value * 60 + float(part)
    return value


def transcript(path):
    """Start, end, name, text of every line of an ASS file in order of time."""
    if not path.exists():
        return []
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("Dialogue:"):
            fields = line.split(":", 1)[1].split(",", 9)
            text = re.sub(r"\{[^}]*\}", "", fields[9]).replace(r"\N", " ")
            lines.append((seconds(fields[1]), seconds(fields[2]), fields[4], text))
    return sorted(lines)


def cues(path):
    """Start, end and lines of every cue of an SRT file."""
    found = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        _, times, *lines = block.splitlines()
        start, end = times.split(" --> ")
        found.append((seconds(start), seconds(end), lines))
    return found


def pairs(truth, read, marks=False):
    """The alignment in order with the fewest wrong characters: indices, None for a line that is missing or made up."""
    one, other = [letters(t, marks) for t in truth], [letters(t, marks) for t in read]
    best = {(0, 0): (0, None)}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1, j - 1][0] + distance(one[i - 1], other[j - 1]), (i - 1, j - 1)))
            if i:
                ways.append((best[i - 1, j][0] + len(one[i - 1]), (i - 1, j)))
            if j:
                ways.append((best[i, j - 1][0] + len(other[j - 1]), (i, j - 1)))
            if ways:
                best[i, j] = min(ways)
    place, found = (len(one), len(other)), []
    while place != (0, 0):
        before = best[place][1]
        found.append((before[0] if place[0] > before[0] else None, before[1] if place[1] > before[1] else None))
        place = before
    return found[::-1]


def character_error(truth, read, marks=False):
    """Share of characters that are wrong, missing or too many, line by line; and the lines that differ."""
    wrong, different = 0, []
    for i, j in pairs(truth, read, marks):
        one = letters(truth[i], marks) if i is not None else ""
        other = letters(read[j], marks) if j is not None else ""
        away = distance(one, other)
        wrong += away
        if away:
            different.append((one, other))
    return wrong / max(1, sum(len(letters(t, marks)) for t in truth)), different


def whole_error(truth, read):
    """The same over all the text at once, where lines were divided otherwise."""
    one, other = (letters("".join(texts)) for texts in (truth, read))
    return distance(one, other) / max(1, len(one))


def told_apart(lines, heard):
    """Share of the pairs of lines that are rightly of one speaker or of two; None where no names were given."""
    names = []
    for line in lines:
        start, end = line["speech"]
        shares = [(min(end, h[1]) - max(start, h[0]), h[2]) for h in heard]
        share, name = max(shares, default=(0, ""))
        names.append((line["who"], name if share > 0 and name else None))
    named = [pair for pair in names if pair[1]]
    right = total = 0
    for index, (who, name) in enumerate(named):
        for other, its in named[:index]:
            total += 1
            right += (who == other) == (name == its)
    return right / total if total else None


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def samples(path, rate=16_000):
    """The first sound of a file, mono, as a list of levels: dB of each 10 ms."""
    import array
    import math

    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(path), "-map", "0:a:0", "-ac", "1", "-ar", str(rate)]
    raw = subprocess.run([*command, "-f", "f32le", "-"], check=True, stdout=subprocess.PIPE).stdout
    values = array.array("f", raw)
    step = rate // 100
    return [
        10 * math.log10(sum(v * v for v in values[at : at + step]) / step + 1e-12)
        for at in range(0, len(values) - step + 1, step)
    ]


def onsets(levels, spans):
    """Where speech is heard to begin in each span, in seconds, by the number of the span: the first level within 35 dB of the
    loudest; None where nothing is heard. Spans that begin before another has ended are left out."""
    found, before = {}, 0.0
    for number, (start, end) in sorted(enumerate(spans), key=lambda one: one[1]):
        near = levels[max(0, round((start - 0.08) * 100)) : round(end * 100) + 1]
        top = max(near, default=-120)
        if top < -60:
            found[number] = None
        elif start >= before + 0.1:
            first = next(n for n, level in enumerate(near) if level > top - 35)
            found[number] = max(0, round((start - 0.08) * 100)) / 100 + first / 100
        before = max(before, end)
    return found


def loudness(path, spans=None):
    """Integrated loudness and true peak of the first sound of a file by ffmpeg's ebur128; of the spans alone, the loudness only
    of those."""
    chosen = ""
    if spans:
        chosen = "aselect='" + "+".join(f"between(t,{a:.3f},{b:.3f})" for a, b in spans) + "',asetpts=N/SR/TB,"
    command = ["ffmpeg", "-nostdin", "-hide_banner", "-i", str(path), "-map", "0:a:0"]
    command += ["-af", f"{chosen}ebur128=peak=true:framelog=verbose", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    last = said[said.rindex("Summary:") :]
    return float(re.search(r"I:\s+(-?[\d.]+|-inf)", last)[1]), float(re.search(r"Peak:\s+(-?[\d.]+|-inf)", last)[1])
