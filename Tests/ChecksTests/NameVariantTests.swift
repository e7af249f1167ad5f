import Checks
import Testing
import Text

struct NameVariantTests {
    static let linDong = Term(source: "林动", target: "Lin Dong", kind: .person, gender: .male)
    static let qiao = Term(source: "乔穗", target: "Qiao Sui", kind: .person)
    static let tao = Term(source: "陶听泉", target: "Tao Tingquan", kind: .person)
    static let dafu = Term(source: "大福", target: "Dafu", kind: .person)
    static let gate = Term(source: "青石门", target: "Greenstone Sect", kind: .organization)
    static let zhou = Term(source: "老周", target: "Old Zhou", kind: .person)

    @Test(arguments: [
        ("Lin Tong nodded.", linDong, "Lin Tong"), ("Then Lindong’s sword fell.", linDong, "Lindong"),
        ("Dong Lin nodded.", linDong, "Dong Lin"), ("Lin Dongg nodded.", linDong, "Lin Dongg"),
        ("Lin Tung nodded.", linDong, "Lin Tung"), ("Lin Dong looked. Lin Dang nodded.", linDong, "Lin Dang"),
        ("It was Chiao Sui.", qiao, "Chiao Sui"), ("Qiao Siu's abacus", qiao, "Qiao Siu"),
        ("T'ao T'ing-ch'uan sat.", tao, "T'ao T'ing-ch'uan"), ("T'ao T'ing-ch'üan sat.", tao, "T'ao T'ing-ch'üan"),
        ("Tao Ting Quan sat.", tao, "Tao Ting Quan"),
        ("Tao Tinquan sat.", tao, "Tao Tinquan"), ("Tingquan Tao sat.", tao, "Tingquan Tao"),
        ("The Green Stone Sect", gate, "Green Stone Sect"), ("The Greenstone Sekt", gate, "Greenstone Sekt"),
    ])
    func findsANameThatIsNearlyRight(target: String, term: Term, variant: String) throws {
        let findings = try findings(String(repeating: term.source, count: 2), target, [term])
        #expect(findings.map(\.code) == ["name-variant"])
        #expect(findings.first?.message.contains("not “\(variant)”") == true)
        let range = try #require(findings.first?.place.range)
        #expect(String(String.UnicodeScalarView(Array(target.unicodeScalars)[range])) == variant)
    }

    @Test(arguments: [
        ("Lin Dong nodded.", [linDong]), ("Lin Dong’s sword", [linDong]), ("LIN DONG!", [linDong]),
        ("Lin Dong and Lin Tong", [linDong]), ("Old Zhou and Old Zhao", [zhou]), ("Dafu brayed.", [dafu]),
        ("The Greenstone Sect’s gate", [gate]),
        ("Lin Tong and Lin Dong", [linDong, Term(source: "林通", target: "Lin Tong", kind: .person)]),
    ])
    func isSilentAboutRightNames(target: String, terms: [Term]) throws {
        #expect(try findings(terms.map(\.source).joined(separator: "，"), target, terms) == [])
    }

    /// What is only missing: another person, a title, a word that begins a sentence.
    @Test(arguments: [
        ("He nodded.", linDong), ("Daft as it was, it brayed.", dafu), ("Old Zhao nodded.", zhou),
        ("Lin nodded.", linDong),
        ("Brother Dong nodded.", linDong), ("Lin Yan nodded.", linDong), ("The sect lay still.", gate),
    ])
    func tellsAMissingNameFromAVariant(target: String, term: Term) throws {
        #expect(try findings(term.source, target, [term]).map(\.code) == ["term-missing"])
    }

    @Test func leavesTheNamesOfThosePresentAlone() throws {
        let other = Presence(term: Term(source: "林东", target: "Lin Tong", kind: .person), why: .before(1))
        let pair = try pair("林动点头。", "Lin Tong nodded.", [Self.linDong], Cast(people: [other]))
        #expect(Verification.names(in: pair).map(\.code) == ["term-missing"])
    }

    @Test func findsForbiddenForms() throws {
        let peak = Term(
            source: "青石峰",
            target: "Bluestone Peak",
            kind: .place,
            forbidden: ["Bluestone", "Green Rock Hill"]
        )
        #expect(try findings("青石峰", "She climbed Green Rock Hill.", [peak]).map(\.code) == ["term-forbidden"])
        #expect(try findings("青石峰", "She climbed Bluestone Peak.", [peak]) == [])
        let both = try findings("青石峰", "Bluestone Peak, once Green-Rock Hill’s shadow.", [peak])
        #expect(both.map(\.code) == ["term-forbidden"] && both.first?.place.range == 21..<38)
        #expect(both.first?.message == "“青石峰” should be “Bluestone Peak” here, never “Green Rock Hill”.")
    }

    @Test func readsALongTextWithoutTrouble() throws {
        let long = String(repeating: "Aaa Bbb Ccc’s ", count: 4000)
        #expect(try findings("林动", long, [Self.linDong]).map(\.code) == ["term-missing"])
        let word = String(repeating: "Ab", count: 20_000)
        #expect(try findings("林动", word, [Self.linDong, Term(source: "甲", target: word, kind: .person)]).count == 1)
    }

    private func findings(_ source: String, _ target: String, _ terms: [Term]) throws -> [Finding] {
        Verification.names(in: try pair(source, target, terms))
    }

    private func pair(_ source: String, _ target: String, _ terms: [Term], _ cast: Cast = Cast()) throws -> Pair {
        Pair(
            source: InlineText(source),
            target: InlineText(target),
            sourceLocale: .simplifiedChinese,
            targetLocale: try #require(LanguageTag("en")),
            terms: terms,
            cast: cast
        )
    }
}
