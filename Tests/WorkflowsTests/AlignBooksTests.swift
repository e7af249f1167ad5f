import FoundationEssentials
import Memory
import Testing
import Text
import Workflows

/// A book and its translation on disk, aligned without dictionaries.
struct AlignBooksTests {
    private let source = """
        第一章 山门

        山门前有三千二百级石阶。林动数了12次。

        “师兄，你的剑拿反了！”

        （本章完）

        第二章 下山

        他只带了3个馒头。张师姐问：“就这些？”

        最后一句没有译文，谁也不知道它说的是什么事情，说了很多很多话。
        """
    private let target = """
        Chapter 1: The Mountain Gate

        Three thousand two hundred stone steps led up to the gate. Lin Dong had counted them 12 times.

        "Senior Brother, you are holding your sword backward!"

        Chapter 2: Down the Mountain

        He took only 3 buns. Senior Sister Zhang asked, "That's all?"

        Translator: Nobody
        """

    private func corpus(_ desk: Desk, _ from: String, _ into: String, level: AlignmentLevel = .sentence) throws
        -> AlignedCorpus
    {
        var options = AlignBooks.Options(source: nil, target: desk.english)
        options.level = level
        options.minConfidence = 0.2
        let dictionaries = Dictionaries(folder: "\(desk.folder)/none")
        return try AlignBooks(
            "\(desk.input)/\(from)",
            "\(desk.input)/\(into)",
            options: options,
            dictionaries: dictionaries
        )
        .run()
    }

    @Test func makesPairsOfABookAndItsTranslation() throws {
        let desk = try Desk(["book.txt": source, "book.en.md": target])
        let corpus = try corpus(desk, "book.txt", "book.en.md")
        #expect(corpus.sourceLocale == .simplifiedChinese)
        let pairs = Dictionary(corpus.pairs.map { ($0.source, $0.target) }) { first, _ in first }
        #expect(pairs["林动数了12次。"] == "Lin Dong had counted them 12 times.")
        #expect(pairs["他只带了3个馒头。"] == "He took only 3 buns.")
        #expect(corpus.chapters.count == 2)
        #expect(corpus.removals[.boilerplate]?.count == 2)
        #expect(!corpus.pairs.contains { $0.source.contains("最后一句") && $0.target.isEmpty })
        #expect(corpus.entries.count == corpus.pairs.count)
        #expect(corpus.entries.first?.targetLocale == desk.english)
    }

    @Test func readsAFolderOfBothLanguages() throws {
        let desk = try Desk([
            "001.zh.txt": "第一章 甲\n\n他有12把剑。", "001.en.txt": "Chapter 1: A\n\nHe had 12 swords.",
            "002.zh.txt": "第二章 乙\n\n她有35朵花。", "002.en.txt": "Chapter 2: B\n\nShe had 35 flowers.",
        ])
        let corpus = try corpus(desk, "", "")
        #expect(corpus.pairs.map(\.target).contains("She had 35 flowers."))
        #expect(corpus.chapters.map(\.source.count) == [1, 1])
        #expect(corpus.chapters.map(\.target.count) == [1, 1])
    }

    @Test func writesTMXAndLinesAndTables() throws {
        let desk = try Desk([
            "a.txt": "他说“1 < 2 & 3”，12次。\n\n她有35朵花。",
            "b.txt": "He said \"1 < 2 & 3\", 12 times.\n\nShe had 35 flowers.",
        ])
        let corpus = try corpus(desk, "a.txt", "b.txt", level: .paragraph)
        try #require(corpus.pairs.count == 2)
        for ending in ["tmx", "jsonl", "csv"] { try CorpusFile.write(corpus, to: "\(desk.folder)/out.\(ending)") }
        func text(_ name: String) throws -> String {
            try String(contentsOf: URL(filePath: "\(desk.folder)/\(name)"), encoding: .utf8)
        }
        let tmx = try text("out.tmx")
        #expect(tmx.contains("<tuv xml:lang=\"zh-Hans\"><seg>他说“1 &lt; 2 &amp; 3”，12次。</seg></tuv>"))
        #expect(tmx.contains("srclang=\"zh-Hans\""))
        #expect(
            try text("out.jsonl").hasPrefix(
                "{\"zh\":\"他说“1 < 2 & 3”，12次。\",\"en\":\"He said \\\"1 < 2 & 3\\\", 12 times.\""
            )
        )
        #expect(try text("out.csv").split(separator: "\n").count == 3)
        #expect(throws: WorkflowError.self) { try CorpusFile.write(corpus, to: "\(desk.folder)/out.doc") }
    }

    @Test func samplesTheSamePairsForTheSameSeed() throws {
        let lines = (1...60).map { "他有\($0 * 7)把剑。" }.joined(separator: "\n\n")
        let translation = (1...60).map { "He had \($0 * 7) swords." }.joined(separator: "\n\n")
        let desk = try Desk(["a.txt": lines, "b.txt": translation])
        let corpus = try corpus(desk, "a.txt", "b.txt")
        try #require(corpus.pairs.count > 50)
        #expect(corpus.sample(10, seed: 3) == corpus.sample(10, seed: 3))
        #expect(corpus.sample(10, seed: 3) != corpus.sample(10, seed: 4))
        #expect(corpus.sample(1000, seed: 3).count == corpus.pairs.count)
        try AlignmentReport(corpus, sampleSize: 5, seed: 3).write(to: "\(desk.folder)/r.html")
        try AlignmentReport(corpus, sampleSize: 5, seed: 3).write(to: "\(desk.folder)/r.md")
        let page = try String(contentsOf: URL(filePath: "\(desk.folder)/r.html"), encoding: .utf8)
        #expect(page.components(separatedBy: "type=\"checkbox\"").count == 6)
        let markdown = try String(contentsOf: URL(filePath: "\(desk.folder)/r.md"), encoding: .utf8)
        #expect(markdown.contains("## Sample (5 pairs, seed 3)"))
    }

    @Test func saysWhatIsNotThere() throws {
        let desk = try Desk(["a.txt": "他走了。"])
        #expect(throws: WorkflowError.self) { try corpus(desk, "a.txt", "missing.txt") }
    }
}
