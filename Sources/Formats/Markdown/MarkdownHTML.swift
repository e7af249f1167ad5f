/// HTML in Markdown: where a block of it ends, and what one tag in a line is (CommonMark 0.31.2, 4.6 and 6.6).
enum MarkdownHTML {
    /// What ends a block: a text in one of its lines, or a blank line.
    enum End: Hashable, Sendable {
        case text([String])
        case blankLine
    }

    static func blockEnd(_ line: String, inParagraph: Bool) -> End? {
        let lower = line.lowercased()
        if lower.hasPrefix("<!--") { return .text(["-->"]) }
        if lower.hasPrefix("<?") { return .text(["?>"]) }
        if lower.hasPrefix("<![cdata[") { return .text(["]]>"]) }
        if lower.hasPrefix("<!"), lower.utf8.dropFirst(2).first.map(isLetter) == true { return .text([">"]) }
        let name = tagName(lower)
        guard !name.isEmpty else { return nil }
        if ["script", "pre", "style", "textarea"].contains(name), !lower.hasPrefix("</") {
            return .text(["</script>", "</pre>", "</style>", "</textarea>"])
        }
        if blockNames.contains(name) { return .blankLine }
        guard !inParagraph else { return nil }
        // Any other tag, when it is complete and alone in its line.
        let scalars = Array(line.unicodeScalars)
        guard let length = tagLength(scalars, at: 0), scalars[length...].allSatisfy(\.properties.isWhitespace)
        else { return nil }
        return .blankLine
    }

    /// The name in `<name …` or `</name …`, in lower case.
    static func tagName(_ tag: some StringProtocol) -> String {
        let rest = tag.utf8.dropFirst().drop { $0 == 0x2F }
        let name = rest.prefix { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard let first = name.first, isLetter(first) else { return "" }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// Number of scalars of the tag, comment or instruction that begins at `start`; nil when it is none.
    static func tagLength(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        func ends(_ mark: String, from: Int) -> Int? {
            let mark = Array(mark.unicodeScalars)
            var index = from
            while index + mark.count <= min(text.count, start + 4_000) {
                if text[index] == mark[0], Array(text[index..<index + mark.count]) == mark {
                    return index + mark.count - start
                }
                index += 1
            }
            return nil
        }
        guard start + 1 < text.count, text[start] == "<" else { return nil }
        if text[start...].starts(with: "<!--".unicodeScalars) { return ends("-->", from: start + 4) }
        if text[start + 1] == "?" { return ends("?>", from: start + 2) }
        if text[start + 1] == "!" { return ends(">", from: start + 2) }
        var index = start + 1
        if text[index] == "/" { index += 1 }
        guard index < text.count, isLetter(text[index]) else { return nil }
        while index < text.count, isLetter(text[index]) || text[index] == "-" || ("0"..."9").contains(text[index]) {
            index += 1
        }
        guard index < text.count, text[index].properties.isWhitespace || text[index] == "/" || text[index] == ">"
        else { return nil }
        var quote: Unicode.Scalar?
        while index < min(text.count, start + 4_000) {
            let scalar = text[index]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                return index + 1 - start
            } else if scalar == "<" {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && isLetter(UInt8(truncatingIfNeeded: scalar.value))
    }

    private static let blockNames: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
        "link",
        "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}
