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
    private mutating func target(of bracket: Bracket) -> (end: Int, data: String)? {
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

    /// After the `)` of `(destination "title")`; nil when it is none. What was looked at in vain is counted, so that a
    /// hostile line does not cost its square.
    private mutating func destinationEnd(from start: Int) -> Int? {
        guard wasted <= 4 * text.count + 100_000 else { return nil }
        var index = skipSpace(from: start)
        defer { wasted += index - start }
        if index < text.count, text[index] == "<" {
            while index < text.count, text[index] != ">" { index += text[index] == "\\" ? 2 : 1 }
            index += 1
        } else {
            var depth = 0
            while index < text.count, !text[index].properties.isWhitespace {
                if text[index] == "(" { depth += 1 }
                if text[index] == ")" {
                    if depth == 0 { break }
                    depth -= 1
                }
                index += text[index] == "\\" ? 2 : 1
            }
            guard depth == 0 else { return nil }
        }
        let space = skipSpace(from: index)
        if space > index, space < text.count, let close = Self.quotes[text[space]] {
            index = space + 1
            while index < text.count, text[index] != close { index += text[index] == "\\" ? 2 : 1 }
            index = skipSpace(from: index + 1)
        } else {
            index = space
        }
        return index < text.count && text[index] == ")" ? index + 1 : nil
    }

    private func skipSpace(from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].properties.isWhitespace { index += 1 }
        return index
    }

    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "(": ")"]
}
