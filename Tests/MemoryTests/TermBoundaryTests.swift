import Memory
import Testing
import Text

/// Boundaries on a small dictionary with the frequencies of a large one.
struct TermBoundaryTests {
    private static let dictionary = """
        的 57000000 uj
        一 217830 m
        是 796991 v
        了 883634 ul
        他 401339 r
        国王 3312 n
        国 50000 n
        王 19704 nr
        中 243191 f
        中毒 1379 nz
        毒 5000 n
        身亡 406 v
        发 20000 v
        看见 3000 v
        走 30000 v
        进来 2000 v
        今天 15960 t
        今 8000 t
        天下 6255 s
        下雨 481 v
        雨 5000 n
        天 35979 q
        下 150000 f
        天下大乱 129 i
        大乱 498 n
        李 9566 nr
        天明 380 nz
        明 16120 a
        明白 10875 nr
        师兄 1700 n
        行李 1500 n
        行 40000 v
        二 20000 m
        十 40000 m
        三 42542 m
        岁 9000 q
        青云 47 ns
        平步青云 60 i
        同学会 23 n
        同学 4396 n
        学会 2639 n
        会 92091 v
        同 37578 p
        着 188584 uz
        笑 32256 v
        说 60000 v
        树林 669 n
        树 9000 n
        林 8581 ng
        动 12509 v
        一下 4000 m
        安然无恙 94 i
        安然 139 d
        回来 6000 v
        光 10895 n
        脚 9000 n
        会长 800 n
        长大 1498 ns
        长 20000 a
        大 80000 a
        可以 20000 c
        """
    private static let variants = VariantTable(Array("國\t国\n後\t后\n動\t动\n".utf8))
    private static let segmenter = Segmenter(dictionary: Array((dictionary + names).utf8), variants: variants)

    /// A thousand names, from which the segmenter learns what names are made of.
    private static let names: String = {
        var lines = ""
        for surname in "李王林张陈刘赵周吴郑" {
            for first in "天文小国志建晓春海玉" {
                for second in "明华英平军生林成杰伟" { lines += "\n\(surname)\(first)\(second) 3 nr" }
            }
        }
        return lines
    }()

    private func matcher(_ forms: [String]) -> TermMatcher {
        TermMatcher(forms.map { Term(source: $0, target: "x") }, segmenter: Self.segmenter, variants: Self.variants)
    }

    private func found(_ forms: [String], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return matcher(forms).matches(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("王中", "国王中毒了。"), ("天下", "今天下雨。"), ("李天", "李天明走了。"), ("十三", "他是二十三岁。"), ("李", "他的行李。"),
        ("青云", "他平步青云了。"), ("学会", "他是同学会的。"), ("天", "今天走了。"),
        ("林动", "树林动了一下。"), ("安然", "他安然无恙。"), ("会长", "他可以会长大。"),
    ])
    func refusesAFormThatIsNoWordThere(form: String, text: String) throws {
        #expect(found([form], in: text).isEmpty)
        let judged = try #require(matcher([form]).allMatches(in: text).first)
        #expect(judged.refusal?.message.isEmpty == false)
    }

    @Test(arguments: [
        ("王中", "王中走进来了。"), ("王中", "他看见王中毒发身亡。"), ("天下", "天下大乱。"), ("李天", "李天走了。"), ("十三", "他是十三岁。"),
        ("李", "李师兄走了。"), ("青云", "他走进青云了。"), ("学会", "他学会了。"), ("林动", "林动走了。"),
        ("李天", "李天笑着说。"), ("林动", "林动光着脚走了。"), ("李天", "李天动了一下。"),
    ])
    func keepsAFormThatIsAWordThere(form: String, text: String) {
        #expect(found([form], in: text) == [form])
    }

    @Test func saysWhatStoodInTheWay() throws {
        func refusal(_ form: String, _ text: String) throws -> TermMatcher.Refusal {
            try #require(matcher([form]).allMatches(in: text).first?.refusal)
        }
        #expect(try refusal("王中", "国王中毒") == .init(.crossesWord, "国王"))
        #expect(try refusal("李天", "李天明走了") == .init(.insideName, "李天明"))
        #expect(try refusal("十三", "二十三岁").reason == .insideNumber)
        #expect(try refusal("天", "今天").reason == .insideWord)
    }

    @Test func takesAShorterFormWhereTheLongerIsRefused() {
        #expect(found(["王中毒", "王中"], in: "王中走了") == ["王中"])
        #expect(found(["李天", "李天明"], in: "李天明走了。李天走了。") == ["李天明", "李天"])
    }

    @Test func namesTheLongerTermThatHoldsAShorterOne() throws {
        let all = matcher(["青石", "青石峰"]).allMatches(in: "青石峰")
        #expect(all.map { $0.refusal?.reason } == [nil, .insideLongerTerm])
        #expect(all.last?.refusal?.other == "青石峰")
    }

