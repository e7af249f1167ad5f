import Text

/// The plural forms of gettext catalogs by language: how many, by which formula, and the CLDR category of each.
///
/// The formulas are those that GNU gettext gives to new catalogs (`plural-table.c`) or the ones that follow from CLDR's
/// rules for integers; categories that only fractions or compact numbers have (`many` of Spanish and French, `other` of
/// Russian) have no form in gettext.
struct POPlurals: Hashable, Sendable {
    var formula: String
    /// By the index of the form.
    var categories: [PluralCategory]

    var count: Int { categories.count }
    /// The value of the header `Plural-Forms`.
    var header: String { "nplurals=\(count); plural=\(formula);" }

    static func of(_ locale: LanguageTag) -> POPlurals {
        if locale.language == "pt", locale.region != "PT" { return zeroIsOne }
        return table[locale.language] ?? two
    }

    private static let none = POPlurals(formula: "0", categories: [.other])
    private static let two = POPlurals(formula: "(n != 1)", categories: [.one, .other])
    private static let zeroIsOne = POPlurals(formula: "(n > 1)", categories: [.one, .other])
    private static let slavic =
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"

    private static let table: [String: POPlurals] = {
        var table: [String: POPlurals] = [:]
        for language in [
            "zh", "yue", "wuu", "nan", "lzh", "ja", "ko", "vi", "th", "id", "ms", "lo", "my", "km", "jv", "su", "bo",
            "dz", "ii", "to", "wo", "yo", "ig",
        ] {
            table[language] = none
        }
        for language in ["fr", "hi", "bn", "fa", "am", "gu", "kn", "zu", "as", "hy", "ff", "mg", "ln", "wa", "oc"] {
            table[language] = zeroIsOne
        }
        for language in ["ru", "uk", "be"] {
            table[language] = POPlurals(formula: slavic, categories: [.one, .few, .many])
        }
        for language in ["sr", "hr", "bs", "sh"] {
            table[language] = POPlurals(formula: slavic, categories: [.one, .few, .other])
        }
        for language in ["cs", "sk"] {
            table[language] = POPlurals(
                formula: "(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2)",
                categories: [.one, .few, .other]
            )
        }
        for language in ["is", "mk"] {
            table[language] = POPlurals(formula: "(n%10!=1 || n%100==11)", categories: [.one, .other])
        }
        table["pl"] = POPlurals(
            formula: "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
            categories: [.one, .few, .many]
        )
        table["ro"] = POPlurals(
            formula: "(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2)",
            categories: [.one, .few, .other]
        )
        table["lt"] = POPlurals(
            formula: "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2)",
            categories: [.one, .few, .other]
        )
        table["lv"] = POPlurals(
            formula: "(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)",
            categories: [.one, .other, .zero]
        )
        table["sl"] = POPlurals(
            formula: "(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)",
            categories: [.one, .two, .few, .other]
        )
        table["he"] = POPlurals(formula: "(n==1 ? 0 : n==2 ? 1 : 2)", categories: [.one, .two, .other])
        table["ar"] = POPlurals(
            formula: "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
            categories: [.zero, .one, .two, .few, .many, .other]
        )
        table["ga"] = POPlurals(
            formula: "(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4)",
            categories: [.one, .two, .few, .many, .other]
        )
        table["cy"] = POPlurals(
            formula: "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)",
            categories: [.zero, .one, .two, .few, .many, .other]
        )
        table["mt"] = POPlurals(
            formula: "(n==1 ? 0 : n==0 || (n%100>1 && n%100<11) ? 1 : n%100>10 && n%100<20 ? 2 : 3)",
            categories: [.one, .few, .many, .other]
        )
        return table
    }()

    /// The categories of another formula for the same language, by index: what number each category stands for here is
    /// put into it. An index that no number reaches has none.
    func categories(under formula: PluralFormula, count: Int) -> [PluralCategory?] {
        var result = [PluralCategory?](repeating: nil, count: count)
        guard let own = PluralFormula(self.formula) else { return result }
        for number in 0...200 {
            guard let index = own.index(for: number), categories.indices.contains(index),
                let theirs = formula.index(for: number), result.indices.contains(theirs), result[theirs] == nil
            else { continue }
            result[theirs] = categories[index]
        }
        return result
    }

    /// What a catalog that does not say its language has: `one` and `other` for two forms, CLDR's order for more.
    static func unknown(count: Int) -> [PluralCategory?] {
        switch count {
        case 1: [.other]
        case 2: [.one, .other]
        case 3: [.one, .few, .other]
        case 4: [.one, .few, .many, .other]
        case 5: [.one, .two, .few, .many, .other]
        case 6: [.zero, .one, .two, .few, .many, .other]
        default: [PluralCategory?](repeating: nil, count: max(0, count - 1)) + [.other]
        }
    }
}
