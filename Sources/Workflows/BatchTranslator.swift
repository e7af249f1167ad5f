internal import Checks
internal import Engines
internal import Storage
internal import Text

/// Takes a batch to an engine and keeps only answers that pass: what fails is split, then asked one by one with the fault
/// pointed out, then given to the fallback engine, then left `initial` with its reason.
struct BatchTranslator: Sendable {
    var engine: any Engine
    var fallback: (any Engine)?
    /// Whether an answer with soft findings is kept when nothing better came.
    var keepsFlagged: Bool
    /// Prices by engine name.
    var prices: [String: EngineSettings.Prices]

    /// What became of a batch, by the position of the item in it.
    struct Outcome: Sendable {
        var results: [Result]
        var exchanges: [Exchange]
    }

    struct Result: Sendable {
        var text: InlineText?
        /// Name of the engine that gave the text.
        var engine: String
        var findings: [Finding]
        /// Why there is no text.
        var reason: String?
        /// Requests in which the unit was.
        var requests: Int
        /// What the engine was told to mend, in order.
        var complaints: [String]
    }

    /// What the checks are to know of an item of the batch.
    struct Item: Sendable {
        var key: String
        var terms: [Term]
        var cast: Cast
    }

    /// Translates; `about` belongs to the items. Throws only when the whole run cannot go on.
    func translate(_ batch: Batch, about: [Item]) async throws(EngineError) -> Outcome {
        var attempt = Attempt(batch: batch, about: about, prices: prices)
        try await run(&attempt, on: engine)
        if let fallback, attempt.isOpen {
            try await run(&attempt, on: fallback)
        }
        return attempt.outcome(keepsFlagged: keepsFlagged)
    }

    private func run(_ attempt: inout Attempt, on engine: any Engine) async throws(EngineError) {
        let open = attempt.open
        for part in Self.parts(of: open, limit: engine.limits.units) {
            try await ladder(&attempt, part, on: engine)
        }
        // Repairs: alone, with the fault pointed out; once for a term or a
        // person, twice for what could not be kept.
        for round in 1...2 {
            for index in attempt.repairable where open.contains(index) && (round == 1 || attempt.isOpen(index)) {
                try await ask(&attempt, [index], on: engine, complaining: true)
            }
        }
    }

    /// Asks for some items; an answer that is broken as a whole halves them, a shifted one is asked again one by one.
    private func ladder(_ attempt: inout Attempt, _ indexes: [Int], on engine: any Engine) async throws(EngineError) {
        switch try await ask(&attempt, indexes, on: engine, complaining: false) {
        case .judged: return
        case .shifted:
            for index in indexes { try await ask(&attempt, [index], on: engine, complaining: false) }
        case .broken:
            guard indexes.count > 1 else { return }
            let middle = indexes.count / 2
            try await ladder(&attempt, Array(indexes[..<middle]), on: engine)
            try await ladder(&attempt, Array(indexes[middle...]), on: engine)
        }
    }

    /// One request.
    @discardableResult
    private func ask(
        _ attempt: inout Attempt,
        _ indexes: [Int],
        on engine: any Engine,
        complaining: Bool
    ) async throws(EngineError) -> Attempt.Verdict {
        let batch = attempt.batch(of: indexes, complaining: complaining)
        attempt.note(batch, for: indexes)
        let answer: Answer
        do {
            answer = try await engine.translate(batch)
        } catch {
            // What concerns the batch only is tried with fewer units; what concerns the engine ends the run, unless there
            // is another engine.
            let mayGoOn = error.concernsTheBatchOnly || (fallback != nil && fallback?.name != engine.name)
            guard error.code != .cancelled, mayGoOn else { throw error }
            attempt.record(error.usage, engine: engine.name)
            attempt.fail(indexes, reason: error.message)
            return error.concernsTheBatchOnly ? .broken : .judged
        }
        attempt.record(answer.usage, engine: engine.name)
        return attempt.take(answer, for: indexes, engine: engine.name)
    }

    private static func parts(of indexes: [Int], limit: Int) -> [[Int]] {
        stride(from: 0, to: indexes.count, by: max(1, limit)).map {
            Array(indexes[$0..<min($0 + max(1, limit), indexes.count)])
        }
    }
}
