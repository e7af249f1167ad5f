import Text

/// What a character is for line breaks.
enum ScriptClass: UInt8 {
    case space, letter, digit, mark
    case han, hiragana, katakana, hangul
    case thai, lao, khmer, myanmar
    /// Punctuation and signs.
    case sign
    /// Joins what stands on both sides: a no-break space, a word joiner.
    case glue
    /// Nothing to see, and a place to break: ZERO WIDTH SPACE.
    case gap

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20, 0x3000: self = .space
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0..<0x80: self = .sign
        case 0xA0, 0x202F, 0x2060, 0x2007, 0xFEFF: self = .glue
        case 0x200B: self = .gap
        // Joiners, variation selectors, skin tones and tags belong to what stands before them.
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF, 0xE0020...0xE007F: self = .mark
        case 0x3041...0x3096: self = .hiragana
        case 0x30A1...0x30FA, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .katakana
        case 0x3099, 0x309A: self = .mark
        case 0x3005, 0x3007: self = .han
        case 0xFF10...0xFF19: self = .digit
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E: self = .thai
        case 0x0E81...0x0EBD, 0x0EC0...0x0ECD, 0x0EDC...0x0EDF: self = .lao
        case 0x1780...0x17D3, 0x17DD: self = .khmer
        case 0x1000...0x103F, 0x1050...0x109D: self = .myanmar
        case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: self = .hangul
        default:
            if scalar.isHan {
                self = .han
                return
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
                self = .letter
            case .decimalNumber, .otherNumber: self = .digit
            case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
            case .format: self = .glue
            case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
            default: self = .sign
            }
        }
    }

    /// Whether words of the script stand side by side without a space.
    var hasNoSpaces: Bool {
        switch self {
        case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// What no line begins with: closing marks, and what belongs to the character before (JIS X 4051, GB/T 15834, and the
    /// rules of Unicode's UAX #14 for classes CL, CP, EX, IS, SY and NS).
    var beginsNoLine: Bool {
        switch self {
        case "!", "?", ",", ".", ":", ";", ")", "]", "}", "%", "»", "”", "’", "›", "…", "—", "–", "·", "‼", "⁇", "⁈",
            "⁉",
            "、", "。", "，", "．", "：", "；", "！", "？", "）", "］", "｝", "」", "』", "】", "》", "〉", "〕", "〗", "％",
            "ー", "々", "ゝ", "ゞ", "ヽ", "ヾ", "・", "〜", "～", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ァ", "ィ",
            "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ", "｡", "､", "｣", "°", "℃", "؟", "،", "؛", "۔", "।", "॥",
            "ๆ",
            "ฯ", "ໆ", "ຯ", "។", "៕", "ៗ", "၊", "။":
            true
        default: false
        }
    }

    /// What no line ends with: opening marks, signs of money.
    var endsNoLine: Bool {
        switch self {
        case "(", "[", "{", "«", "“", "‘", "‹", "¿", "¡", "（", "［", "｛", "「", "『", "【", "《", "〈", "〔", "〖", "$", "€",
            "£",
            "¥", "￥", "#", "＃", "@":
            true
        default: false
        }
    }

    /// The end of a sentence; a full stop only as far as its word allows.
    var endsSentence: Bool {
        switch self {
        case ".", "!", "?", "…", "。", "！", "？", "｡", "؟", "۔", "।", "॥", "‼", "⁇", "⁈", "⁉", "។", "៕", "။", "։", "።":
            true
        default: false
        }
    }

    var endsClause: Bool {
        switch self {
        case ",", ";", ":", "，", "、", "；", "：", "､", "،", "؛", "၊", "—", "–": true
        default: false
        }
    }

    /// Quotes and brackets that close.
    var isClosing: Bool {
        switch self {
        case ")", "]", "}", "»", "”", "’", "›", "\"", "'", "）", "］", "｝", "」", "』", "】", "》", "〉", "〕", "〗", "｣": true
        default: false
        }
    }
}
