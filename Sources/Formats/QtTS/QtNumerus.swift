import Text

/// The plural forms of Qt's translations, in the order in which a message lists them (qttools, `numerus.cpp`).
enum QtNumerus {
    static func categories(of locale: LanguageTag) -> [PluralCategory] {
        switch locale.language {
        case "zh", "ja", "ko", "vi", "th", "id", "ms", "my", "lo", "km", "fa", "hu", "tr", "az", "ka": [.other]
        case "ru", "uk", "be", "sr", "hr", "bs", "pl": [.one, .few, .many]
        case "cs", "sk", "lt", "ro", "mk": [.one, .few, .other]
        case "sl": [.one, .two, .few, .other]
        case "ga": [.one, .two, .other]
        case "lv": [.one, .other, .zero]
        case "ar": [.zero, .one, .two, .few, .many, .other]
        case "he", "es", "it", "fr", "pt": [.one, .other]
        case "mt": [.one, .few, .many, .other]
        case "cy": [.zero, .one, .two, .few, .other]
        default: PluralRules.categories(of: locale).count == 1 ? [.other] : [.one, .other]
        }
    }

    /// Names for forms when nothing is known but their number.
    static func categories(count: Int) -> [PluralCategory] {
        switch count {
        case ...1: [.other]
        case 2: [.one, .other]
        case 3: [.one, .few, .many]
        case 4: [.one, .two, .few, .other]
        case 5: [.zero, .one, .two, .few, .other]
        default: PluralCategory.allCases
        }
    }
}
