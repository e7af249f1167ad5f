internal import FoundationEssentials
internal import Media
internal import Synchronization
internal import Text

/// Speaks with the voices that are installed: models in their own process, espeak-ng.
package struct InstalledVoices: SpeechMaker {
    package init() {}

    package func speak(
        _ jobs: [SpeechJob],
        done: @escaping @Sendable (SpeechJob, StudioError?) -> Void
    ) async throws {
        let groups = Dictionary(grouping: jobs, by: \.voice.engine)
        for engine in [Voice.Engine.piper, .kokoro] {
            if let jobs = groups[engine] { try await speak(jobs, by: engine, done: done) }
        }
        for job in groups[.espeak] ?? [] {
            try Task.checkCancellation()
            do {
                try await speakByEspeak(job)
                done(job, nil)
            } catch let error as StudioError {
                done(job, error)
            }
        }
    }

    // MARK: espeak-ng

    private func speakByEspeak(_ job: SpeechJob) async throws {
        let espeak = try Tools.espeak()
        try await Files.produce(job.file) { beside in
            let voice = "\(EspeakVoices.name(for: job.locale))+\(job.voice.name)"
            try await espeak.run(
                ["-v", voice, "-s", "175", "-b", "1", "-w", beside, "--stdin"],
                input: Array(job.text.utf8)
            )
            guard try await SoundFile.read(beside, channels: 1).duration > 0.05 else {
                throw StudioError(.failed, "espeak-ng says nothing for “\(job.text.prefix(60))”.")
            }
        }
    }

    // MARK: Models

    private func speak(
        _ jobs: [SpeechJob],
        by engine: Voice.Engine,
        done: @escaping @Sendable (SpeechJob, StudioError?) -> Void
    ) async throws {
        var lines: [String] = []
        for (locale, jobs) in Dictionary(grouping: jobs, by: \.locale).sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let sentences = try await Phonemizer(locale).sentences(jobs.map(\.text))
            for (job, sentences) in zip(jobs, sentences) {
                guard !sentences.isEmpty else {
                    done(job, StudioError(.failed, "There is nothing to speak in “\(job.text.prefix(60))”."))
                    continue
                }
                let isEnglish = engine == .kokoro && locale.language == "en"
                let phonemes = isEnglish ? sentences.map(Phonemes.kokoroEnglish) : sentences
                let order = SpeechOrder(
                    id: job.id,
                    phonemes: phonemes,
                    speaker: engine == .kokoro ? Int(job.voice.name) ?? 0 : 0,
                    speed: job.voice.tempo,
                    out: job.voice.pitch == 0 ? job.file : job.file + ".plain.wav"
                )
                lines.append(String(decoding: try JSONEncoder().encode(order), as: UTF8.self))
            }
        }
        guard !lines.isEmpty else { return }
        let spoken = try await run(lines, of: jobs, by: engine, done: done)
        for job in spoken { try await finish(job, done: done) }
    }

    /// Runs the worker; a job at which it ends is to blame, and the ones behind it are asked again without it.
    /// - Returns: the jobs that are spoken and wait for their pitch.
    private func run(
        _ lines: [String],
        of jobs: [SpeechJob],
        by engine: Voice.Engine,
        done: @escaping @Sendable (SpeechJob, StudioError?) -> Void
    ) async throws -> [SpeechJob] {
        let worker = try Tools.speech()
        let model = try Tools.model(engine == .kokoro ? "kokoro" : "piper-joe")
        let byID = Dictionary(jobs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let answered = Mutex<(count: Int, waiting: [SpeechJob])>((0, []))
        var rest = lines
        while !rest.isEmpty {
            let before = answered.withLock { $0.count }
            do {
                try await worker.lines(
                    ["speak", "--voice", model, "--kind", engine == .kokoro ? "kokoro" : "vits", "--threads", "2"],
                    input: Array((rest.joined(separator: "\n") + "\n").utf8)
                ) { line in
                    guard let answer = try? JSONDecoder().decode(SpeechAnswer.self, from: Data(line.utf8)),
                        let id = answer.id, let job = byID[id]
                    else { return }
                    answered.withLock {
                        $0.count += 1
                        if answer.error == nil, job.voice.pitch != 0 { $0.waiting.append(job) }
                    }
                    if let error = answer.error {
                        done(job, StudioError(.failed, error))
                    } else if job.voice.pitch == 0 {
                        done(job, nil)
                    }
                }
                break
            } catch let error as StudioError where error.code == .failed {
                let count = answered.withLock { $0.count } - before
                guard count < rest.count else { break }
                if let order = try? JSONDecoder().decode(SpeechOrder.self, from: Data(rest[count].utf8)),
                    let job = byID[order.id]
                {
                    done(job, StudioError(.failed, "The voice ended at this line. \(error.message)"))
                }
                answered.withLock { $0.count += 1 }
                rest = Array(rest.dropFirst(count + 1))
            }
        }
        return answered.withLock { $0.waiting }
    }

    /// Moves the pitch of what is spoken; the formants move with it, so that it is another person.
    private func finish(_ job: SpeechJob, done: @Sendable (SpeechJob, StudioError?) -> Void) async throws {
        let plain = job.file + ".plain.wav"
        defer { try? FileManager.default.removeItem(atPath: plain) }
        do {
            let rubberband = try Tools.rubberband()
            try await Files.produce(job.file) { beside in
                try await rubberband.run(["-q", "-3", "--pitch", "\(job.voice.pitch)", plain, beside])
            }
            done(job, nil)
        } catch let error as StudioError {
            done(job, error)
        }
    }
}

/// What `caravan-speech speak` is asked, and what it answers.
private struct SpeechOrder: Codable {
    var id: String
    var phonemes: [String]
    var speaker: Int
    var speed: Double
    var out: String
}

private struct SpeechAnswer: Decodable {
    var id: String?
    var error: String?
}
