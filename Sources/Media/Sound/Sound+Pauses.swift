internal import Glibc
package import Text

extension Sound {
    /// Pauses inside speech that are longer than a limit, in seconds from the beginning.
    ///
    /// 20 ms at either side of a silence are not counted: there consonants die away and breath is taken.
    package func pauses(longerThan limit: Double = 0.25) -> [TimeSpan] {
        SpeechLevels(self).gaps.map { gap in
            TimeSpan(
                Double(gap.lowerBound + 1) * SpeechLevels.hop + 0.02,
                Double(gap.upperBound) * SpeechLevels.hop - 0.02
            )
        }.filter { $0.duration > limit }
    }

    /// Seconds that `squeezingPauses` can take out at most.
    package func squeezableSeconds(to limit: Double = 0.25) -> Double {
        let kept = Self.kept(limit)
        return pauses(longerThan: kept).reduce(0) { $0 + $1.duration - kept }
    }

    /// What stays of a pause: never less than 50 ms, so that a fade has room.
    private static func kept(_ limit: Double) -> Double { limit.isFinite ? max(limit, 0.05) : 0.25 }

    /// The sound with its pauses shortened, each to no less than a limit, by so many seconds in all.
    ///
    /// Longer pauses give more; the middle of each is taken out, and the halves are joined by an equal-power fade.
    /// - Parameter seconds: To be taken out; nil takes out all that the limit allows.
    /// - Returns: The sound and the seconds that were taken out, less than asked for when there is not so much.
    package func squeezingPauses(
        to limit: Double = 0.25,
        by seconds: Double? = nil
    ) -> (sound: Sound, removed: Double) {
        let kept = Self.kept(limit)
        let pauses = pauses(longerThan: kept)
        let possible = pauses.reduce(0) { $0 + $1.duration - kept }
        let wanted = seconds.map { $0 > 0 ? min($0, possible) : 0 } ?? possible
        guard rate > 0, wanted > 0.001 else { return (self, 0) }
        let share = wanted / possible
        let cuts = pauses.compactMap { pause -> Range<Int>? in
            let removed = Int(((pause.duration - kept) * share * Double(rate)).rounded())
            let first = Int((pause.start + pause.end) / 2 * Double(rate)) - removed / 2
            guard removed > 0, first > 0, first + removed < count else { return nil }
            return first..<(first + removed)
        }
        let removed = cuts.reduce(0) { $0 + $1.count }
        // 10 ms in all.
        let fade = rate / 200
        let channels = channels.map { Self.joined($0, without: cuts, fade: fade) }
        return (Sound(rate: rate, channels: channels), Double(removed) / Double(rate))
    }

    /// The samples without some stretches, with a fade of `2 fade` samples over each joint.
    private static func joined(_ samples: [Float], without cuts: [Range<Int>], fade: Int) -> [Float] {
        var joined: [Float] = []
        joined.reserveCapacity(samples.count)
        var next = 0
        for cut in cuts {
            let before = max(next, cut.lowerBound - fade)
            joined += samples[next..<before]
            // The end of the one side goes on a little while the beginning of the other comes.
            let length = min(cut.lowerBound - before + fade, samples.count - cut.upperBound + cut.lowerBound - before)
            for number in 0..<max(0, length) {
                let angle = Float.pi / 2 * (Float(number) + 0.5) / Float(length)
                let leaving = samples[before + number]
                let coming = samples[before + number + cut.count]
                joined.append(leaving * cosf(angle) + coming * sinf(angle))
            }
            next = before + cut.count + max(0, length)
        }
        return joined + samples[next...]
    }
}
