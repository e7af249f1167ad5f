package import Text

/// A finished part of a memory's index: rows of entries, where they lie by the hash of their source, and the bigrams of the sources.
/// Read from bytes that may be a mapped file; made by `MemorySegmentBuilder`; never changed.
///
/// Layout, in machine order, each part filled up to 8 bytes: header of 8 words (magic, rows, slots, aliases, bytes of locales, bytes of
/// the bigram index, 0, 0); rows of 16 bytes; slots of 8 (upper half of a hash, row + 1), a power of two of them; aliases as UInt32,
/// the row of each unit of the bigram index behind those of the rows; the pairs of locales, one a line, parted by a tab; the `GramIndex`.
package struct MemorySegment: Sendable {
    /// Number of entries, those among them that were replaced or taken out later too.
    package let count: Int
    /// The pairs of locales of its rows, by number.
    package let pairs: [LocalePair]
    private let bytes: IndexBytes
    private let rowStart: Int
    private let slotStart: Int
    private let slotCount: Int
    private let aliasStart: Int
    private let aliasCount: Int
    private let grams: GramIndex

    static let magic: UInt64 = 0x3130_6765_5356_5243  // CRVSeg01
    static let headerSize = 64
    /// Longer sources are found by their hash only: the distance of two of them would take seconds.
    package static let longestSource = 16_384

    /// Nil for bytes that are no segment, or cut off.
    package init?(_ bytes: IndexBytes) {
        let base = bytes.base
        guard base.count >= Self.headerSize, base.loadUnaligned(as: UInt64.self) == Self.magic else { return nil }
        var place = Self.headerSize
        func part(_ word: Int, size: Int) -> (start: Int, count: Int)? {
            let count = base.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
            guard count <= UInt64(base.count), Int(count) * size <= base.count - place else { return nil }
            defer { place = min(base.count, place + (Int(count) * size + 7) & ~7) }
            return (place, Int(count))
        }
        guard let rows = part(1, size: MemoryRow.size), let slots = part(2, size: 8), let aliases = part(3, size: 4),
            let locales = part(4, size: 1), let index = part(5, size: 1), slots.count & (slots.count - 1) == 0
        else { return nil }
        let gramBytes = UnsafeRawBufferPointer(rebasing: base[index.start..<index.start + index.count])
        // The closure keeps the whole alive as long as its part.
        guard let grams = GramIndex(IndexBytes(gramBytes) { _ in withExtendedLifetime(bytes) {} }),
            grams.count == rows.count + aliases.count,
            let pairs = Self.pairs(
                UnsafeRawBufferPointer(rebasing: base[locales.start..<locales.start + locales.count])
            )
        else { return nil }
        self.bytes = bytes
        self.grams = grams
        self.pairs = pairs
        count = rows.count
        rowStart = rows.start
        (slotStart, slotCount) = slots
        (aliasStart, aliasCount) = aliases
    }

    private static func pairs(_ bytes: UnsafeRawBufferPointer) -> [LocalePair]? {
        var pairs: [LocalePair] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let sides = line.split(separator: "\t").compactMap { LanguageTag(String($0)) }
            guard sides.count == 2 else { return nil }
            pairs.append(LocalePair(source: sides[0], target: sides[1]))
        }
        return pairs
    }

    /// An entry's row, by its number below `count`.
    package func row(_ number: Int) -> MemoryRow {
        bytes.base.loadUnaligned(fromByteOffset: rowStart + number * MemoryRow.size, as: MemoryRow.self)
    }

    /// Every entry that is like a text, in no order. A place may come twice, as it is written and with its codes.
    package func hits(_ symbols: [UInt32], threshold: Double, serving: [Bool]?) -> [MemoryHit] {
        var hits: [MemoryHit] = []
        for hit in grams.hits(symbols, threshold: threshold) {
            guard let row = row(ofUnit: hit.unit), serving.map({ row.pair < $0.count && $0[row.pair] }) ?? true else {
                continue
            }
            hits.append(MemoryHit(row: row, distance: hit.distance, longer: hit.longer))
        }
        return hits
    }

    /// Calls with the rows whose source may have a hash; now and then one that has another.
    package func forEachRow(hash: UInt64, _ body: (MemoryRow) -> Void) {
        guard slotCount > 0 else { return }
        var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
        // A damaged file may have no free slot.
        for _ in 0..<slotCount {
            let value = bytes.base.loadUnaligned(fromByteOffset: slotStart + slot * 8, as: UInt64.self)
            guard value != 0 else { return }
            let number = Int(value & 0xFFFF_FFFF) - 1
            if value >> 32 == hash >> 32, number >= 0, number < count { body(row(number)) }
            slot = (slot + 1) & (slotCount - 1)
        }
    }

    /// Which pairs serve who asks for these locales; nil when nothing is asked.
    package func serving(from source: LanguageTag?, to target: LanguageTag?) -> [Bool]? {
        guard source != nil || target != nil else { return nil }
        return pairs.map { $0.serves(from: source, to: target) }
    }

    private func row(ofUnit unit: Int) -> MemoryRow? {
        if unit < count { return row(unit) }
        guard unit - count < aliasCount else { return nil }
        let offset = aliasStart + (unit - count) * 4
        let number = Int(bytes.base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        return number < count ? row(number) : nil
    }
}
