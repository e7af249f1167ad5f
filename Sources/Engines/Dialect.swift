/// What an endpoint was found to understand of what is optional in a request.
struct Dialect: Sendable, Equatable {
    var format: Format
    var temperature = true
    var streamOptions = true
    var stream = true
    /// Members that are llama.cpp's own: `cache_prompt`, `grammar`, `repeat_penalty`.
    var extras = true

    /// How the form of the answer is asked for.
    enum Format: Sendable, Equatable {
        case schema, object, none

        fileprivate var next: Format { self == .schema ? .object : .none }
    }

    init(schema: Bool?) { format = schema == false ? .object : .schema }

    /// The members after the prompt, from the comma on.
    func options(temperature value: Double) -> String {
        var json = temperature ? ",\"temperature\":\(value)" : ""
        if stream { json += ",\"stream\":true" }
        if stream, streamOptions { json += ",\"stream_options\":{\"include_usage\":true}" }
        return json
    }

    /// What is left to try after a refusal, by the words of it; nil when the refusal is about something else.
    func after(_ status: Int, said: String) -> Dialect? {
        guard status == 400 || status == 422 || status == 501 else { return nil }
        let said = said.lowercased()
        var dialect = self
        if stream, streamOptions, said.contains("stream_options") || said.contains("include_usage") {
            dialect.streamOptions = false
        } else if extras, Self.extraWords.contains(where: { said.contains($0) }) {
            dialect.extras = false
        } else if temperature, said.contains("temperature") {
            dialect.temperature = false
        } else if format != .none, Self.formatWords.contains(where: { said.contains($0) }) {
            dialect.format = format.next
        } else if stream, said.contains("stream") {
            dialect.stream = false
        } else {
            return nil
        }
        return dialect
    }

    private static let extraWords = ["cache_prompt", "repeat_penalty", "unrecognized request argument", "extra inputs"]
    private static let formatWords = [
        "response_format", "response format", "json_schema", "json_object", "json mode", "schema", "structured",
        "grammar",
        "guided",
    ]
}
