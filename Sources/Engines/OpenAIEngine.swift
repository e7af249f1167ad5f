import Synchronization
import Text

/// A client for any endpoint that speaks OpenAI's HTTP interface: DeepSeek, Qwen, vLLM, Ollama, llama-server …
///
/// It keeps within `parallel` and the rates of its settings, tries again what may pass, and remembers what the endpoint
/// does not understand (a JSON schema, a temperature, streaming) so that it is asked once only.
package final class OpenAIEngine: Engine {
    package let name: String
    package let settings: EngineSettings
    package let parallel: Int
    /// Shared with nobody else: each engine has its own rates.
    package let gate: RequestGate
    let connection: Connection
    let timing: Timing
    /// The endpoint is a llama.cpp of our own with one slot.
    let isLlama: Bool
    /// That llama.cpp has loaded an adapter of ours.
    let hasAdapter: Bool
    private let dialect: Mutex<Dialect>
    /// The shared prompt that the endpoint has seen twice.
    private let warmed = Mutex<String?>(nil)

    /// - Throws: `badSettings` when there is no address or it is none, or the key cannot be one.
    package convenience init(_ settings: EngineSettings, timing: Timing = .system) throws(EngineError) {
        try self.init(settings, isLlama: false, hasAdapter: false, timing: timing)
    }

    init(
        _ settings: EngineSettings,
        isLlama: Bool,
        hasAdapter: Bool,
        timing: Timing = .system
    ) throws(EngineError) {
        guard let url = settings.url else {
            throw EngineError(
                .badSettings,
                "The engine “\(settings.name)” has no address: set CARAVAN_ENGINE_URL, or url in caravan.yaml."
            )
        }
        let endpoint = try Endpoint(url)
        self.settings = settings
        self.timing = timing
        self.isLlama = isLlama
        self.hasAdapter = hasAdapter
        name = settings.model.map { "\($0) at \(endpoint.host)" } ?? endpoint.host
        parallel = max(1, settings.parallel)
        connection = try Connection(
            endpoint: endpoint,
            key: settings.key,
            model: settings.model,
            timeout: settings.timeout,
            timing: timing
        )
        gate = RequestGate(
            parallel: settings.parallel,
            requestsPerMinute: settings.requestsPerMinute,
            tokensPerMinute: settings.tokensPerMinute,
            timing: timing
        )
        var dialect = Dialect(schema: settings.schema)
        // Answers are short, and llama.cpp closes the connection after each stream.
        dialect.stream = !isLlama
        self.dialect = Mutex(dialect)
    }

    package var limits: BatchLimits {
        let isStrict = dialect.withLock { $0.format == .schema }
        switch settings.style {
        case .chat:
            return BatchLimits(
                units: settings.batchUnits ?? (isStrict ? 16 : 8),
                tokens: settings.batchTokens ?? (isStrict ? 1600 : 800),
                context: 3
            )
        case .completion:
            return BatchLimits(units: settings.batchUnits ?? 1, tokens: settings.batchTokens ?? 800, context: 0)
        }
    }

    package func estimate(_ batch: Batch) -> Usage {
        switch settings.style {
        case .chat: estimateChat(batch)
        case .completion: estimateCompletion(batch)
        }
    }

    package func translate(_ batch: Batch) async throws(EngineError) -> Answer {
        switch settings.style {
        case .chat: try await translateByChat(batch)
        case .completion: try await translateByCompletion(batch)
        }
    }

    /// The models that the endpoint lists (`GET /v1/models`).
    package func models() async throws(EngineError) -> [String] {
        do {
            return try await connection.get(url: connection.endpoint.url("models"))["data"]?.array.compactMap {
                $0["id"]?.string
            } ?? []
        } catch {
            throw error.error
        }
    }

    var currentDialect: Dialect { dialect.withLock { $0 } }

    /// Sends a request until it is answered or trying again makes no sense.
    /// - Parameters:
    ///   - expected: tokens that it will take, sent and received, for the rates.
    ///   - limit: bytes of content that are too much.
    ///   - prelude: a request to send just before, in the same place of the gate; its answer is dropped.
    ///   - usage: what all tries together cost is added here, also when it throws.
    ///   - body: makes the request for what the endpoint understands.
    func ask(
        _ route: String,
        expected: Int,
        limit: Int,
        usage: inout Usage,
        prelude: String? = nil,
        body: (Dialect) -> String
    ) async throws(EngineError) -> Reply {
        let before = usage
        do {
            return try await gate.pass {
                try await tryUntilAnswered(
                    route,
                    expected: expected,
                    limit: limit,
                    usage: &usage,
                    prelude: prelude,
                    body: body
                )
            }
        } catch let error as EngineError {
            var error = error
            error.usage = Usage(difference: usage, before)
            throw error
        } catch {
            throw EngineError(.cancelled, "Cancelled.", cause: error)
        }
    }

    /// So many connections that the other side let go of may lie in the pool one after another.
    private static let staleConnections = 3

    private func tryUntilAnswered(
        _ route: String,
        expected: Int,
        limit: Int,
        usage: inout Usage,
        prelude: String? = nil,
        body: (Dialect) -> String
    ) async throws -> Reply {
        var attempt = 1
        var stale = 0
        while true {
            try await gate.pace(tokens: expected)
            let dialect = currentDialect
            let start = timing.now()
            let result: Result<Reply, Failure>
            do throws(Failure) {
                if let prelude {
                    // The first time a prompt is seen it is summed up in one go, later only its end; twice makes both alike,
                    // so that what follows a start is what follows any other piece.
                    if warmed.withLock({ $0 != prelude }) {
                        _ = try await connection.post(route, body: prelude, limit: limit)
                        warmed.withLock { $0 = prelude }
                    }
                    _ = try await connection.post(route, body: prelude, limit: limit)
                }
                result = .success(try await connection.post(route, body: body(dialect), limit: limit))
            } catch {
                result = .failure(error)
            }
            if case .failure(let failure) = result, failure.isStale, stale < Self.staleConnections {
                stale += 1
                continue
            }
            usage.requests += 1
            usage.seconds += timing.now() - start
            switch result {
            case .success(let reply):
                if let counted = reply.usage {
                    usage += counted
                    gate.settle(reserved: expected, used: counted.inputTokens + counted.outputTokens)
                }
                gate.succeed()
                return reply
            case .failure(let failure):
                if let counted = failure.usage { usage += counted }
                if let next = dialect.after(failure.status, said: failure.said) {
                    // Another request may have learned the same in the meantime.
                    self.dialect.withLock { if $0 == dialect { $0 = next } }
                    continue
                }
                if failure.status == 429 { gate.slowDown(since: start) }
                guard failure.mayPass, attempt < settings.attempts else { throw failure.error }
                try await timing.sleep(Backoff.seconds(attempt: attempt, failure: failure, random: timing.random()))
                attempt += 1
            }
        }
    }
}

extension OpenAIEngine: CustomReflectable {
    /// The name alone: an open connection holds the key in the headers of its request.
    package var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
