package import Engines
internal import Formats
internal import FoundationEssentials
internal import Media
package import Studio
package import Text

/// Makes the edition of a film in one locale from its transcript and its translation: subtitles, dub, one file with all tracks.
///
/// Everything that costs time is kept under `work/` by what it was made of, so that a run goes on where the last one ended,
/// and after an edit only what changed is made anew.
package struct Dub: Sendable {
    let project: Project
    let source: LanguageTag
    let target: LanguageTag
    let terms: [Term]
    let options: DubOptions
    let engine: (any Engine)?
    let maker: any SpeechMaker
    let catalog: VoiceCatalog
    let events: EventSink

    package init(
        _ project: Project,
        source: LanguageTag,
        target: LanguageTag,
        terms: [Term],
        options: DubOptions,
        engine: (any Engine)?,
        maker: any SpeechMaker = InstalledVoices(),
        catalog: VoiceCatalog = VoiceCatalog(),
        events: @escaping EventSink
    ) {
        self.project = project
        self.source = source
        self.target = target
        self.terms = terms
        self.options = options
        self.engine = engine
        self.maker = maker
        self.catalog = catalog
        self.events = events
    }

    /// How the edition of an episode came out.
    package struct Summary: Sendable, Codable {
        package var episode: String
        /// Lines of dialogue in the transcript.
        package var lines: Int
        package var translated: Int
        package var spoken: Int
        package var subtitles: Int
        package var findings: [Finding]
        /// Of the dub in the file that was written, in LUFS; nil when nothing was mixed.
        package var loudness: Double?
        /// Whether that is the loudness of the dialogue alone, as −27 asks.
        package var isDialogue = false
        package var truePeak: Double?
        /// Paths of what was written, from the project's folder or absolute.
        package var files: [String]

        init(
            episode: String,
            lines: Int,
            translated: Int,
            spoken: Int,
            subtitles: Int,
            findings: [Finding],
            files: [String]
        ) {
            self.episode = episode
            self.lines = lines
            self.translated = translated
            self.spoken = spoken
            self.subtitles = subtitles
            self.findings = findings
            self.files = files
        }

        /// An episode of which nothing could be made.
        init(refused episode: String, _ finding: Finding) {
            self.init(
                episode: episode,
                lines: 0,
                translated: 0,
                spoken: 0,
                subtitles: 0,
                findings: [finding],
                files: []
            )
        }

        /// Whether every line is there in every form that was asked for.
        package var isComplete: Bool { translated == lines && !findings.contains { $0.severity == .error } }
    }

    /// Reads what the films say, as far as no transcript is there: to be done before the project is imported and translated.
    /// - Returns: whether all went well; what did not is a finding.
    /// - Throws: when no film could be read.
    @discardableResult
    package static func read(
        _ project: Project,
        locale: LanguageTag,
        options: DubOptions,
        transcription: TranscriptionEndpoint? = nil,
        events: @escaping EventSink
    ) async throws -> Bool {
        let episodes = try project.episodes()
        if episodes.count > 1, let file = options.subtitles, !Files.isFolder(file) {
            throw WorkflowError(
                .wrongUse,
                "\(file) is one file for \(episodes.count) films. Name a folder of subtitles."
            )
        }
        var failed: (any Error)?
        var read = 0
        for episode in episodes {
            do {
                let film = try await Film.probe(episode.path)
                try await ReadFilm(
                    project: project,
                    episode: episode,
                    film: film,
                    options: options,
                    locale: locale,
                    transcription: transcription,
                    events: events
                ).run()
                read += 1
            } catch let error as CancellationError {
                throw error
            } catch {
                failed = failed ?? error
                let refused = Finding("film-refused", .error, "\(error)", at: .init(file: episode.path))
                if episodes.count > 1 { events(.finding(refused)) }
            }
        }
        if read == 0, let failed { throw failed }
        return failed == nil
    }

    /// Makes the editions of all episodes that have a transcript.
    package func run() async throws -> [Summary] {
        var summaries: [Summary] = []
        for episode in try project.episodes() where Files.exists(project.path(episode.transcript)) {
            try Task.checkCancellation()
            do {
                let film = try await Film.probe(episode.path)
                summaries.append(try await DubEpisode(dub: self, episode: episode, film: film).run())
            } catch let error as StudioError where error.code == .badMedia {
                // The other episodes go on.
                let refused = Finding("film-refused", .error, error.message, at: .init(file: episode.path))
                events(.finding(refused))
                summaries.append(Summary(refused: episode.name, refused))
            }
        }
        return summaries
    }
}
