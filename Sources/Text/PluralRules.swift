/// Which plural categories a locale has for cardinal numbers (CLDR 46, supplemental/plurals.xml).
package enum PluralRules {
    /// In CLDR's order; `other` is always the last. A locale that is not known has `one` and `other`.
    package static func categories(of locale: LanguageTag) -> [PluralCategory] {
        switch locale.language {
        case "zh", "ja", "ko", "vi", "th", "id", "ms", "lo", "my", "km": [.other]
        case "ru", "uk", "be", "pl": [.one, .few, .many, .other]
        default: [.one, .other]
        }
    }
}
