/// What an endpoint is asked for; its messages name the settings that belong to it.
enum Service: Sendable {
    case text, speech, transcription

    /// The environment variable that holds the key where the settings name no other.
    var keyVariable: String {
        switch self {
        case .text: "CARAVAN_ENGINE_KEY"
        case .speech: SpeechSettings.keyVariable
        case .transcription: TranscriptionSettings.keyVariable
        }
    }

    var whereModelsAre: String { self == .text ? "; `caravan engines test` lists models" : "" }

    var tooBig: String {
        switch self {
        case .text: "The batch is too big for this engine: lower its batch tokens."
        case .speech: "The line is too long for this endpoint."
        case .transcription: "The recording is too long for this endpoint: cut the film, or choose another endpoint."
        }
    }

    var tooFast: String {
        switch self {
        case .text: "Lower --parallel or set requests per minute."
        case .speech: "Lower `parallel` under `speech:`."
        case .transcription: "Wait a while."
        }
    }
}
