/// Looks for words in the texts of a memory, as many texts as there are: bytes are compared, nothing is made of them.
///
/// The query's words are parted by white space, and all must be there, each in the source or in the target. Han and kana
/// are found wherever they stand. A word in letters is found as a whole word, in upper or lower case; with `*` at its end
/// as the beginning of one. What stands in double quotes is one phrase.
package struct Concordance: Sendable {
    private let words: [ConcordanceWord]

    /// Nil for a query without any word.
    package init?(_ query: String) {
        var words: [ConcordanceWord] = []
        for part in Self.parts(of: query) {
            if let word = ConcordanceWord(part) { words.append(word) }
        }
        guard !words.isEmpty else { return nil }
        self.words = words
    }

    /// Where the words stand.
    package struct Places: Hashable, Sendable {
        /// Offsets of bytes, in order, not overlapping.
        package var source: [Range<Int>]
        package var target: [Range<Int>]
    }

    /// The places of all words in an entry's texts in UTF-8; nil when one of them is in neither.
    package func places(source: UnsafeRawBufferPointer, target: UnsafeRawBufferPointer) -> Places? {
        var places = Places(source: [], target: [])
        for word in words {
            // What most texts fail at is asked before any place is kept.
            let inSource = word.first(in: source, from: 0)
            let inTarget = word.first(in: target, from: 0)
            guard inSource != nil || inTarget != nil else { return nil }
            if let inSource { places.source += word.all(in: source, first: inSource) }
            if let inTarget { places.target += word.all(in: target, first: inTarget) }
        }
        if words.count > 1 {
            places.source = Self.joined(places.source)
            places.target = Self.joined(places.target)
        }
        return places
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, range.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    private static func parts(of query: String) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var isQuoted = false
        for scalar in query.unicodeScalars {
            if scalar == "\"" {
                parts.append(String(part))
                part = String.UnicodeScalarView()
                isQuoted.toggle()
            } else if scalar.properties.isWhitespace, !isQuoted {
                parts.append(String(part))
                part = String.UnicodeScalarView()
            } else {
                part.append(scalar)
            }
        }
        parts.append(String(part))
        return parts
    }
}
