import CSherpaOnnx
import Glibc

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
