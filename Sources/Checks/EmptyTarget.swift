package import Text

/// A translation with no text.
package enum EmptyTarget: Check {
    package static let code = "empty"
    package static let asserts = "A unit with text has a translation with text."

    package static func findings(in pair: Pair) -> [Finding] {
        guard pair.target.plain.trimmed.isEmpty, !pair.source.plain.trimmed.isEmpty else { return [] }
        return [pair.finding(code, .error, "The translation is empty.")]
    }
}
