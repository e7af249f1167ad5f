package import Text

/// Finds the target forms of terms in translations of one locale, inflected ones too.
///
/// A word of a form is met by the same word in any case, by a listed inflection, by its plural or possessive, and, in languages
/// with an algorithm of Snowball, by any word with the same stem. Names are held to more: in languages that do not decline
/// names only a plural or a possessive may follow. Not to be shared between tasks.
package final class TermForms {
    package let locale: LanguageTag
    private let inflection: TermInflection
    private let articles: Set<String>
    private var stemmer: TermStemmer?
    private var hasStemmer: Bool
    private var stems: [String: String] = [:]

    package init(locale: LanguageTag) {
        self.locale = locale
        inflection = TermInflection(locale.language)
        articles = TermInflection.articles(locale.language)
        hasStemmer = TermStemmer.knows(locale.language)
    }

    /// Whether words of the locale are compared by stem, and not by listed endings alone.
    package static func hasStems(_ locale: LanguageTag) -> Bool { TermStemmer.knows(locale.language) }

    /// A form of a term in a text.
    package struct Hit: Hashable, Sendable {
        /// The form as the term lists it.
        package var form: String
        /// Indexes into the words of the text.
        package var words: Range<Int>
        /// Scalar offsets in the text, with what is attached by an apostrophe.
        package var range: Range<Int>
        /// The words are those of the form, letter by letter but for case.
        package var isExact: Bool
    }

    /// The first of the term's allowed forms that stands in the text: the preferred one, an alternative, a listed inflection.
    package func allowed(_ term: Term, in text: TermText) -> Hit? {
        for form in [term.target] + term.alternatives + term.inflected {
            if let hit = first(form, isName: term.isName, in: text, exactly: true) { return hit }
        }
        for form in [term.target] + term.alternatives {
            if let hit = first(form, isName: term.isName, in: text, exactly: false) { return hit }
        }
        return nil
    }

    /// All places of a form, in order, not overlapping.
    package func hits(of form: String, isName: Bool, in text: TermText, exactly: Bool = false) -> [Hit] {
        let words = words(of: form)
        guard !words.isEmpty else { return [] }
        var hits: [Hit] = []
        var index = 0
        while index + words.count <= text.words.count {
            if let isExact = matches(words, isName: isName, in: text, at: index, exactly: exactly) {
                hits.append(hit(form, words.count, isExact, in: text, at: index))
                index += words.count
            } else {
                index += 1
            }
        }
        return hits
    }

    private func first(_ form: String, isName: Bool, in text: TermText, exactly: Bool) -> Hit? {
        let words = words(of: form)
        // A form without a letter cannot be looked for, and cannot be missing.
        guard !words.isEmpty else { return Hit(form: form, words: 0..<0, range: 0..<0, isExact: true) }
        guard words.count <= text.words.count else { return nil }
        for index in 0...(text.words.count - words.count) {
            if let isExact = matches(words, isName: isName, in: text, at: index, exactly: exactly) {
                return hit(form, words.count, isExact, in: text, at: index)
            }
        }
        return nil
    }

    private func hit(_ form: String, _ count: Int, _ isExact: Bool, in text: TermText, at index: Int) -> Hit {
        let range = text.words[index].range.lowerBound..<text.words[index + count - 1].range.upperBound
        return Hit(form: form, words: index..<(index + count), range: range, isExact: isExact)
    }

    /// The words of a form, an article before others left out.
    func words(of form: String) -> ArraySlice<TermText.Word> {
        if let known = forms[form] { return known }
        var words = TermText(form, locale: locale).words[...]
        if words.count > 1, let first = words.first, articles.contains(first.text) { words = words.dropFirst() }
        forms[form] = words
        return words
    }

    private var forms: [String: ArraySlice<TermText.Word>] = [:]

    /// Nil when the words do not stand there; else whether they stand there letter by letter.
    private func matches(
        _ form: ArraySlice<TermText.Word>,
        isName: Bool,
        in text: TermText,
        at index: Int,
        exactly: Bool
    ) -> Bool? {
        var isExact = true
        for (step, wanted) in form.enumerated() {
            let word = text.words[index + step]
            // Lin. Dong went out: two sentences, no name.
            if step > 0, word.isApart, !wanted.isApart { return nil }
            if word.text == wanted.text || word.base == wanted.text { continue }
            if exactly { return nil }
            isExact = false
            let isLast = step == form.count - 1
            guard accepts(word.stripped, for: wanted.text, isName: isName, isLast: isLast) else { return nil }
        }
        return isExact
    }

    private func accepts(_ word: String, for wanted: String, isName: Bool, isLast: Bool) -> Bool {
        guard let first = wanted.utf8.first, first == word.utf8.first || !isLatin(first) else { return false }
        // In languages that do not decline names the plural is at the end: two Lin Dongs, but no Lins Dong.
        if isLast || !isName || inflection.stemsNames, inflection.accepts(word, for: wanted, isName: isName) {
            return true
        }
        guard hasStemmer, !isName || inflection.stemsNames, wanted.utf8.count > 2 else { return false }
        let stems = (stem(word), stem(wanted))
        if stems.0 == stems.1 { return true }
        return !isName && wanted.utf8.count >= 8 && inflection.skeleton(stems.0) == inflection.skeleton(stems.1)
    }

    private func isLatin(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    private func stem(_ word: String) -> String {
        if let known = stems[word] { return known }
        if stemmer == nil { stemmer = TermStemmer(language: locale.language) }
        guard let stemmer else {
            hasStemmer = false
            return word
        }
        let stem = stemmer.stem(word)
        stems[word] = stem
        return stem
    }
}

extension Term {
    /// Whether the target form is a proper name, whose letters are not to change.
    package var isName: Bool { kind == .person || kind == .place }
}
