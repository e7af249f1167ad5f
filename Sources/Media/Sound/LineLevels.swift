package import Text

/// How loud each line of a dub is, from how loud the original's line is: a whisper stays a whisper, a shout a shout.
package struct LineLevels: Hashable, Sendable, Codable {
    /// LU by which a line may be softer than the middle of all.
    package var softest = 6.0
    /// LU by which a line may be louder than the middle of all.
    package var loudest = 4.0

    package init() {}

    /// Decibels of gain for each spoken line.
    ///
    /// The middle of the dub becomes as loud as the middle of the original, so that it keeps its place over the bed.
    /// - Parameters:
    ///   - originals: LUFS of each line of the original; nil where it is not known, and the line is of middle loudness.
    ///   - spoken: LUFS of each line of the dub before the gain; nil for silence, which has no gain.
    package func gains(originals: [Double?], spoken: [Double?]) -> [Double] {
        let known = originals.compactMap(\.self).filter(\.isFinite).sorted()
        let middle = known.isEmpty ? -23 : known[known.count / 2]
        return spoken.indices.map { line in
            guard let level = spoken[line], level.isFinite else { return 0 }
            let original = line < originals.count ? originals[line] ?? middle : middle
            let apart = original.isFinite ? min(max(original - middle, -softest), loudest) : 0
            return min(max(middle + apart - level, -40), 40)
        }
    }

    /// LUFS of each line of a recording, without gates but the one at −70; nil for silence.
    /// - Parameter spans: When each line is spoken, in seconds.
    package static func measure(_ sound: Sound, spans: [TimeSpan]) -> [Double?] {
        var meter = LoudnessMeter(rate: sound.rate, channels: sound.channels.count)
        for begin in stride(from: 0, to: sound.count, by: 1 << 17) {
            meter.add(sound[begin..<min(begin + 1 << 17, sound.count)])
        }
        return spans.map { meter.loudness(of: [$0]) }
    }

    /// LUFS of a spoken clip as it will be heard in a mix of so many channels; nil for silence.
    package static func measure(clip: Sound, channels: Int = 2) -> Double? {
        // A mono clip comes from both loudspeakers of a stereo mix, which is 3 LU more than from one.
        var sound = channels == 2 ? clip.stereo() : clip.mono()
        // The last 10 ms would not be complete.
        let filling = [Float](repeating: 0, count: sound.rate / 100 + 1)
        for channel in sound.channels.indices { sound.channels[channel] += filling }
        return measure(sound, spans: [TimeSpan(0, sound.duration)])[0]
    }
}
