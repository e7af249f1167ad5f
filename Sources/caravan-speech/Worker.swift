import FoundationEssentials
import Glibc

/// Why the worker or a job ends.
struct WorkerError: Error {
    var message: String
    /// Of the process, when it is not the error of a job.
    var code: Int32 = 1

    static func usage(_ message: String) -> WorkerError {
        WorkerError(message: "\(message). Use: caravan-speech listen|speak|voiceprint --OPTION VALUE …", code: 2)
    }

    static func model(_ message: String) -> WorkerError { WorkerError(message: message, code: 3) }
}

/// The command and its `--name value` pairs.
struct Options {
    var command: String
    private var values: [String: String] = [:]

    private static let known: Set<String> = ["vad", "whisper", "language", "threads", "voice", "kind", "model"]

    init(_ arguments: [String]) throws {
        guard let first = arguments.first else { throw WorkerError.usage("no command") }
        command = first
        var rest = arguments.dropFirst()
        while let name = rest.popFirst() {
            if name == "--progress" {
                values["progress"] = ""
            } else if name.hasPrefix("--"), Self.known.contains(String(name.dropFirst(2))), let value = rest.popFirst()
            {
                values[String(name.dropFirst(2))] = value
            } else {
                throw WorkerError.usage("unknown or incomplete option \(name)")
            }
        }
    }

    func optional(_ name: String) -> String? { values[name] }

    func required(_ name: String) throws -> String {
        guard let value = values[name] else { throw WorkerError.usage("\(command) needs --\(name)") }
        return value
    }

    /// Threads of the models, 1 when not said: two cost more processor time than they save.
    var threads: Int32 { values["threads"].flatMap { Int32($0) }.map { min(max($0, 1), 64) } ?? 1 }

    /// A file that has to be there.
    func file(_ folder: String, _ name: String) throws -> String {
        let path = try "\(required(folder))/\(name)"
        guard access(path, R_OK) == 0 else {
            throw WorkerError.model("\(path) is not there; run script/bootstrap series")
        }
        return path
    }
}

/// What a job says; each command uses a part of it.
struct Job: Decodable {
    var id: String
    var file: String?
    var spans: [[Double]]?
    var phonemes: [String]?
    var pinyin: [String]?
    var speaker: Int?
    var speed: Double?
    var out: String?

    /// Calls a closure for each line of standard input and writes its answer or its error.
    static func forEach(_ work: (Job) throws -> some Encodable) {
        while let line = readLine() {
            if line.allSatisfy(\.isWhitespace) { continue }
            let job: Job
            do {
                job = try JSONDecoder().decode(Job.self, from: Data(line.utf8))
            } catch {
                answers.send(Failure(id: nil, error: "a job is one JSON object a line with an id: \(error)"))
                continue
            }
            do {
                answers.send(try work(job))
            } catch let error as WorkerError {
                answers.send(Failure(id: job.id, error: error.message))
            } catch {
                answers.send(Failure(id: job.id, error: "\(error)"))
            }
        }
    }

    private struct Failure: Encodable {
        var id: String?
        var error: String
    }
}

/// The first line out.
struct Ready: Encodable {
    var ready: String
    var rate: Int?
    var speakers: Int?
}

/// Standard output, kept apart from what libraries print.
struct Answers {
    private let descriptor: Int32

    init() {
        descriptor = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        // A caller that went away is noticed by the write.
        signal(SIGPIPE, SIG_IGN)
    }

    func send(_ answer: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(answer) else {
            FileHandleText.standardError("caravan-speech: an answer cannot be written as JSON\n")
            exit(1)
        }
        line.append(0x0A)
        guard FileHandleText.write(Array(line), to: descriptor) else { exit(1) }
    }
}

enum FileHandleText {
    static func standardError(_ text: String) {
        _ = write(Array(text.utf8), to: STDERR_FILENO)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(descriptor, base + done, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
    }
}
