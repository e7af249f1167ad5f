import FoundationEssentials
import Glibc

/// Where the embedded engine finds its tools and its model.
package struct LocalSettings: Hashable, Sendable {
    /// `$XDG_DATA_HOME/caravan`, or `~/.local/share/caravan` (XDG Base Directory Specification).
    package var dataFolder: String
    /// A GGUF file instead of the model that set-up installed.
    package var modelFile: String?
    /// A GGUF LoRA adapter for the model.
    package var adapter: String?
    /// `llama-server`, used instead of the virtual environment when a model file is given.
    package var llamaServer: String?
    /// A Python of the system, which starts `llama-server`.
    package var systemPython: String?
    /// Tokens that one slot holds: the shared examples take about 450, a piece below 100.
    package var context = 2048
    /// Requests at once. With more than one the translations depend on which requests meet, and on two cores it is no
    /// faster (60 lines in 16.1 s with one slot, in 16.0 to 16.7 s with two).
    package var slots = 1
    /// Seconds until it has to be ready.
    package var patience = 60.0

    /// - Parameter environment: `XDG_DATA_HOME`, `HOME`, `PATH`, `CARAVAN_MODEL_FILE` and `CARAVAN_MODEL_ADAPTER` are read.
    package init(
        modelFile: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        dataFolder = (data ?? (environment["HOME"] ?? "") + "/.local/share") + "/caravan"
        self.modelFile = modelFile ?? environment["CARAVAN_MODEL_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        adapter = environment["CARAVAN_MODEL_ADAPTER"].flatMap { $0.isEmpty ? nil : $0 }
        llamaServer = Self.find("llama-server", in: environment)
        systemPython = Self.find("python3", in: environment)
    }

    /// The Python of the virtual environment that `script/bootstrap` makes.
    package var python: String { dataFolder + "/engine/bin/python" }

    /// The model for reports: `gemma-3-270m`, or the name of the file.
    package var modelName: String {
        guard let name = modelFile?.split(separator: "/").last else { return "gemma-3-270m" }
        return String(name.hasSuffix(".gguf") ? name.dropLast(5) : name)
    }

    struct Command: Sendable {
        var path: String
        var arguments: [String]
    }

    /// The program to start and its arguments.
    /// - Throws: `missingTool` with the command that installs what is missing.
    func command() throws(EngineError) -> Command {
        for (file, name) in [(modelFile, "CARAVAN_MODEL_FILE"), (adapter, "CARAVAN_MODEL_ADAPTER")] {
            guard let file, access(file, R_OK) != 0 else { continue }
            throw EngineError(
                .missingTool,
                "There is no model file at \(file): correct \(name) or the engine's modelFile."
            )
        }
        let server = modelFile == nil ? nil : llamaServer
        let python = server == nil ? python : systemPython ?? python
        guard access(python, X_OK) == 0 else {
            throw EngineError(
                .missingTool,
                "The embedded engine is not installed (no \(python)): run script/bootstrap, or name another engine."
            )
        }
        let script = String(decoding: PackageResources.serve_py, as: UTF8.self)
        return Command(path: python, arguments: ["-c", script, argument(server: server)])
    }

    private func argument(server: String?) -> String {
        func quoted(_ text: String?) -> String { text.map(JSONValue.quoted) ?? "null" }
        return
            #"{"model":\#(quoted(modelFile)),"models":\#(quoted(dataFolder + "/models")),"server":\#(quoted(server)),"#
            + #""adapter":\#(quoted(adapter)),"context":\#(context),"slots":\#(slots),"parent":\#(getpid())}"#
    }

    private static func find(_ tool: String, in environment: [String: String]) -> String? {
        for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(tool)"
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }
}
