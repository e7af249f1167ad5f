package import Text

/// Splits a string into text and placeholders.
package struct PlaceholderScanner: Sendable {
    package let syntaxes: Set<PlaceholderSyntax>
    package let patterns: [String]

    package init(_ syntaxes: Set<PlaceholderSyntax>, patterns: [String] = []) {
        self.syntaxes = syntaxes
        self.patterns = patterns
    }

    /// The text with its codes numbered from `firstID`; the codes' data are as they stand in `text`.
    package func inline(_ text: String, firstID: Int = 1) -> InlineText {
        InlineText(text)
    }
}
