/// What stands beside names in this book, learned from those that are surely names: `笑道`, `点了点头` after them, a quote's end
/// before them. Old and new prose differ in it, so it is not fixed.
struct ContextModel: Sendable {
    private var after: [Float]
    private var before: [Float]
    private var afterPair: [UInt32: Float] = [:]
    /// Occurrences that it learned from.
    let learned: Int

    init(_ text: MiningText, seeds: [Candidate], grams: Grams) {
        let kinds = text.scalars.count
        var usualAfter = [Float](repeating: 0.5, count: kinds)
        var usualBefore = [Float](repeating: 0.5, count: kinds)
        var all: Float = Float(kinds) / 2
        for position in 1..<max(1, text.ids.count) where text.isWordStart[position] {
            usualAfter[Int(text.ids[position])] += 1
            usualBefore[Int(text.ids[position - 1])] += 1
            all += 1
        }
        var seenAfter = [Float](repeating: 0, count: kinds)
        var seenBefore = [Float](repeating: 0, count: kinds)
        var pairs: [UInt32: Float] = [:]
        var seen: Float = 0
        var count = 0
        for seed in seeds {
            let positions = grams.positions(seed.gram)
            // A hero must not drown the others.
            let weight = min(1, 150 / Float(positions.count))
            for position in positions {
                let place = Int(position)
                let end = place + seed.length
                seenAfter[Int(text.ids[end])] += weight
                if place > 0 { seenBefore[Int(text.ids[place - 1])] += weight }
                if end + 1 < text.ids.count { pairs[Self.pair(text.ids[end], text.ids[end + 1]), default: 0] += weight }
                seen += weight
                count += 1
            }
        }
        learned = count
        let faith: Float = 40
        func ratios(_ seenCounts: [Float], _ usual: [Float]) -> [Float] {
            zip(seenCounts, usual).map { seenCount, usualCount in
                let share = usualCount / all
                return MiningText.log(Double((seenCount + faith * share) / (seen + faith) / share))
            }
        }
        after = ratios(seenAfter, usualAfter)
        before = ratios(seenBefore, usualBefore)
        var usualPairs: [UInt32: Float] = [:]
        for (pair, count) in pairs where count >= 3 { usualPairs[pair] = 0.5 }
        for position in 0..<max(0, text.ids.count - 1) where text.isWordStart[position] {
            let pair = Self.pair(text.ids[position], text.ids[position + 1])
            if usualPairs[pair] != nil { usualPairs[pair, default: 0] += 1 }
        }
        for (pair, usual) in usualPairs {
            let share = usual / all
            afterPair[pair] = MiningText.log(Double(((pairs[pair] ?? 0) + 5 * share) / (seen + 5) / share))
        }
    }

    /// How much more the places of a string look like those of names than any word's do, on average, in nats.
    func score(_ positions: ArraySlice<Int32>, length: Int, in text: MiningText) -> Float {
        var sum: Float = 0
        var count: Float = 0
        let stride = max(1, positions.count / 200)
        var index = positions.startIndex
        while index < positions.endIndex {
            let place = Int(positions[index])
            let end = place + length
            var score = after[Int(text.ids[end])]
            if end + 1 < text.ids.count, let pair = afterPair[Self.pair(text.ids[end], text.ids[end + 1])] {
                score = pair
            }
            sum += min(3, max(-3, score))
            if place > 0 { sum += min(3, max(-3, before[Int(text.ids[place - 1])])) }
            count += 1
            index += stride
        }
        return count > 0 ? sum / count : 0
    }

    private static func pair(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }
}
