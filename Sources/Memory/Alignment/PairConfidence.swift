internal import Glibc

/// How likely a link is right, from what speaks for it: a logistic model over the share of chains that have the link, its
/// words and its length. How its numbers were found stands in docs/alignment.md.
struct PairConfidence {
    /// ln of the odds of the posterior, cut to ±9.
    var posterior: Double
    /// Lexical score for each word.
    var lexical: Double
    /// Total lexical score on a logarithmic scale: long links are surer.
    var mass: Double
    /// How far the length is from what is expected, in standard deviations.
    var deviation: Double
    var value: Double {
        // Chains know the spread of lengths; what is far beyond it is a link that holds more on one side, like a sentence
        // that one book leaves out in the middle of a paragraph.
        let excess = max(0, deviation * deviation - 4)
        let score = -0.28 + 2.09 * posterior + 0.75 * max(-2, min(2, lexical)) - 0.15 * mass - 0.25 * min(12, excess)
        return 1 / (1 + exp(-score))
    }

    init(_ link: SegmentAligner.Link, deviation: Double) {
        let share = min(0.9999, max(0.0001, Double(link.posterior)))
        posterior = log(share / (1 - share))
        lexical = Double(link.lexical) / Double(max(1, link.words))
        let total = Double(link.lexical)
        mass = total >= 0 ? log(1 + total) : -log(1 - total)
        self.deviation = deviation
    }
}
