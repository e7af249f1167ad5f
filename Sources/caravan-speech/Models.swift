import CSherpaOnnx
import Glibc
import Text

/// Strings that C keeps for the time of one call.
private final class CStrings {
    private var kept: [UnsafeMutablePointer<CChar>] = []

    func callAsFunction(_ text: String) -> UnsafePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        kept.append(copy)
        return UnsafePointer(copy)
    }

    deinit { for copy in kept { free(copy) } }
}

/// Finds speech: Silero's voice activity detector.
final class VoiceActivity {
    private let handle: OpaquePointer

    init(model: String) throws {
        let text = CStrings()
        var config = SherpaOnnxVadModelConfig()
        config.silero_vad.model = text(model)
        config.silero_vad.threshold = 0.5
        // Short: the pause between two speakers of a quick dialogue is found too.
        config.silero_vad.min_silence_duration = 0.1
        config.silero_vad.min_speech_duration = 0.12
        config.silero_vad.window_size = 512
        config.silero_vad.max_speech_duration = 20
        config.sample_rate = 16_000
        config.num_threads = 1
        config.provider = text("cpu")
        // Holds 120 s of sound that was not taken out yet.
        guard let made = SherpaOnnxCreateVoiceActivityDetector(&config, 120) else {
            throw WorkerError.model("the voice activity model \(model) does not load")
        }
        handle = made
    }

    deinit { SherpaOnnxDestroyVoiceActivityDetector(handle) }

    /// Where somebody speaks, in seconds, in order.
    func spans(in recording: Recording) -> [TimeSpan] {
        SherpaOnnxVoiceActivityDetectorReset(handle)
        SherpaOnnxVoiceActivityDetectorClear(handle)
        var spans: [TimeSpan] = []
        func drain() {
            while SherpaOnnxVoiceActivityDetectorEmpty(handle) == 0 {
                if let segment = SherpaOnnxVoiceActivityDetectorFront(handle) {
                    let start = Double(segment.pointee.start) / 16_000
                    spans.append(TimeSpan(max(0, start), start + Double(segment.pointee.n) / 16_000))
                    SherpaOnnxDestroySpeechSegment(segment)
                }
                SherpaOnnxVoiceActivityDetectorPop(handle)
            }
        }
        recording.samples.withUnsafeBufferPointer { samples in
            guard let base = samples.baseAddress else { return }
            var place = 0
            while place + 512 <= samples.count {
                SherpaOnnxVoiceActivityDetectorAcceptWaveform(handle, base + place, 512)
                place += 512
                drain()
            }
        }
        SherpaOnnxVoiceActivityDetectorFlush(handle)
        drain()
        return spans
    }
}

/// Writes down speech: Whisper.
final class Recognizer {
    struct Token {
        var bytes: [UInt8]
        var start: Double
        var end: Double
    }

    private let handle: OpaquePointer

    init(encoder: String, decoder: String, tokens: String, language: String, threads: Int32) throws {
        let text = CStrings()
        var config = SherpaOnnxOfflineRecognizerConfig()
        config.feat_config.sample_rate = 16_000
        config.feat_config.feature_dim = 80
        config.model_config.whisper.encoder = text(encoder)
        config.model_config.whisper.decoder = text(decoder)
        config.model_config.whisper.language = text(language)
        config.model_config.whisper.task = text("transcribe")
        // Silence behind each stretch, 10 s by default: with less, short lines go on in loops.
        config.model_config.whisper.tail_paddings = -1
        config.model_config.whisper.enable_token_timestamps = 1
        config.model_config.tokens = text(tokens)
        config.model_config.num_threads = threads
        config.model_config.provider = text("cpu")
        config.decoding_method = text("greedy_search")
        guard let made = SherpaOnnxCreateOfflineRecognizer(&config) else {
            throw WorkerError.model("the Whisper model \(encoder) does not load")
        }
        handle = made
    }

    deinit { SherpaOnnxDestroyOfflineRecognizer(handle) }

