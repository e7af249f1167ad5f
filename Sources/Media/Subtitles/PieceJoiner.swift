import Text

/// Puts neighbours into one subtitle where each alone would be too short or too fast to read, or where two speak at once.
struct PieceJoiner {
    private let cutter: LineCutter
    private let timing: SubtitleTiming
    private let style: SubtitleStyle

    init(_ cutter: LineCutter, _ timing: SubtitleTiming) {
        self.cutter = cutter
        self.timing = timing
        style = cutter.style
    }

    /// - Parameter pieces: of one kind, by time.
    func joined(_ pieces: [SubtitlePiece]) -> [SubtitlePiece] {
        var result: [SubtitlePiece] = []
        for (index, piece) in pieces.enumerated() {
            let next = index + 1 < pieces.count ? pieces[index + 1].time.start : nil
            if let last = result.last, let one = one(last, piece, next: next) {
                result[result.count - 1] = one
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private func one(_ first: SubtitlePiece, _ second: SubtitlePiece, next: Double?) -> SubtitlePiece? {
        let pause = second.time.start - first.time.end
        let span = max(first.time.end, second.time.end) - first.time.start
        guard pause < style.chain, span <= style.longest else { return nil }
        if first.kind != .dialogue {
            // What is on screen at one time is shown at one time.
            let overlap = first.time.overlap(with: second.time)
            guard overlap > 0.5 * min(first.time.duration, second.time.duration), !first.hasDashes else { return nil }
            return cutter.paired(first, second, dashes: false)
        }
        let isOneSpeaker = first.speaker == second.speaker
        let overlaps = pause < -0.1
        if !isOneSpeaker || overlaps {
            guard overlaps || isShort(first, second.time.start) || isShort(second, next) else { return nil }
            guard !first.hasDashes, first.sources.map(\.id) != second.sources.map(\.id),
                isOneSpeaker || first.speaker != nil && second.speaker != nil || overlaps
            else { return nil }
            return cutter.paired(first, second, dashes: true)
        }
        guard !first.text.isEmpty, !second.text.isEmpty else { return nil }
        if isShort(first, second.time.start) || isShort(second, next) {
            return cutter.joined(first, second)
        }
        // Lines of nobody known may be of two people.
        guard first.speaker != nil, isFast(first, second.time.start) != isFast(second, next) else { return nil }
        guard let one = cutter.joined(first, second), !isFast(one, next) else { return nil }
        return timing.hasCut(between: first.time.start + 0.001, and: second.time.start + 0.001) ? nil : one
    }

    /// Seconds for which a piece can be shown when the next one begins.
    private func room(_ piece: SubtitlePiece, _ next: Double?) -> Double {
        let most = piece.time.end + SubtitleTiming.hang
        return (next.map { min($0 - timing.gapSeconds, most) } ?? most) - piece.time.start
    }

    private func isShort(_ piece: SubtitlePiece, _ next: Double?) -> Bool {
        room(piece, next) < style.shortest
            && (next.map { $0 - piece.time.start < style.shortest + style.chain } ?? false)
    }

    private func isFast(_ piece: SubtitlePiece, _ next: Double?) -> Bool {
        Double(piece.width) / 2 > style.speed * max(room(piece, next), style.shortest)
    }
}
