/// A stretch of time in a film or a recording, in seconds from its beginning.
package struct TimeSpan: Hashable, Sendable, Codable {
    package var start: Double
    package var end: Double

    package init(_ start: Double, _ end: Double) {
        self.start = start
        self.end = end
    }

    /// Seconds; negative when the end is before the start.
    package var duration: Double { end - start }

    /// Seconds that both cover, 0 when they do not touch.
    package func overlap(with other: TimeSpan) -> Double {
        max(0, min(end, other.end) - max(start, other.start))
    }
}
