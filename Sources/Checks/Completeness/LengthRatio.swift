package import Text

/// A translation that is far too short or far too long.
package struct LengthRatio: Check {
    package static let code = "length-ratio"
    package static let asserts = "The translation's length is in proportion to the source's."

    package static let examples: [CheckExample] = [
        .fails("天还没亮，贺青禾就被人从被窝里拎了出来，冻得直发抖。", "It was."),
        .fails(
            "他走了。",
            "He left, and then he thought of his mother, and of the long road, and of the rain that came again."
        ),
        .fails("他把剑放在桌上，坐了下来。外面的雨一直没有停，院子里的人都走光了。", "He put down the sword."),
        .fails("雨停了。街上一个人也没有。", "The rain stopped."),
        .passes("雨停了。街上一个人也没有。", "The rain had stopped, and the street was deserted."),
        .passes("好！好！好！真是好孩子！", "Good, good boy!"),
        .passes("……四百零二。", "...402."),
        .passes("他走了。", "He left."),
        .passes("不！", "Absolutely not!"),
    ]

    /// By what the band for English is multiplied: scripts that leave vowels out or write syllables are shorter.
    private let scale: Double

    package init?(_ context: CheckContext) {
        var scale: Double =
            switch context.script {
            case .arabic, .hebrew, .hangul: 0.75
            case .thai, .lao, .khmer, .myanmar: 0.85
            case .han: 0.8
            default: 1
            }
        if !context.sourceWritesHan { scale *= context.targetWritesHan ? 0.8 : 0.75 }
        self.scale = scale
    }

    package func findings(in text: PairText) -> [Finding] {
        let source = text.sourceWeight
        let target = text.targetWeight
        guard source >= 2 else { return [] }
        let (low, high) = Self.band(source)
        let ratio = target / source
        if ratio < low * scale {
            return [
                finding(
                    text,
                    "The translation is too short for its source (\(Self.percent(ratio)) %): something is missing."
                )
            ]
        }
        if let finding = missingSentence(text, source, ratio) { return [finding] }
        if ratio > high {
            return [
                finding(
                    text,
                    "The translation is too long for its source (\(Self.percent(ratio)) %): something was added."
                )
            ]
        }
        return []
    }

    /// Two sentences in the source, one in the translation, and it is short: a sentence is missing. Subtitles condense, and
    /// cries (好！好！) are put together.
    private func missingSentence(_ text: PairText, _ source: Double, _ ratio: Double) -> Finding? {
        guard source >= 18, ratio < 0.85 * scale, text.pair.kind != .cue || ratio < 0.58 * scale else { return nil }
        let sentences = Self.sentences(text.source.scalars)
        guard Self.sentences(text.target.scalars) < sentences, source >= Double(sentences) * 11 else { return nil }
        let isSure = source >= 40 && ratio < 0.6 * scale
        return text.finding(
            Self.code,
            isSure ? .error : .warning,
            "The translation has fewer sentences than its source and is short (\(Self.percent(ratio)) %): is one missing?"
        )
    }

    /// Runs of marks that end a sentence, with something after them or not, but not the dots that one begins with.
    private static func sentences(_ scalars: [Unicode.Scalar]) -> Int {
        var count = 0
        var wasEnd = true
        for (index, scalar) in scalars.enumerated() {
            let isEnd =
                switch scalar {
                case "。", "！", "？", "!", "?", "…", "؟", "।": true
                case ".": index + 1 == scalars.count || !TextScan.isWord(scalars[index + 1])
                default: false
                }
            if isEnd, !wasEnd { count += 1 }
            wasEnd = isEnd || wasEnd && !TextScan.isWord(scalar)
        }
        return max(1, count)
    }

    private func finding(_ text: PairText, _ message: String) -> Finding { text.finding(Self.code, .error, message) }

    /// The band of ratios for a source of so many weights: wide for a word, narrow for a paragraph. It is as wide as English
    /// of 1892 for a novel of 1760 needs, whose median is 2.4 where that of modern fiction is 1.4; a book's own is narrower
    /// (`LengthOutlier`).
    private static func band(_ source: Double) -> (Double, Double) {
        switch source {
        case ..<10: (0.1, 20)
        case ..<20: (0.2, 8)
        case ..<30: (0.25, 7)
        case ..<60: (0.36, 6.5)
        case ..<90: (0.46, 5.5)
        default: (0.5, 5.5)
        }
    }

    private static func percent(_ ratio: Double) -> Int { Int((ratio * 100).rounded()) }
}
