internal import Subprocess
internal import SystemPackage

/// A talk with a program that answers each line with one line.
///
/// Not a value: it is the one mouth of a process, and lives as long as that.
package final class Dialogue {
    private let name: String
    private let writer: StandardInputWriter
    private var answers: SubprocessOutputSequence.StringSequence<UTF8>.AsyncIterator

    fileprivate init(name: String, writer: StandardInputWriter, answers: SubprocessOutputSequence) {
        self.name = name
        self.writer = writer
        self.answers = answers.strings(
            separatedBy: .unicodeScalarSequence(["\n"]),
            bufferingPolicy: .maxLineLength(64 << 20)
        ).makeAsyncIterator()
    }

    /// The next line that the program writes.
    /// - Throws: `failed` when it ended without one.
    package func next() async throws -> String {
        guard let line = try await answers.next() else {
            throw StudioError(.failed, "\(name) ended in the middle of its work. Run it again.")
        }
        return line
    }

    /// Says a line, without its end, and waits for the answer.
    package func ask(_ line: String) async throws -> String {
        _ = try await writer.write(line + "\n")
        return try await next()
    }
}

extension Tool {
    /// Runs while a closure talks with it, and ends it then.
    /// - Throws: what the closure throws; `failed` when the program cannot be run.
    package func talk<Answer: Sendable>(
        _ arguments: [String],
        _ body: (Dialogue) async throws -> Answer
    ) async throws -> Answer {
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)),
                arguments: Arguments(arguments),
                input: .inputWriter,
                output: .sequence,
                error: .discarded
            ) { execution in
                let dialogue = Dialogue(
                    name: name,
                    writer: execution.standardInputWriter,
                    answers: execution.standardOutput
                )
                do {
                    let answer = try await body(dialogue)
                    try? await execution.standardInputWriter.finish()
                    return answer
                } catch {
                    // It would wait for more.
                    try? execution.send(signal: .kill)
                    throw error
                }
            }
            return result.closureResult
        } catch let error as CancellationError {
            throw error
        } catch let error as StudioError {
            throw error
        } catch {
            try Task.checkCancellation()
            throw StudioError(.failed, "\(name) could not be run: \(error).")
        }
    }
}
