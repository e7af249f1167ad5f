/// What a subtitle may be in a locale: the one table of the program, used to lay subtitles out and to check them.
///
/// Numbers: Netflix's Timed Text Style Guides by language for adult programmes
/// (https://partnerhelp.netflixstudios.com/hc/en-us/sections/22463232153235-Timed-Text-Style-Guides; Russian as of December
/// 2025) and its General Requirements for times (https://partnerhelp.netflixstudios.com/hc/en-us/articles/215758617).
package struct SubtitleStyle: Sendable, Hashable {
    package let locale: LanguageTag
    /// Characters in a line, as `width(of:)` counts them.
    package var line: Int
    /// Characters in a second, as `width(of:)` counts them.
    package var speed: Double
    package var lines = 2
    /// Seconds: five sixths, and seven.
    package var shortest = 5.0 / 6
    package var longest = 7.0
    /// Frames between two subtitles, at any frame rate.
    package var gapFrames = 2
    /// Seconds: a shorter pause between two subtitles is closed to `gapFrames`. Half a second, which is 12 frames at 24.
    package var chain = 0.5
    /// How two people in one subtitle are told apart.
    package var dash: Dash
    /// Whether voices that are not in the picture may be set in italics.
    package var usesItalics: Bool
    /// Whether a character that is not full-width counts for half of one.
    package var countsHalves: Bool

    /// Seconds that `gapFrames` take at the least: at 60 frames a second.
    package var gap: Double { Double(gapFrames) / 60 }

    package init(of locale: LanguageTag, picture: Picture = .wide) {
        self.locale = locale
        let language = locale.language
        let values = Self.values[language] ?? (42, 17)
        speed = values.speed
        line = picture == .wide ? values.line : Self.verticalLine(values.line)
        dash = Self.dashes[language] ?? .both("- ")
        usesItalics = !["ar", "he", "hi", "ko", "th", "zh", "yue", "ja"].contains(language)
        countsHalves = ["zh", "yue", "ja", "ko"].contains(language)
    }

    /// The shape of the picture that subtitles stand in.
    package enum Picture: String, Sendable, Codable, CaseIterable {
        /// 16:9 and wider, 4:3.
        case wide
        /// 9:16, as on a phone. No guide gives numbers for it: two thirds of a line, which is 28 Latin letters, fill three
        /// quarters of the width at a letter height of 3 % of the picture's; 14 full-width characters.
        case vertical

        /// The shape of a picture of so many pixels.
        package init(width: Int, height: Int) { self = height > width ? .vertical : .wide }
    }

    /// Where a dash stands when two people speak in one subtitle.
    package enum Dash: Sendable, Hashable {
        /// Before both lines: `-` or `- `.
        case both(String)
        /// Before the second line only.
        case second(String)

        /// What stands before the first and the second line.
        package var marks: (first: String, second: String) {
            switch self {
            case .both(let mark): (mark, mark)
            case .second(let mark): ("", mark)
            }
        }
    }

    private static func verticalLine(_ line: Int) -> Int { line <= 16 ? min(line, 14) : line * 2 / 3 }

    private static let values: [String: (line: Int, speed: Double)] = [
        "en": (42, 20), "zh": (16, 9), "yue": (16, 9), "ja": (13, 4), "ko": (16, 12), "th": (35, 17), "hi": (42, 22),
        "ar": (42, 20), "ru": (42, 17), "he": (42, 17), "de": (42, 17), "fr": (42, 17), "es": (42, 17), "pt": (42, 17),
        "it": (42, 17), "id": (42, 17), "ms": (42, 17), "vi": (42, 17), "tr": (42, 17), "pl": (42, 17), "nl": (42, 17),
        "ta": (42, 22), "te": (42, 22),
    ]

    private static let dashes: [String: Dash] = [
        "en": .both("-"), "de": .both("-"), "tr": .both("-"), "hi": .both("-"), "zh": .both("-"), "yue": .both("-"),
        "ja": .both("-"), "nl": .second("-"), "fi": .second("-"), "bg": .second("- "),
    ]

    /// The width of a text in characters: marks that stand over others and characters without width count for none; where
    /// the locale counts halves, what is not full-width counts for half.
    package func width(of text: some StringProtocol) -> Double {
        var halves = 0
        for scalar in text.unicodeScalars { halves += halfWidths(of: scalar) }
        return Double(halves) / 2
    }

    /// Half characters that a scalar takes: 0, 1 or 2.
    package func halfWidths(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value >= 0x20, value < 0x7F { return countsHalves ? 1 : 2 }
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            // U+302A–302D and U+3099–309A are marks inside the block.
            return (0x302A...0x302D).contains(value) || (0x3099...0x309A).contains(value) ? 0 : 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default:
            // Dashes, ellipses and quotes are full-width in Chinese and Japanese.
            if countsHalves, value < 0x2E80, !(0x2010...0x2027).contains(value) { return 1 }
            return 2
        }
    }
}
