import CSherpaOnnx
import Text

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
