import Engines
import FakeEngine
import FoundationEssentials
import Memory
import Testing
import Text

@testable import Storage
@testable import Workflows

struct NamesTests {
    static let terms = """
        src,dst,kind,gender,info
        苏梅,Su Mei,person,female,"Bookkeeper; keeps the accounts"
        陈远,Chen Yuan,person,male,
        铁剑,Iron Sword,item,,

        """

    static let chapter = """
        第1章 铁剑
        　　苏梅合上账本。“走吧。”
        　　拿起铁剑，走到门口。
        　　苏梅闭上眼睛。

        """

    /// Answers by the first source that the unit holds.
    private static func answering(_ answers: [(String, String)]) -> FakeServer.Script {
        { request in
            .answers(
                request.items.map { item in
                    (item.id, answers.first { item.text.contains($0.0) }?.1 ?? FakeTranslation.translate(item.text))
                },
                to: request
            )
        }
    }

    @Test func asksOnceMoreForAWrongPronounAndThenFlagsIt() async throws {
        let desk = try Desk(["001.txt": Self.chapter], terms: Self.terms)
        let script = Self.answering([
            ("合上账本", "Su Mei shut his account book. “Let us go.”"),
            ("拿起", "Took up the Iron Sword and went to the door."),
            ("闭上眼睛", "Su Mei closed her eyes."), ("第1章", "Chapter 1: Iron Sword"),
        ])
        try await FakeServer.with(script: script) { server in
            try await desk.localize(server)
            #expect(server.requests.count == 2)
            #expect(server.requests.last?.prompt.contains("should be “her”") == true)
        }
        let store = try desk.project().store
        #expect(try store.findingCounts(locale: desk.english).map(\.code) == ["gender-pronoun"])
        let found = try #require(try store.findings(locale: desk.english, limit: 9).first)
        #expect(found.log?.requests == 2 && found.log?.complaints.count == 1)
        let key = try #require(found.finding.place.unit)
        let record = try #require(try store.records(unit: key, locale: desk.english).first)
        #expect(record.log?.people.map(\.sentence) == ["Su Mei (female; named in this paragraph)"])
        #expect(record.log?.terms.map(\.source) == ["苏梅"])
        let page = try desk.read("en/report.html")
        #expect(page.contains("What the engine was told, in 2 requests") && page.contains("named in this paragraph"))
    }

    @Test func keepsARepairedAnswer() async throws {
        let desk = try Desk(["001.txt": "第1章 夜雨\n　　陈远走了。\n"], terms: Self.terms)
        let script: FakeServer.Script = { request in
            let name = request.body.contains("Fix:") ? "Chen Yuan" : "Chen Yuang"
            return .answers(
                request.items.map { ($0.id, $0.text.contains("陈远") ? "\(name) left." : "Chapter 1: Rain") },
                to: request
            )
        }
        try await FakeServer.with(script: script) { server in
            try await desk.localize(server)
            #expect(server.requests.last?.prompt.contains("not “Chen Yuang”") == true)
        }
        #expect(try desk.project().store.findingCounts(locale: desk.english).isEmpty)
        #expect(try desk.read("en/novel/001.txt").contains("Chen Yuan left."))
    }

    @Test func tellsTheEngineWhoIsPresentWhenTheNameIsDropped() async throws {
        let text =
            "第1章 夜雨\n" + String(repeating: "　　苏梅站着。\n", count: 1) + (1...20).map { "　　没有说话。雨下到第\($0)天。\n" }.joined()
        let desk = try Desk(["001.txt": text], terms: Self.terms)
        try await FakeServer.with { server in
            try await desk.localize(server, parallel: 1)
            let later = try #require(server.requests.dropFirst().first)
            #expect(later.prompt.contains("Su Mei, f") && !later.prompt.contains("Chen Yuan"))
            #expect(!later.prompt.contains("Iron Sword"))
        }
    }

