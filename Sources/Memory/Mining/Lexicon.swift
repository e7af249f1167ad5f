import Text

/// The words of a frequency dictionary with their parts of speech.
///
/// Mining needs what a segmenter has no use for: the part of speech (a verb before 门 makes no sect), and exactly how often a
/// word is in everyday text (天下 used far more than usual may be a term).
package struct Lexicon: Sendable {
    /// Parts of speech as far as mining tells them apart, from the tags of jieba's dictionary.
    enum Speech: UInt8, Sendable {
        case other, noun, person, place, organization, properNoun, verb, adjective, adverb, pronoun, numeral, function,
            time,
            location, idiom
    }

    struct Word: Sendable {
        var frequency: UInt32
        var speech: Speech
    }

    /// Occurrences of all words in the texts that the dictionary was counted from.
    private(set) var total: Double = 1
    private var keys: [UInt64]
    private var values: [UInt32]
    private var mask: Int
    var isEmpty: Bool { total <= 1 }

    /// Reads the `word frequency tag` lines of jieba's `dict.txt`; words are folded as texts will be.
    package init(_ dictionary: [UInt8], variants: VariantTable? = nil) {
        let fold: (UInt32) -> UInt32 = { scalar in variants?.folded(scalar) ?? scalar }
        let lines = dictionary.count / 14
        var size = 1024
        while size < lines * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [UInt32](repeating: 0, count: size)
        mask = size - 1
        var used = 0
        dictionary.withUnsafeBufferPointer { bytes in
            var index = 0
            var word: [UInt32] = []
            while index < bytes.count {
                word.removeAll(keepingCapacity: true)
                while index < bytes.count, bytes[index] != 0x20, bytes[index] != 0x0A {
                    let (scalar, length) = Self.scalar(bytes, at: index)
                    word.append(fold(scalar))
                    index += length
                }
                index += 1
                var frequency: UInt32 = 0
                while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
                    frequency = min(0xFF_FFFF, frequency * 10 + UInt32(bytes[index] - 0x30))
                    index += 1
                }
                if index < bytes.count, bytes[index] == 0x20 { index += 1 }
                let tag = index
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
                let speech = Self.speech(bytes[tag..<max(tag, index)])
                index += 1
                guard !word.isEmpty, word.count <= 16, frequency > 0, used < size * 3 / 4 else { continue }
                total += Double(frequency)
                if insert(Self.hash(word[...]), frequency << 8 | UInt32(speech.rawValue)) { used += 1 }
            }
        }
    }

    func word(_ scalars: some Sequence<UInt32>) -> Word? {
        var hash = Self.seed
        for scalar in scalars { hash = Self.step(hash, scalar) }
        return word(hash: hash)
    }

    static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func step(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        let mixed = (hash ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ (mixed >> 32)
    }

    func word(hash: UInt64) -> Word? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash {
                return Word(
                    frequency: values[slot] >> 8,
                    speech: Speech(rawValue: UInt8(values[slot] & 0xFF)) ?? .other
                )
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func hash(_ word: ArraySlice<UInt32>) -> UInt64 { word.reduce(seed, step) }

    private mutating func insert(_ hash: UInt64, _ value: UInt32) -> Bool {
        guard hash != 0 else { return false }
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash {
                // Two shapes of one word: the more frequent counts.
                values[slot] = max(values[slot], value)
                return false
            }
            slot = (slot + 1) & mask
        }
        keys[slot] = hash
        values[slot] = value
        return true
    }

    private static func speech(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Speech {
        guard let first = tag.first else { return .other }
        let second = tag.dropFirst().first
        switch first {
        case UInt8(ascii: "n"):
            switch second {
            // `nrt` marks what was taken for a transcribed name, of which most is none: 撒野, 令人.
            case UInt8(ascii: "r"): return tag.last == UInt8(ascii: "t") ? .other : .person
            case UInt8(ascii: "s"): return .place
            case UInt8(ascii: "t"): return .organization
            case UInt8(ascii: "z"): return .properNoun
            default: return .noun
            }
        case UInt8(ascii: "v"): return .verb
        case UInt8(ascii: "a"): return .adjective
        case UInt8(ascii: "d"): return .adverb
        case UInt8(ascii: "r"): return .pronoun
        case UInt8(ascii: "m"), UInt8(ascii: "q"): return .numeral
        case UInt8(ascii: "p"), UInt8(ascii: "c"), UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "e"),
            UInt8(ascii: "o"):
            return .function
        case UInt8(ascii: "t"): return .time
        case UInt8(ascii: "f"), UInt8(ascii: "s"): return .location
        case UInt8(ascii: "i"), UInt8(ascii: "l"): return .idiom
        default: return .other
        }
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        func next(_ offset: Int) -> UInt32 {
            index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
        }
        if first < 0xC0 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
}
