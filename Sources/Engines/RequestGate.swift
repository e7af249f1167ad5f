import Synchronization

/// Lets so many requests through at once and so many a minute, first come, first served.
///
/// The number at once is halved, down to 1, when the endpoint says 429, and grows by one after as many successes as it
/// has places, up to the number set.
package final class RequestGate: Sendable {
    private let timing: Timing
    private let most: Int
    private let state: Mutex<State>

    private struct State {
        var limit: Int
        var open = 0
        var waiters: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        var nextID = 0
        var successes = 0
        /// When the limit was last lowered; a 429 for a request older than this is the same news.
        var lowered = -Double.infinity
        var requests: TokenBucket?
        var tokens: TokenBucket?
    }

    /// - Parameters:
    ///   - parallel: requests at once, 1 and up.
    ///   - requestsPerMinute: nil for no limit; so is `tokensPerMinute`, which counts tokens sent and received.
    package init(
        parallel: Int,
        requestsPerMinute: Int? = nil,
        tokensPerMinute: Int? = nil,
        timing: Timing = .system
    ) {
        self.timing = timing
        most = max(1, parallel)
        var state = State(limit: max(1, parallel))
        state.requests = requestsPerMinute.map { TokenBucket(perMinute: $0, now: timing.now()) }
        state.tokens = tokensPerMinute.map { TokenBucket(perMinute: $0, now: timing.now()) }
        self.state = Mutex(state)
    }

    /// Requests that may be open at once now.
    package var limit: Int { state.withLock { $0.limit } }
    /// Places taken now.
    package var open: Int { state.withLock { $0.open } }

    /// Requests that wait for a place now.
    var waiting: Int { state.withLock { $0.waiters.count } }

    /// Runs the body in a place of its own.
    package func pass<Result>(_ body: () async throws -> Result) async throws -> Result {
        guard await enter() else { throw CancellationError() }
        defer { leave() }
        return try await body()
    }

    /// Waits until the rates allow one more request of so many tokens.
    package func pace(tokens: Int) async throws {
        let now = timing.now()
        let wait = state.withLock { state in
            max(state.requests?.take(1, at: now) ?? 0, state.tokens?.take(Double(tokens), at: now) ?? 0)
        }
        guard wait > 0 else { return }
        do {
            try await timing.sleep(wait)
        } catch {
            let now = timing.now()
            state.withLock { state in
                state.requests?.settle(1, at: now)
                state.tokens?.settle(Double(tokens), at: now)
            }
            throw error
        }
    }

    /// Corrects the tokens of a request once they are known.
    package func settle(reserved: Int, used: Int) {
        let now = timing.now()
        state.withLock { $0.tokens?.settle(Double(reserved - used), at: now) }
    }

    /// The endpoint said 429 to a request that began at `start`.
    package func slowDown(since start: Double) {
        let now = timing.now()
        state.withLock { state in
            state.successes = 0
            guard start >= state.lowered else { return }
            state.limit = max(1, state.limit / 2)
            state.lowered = now
        }
    }

    /// A request went well.
    package func succeed() {
        let admitted = state.withLock { state in
            state.successes += 1
            if state.limit < most, state.successes >= state.limit {
                state.limit += 1
                state.successes = 0
            }
            return Self.admit(&state)
        }
        for continuation in admitted { continuation.resume(returning: true) }
    }

    /// Waits for a place; false when the task was cancelled.
    private func enter() async -> Bool {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if state.waiters.isEmpty, state.open < state.limit {
                        state.open += 1
                        return true
                    }
                    state.waiters.append((id, continuation))
                    return nil
                }
                if let now { continuation.resume(returning: now) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0).continuation }
            }
            continuation?.resume(returning: false)
        }
    }

    private func leave() {
        let admitted = state.withLock { state in
            state.open -= 1
            return Self.admit(&state)
        }
        for continuation in admitted { continuation.resume(returning: true) }
    }

    private static func admit(_ state: inout State) -> [CheckedContinuation<Bool, Never>] {
        let count = min(state.waiters.count, max(0, state.limit - state.open))
        guard count > 0 else { return [] }
        let admitted = state.waiters.prefix(count).map(\.continuation)
        state.waiters.removeFirst(count)
        state.open += count
        return admitted
    }
}
