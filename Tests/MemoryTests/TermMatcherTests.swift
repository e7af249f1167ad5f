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

struct RosterTests {
    private let matcher = TermMatcher([
        Term(source: "阿梨", target: "Ali", kind: .person, gender: .female),
        Term(source: "梨姑娘", target: "Ali", kind: .person, gender: .female),
        Term(source: "老周", target: "Old Zhou", kind: .person, gender: .male),
        Term(source: "剑", target: "sword", kind: .item),
    ])

    @Test func keepsAPersonPresentAfterTheNameIsDropped() {
        let roster = Roster(texts: ["阿梨拔剑。", "没说话。", "转身走了。"], matcher: matcher)
        #expect(roster.people(at: 2..<3).map(\.target) == ["Ali"])
    }

    @Test func knowsAPersonWhoIsNamedJustAfterwards() {
        let roster = Roster(texts: ["推开了门。", "老周愣住了。"], matcher: matcher)
        #expect(roster.people(at: 0..<1).map(\.target) == ["Old Zhou"])
    }

    @Test func forgetsAPersonAfterItsReach() {
        let texts = ["阿梨走了。"] + Array(repeating: "风在吹。", count: Roster.reach + 1)
        let roster = Roster(texts: texts, matcher: matcher)
        #expect(roster.people(at: Roster.reach..<(Roster.reach + 1)).map(\.target) == ["Ali"])
        #expect(roster.people(at: (Roster.reach + 1)..<(Roster.reach + 2)).isEmpty)
    }

    @Test func namesAPersonOnceAndTheLatestFirst() {
        let roster = Roster(texts: ["老周来了。", "阿梨也来了，梨姑娘笑着。", "都坐下。"], matcher: matcher)
        #expect(roster.people(at: 2..<3).map(\.target) == ["Ali", "Old Zhou"])
    }
}
