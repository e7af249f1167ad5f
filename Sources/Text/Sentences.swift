/// Splits a text into sentences so that joining them gives the text again.
package enum Sentences {
    /// The sentences of a text, each with the spaces after it. Ends are 。！？!? and ；, an ellipsis and a full stop before a
    /// space; closing quotes and brackets stay with the sentence that they close, and a run like ？！！ or …… is one end.
    ///
    /// No end is what goes on: before a small letter (“Run!” he said), after an abbreviation or an initial (Mr. Li,
    /// J. K. Rowling), and an ellipsis in the middle of a line (那是……留白).
    ///
    /// - Parameter atSemicolons: whether ； is an end.
    package static func split(_ text: String, atSemicolons: Bool = true) -> [Substring] {
        let scalars = text.unicodeScalars
        var sentences: [Substring] = []
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var after = scalars.index(after: index)
            let next = after < scalars.endIndex ? scalars[after] : nil
            guard isEnd(scalar, next: next), atSemicolons || scalar != "；" else {
                index = after
                continue
            }
            let mark = index
            var isEllipsis = scalar == "…"
            while after < scalars.endIndex, isEndRun(scalars[after]) {
                isEllipsis = scalars[after] == "…"
                after = scalars.index(after: after)
            }
            let afterMarks = after
            while after < scalars.endIndex, isClosing(scalars[after]) { after = scalars.index(after: after) }
            let isClosed = after > afterMarks
            let afterClosing = after
            while after < scalars.endIndex, scalars[after].properties.isWhitespace {
                after = scalars.index(after: after)
            }
            let goesOn =
                after < scalars.endIndex
                && (scalars[after].properties.isLowercase
                    || (isEllipsis && !isClosed && after == afterClosing && isLetter(scalars[after]))
                    || (scalar == "." && !isClosed && isAbbreviation(scalars[start..<mark], next: scalars[after])))
            if !goesOn {
                sentences.append(text[start..<after])
                start = after
            }
            index = after
        }
        if start < scalars.endIndex { sentences.append(text[start...]) }
        return sentences
    }

    private static func isEnd(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "。", "！", "？", "…", "；": true
        // 3．5 is a number; what follows ? in an address is none of a sentence.
        case "．": next.map { !(("０"..."９").contains($0) || ("0"..."9").contains($0)) } ?? true
        case "!", "?": next.map { !($0.isASCII && (isLetter($0) || ("0"..."9").contains($0))) } ?? true
        case ".": next.map { $0.properties.isWhitespace || isClosing($0) || $0 == "." || isEndRun($0) } ?? true
        default: false
        }
    }

    private static func isEndRun(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "!", "?", "…", ".", "．": true
        default: false
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "」", "』", "）", ")", "\"", "】", "》", "〉", "]", "'", "»", "＂": true
        default: false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            : scalar.properties.isAlphabetic
    }

    /// Whether the word at the end of a text is written with a full stop: a title before a name, an initial, No. before digits.
    private static func isAbbreviation(_ text: Substring.UnicodeScalarView.SubSequence, next: Unicode.Scalar) -> Bool {
        var word = String.UnicodeScalarView()
        var index = text.endIndex
        while index > text.startIndex {
            let before = text.index(before: index)
            guard isLetter(text[before]) || text[before] == ".", word.count <= 8 else { break }
            word.append(text[before])
            index = before
        }
        guard let first = word.last, word.count <= 8 else { return false }
        if word.count == 1 { return first != "I" && first.properties.isUppercase }
        let name = String(String.UnicodeScalarView(word.reversed()))
        // J.K. or U.S., which may also end a sentence: then the next word decides.
        if numbered.contains(name) { return ("0"..."9").contains(next) }
        return titles.contains(name)
    }

    private static let titles: Set = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Messrs", "Mme", "Mlle", "Lt", "Col", "Gen", "Capt", "Sgt", "Rev", "Hon",
        "Mt", "vs", "cf", "e.g", "i.e", "Sr", "Sra", "Srta", "Hr", "Fr", "Dra", "Bp", "Maj", "Gov",
    ]
    private static let numbered: Set = [
        "No", "Nos", "Vol", "Ch", "Fig", "p", "pp", "vol", "ch", "no", "Nr", "Bd", "Art",
    ]
}
