import Dispatch
import Glibc

/// The clock, the pause and the dice of a client, so that a test needs none of the real ones.
package struct Timing: Sendable {
    /// Seconds on a clock that never goes back.
    package var now: @Sendable () -> Double
    /// Seconds since 1970, for a `Retry-After` that is a date.
    package var unixTime: @Sendable () -> Double
    /// Waits so many seconds; throws when the task is cancelled.
    package var sleep: @Sendable (Double) async throws -> Void
    /// A number from 0 up to, not including, 1.
    package var random: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Double,
        unixTime: @escaping @Sendable () -> Double,
        sleep: @escaping @Sendable (Double) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.unixTime = unixTime
        self.sleep = sleep
        self.random = random
    }

    /// The real ones.
    package static let system = Timing(
        now: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 },
        unixTime: { Double(time(nil)) },
        sleep: { try await Task.sleep(for: .seconds($0)) },
        random: { Double.random(in: 0..<1) }
    )
}
