import Memory
import Testing
import Text

struct TermMinerTests {
    /// Words that the made-up chapters use, in the form of the dictionary; the real one is installed by set-up.
    private static let words = """
        的 3000 uj
        了 2000 ul
        我 2000 r
        你 1800 r
        他 1800 r
        她 900 r
        是 1500 v
        不 1500 d
        说道 500 v
        问道 300 v
        笑道 300 v
        冷笑 120 v
        点头 200 v
        点了点头 90 l
        转身 120 v
        看着 300 v
        抬头 120 v
        弟子 300 n
        师父 200 n
        长老 150 n
        大殿 80 n
        山门 30 n
        灵石 5 n
        出来 300 v
        进来 300 v
        没有 500 v
        什么 500 r
        怎么 300 r
        手中 120 s
        时候 300 n
        众人 200 n
        一声 100 m
        一步 80 m
        知道 400 v
        公司 300 n
        会议室 50 n
        电话 200 n
        办公室 80 n
        总裁 60 n
        秘书 60 n
        文件 100 n
        今天 300 t
        明天 200 t
        高兴 100 a
        马上 100 d
        方才 50 t
        于是 100 c
        """

    /// A chapter of a cultivation story: 林动, 苏清婉 and 老者 speak, names are dropped and shortened.
    private static func xianxia(_ number: Int) -> MiningChapter {
        let lines = [
            "林动站在青云宗的山门前，抬头看着那块匾。",
            "“林师弟，你怎么才来？”苏清婉笑道。",
            "林动点了点头，没有说什么。他知道焚天诀还差一步。",
            "苏清婉转身走进大殿，她的手中握着赤霄剑。",
            "“林动，你可知罪？”墨长老问道。",
            "墨长老冷笑一声，众人都不敢出声。",
            "林动说道：“弟子不知。”他马上跪了下去。",
            "苏清婉看着林动，她叹道：“小林子，你太倔了。”",
            "于是林动修炼焚天诀，把灵石都用在赤霄剑上。",
            "青云宗上下都说，林师弟是墨长老最得意的弟子。",
            "方才那块匾掉了下来，苏清婉很高兴，林动却没有笑。",
        ]
        return chapter(number, lines)
    }

    /// A chapter of a city story.
    private static func urban(_ number: Int) -> MiningChapter {
        let lines = [
            "顾总今天没有来公司，会议室里的电话响了。",
            "陈秘书问道：“顾北辰在什么地方？”",
            "许念看着手中的文件，她知道顾北辰不会接电话。",
            "“许念，你马上出来。”顾北辰说道，他转身走进办公室。",
            "许念点了点头，她没有高兴的时候。",
            "盛天集团的人明天进来，陈秘书把文件放在会议室。",
            "顾北辰冷笑：“盛天集团？他们怎么敢？”",
            "许念笑道：“顾总，阿念今天不回家。”",
        ]
        return chapter(number, lines)
    }

    private static func chapter(_ number: Int, _ lines: [String]) -> MiningChapter {
        MiningChapter(
            number: number,
            units: lines.enumerated().map { MiningUnit(key: "\(number)/\($0)", text: $1) }
        )
    }

    private static let variants = VariantTable(Array("蘇\t苏\n劍\t剑\n動\t动\n".utf8))

    private static func miner(_ options: TermMiner.Options = TermMiner.Options()) -> TermMiner {
        let dictionary = Array(words.utf8)
        return TermMiner(
            segmenter: Segmenter(dictionary: dictionary, variants: variants),
            lexicon: Lexicon(dictionary, variants: variants),
            variants: variants,
            pinyin: Pinyin(table: Array("苏\tsu\n清\tqing\n婉\twan\n林\tlin\n动\tdong\n".utf8)),
            options: options
        )
    }

    private func mined(_ chapters: [MiningChapter], known: [Concept] = []) -> [MinedTerm] {
        Self.miner(TermMiner.Options(locale: LanguageTag("en"))).mine(chapters: chapters, known: known)
    }

