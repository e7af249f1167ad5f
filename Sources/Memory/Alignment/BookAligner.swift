internal import Text

/// Ties a book to its translation: chapters first, then sentences.
///
/// Three passes: with what is known from the start (lengths, marks, values, names, a dictionary), then twice with what the
/// pass before has taught about this pair of books: lengths, words, shapes of links, ends of paragraphs. Memory and time
/// grow with the books, not with their product.
package struct BookAligner: Sendable {
    package var resources: AlignmentResources
    package var level: AlignmentBook.Level

    package init(resources: AlignmentResources = AlignmentResources(), level: AlignmentBook.Level = .sentence) {
        self.resources = resources
        self.level = level
    }

    package func align(_ source: AlignmentBook, with target: AlignmentBook) -> BookAlignment {
        if target.locale.writesHan, !source.locale.writesHan {
            // What is known of names and words is known from Chinese on.
            return align(target, with: source).reversed()
        }
        var work = AlignmentWork(source, target, resources, level)
        return work.run()
    }
}

extension BookAlignment {
    /// The same with source and target changed over.
    func reversed() -> BookAlignment {
        BookAlignment(
            sourceSegments: targetSegments,
            targetSegments: sourceSegments,
            chapters: chapters.map { ChapterLink(source: $0.target, target: $0.source) },
            pairs: pairs.map { AlignedPair(source: $0.target, target: $0.source, confidence: $0.confidence) },
            lengthRatio: 1 / lengthRatio,
            lengthSpread: lengthSpread,
            learntWords: learntWords,
            evidence: evidence
        )
    }
}
