import Text

/// When a part of a line is said, by its share of the text.
///
/// With the times of the original's words, a part follows them and begins after a pause where one is near; without, time
/// passes evenly.
struct SpeechClock {
    private let time: TimeSpan
    private let words: [SpokenLine.Word]
    /// The share of the text before each word, and 1.
    private let shares: [Double]

    init(_ line: SubtitleLine) {
        time = line.time
        let words = line.words
        var weights: [Double] = [0]
        var isSound = words.count > 1
        var last = line.time.start - 0.5
        for word in words where isSound {
            let span = word.time
            // Times that run backward or out of the line are no times.
            isSound = span.start >= last - 0.05 && span.end >= span.start && span.end <= line.time.end + 0.5
            last = span.start
            weights.append((weights.last ?? 0) + Double(max(word.text.unicodeScalars.count, 1)))
        }
        guard isSound, let sum = weights.last, sum > 0 else {
            self.words = []
            shares = []
            return
        }
        self.words = words
        shares = weights.map { $0 / sum }
    }

    /// The seconds at which so much of the text is said.
    func seconds(_ share: Double) -> Double {
        guard !words.isEmpty, share > 0, share < 1 else { return time.start + time.duration * min(max(share, 0), 1) }
        let cut = boundary(near: share)
        return (words[cut - 1].time.end + words[cut].time.start) / 2
    }

    /// The time of the part between two shares.
    func span(_ from: Double, _ to: Double) -> TimeSpan {
        guard !words.isEmpty else { return TimeSpan(seconds(from), seconds(to)) }
        let start = from > 0 ? words[boundary(near: from)].time.start : time.start
        let end = to < 1 ? words[boundary(near: to) - 1].time.end : time.end
        guard end > start else { return TimeSpan(time.start + time.duration * from, time.start + time.duration * to) }
        return TimeSpan(start, end)
    }

    /// The word before which a share of the text ends, from 1 on: the nearest, or one after a pause near it.
    private func boundary(near share: Double) -> Int {
        var (low, high) = (1, words.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if shares[middle] < share { low = middle + 1 } else { high = middle }
        }
        var best = low
        var bestCost = Double.infinity
        for index in max(1, low - 8)...min(words.count - 1, low + 8) {
            let pause = words[index].time.start - words[index - 1].time.end
            let cost = abs(shares[index] - share) - (pause >= 0.15 ? min(pause, 0.5) * 0.3 : 0)
            if cost < bestCost {
                (best, bestCost) = (index, cost)
            }
        }
        return best
    }
}
