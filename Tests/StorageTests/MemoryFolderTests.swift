import FoundationEssentials
import Memory
import Storage
import Testing
import Text

final class MemoryFolderTests {
    private let folder: URL
    private var path: String { folder.appending(path: "a.memory").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-memory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func entry(
        _ source: String,
        _ target: String,
        to locale: String = "en",
        origin: Translation.Origin = .engine("x"),
        changed: Double? = nil
    ) throws -> MemoryEntry {
        MemoryEntry(
            source: InlineText(source),
            target: InlineText(target),
            sourceLocale: .simplifiedChinese,
            targetLocale: try #require(LanguageTag(locale)),
            origin: origin,
            changed: changed
        )
    }

    /// Sources that differ in two of five characters at least.
    private func source(_ number: Int) -> String {
        let characters = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜")
        var text = ""
        var rest = number
        for place in 0..<3 {
            text.append(characters[(rest * (place + 3) + rest % 7) % characters.count])
            rest /= 5
        }
        return "\(text)第\(number)回"
    }

    @Test func keepsEntriesForTheNextProcess() throws {
        let written = try MemoryFolder(writing: path)
        #expect(try written.add(entry("他拔出了剑。", "He drew his sword.")) == .added)
        #expect(try written.add(entry("他拔出了刀。", "He drew his knife.")) == .added)
        #expect(written.matches(for: InlineText("他拔出了剑。"), threshold: 75, best: 5).map(\.rate) == [100, 100 * 5.0 / 6])
        let read = try MemoryFolder(reading: path)
        #expect(read.count == 2)
        #expect(read.exact(InlineText("他拔出了剑。")).map(\.target.plain) == ["He drew his sword."])
        #expect(read.matches(for: InlineText("他拔出了枪。"), threshold: 75, best: 5).count == 2)
    }

    @Test func findsAllThroughFlushesAndMerges() throws {
        let count = 10_000
        let memory = try MemoryFolder(writing: path)
        for number in 0..<count { try memory.add(entry(source(number), "Chapter \(number)", changed: Double(number))) }
        try memory.sync()
        #expect(memory.count == count)
        let read = try MemoryFolder(reading: path)
        for memory in [memory, read] {
            #expect(memory.count == count)
            let summary = memory.summary()
            #expect(
                summary.entries == count && summary.pairs == ["zh-Hans → en": count]
                    && summary.newest == Double(count - 1)
            )
            #expect(summary.segments > 0 && summary.segments < 10)
            for number in stride(from: 0, to: count, by: 97) {
                let best = memory.matches(for: InlineText(source(number)), threshold: 75, best: 1)
                #expect(best.first?.entry.target.plain == "Chapter \(number)" && best.first?.rate == 100)
            }
        }
        var seen = 0
        #expect(try read.forEach { _ in seen += 1 } == 0)
        #expect(seen == count)
    }

    @Test func bringsTheSamePairUpToDate() throws {
        let memory = try MemoryFolder(writing: path)
        try memory.add(entry("你好", "Hello", changed: 10))
        #expect(try memory.add(entry("你好", "Hello", changed: 10)) == .unchanged)
        #expect(try memory.add(entry("你好", "Hello", changed: 5)) == .unchanged)
        #expect(try memory.add(entry("你好", "Hello", origin: .human("li"), changed: 7)) == .updated)
        #expect(try memory.add(entry("你好", "Hello", changed: 99)) == .unchanged)
        #expect(try memory.add(entry("你好", "Hi", changed: 99)) == .added)
        #expect(try memory.add(entry("你好", "Hello", to: "fr")) == .added)
        #expect(memory.count == 3)
        for memory in [memory, try MemoryFolder(reading: path)] {
            #expect(memory.exact(InlineText("你好"), to: LanguageTag("en")).map(\.target.plain) == ["Hello", "Hi"])
            #expect(memory.exact(InlineText("你好")).first?.origin == .human("li"))
            #expect(memory.count == 3)
        }
    }

    @Test func takesOutForGood() throws {
        let memory = try MemoryFolder(writing: path)
        for number in 0..<3000 { try memory.add(entry(source(number), "\(number)")) }
        #expect(try memory.remove(entry(source(5), "5")))
        #expect(try !memory.remove(entry(source(5), "5")))
        try memory.sync()
        #expect(try memory.remove(entry(source(6), "6")))
        for number in 3000..<6000 { try memory.add(entry(source(number), "\(number)")) }
        try memory.sync()
        for memory in [memory, try MemoryFolder(reading: path)] {
            #expect(memory.count == 5998)
            #expect(memory.exact(InlineText(source(5))).isEmpty && memory.exact(InlineText(source(6))).isEmpty)
            #expect(memory.exact(InlineText(source(7))).count == 1)
        }
    }

    @Test func losesOnlyTheTornRecord() throws {
        let records = "\(path)/records"
        do {
            let memory = try MemoryFolder(writing: path)
            for number in 0..<5 { try memory.add(entry(source(number), "\(number)")) }
            try memory.sync()
        }
        let whole = try Data(contentsOf: URL(filePath: records))
        for cut in 1...40 {
            try whole.dropLast(cut).write(to: URL(filePath: records))
            #expect(try MemoryFolder(reading: path).count == 4)
            let memory = try MemoryFolder(writing: path)
            #expect(memory.count == 4)
            try memory.add(entry("新的一句", "new"))
            #expect(try MemoryFolder(reading: path).exact(InlineText("新的一句")).count == 1)
        }
    }

    @Test func buildsADamagedIndexAnewFromTheRecords() throws {
        do {
            let memory = try MemoryFolder(writing: path)
            for number in 0..<2500 { try memory.add(entry(source(number), "\(number)")) }
            try memory.remove(entry(source(9), "9"))
            try memory.sync()
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let segments = names.filter { $0.hasSuffix(".segment") }
        #expect(!segments.isEmpty)
        for name in segments + ["manifest.json"] {
            try Data("broken".utf8).write(to: URL(filePath: "\(path)/\(name)"))
            #expect(try MemoryFolder(reading: path).count == 2499)
            let memory = try MemoryFolder(writing: path)
            try memory.sync()
            #expect(memory.count == 2499)
            #expect(memory.exact(InlineText(source(100))).count == 1)
        }
    }

    @Test func letsOneProcessWriteAndAnyRead() throws {
        let first = try MemoryFolder(writing: path)
        #expect(throws: StoreError.self) { try MemoryFolder(writing: self.path) }
        try first.add(entry("你好", "Hello"))
        let reader = try MemoryFolder(reading: path)
        #expect(throws: StoreError.self) { try reader.add(self.entry("再见", "Bye")) }
        #expect(throws: StoreError.self) { try MemoryFolder(reading: "\(self.path)x") }
    }

    @Test func searchesTexts() throws {
        let memory = try MemoryFolder(writing: path)
        try memory.add(entry("他的灵根很好。", "His spirit root is fine."))
        try memory.add(entry("他走了。", "He left."))
        try memory.add(entry("灵根", "racine spirituelle", to: "fr"))
        func found(_ query: String, to target: String? = nil) throws -> [String] {
            var texts: [String] = []
            let concordance = try #require(Concordance(query))
            memory.search(concordance, to: target.flatMap { LanguageTag($0) }) { entry, _ in
                texts.append(entry.target.plain)
                return true
            }
            return texts
        }
        #expect(try found("灵根") == ["His spirit root is fine.", "racine spirituelle"])
        #expect(try found("灵根", to: "fr") == ["racine spirituelle"])
        #expect(try found("他 HE") == ["He left."])
        #expect(try found("roots").isEmpty)
    }
}
