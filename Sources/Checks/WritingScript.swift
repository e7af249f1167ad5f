package import Text

/// The script that a locale is written in, as far as checks tell scripts apart.
package enum WritingScript: String, Sendable, CaseIterable {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, thai, lao, khmer, myanmar, tibetan, hangul, han, japanese
    case armenian, georgian, ethiopic
    /// Bengali, Tamil, Telugu, Sinhala and all others.
    case other

    /// By the script of the tag or else by the language (CLDR, likely subtags).
    package init(of locale: LanguageTag) {
        if let script = locale.script, let known = Self.byCode[script] {
            self = known
            return
        }
        self = Self.byLanguage[locale.language] ?? .latin
    }

    private static let byCode: [String: WritingScript] = [
        "Latn": .latin, "Cyrl": .cyrillic, "Grek": .greek, "Arab": .arabic, "Hebr": .hebrew, "Deva": .devanagari,
        "Thai": .thai, "Laoo": .lao, "Khmr": .khmer, "Mymr": .myanmar, "Tibt": .tibetan, "Hang": .hangul,
        "Kore": .hangul, "Hans": .han, "Hant": .han, "Hani": .han, "Jpan": .japanese, "Armn": .armenian,
        "Geor": .georgian, "Ethi": .ethiopic, "Beng": .other, "Taml": .other, "Telu": .other, "Knda": .other,
        "Mlym": .other, "Gujr": .other, "Guru": .other, "Orya": .other, "Sinh": .other, "Mong": .other,
    ]

    private static let byLanguage: [String: WritingScript] = {
        let groups: [WritingScript: String] = [
            .cyrillic: "ru uk be bg mk sr kk ky tg mn tt ba cv ce os sah tyv",
            .greek: "el",
            .arabic: "ar fa ur ps sd ug ckb arz",
            .hebrew: "he yi iw",
            .devanagari: "hi mr ne sa mai bho",
            .thai: "th", .lao: "lo", .khmer: "km", .myanmar: "my shn", .tibetan: "bo dz", .hangul: "ko",
            .han: "zh yue wuu nan hak lzh cmn", .japanese: "ja", .armenian: "hy", .georgian: "ka",
            .ethiopic: "am ti", .other: "bn as ta te kn ml gu pa or si dv",
        ]
        var table: [String: WritingScript] = [:]
        for (script, languages) in groups {
            for language in languages.split(separator: " ") { table[String(language)] = script }
        }
        return table
    }()

    /// The place among all cases, for counting.
    var index: Int {
        switch self {
        case .latin: 0
        case .cyrillic: 1
        case .greek: 2
        case .arabic: 3
        case .hebrew: 4
        case .devanagari: 5
        case .thai: 6
        case .lao: 7
        case .khmer: 8
        case .myanmar: 9
        case .tibetan: 10
        case .hangul: 11
        case .han: 12
        case .japanese: 13
        case .armenian: 14
        case .georgian: 15
        case .ethiopic: 16
        case .other: 17
        }
    }

    /// Whether Chinese and Japanese marks are its own.
    package var usesEastAsianMarks: Bool { self == .han || self == .japanese }
}
