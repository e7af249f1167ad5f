package import Text

/// Puts the new target form of a term in the place of the old one, where the words around do not depend on it.
///
/// A form is found as a whole word, also in capitals, with a capital at the start of a sentence, with a space that does not
/// break, and with an English possessive or plural, which the new form gets in its turn. Forms of other terms that hold the
/// old one (“Lin” in “Lin Yan”) are left alone. What would need a hand or an engine is said, with the reason.
package struct TermRewriter: Sendable {
    /// An old form and the one that takes its place.
    package struct Change: Hashable, Sendable {
        package var old: String
        package var new: String
        /// Both are listed inflections, in the same place of their lists.
        package var isInflected: Bool

        package init(_ old: String, _ new: String, isInflected: Bool = false) {
            self.old = old
            self.new = new
            self.isInflected = isInflected
        }
    }

    /// A place in the old text and what stands there in the new one, as scalar offsets in `InlineText.text`.
    package struct Mark: Hashable, Sendable, Codable {
        package var old: Range<Int>
        package var new: Range<Int>

        package init(old: Range<Int>, new: Range<Int>) {
            self.old = old
            self.new = new
        }
    }

    package enum Verdict: Hashable, Sendable {
        /// Neither the old form nor a word of it that the new one has not.
        case absent
        case rewritten(InlineText, [Mark])
        /// It is there, but the text around depends on it: why.
        case dependent(String)
        /// Only a part of the old form, or the form written otherwise.
        case partial(String)
    }

    private let changes: [Variant]
    private let grammar: TermGrammar
    /// Forms of other terms that hold an old form or a word of it.
    private let others: [[Unicode.Scalar]]
    /// Words of the old forms that the new ones do not have.
    private let pieces: [[Unicode.Scalar]]

    /// An old form in one way of writing it.
    private struct Variant: Sendable {
        var old: [Unicode.Scalar]
        var new: [Unicode.Scalar]
        var change: Change
    }

    /// - Parameters:
    ///   - kind: what the term is: names ask less of the words around them than other nouns.
    ///   - others: target forms of other terms.
    package init(_ changes: [Change], kind: Term.Kind, locale: LanguageTag, others: some Sequence<String>) {
        grammar = TermGrammar(locale: locale, kind: kind)
        var variants: [Variant] = []
        var seen: Set<String> = []
        for change in changes where !change.old.isEmpty && change.old != change.new {
            var ways = [(change.old, change.new)]
            // Irregular plurals are forms of their own; regular ones are found behind the form.
            let singular = Array(change.old.unicodeScalars)
            if locale.language == "en", ![.person, .place].contains(kind), EnglishPlural.isIrregular(singular),
                let old = EnglishPlural.plural(of: singular), old != singular,
                let new = EnglishPlural.plural(of: Array(change.new.unicodeScalars))
            {
                ways.append((String(String.UnicodeScalarView(old)), String(String.UnicodeScalarView(new))))
            }
            ways += ways.flatMap { old, new in
                [
                    (old.uppercased(), new.uppercased()), (old.capitalizedFirst, new.capitalizedFirst),
                    (old.titleCased, new.titleCased),
                ]
            }
            for (old, new) in ways where seen.insert(old).inserted {
                variants.append(
                    Variant(old: Array(old.unicodeScalars), new: Array(new.unicodeScalars), change: change)
                )
            }
        }
        // The longest first, so that a form is not taken for a shorter one in it.
        self.changes = variants.enumerated().sorted {
            ($1.element.old.count, $0.offset) < ($0.element.old.count, $1.offset)
        }.map(\.element)
        let kept = Set(changes.flatMap { Self.words(of: $0.new) })
        let spaced = !locale.joinsWithoutSpace
        let pieces =
            spaced ? Set(changes.flatMap { Self.words(of: $0.old) }).subtracting(kept).filter { $0.count > 2 } : []
        self.pieces = pieces.sorted().map { Array($0.unicodeScalars) }
        let olds = Set(changes.map(\.old))
        // Where a new form holds the old one (“Lin” → “Lin Dong”), what says it already is left alone.
        let news = changes.filter { $0.new.contains($0.old) }.map(\.new)
        self.others = Set(others).union(news).filter { form in
            !olds.contains(form)
                && (changes.contains { form.contains($0.old) } || pieces.contains { form.contains($0) })
        }.sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }.map { Array($0.unicodeScalars) }
    }

    /// Only finds forms.
    package init(finding forms: some Sequence<String>, locale: LanguageTag) {
        self.init(forms.map { Change($0, "") }, kind: .person, locale: locale, others: [])
    }

    /// Whether an old form stands in a text, inflected or not.
    package func holdsForm(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        let masked = [Bool](repeating: false, count: scalars.count)
        return scalars.indices.contains { start in
            guard isWordStart(start, in: scalars), let (_, end) = change(at: start, in: scalars, masked: masked) else {
                return false
            }
            return grammar.mayEnd(at: end, in: scalars)
        }
    }

    /// The texts of which one stands in every text that `rewrite` has something to say of, for a quick look beforehand.
    package var traces: [String] {
        var traces: Set<String> = []
        for piece in pieces {
            let word = String(String.UnicodeScalarView(piece))
            traces.formUnion([word, word.uppercased(), word.capitalizedFirst])
        }
        // A form may be broken by another space: its longest word stands for it.
        for variant in changes {
            let words = variant.old.split { $0.properties.isWhitespace }
            guard let longest = words.max(by: { $0.count < $1.count }) else { continue }
            traces.insert(String(String.UnicodeScalarView(longest)))
        }
        return traces.sorted()
    }

    package func rewrite(_ text: InlineText) -> Verdict {
        let scalars = Array(text.text.unicodeScalars)
        let masked = mask(scalars)
        var result: [Unicode.Scalar] = []
        var marks: [Mark] = []
        var piece: String?
        var index = 0
        while index < scalars.count {
            guard !masked[index], isWordStart(index, in: scalars) else {
                result.append(scalars[index])
                index += 1
                continue
            }
            if let (variant, end) = change(at: index, in: scalars, masked: masked) {
                switch grammar.replacement(
                    for: scalars[index..<end],
                    with: variant.new,
                    change: variant.change,
                    in: scalars
                ) {
                case .word(let new, let length):
                    marks.append(
                        Mark(old: index..<(index + length), new: result.count..<(result.count + new.count))
                    )
                    result += new
                    index += length
                    continue
                case .dependent(let reason): return .dependent(reason)
                case .otherWord: break
                }
            } else if piece == nil, let found = pieces.first(where: { matches($0, at: index, in: scalars) }) {
                piece = String(String.UnicodeScalarView(found))
            }
            result.append(scalars[index])
            index += 1
        }
        if let piece { return .partial("“\(piece)” stands there without the rest of the form") }
        guard !marks.isEmpty,
            let rewritten = InlineText(text: String(String.UnicodeScalarView(result)), codes: text.codes)
        else { return .absent }
        return .rewritten(rewritten, marks)
    }

    // MARK: Finding

    /// Which places belong to forms of other terms.
    private func mask(_ scalars: [Unicode.Scalar]) -> [Bool] {
        var masked = [Bool](repeating: false, count: scalars.count)
        for other in others {
            guard other.count <= scalars.count else { continue }
            for start in 0...(scalars.count - other.count)
            where !masked[start] && scalars[start] == other[0] && isWordStart(start, in: scalars) {
                let end = start + other.count
                guard scalars[start..<end].elementsEqual(other), isWordEnd(end, in: scalars) else { continue }
                for place in start..<end { masked[place] = true }
            }
        }
        return masked
    }

    private func change(at start: Int, in scalars: [Unicode.Scalar], masked: [Bool]) -> (Variant, Int)? {
        for variant in changes where start + variant.old.count <= scalars.count {
            let end = start + variant.old.count
            var new = variant.new
            guard !masked[start..<end].contains(true),
                agree(scalars[start..<end], variant.old, new: &new)
            else { continue }
            return (Variant(old: variant.old, new: new, change: variant.change), end)
        }
        return nil
    }

    /// Whether a stretch is the form, any white space for a space. White space that is no plain space is carried over to the
    /// new form when it has as many words.
    private func agree(_ text: ArraySlice<Unicode.Scalar>, _ form: [Unicode.Scalar], new: inout [Unicode.Scalar])
        -> Bool
    {
        var spaces: [Unicode.Scalar] = []
        for (here, wanted) in zip(text, form) where here != wanted {
            let isSpace = wanted == " " && (here == "\u{A0}" || here == "\n" || here == "\u{202F}")
            let isApostrophe = "'’ʼ".unicodeScalars.contains(wanted) && "'’ʼ".unicodeScalars.contains(here)
            guard isSpace || isApostrophe else { return false }
        }
        for scalar in text where scalar.properties.isWhitespace { spaces.append(scalar) }
        let places = new.indices.filter { new[$0] == " " }
        if places.count == spaces.count { for (place, space) in zip(places, spaces) { new[place] = space } }
        return true
    }

    private func matches(_ word: [Unicode.Scalar], at start: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let end = start + word.count
        guard end <= scalars.count, isWordEnd(end, in: scalars) else { return false }
        return scalars[start..<end].elementsEqual(word)
            || String(String.UnicodeScalarView(scalars[start..<end])).lowercased()
                == String(String.UnicodeScalarView(word)).lowercased()
    }

    private func isWordStart(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard grammar.hasWords else { return true }
        return index == 0 || !scalars[index - 1].isWordCharacter || !scalars[index].isWordCharacter
    }

    private func isWordEnd(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard grammar.hasWords else { return true }
        return index >= scalars.count || !scalars[index].isWordCharacter
    }

    private static func words(of form: String) -> [String] {
        form.unicodeScalars.split { !$0.isWordCharacter }.map { String($0) }
    }
}

extension Unicode.Scalar {
    /// A letter, a mark on one, or a digit.
    var isWordCharacter: Bool {
        if value < 0x80 {
            return (value | 0x20 >= 0x61 && value | 0x20 <= 0x7A) || (value >= 0x30 && value <= 0x39)
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}

extension String {
    /// The text with its first letter as a capital.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text as a heading has it: the first letter of each word as a capital, but for articles and short prepositions inside.
    var titleCased: String {
        var isFirst = true
        return split(separator: " ", omittingEmptySubsequences: false).map { word in
            defer { isFirst = false }
            let isSmall = ["of", "the", "a", "an", "and", "in", "on", "to", "de", "la", "el", "du", "des"].contains(
                word
            )
            return isSmall && !isFirst ? String(word) : String(word).capitalizedFirst
        }.joined(separator: " ")
    }
}
