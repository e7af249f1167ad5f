import Synchronization

/// Where an endpoint that hears is; from `caravan.yaml` and the environment.
package struct TranscriptionSettings: Sendable, Equatable {
    /// Base address up to `/v1`.
    package var url: String
    package var model: String?
    /// From the environment only; never written to disk or to a log.
    package var key: Secret?
    /// Name of the environment variable that holds the key.
    package var keyVariable = Self.keyVariable
    /// Seconds to wait for the next byte of an answer, which begins when all has been heard.
    package var timeout: Double
    package var attempts: Int

    package static let keyVariable = "CARAVAN_TRANSCRIPTION_KEY"

    package init(
        url: String,
        model: String? = nil,
        key: Secret? = nil,
        timeout: Double = 900,
        attempts: Int = 4
    ) {
        self.url = url
        self.model = model
        self.key = key
        self.timeout = timeout
        self.attempts = attempts
    }
}

/// What an endpoint heard in a recording.
package struct Transcription: Sendable, Equatable {
    /// In the order of their starts.
    package var segments: [Segment]

    package struct Segment: Sendable, Equatable {
        /// Seconds; the end never before the start.
        package var start: Double
        package var end: Double
        package var text: String
        package var words: [Word]
        /// Whether the endpoint itself took it for noise rather than speech.
        package var isNoise: Bool
    }

    package struct Word: Sendable, Equatable {
        package var text: String
        package var start: Double
        package var end: Double
    }
}

/// Any endpoint that hears as OpenAI's does (`POST /v1/audio/transcriptions`,
/// https://platform.openai.com/docs/api-reference/audio).
package final class TranscriptionEndpoint: Sendable {
    package let settings: TranscriptionSettings
    /// The model and where it runs.
    package let name: String
    private let client: SoundClient
    /// Whether the endpoint refused to give the times of words.
    private let withoutWords = Mutex(false)

    /// Bytes of a recording that are too many to be sent.
    package static let mostBytes = 200 << 20

    /// - Throws: `badSettings` when the address is none, or the key cannot be one.
    package init(_ settings: TranscriptionSettings, timing: Timing = .system) throws(EngineError) {
        self.settings = settings
        client = try SoundClient(
            url: settings.url,
            key: settings.key,
            model: settings.model,
            parallel: 1,
            timeout: settings.timeout,
            attempts: settings.attempts,
            service: .transcription,
            timing: timing
        )
        name = settings.model.map { [host = client.host] model in "\(model) at \(host)" } ?? client.host
    }

    /// Has a recording written down.
    /// - Parameters:
    ///   - recording: a whole sound file.
    ///   - fileName: its name; endpoints tell the format by the ending.
    ///   - language: ISO 639 code.
    /// - Throws: `rejected` when it is too long, `badAnswer` when no text with times came, or as an engine does.
    package func transcribe(
        _ recording: [UInt8],
        fileName: String,
        language: String
    ) async throws(EngineError) -> Transcription {
        guard recording.count <= Self.mostBytes else {
            throw EngineError(
                .rejected,
                "The recording has \(recording.count >> 20) MB; at most \(Self.mostBytes >> 20) MB are sent. Cut the film."
            )
        }
        let answer = try await client.ask(refused: learn) { () throws(Failure) in
            var form = MultipartForm()
            form.add("model", settings.model ?? "whisper-1")
            form.add("language", language)
            form.add("response_format", "verbose_json")
            form.add("temperature", "0")
            form.add("timestamp_granularities[]", "segment")
            if !withoutWords.withLock({ $0 }) { form.add("timestamp_granularities[]", "word") }
            form.add("file", fileName: fileName, bytes: recording)
            return try await client.connection.post(
                "audio/transcriptions",
                type: form.contentType,
                body: form.finished(),
                accept: "application/json",
                limit: 64 << 20
            )
        }
        guard let json = answer.bytes.withUnsafeBufferPointer({ JSONReader.read($0) }) else {
            let said = String(decoding: answer.bytes.prefix(400), as: UTF8.self)
            let words = EngineError.clean(client.connection.redacted(said)).prefix(120)
            throw EngineError(.badAnswer, "\(client.host) answered with no JSON: “\(words)”")
        }
        if let said = Reply.message(of: json), json["segments"] == nil, json["text"] == nil {
            let words = EngineError.clean(client.connection.redacted(said))
            throw EngineError(.badAnswer, "\(client.host) did not transcribe: \(words)")
        }
        guard let transcription = Transcription(json) else {
            throw EngineError(
                .badAnswer,
                "\(client.host) gave text without times. Choose a model that answers with segments, such as whisper-1."
            )
        }
        return transcription
    }

    /// Does without the times of words where they are refused.
    private func learn(_ said: String) -> Bool {
        guard said.contains("granularit") else { return false }
        return withoutWords.withLock { isKnown in
            defer { isKnown = true }
            return !isKnown
        }
    }
}

extension Transcription {
    /// Reads `verbose_json`; nil when there is text but no time in it. Broken segments and words are left out.
    init?(_ json: JSONValue) {
        var words = (json["words"]?.array ?? []).prefix(Self.most).compactMap(Word.init)
        var segments = (json["segments"]?.array ?? []).prefix(Self.most).compactMap(Segment.init)
        let text = json["text"]?.string ?? ""
        if segments.isEmpty, !words.isEmpty, let first = words.first {
            let end = words.reduce(first.end) { max($0, $1.end) }
            segments = [Segment(start: first.start, end: end, text: text, words: [], isNoise: false)]
        }
        if segments.isEmpty, text.contains(where: { !$0.isWhitespace }) { return nil }
        segments.sort { $0.start < $1.start }
        // Words that stand beside the segments go to the one in which their middle lies, or the nearest.
        words.sort { $0.start < $1.start }
        var place = 0
        for word in words where !segments.isEmpty {
            let middle = (word.start + word.end) / 2
            while place + 1 < segments.count, middle >= segments[place].end,
                middle >= segments[place + 1].start || middle - segments[place].end > segments[place + 1].start - middle
            {
                place += 1
            }
            segments[place].words.append(word)
        }
        self.init(segments: segments)
    }

    /// Segments or words that are too many: a day of speech has fewer.
    private static let most = 500_000
}

extension Transcription.Segment {
    fileprivate init?(_ json: JSONValue) {
        guard let (start, end) = Transcription.times(json), let text = json["text"]?.string,
            text.contains(where: { !$0.isWhitespace })
        else { return nil }
        self.init(
            start: start,
            end: end,
            text: text,
            words: (json["words"]?.array ?? []).prefix(10_000).compactMap(Transcription.Word.init),
            // Whisper's own rule for silence (no_speech_threshold, logprob_threshold).
            isNoise: json["no_speech_prob"]?.number ?? 0 > 0.6 && json["avg_logprob"]?.number ?? 0 < -1
        )
    }
}

extension Transcription.Word {
    fileprivate init?(_ json: JSONValue) {
        guard let (start, end) = Transcription.times(json),
            let text = json["word"]?.string ?? json["text"]?.string, !text.isEmpty
        else { return nil }
        self.init(text: text, start: start, end: end)
    }
}

extension Transcription {
    /// Seconds within eleven days, the end not before the start.
    fileprivate static func times(_ json: JSONValue) -> (Double, Double)? {
        guard let start = json["start"]?.number, let end = json["end"]?.number, start.isFinite, end.isFinite,
            start > -1, end < 1_000_000, end >= start
        else { return nil }
        return (max(0, start), max(0, end))
    }
}
