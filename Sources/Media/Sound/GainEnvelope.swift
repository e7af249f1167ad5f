package import Text

/// A gain that changes in time: straight lines in decibels between points.
package struct GainEnvelope: Hashable, Sendable {
    /// In ascending seconds; before the first and after the last the gain stays.
    package private(set) var points: [Point]

    package struct Point: Hashable, Sendable {
        package var second: Double
        package var decibels: Double

        package init(_ second: Double, _ decibels: Double) {
            self.second = second
            self.decibels = decibels
        }
    }

    /// Points at no time or without a gain are passed over.
    package init(points: [Point] = []) {
        self.points = points.filter { $0.second.isFinite && $0.decibels.isFinite }.sorted { $0.second < $1.second }
    }

    /// Down by so many decibels over spans of seconds.
    ///
    /// It begins `attack` seconds before a span and is back `release` seconds after it; spans so close that it would come back
    /// only to go down again, or closer than `hold`, are one.
    package init(under spans: [TimeSpan], by depth: Double, attack: Double, release: Double, hold: Double) {
        let attack = attack > 0 ? min(attack, 10) : 0
        let release = release > 0 ? min(release, 10) : 0
        guard depth > 0, depth.isFinite else {
            points = []
            return
        }
        let near = max(hold > 0 ? min(hold, 60) : 0, attack + release)
        var joined: [TimeSpan] = []
        for span in spans.filter({ $0.end > $0.start && $0.duration.isFinite }).sorted(by: { $0.start < $1.start }) {
            if let last = joined.last, span.start - last.end < near {
                joined[joined.count - 1].end = max(last.end, span.end)
            } else {
                joined.append(span)
            }
        }
        points = joined.flatMap { span in
            [
                Point(span.start - attack, 0), Point(span.start, -depth),
                Point(span.end, -depth), Point(span.end + release, 0),
            ]
        }
    }

    /// Decibels at a second.
    package func decibels(at second: Double) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if second <= first.second { return first.decibels }
        if second >= last.second { return last.decibels }
        let next = index(after: second)
        return Self.between(points[next - 1], points[next], second)
    }

    /// The lower of two gains at every time.
    package func lower(of other: GainEnvelope) -> GainEnvelope {
        if points.isEmpty && other.points.isEmpty { return self }
        let seconds = (points + other.points).map(\.second).sorted()
        var lower: [Point] = []
        var before: (second: Double, own: Double, other: Double)?
        for second in seconds {
            let now = (second: second, own: decibels(at: second), other: other.decibels(at: second))
            if let before, (before.own - before.other) * (now.own - now.other) < 0 {
                // They cross in between.
                let share = (before.own - before.other) / (before.own - before.other - now.own + now.other)
                let crossing = before.second + share * (now.second - before.second)
                lower.append(Point(crossing, decibels(at: crossing)))
            }
            lower.append(Point(second, min(now.own, now.other)))
            before = now
        }
        return GainEnvelope(points: lower)
    }

    /// Factors for samples; empty when all are 1.
    func factors(for range: Range<Int>, rate: Int) -> [Float] {
        guard rate > 0, !range.isEmpty, !points.isEmpty else { return [] }
        let begin = Double(range.lowerBound) / Double(rate)
        let end = Double(range.upperBound) / Double(rate)
        var next = index(after: begin)
        let touched = points[max(0, next - 1)..<min(points.count, index(after: end) + 1)]
        guard touched.contains(where: { $0.decibels != 0 }) else { return [] }
        var factors = [Float](repeating: 1, count: range.count)
        var number = 0
        while number < range.count {
            let second = Double(range.lowerBound + number) / Double(rate)
            while next < points.count, points[next].second <= second { next += 1 }
            let nextSample = next < points.count ? points[next].second * Double(rate) - Double(range.lowerBound) : 1e18
            let stop = max(number + 1, Int(min(Double(range.count), nextSample.rounded(.up))))
            // Straight in decibels is a constant ratio from sample to sample.
            let from = decibels(at: second)
            let to = decibels(at: Double(range.lowerBound + stop) / Double(rate))
            let isFlat = next == 0 || next == points.count || points[next - 1].decibels == points[next].decibels
            var factor = Decibel.factor(from)
            let ratio = isFlat ? 1 : Decibel.factor((to - from) / Double(stop - number))
            for sample in number..<stop {
                factors[sample] = Float(factor)
                factor *= ratio
            }
            number = stop
        }
        return factors
    }

    /// The first point after a second.
    private func index(after second: Double) -> Int {
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].second <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func between(_ first: Point, _ second: Point, _ place: Double) -> Double {
        let length = second.second - first.second
        guard length > 0 else { return second.decibels }
        return first.decibels + (place - first.second) / length * (second.decibels - first.decibels)
    }
}
