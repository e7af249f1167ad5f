internal import Glibc
internal import Text

/// Looks for answers that belong to a neighbour: ids in order, texts off by one. Echoed ids cannot show that; content can.
package enum ShiftDetector {
    /// The indexes of a run of pairs whose targets fit the neighbouring source clearly better than their own; nil when the
    /// batch looks right. All pairs have the same locales and stand in reading order.
    package static func suspect(in pairs: [Pair]) -> Range<Int>? {
        guard pairs.count >= 2 else { return nil }
        let sources = pairs.map { Trait(source: $0) }
        let targets = pairs.map { Trait(target: $0) }
        let ratio = medianRatio(sources, targets)
        var worst: (gain: Double, range: Range<Int>)?
        for offset in [1, -1] {
            var gain = 0.0
            var start = 0
            var evidence = 0
            for index in pairs.indices {
                let other = index + offset
                guard pairs.indices.contains(other) else { continue }
                // Target `index` fits source `other` better than source `index`.
                let own = fit(sources[index], targets[index], pairs[index], pairs[index], ratio)
                let neighbour = fit(sources[other], targets[index], pairs[other], pairs[index], ratio)
                let step = neighbour - own
                if gain + step <= 0 {
                    gain = 0
                    evidence = 0
                    start = index + 1
                    continue
                }
                gain += step
                if step > 0.9 { evidence += 1 }
                if gain >= threshold, evidence >= 2, index - start + 1 >= 2, gain > worst?.gain ?? 0 {
                    worst = (gain, start..<(index + 1))
                }
            }
        }
        return worst?.range
    }

    /// A run of right answers has a gain well below zero at each step; two clear swaps reach this.
    private static let threshold = 3.5

    private struct Trait {
        var numbers: [SourceNumbers.Number] = []
        var values: TargetNumbers?
        var length: Double
        var isSpeech: Bool
        var end: End
        var folded: String

        init(source pair: Pair) {
            let text = pair.source.plain
            numbers = SourceNumbers(in: text, terms: pair.terms).numbers
            length = Double(text.unicodeScalars.count) + 2
            isSpeech = text.trimmed.first.map { "“「『\"‘".contains($0) } ?? false
            end = End(text)
            folded = ""
        }

        init(target pair: Pair) {
            let text = pair.target.plain
            values = TargetNumbers(in: text, locale: pair.targetLocale)
            length = Double(text.unicodeScalars.count) + 6
            isSpeech = text.trimmed.first.map { "“\"‘'«「".contains($0) } ?? false
            end = End(text)
            folded = text.lowercased()
        }
    }

    private enum End {
        case statement, question, exclamation, trailing, none

        init(_ text: String) {
            let last = text.unicodeScalars.last { !"”’」』）)\"' \n".unicodeScalars.contains($0) }
            switch last {
            case "？", "?": self = .question
            case "！", "!": self = .exclamation
            case "…": self = .trailing
            case "。", ".": self = text.hasSuffix("...") ? .trailing : .statement
            default: self = .none
            }
        }
    }

    private static func medianRatio(_ sources: [Trait], _ targets: [Trait]) -> Double {
        let ratios = zip(sources, targets).map { $1.length / $0.length }.sorted()
        return max(ratios[ratios.count / 2], 0.01)
    }

    private static func fit(_ source: Trait, _ target: Trait, _ sourcePair: Pair, _ targetPair: Pair, _ ratio: Double)
        -> Double
    {
        var score = 0.0
        if let values = target.values {
            for number in source.numbers { score += values.holds(number) ? 2 : -2 }
        }
        for term in sourcePair.terms {
            let forms = [term.target] + term.alternatives
            score += forms.contains { target.folded.contains($0.lowercased()) } ? 1.5 : -1.5
        }
        // A term of the target that the source does not have speaks against the pair.
        for term in targetPair.terms where !sourcePair.terms.contains(where: { $0.target == term.target }) {
            if target.folded.contains(term.target.lowercased()) { score -= 1 }
        }
        score += source.isSpeech == target.isSpeech ? 0.5 : -0.5
        if source.end == .question || target.end == .question {
            score += source.end == target.end ? 0.8 : -0.8
        } else if source.end == .exclamation || target.end == .exclamation {
            score += source.end == target.end ? 0.3 : -0.1
        }
        let difference = abs(log(target.length / source.length / ratio))
        return score - min(difference, 2) * 0.8
    }
}
