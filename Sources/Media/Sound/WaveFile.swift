/// WAV files of 32-bit floats (RIFF with `WAVE_FORMAT_IEEE_FLOAT`), the form in which sounds lie on disk between stages.
package enum WaveFile {
    package static func bytes(of sound: Sound) -> [UInt8] {
        let channels = max(sound.channels.count, 1)
        let size = sound.count * channels * 4
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 58)
        func word(_ value: Int, _ count: Int) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
        }
        bytes += Array("RIFF".utf8)
        word(min(50 + size, Int(UInt32.max)), 4)
        bytes += Array("WAVEfmt ".utf8)
        word(18, 4)
        word(3, 2)
        word(channels, 2)
        word(sound.rate, 4)
        word(sound.rate * channels * 4, 4)
        word(channels * 4, 2)
        word(32, 2)
        word(0, 2)
        bytes += Array("fact".utf8)
        word(4, 4)
        word(sound.count, 4)
        bytes += Array("data".utf8)
        word(min(size, Int(UInt32.max)), 4)
        for index in 0..<sound.count {
            for channel in sound.channels {
                withUnsafeBytes(of: channel[index].bitPattern.littleEndian) { bytes += $0 }
            }
        }
        return bytes
    }

    /// Reads what `bytes(of:)` writes, and 16-bit PCM; nil for anything else. A file that is cut off gives what is there.
    package static func sound(_ bytes: [UInt8]) -> Sound? {
        func word(_ place: Int, _ count: Int) -> Int {
            guard place + count <= bytes.count else { return 0 }
            return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        func name(_ place: Int) -> String {
            place + 4 <= bytes.count ? String(decoding: bytes[place..<place + 4], as: UTF8.self) : ""
        }
        guard bytes.count >= 12, name(0) == "RIFF", name(8) == "WAVE" else { return nil }
        var place = 12
        var form: (kind: Int, channels: Int, rate: Int, bits: Int)?
        while place + 8 <= bytes.count {
            let size = word(place + 4, 4)
            let body = place + 8
            if name(place) == "fmt ", size >= 16 {
                var kind = word(body, 2)
                // WAVE_FORMAT_EXTENSIBLE names the real one in the first bytes of its GUID.
                if kind == 0xFFFE, size >= 40 { kind = word(body + 24, 2) }
                form = (kind, word(body + 2, 2), word(body + 4, 4), word(body + 14, 2))
            } else if name(place) == "data", let form {
                return samples(bytes, from: body, size: min(size, bytes.count - body), form)
            }
            place = body + size + size % 2
        }
        return nil
    }

    private static func samples(
        _ bytes: [UInt8],
        from start: Int,
        size: Int,
        _ form: (kind: Int, channels: Int, rate: Int, bits: Int)
    ) -> Sound? {
        guard (1...64).contains(form.channels), form.rate > 0,
            (form.kind == 3 && form.bits == 32) || (form.kind == 1 && form.bits == 16)
        else { return nil }
        let width = form.bits / 8
        let count = max(size, 0) / (width * form.channels)
        var planes = Array(repeating: [Float](repeating: 0, count: count), count: form.channels)
        bytes.withUnsafeBytes { raw in
            for index in 0..<count {
                for channel in 0..<form.channels {
                    let place = start + (index * form.channels + channel) * width
                    if width == 4 {
                        let bits = raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                        let value = Float(bitPattern: UInt32(littleEndian: bits))
                        planes[channel][index] = value.isFinite ? value : 0
                    } else {
                        let bits = raw.loadUnaligned(fromByteOffset: place, as: UInt16.self)
                        planes[channel][index] = Float(Int16(bitPattern: UInt16(littleEndian: bits))) / 32768
                    }
                }
            }
        }
        return Sound(rate: form.rate, channels: planes)
    }
}
