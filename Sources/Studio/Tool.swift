internal import FoundationEssentials
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// A program that is run as a process: its output comes as it is written, and it ends when the task is cancelled.
package struct Tool: Sendable {
    /// For messages.
    package let name: String
    package let path: String

    package init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    /// Looks for a program on `PATH`.
    /// - Parameter remedy: what installs it, as a sentence.
    /// - Throws: `missingTool`.
    package static func find(_ name: String, remedy: String) throws(StudioError) -> Tool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        for folder in path.split(separator: ":") {
            let file = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: file) { return Tool(name: name, path: file) }
        }
        throw StudioError(.missingTool, "\(name) is missing. \(remedy)")
    }

    /// Runs to the end.
    /// - Parameters:
    ///   - input: its standard input.
    ///   - folder: where it runs; nil for here.
    ///   - limit: of its standard output, in bytes; a program that writes more is ended.
    /// - Returns: its standard output.
    /// - Throws: `StudioError` with its last words when it fails, `CancellationError`.
    @discardableResult
    package func run(
        _ arguments: [String],
        input: [UInt8] = [],
        in folder: String? = nil,
        limit: Int = 16 << 20
    ) async throws -> [UInt8] {
        let bytes = Mutex<[UInt8]>([])
        try await stream(arguments, input: input, in: folder) { part in
            let count = bytes.withLock {
                $0 += part
                return $0.count
            }
            guard count <= limit else {
                throw StudioError(.failed, "\(name) wrote more than \(limit) bytes and was ended.")
            }
        }
        return bytes.withLock { $0 }
    }

    /// Runs to the end and hands on its standard output in parts of any size.
    package func stream(
        _ arguments: [String],
        input: [UInt8] = [],
        in folder: String? = nil,
        each: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws {
        try await converse(arguments, input: input, in: folder) { output in
            for try await buffer in output {
                try each(buffer.withUnsafeBytes { Array($0) })
            }
        }
    }

    /// Runs to the end and hands on the lines of its standard output.
    /// - Returns: the last words on its standard error; empty when it had nothing to complain of.
    @discardableResult
    package func lines(
        _ arguments: [String],
        input: [UInt8] = [],
        each: @escaping @Sendable (String) throws -> Void
    ) async throws -> String {
        try await converse(arguments, input: input, in: nil) { output in
            for try await line in output.strings(
                separatedBy: .unicodeScalarSequence(["\n"]),
                bufferingPolicy: .maxLineLength(64 << 20)
            ) {
                try each(line)
            }
        }
    }

    @discardableResult
    private func converse(
        _ arguments: [String],
        input: [UInt8],
        in folder: String?,
        read: @escaping @Sendable (SubprocessOutputSequence) async throws -> Void
    ) async throws -> String {
        let words = LastWords()
        let result: ExecutionResult<Void, SequenceOutput, SequenceOutput>
        do {
            result = try await Subprocess.run(
                .path(FilePath(path)),
                arguments: Arguments(arguments),
                workingDirectory: folder.map { FilePath($0) },
                input: .inputWriter,
                output: .sequence,
                error: .sequence
            ) { execution in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        do {
                            try await read(execution.standardOutput)
                        } catch {
                            // Nobody reads any more, so the program would wait for ever.
                            try? execution.send(signal: .kill)
                            throw error
                        }
                    }
                    group.addTask {
                        for try await buffer in execution.standardError {
                            words.add(buffer.withUnsafeBytes { Array($0) })
                        }
                    }
                    group.addTask {
                        // A program that has seen enough closes its end; how it ended says whether that is well.
                        if !input.isEmpty { _ = try? await execution.standardInputWriter.write(input) }
                        try? await execution.standardInputWriter.finish()
                    }
                    try await group.waitForAll()
                }
            }
        } catch let error as CancellationError {
            throw error
        } catch let error as StudioError {
            throw error
        } catch {
            try Task.checkCancellation()
            throw StudioError(.failed, "\(name) could not be run: \(error).")
        }
        try Task.checkCancellation()
        guard case .exited(0) = result.terminationStatus else {
            let said = words.text
            throw StudioError(
                .failed,
                "\(name) ended with \(result.terminationStatus)" + (said.isEmpty ? "." : ": \(said)")
            )
        }
        return words.text
    }
}

/// The last of what a program wrote to its standard error.
private final class LastWords: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func add(_ more: [UInt8]) {
        bytes.withLock {
            $0 += more
            if $0.count > 4000 { $0.removeFirst($0.count - 2000) }
        }
    }

    /// Its last four lines.
    var text: String {
        let text = bytes.withLock { String(decoding: $0, as: UTF8.self) }
        return text.split(whereSeparator: \.isNewline).suffix(4).joined(separator: " | ")
    }
}
