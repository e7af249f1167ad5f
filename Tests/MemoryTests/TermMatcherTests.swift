import Memory
import Testing
import Text

struct TermMatcherTests {
    private let matcher = TermMatcher([
        Term(source: "青石", target: "Bluestone"), Term(source: "青石峰", target: "Bluestone Peak"),
        Term(source: "李天明", target: "Li Tianming", kind: .person), Term(source: "李天", target: "Li Tian", kind: .person),
        Term(source: "Boss", target: "Chief"), Term(source: "三號", target: "Number Three"),
    ])

    @Test func takesTheLongestFormAndNothingInsideIt() {
        #expect(matcher.terms(in: ["青石峰上，李天明笑了。"]).map(\.target) == ["Bluestone Peak", "Li Tianming"])
        #expect(matcher.terms(in: ["青石上的李天。"]).map(\.target) == ["Bluestone", "Li Tian"])
    }

    @Test func givesRangesOfTheTextAsGiven() throws {
        let text = "ＢＯＳＳ说：青石"
        let matches = matcher.matches(in: text)
        #expect(matches.map { matcher.terms[$0.term].source } == ["Boss", "青石"])
        let bytes = Array(text.utf8)
        #expect(matches.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["ＢＯＳＳ", "青石"])
    }

    @Test func findsLatinFormsAsWholeWordsOnly() {
        #expect(matcher.matches(in: "bossy embosses").isEmpty)
        #expect(matcher.matches(in: "the boss，说").count == 1)
    }

    @Test func changesItsFingerprintWithATerm() {
        let other = TermMatcher([Term(source: "青石", target: "Blue Stone")])
        #expect(other.fingerprint != TermMatcher([Term(source: "青石", target: "Bluestone")]).fingerprint)
    }

    @Test func isEmptyWithoutTerms() {
        #expect(TermMatcher([]).matches(in: "青石").isEmpty)
    }
}
