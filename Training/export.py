"""Writes the best checkpoint as a GGUF adapter that llama.cpp loads, with its checksum beside it."""

import argparse
import hashlib
import os

import numpy
import torch

import base

LARGEST = 16 * 1024 * 1024


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--state", default=base.STATE)
    ask.add_argument("--checkpoint", help="instead of best.pt of the state folder")
    ask.add_argument("--out", required=True)
    ask.add_argument("--version", default="1")
    ask = ask.parse_args()
    from gguf import GGUFWriter

    best = torch.load(ask.checkpoint or os.path.join(ask.state, "best.pt"), map_location="cpu")
    writer = GGUFWriter(ask.out, "gemma3")
    writer.add_string("general.type", "adapter")
    writer.add_string("adapter.type", "lora")
    # llama.cpp multiplies by alpha / rank.
    writer.add_float32("adapter.lora.alpha", best["scale"] * best["rank"])
    writer.add_string("general.name", "Caravan zh-en")
    writer.add_string("general.version", ask.version)
    writer.add_string("general.license", "gemma")
    writer.add_string("general.base_model.0.name", "Gemma 3 270M")
    for name, tensor in sorted(best["adapter"].items()):
        writer.add_tensor(name, tensor.float().numpy().astype(numpy.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    size = os.path.getsize(ask.out)
    if size > LARGEST:
        os.remove(ask.out)
        raise SystemExit(f"The adapter has {size} bytes, more than {LARGEST}: train with a smaller --rank.")
    with open(ask.out, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    with open(ask.out + ".sha256", "w") as file:
        file.write(f"{digest}  {os.path.basename(ask.out)}\n")
    print(f"{ask.out}: {size} bytes, loss {best['loss']:.3f}, sha256 {digest}")


if __name__ == "__main__":
    main()
