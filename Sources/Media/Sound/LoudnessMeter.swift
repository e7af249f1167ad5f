package import Text

/// Measures loudness and true peak of a recording that comes block by block.
///
/// Keeps the weighted energy of each 10 ms (3 MB an hour), so that any span can be asked for afterwards.
package struct LoudnessMeter: Sendable {
    package let rate: Int
    /// Of each 10 ms that is complete, the weighted energy of all channels.
    private var energies: [Double] = []
    private var open = 0.0
    private var position = 0
    private var filters: [KWeighting]
    private let weights: [Double]
    private var peak: Float = 0
    /// The last samples of each channel, for the peaks between blocks.
    private var history: [[Float]]
    private let interpolator = Interpolator()

    /// - Parameters:
    ///   - rate: Samples a second, from 100 to 1,000,000; others are taken for the nearest.
    ///   - channels: Six are left, right, centre, low frequencies and two surrounds, as in files of ffmpeg.
    package init(rate: Int, channels: Int) {
        let rate = min(max(rate, 100), 1_000_000)
        self.rate = rate
        let channels = max(0, channels)
        filters = [KWeighting](repeating: KWeighting(rate: rate), count: channels)
        weights = (0..<channels).map { channel in
            // BS.1770-4, table 3: surrounds count for more, low frequencies for nothing.
            switch (channels, channel) {
            case (5, 3...), (6..., 4...): 1.41
            case (6..., 3): 0
            default: 1
            }
        }
        history = [[Float]](repeating: [Float](repeating: 0, count: 2 * Interpolator.reach), count: channels)
    }

    /// Takes the next block; channels that are too many or too few are passed over or taken for silence.
    package mutating func add(_ block: Sound) {
        let count = block.channels.map(\.count).min() ?? 0
        guard count > 0, !weights.isEmpty else { return }
        addEnergy(block, count)
        for (channel, samples) in block.channels.prefix(weights.count).enumerated() {
            let padded = history[channel] + samples.prefix(count)
            peak = padded.withUnsafeBufferPointer { padded in
                guard let base = padded.baseAddress else { return peak }
                return interpolator.highest(of: base, count: count, floor: peak)
            }
            history[channel] = Array(padded.suffix(2 * Interpolator.reach))
        }
    }

    private mutating func addEnergy(_ block: Sound, _ count: Int) {
        var done = 0
        while done < count {
            let boundary = self.boundary(energies.count + 1)
            let step = min(count - done, boundary - position)
            for channel in filters.indices where channel < block.channels.count && weights[channel] > 0 {
                block.channels[channel].withUnsafeBufferPointer { samples in
                    guard let base = samples.baseAddress else { return }
                    open += filters[channel].energy(base + done, count: step) * weights[channel]
                }
            }
            done += step
            position += step
            if position == boundary {
                energies.append(open)
                open = 0
            }
        }
    }

    /// The first sample of a 10 ms.
    private func boundary(_ bin: Int) -> Int { bin * rate / 100 }

    /// The weighted power of each stretch of so many 10 ms, every 100 ms.
    private func powers(over length: Int) -> [Double] {
        guard energies.count >= length else { return [] }
        return stride(from: 0, through: energies.count - length, by: 10).map { bin in
            let sum = energies[bin..<(bin + length)].reduce(0, +)
            return sum / Double(boundary(bin + length) - boundary(bin))
        }
    }

    /// What was measured so far.
    /// - Parameter speech: Spans in seconds for the loudness of the dialogue.
    package func loudness(speech: [TimeSpan] = []) -> Loudness {
        let momentary = powers(over: 40)
        let shortTerm = powers(over: 300)
        var loudness = Loudness(
            integrated: Self.gated(momentary, below: 10).map(Decibel.loudness),
            dialogue: self.loudness(of: speech),
            range: Self.range(shortTerm)
        )
        loudness.momentaryMaximum = Self.maximum(momentary)
        loudness.shortTermMaximum = Self.maximum(shortTerm)
        let last = highestPeak()
        loudness.truePeak = last > 0 ? Decibel.level(Double(last)) : nil
        return loudness
    }

    /// The loudness of spans together in LUFS, without what is below −70; nil when that is all.
    package func loudness(of spans: [TimeSpan]) -> Double? {
        let gate = Decibel.power(-70)
        var sum = 0.0
        var samples = 0
        var next = 0
        for span in Self.sorted(spans) {
            let first = max(next, Int((span.start * 100).rounded()))
            let last = min(energies.count, max(first, Int((min(span.end, 1e7) * 100).rounded())))
            guard first < last else { continue }
            for bin in first..<last {
                let length = boundary(bin + 1) - boundary(bin)
                guard energies[bin] > gate * Double(length) else { continue }
                sum += energies[bin]
                samples += length
            }
            next = last
        }
        return samples > 0 ? Decibel.loudness(sum / Double(samples)) : nil
    }

    /// Spans that are spans, by their start.
    private static func sorted(_ spans: [TimeSpan]) -> [TimeSpan] {
        spans.filter { $0.end > max(0, $0.start) && $0.start < 1e7 }
            .map { TimeSpan(max(0, $0.start), $0.end) }
            .sorted { $0.start < $1.start }
    }

    /// The peak, with silence after the last block.
    private func highestPeak() -> Float {
        history.reduce(peak) { peak, last in
            let padded = last + [Float](repeating: 0, count: Interpolator.reach)
            return padded.withUnsafeBufferPointer { padded in
                guard let base = padded.baseAddress else { return peak }
                return interpolator.highest(of: base, count: Interpolator.reach, floor: peak)
            }
        }
    }

    private static func maximum(_ powers: [Double]) -> Double? {
        powers.max().flatMap { $0 > 0 ? Decibel.loudness($0) : nil }
    }

    /// The mean of the powers above −70 LUFS and above so many LU below the mean of those.
    private static func gated(_ powers: [Double], below: Double) -> Double? {
        let heard = powers.filter { $0 > Decibel.power(-70) }
        guard !heard.isEmpty else { return nil }
        let mean = heard.reduce(0, +) / Double(heard.count)
        let gate = mean * Decibel.factor(-below) * Decibel.factor(-below)
        // Nothing is further below the mean than the mean is.
        let loud = heard.filter { $0 > gate }
        return loud.reduce(0, +) / Double(loud.count)
    }

    /// EBU Tech 3342: from the 10th to the 95th percentile of what is less than 20 LU below the mean.
    private static func range(_ powers: [Double]) -> Double {
        let heard = powers.filter { $0 > Decibel.power(-70) }
        guard !heard.isEmpty else { return 0 }
        let gate = heard.reduce(0, +) / Double(heard.count) / 100
        let loud = heard.filter { $0 > gate }.sorted()
        func percentile(_ share: Double) -> Double { loud[Int((Double(loud.count - 1) * share).rounded())] }
        return Decibel.loudness(percentile(0.95)) - Decibel.loudness(percentile(0.10))
    }
}

extension Sound {
    /// Loudness and true peak of the whole.
    /// - Parameter speech: Spans in seconds for the loudness of the dialogue.
    package func loudness(speech: [TimeSpan] = []) -> Loudness {
        var meter = LoudnessMeter(rate: rate, channels: channels.count)
        for begin in stride(from: 0, to: count, by: 1 << 17) { meter.add(self[begin..<min(begin + 1 << 17, count)]) }
        return meter.loudness(speech: speech)
    }

    /// A stretch of samples.
    subscript(range: Range<Int>) -> Sound {
        Sound(rate: rate, channels: channels.map { Array($0[range.clamped(to: $0.indices)]) })
    }
}
