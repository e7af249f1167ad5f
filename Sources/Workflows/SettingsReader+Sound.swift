internal import Engines
internal import Yams

extension SettingsReader {
    /// `speech: {url, model, key_env, voices, parallel}`; nil where nothing is set.
    func speech(_ node: Node) throws(WorkflowError) -> SpeechSettings? {
        if node.null != nil { return nil }
        var settings = SpeechSettings(url: "")
        for (field, value) in try entries(node, under: "speech") {
            switch field {
            case "url": settings.url = try address(value)
            case "model": settings.model = try optionalText(value)
            case "key_env": settings.keyVariable = try variable(value)
            case "voices":
                settings.voices = try list(value).map { node throws(WorkflowError) in
                    let name = try text(node)
                    guard !name.isEmpty, name.utf8.count <= 200, name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
                    else { throw wrong(node, "the name of a voice is expected here") }
                    return name
                }
                guard !settings.voices.isEmpty else {
                    throw wrong(value, "at least one voice is expected here, such as [alloy]")
                }
            case "parallel": settings.parallel = try whole(value, in: 1...1024)
            case "timeout": settings.timeout = try number(value, in: 1...86_400)
            case "attempts": settings.attempts = try whole(value, in: 1...100)
            case "key", "api_key": throw keyInFile(value, variable: SpeechSettings.keyVariable)
            default: throw unknown(field, value)
            }
        }
        guard !settings.url.isEmpty else { throw needsAddress(node, of: "speech") }
        return settings
    }

    /// `transcription: {url, model, key_env}`; nil where nothing is set.
    func transcription(_ node: Node) throws(WorkflowError) -> TranscriptionSettings? {
        if node.null != nil { return nil }
        var settings = TranscriptionSettings(url: "")
        for (field, value) in try entries(node, under: "transcription") {
            switch field {
            case "url": settings.url = try address(value)
            case "model": settings.model = try optionalText(value)
            case "key_env": settings.keyVariable = try variable(value)
            case "timeout": settings.timeout = try number(value, in: 1...86_400)
            case "attempts": settings.attempts = try whole(value, in: 1...100)
            case "key", "api_key": throw keyInFile(value, variable: TranscriptionSettings.keyVariable)
            default: throw unknown(field, value)
            }
        }
        guard !settings.url.isEmpty else { throw needsAddress(node, of: "transcription") }
        return settings
    }

    /// A key that somebody wrote where everybody can read it.
    func keyInFile(_ node: Node, variable: String) -> WorkflowError {
        WorkflowError(
            .settings,
            "\(place(node)): a key does not belong in a file. Put it into an environment variable and name "
                + "that here: `key_env: NAME` (default \(variable))."
        )
    }

    private func needsAddress(_ node: Node, of name: String) -> WorkflowError {
        WorkflowError(.settings, "\(place(node)): `\(name)` needs a `url:`, such as http://localhost:8080/v1.")
    }
}
