/// A rate a minute with room for a burst of a tenth of it. Takers may go below zero and are told how long to wait, so the
/// first to take is the first to go.
struct TokenBucket {
    let perSecond: Double
    let capacity: Double
    private var level: Double
    private var time: Double

    /// A full bucket.
    init(perMinute: Int, now: Double) {
        perSecond = Double(max(1, perMinute)) / 60
        capacity = max(1, Double(perMinute) / 10)
        level = capacity
        time = now
    }

    /// Takes an amount and returns the seconds to wait before using it. An amount above the capacity waits for a full
    /// bucket and leaves a debt that those who follow wait for.
    mutating func take(_ amount: Double, at now: Double) -> Double {
        refill(now)
        let missing = max(0, min(amount, capacity) - level)
        level -= amount
        return missing / perSecond
    }

    /// Gives back what was not used, or takes more, without waiting.
    mutating func settle(_ difference: Double, at now: Double) {
        refill(now)
        level = min(capacity, level + difference)
    }

    private mutating func refill(_ now: Double) {
        level = min(capacity, level + max(0, now - time) * perSecond)
        time = max(time, now)
    }
}
