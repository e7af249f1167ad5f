"""Reads writing in pictures with the models of PaddleOCR (PP-OCRv4, as packed in rapidocr-onnxruntime) until standard
input ends. One JSON object a line in, one a line out, in the same order.

In:  {"id": 1, "task": "detect" | "recognize" | "read",
      "image": PATH  or  "pixels": BASE64 or "file": PATH, with "width", "height", "channels" (1 grey, 3 RGB),
      "boxes": [[x, y, width, height], …]   for recognize; without them the whole picture is one line,
      "side": 960}                          longest side for detection: pictures are made smaller, never larger than 2x
Out: {"id": 1, "lines": [{"box": [x, y, width, height], "score": 0.9, "text": "…", "confidence": 0.98,
      "characters": [["字", 0.99, x], …]}]}  or  {"id": 1, "error": "…"}
detect gives boxes with their scores, recognize texts of given boxes, read both. x of a character is its middle.
The first line out is {"ready": true}, or {"error": …} when the models cannot be loaded.

Argument 1 is the number of threads (1 when missing).
"""

import base64
import ctypes
import json
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
MAX_PIXELS = 64_000_000
LINE_HEIGHT = 48  # of the recognition model
WIDEST = 3200  # pixels of a line at that height


def main():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    out = sys.stdout
    try:
        reader = Reader(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    except Exception as error:  # a missing package or model: said, not thrown at the user
        say(out, {"error": f"The reader's models could not be loaded: {error}"})
        return 1
    say(out, {"ready": True})
    for line in sys.stdin:
        if not line.strip():
            continue
        job = {}
        try:
            job = json.loads(line)
            say(out, {"id": job.get("id"), "lines": reader.do(job)})
        except Exception as error:  # one bad picture must not end the others
            name = job.get("id") if isinstance(job, dict) else None
            say(out, {"id": name, "error": f"{type(error).__name__}: {error}"})
    return 0


def say(out, value):
    out.write(json.dumps(value, ensure_ascii=False) + "\n")
    out.flush()


class Reader:
    def __init__(self, threads):
        import importlib.util

        import onnxruntime

        spec = importlib.util.find_spec("rapidocr_onnxruntime")
        if spec is None or not spec.submodule_search_locations:
            raise RuntimeError("rapidocr-onnxruntime is not installed")
        # Its models alone are used: its own code wants more packages and pads every line to the widest.
        folder = os.path.join(list(spec.submodule_search_locations)[0], "models")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4

        def session(name):
            return onnxruntime.InferenceSession(
                os.path.join(folder, name), options, providers=["CPUExecutionProvider"]
            )

        self.detector = session("ch_PP-OCRv4_det_infer.onnx")
        self.recognizer = session("ch_PP-OCRv4_rec_infer.onnx")
        known = self.recognizer.get_modelmeta().custom_metadata_map["character"]
        # CTC: class 0 is the blank, the last is a space.
        self.characters = [""] + known.splitlines() + [" "]

    def do(self, job):
        picture = load(job)
        task = job.get("task", "read")
        if task == "recognize":
            height, width = picture.shape[:2]
            found = [{"box": box, "score": 1.0} for box in job.get("boxes") or [[0, 0, width, height]]]
        else:
            found = self.detect(picture, int(job.get("side", 960)))
        if task != "detect":
            for line in found:
                line.update(self.recognize(picture, line["box"]))
        return found

    def detect(self, picture, side):
        import cv2
        import numpy

        height, width = picture.shape[:2]
        scale = min(2.0, max(32, min(side, 4096)) / max(height, width))
        # The network wants multiples of 32.
        wide = max(32, round(width * scale / 32) * 32)
        high = max(32, round(height * scale / 32) * 32)
        small = cv2.resize(picture, (wide, high), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        pixels = (small.astype("float32") / 127.5 - 1).transpose(2, 0, 1)[None]
        map_ = self.detector.run(None, {self.detector.get_inputs()[0].name: pixels})[0][0, 0]
        mask = cv2.dilate((map_ > 0.3).astype("uint8"), numpy.ones((2, 2), "uint8"))
        count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
        boxes = []
        for index in range(1, min(count, 1001)):
            x, y, w, h, area = (int(value) for value in stats[index])
            if w < 4 or h < 4:
                continue
            part = labels[y : y + h, x : x + w] == index
            score = float(map_[y : y + h, x : x + w][part].mean())
            if score < 0.5:
                continue
            # The network marks the inner part of a line; its outline stands off by area × ratio ÷ perimeter.
            grow = w * h * 1.6 / (2 * (w + h))
            left = max(0.0, (x - grow) * width / wide)
            top = max(0.0, (y - grow) * height / high)
            right = min(float(width), (x + w + grow) * width / wide)
            bottom = min(float(height), (y + h + grow) * height / high)
            box = [round(left), round(top), round(right) - round(left), round(bottom) - round(top)]
            boxes.append({"box": box, "score": round(score, 4)})
        boxes.sort(key=lambda found: (found["box"][1], found["box"][0]))
        return boxes

    def recognize(self, picture, box):
        import cv2

        height, width = picture.shape[:2]
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        right, bottom = min(width, left + int(box[2])), min(height, top + int(box[3]))
        if right - left < 2 or bottom - top < 2:
            return {"text": "", "confidence": 0.0, "characters": []}
        crop = picture[top:bottom, left:right]
        wide = min(WIDEST, max(16, round((right - left) * LINE_HEIGHT / (bottom - top))))
        way = cv2.INTER_AREA if bottom - top > LINE_HEIGHT else cv2.INTER_CUBIC
        crop = cv2.resize(crop, (wide, LINE_HEIGHT), interpolation=way)
        pixels = (crop.astype("float32") / 127.5 - 1).transpose(2, 0, 1)[None]
        rows = self.recognizer.run(None, {self.recognizer.get_inputs()[0].name: pixels})[0][0]
        best = rows.argmax(axis=1)
        characters = []
        before = 0
        for step, label in enumerate(best):
            label = int(label)
            if label != 0 and label < len(self.characters):
                sure = float(rows[step, label])
                if label != before:
                    x = left + (step + 0.5) / len(best) * (right - left)
                    characters.append([self.characters[label], sure, x])
                elif sure > characters[-1][1]:
                    characters[-1][1] = sure
            before = label
        characters = with_spaces(characters, crop, left, (right - left) / wide)
        text = "".join(character[0] for character in characters)
        letters = [character for character in characters if character[0] != " "]
        sure = sum(character[1] for character in letters) / len(letters) if letters else 0.0
        return {
            "text": text,
            "confidence": round(sure, 4),
            "characters": [[name, round(value, 4), round(x, 1)] for name, value, x in characters],
        }


def with_spaces(characters, crop, left, scale):
    """The recognizer seldom gives the spaces between Chinese phrases: they are where no column is bright for a while."""
    import cv2
    import numpy

    places = [(character[2] - left) / scale for character in characters]
    steps = sorted(b - a for a, b in zip(places, places[1:]))
    if not steps or steps[len(steps) // 2] <= 0:
        return characters
    pitch = steps[len(steps) // 2]
    # Strokes alone, so that a bright ground is none.
    strokes = cv2.morphologyEx(crop[:, :, 0], cv2.MORPH_TOPHAT, numpy.ones((15, 15), "uint8"))
    ink = (strokes > numpy.percentile(strokes, 97) * 0.5).any(axis=0)
    gaps = []
    for start, end in zip(places, places[1:]):
        run = widest = 0
        for column in range(max(0, int(start)), min(len(ink), int(end) + 1)):
            run = 0 if ink[column] else run + 1
            widest = max(widest, run)
        gaps.append(widest)
    usual = sorted(gaps)[len(gaps) // 2]
    spaced = characters[:1]
    for before, after, gap in zip(characters, characters[1:], gaps):
        # Measured on 480 pairs of characters: 0.25 at most without a space, 0.27 at least with one. Letters that are
        # set wide have wider gaps everywhere.
        if gap > max(0.262 * pitch, usual + 0.12 * pitch) and is_han(before[0]) and is_han(after[0]):
            spaced.append([" ", 1.0, (before[2] + after[2]) / 2])
        spaced.append(after)
    return spaced


def is_han(text):
    return len(text) == 1 and ("\u4e00" <= text <= "\u9fff" or "\u3400" <= text <= "\u4dbf")


def load(job):
    """A picture as rows × columns × 3 bytes. The channels' order does not matter to the models for grey writing."""
    import cv2
    import numpy

    if "image" in job:
        picture = cv2.imread(job["image"], cv2.IMREAD_COLOR)
        if picture is None:
            raise ValueError("the file is no picture")
        return picture
    width, height, channels = int(job["width"]), int(job["height"]), int(job.get("channels", 1))
    if channels not in (1, 3) or width < 1 or height < 1 or width * height > MAX_PIXELS:
        raise ValueError("the picture's size is out of range")
    if "file" in job:
        data = numpy.fromfile(job["file"], dtype="uint8")
    else:
        data = numpy.frombuffer(base64.b64decode(job["pixels"]), dtype="uint8")
    if data.size < width * height * channels:
        raise ValueError("the picture has fewer bytes than its size says")
    picture = data[: width * height * channels].reshape(height, width, channels)
    return cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR) if channels == 1 else cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)


sys.exit(main())
