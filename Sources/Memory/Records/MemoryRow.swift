package import Text

/// What a memory's index knows of an entry without reading it: where it is, and what decides between entries that are as near.
package struct MemoryRow: Hashable, Sendable {
    /// Offset of the record, human or not, and the number of its pair of locales, in one word.
    private var packed: UInt64
    /// Seconds since 1970 of the last change; before everything else where it is not known.
    package var changed: Double

    /// - Parameters:
    ///   - place: below 2^47.
    ///   - pair: below 65,536.
    package init(place: Int, isHuman: Bool, pair: Int, changed: Double?) {
        packed = UInt64(place) & Self.placeMask | (isHuman ? Self.humanBit : 0) | UInt64(pair) << 48
        self.changed = changed ?? -.infinity
    }

    init(_ entry: MemoryEntry, place: Int, pair: Int) {
        self.init(place: place, isHuman: entry.isHuman, pair: pair, changed: entry.changed)
    }

    package var place: Int { Int(packed & Self.placeMask) }
    package var isHuman: Bool { packed & Self.humanBit != 0 }
    package var pair: Int { Int(packed >> 48) }

    private static let humanBit: UInt64 = 1 << 47
    private static let placeMask: UInt64 = (1 << 47) - 1
    static let size = 16

    /// Whether it goes before another one that is as near: human first, then newer, then put in later.
    func precedes(_ other: MemoryRow) -> Bool {
        if isHuman != other.isHuman { return isHuman }
        if changed != other.changed { return changed > other.changed }
        return place > other.place
    }
}

/// An entry that is like a text.
package struct MemoryHit: Hashable, Sendable {
    package var row: MemoryRow
    /// Edits between the two.
    package var distance: Int
    /// Length of the longer of the two.
    package var longer: Int

    package init(row: MemoryRow, distance: Int, longer: Int) {
        self.row = row
        self.distance = distance
        self.longer = longer
    }

    /// 100 × (1 − distance ÷ longer length).
    package var rate: Double { 100 * Double(longer - distance) / Double(longer) }

    /// Whether it goes before another one: nearer, then human, then newer.
    package func precedes(_ other: MemoryHit) -> Bool {
        let (own, its) = ((longer - distance) * other.longer, (other.longer - other.distance) * longer)
        return own == its ? row.precedes(other.row) : own > its
    }

    /// The hits in their order, each place once with its best.
    package static func ranked(_ hits: [MemoryHit]) -> [MemoryHit] {
        let sorted = hits.sorted { $0.precedes($1) }
        var places = Set<Int>()
        return sorted.filter { places.insert($0.row.place).inserted }
    }
}

/// Two locales, from which and into which.
package struct LocalePair: Hashable, Sendable {
    package var source: LanguageTag
    package var target: LanguageTag

    package init(source: LanguageTag, target: LanguageTag) {
        self.source = source
        self.target = target
    }

    init(_ entry: MemoryEntry) { self.init(source: entry.sourceLocale, target: entry.targetLocale) }

    /// Whether it serves who asks for these; nil asks for any.
    package func serves(from source: LanguageTag?, to target: LanguageTag?) -> Bool {
        (source.map { self.source.agrees(with: $0) } ?? true) && (target.map { self.target.agrees(with: $0) } ?? true)
    }
}

extension MemoryEntry {
    /// What an entry is looked up by: the text with its codes as they are written.
    package static func exactHash(of source: InlineText) -> UInt64 { StableHash(source.literal).value }
}
