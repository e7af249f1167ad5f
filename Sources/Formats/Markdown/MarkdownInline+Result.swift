import Text

// From tokens to text with codes.
extension MarkdownInline {
    mutating func build() -> InlineText {
        pairTags()
        var result = InlineText("")
        var ids: [Int: Int] = [:]
        var next = 1
        func open(_ pair: Int, _ data: String) {
            ids[pair] = next
            result.append(.code(InlineCode(id: next, role: .open, kind: .markup, data: data)))
            next += 1
        }
        func close(_ pair: Int, _ data: String) {
            result.append(.code(InlineCode(id: ids[pair] ?? next, role: .close, kind: .markup, data: data)))
        }
        var run = ""
        func flush() {
            if !run.isEmpty { result.append(.text(run)) }
            run = ""
        }
        for token in tokens {
            switch token.kind {
            case .text: run += token.text
            case .delimiter(let sign):
                if !token.closes.isEmpty { flush() }
                for pair in token.closes { close(pair.pair, pair.data) }
                run += String(repeating: String(sign), count: token.count)
                if !token.opens.isEmpty { flush() }
                for pair in token.opens.reversed() { open(pair.pair, pair.data) }
            case .code(let kind, let visible):
                flush()
                result.append(
                    .code(InlineCode(id: next, role: .standalone, kind: kind, data: token.text, visible: visible))
                )
                next += 1
            case .open(let pair):
                flush()
                open(pair, token.text)
            case .close(let pair):
                flush()
                close(pair, token.text)
            case .tag:
                flush()
                result.append(.code(InlineCode(id: next, role: .standalone, kind: .markup, data: token.text)))
                next += 1
            }
        }
        flush()
        return result
    }

    /// Makes pairs of `<b>` and `</b>`; a tag without its other half stays a code that stands alone.
    private mutating func pairTags() {
        var open: [(name: String, token: Int)] = []
        for index in tokens.indices {
            guard case .tag(let name, let isEnd) = tokens[index].kind else { continue }
            if !isEnd {
                open.append((name, index))
            } else if let match = open.lastIndex(where: { $0.name == name }) {
                let pair = pairs.newPair()
                tokens[open[match].token].kind = .open(pair: pair)
                tokens[index].kind = .close(pair: pair)
                open.removeSubrange(match...)
            }
        }
    }
}
