import Checks
import Memory
import Testing
import Text

struct GenderPronounTests {
    private let matcher = TermMatcher([
        Term(source: "苏梅", target: "Su Mei", kind: .person, gender: .female),
        Term(source: "陈远", target: "Chen Yuan", kind: .person, gender: .male),
        Term(source: "影子", target: "Shade", kind: .person),
    ])

    /// The findings on the last of the texts, whose translation is given.
    private func findings(_ texts: [String], _ target: String, _ locale: String = "en") throws -> [Finding] {
        let source = try #require(texts.last)
        let roster = Roster(texts: texts, matcher: matcher)
        let pair = Pair(
            source: InlineText(source),
            target: InlineText(target),
            sourceLocale: .simplifiedChinese,
            targetLocale: try #require(LanguageTag(locale)),
            terms: matcher.terms(in: [source]),
            cast: roster.cast(at: texts.count - 1)
        )
        return GenderPronoun.findings(in: pair)
    }

    @Test func isRightWhereItSpeaks() throws {
        var (hits, alarms, misses, silences) = (0, 0, 0, 0)
        for example in GenderPronounSet.cases {
            let before = "“走吧。”" + example.people.map { "\($0)来了。" }.joined()
            let found = try !findings([before, example.source], example.target).isEmpty
            switch (example.isWrong, found) {
            case (true, true): hits += 1
            case (true, false):
                misses += 1
                print("missed: \(example.source) | \(example.target)")
            case (false, true):
                alarms += 1
                print("false alarm: \(example.source) | \(example.target)")
            case (false, false): silences += 1
            }
        }
        let precision = Double(hits) / Double(hits + alarms)
        let recall = Double(hits) / Double(hits + misses)
        print("gender-pronoun: \(GenderPronounSet.cases.count) sentences, precision \(precision), recall \(recall)")
        #expect(GenderPronounSet.cases.count >= 120)
        #expect(precision >= 0.95)
        #expect(recall >= 0.8)
        #expect(silences > 50)
    }

    @Test func saysWhatIsWrongAndHowToMendIt() throws {
        let finding = try #require(
            try findings(["“来。”", "苏梅合上账本，闭上眼睛。"], "Su Mei shut the book and closed his eyes.").first
        )
        #expect(finding.message == "“his” speaks of Su Mei, who is female: it should be “her”.")
        #expect(finding.severity == .warning && finding.place.range == 32..<35)
        let other = try #require(try findings(["“来。”", "他笑了。"], "She smiled.").first)
        #expect(other.message == "“She” stands where the source says “他”: it should be “he”.")
    }

    @Test func isLessSureOfWhoWasNamedLongAgo() throws {
        let quiet = Array(repeating: "风在吹。", count: 3)
        let near = try findings(["“来。”苏梅站着。", "推开了窗。"], "He opened the window.")
        let far = try findings(["“来。”苏梅站着。"] + quiet + ["推开了窗。"], "He opened the window.")
        let lost = try findings(["“来。”苏梅站着。"] + quiet + quiet + quiet + ["推开了窗。"], "He opened the window.")
        #expect(near.map(\.severity) == [.warning] && far.map(\.severity) == [.note] && lost.isEmpty)
    }

    @Test func followsTheSourceAgainstTheTermbase() throws {
        // She goes as a man, and the source plays along.
        #expect(try findings(["“来。”", "他，苏梅，笑了。"], "He, Su Mei, smiled.").isEmpty)
    }

    @Test func isSilentWhereTheGenderIsNotKnown() throws {
        #expect(try findings(["“来。”", "影子摇了摇头。"], "Shade shook her head.").isEmpty)
        #expect(try findings(["“来。”苏梅和影子都在。", "推开了窗。"], "He opened the window.").isEmpty)
        // A term that does not say what it is may be a person.
        let pair = Pair(
            source: InlineText("“来。”霍连城把她拉起来，转身走了。"),
            target: InlineText("“Come.” Huo Liancheng pulled the girl up and turned, and he walked off."),
            sourceLocale: .simplifiedChinese,
            targetLocale: try #require(LanguageTag("en")),
            terms: [Term(source: "霍连城", target: "Huo Liancheng")]
        )
        #expect(GenderPronoun.findings(in: pair).isEmpty)
    }

    @Test(arguments: [
        ("es", "她转过身来。", "Él se dio la vuelta.", true), ("es", "她转过身来。", "Ella se dio la vuelta.", false),
        ("es", "她转过身来。", "Se dio la vuelta.", false), ("pt-BR", "她转过身来。", "Ele se virou.", true),
        ("it", "她转过身来。", "Lui si voltò.", true), ("fr", "她转过身来。", "Il se retourna lentement.", false),
        ("fr", "她转过身来。", "Il tourna la tête.", true), ("fr", "她转过身来。", "Elle tourna la tête.", false),
        ("fr", "她转过身来，天黑了。", "Il faisait nuit.", false), ("de", "她转过身来。", "Er drehte sich um.", true),
        ("de", "他转过身来。", "Sie drehte sich um.", false), ("ru", "她转过身来。", "Он обернулся.", true),
        ("ru", "她转过身来。", "Она обернулась.", false), ("id", "她转过身来。", "Dia berbalik.", false),
        ("tr", "她转过身来。", "O döndü.", false),
    ])
    func knowsThePronounsOfOtherLanguages(locale: String, source: String, target: String, isWrong: Bool) throws {
        #expect(try findings(["“来。”", source], target, locale).isEmpty == !isWrong)
    }

    @Test func readsALongTextWithoutTrouble() throws {
        let long = String(repeating: "He said “she” or he. ", count: 5000)
        #expect(try findings(["“来。”", String(repeating: "她说他。", count: 5000)], long).count <= 2)
        #expect(
            try findings(["“来。”", String(repeating: "“", count: 50_000)], String(repeating: "“", count: 50_000)).isEmpty
        )
    }
}
