package import Text

/// Builds a `MemorySegment`: rows with the symbols and the hash of their sources in, bytes out.
package struct MemorySegmentBuilder {
    private var rows: [MemoryRow] = []
    private var hashes: [UInt64] = []
    private var pairs = LocalePairs()
    private var grams = GramIndexBuilder()
    private var aliases: [UInt32] = []
    private var aliasSymbols: [UInt32] = []
    private var aliasEnds: [Int] = []

    package init() {}

    package var count: Int { rows.count }

    /// Adds an entry that lies at a place.
    package mutating func add(_ entry: MemoryEntry, place: Int) {
        add(
            MemoryRow(entry, place: place, pair: pairs.number(LocalePair(entry))),
            hash: MemoryEntry.exactHash(of: entry.source),
            symbols: TextSymbols.symbols(of: entry.source),
            literal: TextSymbols.literalSymbols(of: entry.source)
        )
    }

    /// Adds a row whose pair is of `pairs`.
    mutating func add(_ row: MemoryRow, of pairs: LocalePairs, hash: UInt64, symbols: [UInt32], literal: [UInt32]?) {
        let pair = self.pairs.number(pairs.list[row.pair])
        let own = MemoryRow(place: row.place, isHuman: row.isHuman, pair: pair, changed: row.changed)
        add(own, hash: hash, symbols: symbols, literal: literal)
    }

    private mutating func add(_ row: MemoryRow, hash: UInt64, symbols: [UInt32], literal: [UInt32]?) {
        if let literal, literal.count <= MemorySegment.longestSource {
            aliases.append(UInt32(truncatingIfNeeded: rows.count))
            aliasSymbols += literal
            aliasEnds.append(aliasSymbols.count)
        }
        rows.append(row)
        hashes.append(hash)
        grams.add(symbols.count <= MemorySegment.longestSource ? symbols : [])
    }

    /// Writes the segment in one go, from the first byte to the last.
    package consuming func write(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        var start = 0
        for end in aliasEnds {
            grams.add(Array(aliasSymbols[start..<end]))
            start = end
        }
        aliasSymbols = []
        let slots = slots()
        let locales = pairs.text
        let index = grams.plan()
        var header = [UInt64](repeating: 0, count: MemorySegment.headerSize / 8)
        header[0] = MemorySegment.magic
        header[1] = UInt64(rows.count)
        header[2] = UInt64(slots.count)
        header[3] = UInt64(aliases.count)
        header[4] = UInt64(locales.count)
        header[5] = UInt64(index.size)
        try GramIndexBuilder.put(header, write)
        try GramIndexBuilder.put(rows, write)
        try GramIndexBuilder.put(slots, write)
        try GramIndexBuilder.put(aliases, write)
        try GramIndexBuilder.put(locales, write)
        try index.write(write)
    }

    /// The segment in memory; nil without any entry.
    package consuming func segment() -> MemorySegment? {
        guard count > 0 else { return nil }
        var bytes: [UInt8] = []
        try? write { bytes.append(contentsOf: $0) }
        return MemorySegment(IndexBytes(bytes))
    }

    private func slots() -> [UInt64] {
        var size = 2
        while size < rows.count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
        }
        return slots
    }
}

/// Pairs of locales, numbered as they come.
struct LocalePairs: Sendable {
    private(set) var list: [LocalePair] = []
    private var numbers: [LocalePair: Int] = [:]

    /// The number of a pair; beyond 65,000 of them that of the last one.
    mutating func number(_ pair: LocalePair) -> Int {
        if let last = list.last, last == pair { return list.count - 1 }
        if let known = numbers[pair] { return known }
        guard list.count < 65_000 else { return list.count - 1 }
        list.append(pair)
        numbers[pair] = list.count - 1
        return list.count - 1
    }

    var text: [UInt8] { Array(list.map { "\($0.source)\t\($0.target)\n" }.joined().utf8) }
}
