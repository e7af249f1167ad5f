"""The base model: its weights and its tokenizer, both out of the GGUF file that the product runs."""

import os

import torch

DATA = os.path.join(os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share"), "caravan")
GGUF = os.path.join(DATA, "models", "gemma-3-270m-q4_k_m.gguf")
STATE = os.path.join(DATA, "training")


def weights(path):
    """All tensors by their GGUF name, the matrices in bfloat16."""
    from gguf import GGUFReader
    from gguf.quants import dequantize

    found = {}
    for tensor in GGUFReader(path).tensors:
        values = torch.from_numpy(dequantize(tensor.data, tensor.tensor_type).copy())
        found[tensor.name] = values.to(torch.bfloat16)
    return found


def tokenizer(path):
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(os.path.dirname(path), gguf_file=os.path.basename(path))
