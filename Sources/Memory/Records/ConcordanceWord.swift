internal import Text

/// A word or phrase that is looked for in bytes of UTF-8 without regard to case.
struct ConcordanceWord: Sendable {
    /// In lower case.
    private let pattern: [UInt8]
    /// The other way to write each scalar, where it is not ASCII and has one; then scalars are compared.
    private let scalars: [(lower: UInt32, upper: UInt32)]
    private let hasCase: Bool
    private let startsWord: Bool
    private let endsWord: Bool
    /// How far to go on after a byte that is not the pattern's (R. N. Horspool, 1980).
    private let skips: [Int]

    /// Nil without any character.
    init?(_ text: String) {
        var text = text[...]
        var isBeginning = false
        while text.hasSuffix("*") {
            text.removeLast()
            isBeginning = true
        }
        let lower = String(text).lowercased()
        guard let first = lower.unicodeScalars.first, let last = lower.unicodeScalars.last else { return nil }
        let pattern = Array(lower.utf8)
        self.pattern = pattern
        scalars = lower.unicodeScalars.map { scalar in
            let upper = scalar.properties.uppercaseMapping.unicodeScalars
            return (scalar.value, upper.count == 1 ? upper.first?.value ?? scalar.value : scalar.value)
        }
        hasCase = scalars.contains { $0.lower > 0x7F && $0.lower != $0.upper }
        startsWord = Self.isWordScalar(first)
        endsWord = Self.isWordScalar(last) && !isBeginning
        var skips = [Int](repeating: pattern.count, count: 256)
        for (index, byte) in pattern.dropLast().enumerated() {
            skips[Int(byte)] = pattern.count - 1 - index
            if byte >= 0x61, byte <= 0x7A { skips[Int(byte) - 0x20] = pattern.count - 1 - index }
        }
        self.skips = skips
    }

    /// Whether a scalar is part of words that white space parts: letters but those of scripts without spaces, marks and digits.
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        // Thai, Lao, Burmese, Khmer.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: false
        default:
            !scalar.isHan && !scalar.isKana
                && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
        }
    }

    /// All places, from the first one on.
    func all(in text: UnsafeRawBufferPointer, first: Range<Int>) -> [Range<Int>] {
        var ranges = [first]
        var next = first.upperBound
        while let range = self.first(in: text, from: next) {
            ranges.append(range)
            next = range.upperBound
        }
        return ranges
    }

    /// The first place at or behind an offset.
    func first(in text: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
        hasCase ? firstByScalars(in: text, from: start) : firstByBytes(in: text, from: start)
    }

    private func firstByBytes(in text: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
        let count = pattern.count
        return pattern.withUnsafeBufferPointer { pattern in
            skips.withUnsafeBufferPointer { skips in
                var end = start + count - 1
                while end < text.count {
                    var index = count - 1
                    while index >= 0, Self.lower(text[end - (count - 1 - index)]) == pattern[index] { index -= 1 }
                    if index < 0 {
                        let range = end - count + 1..<end + 1
                        if isWhole(range, in: text) { return range }
                    }
                    end += skips[Int(text[end])]
                }
                return nil
            }
        }
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private func firstByScalars(in text: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
        var place = start
        while place < text.count {
            var (index, offset) = (0, place)
            while index < scalars.count, let (value, size) = Self.scalar(at: offset, in: text) {
                let isSame =
                    value == scalars[index].lower || value == scalars[index].upper
                    || (value < 0x80 && UInt32(Self.lower(UInt8(value))) == scalars[index].lower)
                guard isSame else { break }
                index += 1
                offset += size
            }
            if index == scalars.count, isWhole(place..<offset, in: text) { return place..<offset }
            place += Self.scalar(at: place, in: text)?.size ?? 1
        }
        return nil
    }

    private func isWhole(_ range: Range<Int>, in text: UnsafeRawBufferPointer) -> Bool {
        if startsWord, range.lowerBound > 0 {
            var start = range.lowerBound - 1
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
            if Self.isWord(at: start, in: text) { return false }
        }
        return !endsWord || range.upperBound >= text.count || !Self.isWord(at: range.upperBound, in: text)
    }

    private static func isWord(at offset: Int, in text: UnsafeRawBufferPointer) -> Bool {
        scalar(at: offset, in: text).flatMap { Unicode.Scalar($0.value) }.map(isWordScalar) ?? false
    }

    /// The scalar whose bytes begin at an offset; texts are UTF-8, but a damaged file may hold anything.
    private static func scalar(at offset: Int, in text: UnsafeRawBufferPointer) -> (value: UInt32, size: Int)? {
        guard offset < text.count else { return nil }
        let first = text[offset]
        let size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard size > 1 else { return (UInt32(first), 1) }
        guard first >= 0xC0, offset + size <= text.count else { return nil }
        var value = UInt32(first) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
        for step in 1..<size { value = value << 6 | UInt32(text[offset + step] & 0x3F) }
        return (value, size)
    }
}
