package import Text

/// How high a voice speaks, from which its gender is guessed while nobody has said it.
package enum VoicePitch {
    /// The median fundamental frequency in hertz over stretches of speech; nil when too little of it is voiced to tell.
    ///
    /// A frame counts when its normalized autocorrelation shows a clear period (de Cheveigné and Kawahara's YIN, without
    /// interpolation): music under the speech makes fewer frames count, not others.
    /// - Parameter sound: of 8 kHz or more; the first channel is looked at.
    package static func median(of sound: Sound, spans: [TimeSpan]) -> Double? {
        guard sound.rate >= 8_000, let samples = sound.channels.first else { return nil }
        // 16 kHz has more than enough: every second sample of 8 kHz and up is left out until about 8 kHz are left.
        let step = max(1, sound.rate / 8_000)
        let rate = Double(sound.rate) / Double(step)
        let (shortest, longest) = (Int(rate / 400), Int(rate / 70))
        let window = Int(rate * 0.03)
        var found: [Double] = []
        for span in spans where span.start.isFinite && span.end.isFinite && span.duration > 0 {
            let first = max(0, Int(min(span.start, sound.duration) * Double(sound.rate)))
            let last = min(samples.count, Int(min(span.end, sound.duration) * Double(sound.rate)))
            guard first < last else { continue }
            // The mean of a step is a crude low-pass filter, and enough for a fundamental.
            let low = stride(from: first, to: last - step + 1, by: step).map { place in
                samples[place..<place + step].reduce(0, +) / Float(step)
            }
            var place = 0
            while place + window + longest < low.count, found.count < 20_000 {
                if let period = period(low, at: place, window: window, shortest: shortest, longest: longest) {
                    found.append(rate / period)
                }
                place += Int(rate * 0.02)
            }
        }
        guard found.count >= 12 else { return nil }
        return found.sorted()[found.count / 2]
    }

    /// Whose voice it most likely is; nil in between. Men speak at 85 to 155 Hz, women at 165 to 255 (Titze 1989), higher when
    /// they act.
    package static func gender(ofPitch hertz: Double) -> Cast.Gender? {
        hertz < 155 ? .male : hertz > 175 ? .female : nil
    }

    /// The period at a place in samples; nil where none is clear.
    private static func period(_ sound: [Float], at start: Int, window: Int, shortest: Int, longest: Int) -> Double? {
        sound.withUnsafeBufferPointer { sound in
            var energy: Float = 0
            for index in 0..<window { energy += sound[start + index] * sound[start + index] }
            // −50 dBFS: nobody speaks.
            guard energy / Float(window) > 1e-5 else { return nil }
            var sum: Float = 0
            var previous: Float = 1
            var best: (lag: Int, value: Float)?
            for lag in 1...longest {
                var difference: Float = 0
                for index in 0..<window {
                    let delta = sound[start + index] - sound[start + index + lag]
                    difference += delta * delta
                }
                sum += difference
                // The difference against its mean at shorter lags.
                let value = sum > 0 ? difference * Float(lag) / sum : 1
                if lag >= shortest, value < 0.15 {
                    // The first dip that is deep enough, at its deepest place.
                    if best == nil || value < (best?.value ?? 1) { best = (lag, value) }
                } else if best != nil, value > previous {
                    break
                }
                previous = value
            }
            return best.map { Double($0.lag) }
        }
    }
}
