import Text

/// A text in pieces that are timed: Han characters one by one, other words whole, marks with what they follow.
struct TimedText {
    struct Piece {
        /// With the mark and the space after it.
        var text: String
        var time: TimeSpan
        /// Without marks and spaces, in small letters; what is compared.
        var core: String
        /// The mark after it ends a sentence, or a clause.
        var ends: End = .none
    }

    enum End: Int, Comparable {
        case none, clause, sentence

        static func < (left: End, right: End) -> Bool { left.rawValue < right.rawValue }
    }

    var pieces: [Piece]

    init(pieces: [Piece]) { self.pieces = pieces }

    /// The text of a segment with the times of its words; where the two differ, times are put in evenly.
    init(_ segment: HeardSegment) {
        let spoken = segment.words.map(\.text).joined()
        pieces = Self.split(segment.text.trimmed.isEmpty ? spoken : segment.text)
        guard !pieces.isEmpty else { return }
        time(by: segment)
    }

    /// A line with its text and the times of its pieces.
    func line(id: String) -> SpokenLine {
        let start = pieces.first?.time.start ?? 0
        let end = pieces.reduce(start) { max($0, $1.time.end) }
        return SpokenLine(
            id: id,
            time: TimeSpan(start, end),
            text: pieces.map(\.text).joined().trimmed,
            words: pieces.map { SpokenLine.Word($0.text.trimmed, $0.time) }
        )
    }

    /// The most scalars that are taken of one text: more is no speech.
    private static let most = 20_000

    static func split(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var isInWord = false
        for scalar in text.unicodeScalars.prefix(most) {
            let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            let isMark = scalar.properties.generalCategory == .nonspacingMark
            if scalar.isHan || scalar.isKana {
                pieces.append(Piece(text: String(scalar), time: TimeSpan(0, 0), core: String(scalar)))
                isInWord = false
            } else if isLetter || isMark || (isInWord && (scalar == "'" || scalar == "’")) {
                let small = isLetter || isMark ? scalar.properties.lowercaseMapping : ""
                if isInWord, !pieces.isEmpty {
                    pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
                    pieces[pieces.count - 1].core += small
                } else {
                    pieces.append(Piece(text: String(scalar), time: TimeSpan(0, 0), core: small))
                    isInWord = true
                }
            } else {
                isInWord = false
                // Marks before the first word have nothing to stand with.
                guard !pieces.isEmpty, scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" else { continue }
                let isSpace = scalar.properties.isWhitespace
                pieces[pieces.count - 1].text.unicodeScalars.append(isSpace ? " " : scalar)
                pieces[pieces.count - 1].ends = max(pieces[pieces.count - 1].ends, end(scalar))
            }
        }
        return pieces
    }

    private static func end(_ scalar: Unicode.Scalar) -> End {
        switch scalar {
        case "。", "！", "？", "!", "?", "…", ".", "．", "\n": .sentence
        case "，", ",", "、", "；", ";", "：", ":", "—": .clause
        default: .none
        }
    }

    /// Times by aligning the letters of the text with those of the words.
    private mutating func time(by segment: HeardSegment) {
        var letters: [(scalar: Unicode.Scalar, time: TimeSpan)] = []
        for word in segment.words.prefix(Self.most) {
            let scalars = word.text.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
                .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            guard !scalars.isEmpty, word.time.start.isFinite, word.time.end.isFinite else { continue }
            // Within the segment, and one after another.
            let start = min(
                max(word.time.start, segment.time.start, letters.last?.time.start ?? -.infinity),
                segment.time.end
            )
            let end = min(max(word.time.end, start), segment.time.end)
            for (index, scalar) in scalars.enumerated() {
                let (count, step) = (Double(scalars.count), Double(index))
                letters.append(
                    (scalar, TimeSpan(start + (end - start) * step / count, start + (end - start) * (step + 1) / count))
                )
            }
        }
        var owners: [(piece: Int, scalar: Unicode.Scalar)] = []
        for (index, piece) in pieces.enumerated() { owners += piece.core.unicodeScalars.map { (index, $0) } }
        var times = [TimeSpan?](repeating: nil, count: pieces.count)
        let alignment = CharacterAlignment(
            firstCount: owners.count,
            secondCount: letters.count,
            band: abs(owners.count - letters.count) + 40
        ) { owners[$0].scalar == letters[$1].scalar ? 2 : -1 }
        for case .pair(let own, let other) in alignment.steps {
            let piece = owners[own].piece
            let time = letters[other].time
            times[piece] = times[piece].map { TimeSpan(min($0.start, time.start), max($0.end, time.end)) } ?? time
        }
        fill(times, segment.time)
    }

    /// Gives pieces without a time an even part of what is free between their neighbours.
    private mutating func fill(_ times: [TimeSpan?], _ span: TimeSpan) {
        var index = 0
        while index < pieces.count {
            if let time = times[index] {
                pieces[index].time = time
                index += 1
                continue
            }
            let first = index
            while index < pieces.count, times[index] == nil { index += 1 }
            let next = index < pieces.count ? times[index]?.start : nil
            // Words may overlap: none begins before the one in front of it.
            let start = min(first > 0 ? pieces[first - 1].time.end : span.start, next ?? .infinity)
            let end = max(start, next ?? span.end)
            let step = (end - start) / Double(index - first)
            for place in first..<index {
                let from = start + step * Double(place - first)
                pieces[place].time = TimeSpan(from, from + step)
            }
        }
    }
}
