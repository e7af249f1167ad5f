"""What stands in the picture: subtitles, signs and the watermark, as ASS for libass; and the subtitle file."""

import numpy as np

from play import HEIGHT, WIDTH

FONT = "Noto Sans CJK SC"


def write(play, work):
    random = np.random.RandomState(3000 + play.seed)
    varied = play.seed > 0
    size = int(random.choice([56, 62, 68, 74])) if varied else 66
    low = int(random.choice([180, 220, 260, 300])) if varied else 236
    colour = str(random.choice(["&H00FFFFFF", "&H0060FFFF", "&H00F0F0F0"])) if varied else "&H00FFFFFF"
    corner = str(random.choice(["top right", "top left"])) if varied else "top right"
    watermark = str(random.choice(["云帆剧场", "星河短剧", "晨光剧社"])) if varied else "云帆剧场"
    play.look = {"watermark": watermark, "corner": corner, "size": size, "low": low}

    def style(name, *values):
        return f"Style: {name},{FONT}," + ",".join(str(value) for value in values)

    def time(seconds):
        # libass rounds down to hundredths; a frame before the next one begins is safe.
        hundredths = int(round(seconds * 100))
        return f"{hundredths // 360000}:{hundredths // 6000 % 60:02}:{hundredths // 100 % 60:02}.{hundredths % 100:02}"

    def event(start, end, name, text, layer=0):
        return f"Dialogue: {layer},{time(start)},{time(end)},{name},,0,0,0,,{text}"

    right = corner == "top right"
    # Scale, spacing and angle; the colour of the signs' paper.
    plain, paper = (100, 100, 0, 0), "&H00D0E8F0"
    x, align = (WIDTH - 36, 9) if right else (36, 7)
    lines = [
        "[Script Info]",
        "ScriptType: v4.00+",
        f"PlayResX: {WIDTH}",
        f"PlayResY: {HEIGHT}",
        "WrapStyle: 2",
        "ScaledBorderAndShadow: yes",
        "",
        "[V4+ Styles]",
        "Format: Name,Fontname,Fontsize,PrimaryColour,SecondaryColour,OutlineColour,BackColour,Bold,Italic,Underline,"
        "StrikeOut,ScaleX,ScaleY,Spacing,Angle,BorderStyle,Outline,Shadow,Alignment,MarginL,MarginR,MarginV,Encoding",
        style("line", size, colour, "&H00FFFFFF", "&H00101010", "&H80000000", *"0000", *plain, 1, 3, 1, 2, 30, 30, low, 1),
        style("sign", 76, "&H00304080", "&H00FFFFFF", paper, paper, *"1000", *plain, 3, 14, 0, 5, 0, 0, 0, 1),
        style("mark", 30, "&H60FFFFFF", "&H00FFFFFF", "&HA0000000", "&HFF000000", *"1000", *plain, 1, 1, 0, align, 0, 0, 0, 1),
        "",
        "[Events]",
        "Format: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text",
        event(0, play.duration, "mark", rf"{{\pos({x},60)}}{watermark}", 2),
        # A small sail beside the name.
        event(
            0,
            play.duration,
            "mark",
            rf"{{\an7\pos({x - 170 if right else x + 140},58)\p1}}m 0 34 l 18 0 l 18 34 m 22 8 l 34 34 l 22 34{{\p0}}",
            2,
        ),
    ]
    for sign in play.signs:
        lines.append(event(sign["shown"], sign["hidden"], "sign", rf"{{\pos({WIDTH // 2},330)}}{sign['text']}", 1))
    # libass takes a size for the height of a line; a character of this font is 0.69 of it.
    most = int((WIDTH - 60) / (0.69 * size))
    for line in play.lines:
        lines.append(event(line.shown, line.hidden, "line", r"\N".join(wrapped(line.burned, most))))
    (work / "titles.ass").write_text("\n".join(lines) + "\n", encoding="utf-8")


def wrapped(text, most):
    """One line, or two cut at the space or mark nearest to the middle."""
    if len(text) <= most:
        return [text]
    places = [n + 1 for n, character in enumerate(text[:-1]) if character in " ？！"]
    fitting = [place for place in places if place <= most and len(text) - place <= most]
    cut = min(fitting or [len(text) // 2], key=lambda place: abs(place - len(text) / 2))
    return [text[:cut].strip(), text[cut:].strip()]


def srt(play):
    def time(seconds):
        millis = int(round(seconds * 1000))
        return f"{millis // 3600000:02}:{millis // 60000 % 60:02}:{millis // 1000 % 60:02},{millis % 1000:03}"

    cues = (
        f"{number}\n{time(line.shown)} --> {time(line.hidden)}\n{line.who}：{line.text}\n"
        for number, line in enumerate(play.lines, 1)
    )
    return "\n".join(cues)
