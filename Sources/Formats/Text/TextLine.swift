import Text

/// A place in a text file, in both forms that are kept of it.
struct TwinOffset: Hashable, Sendable {
    /// Offset in the bytes of the file.
    var source: Int
    /// Offset in the text as UTF-8.
    var text: Int
}

/// One line of a text file, measured: everything that the later steps ask of it, so that they need not look at the bytes.
struct TextLine: Sendable {
    /// Where the indent begins.
    var start: TwinOffset
    /// Where the first visible character is; equal to `end` on a blank line.
    var contentStart: TwinOffset
    /// After the last visible character.
    var end: TwinOffset
    var lineBreak: LineBreak
    /// Width of indent and content: 2 for Han, kana and full-width signs, 1 for all else, 0 for marks.
    var columns: Int
    /// Width of the indent.
    var indentColumns: Int
    /// Width of what a line breaker would keep together at the beginning: a Latin word, or one wide character.
    var firstWordColumns: Int
    var first: Unicode.Scalar
    var last: Unicode.Scalar
    /// Whether the indent holds U+3000.
    var hasIdeographicIndent: Bool
    /// Whether a letter, a Han character, a kana or a digit is in it.
    var hasWords: Bool
    /// Whether quotation marks, ！ or ？ are in it: signs that speak without a word.
    var hasSpeechSigns: Bool
    /// Whether punctuation stands before the last character.
    var hasInnerPunctuation: Bool
    /// Number of scalars of the content.
    var count: Int
    /// Whether it holds control characters that must be kept: NUL, form feed …
    var hasControls: Bool

    var isBlank: Bool { contentStart == end }
    var isIndented: Bool { indentColumns > 0 }

    /// A line of signs alone that parts two scenes: `***`, `------`, `◇◇◇`.
    var isSeparator: Bool {
        !isBlank && !hasWords && !hasSpeechSigns && (count > 5 || !last.isPhraseEnd || last == "—")
    }

    /// A line that is the end of the sentence before, cut off: `．` or `。”`.
    var isStrayEnd: Bool {
        !isBlank && !hasWords && count <= 2 && !isSeparator && (last.isPhraseEnd || last.isClosingSign)
    }

    var endsSentence: Bool { last.isSentenceEnd || last.isClosingSign }

    /// Whether the last character is a letter, a digit or a Han character, as where a line is cut in mid-sentence.
    var endsInWord: Bool { !last.isPhraseEnd && !last.isClosingSign && !last.isCJKPunctuation && !last.isASCIISign }

    enum LineBreak: String, Sendable {
        case none = ""
        case lf = "\n"
        case crlf = "\r\n"
        case cr = "\r"
    }
}

extension Unicode.Scalar {
    /// What is left out at the ends of a line: white space of every width, control characters, zero-width marks.
    var isBlank: Bool {
        switch value {
        case 0...0x20, 0x7F, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// A control character that is no tab and no line break.
    var isControl: Bool { (value < 0x20 && value != 9 && value != 10 && value != 13) || value == 0x7F }

    /// 2 for what fills a Han square, 0 for combining and zero-width marks, else 1 (Unicode, EastAsianWidth.txt, in short).
    var columns: Int {
        switch value {
        case 0..<0x300: 1
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xE000...0xF8FF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        // Quotes, dashes and dots, which Chinese fonts draw wide.
        case 0x2014, 0x2018...0x201D, 0x2025...0x2026: 2
        default: 1
        }
    }

    /// Ends of sentences, in every width.
    var isSentenceEnd: Bool {
        switch self {
        case "。", "！", "？", "!", "?", ".", "．", "…", "～", "~": true
        default: false
        }
    }

    /// Ends of sentences and of their parts.
    var isPhraseEnd: Bool {
        switch self {
        case "，", ",", "、", "；", ";", "：", ":", "﹔", "﹐", "﹑", "—", "–": true
        default: isSentenceEnd
        }
    }

    var isClosingSign: Bool {
        switch self {
        case "”", "’", "」", "』", "）", ")", "\"", "'", "】", "》", "〉", "]", "〕": true
        default: false
        }
    }

    var isSpeechSign: Bool {
        switch self {
        case "“", "”", "‘", "’", "「", "」", "『", "』", "\"", "'", "！", "？", "!", "?": true
        default: false
        }
    }

    var isASCIISign: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Letters, digits and Han: what words are made of.
    var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            true
        case 0..<0x80: false
        case 0x2000...0x20CF, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE30...0xFE6F, 0xFF01...0xFFEF:
            isKana
        default: isHan || isKana || properties.isAlphabetic || properties.numericType != nil
        }
    }
}
