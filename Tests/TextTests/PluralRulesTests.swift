import Testing
import Text

@Suite struct PluralRulesTests {
    @Test(arguments: [
        ("zh-Hans", "other"), ("ja", "other"), ("id", "other"), ("en", "one other"), ("de-AT", "one other"),
        ("ru", "one few many other"), ("pl", "one few many other"), ("cs", "one few many other"),
        ("ar", "zero one two few many other"), ("fr", "one many other"), ("pt-BR", "one many other"),
        ("lv", "zero one other"), ("he", "one two other"), ("sl", "one two few other"), ("lt", "one few many other"),
        ("cy", "zero one two few many other"), ("tl", "one other"), ("xx", "one other"), ("nb", "one other"),
        ("ga", "one two few many other"), ("ro", "one few other"), ("es-419", "one many other"),
    ]) func knowsCategories(_ locale: String, _ expected: String) throws {
        let tag = try #require(LanguageTag(locale))
        #expect(PluralRules.categories(of: tag).map(\.rawValue).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("ru", PluralCategory.one, "1, 21, 31, 41"), ("ru", .few, "2, 3, 4, 22"), ("pt", .one, "0, 1"),
        ("pt-PT", .one, "1"), ("pt-AO", .one, "1"), ("zh", .one, ""), ("ar", .two, "2"), ("cs", .many, "0.1, 0.5, 1.5"),
    ]) func givesSamples(_ locale: String, _ category: PluralCategory, _ expected: String) throws {
        #expect(PluralRules.samples(of: category, in: try #require(LanguageTag(locale))) == expected)
    }

    @Test func hasOtherLastForEveryLocale() throws {
        for code in ["ar", "be", "br", "ceb", "gd", "gv", "kw", "mt", "shi", "tzm", "wo", "zu"] {
            let tag = try #require(LanguageTag(code))
            #expect(PluralRules.categories(of: tag).last == .other)
        }
    }
}
