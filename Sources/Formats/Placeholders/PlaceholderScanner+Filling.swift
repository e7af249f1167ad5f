import Text

extension PlaceholderScanner {
    /// Scans a text in which each U+FFFC stands for a placeholder that is known already, so that pairs around one are found.
    func inline(_ text: String, filling data: [String]) -> InlineText {
        let scanned = inline(text)
        var next = data.makeIterator()
        return InlineText(
            parts: scanned.parts.map { part in
                guard case .code(var code) = part, code.data == "\u{FFFC}", let data = next.next() else { return part }
                code.kind = .placeholder
                code.data = data
                code.visible = ""
                return .code(code)
            }
        )
    }
}
