internal import Memory
internal import Synchronization
internal import Text

/// The frozen terms of a run, ready to be looked for in each chapter: from a chapter on a term may hold that did not before, or a
/// person be known as a woman. Terms are found with the dictionaries that are installed.
final class TermBook: Sendable {
    private let schedule: TermSchedule
    private let dictionaries: Dictionaries?
    /// The matcher made last, since chapters come in order.
    private let latest = Mutex<(period: Int, matcher: TermMatcher)?>(nil)

    init(_ terms: [Term], dictionaries: Dictionaries? = .installed()) {
        schedule = TermSchedule(terms)
        self.dictionaries = terms.isEmpty ? nil : dictionaries
    }

    /// The matcher for a chapter; one is made for each stretch of chapters with the same terms.
    func matcher(inChapter chapter: Int?) -> TermMatcher {
        let period = schedule.period(ofChapter: chapter)
        return latest.withLock { latest in
            if let latest, latest.period == period { return latest.matcher }
            let matcher = TermMatcher(
                schedule.terms(inChapter: chapter),
                segmenter: dictionaries?.segmenter,
                variants: dictionaries?.variants
            )
            latest = (period, matcher)
            return matcher
        }
    }
}
