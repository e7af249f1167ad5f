/// How a file escapes in its strings what JSON leaves to it.
struct JSONStyle: Hashable, Sendable {
    /// What is outside of ASCII is written `\u4e2d` (Python's and Java's default).
    var escapesNonASCII = false
    /// `\u4E2D` instead of `\u4e2d`.
    var hasUpperHex = false
    /// `\/` (PHP's default).
    var escapesSlash = false
    /// `\u003c`, `\u003e`, `\u0026` (Go's default).
    var escapesHTML = false

    /// Takes note of the escapes of one string.
    mutating func learn(from bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index + 1 < range.upperBound {
            guard bytes[index] == 0x5C else {
                index += 1
                continue
            }
            if bytes[index + 1] == 0x2F { escapesSlash = true }
            if bytes[index + 1] == 0x75, index + 6 <= range.upperBound { learn(unicode: bytes[index + 2..<index + 6]) }
            index += 2
        }
    }

    private mutating func learn(unicode digits: Slice<UnsafeBufferPointer<UInt8>>) {
        let digits = Array(digits)
        if digits.contains(where: { (0x41...0x46).contains($0) }) { hasUpperHex = true }
        if digits[0] != 0x30 || digits[1] != 0x30 || digits[2] >= 0x38 { escapesNonASCII = true }
        switch String(decoding: digits, as: UTF8.self).lowercased() {
        case "003c", "003e", "0026": escapesHTML = true
        default: break
        }
    }

    /// The style of a whole file: what is outside of ASCII is escaped only where none of it stands as it is.
    func settled(in text: some Sequence<UInt8>) -> JSONStyle {
        var style = self
        if escapesNonASCII, text.contains(where: { $0 >= 0x80 }) { style.escapesNonASCII = false }
        return style
    }

    /// Appends the inside of a string that holds the text.
    func append(_ text: String, quote: UInt8 = 0x22, to result: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var run = 0
            var index = 0
            let isPlain = !escapesNonASCII && !escapesSlash && !escapesHTML
            while index < bytes.count {
                if isPlain { index = JSONBytes.endOfRun(bytes, from: index, quote: quote) }
                guard index < bytes.count else { break }
                let byte = bytes[index]
                guard isEscaped(byte, quote: quote) else {
                    index += 1
                    continue
                }
                if run < index { result += bytes[run..<index] }
                if byte < 0x80 {
                    appendEscape(byte, to: &result)
                    index += 1
                } else {
                    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                    let character = bytes[index..<min(index + length, bytes.count)]
                    for unit in String(decoding: character, as: UTF8.self).utf16 { appendHex(unit, to: &result) }
                    index += length
                }
                run = index
            }
            if run < bytes.count { result += bytes[run...] }
        }
    }

    func escaped(_ text: String, quote: UInt8 = 0x22) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        append(text, quote: quote, to: &result)
        return result
    }

    private func isEscaped(_ byte: UInt8, quote: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x5C: true
        case 0x22, 0x27: byte == quote
        case 0x2F: escapesSlash
        case 0x26, 0x3C, 0x3E: escapesHTML
        case 0x80...: escapesNonASCII
        default: false
        }
    }

    private func appendEscape(_ byte: UInt8, to result: inout [UInt8]) {
        let mark: UInt8? =
            switch byte {
            case 0x22, 0x27, 0x5C, 0x2F: byte
            case 0x0A: 0x6E
            case 0x09: 0x74
            case 0x0D: 0x72
            case 0x08: 0x62
            case 0x0C: 0x66
            default: nil
            }
        if let mark {
            result.append(0x5C)
            result.append(mark)
        } else {
            appendHex(UInt16(byte), to: &result)
        }
    }

    private func appendHex(_ unit: UInt16, to result: inout [UInt8]) {
        result.append(0x5C)
        result.append(0x75)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> UInt16(shift) & 0xF)
            result.append(digit < 10 ? 0x30 + digit : (hasUpperHex ? 0x37 : 0x57) + digit)
        }
    }
}
