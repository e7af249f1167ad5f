/// What a voice model is given instead of text: sentences of IPA symbols with punctuation.
///
/// A phonemizer such as espeak-ng speaks one clause at a time and drops the marks that give a voice its melody. So the text
/// is cut into clauses here, each is phonemized on its own, and the marks are put back.
package enum Phonemes {
    /// A part of a sentence up to a mark.
    package struct Clause: Hashable, Sendable {
        /// Without the mark; never empty.
        package var text: String
        /// `,` `;` `:` `.` `!` or `?`, whichever marks were in the text; nil at its end without one.
        package var mark: Unicode.Scalar?

        package init(_ text: String, _ mark: Unicode.Scalar?) {
            self.text = text
            self.mark = mark
        }

        /// Whether a sentence ends with it.
        package var endsSentence: Bool { mark == "." || mark == "!" || mark == "?" }
    }

    /// Cuts a text at its punctuation, not inside numbers (3.5, 1,000, 12:30) nor after a title (Mr.).
    package static func clauses(of text: String) -> [Clause] {
        let scalars = Array(text.unicodeScalars)
        var clauses: [Clause] = []
        var current = String.UnicodeScalarView()
        func close(_ mark: Unicode.Scalar?) {
            let words = String(current).split(whereSeparator: \.isWhitespace)
            current = String.UnicodeScalarView()
            let spoken = words.joined(separator: " ")
            let hasWords = spoken.unicodeScalars.contains {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.isEmoji
            }
            if hasWords {
                clauses.append(Clause(spoken, mark))
            } else if let mark, let last = clauses.indices.last {
                // “?!” and “…” with nothing between: the stronger mark stays.
                let known = clauses[last].mark
                if known == nil || strength(mark) > strength(known ?? mark) { clauses[last].mark = mark }
            }
        }
        for (index, scalar) in scalars.enumerated() {
            guard let mark = marks[scalar] else {
                current.append(quotes.contains(scalar) ? " " : scalar)
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if isInside(scalar, before: current, after: next) {
                current.append(scalar)
            } else {
                close(mark)
            }
        }
        close(nil)
        return clauses
    }

    /// Puts phonemized clauses together to sentences, their marks behind them, symbols decomposed.
    ///
    /// - Parameter phonemes: One text for each clause, in order; line breaks count as spaces.
    package static func sentences(_ clauses: [Clause], phonemes: [String]) -> [String] {
        var sentences: [String] = []
        var current = ""
        for (clause, spoken) in zip(clauses, phonemes) {
            let words = spoken.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !words.isEmpty else { continue }
            if !current.isEmpty { current += " " }
            current += decomposed(words)
            if let mark = clause.mark { current.unicodeScalars.append(mark) }
            if clause.endsSentence {
                sentences.append(current)
                current = ""
            }
        }
        if !current.isEmpty { sentences.append(current + ".") }
        return sentences
    }

    /// English IPA of espeak-ng in the symbols that Kokoro learned: one for each diphthong and affricate.
    package static func kokoroEnglish(_ phonemes: String) -> String {
        var text = phonemes
        for (symbol, other) in kokoroSymbols { text = replaced(symbol, by: other, in: text) }
        return text
    }

    /// Parts of at most so many scalars, cut behind punctuation or at a space where there is one.
    package static func parts(of sentence: String, limit: Int) -> [String] {
        var rest = Array(sentence.unicodeScalars)[...]
        var parts: [String] = []
        while rest.count > max(1, limit) {
            let head = rest.prefix(max(1, limit))
            let late = head.suffix(head.count / 2)
            let cut =
                late.lastIndex { marks[$0] != nil } ?? late.lastIndex { $0 == " " } ?? head.index(before: head.endIndex)
            parts.append(text(rest[...cut]))
            rest = rest[(cut + 1)...]
        }
        if !rest.isEmpty { parts.append(text(rest)) }
        return parts
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
        ",": ",", "，": ",", "、": ",", "،": ",", "—": ",", "–": ",", ";": ";", "；": ";", "؛": ";", ":": ":", "：": ":",
        ".": ".", "。": ".", "．": ".", "…": ".", "!": "!", "！": "!", "?": "?", "？": "?", "؟": "?", "।": ".",
        "\n": ".", "¿": ",", "¡": ",",
    ]
    private static let quotes: Set<Unicode.Scalar> = [
        "\"", "“", "”", "„", "«", "»", "「", "」", "『", "』", "《", "》", "(", ")", "（", "）", "[", "]", "*", "_", "~", "～",
    ]
    private static let titles: Set<String> = ["mr", "mrs", "ms", "dr", "prof", "st", "sr", "sra", "jr", "vs", "no"]

    private static func strength(_ mark: Unicode.Scalar) -> Int {
        switch mark {
        case "?": 4
        case "!": 3
        case ".": 2
        case ";", ":": 1
        default: 0
        }
    }

    private static func isInside(
        _ mark: Unicode.Scalar,
        before: String.UnicodeScalarView,
        after: Unicode.Scalar?
    ) -> Bool {
        let isDigitBefore = before.last?.properties.numericType != nil
        let isDigitAfter = after?.properties.numericType != nil
        switch mark {
        case ".":
            if let after, after.properties.isAlphabetic || isDigitAfter { return true }
            let word = String(before).split(separator: " ").last.map { $0.lowercased() } ?? ""
            return after == " " && titles.contains(word)
        case ",", ":", "–": return isDigitBefore && isDigitAfter
        default: return false
        }
    }

    /// Symbols of IPA that have a composed form, decomposed: models know the letter and the mark.
    private static func decomposed(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let (letter, mark) = parts[scalar] {
                out.append(letter)
                out.append(mark)
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    private static let parts: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [
        "ç": ("c", "\u{327}"), "ã": ("a", "\u{303}"), "ẽ": ("e", "\u{303}"), "ĩ": ("i", "\u{303}"),
        "õ": ("o", "\u{303}"), "ũ": ("u", "\u{303}"), "ñ": ("n", "\u{303}"), "ỹ": ("y", "\u{303}"),
        "á": ("a", "\u{301}"), "é": ("e", "\u{301}"), "í": ("i", "\u{301}"), "ó": ("o", "\u{301}"),
        "ú": ("u", "\u{301}"), "à": ("a", "\u{300}"), "è": ("e", "\u{300}"), "ì": ("i", "\u{300}"),
        "ò": ("o", "\u{300}"), "ù": ("u", "\u{300}"), "â": ("a", "\u{302}"), "ê": ("e", "\u{302}"),
        "î": ("i", "\u{302}"), "ô": ("o", "\u{302}"), "û": ("u", "\u{302}"), "ä": ("a", "\u{308}"),
        "ë": ("e", "\u{308}"), "ï": ("i", "\u{308}"), "ö": ("o", "\u{308}"), "ü": ("u", "\u{308}"),
    ]

    /// In this order: longer symbols first. After the phoneme set of Kokoro's own English front end.
    private static let kokoroSymbols: [(String, String)] = [
        ("a\u{361}ɪ", "I"), ("aɪ", "I"), ("aʊ", "W"), ("eɪ", "A"), ("oʊ", "O"), ("əʊ", "Q"), ("ɔɪ", "Y"),
        ("d\u{361}ʒ", "ʤ"), ("dʒ", "ʤ"), ("t\u{361}ʃ", "ʧ"), ("tʃ", "ʧ"), ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɚ", "əɹ"),
        ("r", "ɹ"), ("ɐ", "ə"), ("ɬ", "l"), ("ɪə", "iə"), ("ː", ""),
    ]

    private static func replaced(_ symbol: String, by other: String, in text: String) -> String {
        let symbol = Array(symbol.unicodeScalars)
        let scalars = Array(text.unicodeScalars)
        var out = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index...].starts(with: symbol) {
                out.append(contentsOf: other.unicodeScalars)
                index += symbol.count
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return String(out)
    }
}
