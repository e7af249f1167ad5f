import Text

// Links and pictures: what a closing bracket makes of the one that it closes.
extension MarkdownInline {
    mutating func closeBracket() {
        guard let bracket = brackets.popLast() else { return put("]") }
        guard bracket.isActive, let (end, data) = target(of: bracket) else { return put("]") }
        if bracket.isImage {
            let start = bracket.start - 2
            tokens.removeLast(tokens.count - bracket.token)
            tokens.append(Token(kind: .code(.object, visible: ""), text: string(start..<end)))
        } else {
            pairs.match(&tokens, from: bracket.token + 1)
            let pair = pairs.newPair()
            tokens[bracket.token] = Token(kind: .open(pair: pair), text: "[")
            tokens.append(Token(kind: .close(pair: pair), text: data))
            // A link holds no link.
            for index in brackets.indices where !brackets[index].isImage { brackets[index].isActive = false }
        }
        position = end
    }

    /// What the bracket that closes at the position belongs to: where the link ends, and the text of its closing code.
    private func target(of bracket: Bracket) -> (end: Int, data: String)? {
        let label = string(bracket.start..<position)
        if peek(1) == "(", let end = destinationEnd(from: position + 2) { return (end, string(position..<end)) }
        if peek(1) == "[", let close = window.dropFirst(2).firstIndex(of: "]") {
            let name = string(position + 2..<close)
            if !name.isEmpty {
                guard definitions.contains(MarkdownBlockParser.normalized(name)) else { return nil }
                return (close + 1, string(position..<close + 1))
            }
            guard definitions.contains(MarkdownBlockParser.normalized(label)) else { return nil }
            return (close + 1, "][\(label)]")
        }
        // [label] alone: its translation needs the label by name.
        guard definitions.contains(MarkdownBlockParser.normalized(label)) else { return nil }
        return (position + 1, bracket.isImage ? "]" : "][\(label)]")
    }

    /// After the `)` of `(destination "title")`; nil when it is none.
    private func destinationEnd(from start: Int) -> Int? {
        var index = start
        var depth = 0
        var quote: Unicode.Scalar?
        while index < min(text.count, start + Self.reach) {
            let scalar = text[index]
            if scalar == "\\" {
                index += 2
                continue
            }
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "<" {
                quote = scalar == "<" ? ">" : scalar
            } else if scalar == "(" {
                depth += 1
            } else if scalar == ")" {
                if depth == 0 { return index + 1 }
                depth -= 1
            }
            index += 1
        }
        return nil
    }
}
