import CSherpaOnnx

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
