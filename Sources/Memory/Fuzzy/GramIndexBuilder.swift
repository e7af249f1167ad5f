/// Builds a `GramIndex`: symbols in, bytes out, in memory of about 4 bytes a symbol and 12 a distinct bigram.
///
/// Units are laid out by rising length; for each bigram the units that hold it are listed; units of at most
/// `GramIndex.shortLength` symbols are also listed under each single symbol, for queries too short for bigrams.
package struct GramIndexBuilder {
    private var codes: [UInt32: UInt16] = [:]
    private var symbols: [UInt32] = []
    private var text: [UInt16] = []
    private var ends: [UInt32] = []

    package init() {}

    package var count: Int { ends.count }

    /// Adds a unit; its number is the count before. Symbols beyond the first 65,000 different ones share a code: the index
    /// then gives too many candidates, never too few. At most 4,000 million symbols in all.
    package mutating func add(_ unit: [UInt32]) {
        for symbol in unit { text.append(code(symbol)) }
        ends.append(UInt32(truncatingIfNeeded: text.count))
    }

    private mutating func code(_ symbol: UInt32) -> UInt16 {
        if let code = codes[symbol] { return code }
        guard symbols.count < Int(GramIndex.rareCode) else { return GramIndex.rareCode }
        let code = UInt16(symbols.count)
        codes[symbol] = code
        symbols.append(symbol)
        return code
    }

    /// Writes the index in one go, from the first byte to the last.
    package consuming func write(_ write: (UnsafeRawBufferPointer) throws -> Void) throws { try plan().write(write) }

    /// What is written, counted: its size is known before its first byte.
    struct Plan {
        fileprivate let builder: GramIndexBuilder
        fileprivate let order: [UInt32]
        fileprivate let table: GramCounts
        fileprivate let keys: [UInt32]
        fileprivate let starts: [UInt32]

        /// Bytes of the index.
        var size: Int {
            func filled(_ count: Int, _ stride: Int) -> Int { (count * stride + 7) & ~7 }
            return GramIndex.headerWords * 8 + filled(builder.symbols.count, 4) + filled(order.count, 4)
                + filled(order.count + 1, 4) + filled(builder.text.count, 2) + filled(65_537, 4)
                + filled(keys.count, 2) + filled(starts.count, 4) + (starts.last.map(Int.init) ?? 0) * 4
        }

        consuming func write(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
            var header = [UInt64](repeating: 0, count: GramIndex.headerWords)
            header[0] = GramIndex.magic
            header[1] = UInt64(builder.ends.count)
            header[2] = UInt64(builder.symbols.count)
            header[3] = UInt64(builder.text.count)
            header[4] = UInt64(keys.count)
            header[5] = UInt64(starts.last ?? 0)
            try GramIndexBuilder.put(header, write)
            try GramIndexBuilder.put(builder.symbols, write)
            try GramIndexBuilder.put(order, write)
            var offsets: [UInt32] = [0]
            offsets.reserveCapacity(order.count + 1)
            for unit in order { offsets.append(offsets[offsets.count - 1] + UInt32(builder.range(Int(unit)).count)) }
            try GramIndexBuilder.put(offsets, write)
            offsets = []
            try builder.writeText(order, write)
            var firsts = [UInt32](repeating: 0, count: 65_537)
            for key in keys { firsts[Int(key >> 16) + 1] += 1 }
            for index in 1...65_536 { firsts[index] += firsts[index - 1] }
            try GramIndexBuilder.put(firsts, write)
            try GramIndexBuilder.put(keys.map { UInt16($0 & 0xFFFF) }, write)
            try GramIndexBuilder.put(starts, write)
            try builder.writePostings(order, keys: keys, starts: starts, table, write)
        }
    }

    consuming func plan() -> Plan {
        renumber()
        let order = order()
        let table = count(order)
        let keys = table.sortedKeys()
        var starts = [UInt32](repeating: 0, count: keys.count + 1)
        for (rank, key) in keys.enumerated() { starts[rank + 1] = starts[rank] + table.count(of: key) }
        return Plan(builder: self, order: order, table: table, keys: keys, starts: starts)
    }

    /// The index in memory.
    package consuming func index() -> GramIndex? {
        var bytes: [UInt8] = []
        try? write { bytes.append(contentsOf: $0) }
        return GramIndex(IndexBytes(bytes))
    }

    /// Symbols by rising value, so that a query finds their codes by halving.
    private mutating func renumber() {
        let order = symbols.indices.sorted { symbols[$0] < symbols[$1] }
        var new = [UInt16](repeating: 0, count: Int(GramIndex.rareCode) + 1)
        new[Int(GramIndex.rareCode)] = GramIndex.rareCode
        for (rank, old) in order.enumerated() { new[old] = UInt16(rank) }
        for index in text.indices { text[index] = new[Int(text[index])] }
        symbols = order.map { symbols[$0] }
    }

    private func range(_ unit: Int) -> Range<Int> {
        (unit == 0 ? 0 : Int(ends[unit - 1]))..<Int(ends[unit])
    }

    /// Units by rising length, then as they came.
    private func order() -> [UInt32] {
        var longest = 0
        for unit in ends.indices { longest = max(longest, range(unit).count) }
        var places = [Int](repeating: 0, count: longest + 2)
        for unit in ends.indices { places[range(unit).count + 1] += 1 }
        for length in 1..<places.count { places[length] += places[length - 1] }
        var order = [UInt32](repeating: 0, count: ends.count)
        for unit in ends.indices {
            let length = range(unit).count
            order[places[length]] = UInt32(unit)
            places[length] += 1
        }
        return order
    }

    private func count(_ order: [UInt32]) -> GramCounts {
        var counts = GramCounts()
        for (place, unit) in order.enumerated() {
            forEachGram(of: Int(unit)) { counts.add($0, place: UInt32(place)) }
        }
        return counts
    }

    /// Calls with every gram, also those that come more than once.
    @inline(__always)
    private func forEachGram(of unit: Int, _ body: (UInt32) -> Void) {
        let range = range(unit)
        text.withUnsafeBufferPointer { text in
            guard !range.isEmpty else { return }
            var previous = UInt32(text[range.lowerBound])
            if range.count <= GramIndex.shortLength {
                for index in range { body(GramIndex.single | UInt32(text[index])) }
            }
            for index in range.dropFirst() {
                let next = UInt32(text[index])
                body(previous << 16 | next)
                previous = next
            }
        }
    }

    private func writeText(_ order: [UInt32], _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        var part: [UInt16] = []
        var written = 0
        for unit in order {
            part.append(contentsOf: text[range(Int(unit))])
            if part.count >= 1 << 20 {
                // Whole words only: what is put is filled up to eight bytes.
                let whole = part.count & ~3
                try Self.put(Array(part[..<whole]), write)
                written += whole
                part.removeFirst(whole)
            }
        }
        try Self.put(part, write)
    }

    /// Postings in parts of at most 32 million, so that memory stays bounded; each part goes through the text once.
    private func writePostings(
        _ order: [UInt32],
        keys: [UInt32],
        starts: [UInt32],
        _ table: consuming GramCounts,
        _ write: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var table = table
        table.rank(keys)
        var first = 0
        while first < keys.count {
            var end = first + 1
            while end < keys.count, starts[end + 1] - starts[first] <= 1 << 25 { end += 1 }
            let base = starts[first]
            var part = [UInt32](repeating: 0, count: Int(starts[end] - base))
            var cursors = Array(starts[first..<end])
            table.forget()
            part.withUnsafeMutableBufferPointer { part in
                cursors.withUnsafeMutableBufferPointer { cursors in
                    for (place, unit) in order.enumerated() {
                        forEachGram(of: Int(unit)) { gram in
                            guard let rank = table.rankOnce(of: gram, place: UInt32(place)), rank >= first, rank < end
                            else { return }
                            part[Int(cursors[rank - first] - base)] = UInt32(place)
                            cursors[rank - first] += 1
                        }
                    }
                }
            }
            try part.withUnsafeBytes(write)
            first = end
        }
    }

    /// Writes an array, filled up to a multiple of eight bytes.
    static func put<Element>(_ array: [Element], _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        try array.withUnsafeBytes(write)
        let rest = array.count * MemoryLayout<Element>.stride % 8
        if rest > 0 { try [UInt8](repeating: 0, count: 8 - rest).withUnsafeBytes(write) }
    }
}

