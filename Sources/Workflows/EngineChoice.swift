package import Engines

/// Which engines a run uses: from the settings, the environment and the command line, the later winning.
package struct EngineChoice: Sendable {
    package var engine: EngineSettings
    package var fallback: EngineSettings?

    /// `name` is what the command line asks for. Without it, `CARAVAN_ENGINE_URL` in the environment chooses that
    /// endpoint; otherwise the settings do.
    package init(
        _ settings: Settings,
        name: String?,
        fallback: String? = nil,
        environment: [String: String]
    ) throws(WorkflowError) {
        let isFromEnvironment = name == nil && environment["CARAVAN_ENGINE_URL"]?.isEmpty == false
        let chosen = isFromEnvironment ? Self.environmentName : name ?? settings.engine
        engine = try Self.settings(of: chosen, in: settings, environment: environment)
        if let second = fallback ?? settings.fallback, second != chosen, second != "none" {
            self.fallback = try Self.settings(of: second, in: settings, environment: environment)
        }
    }

    /// The name under which the endpoint of the environment variables goes.
    package static let environmentName = "environment"

    /// All engines that could be named: the embedded one, those of the settings, that of the environment.
    package static func all(_ settings: Settings, environment: [String: String]) -> [EngineSettings] {
        var names = ["local"] + settings.engines.keys.filter { $0 != "local" }.sorted()
        if environment["CARAVAN_ENGINE_URL"]?.isEmpty == false { names.append(environmentName) }
        return names.compactMap { try? Self.settings(of: $0, in: settings, environment: environment) }
    }

    private static func settings(
        of name: String,
        in settings: Settings,
        environment: [String: String]
    ) throws(WorkflowError) -> EngineSettings {
        var engine: EngineSettings
        if let found = settings.engines[name] {
            engine = found
        } else if name == "local" {
            engine = .embedded
        } else if name == environmentName, environment["CARAVAN_ENGINE_URL"]?.isEmpty == false {
            engine = EngineSettings(name: name)
        } else {
            let known = (["local"] + settings.engines.keys.sorted()).joined(separator: ", ")
            throw WorkflowError(
                .settings,
                "There is no engine “\(name)”. Known: \(known). Others are added under `engines:` in caravan.yaml."
            )
        }
        if name == environmentName {
            engine.url = environment["CARAVAN_ENGINE_URL"]
            engine.model = environment["CARAVAN_ENGINE_MODEL"]
        }
        if name == "local", engine.modelFile == nil { engine.modelFile = environment["CARAVAN_MODEL_FILE"] }
        if let key = environment[engine.keyVariable], !key.isEmpty { engine.key = Secret(key) }
        return engine
    }
}
