import Glibc

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
