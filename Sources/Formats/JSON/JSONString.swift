/// The inside of JSON strings: escapes read and written.
enum JSONString {
    /// The text of a string's inside; nil for a bad escape or half a surrogate pair.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hasEscapes: Bool) -> String? {
        guard hasEscapes else { return plain(bytes, range) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let byte = bytes[index]
            guard byte == 0x5C else {
                text.append(byte)
                index += 1
                continue
            }
            guard index + 1 < end else { return nil }
            let mark = bytes[index + 1]
            index += 2
            switch mark {
            case 0x22, 0x27, 0x5C, 0x2F: text.append(mark)
            case 0x6E: text.append(0x0A)
            case 0x74: text.append(0x09)
            case 0x72: text.append(0x0D)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x75:
                guard let scalar = scalar(bytes, &index, end) else { return nil }
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: return nil
            }
        }
        return text.withUnsafeBufferPointer { plain($0, 0..<$0.count) }
    }

    /// A copy without a check: what a scanner reads is valid UTF-8, and its ranges begin and end at ASCII characters.
    static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        let bytes = UnsafeBufferPointer(rebasing: bytes[range])
        // A string that does not know that it is ASCII is slow to hash and to compare.
        return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: JSONBytes.isASCII(bytes)))
    }

    /// The scalar of `XXXX` or `XXXX\uXXXX` at `index`, behind `\u`.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int) -> Unicode.Scalar? {
        guard let first = hex(bytes, index, end) else { return nil }
        index += 4
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard index + 2 <= end, bytes[index] == 0x5C, bytes[index + 1] == 0x75,
            let second = hex(bytes, index + 2, end), (0xDC00..<0xE000).contains(second)
        else { return nil }
        index += 6
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> UInt32? {
        guard index + 4 <= end else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}
