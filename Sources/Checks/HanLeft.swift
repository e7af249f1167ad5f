package import Text

/// Chinese left in a target that is not written in Han.
package struct HanLeft: Check {
    package static let code = "han-left"
    package static let asserts = "A translation into a language that is not written in Han holds no Han."

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        guard !pair.targetLocale.writesHan else { return [] }
        var first: Int?
        var run = ""
        for (offset, scalar) in pair.target.text.unicodeScalars.enumerated() {
            if scalar.isHan {
                if first == nil { first = offset }
                run.unicodeScalars.append(scalar)
            } else if first != nil {
                break
            }
        }
        guard let first else { return [] }
        let count = pair.target.text.hanCount
        let range = first..<(first + run.unicodeScalars.count)
        return [
            pair.finding(
                code,
                .error,
                "\(count) Chinese characters are left in the translation: “\(run.prefix(20))”.",
                range: range
            )
        ]
    }
}
