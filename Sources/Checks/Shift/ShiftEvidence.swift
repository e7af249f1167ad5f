/// How well the translations of a chapter fit the sources near them, in log-likelihood: above zero for a pair that belongs
/// together.
struct ShiftEvidence {
    /// How far away a source is looked for.
    static let reach = 3

    /// One thing to be found on the other side: which of the places near by have it, and what it is worth.
    private struct Item {
        /// Bit `reach + k`: the place k further on has it.
        var mask: UInt8
        var plus: Float
        var minus: Float
    }

    private let units: [ShiftUnit]
    private var ofTarget: [[Item]]
    private var ofSource: [[Item]]
    private let ratio: Float
    private let lengthMean: Float
    private let lengthSpread: Float
    private let markShares: [(source: Float, target: Float)]

    init(_ units: [ShiftUnit], lexicon: Lexicon?) {
        self.units = units
        ofTarget = [[Item]](repeating: [], count: units.count)
        ofSource = ofTarget
        let filled = units.filter { !$0.isEmpty && $0.source.length > 0 }
        let ratios = filled.map { Logarithm.of(($0.target.length + 3) / ($0.source.length + 3)) }.sorted()
        ratio = ratios.isEmpty ? 0 : ratios[ratios.count / 2]
        let lengths = filled.map { Logarithm.of($0.target.length + 3) }
        let mean = lengths.reduce(0, +) / Float(max(1, lengths.count))
        lengthMean = mean
        let variance = lengths.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(max(1, lengths.count))
        lengthSpread = max(0.25, variance.squareRoot())
        let count = Float(max(1, filled.count))
        markShares = Self.kinds.map { kind in
            (
                (Float(filled.count { $0.source.marks.contains(kind.mark) }) + 0.5) / (count + 1),
                (Float(filled.count { $0.target.marks.contains(kind.mark) }) + 0.5) / (count + 1)
            )
        }
        collectNumbers()
        collectNames()
        collectLiterals()
        if let lexicon { collectWords(lexicon) }
        collectAssociations()
    }

    // MARK: Scores

    /// What speaks for the sources being what the targets say; both ranges have one or two units.
    func score(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        var score = length(sources, targets) + marks(sources, targets)
        for target in targets {
            if units[target].isEmpty { continue }
            var bits: UInt8 = 0
            for source in sources where abs(source - target) <= Self.reach {
                bits |= 1 << UInt8(source - target + Self.reach)
            }
            for item in ofTarget[target] { score += item.mask & bits != 0 ? item.plus : item.minus }
        }
        for source in sources {
            var bits: UInt8 = 0
            for target in targets where abs(target - source) <= Self.reach {
                bits |= 1 << UInt8(target - source + Self.reach)
            }
            for item in ofSource[source] { score += item.mask & bits != 0 ? item.plus : item.minus }
        }
        // What speaks against a pair is seldom independent: a free translation lacks many words at once.
        return score < Self.floor ? Self.floor + (score - Self.floor) * 0.25 : score
    }

    private func length(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        let source = sources.reduce(Float(0)) { $0 + units[$1].source.length }
        let target = targets.reduce(Float(0)) { $0 + units[$1].target.length }
        guard target > 0, source > 0 else { return 0 }
        let expected = Logarithm.of(source + 3) + ratio
        let found = Logarithm.of(target + 3)
        let spread = (0.03 + 1.3 / (source + 3)).squareRoot()
        let own = (found - expected) / spread
        let any = (found - lengthMean) / lengthSpread
        // The tails are heavy: free translations.
        let gain = -0.5 * min(own * own, 16) + 0.5 * min(any * any, 9) + Logarithm.of(lengthSpread / spread)
        return min(max(gain, -6), 3) * 0.9
    }

    private static let kinds: [(mark: ShiftUnit.Marks, hit: Float, chance: Float, weight: Float)] = [
        (.question, 0.9, 0.03, 1), (.exclamation, 0.55, 0.05, 0.8), (.quote, 0.96, 0.03, 0.9),
        (.startsWithQuote, 0.9, 0.04, 0.7), (.ellipsis, 0.6, 0.04, 0.8), (.bracket, 0.75, 0.02, 0.9),
        (.heading, 0.9, 0.1, 0), (.colon, 0.45, 0.05, 0.7),
    ]

    private func marks(_ sources: Range<Int>, _ targets: Range<Int>) -> Float {
        guard let firstSource = sources.first, let firstTarget = targets.first, !units[firstTarget].isEmpty else {
            return 0
        }
        var source = units[firstSource].source.marks
        for other in sources.dropFirst() { source.formUnion(units[other].source.marks.subtracting(.ofBeginning)) }
        var target = units[firstTarget].target.marks
        for other in targets.dropFirst() { target.formUnion(units[other].target.marks.subtracting(.ofBeginning)) }
        var score: Float = 0
        for (index, kind) in Self.kinds.enumerated() where kind.weight > 0 {
            let share = markShares[index]
            guard share.source > 0.004, share.source < 0.996 else { continue }
            let isInTarget = target.contains(kind.mark)
            let likelihood =
                source.contains(kind.mark)
                ? (isInTarget ? kind.hit : 1 - kind.hit) : (isInTarget ? kind.chance : 1 - kind.chance)
            let background = isInTarget ? share.target : 1 - share.target
            score += kind.weight * min(max(Logarithm.of(likelihood / background), -2.5), 2.5)
        }
        return score
    }

    // MARK: Evidence

    private func mask(around place: Int, _ has: (Int) -> Bool) -> UInt8 {
        var mask: UInt8 = 0
        for offset in -Self.reach...Self.reach where units.indices.contains(place + offset) && has(place + offset) {
            mask |= 1 << UInt8(offset + Self.reach)
        }
        return mask
    }

