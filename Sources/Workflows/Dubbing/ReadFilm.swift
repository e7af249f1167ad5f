internal import Engines
internal import Formats
internal import FoundationEssentials
internal import Media
internal import Memory
internal import Studio
internal import Text

/// Finds out what is said in an episode, when and by whom, and writes it down as a transcript that people correct.
///
/// A transcript that a person has edited stays. Sources: a subtitle file, a track in the film, burned-in text, speech; where
/// there are several, writing wins on characters and speech on time.
struct ReadFilm {
    let project: Project
    let episode: Episode
    let film: Film
    let options: DubOptions
    let locale: LanguageTag
    /// Hears in place of what is installed.
    var transcription: TranscriptionEndpoint?
    let events: EventSink

    /// What is known of the sources of a transcript, kept beside it.
    struct Record: Codable {
        /// Of the film, the subtitle file and the choices.
        var sources: String
        /// Of the transcript as it was written.
        var written: String
        var origin: String
        /// What is wrong with the sources, said again with every edition until the transcript is edited.
        var findings: [Finding]?
    }

    /// Writes the transcripts that are missing or whose sources have changed.
    func run() async throws {
        let record = try record()
        let transcript = project.path(episode.transcript)
        let file = try subtitleFile()
        let fingerprint = try fingerprint(of: file)
        if Files.exists(transcript), let record {
            let isEdited = Project.fingerprint(of: try Files.read(transcript)) != record.written
            if record.sources == fingerprint { return }
            if isEdited {
                events(
                    .finding(
                        Finding(
                            "transcript-kept",
                            .note,
                            "Its sources have changed, but the transcript was edited and is kept. Remove it to have the film read again.",
                            at: .init(file: episode.transcript)
                        )
                    )
                )
                return
            }
        } else if Files.exists(transcript) {
            // A person has put it there.
            return
        }
        let found = try await lines(file)
        guard !found.lines.isEmpty else { throw nothing(found.findings) }
        found.findings.forEach { finding in
            var finding = finding
            finding.place.file = finding.place.file ?? episode.path
            // The others are said with the edition.
            if finding.severity == .note { events(.finding(finding)) }
        }
        let shape = film.shape
        let spoken = found.lines.filter { $0.kind == .dialogue }
        let signs = found.lines.filter { $0.kind != .dialogue }
        let bytes = Transcript.bytes(of: spoken, locale: locale, title: episode.name, film: shape)
        try Files.write(bytes, to: transcript)
        let signsPath = project.path(episode.signs)
        if signs.isEmpty {
            if Files.exists(signsPath) { try Files.remove(signsPath) }
        } else {
            try Files.write(
                Transcript.bytes(of: signs, locale: locale, title: episode.name, film: shape),
                to: signsPath
            )
        }
        try write(
            Record(
                sources: fingerprint,
                written: Project.fingerprint(of: bytes),
                origin: found.origin,
                findings: found.findings.filter { $0.severity > .note }
            )
        )
        try SpokenWords.write(spoken, to: project.path("work/\(episode.name)/words.json"))
        events(.note("\(episode.name): \(spoken.count) lines from \(found.origin)."))
        events(.wrote(path: transcript))
    }

    // MARK: Sources

    struct Found {
        var lines: [SpokenLine] = []
        var findings: [Finding] = []
        var origin = ""
    }

