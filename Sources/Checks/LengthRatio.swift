package import Text

/// A translation that is far too short or far too long.
package struct LengthRatio: Check {
    package static let code = "length-ratio"
    package static let asserts = "The translation's length is in proportion to the source's."

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        let source = weight(pair.source.plain)
        let target = weight(pair.target.plain)
        guard source >= 2 else { return [] }
        let (low, high) = band(source)
        let ratio = target / source
        if ratio < low {
            return [
                pair.finding(
                    code,
                    .error,
                    "The translation is too short for its source (\(percent(ratio)) %): something is missing."
                )
            ]
        }
        if ratio > high {
            return [
                pair.finding(
                    code,
                    .error,
                    "The translation is too long for its source (\(percent(ratio)) %): something was added."
                )
            ]
        }
        return []
    }

    /// What a text weighs in Latin letters: a Han character stands for three (a Chinese novel's English has about three to
    /// four letters and spaces for each), kana and hangul for two.
    private static func weight(_ text: String) -> Double {
        var weight = 0.0
        for scalar in text.unicodeScalars {
            if scalar.isHan {
                weight += 3
            } else if scalar.isKana || (0xAC00...0xD7A3).contains(scalar.value) {
                weight += 2
            } else {
                weight += 1
            }
        }
        return weight
    }

    /// The band of ratios for a source of so many weights: wide for a word, narrow for a paragraph.
    private static func band(_ source: Double) -> (Double, Double) {
        switch source {
        case ..<10: (0.1, 20)
        case ..<30: (0.25, 7)
        case ..<90: (0.34, 4)
        default: (0.4, 3)
        }
    }

    private static func percent(_ ratio: Double) -> Int { Int((ratio * 100).rounded()) }
}
