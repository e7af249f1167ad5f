/// Splits a text into sentences so that joining them gives the text again.
package enum Sentences {
    /// The sentences of a text, each with the spaces after it. Ends are 。！？!?…； and a full stop before a space; closing
    /// quotes and brackets stay with the sentence that they close, and a run like ？！！ or …… is one end.
    package static func split(_ text: String) -> [Substring] {
        let scalars = text.unicodeScalars
        var sentences: [Substring] = []
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var after = scalars.index(after: index)
            guard isEnd(scalar, next: after < scalars.endIndex ? scalars[after] : nil) else {
                index = after
                continue
            }
            while after < scalars.endIndex, isEndRun(scalars[after]) { after = scalars.index(after: after) }
            while after < scalars.endIndex, isClosing(scalars[after]) { after = scalars.index(after: after) }
            while after < scalars.endIndex, scalars[after].properties.isWhitespace {
                after = scalars.index(after: after)
            }
            sentences.append(text[start..<after])
            start = after
            index = after
        }
        if start < scalars.endIndex { sentences.append(text[start...]) }
        return sentences
    }

    private static func isEnd(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "。", "！", "？", "!", "?", "…", "；", "．": true
        case ".": next.map { $0.properties.isWhitespace || isClosing($0) } ?? true
        default: false
        }
    }

    private static func isEndRun(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "!", "?", "…", ".": true
        default: false
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "」", "』", "）", ")", "\"", "】", "》", "〉", "]": true
        default: false
        }
    }
}
