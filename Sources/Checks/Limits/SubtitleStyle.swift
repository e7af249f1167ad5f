package import Text

/// What a subtitle may be in a locale: Netflix's Timed Text Style Guides, as they are published by language at
/// https://partnerhelp.netflixstudios.com/hc/en-us/sections/22463232153235-Timed-Text-Style-Guides (adult programmes), and its
/// General Requirements (https://partnerhelp.netflixstudios.com/hc/en-us/articles/215758617) for times.
package struct SubtitleStyle: Sendable, Hashable {
    /// Characters in a line.
    package var line: Int
    /// Characters in a second.
    package var speed: Double
    package var lines = 2
    /// Seconds: five sixths, and seven.
    package var shortest = 5.0 / 6
    package var longest = 7.0
    /// Seconds between two: two frames at 24 a second.
    package var gap = 2.0 / 24

    package init(of locale: LanguageTag) {
        (line, speed) = Self.values[locale.language] ?? (42, 17)
    }

    private static let values: [String: (Int, Double)] = [
        "en": (42, 20), "zh": (16, 9), "yue": (16, 9), "ja": (13, 4), "ko": (16, 12), "th": (35, 17), "hi": (42, 22),
        "ar": (42, 20), "ru": (39, 17), "he": (42, 17), "de": (42, 17), "fr": (42, 17), "es": (42, 17), "pt": (42, 17),
        "it": (42, 17), "id": (42, 17), "ms": (42, 17), "vi": (42, 17), "tr": (42, 17), "pl": (42, 17), "nl": (42, 17),
        "ta": (42, 22), "te": (42, 22),
    ]

    /// The width of a text: full-width characters count for one in Chinese, Japanese and Korean, marks for none.
    package static func length(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { count, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: count
            default: count + 1
            }
        }
    }
}
