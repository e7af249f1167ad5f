package import Text

/// Fits the times of words to where somebody really speaks.
///
/// A recognizer knows which word comes when, but its times are loose around pauses; a voice activity detector knows the
/// pauses. Afterwards a gap between two words is a pause.
package enum WordPlacing {
    /// How far the first word of a stretch is drawn to its beginning, and the last one to its end, in seconds.
    private static let reach = 0.4

    /// The words within stretches of speech, in order.
    ///
    /// - Parameter speech: In order, apart from one another. Without one the words stay as they are.
    package static func placed(_ words: [SpokenLine.Word], in speech: [TimeSpan]) -> [SpokenLine.Word] {
        guard !speech.isEmpty else { return words }
        var result = words
        var place = 0
        var places: [Int] = []
        for word in words {
            // Words come in order: none goes back to an earlier stretch.
            var best = place
            for index in place..<speech.count where fit(word.time, speech[index]) > fit(word.time, speech[best]) {
                best = index
            }
            place = best
            places.append(best)
        }
        for index in result.indices {
            let span = speech[places[index]]
            let isFirst = index == 0 || places[index - 1] != places[index]
            let isLast = index + 1 == result.count || places[index + 1] != places[index]
            var time = result[index].time
            if isFirst, time.start - span.start < reach { time.start = span.start }
            if isLast, span.end - time.end < reach { time.end = span.end }
            time.start = min(max(time.start, span.start), span.end)
            time.end = min(max(time.end, time.start), span.end)
            result[index].time = time
        }
        return result
    }

    /// Seconds that both share; less than 0 for the distance of a word that lies outside.
    private static func fit(_ word: TimeSpan, _ span: TimeSpan) -> Double {
        let shared = word.overlap(with: span)
        if shared > 0 { return shared }
        let middle = (word.start + word.end) / 2
        return -max(0, max(span.start - middle, middle - span.end))
    }
}
