import Testing
import Text

@testable import Memory

@Suite struct MemoryIndexTests {
    static func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

    static func entry(
        _ source: String,
        _ target: String,
        to locale: String = "en",
        origin: Translation.Origin = .engine("x"),
        changed: Double? = nil
    ) throws -> MemoryEntry {
        MemoryEntry(
            source: InlineText(source),
            target: InlineText(target),
            sourceLocale: try tag("zh-Hans"),
            targetLocale: try tag(locale),
            origin: origin,
            changed: changed
        )
    }

    @Test func countsTheThresholdIn() throws {
        let index = MemoryIndex([try Self.entry("四个字吧", "Four characters"), try Self.entry("四个大人", "Four adults")])
        let found = index.matches(for: InlineText("四个字呀"), threshold: 75, best: 5)
        #expect(found.map(\.rate) == [75])
        #expect(found.first?.entry.target.plain == "Four characters")
        #expect(index.matches(for: InlineText("四个字呀"), threshold: 75.01, best: 5).isEmpty)
        #expect(index.matches(for: InlineText("四个字吧"), threshold: 100, best: 5).map(\.rate) == [100])
    }

    @Test func findsOneCharacterByItself() throws {
        let index = MemoryIndex([try Self.entry("好", "Good"), try Self.entry("好的", "Fine"), try Self.entry("坏", "Bad")])
        #expect(index.matches(for: InlineText("好"), threshold: 50, best: 5).map(\.rate) == [100, 50])
    }

    @Test func putsHumanFirstThenNewer() throws {
        let index = MemoryIndex([
            try Self.entry("他走了。", "He left.", changed: 30),
            try Self.entry("他走了。", "He went.", origin: .human("a"), changed: 10),
            try Self.entry("他走了。", "He is gone.", origin: .human("b"), changed: 20),
            try Self.entry("他走了。", "Gone.", changed: nil),
        ])
        let wanted = ["He is gone.", "He went.", "He left.", "Gone."]
        #expect(index.exact(InlineText("他走了。")).map(\.target.plain) == wanted)
        #expect(
            index.matches(for: InlineText("他走了。"), threshold: 75, best: 3).map(\.entry.target.plain)
                == Array(wanted.prefix(3))
        )
    }

    @Test func keepsToTheLocalesThatAreAskedFor() throws {
        let index = MemoryIndex([try Self.entry("你好", "Hello", to: "en-GB"), try Self.entry("你好", "Bonjour", to: "fr")])
        let query = InlineText("你好")
        #expect(index.exact(query, to: try Self.tag("en")).map(\.target.plain) == ["Hello"])
        #expect(
            index.matches(for: query, threshold: 75, best: 5, from: try Self.tag("zh-CN"), to: try Self.tag("fr")).count
                == 1
        )
        #expect(index.exact(query, from: try Self.tag("zh-TW")).isEmpty)
        #expect(index.exact(query, to: try Self.tag("en-US")).isEmpty)
    }

    @Test func takesCodesForOneSymbolEachAndForText() throws {
        func text(_ name: String) -> InlineText {
            InlineText(parts: [
                .text("你好，"), .code(InlineCode(id: 1, role: .standalone, kind: .placeholder, data: name)), .text("！"),
            ])
        }
        var entry = try Self.entry("", "Hello, {name}!")
        entry.source = text("{name}")
        let index = MemoryIndex([entry])
        #expect(index.matches(for: text("{player}"), threshold: 75, best: 5).map(\.rate) == [100])
        #expect(index.exact(text("{player}")).isEmpty)
        #expect(index.exact(text("{name}")).count == 1)
        // A text that nobody has looked through for placeholders.
        #expect(index.exact(InlineText("你好，{name}！")).count == 1)
        let literal = index.matches(for: InlineText("你好，{name}！！"), threshold: 75, best: 5)
        #expect(literal.map(\.rate) == [100 * Double(10) / Double(11)])
    }

    @Test func givesTheSameSourceAndTargetOnce() throws {
        let entry = try Self.entry("他点头。", "He nodded.")
        let index = MemoryIndex([entry, entry, entry])
        #expect(index.matches(for: InlineText("他点头。"), threshold: 75, best: 5).count == 1)
        #expect(index.exact(InlineText("他点头。")).count == 3)
    }

    @Test func isEmptyWithoutEntries() {
        let index = MemoryIndex([])
        #expect(index.matches(for: InlineText("你好"), threshold: 75, best: 5).isEmpty)
        #expect(index.exact(InlineText("你好")).isEmpty)
        #expect(MemoryIndex([]).matches(for: InlineText(""), threshold: 75, best: 5).isEmpty)
    }
}

@Suite struct MemorySegmentTests {
    private static func entries(_ count: Int) throws -> [MemoryEntry] {
        try GramIndexTests.texts(count).map { symbols in
            let text = String(String.UnicodeScalarView(symbols.compactMap { Unicode.Scalar($0) }))
            return try MemoryIndexTests.entry(text, "x\(symbols.count)")
        }
    }

    @Test func findsTheSameInATailAsInASegment() throws {
        let entries = try Self.entries(500)
        var builder = MemorySegmentBuilder()
        var tail = MemoryTail()
        for (place, entry) in entries.enumerated() {
            builder.add(entry, place: place)
            tail.add(entry, place: place)
        }
        let segment = try #require(builder.segment())
        let copy = try #require(tail.builder(without: [3]).segment())
        #expect(copy.count == 499)
        var total = 0
        for query in GramIndexTests.texts(60) where !query.isEmpty {
            let own = Set(segment.hits(query, threshold: 0.6, serving: nil))
            #expect(own == Set(tail.hits(query, threshold: 0.6, from: nil, to: nil)))
            #expect(own.filter { $0.row.place != 3 } == Set(copy.hits(query, threshold: 0.6, serving: nil)))
            total += own.count
        }
        #expect(total > 60)
        for (place, entry) in entries.enumerated().prefix(50) {
            var places: [Set<Int>] = [[], []]
            let hash = MemoryEntry.exactHash(of: entry.source)
            segment.forEachRow(hash: hash) { places[0].insert($0.place) }
            tail.forEachRow(hash: hash) { places[1].insert($0.place) }
            #expect(places[0].contains(place) && places[0] == places[1])
        }
    }

    @Test func refusesBytesThatAreNoSegment() throws {
        var builder = MemorySegmentBuilder()
        for (place, entry) in try Self.entries(40).enumerated() { builder.add(entry, place: place) }
        var bytes: [UInt8] = []
        try builder.write { bytes.append(contentsOf: $0) }
        #expect(MemorySegment(IndexBytes(bytes))?.count == 40)
        for end in [0, 8, 63, 64, 200, bytes.count / 2, bytes.count - 8] {
            #expect(MemorySegment(IndexBytes(Array(bytes[..<end]))) == nil)
        }
    }

    @Test func survivesDamage() throws {
        var builder = MemorySegmentBuilder()
        for (place, entry) in try Self.entries(80).enumerated() { builder.add(entry, place: place) }
        var bytes: [UInt8] = []
        try builder.write { bytes.append(contentsOf: $0) }
        var state: UInt64 = 3
        for _ in 0..<200 {
            var broken = bytes
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                broken[Int(state >> 33) % broken.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            guard let segment = MemorySegment(IndexBytes(broken)) else { continue }
            for query in GramIndexTests.texts(5) {
                _ = segment.hits(query, threshold: 0.6, serving: [true])
                segment.forEachRow(hash: StableHash("\(query)").value) { _ in }
            }
        }
    }
}