    private mutating func collectNumbers() {
        var counts: [Double: Int] = [:]
        for unit in units { for value in unit.values { counts[value, default: 0] += 1 } }
        let total = Float(units.count + 1)
        for index in units.indices {
            for number in Set(units[index].numbers).prefix(8) {
                let near = mask(around: index) { units[$0].values.contains(number) }
                let share = (Float(counts[number, default: 0]) + 0.5) / total
                let plus = min(Logarithm.of(0.85 / min(share, 0.8)), 4)
                ofSource[index].append(Item(mask: near, plus: plus, minus: near == 0 ? 0 : -1.8))
            }
        }
        for index in units.indices {
            for value in Set(units[index].digits).prefix(8) where value > 1 {
                let near = mask(around: index) { units[$0].numbers.contains(value) }
                if near != 0 { ofTarget[index].append(Item(mask: near, plus: 0.5, minus: -1.5)) }
            }
        }
    }

    private mutating func collectNames() {
        var places: [[UInt16]: [Int]] = [:]
        for unit in units { for name in unit.names { places[name] = [] } }
        guard !places.isEmpty else { return }
        for (index, unit) in units.enumerated() {
            let starts = Dictionary(grouping: places.keys, by: { $0[0] })
            for place in unit.syllables.indices {
                for name in starts[unit.syllables[place]] ?? [] where unit.syllables[place...].starts(with: name) {
                    if places[name]?.last != index { places[name]?.append(index) }
                }
            }
        }
        for index in units.indices {
            for name in Set(units[index].names) {
                guard let holders = places[name], !holders.isEmpty else { continue }
                let near = mask(around: index) { holders.contains($0) }
                let share = (Float(holders.count) + 0.5) / Float(units.count + 1)
                // A name stands for a pronoun or nothing in the source as often as not, where it is the hero's.
                let hit: Float = share > 0.3 ? 0.75 : 0.88
                let plus = min(Logarithm.of(hit / min(share, hit)), 3.5)
                let minus = max(Logarithm.of((1 - hit) / max(1 - share, 0.1)), -2)
                ofTarget[index].append(Item(mask: near, plus: plus, minus: near == 0 ? 0 : min(minus, 0)))
            }
        }
    }

    private mutating func collectLiterals() {
        var counts: [UInt64: Int] = [:]
        for unit in units { for literal in unit.sourceLiterals { counts[literal, default: 0] += 1 } }
        for index in units.indices {
            for literal in units[index].sourceLiterals {
                let near = mask(around: index) { units[$0].targetLiterals.contains(literal) }
                guard near != 0 else { continue }
                let share = (Float(counts[literal, default: 0]) + 0.5) / Float(units.count + 1)
                ofSource[index].append(
                    Item(mask: near, plus: min(max(Logarithm.of(0.9 / share), 0), 4), minus: -1.8 * (1 - share))
                )
            }
        }
    }

    private mutating func collectWords(_ lexicon: Lexicon) {
        for index in units.indices {
            for entry in units[index].targetEntries {
                let value = lexicon.entries[entry]
                let near = mask(around: index) { units[$0].sourceEntries.contains(entry) }
                ofTarget[index].append(
                    Item(mask: near, plus: value.plus * Self.presence, minus: value.minus * Self.presence)
                )
            }
            for entry in units[index].sourceEntries {
                let absence = lexicon.entries[entry].absence
                guard absence < -0.1 else { continue }
                let near = mask(around: index) { units[$0].targetEntries.contains(entry) }
                ofSource[index].append(Item(mask: near, plus: 0, minus: absence * Self.absence))
            }
        }
    }

    /// Below this, what more speaks against a pair counts for a quarter.
    private static let floor: Float = -6
    /// What an entry of the lexicon is worth that is found, or missed, from the target, and one missed from the source: they
    /// depend on one another.
    private static let (presence, absence): (Float, Float) = (0.9, 0.5)

    /// What the chapter itself teaches: a word that stands beside the same two characters again and again, such as a name
    /// in any script. A pair counts only when it is sure without the unit in question.
    private mutating func collectAssociations() {
        var wordUnits: [UInt64: [Int]] = [:]
        for (index, unit) in units.enumerated() {
            for word in unit.words { wordUnits[word, default: []].append(index) }
        }
        var pieceCounts: [UInt32: Int] = [:]
        for unit in units { for piece in unit.pieces { pieceCounts[piece, default: 0] += 1 } }
        let total = units.count
        for (_, places) in wordUnits where places.count >= 3 && places.count * 3 <= total {
            var near: [UInt32: Int] = [:]
            for place in places { for piece in units[place].pieces { near[piece, default: 0] += 1 } }
            var best: (piece: UInt32, score: Int)?
            for (piece, count) in near where count >= 3 {
                let all = pieceCounts[piece, default: 0]
                // Without the unit in question: (count - 1) of (places - 1), and few elsewhere.
                guard (count - 1) * 10 >= (places.count - 1) * 7, count * 10 >= all * 6 else { continue }
                let score = count * 4 - all - places.count
                if score > best?.score ?? .min || score == best?.score && piece < best?.piece ?? .max {
                    best = (piece, score)
                }
            }
            guard let piece = best?.piece else { continue }
            let share = (Float(pieceCounts[piece, default: 0]) + 0.5) / Float(total + 1)
            let plus = min(Logarithm.of(0.8 / share), 3) * 0.8
            for place in places {
                let mask = mask(around: place) { units[$0].pieces.contains(piece) }
                ofTarget[place].append(Item(mask: mask, plus: plus, minus: -1))
            }
        }
    }
}
