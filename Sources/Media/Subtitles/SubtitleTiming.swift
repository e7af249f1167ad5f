import Text

/// From when to when subtitles are shown, in frames: rules of Netflix's Subtitle Timing Guidelines
/// (https://partnerhelp.netflixstudios.com/hc/en-us/articles/360051554394), whose numbers are for 24 frames a second and
/// are kept as times at other rates.
struct SubtitleTiming: Sendable {
    /// A subtitle may stay for so many seconds after the voice, if it must: what the BBC allows
    /// (https://www.bbc.co.uk/accessibility/forproducts/guides/subtitles/, Timing).
    static let hang = 1.5

    private let style: SubtitleStyle
    private let rate: FrameRate
    /// The first frames of shots, in order.
    private let cuts: [Int]
    private let shortest: Int
    private let longest: Int
    private let gap: Int
    private let chain: Int
    private let hang: Int
    /// The last frame and one.
    private let last: Int
    /// Half a second, and what lies before a cut: up to 7 frames of 24 are red, up to 11 green.
    private let half: Int
    private let red: Int
    private let green: Int

    struct Span: Sendable, Hashable {
        var start: Int
        /// The first frame without it.
        var end: Int
    }

    struct Complaint {
        var text: String
        var isOfTime: Bool
    }

    /// - Parameter style: a sound one.
    init(_ style: SubtitleStyle, _ rate: FrameRate, shots: [Double], duration: Double? = nil) {
        self.style = style
        self.rate = rate
        cuts = Set(shots.lazy.filter { $0.isFinite && $0 > 0 }.map { rate.frame(at: $0) }).sorted()
        let speed = rate.framesPerSecond
        func frames(_ seconds: Double) -> Int { Int((seconds * speed).rounded()) }
        let shortest = max(Int((style.shortest * speed - 0.01).rounded(.up)), 1)
        self.shortest = shortest
        longest = max(Int((style.longest * speed + 0.01).rounded(.down)), shortest)
        gap = style.gapFrames
        half = max(frames(0.5), 1)
        red = frames(7.0 / 24)
        green = frames(11.0 / 24)
        chain = max(frames(style.chain), gap)
        hang = frames(Self.hang)
        last =
            duration.flatMap { $0 > 0 && $0 < 1e7 ? max(Int(($0 * speed).rounded(.down)), shortest) : nil } ?? .max
            / 2
    }

    var gapSeconds: Double { rate.seconds(gap) }

    func hasCut(between from: Double, and to: Double) -> Bool {
        guard let cut = cut(from: rate.frame(at: from)) else { return false }
        return cut <= rate.frame(at: to)
    }

    /// When subtitles of one kind are shown.
    /// - Parameter pieces: when each is spoken, by beginning, and its half characters.
    func spans(_ pieces: [(time: TimeSpan, width: Int)]) -> [Span] {
        let speech = pieces.map { piece in
            let start = max(rate.frame(at: piece.time.start), 0)
            return Span(start: start, end: max(rate.frame(at: piece.time.end), start))
        }
        let needs = pieces.map { need($0.width) }
        var starts = starts(speech, needs)
        lend(&starts, speech, needs)
        return speech.indices.map { index in
            let limit = index + 1 < starts.count ? starts[index + 1] - gap : max(last, starts[index] + 1)
            return Span(
                start: starts[index],
                end: end(from: starts[index], speech[index].end, needs[index], limit, hasNext: index + 1 < starts.count)
            )
        }
    }

    /// Frames that it takes to read so many half characters.
    private func need(_ width: Int) -> Int {
        let seconds = Double(width) / 2 / style.speed
        return max(Int((min(seconds, 3_600) * rate.framesPerSecond - 0.001).rounded(.up)), shortest)
    }

