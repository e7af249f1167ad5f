package import Text

/// Entries that are not in a segment yet: few, so that all of them are compared with a text.
package struct MemoryTail: Sendable {
    private var rows: [MemoryRow] = []
    private var hashes: [UInt64] = []
    private var pairs = LocalePairs()
    private var symbols: [UInt32] = []
    private var ends: [Int] = []
    /// The literal reading of some rows, behind their symbols.
    private var literalEnds: [Int] = []
    /// The last row with a hash, and for each row the one before it with the same.
    private var latest: [UInt64: Int32] = [:]
    private var earlier: [Int32] = []

    package init() {}

    package var count: Int { rows.count }
    /// Symbols of all sources: what decides of how much memory the tail takes.
    package var symbolCount: Int { symbols.count }

    package mutating func add(_ entry: MemoryEntry, place: Int) {
        let hash = MemoryEntry.exactHash(of: entry.source)
        let number = Int32(truncatingIfNeeded: rows.count)
        rows.append(MemoryRow(entry, place: place, pair: pairs.number(LocalePair(entry))))
        hashes.append(hash)
        symbols += TextSymbols.symbols(of: entry.source)
        ends.append(symbols.count)
        if let literal = TextSymbols.literalSymbols(of: entry.source) { symbols += literal }
        literalEnds.append(symbols.count)
        earlier.append(latest.updateValue(number, forKey: hash) ?? -1)
    }

    /// Every entry that is like a text, in no order.
    package func hits(
        _ query: [UInt32],
        threshold: Double,
        from source: LanguageTag?,
        to target: LanguageTag?
    ) -> [MemoryHit] {
        guard !query.isEmpty, !rows.isEmpty else { return [] }
        let bounds = MatchBounds(threshold: threshold, length: query.count)
        let lengths = bounds.lengths
        let serving = pairs.list.map { $0.serves(from: source, to: target) }
        var distance = EditDistance(query)
        var hits: [MemoryHit] = []
        symbols.withUnsafeBufferPointer { symbols in
            func compare(_ row: MemoryRow, _ range: Range<Int>) {
                guard lengths.contains(range.count), range.count <= MemorySegment.longestSource else { return }
                let text = UnsafeBufferPointer(rebasing: symbols[range])
                let limit = bounds.edits(with: range.count)
                guard let edits = distance.distance(to: text, limit: limit) else { return }
                hits.append(MemoryHit(row: row, distance: edits, longer: max(range.count, query.count)))
            }
            var start = 0
            for (number, row) in rows.enumerated() {
                if serving[row.pair] {
                    compare(row, start..<ends[number])
                    if ends[number] < literalEnds[number] { compare(row, ends[number]..<literalEnds[number]) }
                }
                start = literalEnds[number]
            }
        }
        return hits
    }

    /// Calls with the rows whose source has a hash, the last one first.
    package func forEachRow(hash: UInt64, _ body: (MemoryRow) -> Void) {
        var number = latest[hash] ?? -1
        while number >= 0 {
            body(rows[Int(number)])
            number = earlier[Int(number)]
        }
    }

    /// Whether a row's pair serves who asks for these locales.
    package func serves(_ row: MemoryRow, from source: LanguageTag?, to target: LanguageTag?) -> Bool {
        pairs.list[row.pair].serves(from: source, to: target)
    }

    /// The same entries as a segment, without those at some places.
    package consuming func builder(without dead: Set<Int>) -> MemorySegmentBuilder {
        var builder = MemorySegmentBuilder()
        var start = 0
        latest = [:]
        for (number, row) in rows.enumerated() {
            let (end, literalEnd) = (ends[number], literalEnds[number])
            if !dead.contains(row.place) {
                builder.add(
                    row,
                    of: pairs,
                    hash: hashes[number],
                    symbols: Array(symbols[start..<end]),
                    literal: end < literalEnd ? Array(symbols[end..<literalEnd]) : nil
                )
            }
            start = literalEnd
        }
        return builder
    }
}
