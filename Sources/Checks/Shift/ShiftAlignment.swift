/// The best way to lay the translations of a chapter beside its sources, where each is to stand beside its own.
struct ShiftAlignment {
    /// A place where they do not stand beside their own.
    struct Slip: Equatable {
        enum Kind: Equatable {
            /// The first and the last have changed places.
            case swap
            /// One translation holds two units.
            case merge
            /// The translation of one unit is in two.
            case split
            /// Translations belong to the unit so many places further on (or back, when negative).
            case shift(Int)
        }
        var kind: Kind
        var range: Range<Int>
        var gain: Float
    }

    let slips: [Slip]

    /// What a step off the straight way costs, and what it must gain in all to be believed: less for a swap, which must be
    /// right twice, than for what is divided elsewhere, as free translations do.
    private static let skip: Float = -3.5
    private static let fold: Float = -3
    private static let cross: Float = -2.5
    static let threshold: Float = 6
    private static let swapThreshold: Float = 0.5
    /// What a merge or a split must gain on top.
    private static let divided: Float = 4
    /// The cost of a swap of two that are no neighbours, which more places can have by chance.
    private static let crossFar: Float = -8

    private enum Step: UInt8 { case none, pair, skipSource, skipTarget, merge, split, swap }

    init(_ units: [ShiftUnit], lexicon: Lexicon?, threshold: Float = Self.threshold) {
        guard units.count >= 2 else {
            slips = []
            return
        }
        let evidence = ShiftEvidence(units, lexicon: lexicon)
        let straight = units.indices.map { evidence.score($0..<($0 + 1), $0..<($0 + 1)) }
        // Only around units that do not fit is it worth while to look for another way.
        var windows: [Range<Int>] = []
        for index in units.indices where straight[index] < 1 || units[index].isEmpty {
            let window = max(0, index - 4)..<min(units.count, index + 5)
            if let last = windows.last, last.upperBound >= window.lowerBound {
                windows[windows.count - 1] = last.lowerBound..<window.upperBound
            } else {
                windows.append(window)
            }
        }
        var slips: [Slip] = []
        for window in windows {
            slips += Self.slips(in: window, units, evidence, straight, threshold)
        }
        for swap in Self.farSwaps(units, evidence, straight)
        where !slips.contains(where: { $0.range.overlaps(swap.range) }) {
            slips.append(swap)
        }
        self.slips = slips.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Two that have changed places over one or two others, which stand in their own.
    private static func farSwaps(_ units: [ShiftUnit], _ evidence: ShiftEvidence, _ straight: [Float]) -> [Slip] {
        var swaps: [Slip] = []
        for first in units.indices where straight[first] < 0 && !units[first].isEmpty {
            for last in units.indices.dropFirst(first + 2).prefix(ShiftEvidence.reach - 1) {
                guard straight[last] < 0, !units[last].isEmpty else { continue }
                let there = evidence.score(first..<(first + 1), last..<(last + 1))
                let back = evidence.score(last..<(last + 1), first..<(first + 1))
                guard there > 0, back > 0 else { continue }
                let gain = there + back - straight[first] - straight[last] + crossFar
                let range = first..<(last + 1)
                guard gain >= doubt(straight, outside: range) else { continue }
                if let other = swaps.last, other.range.overlaps(range) {
                    if other.gain < gain { swaps[swaps.count - 1] = Slip(kind: .swap, range: range, gain: gain) }
                } else {
                    swaps.append(Slip(kind: .swap, range: range, gain: gain))
                }
            }
        }
        return swaps
    }

    private static func slips(
        in window: Range<Int>,
        _ units: [ShiftUnit],
        _ evidence: ShiftEvidence,
        _ straight: [Float],
        _ threshold: Float
    ) -> [Slip] {
        let reach = ShiftEvidence.reach
        let width = 2 * reach + 1
        let size = window.count
        let none = -Float.infinity
        var best = [Float](repeating: none, count: (size + 1) * width)
        var steps = [Step](repeating: .none, count: (size + 1) * width)
        func place(_ source: Int, _ target: Int) -> Int? {
            let offset = target - source
            guard source >= 0, target >= 0, source <= size, target <= size, abs(offset) <= reach else { return nil }
            return source * width + offset + reach
        }
        if let start = place(0, 0) { best[start] = 0 }
        let base = window.lowerBound
        for source in 0...size {
            for target in max(0, source - reach)...min(size, source + reach) {
                guard let here = place(source, target), best[here] > none else { continue }
                func go(_ step: Step, _ sources: Int, _ targets: Int, _ gain: @autoclosure () -> Float) {
                    guard let there = place(source + sources, target + targets) else { return }
                    let value = best[here] + gain()
                    if value > best[there] {
                        best[there] = value
                        steps[there] = step
                    }
                }
                let (s, t) = (base + source, base + target)
                if source < size, target < size {
                    go(.pair, 1, 1, s == t ? straight[s] : evidence.score(s..<(s + 1), t..<(t + 1)))
                }
                if source < size { go(.skipSource, 1, 0, skip) }
                if target < size { go(.skipTarget, 0, 1, units[t].isEmpty ? -0.2 : units[t].repeats ? -1 : skip) }
                if source + 1 < size, target < size, !units[t].isEmpty {
                    go(.merge, 2, 1, fold + evidence.score(s..<(s + 2), t..<(t + 1)))
                }
                if source < size, target + 1 < size, !units[t].isEmpty, !units[t + 1].isEmpty {
                    go(.split, 1, 2, fold + evidence.score(s..<(s + 1), t..<(t + 2)))
                }
                if source + 1 < size, target + 1 < size {
                    go(
                        .swap,
                        2,
                        2,
                        cross + evidence.score(s..<(s + 1), (t + 1)..<(t + 2))
                            + evidence.score((s + 1)..<(s + 2), t..<(t + 1))
                    )
                }
            }
        }
        return trace(steps, best, size, width, base, straight, threshold)
    }

    /// Walks the best way back and cuts it where it is straight again.
    private static func trace(
        _ steps: [Step],
        _ best: [Float],
        _ size: Int,
        _ width: Int,
        _ base: Int,
        _ straight: [Float],
        _ threshold: Float
    ) -> [Slip] {
        let reach = ShiftEvidence.reach
        var (source, target) = (size, size)
        var slips: [Slip] = []
        var current: (steps: [(Step, Int, Int)], end: Int)?
        while source > 0 || target > 0 {
            let here = source * width + target - source + reach
            let step = steps[here]
            let (ds, dt): (Int, Int) =
                switch step {
                case .pair: (1, 1)
                case .skipSource: (1, 0)
                case .skipTarget: (0, 1)
                case .merge: (2, 1)
                case .split: (1, 2)
                case .swap: (2, 2)
                case .none: (0, 0)
                }
            guard ds + dt > 0 else { return [] }
            let isStraight = step == .pair && source == target
            if !isStraight {
                if current == nil { current = ([], max(source, target)) }
                current?.steps.append((step, source - ds, target - dt))
            }
            (source, target) = (source - ds, target - dt)
            if source == target, let run = current {
                let range = (base + source)..<(base + run.end)
                let gained = best[run.end * width + reach] - best[source * width + reach]
                let lost = straight[range].reduce(0, +)
                let gain = gained - lost
                let kind = kind(run.steps)
                let least =
                    switch kind {
                    case .swap: min(threshold, swapThreshold)
                    case .merge, .split: threshold + divided
                    case .shift: threshold
                    }
                if gain >= least + doubt(straight, outside: range) {
                    slips.append(Slip(kind: kind, range: range, gain: gain))
                }
                current = nil
            }
        }
        return slips.reversed()
    }

    /// How much more a slip must gain in a chapter whose other units fit badly, too: a free translation, or sentences laid
    /// side by side by a program, in which what one unit says is often in the next.
    private static func doubt(_ straight: [Float], outside range: Range<Int>) -> Float {
        var (bad, count) = (0, 0)
        for index in straight.indices where !range.contains(index) {
            count += 1
            if straight[index] < 0 { bad += 1 }
        }
        let share = Float(bad) / Float(max(20, count))
        return max(0, share - 0.04) * 100
    }

    private static func kind(_ steps: [(Step, Int, Int)]) -> Slip.Kind {
        let ordered = steps.reversed()
        if ordered.allSatisfy({ $0.0 == .swap }) { return .swap }
        let shifted = ordered.filter { $0.0 == .pair }
        if shifted.isEmpty || shifted.count <= 0 {
            if ordered.contains(where: { $0.0 == .merge }) { return .merge }
            if ordered.contains(where: { $0.0 == .split }) { return .split }
        }
        let offset = shifted.first.map { $0.1 - $0.2 } ?? 1
        return .shift(offset)
    }
}
