internal import Memory
internal import Text

/// What ties a pair: Command does not know the Memory room.
package enum AlignmentLevel: String, Sendable, CaseIterable {
    case sentence, paragraph

    var level: AlignmentBook.Level { self == .paragraph ? .paragraph : .sentence }
}

/// An alignment in figures, for programs.
package struct AlignmentSummary: Sendable, Encodable {
    package var event = "aligned"
    package var source: String
    package var target: String
    package var sourceSegments: Int
    package var targetSegments: Int
    package var chapters: Int
    package var unmatchedChapters: Int
    package var pairs: Int
    /// Pairs by confidence: keys `0.0` to `0.9` are the lower ends of tenths.
    package var confidence: [String: Int]
    /// Counts by reason.
    package var removed: [String: Int]
    package var files: [String]

    package init(_ corpus: AlignedCorpus, files: [String]) {
        source = corpus.sourceLocale.description
        target = corpus.targetLocale.description
        sourceSegments = corpus.sourceSegments
        targetSegments = corpus.targetSegments
        chapters = corpus.chapters.count(where: { !$0.source.isEmpty && !$0.target.isEmpty })
        unmatchedChapters = corpus.chapters.count - chapters
        pairs = corpus.pairs.count
        confidence = [:]
        for pair in corpus.pairs { confidence["0.\(min(9, Int(pair.confidence * 10)))", default: 0] += 1 }
        removed = Dictionary(uniqueKeysWithValues: corpus.removals.map { ($0.key.rawValue, $0.value.count) })
        self.files = files
    }
}

extension AlignedCorpus {
    /// `12 duplicate`, by reason.
    package var removalLines: [String] {
        CleaningReason.allCases.compactMap { reason in removals[reason].map { "\($0.count) \(reason.rawValue)" } }
    }

    package func confidenceText(of pair: Pair) -> String { Self.fixed(pair.confidence) }
}
