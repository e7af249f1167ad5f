/// An index over texts that finds all that are like a query, none left out: lists of units by bigram, read from bytes that may be
/// a mapped file. Made by `GramIndexBuilder`.
///
/// Layout, in machine order, each part filled up to 8 bytes: header of 8 words (magic, units, symbols, length of all texts, grams,
/// postings, 0, 0); symbols as UInt32, rising; unit numbers by rising length as UInt32; offsets into the text as UInt32, one
/// more than units; the text as UInt16 codes; for each first code the first gram, 65,537 UInt32; second codes of grams as
/// UInt16; starts of the grams' postings as UInt32, one more than grams; postings as UInt32 places.
// @unchecked: the pointers lie in `bytes`, which are never written.
package struct GramIndex: @unchecked Sendable {
    /// Number of units.
    package let count: Int
    private let bytes: IndexBytes
    private let symbols: UnsafeBufferPointer<UInt32>
    private let units: UnsafeBufferPointer<UInt32>
    private let offsets: UnsafeBufferPointer<UInt32>
    private let text: UnsafeBufferPointer<UInt16>
    private let firsts: UnsafeBufferPointer<UInt32>
    private let seconds: UnsafeBufferPointer<UInt16>
    private let starts: UnsafeBufferPointer<UInt32>
    private let postings: UnsafeBufferPointer<UInt32>

    static let magic: UInt64 = 0x3130_7869_4D56_5243  // CRVMix01
    static let headerWords = 8
    /// The code that symbols share for which there was no other.
    static let rareCode: UInt16 = 65_000
    /// A code that no text has: a symbol of the query that no unit has.
    private static let absentCode: UInt16 = 65_001
    /// First symbol of the grams that are one symbol.
    static let single: UInt32 = 0xFFFE << 16
    /// Units up to this length are also listed by single symbols. Queries for which bigrams bound nothing have at most 5
    /// symbols at a threshold of 0.60, and then no match is longer than 8; at 0.55 they are 9 and 16.
    static let shortLength = 16

    /// Nil for bytes that are no index, or cut off.
    package init?(_ bytes: IndexBytes) {
        guard bytes.base.count >= Self.headerWords * 8,
            bytes.base.loadUnaligned(as: UInt64.self) == Self.magic
        else { return nil }
        var words: [Int] = []
        for word in 1...5 {
            let value = bytes.base.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
            guard value <= UInt64(bytes.base.count) else { return nil }
            words.append(Int(value))
        }
        var place = Self.headerWords * 8
        func part<Element>(_ count: Int, _: Element.Type) -> UnsafeBufferPointer<Element>? {
            let size = count * MemoryLayout<Element>.stride
            guard size <= bytes.base.count - place else { return nil }
            defer { place = min(bytes.base.count, place + (size + 7) & ~7) }
            guard count > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
            return UnsafeRawBufferPointer(rebasing: bytes.base[place..<place + size]).bindMemory(to: Element.self)
        }
        guard let symbols = part(words[1], UInt32.self), let units = part(words[0], UInt32.self),
            let offsets = part(words[0] + 1, UInt32.self), let text = part(words[2], UInt16.self),
            let firsts = part(65_537, UInt32.self), let seconds = part(words[3], UInt16.self),
            let starts = part(words[3] + 1, UInt32.self), let postings = part(words[4], UInt32.self),
            offsets.last.map(Int.init) == text.count, starts.last.map(Int.init) == postings.count,
            firsts.last.map(Int.init) == seconds.count
        else { return nil }
        count = words[0]
        self.bytes = bytes
        self.symbols = symbols
        self.units = units
        self.offsets = offsets
        self.text = text
        self.firsts = firsts
        self.seconds = seconds
        self.starts = starts
        self.postings = postings
    }

    /// A unit that is like the query.
    package struct Hit: Hashable, Sendable {
        /// Number of the unit, as it was added.
        package var unit: Int
        /// Edits between the two.
        package var distance: Int
        /// Length of the longer of the two.
        package var longer: Int

        /// 1 − distance ÷ longer length.
        package var rate: Double { Double(longer - distance) / Double(longer) }
    }

    /// Every unit whose rate is at least `threshold` (0.4 to 1), the best first, then the newer.
    package func hits(_ query: [UInt32], threshold: Double) -> [Hit] {
        guard !query.isEmpty, count > 0 else { return [] }
        let bounds = MatchBounds(threshold: threshold, length: query.count)
        let codes = query.map(code)
        var distance = EditDistance(codes.map(UInt32.init))
        var hits: [Hit] = []
        let places = places(of: bounds.lengths)
        guard !places.isEmpty else { return [] }
        func verify(_ place: Int) {
            // Bytes of a damaged file may name any place.
            guard place < count else { return }
            let start = Int(offsets[place])
            let end = Int(offsets[place + 1])
            guard start < end, end <= text.count else { return }
            let candidate = UnsafeBufferPointer(rebasing: text[start..<end])
            let longer = max(candidate.count, codes.count)
            guard let edits = distance.distance(to: candidate, limit: bounds.edits(with: candidate.count)) else {
                return
            }
            hits.append(Hit(unit: Int(units[place]), distance: edits, longer: longer))
        }
        forEachCandidate(codes, bounds, places, verify)
        return hits.sorted { ($0.rate, $0.unit) > ($1.rate, $1.unit) }
    }

    /// The places, by rising length, of units whose length lies in a range.
    private func places(of lengths: ClosedRange<Int>) -> Range<Int> {
        func first(atLeast length: Int) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if Int(offsets[middle + 1]) - Int(offsets[middle]) < length { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let low = first(atLeast: lengths.lowerBound)
        return low..<max(low, first(atLeast: lengths.upperBound + 1))
    }

    private func forEachCandidate(
        _ codes: [UInt16],
        _ bounds: MatchBounds,
        _ places: Range<Int>,
        _ body: (Int) -> Void
    ) {
        let longest = Int(offsets[places.upperBound]) - Int(offsets[places.upperBound - 1])
        var grams: [UInt32] = []
        var need = bounds.sharedGrams(size: 2, longest: longest)
        if need > 0 {
            for index in codes.indices.dropLast() {
                grams.append(UInt32(codes[index]) << 16 | UInt32(codes[index + 1]))
            }
        } else if min(bounds.lengths.upperBound, longest) <= Self.shortLength {
            need = bounds.sharedGrams(size: 1, longest: longest)
            for code in codes { grams.append(Self.single | UInt32(code)) }
        }
        guard need > 0 else {
            for place in places { body(place) }
            return
        }
        let lists = prefix(grams, need: need, places)
        let total = lists.reduce(0) { $0 + $1.count }
        if lists.count == 1 {
            for index in lists[0] { body(Int(postings[index])) }
        } else if total < 2048 {
            var found: [UInt32] = []
            found.reserveCapacity(total)
            for list in lists { found.append(contentsOf: postings[list]) }
            found.sort()
            var last: UInt32?
            for place in found where place != last {
                last = place
                body(Int(place))
            }
        } else {
            // A bit for each place of the window.
            var seen = [UInt64](repeating: 0, count: places.count / 64 + 1)
            for list in lists {
                for index in list {
                    let bit = Int(postings[index]) - places.lowerBound
                    let mask: UInt64 = 1 << UInt64(bit & 63)
                    guard bit >= 0, bit < places.count, seen[bit >> 6] & mask == 0 else { continue }
                    seen[bit >> 6] |= mask
                    body(Int(postings[index]))
                }
            }
        }
    }

    /// The postings, cut to the window, of the rarest grams: so many that a unit with none of them shares fewer than `need`.
    private func prefix(_ grams: [UInt32], need: Int, _ places: Range<Int>) -> [Range<Int>] {
        var counts: [(list: Range<Int>, times: Int)] = []
        let sorted = grams.sorted()
        var index = 0
        while index < sorted.count {
            var end = index + 1
            while end < sorted.count, sorted[end] == sorted[index] { end += 1 }
            counts.append((list(sorted[index]), end - index))
            index = end
        }
        counts.sort { $0.list.count < $1.list.count }
        var left = grams.count
        var lists: [Range<Int>] = []
        for (list, times) in counts {
            guard left >= need else { break }
            left -= times
            guard !list.isEmpty else { continue }
            let low = first(in: list, atLeast: places.lowerBound)
            let high = first(in: low..<list.upperBound, atLeast: places.upperBound)
            if low < high { lists.append(low..<high) }
        }
        return lists
    }

    /// The postings of a gram; empty for one that no unit has.
    private func list(_ gram: UInt32) -> Range<Int> {
        let first = Int(gram >> 16)
        let second = UInt16(gram & 0xFFFF)
        var (low, high) = (Int(firsts[first]), Int(firsts[first + 1]))
        let end = min(high, seconds.count)
        high = end
        while low < high {
            let middle = (low + high) / 2
            if seconds[middle] < second { low = middle + 1 } else { high = middle }
        }
        guard low < end, seconds[low] == second else { return 0..<0 }
        let (from, to) = (Int(starts[low]), Int(starts[low + 1]))
        return from <= to && to <= postings.count ? from..<to : 0..<0
    }

    private func first(in list: Range<Int>, atLeast place: Int) -> Int {
        var (low, high) = (list.lowerBound, list.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if Int(postings[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func code(_ symbol: UInt32) -> UInt16 {
        var (low, high) = (0, symbols.count)
        while low < high {
            let middle = (low + high) / 2
            if symbols[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        if low < symbols.count, symbols[low] == symbol { return UInt16(truncatingIfNeeded: low) }
        return symbols.count >= Int(Self.rareCode) ? Self.rareCode : Self.absentCode
    }
}
