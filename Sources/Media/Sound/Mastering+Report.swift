package import Text

extension Mastering {
    /// What was done, and what the result measures.
    package struct Report: Hashable, Sendable, Codable {
        /// Of the mix as it came in.
        package var before: Loudness
        /// Of the result, measured again.
        package var after: Loudness
        /// Decibels of gain before the limiter.
        package var gain = 0.0
        /// Decibels by which the limiter went down at most.
        package var greatestReduction = 0.0
        /// LU by which the result misses the target, positive when louder; nil for silence.
        package var residual: Double?
        /// Whether the result is within the tolerance and under the peak.
        package var reached = false
        /// How often it was limited and measured.
        package var rounds = 0

        init(before: Loudness, after: Loudness) {
            self.before = before
            self.after = after
        }

        /// `loudness-missed` (error) when the target was not met; `loudness-silent` (warning) for a mix without sound;
        /// `loudness-limited` (note) when the limiter took more than 8 dB, which is heard.
        package var findings: [Finding] {
            guard let residual else {
                return [Finding("loudness-silent", .warning, "The mix is silent. Check that the film has sound.")]
            }
            if !reached {
                let peak = after.truePeak.map { ", true peak \(Self.short($0)) dBTP" } ?? ""
                let message = """
                    The loudness misses the target by \(Self.short(residual)) LU\(peak). Take a lower target, or a mix with \
                    less difference between loud and soft.
                    """
                return [Finding("loudness-missed", .error, message)]
            }
            guard greatestReduction > 8 else { return [] }
            let message = """
                The limiter takes up to \(Self.short(greatestReduction)) dB, which can be heard. Take a lower target, or make \
                the loudest places softer.
                """
            return [Finding("loudness-limited", .note, message)]
        }

        private static func short(_ number: Double) -> String {
            let tenths = Int((min(max(number, -1e6), 1e6) * 10).rounded())
            return "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
        }
    }
}
