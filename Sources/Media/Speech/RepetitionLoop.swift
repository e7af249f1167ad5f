package import Text

/// Finds where a recognizer fell into a loop: one word over and over, or a whole phrase.
///
/// People repeat themselves too (“快跑，快跑，快跑”). What tells a loop is the number of copies, or that nobody could say
/// them in the time that they have.
package enum RepetitionLoop {
    /// Longest phrase that is looked for, in words.
    private static let longest = 40
    /// Words a second beyond which nobody speaks; quick Mandarin has 7 syllables.
    private static let quickest = 9.0

    /// Ranges of words that only repeat what stands before them, in order, apart from one another.
    package static func find(in words: [String], times: [TimeSpan]) -> [Range<Int>] {
        guard words.count == times.count else { return [] }
        var found: [Range<Int>] = []
        var place = 0
        while place < words.count {
            var best: (period: Int, copies: Int)?
            for period in 1...longest where place + 2 * period <= words.count {
                var end = place + period
                while end < words.count, words[end] == words[end - period] { end += 1 }
                let copies = (end - place) / period
                if copies > 1, copies * period > (best.map { $0.period * $0.copies } ?? 0) { best = (period, copies) }
            }
            guard let best else {
                place += 1
                continue
            }
            let end = place + best.period * best.copies
            let seconds = times[end - 1].end - times[place].start
            let isTooQuick = seconds <= 0 || Double(end - place) / seconds > quickest
            if let kept = kept(of: best.copies, period: best.period, isTooQuick: isTooQuick) {
                // A copy that breaks off in the middle belongs to the loop.
                var tail = end
                while tail < words.count, tail < end + best.period - 1, words[tail] == words[tail - best.period] {
                    tail += 1
                }
                found.append(place + kept * best.period..<tail)
                place = tail
            } else {
                place += 1
            }
        }
        return found
    }

    /// How many copies stay; nil when all may have been said.
    private static func kept(of copies: Int, period: Int, isTooQuick: Bool) -> Int? {
        switch period {
        case 1: copies >= 8 || (copies >= 5 && isTooQuick) ? 3 : nil
        case 2...3: copies >= 6 || (copies >= 4 && isTooQuick) ? 2 : nil
        default: copies >= 4 || (copies >= 3 && isTooQuick) ? 1 : nil
        }
    }
}
