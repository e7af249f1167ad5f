internal import Glibc

/// Holds a sound under a true peak: looks ahead, goes down gently before a peak, and comes back slowly.
///
/// The gain at a sample is a weighted mean of the least gains that are needed near it, so that it is never above what the
/// sample itself needs; all channels have the same gain, so that nothing moves to a side.
struct TruePeakLimiter {
    /// The ceiling as an amplitude.
    let ceiling: Float
    /// Decibels of gain before the limiter, as a factor.
    let gain: Float
    /// The least gain so far: how far it went down.
    private(set) var least: Float = 1

    /// Samples by which it looks ahead, and after which it lets go.
    private let reach: Int
    /// Share of the way back in one sample.
    private let release: Float
    private var held: Float = 1
    /// The gains held for the samples on both sides of the next block's first.
    private var tail: [Float]
    private let interpolator = Interpolator()

    init(rate: Int, ceiling: Double, gain: Double) {
        self.ceiling = Float(Decibel.factor(ceiling))
        self.gain = Float(Decibel.factor(gain))
        // 5 ms: shorter is heard as a crackle in low voices, longer as a hole before a door that slams.
        reach = max(2, min(rate, 768_000) / 200)
        release = Float(1 - exp(-1 / (0.08 * Double(max(rate, 1000)))))
        tail = [Float](repeating: 1, count: 2 * reach)
    }

    /// The factors for the next block of a sound, its gain included; blocks must come in order, from 0 on.
    mutating func factors(for range: Range<Int>, of sound: Sound) -> [Float] {
        // The gains around the very first sample come from the silence before it.
        if range.lowerBound == 0 { _ = advance(over: (-2 * reach)..<0, of: sound) }
        return advance(over: range, of: sound)
    }

    private mutating func advance(over range: Range<Int>, of sound: Sound) -> [Float] {
        let count = range.count
        let needed = needed(range.lowerBound..<(range.upperBound + 2 * reach + 1), of: sound)
        // For the samples from `reach` after the block's first to `reach` after its last.
        var gains = tail
        gains.reserveCapacity(count + 2 * reach)
        if needed.isEmpty, held > 0.9999, tail.allSatisfy({ $0 > 0.9999 }) {
            held = 1
            tail = [Float](repeating: 1, count: 2 * reach)
            return [Float](repeating: gain, count: count)
        }
        if needed.isEmpty {
            for _ in 0..<count {
                held += (1 - held) * release
                gains.append(held)
            }
        } else {
            let lows = Self.slidingMinimum(needed, width: 2 * reach + 2)
            for number in 0..<count {
                let low = lows[number]
                held = low < held ? low : held + (low - held) * release
                gains.append(held)
            }
        }
        tail = Array(gains.suffix(2 * reach))
        return smooth(gains, count)
    }

    /// The gain that each sample needs; empty when none needs any.
    private func needed(_ range: Range<Int>, of sound: Sound) -> [Float] {
        let floor = ceiling / gain
        let reach = Interpolator.reach
        var peaks: [Float] = []
        for channel in sound.channels {
            let wanted = (range.lowerBound - reach)..<(range.upperBound + reach)
            let inside = wanted.clamped(to: channel.indices)
            var samples = [Float](repeating: 0, count: max(0, min(inside.lowerBound, 0) - wanted.lowerBound))
            samples += channel[inside]
            samples += [Float](repeating: 0, count: wanted.count - samples.count)
            if peaks.isEmpty { peaks = [Float](repeating: floor, count: range.count) }
            samples.withUnsafeBufferPointer { samples in
                peaks.withUnsafeMutableBufferPointer { peaks in
                    guard let base = samples.baseAddress else { return }
                    interpolator.raise(peaks, from: base, count: range.count, floor: floor)
                }
            }
        }
        guard peaks.contains(where: { $0 > floor }) else { return [] }
        return peaks.map { floor / $0 }
    }

    /// For each sample, the mean of the gains around it, weighted by a triangle of two boxes.
    private mutating func smooth(_ gains: [Float], _ count: Int) -> [Float] {
        let width = reach
        // A box over a box: `count + 2 reach` gains, then `count + reach + 1` means, then `count`.
        let once = Self.slidingMean(gains, width: width)
        let twice = Self.slidingMean(once, width: width + 1)
        // The triangle is `2 reach` long, so it covers the samples from `reach` before to `reach` after.
        var factors = [Float](repeating: gain, count: count)
        for number in 0..<min(count, twice.count) {
            let factor = min(1, twice[number])
            least = min(least, factor)
            factors[number] = gain * factor
        }
        return factors
    }

    static func slidingMean(_ values: [Float], width: Int) -> [Float] {
        guard values.count >= width, width > 0 else { return [] }
        var means = [Float](repeating: 0, count: values.count - width + 1)
        var sum = 0.0
        for number in 0..<(width - 1) { sum += Double(values[number]) }
        for number in means.indices {
            sum += Double(values[number + width - 1])
            means[number] = Float(sum / Double(width))
            sum -= Double(values[number])
        }
        return means
    }

    /// The least of each stretch of `width`: one for each start. By blocks from both sides, three comparisons a sample.
    static func slidingMinimum(_ values: [Float], width: Int) -> [Float] {
        guard values.count >= width, width > 0 else { return [] }
        var fromLeft = values
        var fromRight = values
        for number in values.indices where number % width != 0 {
            fromLeft[number] = min(fromLeft[number], fromLeft[number - 1])
        }
        for number in values.indices.dropLast().reversed() where number % width != width - 1 {
            fromRight[number] = min(fromRight[number], fromRight[number + 1])
        }
        return (0...(values.count - width)).map { min(fromRight[$0], fromLeft[$0 + width - 1]) }
    }
}
