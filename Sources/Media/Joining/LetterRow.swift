import Text

/// The letters of lines one after another, each with a time: that of its word, or an even part of the line's.
struct LetterRow {
    struct Letter {
        var scalar: Unicode.Scalar
        /// Middle, in seconds; never less than that of the letter before.
        var time: Double
        var span: TimeSpan
        /// Number of the line.
        var line: Int
    }

    private(set) var letters: [Letter] = []
    /// The letters of each line that has any.
    private(set) var ranges: [Int: Range<Int>] = [:]

    /// Letters that are taken of all lines together: a film has fewer.
    private static let most = 400_000

    init(_ lines: [(number: Int, line: SpokenLine)]) {
        for (number, line) in lines where letters.count < Self.most {
            let segment = HeardSegment(time: line.time, text: line.text, words: line.words)
            let first = letters.count
            for piece in TimedText(segment).pieces {
                let scalars = Array(piece.core.unicodeScalars)
                for (index, scalar) in scalars.enumerated() {
                    let step = piece.time.duration / Double(scalars.count)
                    let start = piece.time.start + step * Double(index)
                    let middle = max(start + step / 2, letters.last?.time ?? -.infinity)
                    letters.append(
                        Letter(scalar: scalar, time: middle, span: TimeSpan(start, start + step), line: number)
                    )
                }
            }
            if letters.count > first { ranges[number] = first..<letters.count }
        }
    }
}
