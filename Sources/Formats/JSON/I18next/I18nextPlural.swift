import Text

/// How i18next names the forms of a plural message.
enum I18nextPlural {
    /// `apples_one`: categories of CLDR (JSON v4). Ordinals are `place_ordinal_one`.
    case categories
    /// `apples` and `apples_plural`, or `apples_0` and up where a language has more forms or only one (JSON v3).
    case numbers

    /// The name without its suffix, and the category; nil for a name that has none.
    static func suffix(of key: String) -> (base: String, category: PluralCategory)? {
        guard let bar = key.utf8.lastIndex(of: 0x5F), bar > key.startIndex,
            let category = PluralCategory(rawValue: String(key[key.utf8.index(after: bar)...]))
        else { return nil }
        return (String(key[..<bar]), category)
    }

    /// The name without the suffix that v3 gives it: `_plural`, `_0` …
    static func numberedBase(of key: String) -> String? {
        guard let bar = key.utf8.lastIndex(of: 0x5F), bar > key.startIndex else { return nil }
        let suffix = key[key.utf8.index(after: bar)...]
        let isDigit = suffix.utf8.count == 1 && suffix.utf8.allSatisfy { (0x30...0x35).contains($0) }
        return suffix == "plural" || isDigit ? String(key[..<bar]) : nil
    }

    /// Names of the forms that are needed, in CLDR's order.
    func names(base: String, _ needed: [PluralCategory]) -> [(category: PluralCategory, name: String)] {
        switch self {
        case .categories: return needed.map { ($0, "\(base)_\($0.rawValue)") }
        case .numbers:
            if needed.count == 1 { return [(needed[0], "\(base)_0")] }
            if needed.count == 2 { return [(needed[0], base), (needed[1], "\(base)_plural")] }
            return needed.enumerated().map { ($1, "\(base)_\($0)") }
        }
    }

    /// Categories in which the locales say whole numbers below a thousand: v3 knows no others.
    static func wholeNumbers(_ needed: [PluralCategory], in locales: [LanguageTag]) -> [PluralCategory] {
        needed.filter { category in
            locales.contains { locale in
                PluralRules.samples(of: category, in: locale).split(separator: ",").contains { sample in
                    Int(sample.trimmed).map { $0 < 1000 } ?? false
                }
            }
        }
    }
}
