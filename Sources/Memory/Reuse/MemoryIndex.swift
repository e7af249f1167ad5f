package import Text

/// A memory that is held in memory: the entries of a project, or of a file that was read.
///
/// Rates are 100 × (1 − distance ÷ longer length) over Unicode scalars, an inline code as one symbol, equal by role and kind; a
/// source with placeholders is also compared as it is written, and the better rate counts (docs/memory.md).
package struct MemoryIndex: Sendable {
    /// Name that its matches have.
    package let name: String
    package let entries: [MemoryEntry]
    private let segment: MemorySegment?

    /// - Parameter entries: as they are; the same source and target may be there several times, in several places.
    package init(_ entries: [MemoryEntry], name: String = "") {
        self.name = name
        self.entries = entries
        var builder = MemorySegmentBuilder()
        for (number, entry) in entries.enumerated() { builder.add(entry, place: number) }
        segment = builder.segment()
    }

    package var count: Int { entries.count }

    /// The best entries that are like a text, none left out that is better than one given: by rate, human first, newer first.
    ///
    /// - Parameters:
    ///   - threshold: the lowest rate, 0 to 100, itself included.
    ///   - best: how many at most; of several with the same source and target only the first is given.
    ///   - source: entries from a locale that agrees with it; nil for any.
    ///   - target: entries into a locale that agrees with it; nil for any.
    package func matches(
        for query: InlineText,
        threshold: Double,
        best: Int,
        from source: LanguageTag? = nil,
        to target: LanguageTag? = nil
    ) -> [MemoryMatch] {
        guard let segment else { return [] }
        let hits = segment.hits(query, threshold: threshold, from: source, to: target)
        return MemoryMatch.best(best, of: MemoryHit.ranked(hits), memory: name) { entries[$0.place] }
    }

    /// The entries whose source is the same, text and codes as they are written; human first, then newer.
    package func exact(
        _ query: InlineText,
        from source: LanguageTag? = nil,
        to target: LanguageTag? = nil
    ) -> [MemoryEntry] {
        guard let segment else { return [] }
        let literal = query.literal
        var rows: [MemoryRow] = []
        segment.forEachRow(hash: MemoryEntry.exactHash(of: query)) { row in
            if segment.pairs[row.pair].serves(from: source, to: target), entries[row.place].source.literal == literal {
                rows.append(row)
            }
        }
        return rows.sorted { $0.precedes($1) }.map { entries[$0.place] }
    }
}

extension MemorySegment {
    /// Every entry that is like a text by its symbols; one without any likeness to bigrams is never left out.
    package func hits(
        _ query: InlineText,
        threshold: Double,
        from source: LanguageTag?,
        to target: LanguageTag?
    ) -> [MemoryHit] {
        let symbols = TextSymbols.symbols(of: query)
        guard symbols.count <= Self.longestSource else { return [] }
        return hits(symbols, threshold: threshold / 100, serving: serving(from: source, to: target))
    }
}

extension MemoryMatch {
    /// The first matches of ranked hits, each pair of source and target once.
    package static func best(
        _ count: Int,
        of hits: [MemoryHit],
        memory: String,
        entry: (MemoryRow) -> MemoryEntry?
    ) -> [MemoryMatch] {
        var matches: [MemoryMatch] = []
        var seen = Set<[String]>()
        for hit in hits {
            guard matches.count < count else { break }
            guard let entry = entry(hit.row), seen.insert([entry.source.literal, entry.target.literal]).inserted else {
                continue
            }
            matches.append(MemoryMatch(entry: entry, rate: hit.rate, memory: memory))
        }
        return matches
    }
}
