import Text

/// A written line with the times at which it is heard.
struct LineTiming {
    private(set) var line: SpokenLine

    /// Seconds of a character that has no time of its own.
    private static let character = 0.18

    /// Seconds between two letters of different lines below which a recognizer has not told them apart.
    private static let glue = 0.08

    init(
        _ line: SpokenLine,
        range: Range<Int>,
        alike: [Int],
        partners: [Int?],
        own: LetterRow,
        other: LetterRow,
        _ heard: [SpokenLine],
        closest: Double? = nil
    ) {
        self.line = line
        guard let firstAlike = alike.first, let lastAlike = alike.last,
            let first = partners[firstAlike], let last = partners[lastAlike]
        else { return }
        // Letters before the first that agrees: heard as something else, or not heard.
        let lead = Double(firstAlike - range.lowerBound) * Self.character
        let trail = Double(range.upperBound - 1 - lastAlike) * Self.character
        var start = other.letters[first].span.start
        var end = other.letters[last].span.end
        let before =
            firstAlike > range.lowerBound ? Self.heardStart(first, steps: firstAlike - range.lowerBound, other) : start
        start = max(min(before, start), start - lead * 1.5)
        let after =
            lastAlike + 1 < range.upperBound ? Self.heardEnd(last, steps: range.upperBound - 1 - lastAlike, other) : end
        end = min(max(after, end), end + trail * 1.5)
        if let closest {
            let isGluedBefore = first > 0 && start - other.letters[first - 1].span.end < Self.glue
            let isGluedAfter = last + 1 < other.letters.count && other.letters[last + 1].span.start - end < Self.glue
            if isGluedBefore || abs(start - line.time.start) > closest { start = line.time.start }
            if isGluedAfter || abs(end - line.time.end) > 2 * closest { end = line.time.end }
        }
        self.line.time = TimeSpan(start, max(end, start + 0.1))
        self.line.words = words(range: range, partners: partners, own: own, other: other)
        if line.speaker == nil {
            var votes: [String: Int] = [:]
            for place in alike {
                if let partner = partners[place], let speaker = heard[other.letters[partner].line].speaker {
                    votes[speaker, default: 0] += 1
                }
            }
            self.line.speaker = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    /// Where the letters begin that are heard in the same line before one, a number of them at most.
    private static func heardStart(_ place: Int, steps: Int, _ row: LetterRow) -> Double {
        var index = place
        for _ in 0..<steps where index > 0 && row.letters[index - 1].line == row.letters[place].line { index -= 1 }
        return row.letters[index].span.start
    }

    private static func heardEnd(_ place: Int, steps: Int, _ row: LetterRow) -> Double {
        var index = place
        for _ in 0..<steps
        where index + 1 < row.letters.count && row.letters[index + 1].line == row.letters[place].line { index += 1 }
        return row.letters[index].span.end
    }

    /// The line's own characters at the times of those heard beside them.
    private func words(range: Range<Int>, partners: [Int?], own: LetterRow, other: LetterRow) -> [SpokenLine.Word] {
        var timed: [SpokenLine.Word] = []
        for place in range {
            guard let partner = partners[place] else { continue }
            let span = other.letters[partner].span
            guard span.start >= line.time.start - 0.01, span.end <= line.time.end + 0.01 else { continue }
            timed.append(SpokenLine.Word(String(own.letters[place].scalar), span))
        }
        return TimedText(HeardSegment(time: line.time, text: line.text, words: timed)).pieces.map {
            SpokenLine.Word($0.text.trimmed, $0.time)
        }
    }
}
