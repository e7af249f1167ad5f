import FakeEngine
import Foundation
import Glibc
import Synchronization
import Testing

/// The built program, run as a user would run it.
///
/// With posix_spawn and waitpid, since the exit of one of several Foundation processes at a time can go unnoticed on Linux.
struct Caravan {
    var environment: [String: String] = [:]

    struct Result {
        /// Exit code, or 128 and the signal that ended it.
        var code: Int32
        var output: String
        var error: String
    }

    /// Runs to the end.
    func run(_ arguments: String...) async throws -> Result {
        try await start(arguments).result()
    }

    /// Starts, for tests that kill it.
    func start(_ arguments: [String]) throws -> Running {
        var variables = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin"]
        variables.merge(environment) { $1 }
        return try Running(Self.binary, arguments, environment: variables)
    }

    /// The executable beside the test bundle, which is the running program or the value of `--test-bundle-path`.
    private static var binary: String {
        let words = CommandLine.arguments
        let bundle = words.firstIndex(of: "--test-bundle-path").flatMap { words.dropFirst($0 + 1).first } ?? words[0]
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "caravan").path
    }
}

/// A started program.
final class Running: Sendable {
    private let identifier: pid_t
    private let exit: AsyncStream<Int32>
    private let isOver = Mutex(false)
    private let output: String
    private let error: String

    init(_ program: String, _ arguments: [String], environment: [String: String]) throws {
        let folder = NSTemporaryDirectory()
        output = "\(folder)/caravan-out-\(UUID().uuidString)"
        error = "\(folder)/caravan-err-\(UUID().uuidString)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT, 0o600)
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var identifier: pid_t = 0
        let code = posix_spawn(&identifier, program, &actions, nil, words, variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.identifier = identifier
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        exit = stream
        let child = identifier
        Thread.detachNewThread {
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            self.isOver.withLock { $0 = true }
            continuation.yield(status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
            continuation.finish()
        }
    }

    /// Waits until the program has sent so many requests; fails the test when it ends before that.
    func waitForRequests(_ count: Int, to server: FakeServer) async throws {
        while server.requests.count < count {
            if isOver.withLock({ $0 }) {
                let result = await result()
                Issue.record("It ended with \(result.code) after \(server.requests.count) requests: \(result.error)")
                return
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    func kill() { _ = Glibc.kill(identifier, SIGKILL) }
    func interrupt() { _ = Glibc.kill(identifier, SIGINT) }

    func result() async -> Caravan.Result {
        var code: Int32 = -1
        for await status in exit { code = status }
        defer { for file in [output, error] { unlink(file) } }
        return Caravan.Result(code: code, output: Self.text(output), error: Self.text(error))
    }

    private static func text(_ file: String) -> String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
}
