package import Engines
internal import Text

/// The endpoints that speak and hear for a run: from the settings and the environment, the latter winning.
package struct SoundEndpoints: Sendable {
    package var speech: SpeechEndpoint?
    package var transcription: TranscriptionEndpoint?

    package init() {}

    /// `CARAVAN_SPEECH_URL`, `_MODEL`, `_VOICES` (separated by commas) and `_KEY`; `CARAVAN_TRANSCRIPTION_URL`, `_MODEL` and `_KEY`.
    /// - Throws: `EngineError` when an address is none, or a key cannot be one.
    package init(_ settings: Settings, environment: [String: String]) throws {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        var speech = settings.speech
        // An address of the environment is another endpoint: nothing of the one in the settings holds for it.
        if let url = value("CARAVAN_SPEECH_URL") { speech = SpeechSettings(url: url) }
        if var speech {
            speech.model = value("CARAVAN_SPEECH_MODEL") ?? speech.model
            speech.key = value(speech.keyVariable).map(Secret.init)
            let voices = value("CARAVAN_SPEECH_VOICES")?.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
            if let voices, !voices.isEmpty { speech.voices = voices }
            self.speech = try SpeechEndpoint(speech)
        }
        var transcription = settings.transcription
        if let url = value("CARAVAN_TRANSCRIPTION_URL") { transcription = TranscriptionSettings(url: url) }
        if var transcription {
            transcription.model = value("CARAVAN_TRANSCRIPTION_MODEL") ?? transcription.model
            transcription.key = value(transcription.keyVariable).map(Secret.init)
            self.transcription = try TranscriptionEndpoint(transcription)
        }
    }
}