    private func lines(_ file: String?) async throws -> Found {
        var written: Found?
        let wants = options.sources
        if let file {
            let read = try subtitles(try Files.read(file), file: file, origin: Files.name(of: file))
            guard !read.lines.isEmpty else {
                let first = read.findings.first.map { " \($0.message)" } ?? ""
                throw WorkflowError(
                    .wrongUse,
                    "\(file) holds no subtitles that can be read.\(first) SRT, WebVTT, ASS and TTML are read; ffmpeg makes them of others."
                )
            }
            written = try await compared(read)
        } else if wants.isEmpty || wants.contains(.track), let track = track() {
            written = try await self.track(track)
        }
        if wants.contains(.track), written == nil {
            throw WorkflowError(.wrongUse, "\(episode.path) has no subtitle track with text. Leave --read track out.")
        }
        let readsPicture = wants.contains(.burned) || (wants.isEmpty && written == nil && BurnedText.isInstalled)
        if readsPicture, film.video != nil {
            let burned = try await burned()
            if let before = written, !before.lines.isEmpty {
                written = join(before, burned.lines.isEmpty ? nil : burned, heard: "burned-in text")
            } else if !burned.lines.isEmpty || wants.contains(.burned) {
                written = burned
            }
        }
        let hears = wants.contains(.speech) || (wants.isEmpty && (written?.lines.isEmpty ?? true))
        // Speech gives burned-in text its times, where it can be heard.
        let times = wants.isEmpty && file == nil && written?.origin == Self.burnedOrigin
        if hears || (times && (transcription != nil || (try? Tools.speech()) != nil)), !film.audio.isEmpty {
            let heard = try await heard()
            guard let text = written, !text.lines.isEmpty else { return try await named(heard) }
            return try await named(join(text, heard, heard: "speech"))
        }
        return try await named(written ?? Found())
    }

    private func subtitles(_ bytes: [UInt8], file: String, origin: String) throws -> Found {
        var reading = project.reading
        reading.options.source = locale
        var read = try Transcript.lines(bytes, file: file, kind: .dialogue, reading: reading)
        if ["ass", "ssa"].contains(Files.ending(of: file)) { ASSSigns(bytes).mark(&read.lines) }
        return Found(lines: SpeakerNames.read(read.lines, known: knownNames), findings: read.findings, origin: origin)
    }

    private func track() -> Film.SubtitleTrack? {
        let texts = film.subtitles.filter(\.isText)
        let own = ["zh", "zho", "chi", "cmn", "yue"]
        return texts.first { own.contains($0.language ?? "") } ?? (texts.count == 1 ? texts.first : nil)
    }

    private func track(_ track: Film.SubtitleTrack) async throws -> Found {
        let bytes = try await Tools.ffmpeg().run(
            ["-nostdin", "-v", "error", "-i", "file:\(film.path)", "-map", "0:\(track.stream)", "-f", "ass", "-"]
        )
        return try subtitles(bytes, file: "\(Files.stem(of: film.path)).ass", origin: "subtitle track \(track.stream)")
    }

    private static let burnedOrigin = "burned-in text"

    private func burned() async throws -> Found {
        let events = events
        events(.stage("Reading the picture", done: 0, total: 100))
        let read = try await BurnedText().read(film) { share in
            events(.stage("Reading the picture", done: Int(share * 100), total: 100))
        }
        try BurnedBand(box: read.band).write(to: project, episode)
        let lines = read.lines.map { line in
            var line = line
            if line.kind == .onScreen { line.text = SpacedWriting.closed(line.text) }
            return line
        }
        return Found(lines: lines, findings: read.findings, origin: Self.burnedOrigin)
    }

    private func join(_ written: Found, _ other: Found?, heard name: String) -> Found {
        guard let other, !other.lines.isEmpty else { return written }
        var joiner = SourceJoiner()
        joiner.names = (written: written.origin, heard: name)
        if written.origin == Self.burnedOrigin { joiner.closest = 0.25 }
        let signs = written.lines.filter { $0.kind != .dialogue }
        let joined = joiner.join(written: written.lines.filter { $0.kind == .dialogue }, heard: other.lines)
        return Found(
            lines: joined.lines + signs,
            findings: written.findings + other.findings + joined.findings,
            origin: joined.isSameWork ? "\(written.origin) and \(name)" : written.origin
        )
    }

    // MARK: Speakers