    /// First frames: with the voice, or at the cut next to it. Where the one before needs its least time, later, but no
    /// more than a second; a subtitle with no time at all is shown for a frame.
    private func starts(_ speech: [Span], _ needs: [Int]) -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity(speech.count)
        for (index, span) in speech.enumerated() {
            let next = index + 1 < speech.count ? speech[index + 1].start - gap : Int.max
            var start = snapped(span.start)
            // A cut is no reason to take away the time for reading.
            if start > span.start, next - start < needs[index], next - start < next - span.start { start = span.start }
            if let before = starts.last {
                if start < span.start, start - gap - before < needs[index - 1] { start = span.start }
                if start < before + shortest + gap {
                    let least = before + 1 + gap
                    start = max(span.start, min(before + shortest + gap, span.start + 2 * half), least)
                }
            }
            starts.append(max(min(start, last - 1), starts.last.map { $0 + 1 + gap } ?? 0, 0))
        }
        return starts
    }

    /// Moves beginnings by up to three frames from the voice, as far as the guide lets them be off, where one subtitle has too
    /// little time to be read and its neighbour more than enough.
    private func lend(_ starts: inout [Int], _ speech: [Span], _ needs: [Int]) {
        guard starts.count > 1 else { return }
        for index in starts.indices.dropLast() {
            var missing = needs[index] - (starts[index + 1] - gap - starts[index])
            guard missing > 0 else { continue }
            // Before: what the last one can spare.
            if starts[index] == speech[index].start {
                let spare = index > 0 ? starts[index] - gap - starts[index - 1] - needs[index - 1] : starts[index]
                let moved = max(min(missing, spare, Self.tolerance), 0)
                starts[index] -= moved
                missing -= moved
            }
            if starts[index + 1] == speech[index + 1].start {
                let end = index + 2 < starts.count ? starts[index + 2] - gap : speech[index + 1].end + hang
                let spare = end - starts[index + 1] - needs[index + 1]
                starts[index + 1] += max(min(missing, spare, Self.tolerance), 0)
            }
        }
    }

    /// Frames that a beginning may be off the voice for the sake of reading speed.
    private static let tolerance = 3

    private func snapped(_ frame: Int) -> Int {
        let after = cut(from: frame)
        let before = cut(before: frame)
        let toBefore = before.map { frame - $0 } ?? .max
        if let after {
            let distance = after - frame
            if distance == 0 { return frame }
            if distance <= red, distance <= toBefore { return after }
            if distance <= green, toBefore > half { return max(after - half, before ?? 0, 0) }
        }
        if let before, toBefore <= half { return before }
        return frame
    }

    /// The frame after the last: with the voice, later for reading, two frames before a cut or the next subtitle near it.
    private func end(from start: Int, _ voice: Int, _ need: Int, _ limit: Int, hasNext: Bool) -> Int {
        let most = min(start + longest, limit)
        let wanted = max(start + need, voice)
        var end = min(max(voice, start + shortest, min(wanted, voice + hang)), most)
        if let cut = nearestCut(end) {
            let safe = cut - max(gap, 1)
            let needed = min(start + need, end)
            if end < cut {
                // Up to the cut, or over it when reading asks for more than there is before.
                if safe <= most, safe >= start + shortest { end = max(safe, min(end, safe)) }
            } else if safe >= start + shortest, safe >= needed || end - cut <= 1 {
                end = safe
            } else if cut + half <= most, wanted > safe {
                end = cut + half
            }
            if end == cut - 1 || end == cut, safe > start { end = min(end, safe) }
        }
        if hasNext, limit - end < chain - gap, limit > end {
            if limit - start <= longest {
                end = limit
            } else {
                // It stands too long to be chained: leave a pause that can be seen.
                end = max(min(end, limit + gap - chain), start + shortest)
            }
        }
        return max(min(end, most), start + 1)
    }

    /// The cut within half a second.
    private func nearestCut(_ frame: Int) -> Int? {
        let after = cut(from: frame)
        let before = cut(before: frame)
        let candidates = [after, before].compactMap(\.self).filter { abs($0 - frame) <= half }
        return candidates.min { abs($0 - frame) < abs($1 - frame) }
    }

    private func index(from frame: Int) -> Int {
        var (low, high) = (0, cuts.count)
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle] < frame { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first cut at a frame or after it.
    private func cut(from frame: Int) -> Int? {
        let index = index(from: frame)
        return index < cuts.count ? cuts[index] : nil
    }

    private func cut(before frame: Int) -> Int? {
        let index = index(from: frame)
        return index > 0 ? cuts[index - 1] : nil
    }

    /// What is wrong with the times of a subtitle.
    func complaints(of piece: SubtitlePiece, _ span: Span) -> [Complaint] {
        var complaints: [Complaint] = []
        let length = span.end - span.start
        if length < shortest {
            let message =
                "The subtitle stands \(milliseconds(length)) ms, less than \(milliseconds(shortest)): others follow too "
                + "closely. Join it with one of them."
            complaints.append(Complaint(text: message, isOfTime: true))
        }
        let late = span.start - rate.frame(at: piece.time.start)
        if late > half {
            let message =
                "The subtitle begins \(milliseconds(late)) ms after it is said, since the one before needs the time. "
                + "Shorten that one."
            complaints.append(Complaint(text: message, isOfTime: true))
        }
        return complaints
    }

    private func milliseconds(_ frames: Int) -> Int { Int(rate.seconds(frames) * 1_000) }
}
