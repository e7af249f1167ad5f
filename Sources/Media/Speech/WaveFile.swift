/// A WAV file (RIFF) in memory: read from bytes of any common kind, written as 32-bit floats.
package enum WaveFile {
    /// Why bytes could not be read as WAV.
    package struct Unreadable: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// Whether the bytes begin as a WAV file does.
    package static func isWave(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 12 && bytes[0..<4].elementsEqual("RIFF".utf8) && bytes[8..<12].elementsEqual("WAVE".utf8)
    }

    /// The recording: integers of 8 to 32 bits and floats of 32 or 64 bits, up to 64 channels.
    ///
    /// A length that is missing or too long, as programs write that cannot seek, means the rest of the file. A number
    /// that is none becomes silence.
    package static func read(_ bytes: [UInt8]) throws(Unreadable) -> Sound {
        guard isWave(bytes) else { throw Unreadable(description: "no WAV file: it does not begin with RIFF and WAVE") }
        var place = 12
        var form: Form?
        while place + 8 <= bytes.count {
            let name = bytes[place..<place + 4]
            let size = Int(number(bytes, place + 4, 4))
            let body = place + 8
            let end = min(bytes.count, body + size)
            if name.elementsEqual("fmt ".utf8) {
                form = try Form(bytes[body..<end])
            } else if name.elementsEqual("data".utf8) {
                guard let form else { throw Unreadable(description: "the samples come before their format") }
                return form.sound(bytes, body..<(size == 0 ? bytes.count : end))
            }
            // Chunks begin at even places.
            place = body + size + (size & 1)
        }
        throw Unreadable(description: form == nil ? "the file has no format" : "the file has no samples")
    }

    /// The recording as a WAV file of 32-bit floats.
    package static func bytes(of sound: Sound) -> [UInt8] {
        let channels = max(1, sound.channels.count)
        let count = sound.channels.map(\.count).min() ?? 0
        let size = count * channels * 4
        var out: [UInt8] = []
        out.reserveCapacity(size + 58)
        func put(_ value: Int, _ width: Int) {
            for shift in 0..<width { out.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
        }
        out += "RIFF".utf8
        put(size + 50, 4)
        out += "WAVEfmt ".utf8
        put(18, 4)
        put(3, 2)
        put(channels, 2)
        put(sound.rate, 4)
        put(sound.rate * channels * 4, 4)
        put(channels * 4, 2)
        put(32, 2)
        put(0, 2)
        // Files that are not PCM say how many samples they have.
        out += "fact".utf8
        put(4, 4)
        put(count, 4)
        out += "data".utf8
        put(size, 4)
        for index in 0..<count {
            for channel in sound.channels { put(Int(channel[index].bitPattern), 4) }
        }
        return out
    }

    fileprivate static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<width { value |= UInt64(bytes[place + index]) << (8 * UInt64(index)) }
        return value
    }

    /// What the `fmt ` chunk says.
    private struct Form {
        var channels: Int
        var rate: Int
        var width: Int
        var isFloat: Bool

        init(_ chunk: ArraySlice<UInt8>) throws(Unreadable) {
            let bytes = Array(chunk)
            guard bytes.count >= 16 else { throw Unreadable(description: "the format is cut off") }
            var kind = number(bytes, 0, 2)
            // The extensible kind has the true one in its identifier.
            if kind == 0xFFFE, bytes.count >= 26 { kind = number(bytes, 24, 2) }
            channels = Int(number(bytes, 2, 2))
            rate = Int(number(bytes, 4, 4))
            let bits = Int(number(bytes, 14, 2))
            width = bits / 8
            isFloat = kind == 3
            guard (1...64).contains(channels), (1...1_000_000).contains(rate), bits % 8 == 0,
                kind == 1 && (1...4).contains(width) || kind == 3 && (width == 4 || width == 8)
            else {
                throw Unreadable(
                    description: "kind \(kind) with \(bits) bits, \(channels) channels and \(rate) Hz is not read; "
                        + "write PCM or floats"
                )
            }
        }

        func sound(_ bytes: [UInt8], _ range: Range<Int>) -> Sound {
            let count = range.count / (width * channels)
            var result = Sound(
                rate: rate,
                channels: [[Float]](repeating: [Float](repeating: 0, count: count), count: channels)
            )
            for channel in 0..<channels {
                result.channels[channel].withUnsafeMutableBufferPointer { samples in
                    for index in 0..<count {
                        samples[index] = sample(bytes, range.lowerBound + (index * channels + channel) * width)
                    }
                }
            }
            return result
        }

        private func sample(_ bytes: [UInt8], _ place: Int) -> Float {
            let bits = number(bytes, place, width)
            if isFloat {
                let value = width == 4 ? Float(bitPattern: UInt32(bits)) : Float(Double(bitPattern: bits))
                return value.isFinite ? value : 0
            }
            // Bytes have their zero in the middle; wider numbers have a sign.
            if width == 1 { return Float(Int(bits) - 128) / 128 }
            let shift = 64 - 8 * UInt64(width)
            return Float(Int64(bitPattern: bits << shift) >> Int64(shift)) / Float(1 << (8 * width - 1))
        }
    }
}
