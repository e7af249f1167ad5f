import Synchronization

/// Asks an endpoint that speaks or hears, with the gate, the retries and the waits that engines have.
struct SoundClient: Sendable {
    let connection: Connection
    let gate: RequestGate
    let attempts: Int
    let timing: Timing

    init(
        url: String,
        key: Secret?,
        model: String?,
        parallel: Int,
        timeout: Double,
        attempts: Int,
        service: Service,
        timing: Timing
    ) throws(EngineError) {
        connection = try Connection(
            endpoint: try Endpoint(url),
            key: key,
            model: model,
            timeout: timeout,
            timing: timing,
            service: service
        )
        gate = RequestGate(parallel: parallel, timing: timing)
        self.attempts = attempts
        self.timing = timing
    }

    var host: String { connection.endpoint.host }

    /// Sends a request until it is answered or trying again makes no sense.
    /// - Parameters:
    ///   - refused: told the words of a 400 or 422; true when the request will be another one now, and is sent at once.
    ///   - request: sends it.
    func ask<Answer>(
        refused: (String) -> Bool,
        _ request: () async throws(Failure) -> Answer
    ) async throws(EngineError) -> Answer {
        do {
            return try await gate.pass { try await tryUntilAnswered(refused: refused, request) }
        } catch let error as EngineError {
            throw error
        } catch {
            throw EngineError(.cancelled, "Cancelled.", cause: error)
        }
    }

    private static let staleConnections = 3

    private func tryUntilAnswered<Answer>(
        refused: (String) -> Bool,
        _ request: () async throws(Failure) -> Answer
    ) async throws -> Answer {
        var attempt = 1
        var stale = 0
        while true {
            let start = timing.now()
            do throws(Failure) {
                let answer = try await request()
                gate.succeed()
                return answer
            } catch {
                if error.isStale, stale < Self.staleConnections {
                    stale += 1
                    continue
                }
                if [400, 422].contains(error.status), refused(error.said.lowercased()) { continue }
                if error.status == 429 { gate.slowDown(since: start) }
                guard error.mayPass, attempt < attempts else { throw error.error }
                try await timing.sleep(Backoff.seconds(attempt: attempt, failure: error, random: timing.random()))
                attempt += 1
            }
        }
    }
}
