import Foundation
import Testing

/// The built program, run as a user would run it.
struct Caravan {
    var environment: [String: String] = [:]

    struct Result {
        var code: Int32
        var output: String
        var error: String
    }

    /// Runs to the end.
    func run(_ arguments: String...) async throws -> Result {
        let process = try start(arguments)
        return await process.result()
    }

    /// Starts, for tests that kill it.
    func start(_ arguments: [String]) throws -> Running {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        var variables = ["HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin"]
        variables.merge(environment) { $1 }
        process.environment = variables
        return try Running(process)
    }

    /// The executable beside the test bundle.
    private static var binary: URL { products.appending(path: "caravan") }

    private static var products: URL {
        // The test runner is …/debug/caravanPackageTests.xctest or swiftpm-testing-helper with --test-bundle-path.
        let words = CommandLine.arguments
        if let flag = words.firstIndex(of: "--test-bundle-path"), flag + 1 < words.count {
            return URL(filePath: words[flag + 1]).deletingLastPathComponent()
        }
        return URL(filePath: words[0]).deletingLastPathComponent()
    }
}

/// A started program.
final class Running: Sendable {
    private let identifier: Int32
    private let exit: AsyncStream<Int32>
    private let output: URL
    private let error: URL

    init(_ process: Process) throws {
        let folder = FileManager.default.temporaryDirectory
        output = folder.appending(path: "caravan-out-\(UUID().uuidString)")
        error = folder.appending(path: "caravan-err-\(UUID().uuidString)")
        for file in [output, error] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        process.standardInput = FileHandle.nullDevice
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        exit = stream
        process.terminationHandler = { process in
            continuation.yield(process.terminationStatus)
            continuation.finish()
        }
        try process.run()
        identifier = process.processIdentifier
    }

    func kill() { _ = Foundation.kill(identifier, SIGKILL) }
    func interrupt() { _ = Foundation.kill(identifier, SIGINT) }

    func result() async -> Caravan.Result {
        var code: Int32 = -1
        for await status in exit { code = status }
        defer { for file in [output, error] { try? FileManager.default.removeItem(at: file) } }
        return Caravan.Result(
            code: code,
            output: (try? String(contentsOf: output, encoding: .utf8)) ?? "",
            error: (try? String(contentsOf: error, encoding: .utf8)) ?? ""
        )
    }
}
