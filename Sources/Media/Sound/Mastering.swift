package import Text

/// Brings a mix to a loudness with a gain and a true-peak limiter, and measures what came out.
package struct Mastering: Sendable {
    package var target: LoudnessTarget

    package init(target: LoudnessTarget) { self.target = target }

    /// What was done, and what the result measures.
    package struct Report: Hashable, Sendable, Codable {
        /// Of the mix as it came in.
        package var before: Loudness
        /// Of the result, measured again.
        package var after: Loudness
        /// Decibels of gain before the limiter.
        package var gain: Double
        /// Decibels by which the limiter went down at most.
        package var greatestReduction: Double
        /// LU by which the result misses the target, positive when louder; nil for silence.
        package var residual: Double?
        /// Whether the result is within the tolerance and under the peak.
        package var reached: Bool
        /// How often it was limited and measured.
        package var rounds: Int
    }

    /// The mix at the target, and the report.
    /// - Parameter speech: Where the dub speaks, in seconds; asked for by dialogue-gated targets.
    package func master(_ mix: consuming Sound, speech: [TimeSpan] = []) -> (sound: Sound, report: Report) {
        let silent = Report(
            before: Loudness(),
            after: Loudness(),
            gain: 0,
            greatestReduction: 0,
            residual: nil,
            reached: false,
            rounds: 0
        )
        return (mix, silent)
    }
}
