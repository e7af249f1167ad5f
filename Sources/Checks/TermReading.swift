package import Text

/// What became of the terms of a unit in its translation.
package struct TermReading: Sendable {
    /// One term of the unit.
    package struct Use: Sendable {
        package var term: Term
        /// The allowed form that stands in the translation; nil when none does.
        package var hit: TermForms.Hit?
        /// A name that is nearly the term's, when the term is a name and is not always kept.
        package var variant: Variant?
        /// Forbidden forms in the translation.
        package var forbidden: [TermForms.Hit]

        package var isKept: Bool { hit != nil }
    }

    /// A name that is near an approved one and not it.
    package struct Variant: Hashable, Sendable {
        /// As it stands in the translation.
        package var text: String
        /// Scalar offsets in the translation.
        package var range: Range<Int>
        package var reason: Reason

        package enum Reason: String, Sendable, Codable {
            /// Lindong, Lin-Dong where the name is one word.
            case spacing
            /// Dong Lin.
            case order
            /// Lin Tung.
            case romanization
            /// Lin Dang.
            case spelling
        }
    }

    package let uses: [Use]

    /// Reads a translation for the terms of its source. `people` are those who are present without being named: their
    /// names are no variants of another's.
    package init(_ pair: Pair, text: TermText, forms: TermForms) {
        guard !pair.terms.isEmpty else {
            uses = []
            return
        }
        var taken = [Bool](repeating: false, count: text.words.count)
        func take(_ hit: TermForms.Hit) { for index in hit.words where index < taken.count { taken[index] = true } }
        var hits: [TermForms.Hit?] = []
        var kept: [Int] = []
        for term in pair.terms {
            let hit = forms.allowed(term, in: text)
            hits.append(hit)
            var count = 0
            if hit != nil {
                for form in [term.target] + term.alternatives + term.inflected {
                    for place in forms.hits(of: form, isName: term.isName, in: text) {
                        take(place)
                        count += 1
                    }
                }
            }
            kept.append(count)
        }
        for person in pair.cast.people where person.why != .named {
            for place in forms.hits(of: person.term.target, isName: true, in: text) { take(place) }
        }
        let names = NameVariantFinder(text: text, taken: taken, locale: pair.targetLocale)
        let plain = pair.target.plain
        var uses: [Use] = []
        for (index, term) in pair.terms.enumerated() {
            var use = Use(term: term, hit: hits[index], variant: nil, forbidden: [])
            for form in term.forbidden {
                for place in forms.hits(of: form, isName: true, in: text) where !place.words.allSatisfy({ taken[$0] }) {
                    use.forbidden.append(place)
                }
            }
            if term.isNameLike, !names.candidates.isEmpty, use.forbidden.isEmpty {
                let missing = hits[index] == nil || kept[index] < pair.source.plain.occurrences(of: term.source)
                use.variant = names.variant(of: term, words: forms.words(of: term.target), missing: missing, in: plain)
            }
            uses.append(use)
        }
        self.uses = uses
    }
}

extension Term {
    /// Whether a near miss of the target form can be told from another word: a proper name with a capital.
    var isNameLike: Bool {
        kind == .person || kind == .place || kind == .organization
    }
}

extension String {
    /// How often another text stands in this one, not overlapping.
    func occurrences(of other: String) -> Int {
        let needle = Array(other.utf8)
        guard let first = needle.first else { return 0 }
        var text = self
        return text.withUTF8 { bytes in
            var count = 0
            var index = 0
            while index + needle.count <= bytes.count {
                if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) {
                    count += 1
                    index += needle.count
                } else {
                    index += 1
                }
            }
            return count
        }
    }
}
