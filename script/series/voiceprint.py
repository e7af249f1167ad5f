"""The GE2E speaker encoder of Resemblyzer, as one file of little-endian 32-bit floats.

Order: for each of the three LSTM layers the input weights [1024, inputs], the hidden weights [1024, 256] and the sum of
both biases [1024] (gates input, forget, cell, output); then the linear layer's weights [256, 256] and bias [256].
"""

import collections
import io
import pickle
import struct

import numpy as np

from wheels import verify

SOURCE = "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e"


class Reader(pickle.Unpickler):
    """Reads a checkpoint of old PyTorch without PyTorch: tensors become (storage key, offset, shape)."""

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, shape, *rest: (storage, offset, shape)
        if module == "torch":
            return name
        raise pickle.UnpicklingError(f"unexpected {module}.{name}")

    def persistent_load(self, key):
        return key[2]


def convert(wheels, folder):
    data = verify(wheels.read("Resemblyzer", "resemblyzer/pretrained.pt"), SOURCE, "the speaker encoder")
    stream = io.BytesIO(data)
    for _ in range(3):
        pickle.load(stream)
    state = Reader(stream).load()["model_state"]
    keys = pickle.load(stream)
    storages = {}
    for key in keys:
        (count,) = struct.unpack("<q", stream.read(8))
        storages[key] = np.frombuffer(stream.read(4 * count), "<f4")

    def tensor(name):
        key, offset, shape = state[name]
        return storages[key][offset : offset + int(np.prod(shape))].reshape(shape)

    with open(folder / "weights.bin", "wb") as out:
        for layer in range(3):
            out.write(tensor(f"lstm.weight_ih_l{layer}").tobytes())
            out.write(tensor(f"lstm.weight_hh_l{layer}").tobytes())
            out.write((tensor(f"lstm.bias_ih_l{layer}") + tensor(f"lstm.bias_hh_l{layer}")).tobytes())
        out.write(tensor("linear.weight").tobytes())
        out.write(tensor("linear.bias").tobytes())
