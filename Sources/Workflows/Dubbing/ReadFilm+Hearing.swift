internal import Engines
internal import FoundationEssentials
internal import Media
internal import Memory
internal import Studio
internal import Text

extension ReadFilm {
    /// What is said, by the endpoint that hears where there is one, else by the model that is installed.
    func heard() async throws -> Found {
        let heard: Listener.Heard
        if let transcription { heard = try await self.heard(by: transcription) } else { heard = try await heardHere() }
        let variants = locale.script == "Hant" ? nil : Dictionaries.installed().variants
        let segments = heard.segments.map { segment in
            HeardSegment(
                time: TimeSpan(segment.start, segment.end),
                text: variants?.simplified(segment.text) ?? segment.text,
                words: segment.words.map {
                    SpokenLine.Word(variants?.simplified($0.text) ?? $0.text, TimeSpan($0.start, $0.end))
                }
            )
        }
        let lines = HeardLines().lines(of: segments)
        let dropped = heard.dropped.map { part in
            Finding(
                "speech-dropped",
                .note,
                "Something was heard from \(Figures.seconds(part.start)) to \(Figures.seconds(part.end)) s and taken for \(part.reason)."
            )
        }
        return Found(lines: lines.lines, findings: lines.findings + dropped, origin: "speech")
    }

    private func heardHere() async throws -> Listener.Heard {
        let events = events
        let wave = try await speechFile()
        events(.stage("Listening", done: 0, total: 100))
        return try await Listener().listen(to: wave, language: locale.language) { share in
            events(.stage("Listening", done: Int(share * 100), total: 100))
        }
    }

    private func heard(by endpoint: TranscriptionEndpoint) async throws -> Listener.Heard {
        let wave = try await speechFile()
        events(.stage("Listening", done: 0, total: 1))
        // FLAC takes every sample in a quarter of the bytes; endpoints accept 25 MB of it, half an hour.
        let packed = String(wave.dropLast(4)) + ".flac"
        defer { try? Files.remove(packed) }
        try await Tools.ffmpeg().run(
            [
                "-nostdin", "-v", "error", "-y", "-i", "file:\(wave)", "-sample_fmt", "s16", "-c:a", "flac",
                "file:\(packed)",
            ]
        )
        let heard = try await endpoint.transcribe(
            try Files.read(packed),
            fileName: "speech.flac",
            language: locale.language
        )
        events(.stage("Listening", done: 1, total: 1))
        let speech = heard.segments.filter { !$0.isNoise }
        return Listener.Heard(
            segments: speech.map { segment in
                .init(
                    start: segment.start,
                    end: segment.end,
                    text: segment.text,
                    words: segment.words.map { .init(text: $0.text, start: $0.start, end: $0.end) }
                )
            },
            dropped: heard.segments.filter(\.isNoise).map {
                .init(start: $0.start, end: $0.end, text: $0.text, reason: "noise")
            }
        )
    }

    /// The sound as models hear it, made once.
    func speechFile() async throws -> String {
        let path = project.path("work/\(episode.name)/speech.wav")
        if !project.isOlder(path, than: film.path) { return path }
        try FileManager.default.createDirectory(atPath: Files.parent(of: path), withIntermediateDirectories: true)
        let stream = film.audio.first?.stream
        try SoundFile.write(try await SoundFile.read(film.path, stream: stream, rate: 16_000, channels: 1), to: path)
        return path
    }
}