    @Test func givesTheCharacterToTheVerbWhereBothNamesAreListed() {
        #expect(found(["李天", "李天明"], in: "李天明白了。") == ["李天"])
    }

    @Test func findsVariantsAtTheirOwnPlaces() throws {
        let text = "他是國王，林動。"
        #expect(found(["国王", "林动"], in: text) == ["國王", "林動"])
        #expect(found(["林動"], in: "林动走了") == ["林动"])
    }

    @Test func passesOverVariationSelectorsInAForm() {
        let text = "林\u{FE00}动走了"
        #expect(matcher(["林动"]).matches(in: text).map(\.range.lowerBound) == [0])
    }

    @Test func judgesAlikeInAVeryLongRun() {
        let run = String(repeating: "他走进来了", count: 400)
        let text = run + "林动走了" + run
        #expect(found(["林动"], in: text) == ["林动"])
        #expect(found(["王中"], in: run + "国王中毒" + run).isEmpty)
    }

    @Test func staysQuickWhenFormsRepeatThemselves() {
        let forms = (1...60).map { String(repeating: "毒", count: $0) }
        let text = String(repeating: "毒", count: 2_000)
        let matches = matcher(forms).matches(in: text)
        #expect(matches.allSatisfy { !$0.range.isEmpty })
        #expect(!matches.isEmpty)
    }
}

struct LatinTermTests {
    private func found(_ terms: [Term], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TermMatcher(terms).matches(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test func findsPluralsAndPossessives() {
        let terms = ["sword", "party", "Jack"].map { Term(source: $0, target: "x") }
        #expect(found(terms, in: "Two swords, three parties, Jack's.") == ["swords", "parties", "Jack"])
        #expect(found(terms, in: "swordsman, Jackson, counterparty").isEmpty)
    }

    @Test func findsWordsWhoseFormsChangeThem() {
        let terms = ["wolf", "run", "fire strike", "stop", "swordsman"].map { Term(source: $0, target: "x") }
        let text = "Wolves were running and ran; fire struck; it stopped the swordsmen."
        #expect(found(terms, in: text) == ["Wolves", "running", "ran", "fire struck", "stopped", "swordsmen"])
        #expect(found([Term(source: "Ken", target: "Ken")], in: "Kenning, Kenned").isEmpty)
    }

    @Test func keepsNumbersWhole() {
        let terms = ["3号", "5", "Lv3"].map { Term(source: $0, target: "x") }
        #expect(found(terms, in: "13号，15，3.5，5.2，Lv30").isEmpty)
        #expect(found(terms, in: "3号，第5章，lv3。") == ["3号", "5", "lv3"])
    }

    @Test func mindsCaseWhereTheTermDoes() throws {
        let terms = [Term(source: "Will", target: "Will", isCaseSensitive: true)]
        #expect(found(terms, in: "will Ｗｉｌｌ Will") == ["Ｗｉｌｌ", "Will"])
        let all = TermMatcher(terms).allMatches(in: "will")
        #expect(all.first?.refusal == .init(.letterCase, "will"))
    }

    @Test func choosesAmongTermsOfOneFormByCase() {
        let terms = [
            Term(source: "US", target: "USA", isCaseSensitive: true), Term(source: "us", target: "we"),
        ]
        let matcher = TermMatcher(terms)
        #expect(matcher.terms(in: ["US"]).map(\.target) == ["USA"])
        #expect(matcher.terms(in: ["us"]).map(\.target) == ["we"])
    }
}

struct PatternTermTests {
    private func pattern(_ source: String) -> Term { Term(source: source, target: "x", isPattern: true) }

    @Test func findsWhatAPatternDescribes() {
        let matcher = TermMatcher([pattern("第[一二三]+层"), Term(source: "层", target: "floor")])
        let text = "第三层，层层"
        let bytes = Array(text.utf8)
        #expect(
            matcher.matches(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["第三层", "层", "层"]
        )
        #expect(matcher.problems.isEmpty)
    }

    @Test(arguments: ["(a+)+b", "(a|ab)*c", "(甲*)*", "(x)\\1", "((a{1,9}){1,9}){1,9}", ".*.*.*x"])
    func refusesPatternsThatCouldTakeWithoutEnd(source: String) {
        let matcher = TermMatcher([pattern(source)])
        #expect(matcher.problems.map(\.code) == ["term-pattern-costly"])
        #expect(matcher.matches(in: String(repeating: "a", count: 1_000)).isEmpty)
    }

    @Test(arguments: ["(", "[", "x*"])
    func refusesPatternsThatAreNone(source: String) {
        let matcher = TermMatcher([pattern(source), Term(source: "乙", target: "x")])
        #expect(matcher.problems.map(\.code) == ["term-pattern-invalid"])
        #expect(matcher.matches(in: "乙").count == 1)
    }

    @Test func saysWhichTermIsTooLong() {
        let matcher = TermMatcher([Term(source: String(repeating: "长", count: 500), target: "x")])
        #expect(matcher.problems.map(\.code) == ["term-too-long"])
    }
}
