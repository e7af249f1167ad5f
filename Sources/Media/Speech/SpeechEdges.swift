package import Text

/// Sharpens stretches of speech by the loudness in them.
///
/// A voice activity detector ends a stretch about 0.1 s late and passes over pauses shorter than that. Where speech stands
/// clear of what sounds around it, its level says better where it begins, pauses and ends.
package enum SpeechEdges {
    /// Seconds of one level.
    private static let step = 0.01
    /// A pause that parts two stretches, in seconds.
    private static let pause = 0.14
    /// Shortest stretch that is split off, in seconds.
    private static let shortest = 0.15
    /// No end is moved further inwards, in seconds: soft sounds at the ends are speech too.
    private static let furthest = 0.25

    /// The stretches with their ends moved inwards to where speech is loud, parted at pauses.
    ///
    /// - Parameters:
    ///   - spans: In order, apart from one another, in seconds.
    ///   - samples: Of one channel.
    package static func sharpened(_ spans: [TimeSpan], in samples: [Float], rate: Int) -> [TimeSpan] {
        let levels = levels(of: samples, rate: rate)
        func frame(_ seconds: Double) -> Int { min(max(Int((seconds / step).rounded()), 0), levels.count) }
        return spans.enumerated().flatMap { index, span -> [TimeSpan] in
            let range = frame(span.start)..<max(frame(span.start), frame(span.end))
            guard range.count >= 3 else { return [span] }
            let inside = levels[range].sorted()
            let loud = inside[inside.count * 4 / 5]
            // What sounds when nobody speaks: 1.5 s on both sides, without the neighbours.
            let first = max(frame(span.start - 1.5), index > 0 ? frame(spans[index - 1].end) : 0)
            let last = min(
                frame(span.end + 1.5),
                index + 1 < spans.count ? frame(spans[index + 1].start) : levels.count
            )
            let outside = (levels[first..<range.lowerBound] + levels[range.upperBound..<max(range.upperBound, last)])
                .sorted()
            let background = outside.count >= 10 ? outside[outside.count / 2] : inside[inside.count / 20]
            // 20 dB under the loud parts, 4 dB over the background.
            let threshold = max(loud * 0.1, background * 1.6)
            guard threshold < loud * 0.5 else { return [span] }
            return parts(of: span, levels: levels, range: range, threshold: threshold)
        }
    }

    private static func parts(of span: TimeSpan, levels: [Float], range: Range<Int>, threshold: Float) -> [TimeSpan] {
        let runs = range.filter { levels[$0] > threshold }
        guard let first = runs.first, let last = runs.last else { return [span] }
        // A frame before the first loud one and some after the last: sounds rise quickly and fall slowly.
        let start = min(max(span.start, Double(first - 1) * step), span.start + furthest)
        let end = max(min(span.end, Double(last + 4) * step), span.end - furthest)
        var parts: [TimeSpan] = []
        var open = start
        for (one, next) in zip(runs, runs.dropFirst()) where Double(next - one - 1) * step >= pause {
            let stop = Double(one + 4) * step
            let again = Double(next - 1) * step
            guard stop - open >= shortest, end - again >= shortest else { continue }
            parts.append(TimeSpan(open, stop))
            open = again
        }
        guard end > open else { return [span] }
        return parts + [TimeSpan(open, end)]
    }

    /// Root mean square of each step.
    private static func levels(of samples: [Float], rate: Int) -> [Float] {
        let size = Int(Double(rate) * step)
        guard size > 0 else { return [] }
        return samples.withUnsafeBufferPointer { samples in
            (0..<samples.count / size).map { index in
                var sum: Float = 0
                for place in index * size..<(index + 1) * size { sum += samples[place] * samples[place] }
                return (sum / Float(size)).squareRoot()
            }
        }
    }
}
