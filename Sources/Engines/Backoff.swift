/// How long to wait before trying again: what the endpoint asked for, or exponential with full jitter (Amazon Builders'
/// Library, "Timeouts, retries and backoff with jitter").
enum Backoff {
    static let base = 1.0
    static let cap = 60.0
    /// A wait longer than this is refused: the run stops, and goes on when it is started again.
    static let patience = 300.0

    /// - Parameters:
    ///   - attempt: the try that failed, 1 and up.
    ///   - random: 0 up to 1.
    /// - Throws: the failure itself, when the endpoint asks for more than `patience`.
    static func seconds(attempt: Int, failure: Failure, random: Double) throws(EngineError) -> Double {
        guard let wait = failure.retryAfter else {
            return min(cap, base * Double(1 << min(attempt - 1, 16))) * random
        }
        guard wait <= patience else {
            var error = failure.error
            error.message += " It asks to wait \(Int(wait)) s."
            throw error
        }
        // A little later than asked, and not all at the same moment.
        return wait + min(1, wait / 10) * random
    }
}
