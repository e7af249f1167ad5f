import Synchronization
import Text

/// The embedded engine: a small base model on this machine, asked one unit at a time. It needs no key and no network, and
/// the same text gives the same translation every time.
package final class LocalEngine: Engine {
    package let name: String
    package let limits: BatchLimits
    package let parallel = 1
    package var pace: Pace { .embedded }
    package let server: LocalServer
    private let settings: EngineSettings
    private let timing: Timing
    private let hasAdapter: Bool
    private let progress: LocalServer.Progress?
    /// Makes prompts for estimates; asks nobody.
    private let idle: OpenAIEngine
    private let client = Mutex<(url: String, engine: OpenAIEngine)?>(nil)

    /// - Parameters:
    ///   - settings: `modelFile`, `adapter`, `timeout` and the batch sizes are used.
    ///   - progress: hears when the server starts and when it is ready.
    package convenience init(
        _ settings: EngineSettings,
        progress: LocalServer.Progress? = nil
    ) throws(EngineError) {
        let local = LocalSettings(modelFile: settings.modelFile, adapter: settings.adapter)
        try self.init(settings, name: local.modelName, server: .shared(local), timing: .system, progress: progress)
    }

    init(
        _ settings: EngineSettings,
        name: String,
        server: LocalServer,
        timing: Timing,
        progress: LocalServer.Progress? = nil
    ) throws(EngineError) {
        var settings = settings
        settings.style = .completion
        settings.parallel = parallel
        settings.key = nil
        settings.model = nil
        settings.requestsPerMinute = nil
        settings.tokensPerMinute = nil
        self.settings = settings
        self.name = "local \(name)"
        self.server = server
        self.timing = timing
        self.progress = progress
        hasAdapter = server.hasAdapter
        settings.url = "http://127.0.0.1"
        idle = try OpenAIEngine(settings, isLlama: true, hasAdapter: hasAdapter, timing: timing)
        limits = BatchLimits(units: settings.batchUnits ?? 1, tokens: settings.batchTokens ?? 800, context: 0)
    }

    package func estimate(_ batch: Batch) -> Usage { idle.estimate(batch) }

    /// Starts the server when it does not run; once more when it ended in the middle.
    package func translate(_ batch: Batch) async throws(EngineError) -> Answer {
        try await asking { engine throws(EngineError) in try await engine.translate(batch) }
    }

    private func asking<Result>(
        _ question: (OpenAIEngine) async throws(EngineError) -> Result
    ) async throws(EngineError) -> Result {
        do {
            return try await question(try await engine())
        } catch  where error.code == .unreachable {
            guard let words = await server.wordsIfEnded() else { throw error }
            do {
                return try await question(try await engine())
            } catch  where error.code == .unreachable {
                throw EngineError(.unreachable, "The embedded engine ended: \(words)", cause: error, usage: error.usage)
            }
        }
    }

    /// Starts the server without asking it anything.
    package func start() async throws(EngineError) { _ = try await engine() }

    private func engine() async throws(EngineError) -> OpenAIEngine {
        let url = try await server.start(progress)
        if let known = client.withLock({ $0 }), known.url == url { return known.engine }
        var settings = settings
        settings.url = url
        // A server that is gone is started again, not asked again.
        settings.attempts = min(settings.attempts, 2)
        let engine = try OpenAIEngine(settings, isLlama: true, hasAdapter: hasAdapter, timing: timing)
        return client.withLock { client in
            if let known = client, known.url == url { return known.engine }
            client = (url, engine)
            return engine
        }
    }
}

extension LocalEngine: AlternativeEngine {
    package var givesAlternatives: Bool { true }

    package func alternatives(_ batch: Batch, count: Int) async throws(EngineError) -> Alternatives {
        try await asking { engine throws(EngineError) in try await engine.alternatives(batch, count: count) }
    }
}

extension EngineSettings {
    /// The engine that these settings describe: the embedded one where there is no address.
    /// - Parameter progress: hears when the embedded engine starts.
    package func engine(progress: LocalServer.Progress? = nil) throws(EngineError) -> any Engine {
        if url == nil { return try LocalEngine(self, progress: progress) }
        return try OpenAIEngine(self)
    }
}
