/// Escapes by code number: `\u4F60` of Java, `\U4F60` of Apple.
struct UnicodeEscape: Sendable {
    /// `u` or `U`.
    var letter: UInt8
    var isUpper: Bool

    /// The UTF-16 units of a scalar, each with four digits.
    func write(_ scalar: Unicode.Scalar, into output: inout [UInt8]) {
        for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
            let digits = Array(String(unit, radix: 16, uppercase: isUpper).utf8)
            output += [0x5C, letter] + [UInt8](repeating: 0x30, count: 4 - digits.count) + digits
        }
    }

    /// Reads four digits at an offset.
    static func unit(_ bytes: [UInt8], at start: Int, limit: Int) -> UInt16? {
        guard start + 4 <= Swift.min(limit, bytes.count) else { return nil }
        var value: UInt16 = 0
        for index in start..<start + 4 {
            guard let digit = hexDigit(bytes[index]) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

/// Text put together from bytes and UTF-16 units that escapes named.
struct EscapedText {
    private(set) var bytes: [UInt8] = []
    private var high: UInt16?

    mutating func append(_ byte: UInt8) {
        flush()
        bytes.append(byte)
    }

    mutating func append(contentsOf more: some Sequence<UInt8>) {
        flush()
        bytes += more
    }

    mutating func append(_ scalar: Unicode.Scalar) { append(contentsOf: Array(String(scalar).utf8)) }

    mutating func append(unit: UInt16) {
        if let first = high, UTF16.isTrailSurrogate(unit) {
            high = nil
            bytes += Array(String(decoding: [first, unit], as: UTF16.self).utf8)
        } else if UTF16.isLeadSurrogate(unit) {
            flush()
            high = unit
        } else {
            flush()
            bytes += Array(String(decoding: [unit], as: UTF16.self).utf8)
        }
    }

    /// Half a pair is U+FFFD.
    private mutating func flush() {
        if high != nil { bytes += [0xEF, 0xBF, 0xBD] }
        high = nil
    }

    var text: String {
        mutating get {
            flush()
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
