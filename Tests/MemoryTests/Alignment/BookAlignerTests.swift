import Memory
import Testing
import Text

struct BookAlignerTests {
    private let aligner = BookAligner(level: .paragraph)

    @Test(arguments: [1, 2, 3] as [UInt64])
    func tiesSentencesWhereSomeAreDeletedMergedAndSplit(seed: UInt64) throws {
        let book = try SyntheticBook(seed: seed, sentences: 240, chapterSize: 80)
        let alignment = aligner.align(book.source, with: book.target)
        let score = book.score(alignment)
        #expect(score.precision >= 0.97, "precision \(score.precision)")
        #expect(score.recall >= 0.97, "recall \(score.recall)")
        coversAll(alignment)
    }

    @Test func findsTheWayThroughABookWithoutChapters() throws {
        let book = try SyntheticBook(seed: 9, sentences: 360, chapterSize: 1000)
        let score = book.score(aligner.align(book.source, with: book.target))
        #expect(score.precision >= 0.96 && score.recall >= 0.96, "\(score)")
    }

    @Test func givesUnrelatedTextsLowConfidence() throws {
        let one = try SyntheticBook(seed: 5, sentences: 60, chapterSize: 60)
        let other = try SyntheticBook(seed: 6, sentences: 60, chapterSize: 60)
        let pairs = aligner.align(one.source, with: other.target).pairs.filter {
            !$0.target.isEmpty && !$0.source.isEmpty
        }
        let long = try SyntheticBook(seed: 1, sentences: 240, chapterSize: 80)
        let own = aligner.align(long.source, with: long.target).pairs.filter {
            !$0.target.isEmpty && !$0.source.isEmpty
        }
        let mean = pairs.reduce(0) { $0 + $1.confidence } / Double(max(1, pairs.count))
        let ownMean = own.reduce(0) { $0 + $1.confidence } / Double(max(1, own.count))
        #expect(mean < 0.45, "unrelated \(mean)")
        #expect(ownMean > mean + 0.25, "related \(ownMean), unrelated \(mean)")
        #expect((pairs + own).allSatisfy { (0...1).contains($0.confidence) })
    }

    @Test func matchesChaptersByNumber() throws {
        var book = try SyntheticBook(seed: 11, sentences: 160, chapterSize: 20)
        for index in book.source.chapters.indices {
            book.source.chapters[index].number = Double(index + 1)
            book.target.chapters[index].number = Double(index + 1)
        }
        book.target.chapters.remove(at: 3)
        book.source.chapters.remove(at: 6)
        let alignment = aligner.align(book.source, with: book.target)
        let links = alignment.chapters.filter { !$0.source.isEmpty && !$0.target.isEmpty }
        #expect(links.count == 6)
        #expect(alignment.chapters.contains(ChapterLink(source: 3..<4, target: 3..<3)))
        #expect(alignment.chapters.contains { $0.source.isEmpty && $0.target == 5..<6 })
        coversAll(alignment)
    }

    @Test func matchesChaptersThatAreMergedOnOneSide() throws {
        var book = try SyntheticBook(seed: 12, sentences: 160, chapterSize: 20)
        let merged = book.target.chapters.remove(at: 4)
        book.target.chapters[3].paragraphs += merged.paragraphs
        for index in book.source.chapters.indices { book.source.chapters[index].number = Double(index + 1) }
        for index in book.target.chapters.indices {
            book.target.chapters[index].number = Double(index < 4 ? index + 1 : index + 2)
        }
        let alignment = aligner.align(book.source, with: book.target)
        #expect(alignment.chapters.contains(ChapterLink(source: 3..<5, target: 3..<4)))
        let score = book.score(alignment)
        #expect(score.precision > 0.94 && score.recall > 0.94, "\(score)")
    }

    @Test func alignsABookWhoseChaptersAreNotMarkedOnOneSide() throws {
        var book = try SyntheticBook(seed: 13, sentences: 200, chapterSize: 25)
        book.target.chapters = [.init(paragraphs: book.target.chapters.flatMap(\.paragraphs))]
        let alignment = aligner.align(book.source, with: book.target)
        #expect(alignment.chapters == [ChapterLink(source: 0..<8, target: 0..<1)])
        let score = book.score(alignment)
        #expect(score.precision > 0.95 && score.recall > 0.95, "\(score)")
    }

    @Test func splitsSentencesAndJoinsThemAsTheirScriptDoes() throws {
        let zh = AlignmentBook(
            locale: .simplifiedChinese,
            chapters: [.init(paragraphs: ["第一章", "他有12把剑。她有3朵花！我们走吧。"])]
        )
        let en = AlignmentBook(
            locale: try #require(LanguageTag("en")),
            chapters: [.init(paragraphs: ["Chapter 1", "He had 12 swords. She had 3 flowers! Let us go."])]
        )
        let alignment = BookAligner().align(zh, with: en)
        #expect(alignment.sourceSegments.map(\.text) == ["第一章", "他有12把剑。", "她有3朵花！", "我们走吧。"])
        #expect(alignment.pairs.map(\.bead) == ["1-1", "1-1", "1-1", "1-1"])
        let whole = AlignedPair(source: 1..<3, target: 1..<3, confidence: 1)
        #expect(alignment.sourceText(of: whole) == "他有12把剑。她有3朵花！")
        #expect(alignment.targetText(of: whole) == "He had 12 swords. She had 3 flowers!")
    }

    @Test(arguments: [
        ([], []), (["甲。"], []), ([], ["A."]), (["甲。"], ["A."]), (["……", "！"], ["...", "A.", "B.", "C."]),
    ])
    func takesSmallAndOneSidedBooks(source: [String], target: [String]) throws {
        let alignment = aligner.align(
            AlignmentBook(locale: .simplifiedChinese, chapters: [.init(paragraphs: source)]),
            with: AlignmentBook(locale: try #require(LanguageTag("en")), chapters: [.init(paragraphs: target)])
        )
        #expect(alignment.sourceSegments.count == source.count)
        coversAll(alignment)
    }

    @Test func alignsWithTheSourceInLatinScript() throws {
        let book = try SyntheticBook(seed: 21, sentences: 120, chapterSize: 60)
        let alignment = aligner.align(book.target, with: book.source)
        let right = alignment.pairs.count { pair in
            book.links.contains(.init(source: pair.target, target: pair.source))
        }
        #expect(Double(right) >= 0.93 * Double(book.links.count))
        coversAll(alignment)
    }

    /// Every segment of both books stands in one pair, in order.
    private func coversAll(_ alignment: BookAlignment) {
        #expect(alignment.pairs.flatMap { Array($0.source) } == Array(alignment.sourceSegments.indices))
        #expect(alignment.pairs.flatMap { Array($0.target) } == Array(alignment.targetSegments.indices))
    }
}
