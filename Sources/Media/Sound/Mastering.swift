package import Text

/// Brings a mix to a loudness with a gain and a true-peak limiter, and measures what came out.
///
/// A limiter takes loudness away, so the gain is corrected and all is measured again until the target is met; ffmpeg's
/// `loudnorm` does not, and misses it silently.
package struct Mastering: Sendable {
    package var target: LoudnessTarget

    package init(target: LoudnessTarget) { self.target = target }

    /// Rounds after which it is said that the target cannot be met.
    static let roundLimit = 10
    /// Decibels above which a recording is not made louder, for it would be noise.
    static let gainLimit = 40.0

    /// The mix at the target, and the report. Silence stays silence.
    ///
    /// Works block by block: no second copy of the mix is made.
    /// - Parameter speech: Where the dub speaks, in seconds; asked for by dialogue-gated targets, which without it are met
    ///   by the whole programme.
    package func master(_ mix: consuming Sound, speech: [TimeSpan] = []) -> (sound: Sound, report: Report) {
        var sound = mix
        for channel in sound.channels.indices { sound.channels[channel].silenceWhatIsNoNumber() }
        let before = sound.loudness(speech: speech)
        let isGated = target.dialogueGated && before.dialogue != nil
        guard let loudness = isGated ? before.dialogue : before.integrated else {
            return (sound, Report(before: before, after: before))
        }
        func measured(_ loudness: Loudness) -> Double {
            (isGated ? loudness.dialogue : loudness.integrated) ?? -70
        }
        var settings = Settings(gain: min(target.loudness - loudness, Self.gainLimit), ceiling: target.truePeak - 0.02)
        var report = Report(before: before, after: before)
        var best: (settings: Settings, report: Report)?
        var last: (gain: Double, loudness: Double)?
        while report.rounds < Self.roundLimit {
            let (after, reduction) = measure(sound, settings, speech)
            let residual = measured(after) - target.loudness
            let isUnderPeak = (after.truePeak ?? -.infinity) <= target.truePeak
            report.after = after
            report.gain = settings.gain
            report.greatestReduction = reduction
            report.residual = residual
            report.rounds += 1
            report.reached = isUnderPeak && abs(residual) <= target.tolerance
            if isUnderPeak, abs(residual) < abs(best?.report.residual ?? .infinity) { best = (settings, report) }
            if isUnderPeak, abs(residual) <= target.tolerance / 4 { break }
            if !isUnderPeak { settings.ceiling -= max(0.02, (after.truePeak ?? 0) - target.truePeak) }
            // How much louder a decibel of gain makes it: 1 without the limiter, less with it.
            var slope = 1.0
            if let last, abs(settings.gain - last.gain) > 0.01 {
                slope = (measured(after) - last.loudness) / (settings.gain - last.gain)
                if slope < 0.05, isUnderPeak { break }
            }
            last = (settings.gain, measured(after))
            let step = min(max(-residual / min(max(slope, 0.2), 1), -12), 12)
            let next = min(settings.gain + step, Self.gainLimit)
            if isUnderPeak, next == settings.gain { break }
            settings.gain = next
        }
        if let best {
            let rounds = report.rounds
            (settings, report) = best
            report.rounds = rounds
        }
        apply(settings, to: &sound)
        return (sound, report)
    }

    private struct Settings {
        var gain: Double
        var ceiling: Double
    }

    private func limiter(_ sound: borrowing Sound, _ settings: Settings) -> TruePeakLimiter {
        TruePeakLimiter(rate: sound.rate, ceiling: settings.ceiling, gain: settings.gain)
    }

    private static func blocks(_ count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: 1 << 17).map { $0..<min($0 + 1 << 17, count) }
    }

    private func measure(_ sound: Sound, _ settings: Settings, _ speech: [TimeSpan]) -> (Loudness, reduction: Double) {
        var limiter = limiter(sound, settings)
        var meter = LoudnessMeter(rate: sound.rate, channels: sound.channels.count)
        for range in Self.blocks(sound.count) {
            let factors = limiter.factors(for: range, of: sound)
            var block = sound[range]
            for channel in block.channels.indices { block.channels[channel].multiply(by: factors, from: 0) }
            meter.add(block)
        }
        return (meter.loudness(speech: speech), -Decibel.level(Double(limiter.least)))
    }

    private func apply(_ settings: Settings, to sound: inout Sound) {
        var limiter = limiter(sound, settings)
        // The limiter looks back into the original of the block before, so each block is changed one block late.
        var waiting: (range: Range<Int>, factors: [Float])?
        func write(_ waiting: (range: Range<Int>, factors: [Float])?) {
            guard let waiting else { return }
            for channel in sound.channels.indices {
                sound.channels[channel].multiply(by: waiting.factors, from: waiting.range.lowerBound)
            }
        }
        for range in Self.blocks(sound.count) {
            let factors = limiter.factors(for: range, of: sound)
            write(waiting)
            waiting = (range, factors)
        }
        write(waiting)
    }
}

extension [Float] {
    /// A sample that is no number would silence all that a filter says after it.
    mutating func silenceWhatIsNoNumber() {
        let isSound = withUnsafeBufferPointer { samples in
            // Zero times a number is zero, and the sum of zeros is.
            var sum: Float = 0
            for sample in samples { sum += sample * 0 }
            return sum == 0
        }
        guard !isSound else { return }
        for number in indices where !self[number].isFinite { self[number] = 0 }
    }

    /// Multiplies the samples from a place on by as many factors.
    mutating func multiply(by factors: [Float], from first: Int) {
        withUnsafeMutableBufferPointer { samples in
            factors.withUnsafeBufferPointer { factors in
                let count = Swift.min(factors.count, samples.count - first)
                for number in 0..<Swift.max(0, count) { samples[first + number] *= factors[number] }
            }
        }
    }
}
