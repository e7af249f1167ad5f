package import Text

/// How good a translation probably is, from 0 to 100: what the queue of an editor is ordered by.
///
/// From the findings of its checks, from how far its length is from what is usual, and, where they are known, from the
/// log-probabilities of an engine and the agreement of a back-translation.
package enum QualityEstimate {
    /// - Parameters:
    ///   - findings: of this unit.
    ///   - logProbability: the mean log-probability of a token that the engine gave, at most 0.
    ///   - agreement: of the source with a translation back, from 0 to 1.
    package static func score(
        _ text: PairText,
        findings: [Finding],
        logProbability: Double? = nil,
        agreement: Double? = nil
    ) -> Int {
        var doubt = 0.0
        for finding in findings {
            switch finding.severity {
            case .error: doubt += heavy.contains(finding.code) ? 4 : 2.2
            case .warning: doubt += 1.1
            case .note: doubt += 0.3
            }
        }
        doubt += lengthDoubt(text)
        if let logProbability { doubt += min(max(0, -logProbability - 0.3), 3) * 0.8 }
        if let agreement { doubt += (1 - min(max(agreement, 0), 1)) * 1.5 }
        // One doubt halves what is left.
        var score = 100.0
        var left = doubt
        while left >= 1 {
            score /= 2
            left -= 1
        }
        score *= 1 - left / 2
        return min(100, max(0, Int(score.rounded())))
    }

    /// Findings after which nothing of a translation is worth reading.
    private static let heavy: Set<String> = [
        "empty", "untranslated", "wrong-language", "refusal-or-meta", "repetition", "shifted",
    ]

    /// From 0 for a usual length to 1 at the ends of the band.
    private static func lengthDoubt(_ text: PairText) -> Double {
        let source = text.sourceWeight
        let target = text.targetWeight
        guard source >= 12, target > 0 else { return 0 }
        let ratio = target / source / (text.context.targetWritesHan ? 0.85 : 1.4)
        let distance = ratio > 1 ? ratio - 1 : 1 / ratio - 1
        return min(1, max(0, (distance - 0.35) * 0.6))
    }
}
