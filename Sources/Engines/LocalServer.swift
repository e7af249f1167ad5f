import Synchronization
import Text

/// The server of the embedded model: a child process that is started when it is first needed, used by everybody in this
/// process, and ended with it.
package actor LocalServer {
    /// Hears what goes on, a short sentence at a time.
    package typealias Progress = @Sendable (String) -> Void

    private let settings: LocalSettings
    private let timing: Timing
    private let command: LocalSettings.Command?
    private var child: ChildProcess?
    /// `http://127.0.0.1:PORT`
    private var root: String?
    private var starting: Task<String, any Error>?

    /// The server for these settings that everybody in this process shares.
    package static func shared(_ settings: LocalSettings) -> LocalServer {
        servers.withLock { servers in
            if let server = servers[settings] { return server }
            let server = LocalServer(settings)
            servers[settings] = server
            return server
        }
    }

    private static let servers = Mutex<[LocalSettings: LocalServer]>([:])

    /// - Parameter command: what to start instead, for tests; it has to print `{"port": …}`.
    init(
        _ settings: LocalSettings,
        timing: Timing = .system,
        command: LocalSettings.Command? = nil
    ) {
        self.settings = settings
        self.timing = timing
        self.command = command
    }

    /// Whether the model is served with an adapter.
    package nonisolated var hasAdapter: Bool { settings.adapter != nil }

    /// The number of the child process; nil when none runs.
    package var pid: Int32? { child.flatMap { $0.isEnded || $0.pid == 0 ? nil : $0.pid } }

    /// Starts the server if it does not run, and waits until it is healthy.
    /// - Returns: its base address, `http://127.0.0.1:PORT/v1`.
    /// - Throws: `missingTool` when it is not installed; `unreachable` with its last words when it ends or is not ready in time.
    package func start(_ progress: Progress? = nil) async throws(EngineError) -> String {
        if starting == nil || child?.isEnded == true {
            starting = Task { try await self.launch(progress) }
        }
        guard let task = starting else { throw EngineError(.unreachable, "The embedded engine was stopped.") }
        do {
            return try await task.value
        } catch let error as EngineError {
            if starting == task { starting = nil }
            throw error
        } catch {
            if starting == task { starting = nil }
            throw EngineError(.cancelled, "Cancelled.", cause: error)
        }
    }

    /// Ends the server, and returns when it has ended. `start` starts it again.
    package func stop() async {
        let child = child
        self.child = nil
        starting?.cancel()
        starting = nil
        await child?.stop()
    }

    /// Looks after a server that did not answer: one that is not well is ended, so that `start` starts it again.
    /// - Returns: its last words, or nil when it is well.
    func wordsIfEnded() async -> String? {
        guard let child, let root else { return nil }
        if !child.isEnded {
            if await isWell(root) { return nil }
            await child.stop()
        }
        return Self.words(of: child)
    }

    private func isWell(_ root: String) async -> Bool {
        let timeout = min(settings.patience, 10)
        guard let endpoint = try? Endpoint(root),
            let connection = try? Connection(endpoint: endpoint, key: nil, model: nil, timeout: timeout, timing: timing)
        else { return false }
        return (try? await connection.get(url: root + "/health")) != nil
    }

    private func launch(_ progress: Progress?) async throws -> String {
        let start = timing.now()
        let command = try self.command ?? settings.command()
        progress?("Starting the embedded engine (\(settings.modelName)).")
        if settings.lacksAdapter {
            progress?("The adapter that makes it readable is not installed: run script/bootstrap engine.")
        }
        let child = ChildProcess(command.path, command.arguments)
        self.child = child
        // A child that says nothing is given up in time.
        let watch = Task { [timing, settings] in
            try await timing.sleep(settings.patience)
            await child.stop()
        }
        defer { watch.cancel() }
        guard let line = await child.firstLine(), let port = Self.port(in: line) else {
            await child.stop()
            throw EngineError(.unreachable, "The embedded engine did not start: \(Self.words(of: child))")
        }
        let root = "http://127.0.0.1:\(port)"
        self.root = root
        while !child.isEnded {
            if await isWell(root) {
                let tenths = Int(((timing.now() - start) * 10).rounded())
                progress?("The embedded engine is ready after \(tenths / 10).\(tenths % 10) s.")
                return root + "/v1"
            }
            try await timing.sleep(0.05)
        }
        throw EngineError(.unreachable, "The embedded engine ended before it was ready: \(Self.words(of: child))")
    }

    private static func port(in line: String) -> Int? {
        var line = line
        let port = line.withUTF8 { JSONReader.read($0)?["port"]?.int }
        return port.flatMap { (1...65_535).contains($0) ? $0 : nil }
    }

    private static func words(of child: ChildProcess) -> String {
        let words = child.lastWords.suffix(3).map(EngineError.clean).filter { !$0.isEmpty }
        return words.isEmpty ? "it said nothing." : words.joined(separator: " / ")
    }
}
