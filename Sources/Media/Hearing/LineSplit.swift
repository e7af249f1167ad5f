import Text

/// Splits timed text into lines: after sentences, at long pauses, and where it is too long.
struct LineSplit {
    private(set) var parts: [TimedText] = []

    init(_ text: TimedText, longest: Double, pause: Double, breath: Double) {
        var start = 0
        let pieces = text.pieces
        for index in pieces.indices {
            let isLast = index + 1 == pieces.count
            let gap = isLast ? 0 : pieces[index + 1].time.start - pieces[index].time.end
            guard isLast || pieces[index].ends == .sentence || gap >= pause else { continue }
            cut(pieces[start...index], longest: max(4, longest), breath: breath)
            start = index + 1
        }
    }

    private mutating func cut(_ pieces: ArraySlice<TimedText.Piece>, longest: Double, breath: Double) {
        // A list of work, not calls in calls: a text may be long.
        var waiting = [pieces]
        while let part = waiting.popLast() {
            let width = part.reduce(0) { $0 + Self.width($1) }
            guard width > longest, part.count > 1, let place = Self.place(in: part, width: width, breath: breath) else {
                parts.append(TimedText(pieces: Array(part)))
                continue
            }
            waiting.append(part[(place + 1)...])
            waiting.append(part[...place])
        }
    }

    /// The piece after which to split: a clause's end or a pause, near the middle.
    private static func place(in part: ArraySlice<TimedText.Piece>, width: Double, breath: Double) -> Int? {
        var best: (score: Double, place: Int)?
        var before = 0.0
        for index in part.indices.dropLast() {
            before += Self.width(part[index])
            // 0 in the middle, 1 at an end.
            let off = abs(before / width * 2 - 1)
            let gap = max(0, part[index + 1].time.start - part[index].time.end)
            var score = -off * 1.5
            if part[index].ends >= .clause { score += 1 }
            if gap >= breath { score += 0.5 + min(1, gap) }
            if part[index].text.unicodeScalars.last == " " { score += 0.4 }
            // Before a particle no line begins.
            if ["的", "了", "吗", "吧", "呢", "啊", "嘛", "呀", "们"].contains(part[index + 1].core) { score -= 0.8 }
            if score > best?.score ?? -.infinity { best = (score, index) }
        }
        return best?.place
    }

    /// Han counts one, other letters a half.
    private static func width(_ piece: TimedText.Piece) -> Double {
        piece.core.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
    }
}