/// Bigrams with the number of units that hold each: open addressing, since a dictionary would need three times the memory.
fileprivate struct GramCounts {
    private var keys: [UInt32]
    /// How many units; afterwards the rank among the sorted keys.
    private var values: [UInt32]
    /// The last unit that was counted, from 1; 0: none.
    private var lasts: [UInt32]
    private var used = 0
    private var shift: UInt32 = 32 - 16

    /// No gram is this: its first symbol would be the mark of single symbols, its second beyond all codes.
    private static let free = UInt32.max

    init() {
        keys = [UInt32](repeating: Self.free, count: 1 << 16)
        values = [UInt32](repeating: 0, count: 1 << 16)
        lasts = values
    }

    @inline(__always)
    private func slot(_ key: UInt32) -> Int {
        keys.withUnsafeBufferPointer { keys in
            var slot = Int((key &* 0x9E37_79B1) >> shift)
            while keys[slot] != key, keys[slot] != Self.free { slot = (slot &+ 1) & (keys.count &- 1) }
            return slot
        }
    }

    mutating func add(_ key: UInt32, place: UInt32) {
        let slot = slot(key)
        if keys[slot] == Self.free {
            keys[slot] = key
            values[slot] = 1
            lasts[slot] = place + 1
            used += 1
            if used * 3 > keys.count * 2 { grow() }
        } else if lasts[slot] != place + 1 {
            values[slot] += 1
            lasts[slot] = place + 1
        }
    }

    private mutating func grow() {
        let old = (keys, values, lasts)
        let count = keys.count * 2
        shift -= 1
        keys = [UInt32](repeating: Self.free, count: count)
        values = [UInt32](repeating: 0, count: count)
        lasts = values
        for index in old.0.indices where old.0[index] != Self.free {
            let slot = slot(old.0[index])
            keys[slot] = old.0[index]
            values[slot] = old.1[index]
            lasts[slot] = old.2[index]
        }
    }

    func sortedKeys() -> [UInt32] { keys.filter { $0 != Self.free }.sorted() }

    func count(of key: UInt32) -> UInt32 { values[slot(key)] }

    mutating func rank(_ keys: [UInt32]) {
        for (rank, key) in keys.enumerated() { values[slot(key)] = UInt32(rank) }
    }

    /// Forgets which unit was the last of each.
    mutating func forget() {
        for index in lasts.indices { lasts[index] = 0 }
    }

    /// The rank of a gram, the first time that a unit asks for it.
    mutating func rankOnce(of key: UInt32, place: UInt32) -> Int? {
        let slot = slot(key)
        guard lasts[slot] != place + 1 else { return nil }
        lasts[slot] = place + 1
        return Int(values[slot])
    }
}
