internal import Memory
internal import Synchronization
internal import Text

/// The frozen terms of a run, ready to be looked for in each chapter: from a chapter on a term may hold that did not before, or a
/// person be known as a woman.
final class TermBook: Sendable {
    private let schedule: TermSchedule
    /// The matcher made last, since chapters come in order.
    private let latest = Mutex<(period: Int, matcher: TermMatcher)?>(nil)

    init(_ terms: [Term]) { schedule = TermSchedule(terms) }

    /// The matcher for a chapter; one is made for each stretch of chapters with the same terms.
    func matcher(inChapter chapter: Int?) -> TermMatcher {
        let period = schedule.period(ofChapter: chapter)
        return latest.withLock { latest in
            if let latest, latest.period == period { return latest.matcher }
            let matcher = TermMatcher(schedule.terms(inChapter: chapter))
            latest = (period, matcher)
            return matcher
        }
    }
}
