internal import Formats
internal import FoundationEssentials
internal import Memory
package import Text

/// Looks lines of text up in several memories.
package struct LookupMemory: Sendable {
    private let memories: [SharedMemory]
    private let options: Options
    /// What text lines may hold that memories keep as codes.
    private let scanner = PlaceholderScanner([.printf, .braces, .doubleBraces, .dollarBraces, .tags])

    package struct Options: Sendable {
        /// The lowest rate, 0 to 100, itself included.
        package var threshold = 75.0
        package var best = 5
        package var source: LanguageTag?
        package var target: LanguageTag?

        package init() {}
    }

    package init(_ memories: [SharedMemory], options: Options) {
        self.memories = memories
        self.options = options
        // The tables of placeholders are made by the first text that is read: better now than in somebody's lookup.
        _ = scanner.inline("{0}")
    }

    /// What was found for a line.
    package struct Answer: Sendable, Encodable {
        package var query: String
        package var matches: [Match]
        /// Time that it took, without output.
        package var milliseconds: Double
    }

    package struct Match: Sendable, Encodable {
        /// 100 × (1 − distance ÷ longer length) over characters, an inline code as one.
        package var rate: Double
        /// The same over words, for texts in Latin letters.
        package var words: Double?
        /// With inline codes as they are written.
        package var source: String
        package var target: String
        /// How the query differs from the source, from the first character to the last.
        package var difference: [Step]
        package var memory: String
        package var from: String
        package var to: String
        package var origin: String
        package var by: String?
        package var state: String
        /// ISO 8601, UTC.
        package var changed: String?
        package var key: String?
        package var document: String?
        package var note: String?
    }

    package struct Step: Sendable, Encodable, Hashable {
        /// `equal`, `replace`, `insert` (only the query has it), `delete` (only the source has it).
        package var op: String
        /// Unicode scalars of `query`: the first, and the one behind the last.
        package var query: [Int]
        /// The same of `source`.
        package var source: [Int]
    }

    /// Looks up a text. One with placeholders or tags is looked up as it is written and with these as codes; the better rate counts.
    package func answer(_ line: String) -> Answer {
        let clock = ContinuousClock()
        let start = clock.now
        var queries = [InlineText(line)]
        let scanned = scanner.inline(line)
        if !scanned.codes.isEmpty, scanned != queries[0] { queries.append(scanned) }
        var found: [(match: MemoryMatch, query: InlineText)] = []
        for memory in memories {
            for query in queries {
                let matches = memory.matches(
                    for: query,
                    threshold: options.threshold,
                    best: options.best,
                    from: options.source,
                    to: options.target
                )
                found += matches.map { ($0, query) }
            }
        }
        if memories.count > 1 || queries.count > 1 { found.sort { Self.precedes($0.match, $1.match) } }
        var seen = Set<[String]>()
        var matches: [Match] = []
        for (match, query) in found where matches.count < options.best {
            let name = [match.entry.source.literal, match.entry.target.literal, match.memory]
            if seen.insert(name).inserted { matches.append(Self.shown(match, query)) }
        }
        let spent = clock.now - start
        let milliseconds = Double(spent.components.seconds) * 1000 + Double(spent.components.attoseconds) / 1e15
        return Answer(query: line, matches: matches, milliseconds: (milliseconds * 1000).rounded() / 1000)
    }

    private static func precedes(_ left: MemoryMatch, _ right: MemoryMatch) -> Bool {
        if left.rate != right.rate { return left.rate > right.rate }
        if left.entry.isHuman != right.entry.isHuman { return left.entry.isHuman }
        return (left.entry.changed ?? -.infinity) > (right.entry.changed ?? -.infinity)
    }

    private static func shown(_ match: MemoryMatch, _ query: InlineText) -> Match {
        let entry = match.entry
        let (origin, by) = MemoryLine.words(entry.origin)
        return Match(
            rate: match.rate,
            words: WordScore.rate(query, entry.source),
            source: entry.source.literal,
            target: entry.target.literal,
            difference: steps(query, entry.source),
            memory: match.memory,
            from: entry.sourceLocale.description,
            to: entry.targetLocale.description,
            origin: origin,
            by: by,
            state: entry.state.rawValue,
            changed: entry.changed.map(MemoryLine.date),
            key: entry.key,
            document: entry.document,
            note: entry.note
        )
    }

    private static func steps(_ query: InlineText, _ source: InlineText) -> [Step] {
        // A text that was found as it is written is compared so: one of the two has codes where the other has text.
        let isMixed = query.codes.isEmpty != source.codes.isEmpty
        let (query, source) = isMixed ? (InlineText(query.literal), InlineText(source.literal)) : (query, source)
        let (own, its) = (LiteralOffsets(query), LiteralOffsets(source))
        return TextDifference(query: query, source: source).steps.map { step in
            Step(op: step.kind.rawValue, query: own.pair(step.query), source: its.pair(step.source))
        }
    }
}

/// Where the symbols of a text stand in it as it is written, in Unicode scalars: a code takes as many as its data has.
struct LiteralOffsets {
    private let offsets: [Int]

    init(_ text: InlineText) {
        var offsets = [0]
        var next = 0
        for scalar in text.text.unicodeScalars {
            var size = 1
            if scalar == InlineText.place, next < text.codes.count {
                size = text.codes[next].data.unicodeScalars.count
                next += 1
            }
            offsets.append(offsets[offsets.count - 1] + size)
        }
        self.offsets = offsets
    }

    /// The literal offsets of a range of symbols.
    func pair(_ range: Range<Int>) -> [Int] {
        [offsets[min(range.lowerBound, offsets.count - 1)], offsets[min(range.upperBound, offsets.count - 1)]]
    }
}
