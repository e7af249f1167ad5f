import Text

/// Text with Markdown's inline codes, as XHTML.
enum InlineXHTML {
    /// Emphasis, strong, deleted and code spans become elements, breaks and line feeds `<br/>`; of every other code only what
    /// a reader sees is left. Always well-formed; empty when there is nothing to see.
    static func xhtml(_ text: InlineText) -> String {
        guard !text.plain.trimmed.isEmpty else { return "" }
        guard !text.codes.isEmpty else { return lines(text.text.trimmed) }
        var xhtml = ""
        for part in CodeRepair.repair(text).parts {
            switch part {
            case .text(let run): xhtml += lines(run)
            case .code(let code): xhtml += self.xhtml(code)
            }
        }
        return xhtml.trimmed
    }

    private static func xhtml(_ code: InlineCode) -> String {
        if code.kind == .lineBreak { return "<br/>" }
        let names = elements(code.data)
        switch code.role {
        case .open: return names.map { "<\($0)>" }.joined()
        case .close: return names.reversed().map { "</\($0)>" }.joined()
        case .standalone:
            let visible = lines(code.visible)
            let isCode = code.data.utf8.count > 2 && code.data.hasPrefix("`") && code.data.hasSuffix("`")
            if isCode, !visible.isEmpty { return "<code>\(visible)</code>" }
            return code.kind == .character && visible.isEmpty ? XMLText.escape(code.data) : visible
        }
    }

    private static func elements(_ data: String) -> [String] {
        switch data {
        case "*", "_": ["em"]
        case "**", "__": ["strong"]
        case "***", "___", "**_", "_**", "__*", "*__": ["strong", "em"]
        case "~~": ["del"]
        default: !data.isEmpty && data.allSatisfy { $0 == "`" } ? ["code"] : []
        }
    }

    private static func lines(_ text: String) -> String {
        guard text.contains(where: \.isNewline) else { return XMLText.escape(text) }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { XMLText.escape($0) }
            .joined(separator: "<br/>")
    }
}