    /// The tokens of at most 29 s of speech, their times in seconds from its beginning.
    func tokens(of samples: [Float]) throws -> [Token] {
        guard let stream = SherpaOnnxCreateOfflineStream(handle) else {
            throw WorkerError(message: "the recognizer takes no more sound")
        }
        defer { SherpaOnnxDestroyOfflineStream(stream) }
        samples.withUnsafeBufferPointer { buffer in
            SherpaOnnxAcceptWaveformOffline(stream, 16_000, buffer.baseAddress, Int32(buffer.count))
        }
        SherpaOnnxDecodeOfflineStream(handle, stream)
        guard let result = SherpaOnnxGetOfflineStreamResult(stream) else { return [] }
        defer { SherpaOnnxDestroyOfflineRecognizerResult(result) }
        let count = Int(result.pointee.count)
        guard count > 0, let texts = result.pointee.tokens_arr, let times = result.pointee.timestamps else { return [] }
        let length = Double(samples.count) / 16_000
        return (0..<count).map { index in
            var bytes: [UInt8] = []
            if let text = texts[index] { bytes = Array(UnsafeRawBufferPointer(start: text, count: strlen(text))) }
            let start = Double(times[index])
            var end = index + 1 < count ? Double(times[index + 1]) : length
            if let durations = result.pointee.durations { end = min(end, start + Double(durations[index])) }
            return Token(bytes: bytes, start: start, end: max(start, end))
        }
    }
}

/// Speaks phonemes: Piper or Kokoro.
final class Synthesizer {
    enum Kind: String {
        case vits
        case kokoro
    }

    let rate: Int
    let speakers: Int
    private let handle: OpaquePointer

    init(kind: Kind, model: String, tokens: String, voices: String?, threads: Int32) throws {
        let text = CStrings()
        var config = SherpaOnnxOfflineTtsConfig()
        switch kind {
        case .vits:
            config.model.vits.model = text(model)
            config.model.vits.tokens = text(tokens)
            config.model.vits.noise_scale = 0.667
            config.model.vits.noise_scale_w = 0.8
            config.model.vits.length_scale = 1
        case .kokoro:
            config.model.kokoro.model = text(model)
            config.model.kokoro.tokens = text(tokens)
            config.model.kokoro.voices = voices.flatMap { text($0) }
            config.model.kokoro.length_scale = 1
        }
        config.model.num_threads = threads
        config.model.provider = text("cpu")
        config.max_num_sentences = 1
        config.silence_scale = 1
        guard let made = SherpaOnnxCreateOfflineTts(&config) else {
            throw WorkerError.model("the voice \(model) does not load")
        }
        handle = made
        rate = Int(SherpaOnnxOfflineTtsSampleRate(made))
        speakers = max(1, Int(SherpaOnnxOfflineTtsNumSpeakers(made)))
    }

    deinit { SherpaOnnxDestroyOfflineTts(handle) }

    /// The samples of sentences, each of at least one scalar.
    func speak(_ sentences: [[Unicode.Scalar]], speaker: Int, speed: Double) throws -> [Float] {
        let scalars = sentences.flatMap { $0.map { Int32($0.value) } }
        let lengths = sentences.map { Int32($0.count) }
        return try scalars.withUnsafeBufferPointer { scalars in
            try lengths.withUnsafeBufferPointer { lengths in
                var config = SherpaOnnxGenerationConfig()
                // 1 keeps the pauses as the voice makes them.
                config.silence_scale = 1
                config.speed = Float(speed)
                config.sid = Int32(speaker)
                config.phoneme_codepoints = scalars.baseAddress
                config.phoneme_codepoints_lens = lengths.baseAddress
                config.phoneme_codepoints_num_sentences = Int32(lengths.count)
                guard let audio = SherpaOnnxOfflineTtsGenerateWithConfig(handle, "", &config, nil, nil) else {
                    throw WorkerError(message: "the voice gave no sound for these phonemes")
                }
                defer { SherpaOnnxDestroyOfflineTtsGeneratedAudio(audio) }
                guard audio.pointee.n > 0, let samples = audio.pointee.samples else {
                    throw WorkerError(message: "the voice gave no sound for these phonemes")
                }
                return Array(UnsafeBufferPointer(start: samples, count: Int(audio.pointee.n)))
            }
        }
    }
}
