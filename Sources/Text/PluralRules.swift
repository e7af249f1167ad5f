/// Which plural categories a locale has for cardinal numbers (CLDR 47, supplemental/plurals.xml).
package enum PluralRules {
    /// In CLDR's order; `other` is always the last. A locale that is not known has `one` and `other`.
    package static func categories(of locale: LanguageTag) -> [PluralCategory] {
        entries(of: locale).map(\.category)
    }

    /// The first numbers that a locale says with a category, for prompts and notes: `1, 21, 31, 41` for `one` in Russian.
    /// Decimals where no whole number is said so; empty for a category that the locale does not have.
    package static func samples(of category: PluralCategory, in locale: LanguageTag) -> String {
        entries(of: locale).first { $0.category == category }?.samples ?? ""
    }

    private struct Entry: Sendable {
        var category: PluralCategory
        var samples: String
    }

    private static func entries(of locale: LanguageTag) -> [Entry] {
        // CLDR's parent of the Portuguese of Africa, Asia and Europe is pt-PT; plain pt is Brazil's.
        let isEuropean = locale.language == "pt" && locale.region != nil && locale.region != "BR"
        let language = isEuropean ? "pt-PT" : aliases[locale.language] ?? locale.language
        return table[language] ?? unknown
    }

    private static let unknown = [
        Entry(category: .one, samples: "1"), Entry(category: .other, samples: "0, 2, 3, 4"),
    ]

    /// Codes that ISO 639 or CLDR has given up, and macrolanguages.
    private static let aliases = [
        "iw": "he", "in": "id", "jw": "jv", "ji": "yi", "mo": "ro", "sh": "sr", "tl": "fil", "cmn": "zh", "wuu": "zh",
        "nan": "zh", "hak": "zh", "lzh": "zh", "nb": "no", "arb": "ar", "zsm": "ms",
    ]

    private static let table: [String: [Entry]] = {
        var table: [String: [Entry]] = [:]
        for row in PluralTable.rows {
            let entries = row.categories.split(separator: "|").compactMap { part -> Entry? in
                let part = part.split(separator: " ", maxSplits: 1)
                guard part.count == 2, let category = PluralCategory(rawValue: String(part[0])) else { return nil }
                return Entry(category: category, samples: part[1].trimmed)
            }
            for language in row.languages.split(separator: " ") { table[String(language)] = entries }
        }
        return table
    }()
}
