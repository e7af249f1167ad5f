package import Text

/// Chinese left in a target that is not written in Han.
package struct HanLeft: Check {
    package static let code = "han-left"
    package static let asserts =
        "A translation into a language that is not written in Han holds no Han, but for a gloss in brackets after a word and what the project allows."
    package static let locales = "targets not written in Han"
    package static let examples: [CheckExample] = [
        .fails("林动点头。", "林动 nodded."),
        .fails("他会御剑术。", "Он владеет 御剑术."),
        .passes("林动点头。", "Lin Dong nodded."),
        .passes("他修的是“气”。", "What he cultivated was called qi (气)."),
        .passes("林动点头。", "林動はうなずいた。", to: "ja"),
    ]

    private let allowed: [[Unicode.Scalar]]

    package init?(_ context: CheckContext) {
        guard !context.targetWritesHan else { return nil }
        allowed = context.policy.allowed.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.han) else { return [] }
        let scalars = text.target.scalars
        var spans = allowed
        for term in text.pair.terms where term.target.containsHan { spans.append(Array(term.target.unicodeScalars)) }
        let free = spans.isEmpty ? [] : Self.places(of: spans, in: scalars)
        var first: Range<Int>?
        var names: [String] = []
        var count = 0
        var index = 0
        while index < scalars.count {
            guard scalars[index].isHan else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, scalars[index].isHan { index += 1 }
            let run = start..<index
            if free.contains(where: { $0.contains(start) && $0.upperBound >= index }) { continue }
            if isGloss(run, in: text) { continue }
            if first == nil { first = run }
            let name = "“\(text.target.string(run).prefix(20))”"
            if names.count < 5, !names.contains(name) { names.append(name) }
            count += run.count
        }
        guard let first else { return [] }
        let characters = count == 1 ? "One Chinese character is" : "\(count) Chinese characters are"
        return [
            text.finding(
                Self.code,
                .error,
                "\(characters) left in the translation: \(names.joined(separator: ", ")). Translate or transcribe.",
                target: first
            )
        ]
    }

    /// `qi (气)`: in brackets right after a word, and in the source.
    private func isGloss(_ run: Range<Int>, in text: PairText) -> Bool {
        let scalars = text.target.scalars
        guard run.lowerBound >= 3, run.upperBound < scalars.count, run.count <= 12,
            "(（[".unicodeScalars.contains(scalars[run.lowerBound - 1]),
            ")）]".unicodeScalars.contains(scalars[run.upperBound])
        else { return false }
        var before = run.lowerBound - 2
        if scalars[before] == " ", before > 0 { before -= 1 }
        guard TextScan.isWord(scalars[before]), !scalars[before].isHan else { return false }
        return text.plainSource.contains(text.target.string(run))
    }

    private static func places(of spans: [[Unicode.Scalar]], in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for span in spans {
            var index = 0
            while index + span.count <= scalars.count {
                if scalars[index] == span[0], scalars[index..<(index + span.count)].elementsEqual(span) {
                    places.append(index..<(index + span.count))
                }
                index += 1
            }
        }
        return places
    }
}
