internal import Engines
internal import Text
internal import Yams

extension Settings {
    /// Reads `caravan.yaml`. Throws with the line of what cannot be understood; an unknown name is an error, since a
    /// misspelt setting that is silently ignored costs money.
    package static func read(_ yaml: String, file: String) throws(WorkflowError) -> Settings {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw WorkflowError(.settings, "\(file) is not YAML: \(error)", cause: error)
        }
        var settings = Settings()
        guard let node, node.null == nil else { return settings }
        let reader = SettingsReader(file: file)
        for (name, value) in try reader.entries(node, under: nil) {
            switch name {
            case "source": settings.source = try reader.text(value) == "auto" ? nil : reader.locale(value)
            case "target", "targets":
                settings.targets = try reader.list(value).map { node throws(WorkflowError) in try reader.locale(node) }
            case "input", "inputs":
                settings.inputs = try reader.list(value).map { node throws(WorkflowError) in try reader.text(node) }
            case "film", "films":
                settings.films = try reader.list(value).map { node throws(WorkflowError) in try reader.text(node) }
            case "terms":
                settings.terms = try reader.list(value).map { node throws(WorkflowError) in try reader.text(node) }
            case "engine": settings.engine = try reader.text(value)
            case "fallback": settings.fallback = try reader.optionalText(value)
            case "style": settings.style = try reader.optionalText(value)
            case "keep": settings.keep = try reader.choice(value, Keep.self)
            case "encoding": settings.encoding = try reader.outputEncoding(value)
            case "input_encoding": settings.inputEncoding = try reader.inputEncoding(value)
            case "format": settings.format = try reader.format(value)
            case "formats":
                settings.formats = try reader.list(value).map { node throws(WorkflowError) in try reader.rule(node) }
            case "placeholders": settings.placeholders = try reader.placeholders(value)
            case "memory": settings.memory = try reader.memory(value)
            case "checks": settings.checks = try reader.checks(value)
            case "patterns": settings.patterns = try reader.patterns(value)
            case "speech": settings.speech = try reader.speech(value)
            case "transcription": settings.transcription = try reader.transcription(value)
            case "engines":
                for (name, value) in try reader.entries(value, under: "engines") {
                    settings.engines[name] = try engine(name, value, reader)
                }
            default: throw reader.unknown(name, value)
            }
        }
        for name in [settings.engine, settings.fallback].compactMap(\.self)
        where name != "local" && settings.engines[name] == nil {
            throw WorkflowError(
                .settings,
                "\(file) names the engine “\(name)”, which is not under `engines:`. Add it there, or use `local`."
            )
        }
        return settings
    }

    private static func engine(_ name: String, _ node: Node, _ reader: SettingsReader) throws(WorkflowError)
        -> EngineSettings
    {
        var engine = EngineSettings(name: name)
        if name == "local" { engine = .embedded }
        for (field, value) in try reader.entries(node, under: name) {
            switch field {
            case "url": engine.url = try reader.address(value)
            case "model": engine.model = try reader.text(value)
            case "model_file": engine.modelFile = try reader.text(value)
            case "adapter": engine.adapter = EngineSettings.Adapter(try reader.text(value))
            case "key_env": engine.keyVariable = try reader.variable(value)
            case "style": engine.style = try reader.choice(value, EngineSettings.Style.self)
            case "schema": engine.schema = try reader.flag(value)
            case "parallel": engine.parallel = try reader.whole(value, in: 1...1024)
            case "requests_per_minute": engine.requestsPerMinute = try reader.whole(value, in: 1...10_000_000)
            case "tokens_per_minute": engine.tokensPerMinute = try reader.whole(value, in: 1...Int.max)
            case "timeout": engine.timeout = try reader.number(value, in: 1...86_400)
            case "attempts": engine.attempts = try reader.whole(value, in: 1...100)
            case "temperature": engine.temperature = try reader.number(value, in: 0...2)
            case "batch":
                for (part, value) in try reader.entries(value, under: "batch") {
                    switch part {
                    case "units": engine.batchUnits = try reader.whole(value, in: 1...1000)
                    case "tokens": engine.batchTokens = try reader.whole(value, in: 1...1_000_000)
                    default: throw reader.unknown(part, value)
                    }
                }
            case "prices": engine.prices = try prices(value, reader)
            case "key", "api_key":
                throw reader.keyInFile(value, variable: "CARAVAN_ENGINE_KEY")
            default: throw reader.unknown(field, value)
            }
        }
        if name != "local", engine.url == nil {
            throw WorkflowError(
                .settings,
                "\(reader.place(node)): the engine “\(name)” needs a `url:`, such as http://localhost:8080/v1."
            )
        }
        return engine
    }

    private static func prices(_ node: Node, _ reader: SettingsReader) throws(WorkflowError) -> EngineSettings.Prices {
        var prices = EngineSettings.Prices(input: 0, output: 0)
        for (part, value) in try reader.entries(node, under: "prices") {
            switch part {
            case "input": prices.input = try reader.number(value, in: 0...1_000_000)
            case "output": prices.output = try reader.number(value, in: 0...1_000_000)
            case "cached_input": prices.cachedInput = try reader.number(value, in: 0...1_000_000)
            case "currency": prices.currency = try reader.text(value)
            default: throw reader.unknown(part, value)
            }
        }
        return prices
    }
}
