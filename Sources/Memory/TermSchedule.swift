package import Text

/// The terms of a run by chapter: which of them hold there, and which gender a person has.
package struct TermSchedule: Sendable {
    private let terms: [Term]
    /// Chapters in which something begins to hold, in order.
    private let thresholds: [Int]

    package init(_ terms: [Term]) {
        self.terms = terms
        var thresholds: Set<Int> = []
        for term in terms {
            if let chapter = term.validFrom { thresholds.insert(chapter) }
            for span in term.genders { if let chapter = span.fromChapter { thresholds.insert(chapter) } }
        }
        self.thresholds = thresholds.sorted()
    }

    /// The number of the stretch of chapters that has the same terms as this one, from 0. `chapter` counts from 1; nil is before all.
    package func period(ofChapter chapter: Int?) -> Int {
        guard let chapter else { return 0 }
        return thresholds.count { $0 <= chapter }
    }

    /// The terms that hold in a chapter. Of several for one source form the one that began last is taken, and among those
    /// that began together the first.
    package func terms(inChapter chapter: Int?) -> [Term] {
        guard !thresholds.isEmpty else { return terms }
        var places: [String: Int] = [:]
        var kept: [Term] = []
        for term in terms where (term.validFrom ?? 1) <= max(1, chapter ?? 1) {
            let term = term.term(inChapter: chapter)
            if let place = places[term.source] {
                if (kept[place].validFrom ?? 0) < (term.validFrom ?? 0) { kept[place] = term }
            } else {
                places[term.source] = kept.count
                kept.append(term)
            }
        }
        return kept
    }
}
