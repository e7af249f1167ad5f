/// Strings of a catalog: C's escapes.
enum POEscape {
    /// Appends the text of the quoted pieces in a range.
    static func unescape(_ bytes: [UInt8], in range: Range<Int>, into output: inout [UInt8]) {
        var index = range.lowerBound
        var isInside = false
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                isInside.toggle()
            } else if isInside {
                if byte == UInt8(ascii: "\\"), index < range.upperBound {
                    escape(bytes, &index, range.upperBound, &output)
                } else {
                    output.append(byte)
                }
            }
        }
    }

    /// The character after a backslash.
    private static func escape(_ bytes: [UInt8], _ index: inout Int, _ end: Int, _ output: inout [UInt8]) {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "a"): output.append(0x07)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "v"): output.append(0x0B)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = Int(byte) - 0x30
            var digits = 1
            while digits < 3, index < end, (0x30...0x37).contains(bytes[index]) {
                value = value * 8 + Int(bytes[index]) - 0x30
                index += 1
                digits += 1
            }
            output.append(UInt8(truncatingIfNeeded: value))
        default: output += [UInt8(ascii: "\\"), byte]
        }
    }

    /// The text with escapes, without quotes.
    static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 8)
        for byte in text.utf8 {
            switch byte {
            case 0x0A: escaped += [0x5C, UInt8(ascii: "n")]
            case 0x09: escaped += [0x5C, UInt8(ascii: "t")]
            case 0x0D: escaped += [0x5C, UInt8(ascii: "r")]
            case 0x07: escaped += [0x5C, UInt8(ascii: "a")]
            case 0x08: escaped += [0x5C, UInt8(ascii: "b")]
            case 0x0C: escaped += [0x5C, UInt8(ascii: "f")]
            case 0x0B: escaped += [0x5C, UInt8(ascii: "v")]
            case 0x22, 0x5C: escaped += [0x5C, byte]
            case 0..<0x20, 0x7F:
                escaped += [0x5C, 0x30 + byte >> 6, 0x30 + (byte >> 3) & 7, 0x30 + byte & 7]
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
