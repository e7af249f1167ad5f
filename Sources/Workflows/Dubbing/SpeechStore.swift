internal import FoundationEssentials
internal import Media
internal import Studio
internal import Synchronization
internal import Text

/// Speech that was spoken once, by what was said, with which voice and in which language: nothing is spoken twice.
struct SpeechStore {
    let folder: String
    let maker: any SpeechMaker

    struct Request: Hashable {
        var text: String
        var voice: Voice
        var locale: LanguageTag
    }

    /// The file of a request, whether it is there or not.
    func file(_ request: Request) -> String {
        var hash = StableHash()
        // The number goes up when voices come to speak otherwise.
        var parts = [
            "1", request.voice.id, "\(request.voice.pitch) \(request.voice.tempo)", "\(request.locale)", request.text,
        ]
        // Endpoints call different voices by the same name.
        if request.voice.engine == .endpoint { parts.append(request.voice.note) }
        for part in parts {
            hash.combine(part)
            hash.separate()
        }
        return Files.join(folder, "\(hash.hex).wav")
    }

    /// Speaks what is not there yet.
    /// - Parameter progress: how many of how many.
    /// - Returns: why some could not be spoken.
    func speak(_ requests: [Request], progress: @escaping @Sendable (Int, Int) -> Void) async throws -> [Request:
        String]
    {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var jobs: [SpeechJob] = []
        var byID: [String: Request] = [:]
        for request in requests {
            let file = file(request)
            guard byID[file] == nil, !Files.exists(file) else { continue }
            byID[file] = request
            jobs.append(
                SpeechJob(id: file, text: request.text, locale: request.locale, voice: request.voice, file: file)
            )
        }
        guard !jobs.isEmpty else { return [:] }
        let total = jobs.count
        let state = Mutex<(done: Int, failed: [String: String])>((0, [:]))
        try await maker.speak(jobs) { job, error in
            let done = state.withLock { state in
                state.done += 1
                if let error { state.failed[job.id] = error.message }
                return state.done
            }
            progress(done, total)
        }
        var failures: [Request: String] = [:]
        for (id, message) in state.withLock({ $0.failed }) { if let request = byID[id] { failures[request] = message } }
        return failures
    }

    /// The speech as it was spoken, without the silence around it; nil when it is not there.
    func sound(_ request: Request) throws -> Sound? {
        let file = file(request)
        guard Files.exists(file) else { return nil }
        return try WaveFile.read(try Files.read(file)).mono().trimmedToSpeech().sound
    }

    /// The speech at a rate, with pauses squeezed out first; kept as well.
    func sound(_ request: Request, rate: Double, squeeze: Double) async throws -> Sound? {
        guard let natural = try sound(request) else { return nil }
        let name = "\(Int((rate * 10_000).rounded()))-\(Int((squeeze * 1_000).rounded()))"
        let file = String(file(request).dropLast(4)) + "-\(name).wav"
        if Files.exists(file), let kept = try? WaveFile.read(try Files.read(file)) { return kept }
        let squeezed = squeeze > 0 ? natural.squeezingPauses(by: squeeze).sound : natural
        let sound = try await Stretch.speed(squeezed, by: rate, in: folder)
        try SoundFile.write(sound, to: file)
        return sound
    }
}
