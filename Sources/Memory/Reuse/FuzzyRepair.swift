package import Text

/// Repairs a fuzzy match where only numbers, names and terms, or codes differ: 12 → 13, 林动 → 李青. Pure and careful: where
/// anything else differs, or the place in the translation is not certain, there is no repair.
package struct FuzzyRepair: Sendable {
    /// A name or term with its translation, found in either of the sources.
    package struct Form: Hashable, Sendable {
        package var source: String
        package var target: String
        /// Pronouns would have to change with it; nil where it does not matter.
        package var gender: Term.Gender?

        package init(source: String, target: String, gender: Term.Gender? = nil) {
            self.source = source
            self.target = target
            self.gender = gender
        }
    }

    private let forms: [Form]
    private let readsWords: Bool

    /// - Parameters:
    ///   - forms: terms of both sources; the longest that fits is taken.
    ///   - target: number words are repaired in English alone, digits in every language.
    package init(forms: [Form], target: LanguageTag) {
        self.forms = forms.filter { !$0.source.isEmpty && !$0.target.isEmpty }.sorted {
            ($0.source.unicodeScalars.count, $1.source) > ($1.source.unicodeScalars.count, $0.source)
        }
        readsWords = target.language == "en"
    }

    /// The translation of a query by that of a similar source; nil when it cannot be had with certainty.
    package func repaired(_ query: InlineText, from entry: MemoryEntry) -> InlineText? {
        guard let target = targetWithCodes(of: query, entry) else { return nil }
        let old = tokens(entry.source.text)
        let new = tokens(query.text)
        guard old.count == new.count else { return nil }
        var changes: [Token: Token] = [:]
        for (before, after) in zip(old, new) {
            guard before.isLike(after) else { return nil }
            // The same number or name must everywhere become the same.
            if let known = changes[before] {
                guard known == after else { return nil }
            } else {
                changes[before] = after
            }
        }
        var edits: [Edit] = []
        for (before, after) in changes where before != after {
            let count = old.count { $0 == before }
            guard let found = self.edits(in: target.text, before, after, count) else { return nil }
            edits += found
        }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        guard zip(edits, edits.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound }) else {
            return nil
        }
        var scalars = Array(target.text.unicodeScalars)
        for edit in edits.reversed() { scalars.replaceSubrange(edit.range, with: Array(edit.text.unicodeScalars)) }
        return Self.text(scalars, codes: target.codes)
    }

    /// A text whose places of codes are filled in order.
    private static func text(_ scalars: [Unicode.Scalar], codes: [InlineCode]) -> InlineText {
        var text = InlineText("")
        var run = String.UnicodeScalarView()
        var next = 0
        for scalar in scalars {
            guard scalar == InlineText.place, next < codes.count else {
                run.append(scalar)
                continue
            }
            if !run.isEmpty { text.append(.text(String(run))) }
            run = String.UnicodeScalarView()
            text.append(.code(codes[next]))
            next += 1
        }
        if !run.isEmpty { text.append(.text(String(run))) }
        return text
    }

    private struct Edit {
        /// In scalars of the target.
        var range: Range<Int>
        var text: String
    }

    private enum Token: Hashable {
        case scalar(Unicode.Scalar)
        case number(Double)
        case form(Form)

        /// Whether one may stand in the other's place.
        func isLike(_ other: Token) -> Bool {
            switch (self, other) {
            case (.number, .number), (.form, .form): true
            default: self == other
            }
        }
    }

    // MARK: sources

    private func tokens(_ text: String) -> [Token] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [Token] = []
        var index = 0
        while index < scalars.count {
            let rest = scalars[index...]
            if let form = forms.first(where: { rest.starts(with: $0.source.unicodeScalars) }) {
                tokens.append(.form(form))
                index += form.source.unicodeScalars.count
            } else if let (value, count) = Self.number(rest) {
                tokens.append(.number(value))
                index += count
            } else {
                tokens.append(.scalar(scalars[index]))
                index += 1
            }
        }
        return tokens
    }

    /// A numeral at the start, in digits or Chinese.
    private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> (Double, Int)? {
        var end = scalars.startIndex
        while end < scalars.endIndex {
            let scalar = scalars[end]
            let isNumeral =
                ChineseNumeral.digit(scalar) != nil || (ChineseNumeral.unit(scalar) != nil && end > scalars.startIndex)
                || scalar == "十"
            let isPoint =
                (scalar == "." || scalar == ",") && end > scalars.startIndex && end + 1 < scalars.endIndex
                && ("0"..."9").contains(scalars[end + 1]) && ("0"..."9").contains(scalars[end - 1])
            guard isNumeral || isPoint else { break }
            end += 1
        }
        guard end > scalars.startIndex,
            let value = ChineseNumeral.value(of: String(String.UnicodeScalarView(scalars[..<end])))
        else { return nil }
        return (value, end - scalars.startIndex)
    }

    // MARK: codes

    /// The entry's translation with the codes of the query, which must be of the same kinds in the same order.
    private func targetWithCodes(of query: InlineText, _ entry: MemoryEntry) -> InlineText? {
        let (old, new) = (entry.source.codes, query.codes)
        guard old.count == new.count, zip(old, new).allSatisfy({ $0.role == $1.role && $0.kind == $1.kind }) else {
            return nil
        }
        guard old.map(\.data) != new.map(\.data) else { return entry.target }
        var left = Array(zip(old, new))
        var target = entry.target
        let parts = target.parts.map { part -> InlineText.Part? in
            guard case .code(let code) = part else { return part }
            guard let place = left.firstIndex(where: { $0.0.data == code.data && $0.0.role == code.role }) else {
                return nil
            }
            return .code(left.remove(at: place).1)
        }
        guard parts.allSatisfy({ $0 != nil }), left.isEmpty else { return nil }
        target = InlineText("")
        for case .some(let part) in parts { target.append(part) }
        return target
    }

    // MARK: target

    /// Where the translation has what changed: as often as the source has it.
    private func edits(in target: String, _ before: Token, _ after: Token, _ count: Int) -> [Edit]? {
        switch (before, after) {
        case (.number(let old), .number(let new)):
            // One and more than one decline differently.
            guard old != new, old != 1, new != 1 else { return nil }
            let edits = RepairedNumber(from: old, to: new, readsWords: readsWords).edits(in: target)
            return edits.count == count ? edits.map { Edit(range: $0.range, text: $0.text) } : nil
        case (.form(let old), .form(let new)):
            guard old.gender == new.gender || old.gender == nil || new.gender == nil || !Self.hasPronoun(target) else {
                return nil
            }
            let places = Self.places(of: old.target, in: target)
            guard places.count == count else { return nil }
            var edits: [Edit] = []
            let scalars = Array(target.unicodeScalars)
            for place in places {
                edits.append(Edit(range: place, text: new.target))
                if let article = Self.article(before: place.lowerBound, scalars, old.target, new.target) {
                    edits.append(article)
                }
            }
            return edits
        default: return nil
        }
    }

    /// Places of a word or words, not inside longer ones.
    private static func places(of form: String, in text: String) -> [Range<Int>] {
        let scalars = Array(text.unicodeScalars)
        let form = Array(form.unicodeScalars)
        var places: [Range<Int>] = []
        var index = 0
        while index + form.count <= scalars.count {
            let end = index + form.count
            if scalars[index..<end].elementsEqual(form), index == 0 || !isWord(scalars[index - 1]),
                end == scalars.count || !isWord(scalars[end])
            {
                places.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return places
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isHan && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    /// `a` and `an` as the new word asks for.
    private static func article(before place: Int, _ scalars: [Unicode.Scalar], _ old: String, _ new: String) -> Edit? {
        func isVowel(_ word: String) -> Bool { word.first.map { "aeiouAEIOU".contains($0) } ?? false }
        guard isVowel(old) != isVowel(new) else { return nil }
        let article = isVowel(old) ? "an " : "a "
        let start = place - article.count
        guard start >= 0, start == 0 || !isWord(scalars[start - 1]) else { return nil }
        let found = String(String.UnicodeScalarView(scalars[start..<place]))
        guard found.lowercased() == article else { return nil }
        let first = String(found.prefix(1))
        return Edit(range: start..<place, text: isVowel(new) ? first + "n " : first + " ")
    }

    private static func hasPronoun(_ target: String) -> Bool {
        let words = target.lowercased().split { !($0.isLetter) }
        return words.contains { ["he", "she", "him", "her", "his", "hers", "himself", "herself"].contains($0) }
    }
}
