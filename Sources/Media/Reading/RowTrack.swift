import Text

/// One row of writing on the screen, with all that was read of it.
struct RowTrack {
    private(set) var frames: ClosedRange<Int>
    private(set) var readings: [(text: ReadText, weight: Double)]
    /// What the readings have in common.
    private(set) var text: ReadText
    /// Middle of the row in pixels from the top of the picture.
    private(set) var y: Double
    /// Of the widest reading, in pixels.
    private(set) var width: Int

    /// - Parameter parts: the readings of the row, each as its parts from the left; at least one with a part.
    init?(frames: ClosedRange<Int>, readings parts: [[TextReading]]) {
        let parts = parts.filter { !$0.isEmpty }
        guard let first = parts.first?.first else { return nil }
        let weight = Double(min(50, frames.count))
        self.frames = frames
        readings = parts.map { (ReadText(row: $0), weight) }
        text = ReadingVote(readings).result
        y = first.box.middle.y
        width = parts.map { row in (row.map(\.box.right).max() ?? 0) - (row.map(\.box.x).min() ?? 0) }.max() ?? 0
        guard !text.core.isEmpty else { return nil }
    }

    /// Adds what was read of the same row later.
    mutating func join(_ other: RowTrack) {
        frames = frames.lowerBound...max(frames.upperBound, other.frames.upperBound)
        // Many readings of a text that stands for minutes say no more than some.
        if readings.count < 24 { readings += other.readings }
        width = max(width, other.width)
        y = other.y
        text = ReadingVote(readings).result
    }

    /// Goes on with the text of another, of which this one's is the beginning.
    mutating func grow(to other: RowTrack) {
        var grown = other
        grown.frames = frames.lowerBound...max(frames.upperBound, other.frames.upperBound)
        self = grown
    }

    /// Whether a row read later shows the same text: by what was read, by how sure that is, and by the ink.
    ///
    /// - Parameters:
    ///   - likeness: of the ink, as `TextSighting` says it.
    ///   - rate: frames a second.
    ///   - unread: the last frame before `next` on which something stood that could not be read.
    func goesOn(in next: RowTrack, likeness: Double, rate: Double, unread: Int) -> Bool {
        let gap = next.frames.lowerBound - frames.upperBound - 1
        // What could not be read in between hides the text no longer than a second.
        let isBridged = unread >= next.frames.lowerBound - 2 && Double(gap) <= rate
        guard gap <= 3 || isBridged else { return false }
        if text.core == next.text.core { return true }
        let alike = EditDistance.likeness(text.core, next.text.core)
        // No subtitle is so short: a frame or two of a cut made another text of it.
        if alike >= 0.34, Double(min(frames.count, next.frames.count)) <= rate * 0.34 { return true }
        guard alike >= 0.5 else { return false }
        if likeness >= 0.6 && gap <= 3 { return true }
        // Both surely read and not alike: another text, be it by one character.
        var (changes, isSure) = (0, false)
        let (left, right) = (text.letters, next.text.letters)
        for step in CharacterAlignment(left.map(\.text), right.map(\.text)).steps {
            let sure: Double
            switch step {
            case .pair(let one, let other):
                if left[one].text == right[other].text { continue }
                sure = min(left[one].confidence, right[other].confidence)
            case .first(let one): sure = left[one].confidence
            case .second(let other, _): sure = right[other].confidence
            }
            changes += 1
            isSure = isSure || sure >= 0.85
        }
        return !isSure && changes * 4 <= max(4, left.count, right.count)
    }

    /// Whether the text goes on where this one ends: written out by and by, or read without its last character.
    func isBeginning(of next: RowTrack) -> Bool {
        let (first, second) = (text.core, next.text.core)
        return next.frames.lowerBound - frames.upperBound <= 2 && first.unicodeScalars.count >= 2
            && second.unicodeScalars.count > first.unicodeScalars.count && second.hasPrefix(first)
    }
}
