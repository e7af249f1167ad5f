import Text

// What one character can begin: an escape, a break, a code span, a tag, an entity, a delimiter, a footnote.
extension MarkdownInline {
    mutating func escape() {
        if let next = peek(1), next.isASCIISign {
            tokens.append(Token(kind: .text, text: String(next)))
            position += 2
        } else {
            put("\\")
        }
    }

    mutating func lineBreak() {
        let kind = nextBreak < breaks.count ? breaks[nextBreak] : nil
        nextBreak += 1
        position += 1
        if let kind {
            tokens.append(Token(kind: .code(.lineBreak, visible: "\n"), text: kind))
        } else if position >= 2, position < text.count, text[position - 2].columns == 1, text[position].columns == 1 {
            tokens.append(Token(kind: .text, text: " "))
        }
    }

    mutating func codeSpan() {
        var length = 0
        while peek(length) == "`" { length += 1 }
        var index = position + length
        while index < text.count, !openFences.contains(length) {
            guard text[index] == "`" else {
                index += 1
                continue
            }
            var run = 0
            while index + run < text.count, text[index + run] == "`" { run += 1 }
            if run == length {
                let inner = string(position + length..<index)
                return put(code: .markup, to: index + run, visible: inner.trimmed.isEmpty ? inner : inner.trimmed)
            }
            index += run
        }
        openFences.insert(length)
        put(String(repeating: "`", count: length))
    }

    mutating func tag() {
        if let end = window.firstIndex(of: ">") {
            let inner = text[position + 1..<end]
            let isAddress = inner.contains(":") || inner.contains("@")
            if isAddress, let first = inner.first, first.properties.isAlphabetic,
                !inner.contains(where: { $0.properties.isWhitespace || $0 == "<" || $0 == "\"" || $0 == "=" })
            {
                return put(code: .markup, to: end + 1, visible: string(position + 1..<end))
            }
        }
        guard let length = MarkdownHTML.tagLength(text, at: position) else { return put("<") }
        let data = string(position..<position + length)
        let name = MarkdownHTML.tagName(data)
        if name.isEmpty { return put(code: .comment, to: position + length) }
        if name == "br" { return put(code: .lineBreak, to: position + length, visible: "\n") }
        if data.hasSuffix("/>") || ["img", "hr", "wbr", "input"].contains(name) {
            return put(code: name == "img" ? .object : .markup, to: position + length)
        }
        tokens.append(Token(kind: .tag(name: name, isEnd: data.hasPrefix("</")), text: data))
        position += length
    }

    /// `&nbsp;`, `&#160;`: a code, so that it is written back as the author wrote it.
    mutating func entity() {
        var index = position + 1
        while index < text.count, index - position < 32,
            text[index].isASCII, text[index] == "#" || text[index].properties.isAlphabetic || text[index].isDigit
        {
            index += 1
        }
        guard index < text.count, text[index] == ";", index > position + 1 else { return put("&") }
        let known = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&nbsp;": "\u{A0}", "&emsp;": "\u{2003}"]
        put(code: .character, to: index + 1, visible: known[string(position..<index + 1)] ?? "")
    }

    mutating func delimiter(_ scalar: Unicode.Scalar) {
        var length = 0
        while peek(length) == scalar { length += 1 }
        guard scalar != "~" || length == 2 else { return put(String(repeating: "~", count: length)) }
        let before = position > 0 ? text[position - 1] : " "
        let after = peek(length) ?? " "
        var token = Token(kind: .delimiter(scalar), count: length)
        token.canOpen = !after.properties.isWhitespace
        token.canClose = !before.properties.isWhitespace
        if scalar == "_" {
            token.canOpen = token.canOpen && !before.isLatinOrDigit
            token.canClose = token.canClose && !after.isLatinOrDigit
        }
        tokens.append(token)
        position += length
    }

    mutating func footnote() -> Bool {
        guard peek(1) == "^", let end = window.firstIndex(of: "]"), end > position + 2,
            !text[position..<end].contains(where: \.properties.isWhitespace)
        else { return false }
        put(code: .anchor, to: end + 1)
        return true
    }
}
