package import Text

/// Speech laid over a bed on an absolute grid of samples.
///
/// A clip is never cut: a mix becomes longer when speech goes on after the bed's end.
package struct Mixdown: Sendable {
    package var clips: [Clip]
    /// When the original speaks, in seconds: there the bed is ducked more. Empty for a bed without speech.
    package var originalSpeech: [TimeSpan]
    package var ducking: Ducking

    package init(clips: [Clip], originalSpeech: [TimeSpan], ducking: Ducking = Ducking()) {
        self.clips = clips
        self.originalSpeech = originalSpeech
        self.ducking = ducking
    }

    /// A line as it is spoken.
    package struct Clip: Sendable {
        /// Id of the line.
        package var line: String
        /// Brought to the bed's rate when it has another; mono is heard in the middle.
        package var sound: Sound
        /// Second of the film at which its first sample is heard.
        package var start: Double
        /// Decibels.
        package var gain: Double
        /// Second of the film from which it is 6 dB lower, because the next line speaks; nil for none.
        package var yields: Double?

        package init(line: String, sound: Sound, start: Double, gain: Double = 0, yields: Double? = nil) {
            self.line = line
            self.sound = sound
            self.start = start
            self.gain = gain
            self.yields = yields
        }

        /// When it is heard, in seconds.
        package var time: TimeSpan { TimeSpan(start, start + sound.duration) }
    }

    package struct Result: Sendable {
        package var mix: Sound
        /// The speech alone, when it was asked for.
        package var dialogue: Sound?
        /// The ducked bed alone, when it was asked for.
        package var bed: Sound?
        package var findings: [Finding] = []
    }

    /// Seconds after the bed's end at which speech is a mistake, and is not mixed.
    static let longestEnd = 60.0

    /// The whole mix, of the bed's rate and channels.
    ///
    /// The samples of the bed are changed in place; each stem is one more copy. An hour of stereo at 48 kHz is 1.4 GB.
    /// Findings: `mix-clip-time` (error) for a clip at no possible time, `mix-longer` (warning) for speech after the bed's end.
    /// - Parameters:
    ///   - bed: Mono or stereo; of more channels the first two are ducked by middle and side, the others as the centre.
    ///   - stems: Whether the speech and the ducked bed are wanted by themselves too.
    package func mix(over bed: consuming Sound, stems: Bool = false) -> Result {
        var mix = bed
        if mix.channels.isEmpty { mix.channels = [[]] }
        let (placed, findings) = place(in: mix)
        let length = max(mix.count, placed.map(\.end).max() ?? 0)
        for channel in mix.channels.indices where mix.channels[channel].count < length {
            mix.channels[channel] += [Float](repeating: 0, count: length - mix.channels[channel].count)
        }
        duck(&mix, under: placed)
        var result = Result(mix: mix, findings: findings)
        if stems {
            result.bed = mix
            let silence = [Float](repeating: 0, count: length)
            var dialogue = Sound(rate: mix.rate, channels: mix.channels.map { _ in silence })
            for clip in placed { clip.add(to: &dialogue) }
            result.dialogue = dialogue
        }
        // The values share their samples until one is written to.
        mix = Sound(rate: mix.rate, channels: [])
        for clip in placed { clip.add(to: &result.mix) }
        return result
    }

    private func place(in bed: Sound) -> (placed: [PlacedClip], findings: [Finding]) {
        var placed: [PlacedClip] = []
        var findings: [Finding] = []
        for clip in clips where clip.sound.count > 0 {
            guard bed.rate > 0, clip.start.isFinite, clip.gain.isFinite, clip.gain < 100,
                clip.time.end <= bed.duration + Self.longestEnd
            else {
                let message =
                    "The speech of this line is not mixed, for its time is outside the film. Correct its time."
                findings.append(Finding("mix-clip-time", .error, message, at: .init(unit: clip.line)))
                continue
            }
            let next = PlacedClip(clip, rate: bed.rate)
            // A third of a frame of film is no news.
            if next.end > bed.count + bed.rate / 75 {
                let message = "The speech goes on after the film's end, so the sound is longer. Take a shorter wording."
                findings.append(Finding("mix-longer", .warning, message, at: .init(unit: clip.line)))
            }
            placed.append(next)
        }
        return (placed, findings)
    }

    private func duck(_ mix: inout Sound, under clips: [PlacedClip]) {
        let rate = mix.rate
        let (centre, sides) = ducking.envelopes(dub: clips.map(\.time), original: originalSpeech)
        for begin in stride(from: 0, to: mix.count, by: 1 << 15) {
            let range = begin..<min(begin + 1 << 15, mix.count)
            let middle = centre.factors(for: range, rate: rate)
            let side = sides.factors(for: range, rate: rate)
            guard !middle.isEmpty || !side.isEmpty else { continue }
            if mix.channels.count >= 2 {
                let ones = [Float](repeating: 1, count: range.count)
                mix.scale(range, middle: middle.isEmpty ? ones : middle, side: side.isEmpty ? ones : side)
            }
            for channel in mix.channels.indices where channel >= 2 || mix.channels.count == 1 {
                mix.channels[channel].multiply(by: middle, from: begin)
            }
        }
    }
}

extension Sound {
    /// Scales what the first two channels share and what they do not.
    fileprivate mutating func scale(_ range: Range<Int>, middle: [Float], side: [Float]) {
        var left = channels[0]
        var right = channels[1]
        channels[0] = []
        channels[1] = []
        left.withUnsafeMutableBufferPointer { left in
            right.withUnsafeMutableBufferPointer { right in
                middle.withUnsafeBufferPointer { middle in
                    side.withUnsafeBufferPointer { side in
                        let first = range.lowerBound
                        for number in 0..<min(range.count, left.count - first, right.count - first) {
                            let shared = (left[first + number] + right[first + number]) * 0.5 * middle[number]
                            let apart = (left[first + number] - right[first + number]) * 0.5 * side[number]
                            left[first + number] = shared + apart
                            right[first + number] = shared - apart
                        }
                    }
                }
            }
        }
        channels[0] = left
        channels[1] = right
    }
}
