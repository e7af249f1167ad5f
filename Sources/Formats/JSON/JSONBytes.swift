/// What JSON's bytes are, looked at eight at a time where that pays.
enum JSONBytes {
    /// The first place at or after `position` with the quote, a backslash or a control character; the end without one.
    static func endOfRun(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int, quote: UInt8) -> Int {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return position }
        var position = position
        let quotes = ones &* UInt64(quote)
        while position + 8 <= bytes.count {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // A byte's high bit is set where it is the quote, a backslash, or below 0x20. Borrows make false hits only
            // above a true one, so the lowest is right.
            let isQuote = zeros(word ^ quotes)
            let isBackslash = zeros(word ^ (ones &* 0x5C))
            let isControl = (word &- ones &* 0x20) & ~word
            let hits = (isQuote | isBackslash | isControl) & highs
            if hits != 0 { return position + hits.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote || byte == 0x5C || byte < 0x20 { return position }
            position += 1
        }
        return position
    }

    static func contains(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return false }
        var position = range.lowerBound
        while position + 8 <= range.upperBound {
            let word = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            if zeros(word ^ (ones &* UInt64(byte))) & highs != 0 { return true }
            position += 8
        }
        while position < range.upperBound {
            if bytes[position] == byte { return true }
            position += 1
        }
        return false
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

    /// Whether a byte ends a number or a bare word.
    static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x2C, 0x2F, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
        default: false
        }
    }

    static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return true }
        var position = 0
        while position + 8 <= bytes.count {
            if base.loadUnaligned(fromByteOffset: position, as: UInt64.self) & highs != 0 { return false }
            position += 8
        }
        while position < bytes.count {
            if bytes[position] >= 0x80 { return false }
            position += 1
        }
        return true
    }

    static func isNumeral(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2D }

    /// Whether a byte stands at the end of lines behind a value: `,`, `}`, `]` and blanks.
    static func endsLine(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2C, 0x7D, 0x5D, 0x20, 0x09: true
        default: false
        }
    }

    static func isScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first.map({ bytes[$0] }) else { return false }
        switch first {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E: return true
        default:
            guard range.count <= 9 else { return false }
            let word = String(decoding: bytes[range], as: UTF8.self)
            return ["true", "false", "null", "NaN", "Infinity", "undefined"].contains(word)
        }
    }

    /// Whether a run of valid UTF-8 holds a Han ideograph.
    static func containsHan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            guard byte >= 0xE3, index < range.upperBound else { continue }
            let next = bytes[index]
            switch byte {
            case 0xE3:
                if next >= 0x90 { return true }  // U+3400 and up
                if next == 0x80, index + 1 < range.upperBound, bytes[index + 1] == 0x85 || bytes[index + 1] == 0x87 {
                    return true  // 々 and 〇
                }
            case 0xE4...0xE9: if !(byte == 0xE4 && next == 0xB7) { return true }  // less the hexagrams
            case 0xEF: if (0xA4...0xAB).contains(next) { return true }
            case 0xF0: if next >= 0xA0 { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a run of valid UTF-8 holds a letter of any script.
    static func containsLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range {
            let byte = bytes[index]
            if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { return true }
            if (0xE4...0xE9).contains(byte) { return true }  // Han, but for sixty-four hexagrams
            if byte >= 0x80 {
                return String(decoding: bytes[index..<range.upperBound], as: UTF8.self).unicodeScalars
                    .contains { $0.properties.isAlphabetic }
            }
        }
        return false
    }
}