    private func term(_ form: String, in terms: [MinedTerm]) -> MinedTerm? {
        terms.first { $0.concept.forms.contains { $0.text == form } }
    }

    @Test func findsThePeopleOfACultivationStory() throws {
        let terms = mined((1...3).map(Self.xianxia))
        let hero = try #require(term("林动", in: terms))
        #expect(hero.name == "林动")
        #expect(hero.concept.kind == .person)
        #expect(hero.reason.contains("surname 林 + 1 character"))
        #expect(hero.reason.contains("speaks"))
        #expect(hero.concept.targets["en"]?.preferred == "Lin Dong")
        let heroine = try #require(term("苏清婉", in: terms))
        #expect(heroine.concept.targets["en"]?.preferred == "Su Qingwan")
        #expect(heroine.concept.gender(inChapter: 1) == .female)
        #expect(heroine.genderConfidence > 0.6)
        #expect(term("墨长老", in: terms)?.concept.kind == .person)
        let top = terms.prefix(3).flatMap { $0.concept.forms.map(\.text) }
        #expect(Set(["林动", "苏清婉"]).isSubset(of: top))
    }

    @Test func putsTheFormsOfOnePersonTogether() throws {
        let terms = mined((1...3).map(Self.xianxia))
        let hero = try #require(term("林动", in: terms))
        #expect(hero.concept.forms.first { $0.text == "林师弟" }?.use == .address)
        #expect(hero.concept.gender(inChapter: 1) == .male)
        #expect(hero.concept.forms.first?.use == .name)
        #expect(hero.count > 18)
    }

    @Test func tellsKindsByTheirEnds() {
        let terms = mined((1...3).map(Self.xianxia))
        #expect(term("青云宗", in: terms)?.concept.kind == .organization)
        #expect(term("焚天诀", in: terms)?.concept.kind == .skill)
        #expect(term("赤霄剑", in: terms)?.concept.kind == .item)
    }

    @Test func findsThePeopleOfACityStory() throws {
        let terms = mined((1...3).map(Self.urban))
        let boss = try #require(term("顾北辰", in: terms))
        #expect(boss.concept.forms.contains { $0.text == "顾总" && $0.use == .address })
        #expect(term("许念", in: terms)?.concept.gender(inChapter: nil) == .female)
        #expect(term("陈秘书", in: terms)?.concept.kind == .person)
        #expect(term("盛天集团", in: terms)?.concept.kind == .organization)
    }

    @Test(arguments: ["高兴", "马上", "方才", "于是", "众人", "弟子", "点了点头", "会议室", "电话", "那块匾", "林动说", "没有", "今天"])
    func proposesNoEverydayWord(word: String) {
        let terms = mined((1...3).map(Self.xianxia) + (4...6).map(Self.urban))
        #expect(!terms.isEmpty)
        #expect(term(word, in: terms) == nil)
    }

    @Test func givesExamplesFromDifferentUnits() throws {
        let hero = try #require(term("林动", in: mined((1...3).map(Self.xianxia))))
        #expect(hero.examples.count == 3)
        #expect(Set(hero.examples.map(\.unit)).count == 3)
        #expect(hero.examples.allSatisfy { $0.sentence.contains("林动") })
        #expect(hero.examples.first?.sentence == "林动站在青云宗的山门前，抬头看着那块匾。")
        #expect(hero.concept.evidence == hero.examples.map(\.unit))
        #expect(hero.firstChapter == 1)
    }

    @Test func countsSpellingsAsOneAndProposesTheCommonOne() throws {
        var chapters = (1...3).map(Self.xianxia)
        chapters.append(Self.chapter(4, ["林動拔出赤霄劍，蘇清婉笑道：“林動！”"]))
        let all = mined(chapters)
        let hero = try #require(term("林动", in: all))
        #expect(hero.count == (try #require(term("林动", in: mined(Array(chapters.dropLast())))).count) + 2)
        #expect(term("林動", in: all) == nil)
    }

