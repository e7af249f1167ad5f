import Synchronization

/// Where an endpoint that speaks is; from `caravan.yaml` and the environment.
package struct SpeechSettings: Sendable, Equatable {
    /// Base address up to `/v1`.
    package var url: String
    package var model: String?
    /// Names of its voices, as it knows them.
    package var voices: [String]
    /// From the environment only; never written to disk or to a log.
    package var key: Secret?
    /// Name of the environment variable that holds the key.
    package var keyVariable = Self.keyVariable
    /// Requests open at once.
    package var parallel: Int
    /// Seconds to wait for the next byte of an answer.
    package var timeout: Double
    package var attempts: Int
    /// Bytes of an answer that are too many: ten minutes of 48 kHz are 58 MB.
    package var mostBytes = 64 << 20

    package static let keyVariable = "CARAVAN_SPEECH_KEY"

    package init(
        url: String,
        model: String? = nil,
        voices: [String] = ["alloy"],
        key: Secret? = nil,
        parallel: Int = 4,
        timeout: Double = 120,
        attempts: Int = 6
    ) {
        self.url = url
        self.model = model
        self.voices = voices
        self.key = key
        self.parallel = parallel
        self.timeout = timeout
        self.attempts = attempts
    }
}

/// Any endpoint that speaks as OpenAI's does (`POST /v1/audio/speech`, https://platform.openai.com/docs/api-reference/audio).
package final class SpeechEndpoint: Sendable {
    package let settings: SpeechSettings
    /// The model and where it runs, for lists and reports.
    package let name: String
    private let client: SoundClient
    /// What the endpoint does not understand of what is optional.
    private let dropped = Mutex<Set<Option>>([])

    private enum Option: Hashable { case format, speed }

    /// The most characters that an endpoint is sent; OpenAI takes no more.
    package static let mostCharacters = 4096

    /// - Throws: `badSettings` when the address is none, or the key cannot be one.
    package init(_ settings: SpeechSettings, timing: Timing = .system) throws(EngineError) {
        self.settings = settings
        client = try SoundClient(
            url: settings.url,
            key: settings.key,
            model: settings.model,
            parallel: settings.parallel,
            timeout: settings.timeout,
            attempts: settings.attempts,
            service: .speech,
            timing: timing
        )
        name = settings.model.map { [host = client.host] model in "\(model) at \(host)" } ?? client.host
    }

    /// Has a text spoken.
    /// - Parameter speed: 0.25 to 4; 1 is the voice's own.
    /// - Returns: a sound file: WAV where the endpoint makes it, else what it makes.
    /// - Throws: `badAnswer` when what came is no sound, `rejected` when the text is too long, or as an engine does.
    package func speak(_ text: String, voice: String, speed: Double = 1) async throws(EngineError) -> [UInt8] {
        guard text.count <= Self.mostCharacters else {
            throw EngineError(.rejected, "A line of \(text.count) characters is too long to be spoken: split it.")
        }
        let limit = settings.mostBytes
        let answer = try await client.ask(refused: learn) { () throws(Failure) in
            try await client.connection.post(
                "audio/speech",
                type: "application/json",
                body: Array(body(text, voice: voice, speed: speed).utf8),
                accept: "audio/*, application/octet-stream",
                limit: limit
            )
        }
        guard answer.bytes.count > 64, !Self.isText(answer) else {
            let said = answer.bytes.prefix(400).withUnsafeBufferPointer { bytes in
                JSONReader.read(bytes).flatMap(Reply.message) ?? String(decoding: bytes, as: UTF8.self)
            }
            let words = EngineError.clean(client.connection.redacted(said)).prefix(120)
            throw EngineError(.badAnswer, "\(client.host) answered with no sound: “\(words)”")
        }
        return answer.bytes
    }

    private func body(_ text: String, voice: String, speed: Double) -> String {
        let dropped = dropped.withLock { $0 }
        var json = "{"
        if let model = settings.model { json += "\"model\":\(JSONValue.quoted(model))," }
        json += "\"input\":\(JSONValue.quoted(text)),\"voice\":\(JSONValue.quoted(voice))"
        if !dropped.contains(.format) { json += ",\"response_format\":\"wav\"" }
        if speed != 1, !dropped.contains(.speed) { json += ",\"speed\":\(speed)" }
        return json + "}"
    }

    /// Leaves out what a refusal names; false when it names nothing that could be left out.
    private func learn(_ said: String) -> Bool {
        dropped.withLock { dropped in
            if said.contains("response_format") || said.contains("wav") {
                return dropped.insert(.format).inserted
            }
            return said.contains("speed") && dropped.insert(.speed).inserted
        }
    }

    /// Whether an answer calls itself text, or is JSON or a page under the name of a sound.
    private static func isText(_ answer: (type: String, bytes: [UInt8])) -> Bool {
        if answer.type.hasPrefix("text/") || answer.type.contains("json") { return true }
        let first = answer.bytes.first { $0 > 0x20 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "<")
    }
}
