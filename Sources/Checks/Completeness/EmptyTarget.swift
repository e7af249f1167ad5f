package import Text

/// A translation with no text.
package struct EmptyTarget: Check {
    package static let code = "empty"
    package static let asserts = "A unit with text has a translation with text."
    package static let examples: [CheckExample] = [
        .fails("确定", ""),
        .fails("他走了。", " "),
        .passes("确定", "OK"),
        .passes("", ""),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        guard pair.target.plain.trimmed.isEmpty, !pair.source.plain.trimmed.isEmpty else { return [] }
        return [pair.finding(code, .error, "The translation is empty.")]
    }
}
