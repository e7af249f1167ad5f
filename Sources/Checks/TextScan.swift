package import Text

/// The scalars of a text and what kinds of them there are, found in one pass for all checks.
package struct TextScan: Sendable {
    /// `InlineText.text`: each code is one U+FFFC.
    package let scalars: [Unicode.Scalar]
    package let traits: Traits
    package let codes: [InlineCode]

    package init(_ text: InlineText) {
        scalars = Array(text.text.unicodeScalars)
        codes = text.codes
        var traits: Traits = []
        var previous: Unicode.Scalar = "\n"
        for scalar in scalars {
            traits.formUnion(Self.trait(of: scalar))
            if scalar == " ", previous == " " { traits.insert(.doubleSpace) }
            previous = scalar
        }
        self.traits = traits
    }

    /// Kinds of characters that a check looks for; a check whose kind is not there has nothing to do.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        package static let han = Traits(rawValue: 1 << 0)
        package static let kana = Traits(rawValue: 1 << 1)
        package static let hangul = Traits(rawValue: 1 << 2)
        package static let bopomofo = Traits(rawValue: 1 << 3)
        /// Ａ１ａ
        package static let wideLetter = Traits(rawValue: 1 << 4)
        /// Marks that only East Asian text uses, full-width ASCII marks included.
        package static let eastAsianMark = Traits(rawValue: 1 << 5)
        package static let ideographicSpace = Traits(rawValue: 1 << 6)
        package static let digit = Traits(rawValue: 1 << 7)
        /// Characters without width, direction marks and soft hyphens.
        package static let invisible = Traits(rawValue: 1 << 8)
        package static let privateUse = Traits(rawValue: 1 << 9)
        /// Control characters but for tab and line breaks, and U+FFFD.
        package static let control = Traits(rawValue: 1 << 10)
        /// U+0080–U+00FF and what Windows-1252 has in their place, where text that was read wrongly shows.
        package static let latin1 = Traits(rawValue: 1 << 11)
        /// Latin letters from U+0100 on, combining marks: where tones of pinyin are.
        package static let latinExtended = Traits(rawValue: 1 << 12)
        package static let latin = Traits(rawValue: 1 << 13)
        package static let cyrillic = Traits(rawValue: 1 << 14)
        package static let greek = Traits(rawValue: 1 << 15)
        package static let arabic = Traits(rawValue: 1 << 16)
        package static let quote = Traits(rawValue: 1 << 17)
        /// Dashes longer than a hyphen.
        package static let dash = Traits(rawValue: 1 << 18)
        package static let bracket = Traits(rawValue: 1 << 19)
        /// . ! ? … and what other scripts have for them.
        package static let stop = Traits(rawValue: 1 << 20)
        package static let lineBreak = Traits(rawValue: 1 << 21)
        package static let code = Traits(rawValue: 1 << 22)
        package static let space = Traits(rawValue: 1 << 23)
        /// Two spaces in a row.
        package static let doubleSpace = Traits(rawValue: 1 << 24)
        /// Spaces that are not U+0020.
        package static let otherSpace = Traits(rawValue: 1 << 25)
        package static let variationSelector = Traits(rawValue: 1 << 26)
        /// Letters of any other script.
        package static let otherLetter = Traits(rawValue: 1 << 27)
        /// Mathematical and enclosed letters and digits that look like plain ones.
        package static let styledLetter = Traits(rawValue: 1 << 28)
        /// < > { } % [ ] \ & @ : /: where codes and addresses are.
        package static let codeMark = Traits(rawValue: 1 << 29)
        package static let comma = Traits(rawValue: 1 << 30)
    }

    private static func trait(of scalar: Unicode.Scalar) -> Traits {
        let value = scalar.value
        if value < 0x80 { return ascii[Int(value)] }
        return wide(value)
    }

    private static let ascii: [Traits] = (0..<128).map { value in
        switch UInt8(value) {
        case 0x0A, 0x0D: .lineBreak
        case 0x20: .space
        case 0x09: .otherSpace
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .latin
        case 0x2E, 0x21, 0x3F: .stop
        case 0x22, 0x27: .quote
        case 0x28, 0x29: .bracket
        case 0x5B, 0x5D: [.bracket, .codeMark]
        case 0x2C, 0x3B: .comma
        case 0x3C, 0x3E, 0x7B, 0x7D, 0x25, 0x5C, 0x26, 0x40, 0x3A, 0x2F: .codeMark
        case 0x00..<0x20, 0x7F: .control
        default: []
        }
    }

    private static func wide(_ value: UInt32) -> Traits {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF, 0x20000...0x2FA1F, 0x30000...0x323AF,
            0x2E80...0x2FDF:
            return .han
        case 0x201C...0x201F, 0x2018...0x201B, 0x2039, 0x203A: return [.quote, .latin1]
        case 0x300C...0x300F: return [.quote, .eastAsianMark]
        case 0x2012...0x2015: return [.dash, .latin1]
        case 0x2026: return [.stop, .latin1]
        case 0x203C, 0x2047...0x2049: return .stop
        case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61: return [.stop, .eastAsianMark]
        case 0x3000: return [.ideographicSpace, .otherSpace]
        case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .kana
        case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xD7B0...0xD7FF, 0xFFA0...0xFFDC:
            return .hangul
        case 0x3105...0x312F, 0x31A0...0x31BF: return .bopomofo
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .wideLetter
        case 0x3001, 0x3003, 0x3008...0x300B, 0x3010...0x3020, 0x3030, 0x303B...0x303D, 0x30A0, 0x30FB, 0xFE10...0xFE1F,
            0xFE30...0xFE6F, 0xFF01...0xFF65, 0xFFE0...0xFFE6:
            return .eastAsianMark
        case 0xAB, 0xBB: return [.quote, .latin1]
        case 0xA0: return [.otherSpace, .latin1]
        case 0xAD: return [.invisible, .latin1]
        case 0xA1, 0xBF: return [.stop, .latin1]
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: return [.latin1, .latin, .latinExtended]
        case 0x80...0x9F: return [.control, .latin1]
        case 0xA2...0xBE, 0xD7, 0xF7: return .latin1
        case 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192: return [.latin1, .latin, .latinExtended]
        case 0x100...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF: return [.latin, .latinExtended]
        case 0x250...0x2AF: return .latin
        case 0x300...0x36F: return .latinExtended
        case 0x2C6, 0x2DC, 0x20AC, 0x2122, 0x2020...0x2022, 0x2030: return .latin1
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: return .cyrillic
        case 0x61F, 0x6D4: return [.arabic, .stop]
        case 0x60C, 0x61B: return [.arabic, .comma]
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return .arabic
        case 0x964, 0x965, 0x589, 0x55E, 0x55C, 0x17D4, 0x17D5, 0x104A, 0x104B, 0x1362, 0x1367, 0xF0D: return .stop
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0x180E, 0x34F,
            0xE0001...0xE007F:
            return .invisible
        case 0x2028, 0x2029, 0x85: return .lineBreak
        case 0x2000...0x200A, 0x202F, 0x205F, 0x1680: return .otherSpace
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .privateUse
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .variationSelector
        case 0xFFFC: return .code
        case 0xFFFD: return .control
        case 0x2460...0x24FF, 0x1D400...0x1D7FF, 0x1F100...0x1F1FF, 0x3200...0x33FF: return .styledLetter
        case 0x530...0x10FF, 0x1200...0x1C7F, 0xA800...0xABFF, 0x10000...0x1CFFF: return .otherLetter
        default: return []
        }
    }

    /// A piece as a string.
    package func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
        return String(view)
    }

    /// Runs of letters, marks and digits; an apostrophe or a hyphen between two letters belongs to the word.
    func words() -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard Self.isWord(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count {
                if Self.isWord(scalars[index]) {
                    index += 1
                } else if Self.joinsWords(scalars[index]), index + 1 < scalars.count, Self.isWord(scalars[index + 1]) {
                    index += 2
                } else {
                    break
                }
            }
            words.append(start..<index)
        }
        return words
    }

    static func joinsWords(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "-" || scalar == "\u{2011}" || scalar == "\u{2010}"
    }

    /// Whether a scalar is part of a word: letters, marks and digits.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            let byte = UInt8(scalar.value)
            return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        }
        switch scalar.value {
        // Latin with its marks, Cyrillic, kana, Han, hangul; general punctuation. All others are looked up.
        case 0xC0...0x24F: return scalar.value != 0xD7 && scalar.value != 0xF7
        case 0x400...0x481, 0x48A...0x52F, 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xAC00...0xD7A3:
            return true
        case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
            0xFFFC:
            return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
            return true
        default: return scalar.value == 0x200C || scalar.value == 0x200D
        }
    }
}
