internal import Glibc

/// Changes the rate of a recording by a polyphase filter: a windowed sinc, sampled once for each place that an output sample can
/// have between two input samples.
///
/// 64 samples wide at the lower rate; what would be heard as a mirror is below −80 dB. Without delay: second 0 stays second 0.
struct Resampler {
    private let up: Int
    private let down: Int
    /// Places between two input samples.
    private let phases: Int
    private let taps: Int
    /// `phases` rows of `taps` weights.
    private let weights: [Float]

    /// Rates must be above 0.
    init(from: Int, to: Int) {
        let divisor = Self.commonDivisor(from, to)
        up = to / divisor
        down = from / divisor
        // Rates without a common divisor would ask for a row each; the nearest of 4,096 is as good.
        phases = min(up, 4096)
        let narrowing = min(1, Double(to) / Double(from))
        let reach = min(Int((32 / narrowing).rounded(.up)), 2048)
        taps = 2 * ((reach + 3) / 4 * 4)
        let half = taps / 2
        var weights: [Float] = []
        weights.reserveCapacity(phases * taps)
        for phase in 0..<phases {
            let place = Double(phase) / Double(phases)
            let row = (0..<taps).map { tap in
                let distance = Double(tap - half + 1) - place
                return Kaiser.sinc(distance * narrowing * 0.95) * Kaiser.window(distance / Double(half), beta: 9)
            }
            // A steady level stays what it is.
            let sum = row.reduce(0, +)
            weights += row.map { Float($0 / sum) }
        }
        self.weights = weights
    }

    func resample(_ samples: [Float]) -> [Float] {
        let half = taps / 2
        let padding = [Float](repeating: 0, count: half)
        let padded = padding + samples + padding
        let count = (samples.count * up + down - 1) / down
        return [Float](unsafeUninitializedCapacity: count) { output, used in
            padded.withUnsafeBufferPointer { padded in
                weights.withUnsafeBufferPointer { weights in
                    guard let padded = padded.baseAddress, let weights = weights.baseAddress else { return }
                    var whole = 0
                    var rest = 0
                    for number in 0..<count {
                        let row = phases == up ? rest : rest * phases / up
                        // The first tap is `half - 1` before the sample at or before the place.
                        output.initializeElement(
                            at: number,
                            to: Self.product(padded + whole + 1, weights + row * taps, taps)
                        )
                        rest += down
                        whole += rest / up
                        rest %= up
                    }
                    used = count
                }
            }
        }
    }

    @inline(__always)
    private static func product(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int) -> Float {
        var sum = SIMD8<Float>(repeating: 0)
        for number in stride(from: 0, to: count, by: 8) {
            let a = UnsafeRawPointer(left + number).loadUnaligned(as: SIMD8<Float>.self)
            let b = UnsafeRawPointer(right + number).loadUnaligned(as: SIMD8<Float>.self)
            sum += a * b
        }
        return sum.sum()
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

extension Sound {
    /// The sound at another rate, by a polyphase filter without delay: second 0 stays second 0.
    ///
    /// A rate outside 100…1,000,000 on either side leaves it as it is.
    package func resampled(to rate: Int) -> Sound {
        let possible = 100...1_000_000
        guard rate != self.rate, possible.contains(rate), possible.contains(self.rate) else { return self }
        let resampler = Resampler(from: self.rate, to: rate)
        return Sound(rate: rate, channels: channels.map(resampler.resample))
    }
}
