import FoundationEssentials
import Glibc

/// Where the embedded engine finds its tools and its model.
package struct LocalSettings: Hashable, Sendable {
    /// `$XDG_DATA_HOME/caravan`, or `~/.local/share/caravan` (XDG Base Directory Specification).
    package var dataFolder: String
    /// A GGUF file instead of the model that set-up installed.
    package var modelFile: String?
    /// A GGUF LoRA adapter for the model, made by `Training/`.
    package var adapter: String?
    /// The installed model is to run with the installed adapter, which is not there.
    package var lacksAdapter = false
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

    /// - Parameters:
    ///   - adapter: where it is `.installed`, `CARAVAN_MODEL_ADAPTER` may say otherwise: `none`, or a path.
    ///   - environment: `XDG_DATA_HOME`, `HOME`, `PATH`, `CARAVAN_MODEL_FILE` and `CARAVAN_MODEL_ADAPTER` are read.
    package init(
        modelFile: String? = nil,
        adapter: EngineSettings.Adapter = .installed,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        dataFolder = (data ?? (environment["HOME"] ?? "") + "/.local/share") + "/caravan"
        self.modelFile = modelFile ?? environment["CARAVAN_MODEL_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        var chosen = adapter
        if chosen == .installed, let text = environment["CARAVAN_MODEL_ADAPTER"], !text.isEmpty {
            chosen = EngineSettings.Adapter(text)
        }
        switch chosen {
        case .none: self.adapter = nil
        case .file(let path): self.adapter = path
        case .installed:
            // Another model than the installed one has other weights, which the adapter does not fit.
            let place = "\(dataFolder)/models/\(Self.adapterName).gguf"
            let isThere = access(place, R_OK) == 0
            self.adapter = self.modelFile == nil && isThere ? place : nil
            lacksAdapter = self.modelFile == nil && !isThere
        }
        llamaServer = Self.find("llama-server", in: environment)
        systemPython = Self.find("python3", in: environment)
    }

    /// The adapter that set-up installs beside the model, from `Resources/`.
    static let adapterName = "caravan-zh-en-2"

    /// The Python of the virtual environment that `script/bootstrap` makes.
    package var python: String { dataFolder + "/engine/bin/python" }

    /// The model for reports: `gemma-3-270m` or the name of the file, `+` and the name of the adapter.
    package var modelName: String {
        let model = modelFile.map(Self.name) ?? "gemma-3-270m"
        return adapter.map { "\(model)+\(Self.name($0))" } ?? model
    }

    private static func name(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
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
                "There is no model file at \(file): correct \(name) or the engine's model_file and adapter."
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