    /// Gives names to lines that have none, by their voices, and keeps the cast.
    private func named(_ found: Found) async throws -> Found {
        var found = found
        let path = project.path(CastFile.name)
        var cast = Files.exists(path) ? try CastFile.read(try Files.readText(path), file: path) : SeriesCast()
        let prints = project.path("work/voiceprints.json")
        if let kept = try? JSONDecoder().decode(SeriesCast.self, from: Data(try Files.read(prints))) {
            for member in kept.members {
                guard let index = cast.members.firstIndex(where: { $0.answers(to: member.name) }) else { continue }
                cast.members[index].voiceprint = member.voiceprint
                cast.members[index].heard = member.heard
            }
        }
        let spoken = found.lines.filter { $0.kind == .dialogue }
        let known = Dictionary(
            spoken.compactMap { line in line.speaker.map { (line.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        if known.count < spoken.count, !film.audio.isEmpty, (try? Tools.speech()) != nil,
            (try? Tools.model("voiceprint")) != nil
        {
            events(.stage("Telling voices apart", done: 0, total: 1))
            let wave = try await speechFile()
            let embeddings = try await Listener().voiceprints(of: spoken.map(\.time), in: wave)
            let voiceprints = zip(spoken, embeddings).compactMap { line, embedding in
                embedding.map { Voiceprint(line: line.id, seconds: line.time.duration, embedding: $0) }
            }
            let told = SpeakerClusters().assign(voiceprints, cast: cast, named: known)
            cast = told.cast
            for index in found.lines.indices where found.lines[index].kind == .dialogue {
                found.lines[index].speaker = found.lines[index].speaker ?? told.speakers[found.lines[index].id]
            }
            events(.stage("Telling voices apart", done: 1, total: 1))
        }
        cast.add(spoken.compactMap(\.speaker) + found.lines.compactMap(\.speaker))
        var sound: Sound?
        for index in cast.members.indices where cast.members[index].gender == nil {
            let member = cast.members[index]
            let spans = found.lines.filter { member.answers(to: $0.speaker ?? "") }.map(\.time)
            cast.members[index].gender = try await gender(of: member, spans: spans, in: &sound)
        }
        try Files.write(CastFile.yaml(cast), to: path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try Files.write([UInt8](try encoder.encode(cast)), to: prints)
        return found
    }

    private var knownNames: Set<String> { Set(people.flatMap { $0.forms.map(\.text) }) }

    private var people: [Concept] {
        ((try? Termbase(project))?.layers ?? []).flatMap(\.concepts).filter { $0.kind == .person }
    }

    /// As the termbase says, else by the pitch of the original voice.
    /// - Parameter sound: what models hear, read when it is first needed.
    private func gender(
        of member: SeriesCast.Member,
        spans: [TimeSpan],
        in sound: inout Sound?
    ) async throws -> SeriesCast.Gender? {
        let concept = people.first { concept in concept.forms.contains { member.answers(to: $0.text) } }
        switch concept?.genders.first?.gender {
        case .female: return .female
        case .male: return .male
        default: break
        }
        guard !film.audio.isEmpty, !spans.isEmpty else { return nil }
        let heard: Sound
        if let sound { heard = sound } else { heard = try WaveFile.read(try Files.read(try await speechFile())) }
        sound = heard
        return VoicePitch.median(of: heard, spans: spans).flatMap(VoicePitch.gender(ofPitch:))
    }

    // MARK: Files

    /// The subtitle file that was named, or that lies beside the film with its name.
    private func subtitleFile() throws -> String? {
        if let named = options.subtitles {
            guard Files.exists(named) else {
                throw WorkflowError(.file, "\(named) is not there. Name a subtitle file.")
            }
            guard Files.isFolder(named) else { return named }
            guard let file = beside(Files.join(named, episode.name)) else {
                throw WorkflowError(.file, "\(named) holds no subtitles with the name of \(episode.name).")
            }
            return file
        }
        guard options.sources.isEmpty else { return nil }
        let stem = String(episode.path.dropLast(Files.ending(of: episode.path).count + 1))
        return beside(stem)
    }

    private func beside(_ stem: String) -> String? {
        for language in ["", ".zh", ".zh-Hans", ".zh-CN", ".chs", ".zh-Hant", ".zh-TW", ".cht", ".sc", ".tc"] {
            for ending in ["ass", "ssa", "srt", "vtt", "ttml", "dfxp"] {
                let path = "\(stem)\(language).\(ending)"
                if Files.exists(path) { return path }
            }
        }
        return nil
    }

    private func fingerprint(of file: String?) throws -> String {
        var hash = StableHash()
        let status = Files.status(film.path)
        for part in ["1", "\(status?.size ?? 0)", "\(status?.modified ?? 0)", "\(locale)"]
            + options.sources.map(\.rawValue).sorted()
        {
            hash.combine(part)
            hash.separate()
        }
        if let file { hash.combine(bytes: try Files.read(file)) }
        return hash.hex
    }

    private var recordPath: String { project.path("work/\(episode.name)/transcript.json") }

    /// What was wrong with the sources of a transcript that nobody has edited since.
    static func findings(_ project: Project, _ episode: Episode) throws -> [Finding] {
        let path = project.path("work/\(episode.name)/transcript.json")
        let transcript = project.path(episode.transcript)
        guard Files.exists(path), Files.exists(transcript),
            let record = try? JSONDecoder().decode(Record.self, from: Data(try Files.read(path))),
            Project.fingerprint(of: try Files.read(transcript)) == record.written
        else { return [] }
        return record.findings ?? []
    }

    private func record() throws -> Record? {
        guard Files.exists(recordPath) else { return nil }
        return try? JSONDecoder().decode(Record.self, from: Data(try Files.read(recordPath)))
    }

    private func write(_ record: Record) throws {
        try Files.write([UInt8](try JSONEncoder().encode(record)), to: recordPath)
    }

    private func nothing(_ findings: [Finding]) -> WorkflowError {
        let tried = options.sources.isEmpty ? "no subtitles beside it or in it, no writing and no speech" : "nothing"
        let remedy =
            (try? Tools.speech()) == nil
            ? "Name a subtitle file with --subtitles, or install the models with `script/bootstrap --series`."
            : "Name a subtitle file with --subtitles."
        let silent = film.audio.isEmpty ? " The film has no sound." : ""
        let first = silent + (findings.first.map { " \($0.message)" } ?? "")
        return WorkflowError(.wrongUse, "\(episode.path): \(tried) was found.\(first) \(remedy)")
    }
}

extension Film {
    var shape: FilmShape {
        FilmShape(frameRate: video?.frameRate ?? .cinema, width: video?.width ?? 1_920, height: video?.height ?? 1_080)
    }
}

/// When the words of lines were heard: kept beside a transcript, whose format has no place for them.
enum SpokenWords {
    static func write(_ lines: [SpokenLine], to path: String) throws {
        let kept = lines.filter { !$0.words.isEmpty }
        if kept.isEmpty {
            if Files.exists(path) { try Files.remove(path) }
        } else {
            try Files.write([UInt8](try JSONEncoder().encode(kept)), to: path)
        }
    }

    /// Gives the words back to the lines that still have their text and their time.
    static func restore(_ lines: [SpokenLine], from path: String) -> [SpokenLine] {
        guard Files.exists(path), let bytes = try? Files.read(path),
            let kept = try? JSONDecoder().decode([SpokenLine].self, from: Data(bytes))
        else { return lines }
        let byText = Dictionary(grouping: kept, by: \.text)
        return lines.map { line in
            var line = line
            line.words =
                byText[line.text]?.first { abs($0.time.start - line.time.start) < 0.02 }?.words ?? line.words
            return line
        }
    }
}
