internal import Glibc
package import Text

/// The level of a recording every 5 ms, and what in it is speech.
///
/// Fricatives are much softer than vowels but high, so the level is the louder of the sound and of its slope.
struct SpeechLevels {
    /// Seconds from one frame to the next; a frame is twice as long.
    static let hop = 0.005

    /// In dBFS, never below −120.
    let frames: [Float]
    /// Of the loud parts of the recording.
    let loud: Float
    /// Of its softest parts.
    let floor: Float

    init(_ sound: Sound) {
        let rate = max(sound.rate, 200)
        let count = sound.count
        let frameCount = count * 200 / rate
        var powers = [Float](repeating: 0, count: frameCount + 1)
        for channel in sound.channels {
            channel.withUnsafeBufferPointer { samples in
                var before: Float = 0
                for frame in 0...frameCount {
                    let begin = frame * rate / 200
                    let end = min((frame + 1) * rate / 200, samples.count)
                    guard begin < end else { continue }
                    var sum: Float = 0
                    var slopes: Float = 0
                    for number in begin..<end {
                        let sample = samples[number]
                        sum += sample * sample
                        slopes += (sample - before) * (sample - before)
                        before = sample
                    }
                    let power = max(sum, slopes) / Float(end - begin)
                    powers[frame] = max(powers[frame], power.isFinite ? power : 0)
                }
            }
        }
        frames = powers.indices.map { frame in
            let next = frame + 1 < powers.count ? powers[frame + 1] : powers[frame]
            return max(-120, 10 * log10f(max((powers[frame] + next) / 2, 1e-12)))
        }
        let sorted = frames.sorted()
        loud = sorted.isEmpty ? -120 : sorted[(sorted.count - 1) * 95 / 100]
        floor = sorted.isEmpty ? -120 : sorted[(sorted.count - 1) * 5 / 100]
    }

    /// Above it is speech: 8 dB over the softest parts, but from 26 to 50 dB below the loud ones, since a recording may be
    /// without silence, or with a silence of zeros.
    var threshold: Float { min(max(floor + 8, loud - 50), loud - 26) }

    /// Frames of speech from the first to the last; nil when all is below −60 dBFS.
    var speech: Range<Int>? {
        guard loud > -60 else { return nil }
        var runs: [Range<Int>] = []
        var begin: Int?
        for frame in 0...frames.count {
            if frame < frames.count, frames[frame] > threshold {
                begin = begin ?? frame
            } else if let first = begin {
                // A click of one sample is in two frames.
                if frame - first > 2 { runs.append(first..<frame) }
                begin = nil
            }
        }
        while runs.count > 1, isNoise(runs[0], at: runs[1].lowerBound - runs[0].upperBound) { runs.removeFirst() }
        while runs.count > 1, let last = runs.last, isNoise(last, at: last.lowerBound - runs[runs.count - 2].upperBound)
        {
            runs.removeLast()
        }
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.lowerBound..<last.upperBound
    }

    /// Whether something heard so many frames away from the rest is too short and too soft to be said: noise that was a little
    /// louder for a moment. A consonant before or after a closure is nearer than 150 ms.
    private func isNoise(_ run: Range<Int>, at distance: Int) -> Bool {
        guard distance > 30, run.count < 10 else { return false }
        return (frames[run].max() ?? -120) < min(threshold + 8, loud - 12)
    }

    /// Stretches of frames inside speech that are below the threshold.
    var gaps: [Range<Int>] {
        guard let speech else { return [] }
        var gaps: [Range<Int>] = []
        var begin: Int?
        // A pause is silence, not a soft consonant: it is a little stricter than the ends are.
        let threshold = max(self.threshold - 3, -100)
        for frame in speech {
            if frames[frame] <= threshold {
                begin = begin ?? frame
            } else if let first = begin {
                gaps.append(first..<frame)
                begin = nil
            }
        }
        return gaps
    }
}

extension Sound {
    /// Where speech begins and ends in seconds, by a threshold that follows the recording; nil for silence.
    package func speechSpan() -> TimeSpan? {
        SpeechLevels(self).speech.map { speech in
            // A frame reaches over the next one.
            TimeSpan(
                Double(speech.lowerBound) * SpeechLevels.hop,
                min(duration, Double(speech.upperBound + 1) * SpeechLevels.hop)
            )
        }
    }

    /// The speech without the silence at both ends, and the seconds that were taken off the beginning.
    ///
    /// 15 ms stay before it and 40 ms after it, so that a soft onset such as an /f/ or the end of an /s/ is never cut. Without
    /// speech nothing is taken off.
    package func trimmedToSpeech() -> (sound: Sound, lead: Double) {
        guard rate > 0, let span = speechSpan() else { return (self, 0) }
        let first = max(0, Int((span.start - 0.015) * Double(rate)))
        let last = min(count, Int((span.end + 0.040) * Double(rate)))
        guard first < last else { return (self, 0) }
        var trimmed = self[first..<last]
        let fade = rate / 300
        trimmed.fade(in: first > 0 ? fade : 0, out: last < count ? fade : 0)
        return (trimmed, Double(first) / Double(rate))
    }

    /// Makes the first and the last samples rise from and fall to silence, on curves of equal power.
    package mutating func fade(in rise: Int, out fall: Int) {
        let count = count
        for channel in channels.indices {
            let length = Swift.min(count, channels[channel].count)
            for number in 0..<Swift.max(0, Swift.min(rise, length)) {
                channels[channel][number] *= sinf(.pi / 2 * (Float(number) + 0.5) / Float(rise))
            }
            for number in 0..<Swift.max(0, Swift.min(fall, length)) {
                channels[channel][length - 1 - number] *= sinf(.pi / 2 * (Float(number) + 0.5) / Float(fall))
            }
        }
    }
}
