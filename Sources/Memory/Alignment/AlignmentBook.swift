package import Text

/// A book as it is aligned: chapters in reading order, each with its paragraphs.
package struct AlignmentBook: Sendable {
    package var locale: LanguageTag
    package var chapters: [Chapter]

    package init(locale: LanguageTag, chapters: [Chapter]) {
        self.locale = locale
        self.chapters = chapters
    }

    package struct Chapter: Sendable {
        /// The heading as it stands in the text; nil for a part that is not marked.
        package var title: String?
        /// The number of the heading, or of the file that holds the chapter alone.
        package var number: Double?
        /// In reading order, with the heading first where it is text to be aligned.
        package var paragraphs: [String]

        package init(title: String? = nil, number: Double? = nil, paragraphs: [String]) {
            self.title = title
            self.number = number
            self.paragraphs = paragraphs
        }
    }

    /// What one link ties to another.
    package enum Level: String, Sendable, CaseIterable {
        case sentence
        /// Paragraphs stay whole, as units of a book in Caravan are.
        case paragraph
    }
}

/// Segments of a source and of a target that say the same; one side is empty for what the other leaves out.
package struct AlignedPair: Hashable, Sendable {
    /// Indexes into the segments of the alignment.
    package var source: Range<Int>
    package var target: Range<Int>
    /// How likely the pair is right, from 0 to 1; 0 where a side is empty.
    package var confidence: Double

    package init(source: Range<Int>, target: Range<Int>, confidence: Double) {
        self.source = source
        self.target = target
        self.confidence = confidence
    }

    /// `1-1`, `2-1`, `0-1` …
    package var bead: String { "\(source.count)-\(target.count)" }
}

/// A sentence or a paragraph with its place.
package struct AlignmentSegment: Hashable, Sendable {
    package var text: String
    /// Index of its chapter in the book.
    package var chapter: Int
    /// Whether it is the last of its paragraph.
    package var endsParagraph: Bool
}

/// Chapters that belong together; an empty side is a chapter that the other book does not have.
package struct ChapterLink: Hashable, Sendable {
    package var source: Range<Int>
    package var target: Range<Int>

    package init(source: Range<Int>, target: Range<Int>) {
        self.source = source
        self.target = target
    }
}

/// A book and its translation, tied together.
package struct BookAlignment: Sendable {
    package var sourceSegments: [AlignmentSegment]
    package var targetSegments: [AlignmentSegment]
    package var chapters: [ChapterLink]
    /// In the order of the books; together they cover all segments of both.
    package var pairs: [AlignedPair]
    /// Letters of the target for each of the source, and the spread of the logarithm of that for sentences of 20 letters.
    package var lengthRatio: Double
    package var lengthSpread: Double
    /// How many pairs of words the dictionary made from the books has.
    package var learntWords: Int
    /// What the confidence of each pair was made from, for calibration.
    package var evidence: [[Double]] = []

    /// The text of one side of a pair, its segments joined as its script joins sentences.
    package func sourceText(of pair: AlignedPair) -> String { Self.joined(sourceSegments[pair.source]) }
    package func targetText(of pair: AlignedPair) -> String { Self.joined(targetSegments[pair.target]) }

    private static func joined(_ segments: ArraySlice<AlignmentSegment>) -> String {
        var text = ""
        for segment in segments {
            if let last = text.unicodeScalars.last, let first = segment.text.unicodeScalars.first,
                !joinsBare(last), !joinsBare(first)
            {
                text += " "
            }
            text += segment.text
        }
        return text
    }

    /// Han, kana and full-width marks stand side by side without a space.
    private static func joinsBare(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isHan || scalar.isKana || scalar.isCJKPunctuation || scalar == "”" || scalar == "“" || scalar == "…"
    }
}
