/// Numbers as ZIP stores them, lowest byte first.
extension [UInt8] {
    /// The two bytes at an offset; nil when they are not there.
    func little16(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    /// The four bytes at an offset; nil when they are not there.
    func little32(at offset: Int) -> Int? {
        guard let low = little16(at: offset), let high = little16(at: offset + 2) else { return nil }
        return low | high << 16
    }

    /// The eight bytes at an offset; nil when they are not there or make more than an `Int` holds.
    func little64(at offset: Int) -> Int? {
        guard let low = little32(at: offset), let high = little32(at: offset + 4), high <= 0x7FFF_FFFF else {
            return nil
        }
        return low | high << 32
    }

    mutating func appendLittle16(_ value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func appendLittle32(_ value: Int) {
        appendLittle16(value)
        appendLittle16(value >> 16)
    }

    mutating func appendLittle64(_ value: Int) {
        appendLittle32(value)
        appendLittle32(value >> 32)
    }

    /// Writes a number of `bytes` bytes over what is there; does nothing when there is no room.
    mutating func setLittle(_ value: Int, bytes: Int, at offset: Int) {
        guard offset >= 0, offset <= count - bytes else { return }
        for byte in 0..<bytes { self[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
    }
}
