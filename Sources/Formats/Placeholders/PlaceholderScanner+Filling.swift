import Text

extension PlaceholderScanner {
    /// Scans a text in which each U+FFFC stands for a placeholder that is known already, so that pairs around one are found.
    ///
    /// A code may have placeholders inside, as `<a href="{url}">`. `quoting` writes the text of a code as its file does.
    func inline(_ text: String, filling data: [String], quoting: (String) -> String = { $0 }) -> InlineText {
        let scanned = inline(text)
        var next = data.makeIterator()
        return InlineText(
            parts: scanned.parts.map { part in
                guard case .code(var code) = part else { return part }
                guard code.data == "\u{FFFC}" else {
                    let runs = code.data.unicodeScalars.split(
                        separator: InlineText.place,
                        omittingEmptySubsequences: false
                    )
                    code.data = runs.enumerated().reduce(into: "") { data, run in
                        if run.offset > 0 { data += next.next() ?? "\u{FFFC}" }
                        data += quoting(String(run.element))
                    }
                    return .code(code)
                }
                guard let data = next.next() else { return part }
                code.kind = .placeholder
                code.data = data
                code.visible = ""
                return .code(code)
            }
        )
    }
}
