/// Every string of 2–6 Han characters that occurs often enough, with its places.
struct Grams: Sendable {
    /// A string of characters: so many from each of `count` positions, which stand in `order` from `start` on.
    struct Gram: Sendable {
        var start: Int32
        var count: Int32
        var length: UInt8
        /// Share of its places at which a word of the dictionary begins, and one ends.
        var startsWord: Float
        var endsWord: Float
        /// Entropy in nats of what stands before and after; each mark counts as a neighbour of its own.
        var entropyBefore: Float
        var entropyAfter: Float
    }

    static let longest = 6

    private(set) var order: [Int32] = []
    private(set) var grams: [Gram] = []
    /// Occurrences by the characters.
    private(set) var counts: [Key: Int32] = [:]
    private(set) var single: [Int32] = []

    /// Up to six numbers of characters.
    struct Key: Hashable, Sendable {
        var high: UInt64
        var low: UInt32

        init(_ ids: some Collection<UInt16>) {
            high = 0
            low = 0
            var place = 0
            for id in ids {
                if place < 4 {
                    high |= UInt64(id) << (48 - 16 * UInt64(place))
                } else {
                    low |= UInt32(id) << (16 - 16 * UInt32(place - 4))
                }
                place += 1
            }
        }
    }

    private struct Suffix {
        var high: UInt64
        /// Two more characters and the position.
        var low: UInt64
    }

    init(_ text: MiningText, atLeast least: Int) {
        single = [Int32](repeating: 0, count: text.scalars.count)
        var suffixes: [Suffix] = []
        suffixes.reserveCapacity(text.ids.count)
        text.ids.withUnsafeBufferPointer { ids in
            for position in 0..<ids.count where ids[position] >= MiningText.firstHan {
                single[Int(ids[position])] += 1
                var high: UInt64 = 0
                var low: UInt64 = 0
                var place = 0
                while place < Self.longest, position + place < ids.count, ids[position + place] >= MiningText.firstHan {
                    let id = UInt64(ids[position + place])
                    if place < 4 {
                        high |= id << UInt64(48 - 16 * place)
                    } else {
                        low |= id << UInt64(48 - 16 * (place - 4))
                    }
                    place += 1
                }
                suffixes.append(Suffix(high: high, low: low | UInt64(position)))
            }
        }
        suffixes.sort { $0.high != $1.high ? $0.high < $1.high : $0.low < $1.low }
        order = suffixes.map { Int32(truncatingIfNeeded: $0.low & 0xFFFF_FFFF) }
        let shared = Self.shared(suffixes)
        suffixes = []
        var neighbours = Neighbours(kinds: text.scalars.count)
        for length in 2...Self.longest {
            var start = 0
            while start < order.count {
                var end = start + 1
                while end < order.count, Int(shared[end]) >= length { end += 1 }
                defer { start = end }
                let first = Int(order[start])
                guard end - start >= least, first + length <= text.ids.count, text.isHan(first + length - 1) else {
                    continue
                }
                let ids = text.ids[first..<(first + length)]
                counts[Key(ids)] = Int32(end - start)
                let places = order[start..<end]
                var before: Float = 0
                var after: Float = 0
                for position in places {
                    if text.isWordStart[Int(position)] { before += 1 }
                    if text.isWordStart[Int(position) + length] { after += 1 }
                }
                let all = Float(end - start)
                grams.append(
                    Gram(
                        start: Int32(start),
                        count: Int32(end - start),
                        length: UInt8(length),
                        startsWord: before / all,
                        endsWord: after / all,
                        entropyBefore: neighbours.entropy(places.lazy.map { $0 == 0 ? 0 : text.ids[Int($0) - 1] }, all),
                        entropyAfter: neighbours.entropy(places.lazy.map { text.ids[Int($0) + length] }, all)
                    )
                )
            }
        }
    }

    func positions(_ gram: Gram) -> ArraySlice<Int32> { order[Int(gram.start)..<Int(gram.start + gram.count)] }

    func count(_ ids: some Collection<UInt16>) -> Int {
        if ids.count == 1, let id = ids.first { return Int(single[Int(id)]) }
        return Int(counts[Key(ids)] ?? 0)
    }

    /// Characters that each suffix shares with the one before it, six at most.
    private static func shared(_ suffixes: [Suffix]) -> [UInt8] {
        var shared = [UInt8](repeating: 0, count: suffixes.count)
        for index in 1..<max(1, suffixes.count) {
            let left = suffixes[index - 1]
            let right = suffixes[index]
            var same = 0
            let high = left.high ^ right.high
            if high != 0 {
                same = high.leadingZeroBitCount / 16
            } else {
                same = 4 + min(2, (left.low ^ right.low).leadingZeroBitCount / 16)
            }
            // Zeros after the end of a run are no characters.
            var length = 0
            while length < 4, (right.high >> UInt64(48 - 16 * length)) & 0xFFFF != 0 { length += 1 }
            if length == 4 {
                while length < 6, (right.low >> UInt64(48 - 16 * (length - 4))) & 0xFFFF != 0 { length += 1 }
            }
            shared[index] = UInt8(min(same, length))
        }
        return shared
    }
}

/// Counts what stands beside the places of a string.
private struct Neighbours {
    private var counts: [Int32]
    private var seen: [UInt16] = []

    init(kinds: Int) { counts = [Int32](repeating: 0, count: kinds) }

    mutating func entropy(_ ids: some Sequence<UInt16>, _ all: Float) -> Float {
        var marks: Float = 0
        for id in ids {
            guard id >= MiningText.firstHan else {
                marks += 1
                continue
            }
            if counts[Int(id)] == 0 { seen.append(id) }
            counts[Int(id)] += 1
        }
        var entropy = marks > 0 ? marks / all * MiningText.log(Double(all)) : 0
        for id in seen {
            let share = Float(counts[Int(id)]) / all
            entropy -= share * MiningText.log(Double(share))
            counts[Int(id)] = 0
        }
        seen.removeAll(keepingCapacity: true)
        return entropy
    }
}
