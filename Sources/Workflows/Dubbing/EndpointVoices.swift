package import Engines
internal import Media
package import Studio
internal import Text

/// Speaks with the voices of an endpoint, and has the others spoken by what is installed.
package struct EndpointVoices: SpeechMaker {
    let endpoint: SpeechEndpoint
    let others: any SpeechMaker

    package init(_ endpoint: SpeechEndpoint, others: any SpeechMaker = InstalledVoices()) {
        self.endpoint = endpoint
        self.others = others
    }

    /// The voices of the endpoint, if there is one, before those that are installed.
    package static func catalog(_ endpoint: SpeechEndpoint?) -> VoiceCatalog {
        VoiceCatalog(endpoint: endpoint?.settings.voices ?? [], note: endpoint?.name ?? "")
    }

    package func speak(
        _ jobs: [SpeechJob],
        done: @escaping @Sendable (SpeechJob, StudioError?) -> Void
    ) async throws {
        try await ask(jobs.filter { $0.voice.engine == .endpoint }[...], done: done)
        let rest = jobs.filter { $0.voice.engine != .endpoint }
        if !rest.isEmpty { try await others.speak(rest, done: done) }
    }

    /// As many at once as the settings allow; the endpoint itself lets through fewer while it is told to slow down.
    private func ask(
        _ jobs: ArraySlice<SpeechJob>,
        done: @escaping @Sendable (SpeechJob, StudioError?) -> Void
    ) async throws {
        var rest = jobs
        try await withThrowingTaskGroup(of: Void.self) { group in
            func next() {
                guard let job = rest.popFirst() else { return }
                group.addTask { done(job, try await self.ask(job)) }
            }
            for _ in 0..<max(1, endpoint.settings.parallel) { next() }
            while try await group.next() != nil { next() }
        }
    }

    /// Why a job could not be spoken; nil when it is. Throws when no other job could be either.
    private func ask(_ job: SpeechJob) async throws -> StudioError? {
        let sound: [UInt8]
        do throws(EngineError) {
            sound = try await endpoint.speak(job.text, voice: job.voice.name, speed: job.voice.tempo)
        } catch  where error.code == .cancelled {
            throw CancellationError()
        } catch {
            guard error.concernsTheBatchOnly else { throw error }
            return StudioError(.failed, error.message)
        }
        // Whatever format came, ffmpeg knows it by its bytes.
        let answer = job.file + ".answer"
        defer { try? Files.remove(answer) }
        do {
            try Files.write(sound, to: answer)
            let spoken = try await SoundFile.read(answer, rate: 24_000, channels: 1)
            guard spoken.duration > 0.05 else {
                return StudioError(.failed, "\(endpoint.name) says nothing for “\(job.text.prefix(60))”.")
            }
            try SoundFile.write(spoken, to: job.file)
            return nil
        } catch let error as StudioError where error.code == .badMedia {
            return StudioError(.failed, "\(endpoint.name) sent no sound for “\(job.text.prefix(60))”.")
        }
    }
}
