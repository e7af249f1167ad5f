/// The arithmetic of a match rate: `1 − distance ÷ longer length`, with a threshold from 0 to 1.
struct MatchBounds {
    let threshold: Double
    /// Length of the query.
    let length: Int

    /// The most edits between two texts of which the longer has `longer` symbols.
    static func edits(_ longer: Int, _ threshold: Double) -> Int { Int((1 - threshold) * Double(longer) + 1e-9) }

    func edits(with other: Int) -> Int { Self.edits(max(length, other), threshold) }

    /// Lengths that a match can have.
    var lengths: ClosedRange<Int> {
        let low = Int((threshold * Double(length) - 1e-9).rounded(.up))
        let high = threshold > 0 ? Int(Double(length) / threshold + 1e-9) : Int.max / 4
        return max(1, low)...max(1, low, high)
    }

    /// Fewest n-grams of `size` symbols, counted with multiplicity, that a match of a length up to `longest` shares with
    /// the query: k edits spoil at most k × size of them (q-gram lemma).
    func sharedGrams(size: Int, longest: Int) -> Int {
        let lengths = lengths
        var least = Int.max
        for other in lengths.lowerBound...max(lengths.lowerBound, min(lengths.upperBound, longest)) {
            let longer = max(length, other)
            least = min(least, longer - size + 1 - size * Self.edits(longer, threshold))
        }
        return least
    }
}
