import Text

/// Matches the delimiters of emphasis (CommonMark 0.31.2, “process emphasis”).
struct MarkdownEmphasis {
    private var lastPair = 0
    /// How many tokens back a partner is looked for.
    private static let reach = 500

    mutating func newPair() -> Int {
        lastPair += 1
        return lastPair
    }

    mutating func match(_ tokens: inout [MarkdownInline.Token], from start: Int) {
        var index = start
        while index < tokens.count {
            guard case .delimiter(let sign) = tokens[index].kind, tokens[index].canClose, tokens[index].count > 0,
                let opener = opener(for: index, sign: sign, in: tokens, from: max(start, index - Self.reach))
            else {
                index += 1
                continue
            }
            let length = min(2, tokens[index].count, tokens[opener].count)
            let data = String(repeating: String(sign), count: length)
            let pair = newPair()
            tokens[opener].count -= length
            tokens[index].count -= length
            tokens[opener].opens.append((pair, data))
            tokens[index].closes.append((pair, data))
            // What stands between and found no partner is text.
            for between in opener + 1..<index {
                tokens[between].canOpen = false
                tokens[between].canClose = false
            }
        }
    }

    private func opener(
        for closer: Int,
        sign: Unicode.Scalar,
        in tokens: [MarkdownInline.Token],
        from start: Int
    ) -> Int? {
        var index = closer - 1
        while index >= start {
            let token = tokens[index]
            if case .delimiter(sign) = token.kind, token.canOpen, token.count > 0 {
                let sum = token.count + tokens[closer].count
                let clash =
                    (token.canClose || tokens[closer].canOpen) && sum % 3 == 0
                    && !(token.count % 3 == 0 && tokens[closer].count % 3 == 0)
                if !clash || sign == "~" { return index }
            }
            index -= 1
        }
        return nil
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }
    var isLatinOrDigit: Bool { isDigit || (!isHan && !isKana && properties.isAlphabetic) }
}
