package import Memory
package import Text

/// The pairs of a book and its translation, and what was left out of them.
package struct AlignedCorpus: Sendable {
    package struct Pair: Sendable, Hashable {
        package var source: String
        package var target: String
        /// 0 to 1.
        package var confidence: Double
        /// Index of the chapter in the source, and what it is called.
        package var chapter: Int
        package var chapterName: String
        /// `1-1`, `2-1` …: segments of the source and of the target.
        package var bead: String
        /// The source text before and after it in its book.
        package var before: String?
        package var after: String?
    }

    /// What was left out for one reason: how often, with the first examples.
    package struct Removal: Sendable {
        package var count = 0
        package var examples: [Example] = []

        package struct Example: Sendable, Hashable {
            package var source: String
            package var target: String
            package var confidence: Double?
        }
    }

    /// Chapters of both books that were tied together, as their numbers or titles.
    package struct Chapters: Sendable, Hashable {
        package var source: [String]
        package var target: [String]
        package var pairs: Int
        package var unmatched: Int
    }

    package let sourceLocale: LanguageTag
    package let targetLocale: LanguageTag
    package let sourcePath: String
    package let targetPath: String
    package private(set) var pairs: [Pair] = []
    package private(set) var removals: [CleaningReason: Removal] = [:]
    package private(set) var chapters: [Chapters]
    package var findings: [Finding] = []
    package let sourceSegments: Int
    package let targetSegments: Int
    /// Letters of the target for each of the source.
    package let lengthRatio: Double
    /// Pairs of words that the books themselves taught.
    package let learntWords: Int

    private let names: [String]
    private let linkOfChapter: [Int]
    private let segments: [AlignmentSegment]

    init(source: AlignBooksReader.Book, target: AlignBooksReader.Book, alignment: BookAlignment) {
        sourceLocale = source.locale
        targetLocale = target.locale
        sourcePath = source.path
        targetPath = target.path
        sourceSegments = alignment.sourceSegments.count
        targetSegments = alignment.targetSegments.count
        lengthRatio = alignment.lengthRatio
        learntWords = alignment.learntWords
        segments = alignment.sourceSegments
        let sourceNames = source.book.chapters.enumerated().map { Self.name($1, $0) }
        let targetNames = target.book.chapters.enumerated().map { Self.name($1, $0) }
        var linkOfChapter = [Int](repeating: 0, count: sourceNames.count)
        var chapters: [Chapters] = []
        for (number, link) in alignment.chapters.enumerated() {
            for chapter in link.source where chapter < sourceNames.count { linkOfChapter[chapter] = number }
            chapters.append(
                Chapters(
                    source: link.source.map { sourceNames[$0] },
                    target: link.target.map { targetNames[$0] },
                    pairs: 0,
                    unmatched: 0
                )
            )
        }
        names = sourceNames
        self.chapters = chapters
        self.linkOfChapter = linkOfChapter
    }

    private static func name(_ chapter: AlignmentBook.Chapter, _ index: Int) -> String {
        if let title = chapter.title, !title.isEmpty { return title }
        if let number = chapter.number { return number == number.rounded() ? "\(Int(number))" : "\(number)" }
        return "(\(index + 1))"
    }

    mutating func keep(_ pair: AlignedPair, source: String, target: String) {
        let chapter = segments[pair.source.lowerBound].chapter
        pairs.append(
            Pair(
                source: source,
                target: target,
                confidence: pair.confidence,
                chapter: chapter,
                chapterName: names[chapter],
                bead: pair.bead,
                before: pair.source.lowerBound > 0 ? segments[pair.source.lowerBound - 1].text : nil,
                after: pair.source.upperBound < segments.count ? segments[pair.source.upperBound].text : nil
            )
        )
        if linkOfChapter[chapter] < chapters.count { chapters[linkOfChapter[chapter]].pairs += 1 }
    }

    mutating func leaveOut(_ reason: CleaningReason, source: String, target: String, confidence: Double?) {
        removals[reason, default: Removal()].count += 1
        if let count = removals[reason]?.examples.count, count < 8 {
            removals[reason]?.examples.append(.init(source: source, target: target, confidence: confidence))
        }
    }

    /// The pairs as a memory keeps them.
    package var entries: [MemoryEntry] {
        pairs.map { pair in
            MemoryEntry(
                source: InlineText(pair.source),
                target: InlineText(pair.target),
                sourceLocale: sourceLocale,
                targetLocale: targetLocale,
                before: pair.before.map { MemoryEntry.hash(of: InlineText($0)) },
                after: pair.after.map { MemoryEntry.hash(of: InlineText($0)) },
                document: Files.name(of: sourcePath),
                // Who wrote the texts was a person; that they belong together, nobody has said yet.
                origin: .engine("align"),
                state: .translated,
                note: "\(pair.chapterName); \(pair.bead); confidence \(Self.fixed(pair.confidence))"
            )
        }
    }

    /// Two digits after the point; never 1.00 for what is not sure.
    static func fixed(_ confidence: Double) -> String {
        let hundredths = min(99, max(0, Int((confidence * 100).rounded(.down))))
        return hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)"
    }

    /// Pairs to judge, chosen by chance, the same ones for the same seed; in the order of the book.
    package func sample(_ count: Int, seed: UInt64) -> [Pair] {
        guard count < pairs.count else { return pairs }
        var random = SplitMix(state: seed)
        var order = Array(pairs.indices)
        for index in 0..<max(0, count) {
            order.swapAt(index, index + Int(random.next() % UInt64(order.count - index)))
        }
        return order.prefix(max(0, count)).sorted().map { pairs[$0] }
    }
}

/// Numbers that look like chance and are the same for the same seed (S. Vigna, https://prng.di.unimi.it/splitmix64.c).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
