import Testing
import Text

@testable import Memory

@Suite struct MemoryRecordTests {
    static func full() throws -> MemoryEntry {
        let code = InlineCode(id: 7, role: .open, kind: .markup, data: "<b>", visible: "")
        let end = InlineCode(id: 7, role: .close, kind: .markup, data: "</b>", visible: "")
        return MemoryEntry(
            source: InlineText(parts: [.code(code), .text("灵根"), .code(end)]),
            target: InlineText(parts: [.text("the "), .code(code), .text("spirit root"), .code(end)]),
            sourceLocale: try MemoryIndexTests.tag("zh-Hans"),
            targetLocale: try MemoryIndexTests.tag("pt-BR"),
            before: 1,
            after: .max,
            key: "ch1/p3",
            document: "第一章.txt",
            origin: .engine("qwen"),
            state: .reviewed,
            changed: 1_700_000_000.25,
            note: "two\nlines"
        )
    }

    private static func read(_ bytes: [UInt8]) -> MemoryRecord? { bytes.withUnsafeBytes { MemoryRecord($0) } }

    @Test func givesBackEveryPartOfAnEntry() throws {
        var entry = try Self.full()
        #expect(Self.read(MemoryRecord.entry(entry, replacing: 123_456).payload) == .entry(entry, replacing: 123_456))
        for origin in [Translation.Origin.human("李"), .memory(rate: 101), .rule] {
            entry.origin = origin
            entry.changed = nil
            entry.before = nil
            entry.key = nil
            #expect(Self.read(MemoryRecord.entry(entry, replacing: nil).payload) == .entry(entry, replacing: nil))
        }
        #expect(Self.read(MemoryRecord.removal(of: 9_999_999).payload) == .removal(of: 9_999_999))
    }

    @Test func refusesCutAndDamagedBytes() throws {
        let payload = MemoryRecord.entry(try Self.full(), replacing: 5).payload
        for end in payload.indices { #expect(Self.read(Array(payload[..<end])) == nil) }
        for index in payload.indices {
            var broken = payload
            broken[index] = 0xFF
            _ = Self.read(broken)
        }
    }

    @Test func knowsWhereTheTextsStand() throws {
        let payload = MemoryRecord.entry(try Self.full(), replacing: nil).payload
        let ranges = try #require(payload.withUnsafeBytes { MemoryRecord.ranges(in: $0) })
        #expect(String(decoding: payload[ranges.source], as: UTF8.self) == "\u{FFFC}灵根\u{FFFC}")
        #expect(String(decoding: payload[ranges.targetLocale], as: UTF8.self) == "pt-BR")
    }

    @Test func framesTellWholeRecordsFromTornOnes() {
        var bytes = RecordFrame.mark
        RecordFrame.append([1, 2, 3], to: &bytes)
        let second = bytes.count
        RecordFrame.append([4], to: &bytes)
        func payload(_ offset: Int, _ bytes: [UInt8]) -> [UInt8]? {
            bytes.withUnsafeBytes { buffer in RecordFrame.payload(at: offset, in: buffer).map { Array(buffer[$0]) } }
        }
        #expect(payload(8, bytes) == [1, 2, 3])
        #expect(payload(second, bytes) == [4])
        #expect(payload(second, Array(bytes.dropLast())) == nil)
        #expect(payload(bytes.count, bytes) == nil)
        bytes[bytes.count - 1] = 5
        #expect(payload(second, bytes) == nil)
        #expect(payload(0, [UInt8](repeating: 0, count: 64)) == nil)
    }
}

@Suite struct ConcordanceTests {
    private static func find(_ query: String, _ source: String, _ target: String = "") -> [[String]]? {
        guard let concordance = Concordance(query) else { return nil }
        let (own, its) = (Array(source.utf8), Array(target.utf8))
        let places = own.withUnsafeBytes { own in its.withUnsafeBytes { concordance.places(source: own, target: $0) } }
        return places.map { places in
            [
                places.source.map { String(decoding: own[$0], as: UTF8.self) },
                places.target.map { String(decoding: its[$0], as: UTF8.self) },
            ]
        }
    }

    @Test func findsOneAndTwoHanCharactersAnywhere() {
        #expect(Self.find("灵根", "他的灵根碎了，灵根！") == [["灵根", "灵根"], []])
        #expect(Self.find("灵", "他的灵根") == [["灵"], []])
        #expect(Self.find("灵根", "灵，根") == nil)
    }

    @Test func findsWholeWordsInAnyCase() {
        #expect(Self.find("gate", "", "The GATE, a gate; gates") == [[], ["GATE", "gate"]])
        #expect(Self.find("gate*", "", "Gates and investigated") == [[], ["Gate"]])
        #expect(Self.find("cat", "", "concatenate") == nil)
        #expect(Self.find("École", "", "l’école ÉCOLE écoles") == [[], ["école", "ÉCOLE"]])
        #expect(Self.find("врата", "", "Врата открыты") == [[], ["Врата"]])
    }

    @Test func wantsAllWordsInSourceOrTarget() {
        #expect(Self.find("灵根 root", "灵根", "Spirit root") == [["灵根"], ["root"]])
        #expect(Self.find("灵根 branch", "灵根", "Spirit root") == nil)
        #expect(Self.find("\"spirit root\"", "", "A spirit root, a root of spirit") == [[], ["spirit root"]])
        #expect(Self.find("灵根 根骨", "灵根骨") == [["灵根骨"], []])
        #expect(Concordance("  \"\" ") == nil)
    }
}

@Suite struct TextDifferenceTests {
    private static func steps(_ query: String, _ source: String) -> [String] {
        TextDifference(query: InlineText(query), source: InlineText(source)).steps.map {
            "\($0.kind.rawValue) \($0.query.lowerBound)-\($0.query.upperBound) \($0.source.lowerBound)-\($0.source.upperBound)"
        }
    }

    @Test func tellsRunsByScalarRanges() {
        #expect(Self.steps("他走了", "他走了") == ["equal 0-3 0-3"])
        #expect(Self.steps("他快走了", "他走了！") == ["equal 0-1 0-1", "insert 1-2 1-1", "equal 2-4 1-3", "delete 4-4 3-4"])
        #expect(Self.steps("十三人", "十二人") == ["equal 0-1 0-1", "replace 1-2 1-2", "equal 2-3 2-3"])
        #expect(Self.steps("", "ab") == ["delete 0-0 0-2"])
    }

    @Test func hasAsManyEditsAsTheDistance() {
        let texts = GramIndexTests.texts(80)
        for (query, source) in zip(texts, texts.dropFirst()) where !query.isEmpty && !source.isEmpty {
            let steps = TextDifference(query: query, source: source).steps
            let edits = steps.filter { $0.kind != .equal }.reduce(0) { $0 + max($1.query.count, $1.source.count) }
            #expect(edits == GramIndexTests.distance(query, source))
            #expect(steps.last?.query.upperBound == query.count && steps.last?.source.upperBound == source.count)
        }
    }

    @Test func scoresWordsOfLatinTexts() {
        func rate(_ query: String, _ source: String) -> Double? {
            WordScore.rate(InlineText(query), InlineText(source))
        }
        #expect(rate("The red gate opened.", "The blue gate opened!") == 75)
        #expect(rate("Don’t go", "Don’t go") == 100)
        #expect(rate("他走了", "He left") == nil)
        #expect(rate("123", "123") == nil)
    }
}