    @Test func takesStraightQuotesForQuotes() throws {
        func straight(_ chapter: MiningChapter) -> MiningChapter {
            let units = chapter.units.map {
                MiningUnit(key: $0.key, text: String($0.text.map { "“”".contains($0) ? "\"" : $0 }))
            }
            return MiningChapter(number: chapter.number, units: units)
        }
        let curly = mined((1...3).map(Self.xianxia))
        let plain = mined((1...3).map { straight(Self.xianxia($0)) })
        #expect(plain.map(\.name) == curly.map(\.name))
        #expect(plain.map(\.reason) == curly.map(\.reason))
    }

    @Test func findsANameThatHoldsAPronounWhereSomebodySpeaksByIt() {
        func story(_ name: String) -> [MiningChapter] {
            let lines = [
                "\(name)道：“今天不行。”", "“\(name)，你怎么才来？”林动问道。", "众人看着\(name)，没有出声。", "\(name)冷笑一声，转身进来。",
                "林动对\(name)说道：“明天再来。”", "\(name)说道：“知道。”",
            ]
            return (1...2).map { Self.chapter($0, lines) }
        }
        #expect(term("任我行", in: mined(story("任我行"))) != nil)
        #expect(term("时我行", in: mined(story("时我行"))) == nil)
    }

    @Test func tellsWhatSomebodyDoesFromANameOfAThing() {
        let lines = [
            "解语花跪下，没有出声。", "解天霸道：“解语花，你怎么才来？”", "解天霸冷笑一声，看着解语花。", "解天霸拔剑，转身进来。", "解语花点了点头。", "解天霸说道：“不知道。”",
        ]
        let terms = mined((1...4).map { Self.chapter($0, lines) })
        #expect(term("解语花", in: terms)?.concept.kind == .person)
        #expect(term("解天霸拔剑", in: terms) == nil)
    }

    @Test func readsAGenderFromTheWordBeforeAName() {
        let lines = ["小师妹许念抬头看着大殿。", "少女许念没有出声。", "“许念，你怎么才来？”老者问道。", "许念说道：“知道。”"]
        let terms = mined((1...2).map { Self.chapter($0, lines) })
        #expect(term("许念", in: terms)?.concept.gender(inChapter: nil) == .female)
    }

    @Test func leavesOutWhatIsKnownWithItsOtherForms() {
        let known = Concept(forms: [Concept.SourceForm("林动")], kind: .person)
        let terms = mined((1...3).map(Self.xianxia), known: [known])
        #expect(term("林动", in: terms) == nil)
        #expect(term("林师弟", in: terms) == nil)
        #expect(term("苏清婉", in: terms) != nil)
    }

    @Test func worksWithoutAnyDictionary() {
        let terms = TermMiner(segmenter: nil).mine(chapters: (1...3).map(Self.xianxia))
        #expect(term("林动", in: terms) != nil)
        #expect(terms.allSatisfy { $0.concept.targets.isEmpty })
    }

    @Test(arguments: [
        [], [MiningChapter(number: 1, units: [])], [chapter(1, [""])], [chapter(1, ["abc 123"])],
        [chapter(1, ["\u{FFFC}，。"])],
        [chapter(1, ["林"])], [chapter(1, [String(repeating: "哈", count: 3000)])],
        [chapter(1, ["》】”’林动》【", "《《《林动", "林动\u{0}林动\u{10FFFF}林动"])],
    ])
    func survivesStrangeText(chapters: [MiningChapter]) {
        #expect(mined(chapters).count < 5)
    }

    @Test func givesTheSameListTwice() {
        let chapters = (1...3).map(Self.xianxia) + (4...6).map(Self.urban)
        #expect(mined(chapters) == mined(chapters))
    }

    @Test func keepsToTheLimit() {
        let terms = Self.miner(TermMiner.Options(limit: 2)).mine(chapters: (1...3).map(Self.xianxia))
        #expect(terms.count == 2)
        #expect(terms.first.map { $0.score } ?? 0 >= terms.last?.score ?? 1)
    }
}