    @Test func tellsTheSurnamesThatStandBeforeTitles() throws {
        let cast = ["庄听雪", "庄远", "葛守", "大牛", "巡使"].map {
            Term(source: $0, target: $0, kind: $0 == "巡使" ? .title : .person)
        }
        let units = ["庄巡使认识我爹？大巡使呢？", "葛守走了。"].enumerated().map { place, text in
            StoredUnit(id: Int64(place + 1), unit: Unit(key: "u\(place)", source: InlineText(text)))
        }
        let limits = BatchLimits(units: 10, tokens: 1000, context: 0)
        let plan = ChapterPlan(units: units, limits: limits, matcher: TermMatcher(cast))
        let (chinese, english) = try (#require(LanguageTag("zh")), #require(LanguageTag("en")))
        let frame = RequestFrame(source: chinese, target: english, limits: limits)
        let batch = plan.batch(for: 0..<2, start: 0, texts: [:], request: frame, memory: nil).batch
        #expect(batch.families.map(\.source) == ["庄听雪", "庄远"])
        let alone = plan.batch(for: 1..<2, start: 0, texts: [:], request: frame, memory: nil).batch
        #expect(alone.families.isEmpty)
    }

    @Test func changesAGenderAndATermFromTheirChapterOn() throws {
        let chapters = (1...3).map { number in
            ChapterProgress(
                id: Int64(number),
                document: 1,
                documentPath: "a.txt",
                key: "c\(number)",
                title: "第\(number * 10)章",
                characters: 1,
                units: 1,
                translated: 0,
                reviewed: 0,
                final: 0,
                failed: 0,
                errors: 0,
                warnings: 0
            )
        }
        let numbers = ChapterNumbers(chapters)
        #expect([1, 2, 3].map { numbers[$0] } == [10, 20, 30])
        let book = TermBook([
            Term(
                source: "花木",
                target: "Mulan",
                kind: .person,
                genders: [.init(.male), .init(.female, fromChapter: 20)]
            ),
            Term(source: "新城", target: "New Town", validFrom: 30),
        ])
        #expect(book.matcher(inChapter: numbers[1]).terms.map(\.gender) == [.male])
        #expect(book.matcher(inChapter: numbers[2]).terms.map(\.gender) == [.female])
        #expect(book.matcher(inChapter: numbers[3]).terms.map(\.target) == ["Mulan", "New Town"])
    }

    @Test func countsChaptersThroughWhereVolumesBeginAnew() {
        func chapter(_ id: Int64, _ title: String?, key: String = "c") -> ChapterProgress {
            ChapterProgress(
                id: id,
                document: 1,
                documentPath: "a.txt",
                key: key,
                title: title,
                characters: 1,
                units: 1,
                translated: 0,
                reviewed: 0,
                final: 0,
                failed: 0,
                errors: 0,
                warnings: 0
            )
        }
        let numbers = ChapterNumbers([
            chapter(1, nil, key: "front"), chapter(2, "第一卷"), chapter(3, "第一章"), chapter(4, "第二章"), chapter(5, "第二卷"),
            chapter(6, "第一章"),
        ])
        #expect([1, 2, 3, 4, 5, 6].map { numbers[$0] } == [nil, nil, 1, 2, nil, 3])
    }

    @Test func keepsEveryNameOfTheExampleNovel() async throws {
        let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples")
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: examples.appending(path: "novel").path) {
            files[name] = try String(contentsOf: examples.appending(path: "novel/\(name)"), encoding: .utf8)
        }
        let terms = try String(contentsOf: examples.appending(path: "novel.terms.csv"), encoding: .utf8)
        let desk = try Desk(files, terms: terms)
        try await FakeServer.with { server in _ = try await desk.localize(server) }
        let names = try #require(try desk.project().names(desk.english))
        #expect(names.kept == names.uses && names.terms >= 20 && names.uses > 100)
        #expect(
            names.sentence.hasPrefix("every name kept: \(names.uses) of \(names.uses) uses of \(names.terms) terms")
        )
        let page = try desk.read("en/report.html")
        #expect(page.contains("Names and terms") && page.contains("Every term was kept everywhere it occurs."))
        #expect(try !desk.project().store.findingCounts(locale: desk.english).contains { $0.code == "gender-pronoun" })
    }

    @Test func listsTheWaysInWhichATermWasTranslated() throws {
        let english = try #require(LanguageTag("en"))
        let terms = [
            Term(source: "林动", target: "Lin Dong", alternatives: ["Brother Lin"], kind: .person),
            Term(source: "青石峰", target: "Bluestone Peak", kind: .place, forbidden: ["Blue Rock"]),
        ]
        var seams = SeamCheck(terms: terms, source: .simplifiedChinese, target: english)
        func unit(_ key: String, _ source: String, _ target: String) -> StoredUnit {
            StoredUnit(
                id: 1,
                unit: Unit(key: key, source: InlineText(source)),
                translation: Translation(text: InlineText(target), state: .translated, origin: .rule)
            )
        }
        seams.add(
            [
                unit("1", "林动来了。", "Lin Dong came."), unit("2", "林动笑了。", "Brother Lin smiled."),
                unit("3", "青石峰很高。", "Bluestone Peak is high."), unit("4", "没有人。", "The hill lay quiet."),
            ],
            of: "One",
            number: 1
        )
        seams.add(
            [
                unit("5", "林动来了。", "Lin Dang came."), unit("6", "青石峰上。", "Upon Grayrock Hill."),
                unit("7", "青石峰下。", "Under Grayrock Hill."), unit("8", "青石峰！", "Blue Rock!"),
                unit("9", "林动走了。", "He left."),
            ],
            of: "Two",
            number: 2
        )
        let facts = seams.facts()
        #expect(
            facts.map(\.source) == ["林动", "青石峰"] && facts.map(\.occurrences) == [4, 4] && facts.map(\.kept) == [2, 1]
        )
        let person = facts[0].ways
        #expect(Set(person.map(\.form)) == ["Lin Dong", "Brother Lin", "Lin Dang", ""])
        #expect(person.filter(\.isAllowed).map(\.form).sorted() == ["Brother Lin", "Lin Dong"])
        #expect(person.first { $0.form == "Lin Dang" }?.chapters.map(\.chapter) == ["Two"])
        let place = try #require(facts[1].ways.first)
        #expect(place.form == "grayrock hill" && place.uses == 2 && place.units == ["6", "7"] && !place.isAllowed)
        #expect(facts[1].ways.contains { $0.form == "Blue Rock" && $0.units == ["8"] })
        #expect(Report.NameCount(facts) == Report.NameCount(terms: 2, uses: 8, kept: 3))
        #expect(Report.NameCount(facts).sentence == "names kept: 3 of 8 uses of 2 terms; the report lists the others")
    }
}
