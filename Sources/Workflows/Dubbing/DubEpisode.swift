internal import Engines
internal import Formats
internal import FoundationEssentials
internal import Media
internal import Storage
internal import Studio
internal import Text

/// One episode on its way to an edition in one locale.
struct DubEpisode {
    let dub: Dub
    let episode: Episode
    let film: Film

    var project: Project { dub.project }
    var target: LanguageTag { dub.target }
    var events: EventSink { dub.events }

    /// Folder of what is made on the way.
    var work: String { project.path("work/\(episode.name)") }
    /// Path of a file of the edition without its ending.
    var stem: String {
        Files.join(dub.options.output.map { Files.join($0, "\(target)") } ?? project.path("\(target)"), episode.name)
    }

    func run() async throws -> Dub.Summary {
        var lines = try lines()
        let (cuts, complaint) = try await cuts()
        let plan = "\(stem).dub.json"
        let earlier = try DubFile.read(plan)
        lines.take(edits: earlier)
        var findings = try ReadFilm.findings(project, episode) + lines.findings
        if let pictured = film.pictured, film.duration - pictured > max(2, film.duration * 0.03) {
            let message =
                "The picture ends at \(Figures.seconds(pictured)) s of \(Figures.seconds(film.duration)) s: the film is cut off or damaged. Copy or export it again."
            findings.append(Finding("film-cut-off", .warning, message, at: .init(file: episode.path)))
        }
        if let complaint {
            let message = "The picture is damaged, and players may stumble there, too: \(complaint.prefix(200))"
            findings.append(Finding("film-damaged", .warning, message, at: .init(file: episode.path)))
        }
        let laidOut = try await subtitles(of: lines, cuts: cuts)
        findings += laidOut.findings
        var summary = Dub.Summary(
            episode: episode.name,
            lines: lines.dialogue.count,
            translated: lines.dialogue.count { $0.translation != nil },
            spoken: 0,
            subtitles: laidOut.subtitles.count,
            findings: [],
            files: []
        )
        let lowest = BurnedBand.lowest(above: try await BurnedBand.of(self), height: film.shape.height)
        let files = try writeSubtitles(laidOut, lowest: lowest)
        summary.files = files.all
        var tracks = FilmTracks(film: film, sounds: [], subtitles: files.tracks)
        var mixed: DubMix.Result?
        var spoken: DubSpeech.Result?
        if !dub.options.subtitlesOnly {
            let result = try await DubSpeech(episode: self, cuts: cuts).run(lines, wordings: earlier)
            spoken = result
            findings += result.findings
            summary.spoken = result.plan.placements.count
            let file = DubFile(
                film: Files.name(of: episode.path),
                source: dub.source,
                target: target,
                frameRate: film.shape.frameRate,
                cuts: cuts,
                lines: result.lines
            )
            try file.write(to: plan)
            summary.files.append(plan)
            if !dub.options.planOnly {
                let mix = try await DubMix(episode: self).run(lines, result)
                mixed = mix
                findings += mix.findings
                summary.loudness = mix.reached
                summary.isDialogue = dub.options.loudness.dialogueGated
                summary.truePeak = mix.loudness.truePeak
                summary.files += mix.stems
                tracks.sounds.append(
                    .init(.encoded(mix.file), locale: target, title: "\(target.englishName) dub")
                )
            }
        }
        if let audio = film.audio.first {
            tracks.sounds.append(
                .init(.film(audio), locale: dub.source, title: "\(dub.source.englishName) original")
            )
        }
        if dub.options.subtitlesOnly || !dub.options.planOnly {
            summary.files += try await deliver(&tracks, laidOut, lowest: lowest)
        }
        summary.findings = findings
        let report = DubReport(
            episode: self,
            summary: summary,
            lines: lines,
            spoken: spoken,
            mix: mixed?.report,
            subtitles: laidOut.subtitles
        )
        summary.files += try await report.write()
        findings.forEach { finding in
            var finding = finding
            finding.place.file = finding.place.file ?? episode.name
            if finding.severity > .note { events(.finding(finding)) }
        }
        summary.files.forEach { events(.wrote(path: $0)) }
        return summary
    }

    /// The lines with their translations.
    private func lines() throws -> DubLines {
        var lines = DubLines()
        for (path, kind) in [(episode.transcript, Subtitle.Kind.dialogue), (episode.signs, .onScreen)] {
            let file = project.path(path)
            guard Files.exists(file) else { continue }
            let read = try Transcript.lines(try Files.read(file), file: path, kind: kind, reading: project.reading)
            lines.findings += read.findings.filter { $0.severity > .note }
            let texts = try translations(of: path)
            let spoken = SpokenWords.restore(read.lines, from: "\(work)/words.json")
            lines.all += spoken.map { line in
                DubLines.Line(
                    spoken: line,
                    translation: texts[line.id].flatMap { Self.bare($0.plain, source: line.text).nonEmpty }
                )
            }
        }
        let missing = lines.all.filter { $0.translation == nil }
        if !missing.isEmpty {
            lines.findings.append(
                Finding(
                    "untranslated",
                    .error,
                    "\(missing.count) of \(lines.all.count) lines have no translation, the first at \(missing[0].spoken.id). Run the same command to try them again, or name a better engine.",
                    at: .init(file: episode.transcript, unit: missing[0].spoken.id)
                )
            )
        }
        return lines
    }

    /// A translation without tags that its source does not have: a model's, which nobody should hear or see.
    private static func bare(_ text: String, source: String) -> String {
        guard text.contains("<"), !source.contains("<") else { return text }
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            let after = rest.index(after: open)
            let isTag = after < rest.endIndex && (rest[after].isLetter || rest[after] == "/")
            guard isTag, let close = rest[after...].firstIndex(of: ">") else {
                out.append("<")
                rest = rest[after...]
                continue
            }
            rest = rest[rest.index(after: close)...]
        }
        return (out + rest).trimmed
    }

    private func translations(of path: String) throws -> [String: InlineText] {
        // A document's name begins with the name of its input, which is the folder of the transcripts.
        guard let document = try project.store.documents().first(where: { $0.path == path }) else { return [:] }
        return try project.store.texts(document: document.id, locale: target)
    }

    /// Shot changes, and what was wrong with the picture, looked for once.
    private func cuts() async throws -> (cuts: [Double], complaint: String?) {
        let path = "\(work)/cuts.json"
        let mark = Files.status(film.path).map { "\($0.size) \($0.modified)" } ?? ""
        struct Kept: Codable {
            var film: String
            var cuts: [Double]
            var complaint: String?
        }
        if Files.exists(path), let kept = try? JSONDecoder().decode(Kept.self, from: Data(try Files.read(path))),
            kept.film == mark
        {
            return (kept.cuts, kept.complaint)
        }
        events(.stage("Looking for shot changes", done: 0, total: 1))
        let found = try await Shots.find(in: film)
        let kept = Kept(film: mark, cuts: found.cuts, complaint: found.complaint)
        try Files.write([UInt8](try JSONEncoder().encode(kept)), to: path)
        events(.stage("Looking for shot changes", done: 1, total: 1))
        return found
    }

    // MARK: Subtitles

    private func subtitles(of lines: DubLines, cuts: [Double]) async throws -> LaidOutSubtitles {
        let picture = SubtitleStyle.Picture(width: film.shape.width, height: film.shape.height)
        var layout = SubtitleLayout(
            style: SubtitleStyle(of: target, picture: picture),
            frameRate: film.shape.frameRate,
            shots: cuts,
            names: dub.terms.filter { $0.kind == .person || $0.kind == .place }.map(\.target)
        )
        if dub.options.bilingual { layout.secondStyle = SubtitleStyle(of: dub.source, picture: picture) }
        func laid(_ shorter: [String: String]) -> LaidOutSubtitles {
            layout.laidOut(
                lines.all.compactMap { line in
                    let text = line.edit?.subtitle ?? shorter[line.spoken.id] ?? line.shown
                    guard let text else { return nil }
                    var spoken = line.spoken
                    spoken.speaker = spoken.speaker.map(name)
                    return SubtitleLine(
                        spoken,
                        text: text,
                        secondText: dub.options.bilingual ? line.spoken.text : nil
                    )
                }
            )
        }
        let first = laid([:])
        guard !first.overBudget.isEmpty else { return first }
        let shorter = try await shorterSubtitles(first.overBudget, lines)
        return shorter.isEmpty ? first : laid(shorter)
    }

    /// A character's name in the target, where the termbase has one.
    private func name(_ speaker: String) -> String {
        dub.terms.first { $0.source == speaker && !$0.isPattern }?.target ?? speaker
    }

    /// Shorter wordings for what is too fast to read, asked for once.
    private func shorterSubtitles(_ budgets: [ReadingBudget], _ lines: DubLines) async throws -> [String: String] {
        let path = "\(work)/shorter.\(target).json"
        var kept: [String: String] = [:]
        if Files.exists(path) {
            kept = (try? JSONDecoder().decode([String: String].self, from: Data(try Files.read(path)))) ?? [:]
        }
        var found: [String: String] = [:]
        var wishes: [Wordings.Wish] = []
        for budget in budgets {
            guard let line = lines.all.first(where: { $0.spoken.id == budget.id }), line.edit?.subtitle == nil,
                let text = line.shown
            else { continue }
            if let known = kept["\(budget.allowed) \(text)"] {
                found[budget.id] = known
            } else {
                wishes.append(
                    .init(
                        id: budget.id,
                        source: line.spoken.text,
                        text: text,
                        characters: budget.allowed,
                        context: lines.before(line.spoken.id, count: 2)
                    )
                )
            }
        }
        let asked = try await wordings.shorter(wishes, events: events)
        for wish in wishes {
            guard let text = asked[wish.id] else { continue }
            found[wish.id] = text.text
            kept["\(wish.characters) \(wish.text)"] = text.text
        }
        if !asked.isEmpty { try Files.write([UInt8](try JSONEncoder().encode(kept)), to: path) }
        return found
    }

    var wordings: Wordings {
        Wordings(
            source: dub.source,
            target: target,
            terms: dub.terms,
            engine: dub.engine,
            store: "\(work)/wordings.\(target).json"
        )
    }

    private func writeSubtitles(_ laidOut: LaidOutSubtitles, lowest: Int) throws -> (
        all: [String], tracks: [FilmTracks.Subtitles]
    ) {
        let shape = film.shape
        var all: [String] = []
        func write(_ subtitles: [Subtitle], _ locale: LanguageTag, second: LanguageTag? = nil) throws -> String {
            var edition = SubtitleEdition(
                subtitles,
                locale: locale,
                secondLocale: second,
                title: episode.name,
                frameRate: shape.frameRate,
                width: shape.width,
                height: shape.height,
                showsVoices: true
            )
            edition.lowest = lowest
            for format in SubtitleFileFormat.allCases {
                let path = "\(stem).\(locale).\(format.pathExtension)"
                try Files.write(edition.file(format), to: path)
                all.append(path)
            }
            // An MKV file keeps the styles of ASS; an MP4 file has plain text only.
            return "\(stem).\(locale).\(dub.options.container == .mkv ? "ass" : "srt")"
        }
        let name = target.englishName
        let own = try write(laidOut.subtitles, target, second: dub.options.bilingual ? dub.source : nil)
        var tracks = [
            FilmTracks.Subtitles(
                file: own,
                locale: target,
                title: dub.options.bilingual ? "\(name) and \(dub.source.englishName)" : name,
                isDefault: dub.options.subtitlesOnly
            )
        ]
        let original = try originalSubtitles()
        if !original.isEmpty {
            tracks.append(
                .init(file: try write(original, dub.source), locale: dub.source, title: dub.source.englishName)
            )
        }
        return (all, tracks)
    }

    /// The transcript as subtitles in its own language.
    private func originalSubtitles() throws -> [Subtitle] {
        let layout = SubtitleLayout(
            style: SubtitleStyle(
                of: dub.source,
                picture: SubtitleStyle.Picture(width: film.shape.width, height: film.shape.height)
            ),
            frameRate: film.shape.frameRate
        )
        return layout.laidOut(try lines().all.map { SubtitleLine($0.spoken, text: $0.spoken.text) }).subtitles
    }

    // MARK: Files

    /// Writes the film with its tracks, and what else was asked for.
    private func deliver(
        _ tracks: inout FilmTracks,
        _ laidOut: LaidOutSubtitles,
        lowest: Int
    ) async throws -> [String] {
        var files: [String] = []
        let shape = film.shape
        var container = dub.options.container
        if dub.options.burn, film.video != nil {
            var edition = SubtitleEdition(
                laidOut.subtitles,
                locale: target,
                secondLocale: dub.options.bilingual ? dub.source : nil,
                title: episode.name,
                frameRate: shape.frameRate,
                width: shape.width,
                height: shape.height
            )
            edition.lowest = lowest
            events(.stage("Burning subtitles in", done: 0, total: 1))
            let burned = "\(work)/burned.\(target).mkv"
            try await Burning.burn(edition.file(.ass), into: film, to: burned)
            tracks.burned = burned
            events(.stage("Burning subtitles in", done: 1, total: 1))
        }
        if !tracks.takesPicture(container) {
            container = .mkv
            events(
                .finding(
                    Finding(
                        "container-changed",
                        .warning,
                        "An MP4 file cannot hold \(film.video?.codec ?? "the picture"); an MKV file is written.",
                        at: .init(file: episode.path)
                    )
                )
            )
        }
        events(.stage("Writing the film", done: 0, total: 1))
        let path = "\(stem).\(container.rawValue)"
        try await tracks.write(to: path, as: container)
        files.append(path)
        if dub.options.hls {
            let captions = tracks.subtitles.map { "\($0.file.dropLast(Files.ending(of: $0.file).count))vtt" }
            try await HLSPackage(tracks: tracks, captions: captions).write(to: "\(stem).hls")
            files.append("\(stem).hls/master.m3u8")
        }
        if let burned = tracks.burned { try? Files.remove(burned) }
        events(.stage("Writing the film", done: 1, total: 1))
        return files
    }
}

/// The lines of an episode with what is known of them.
struct DubLines {
    var all: [Line] = []
    var findings: [Finding] = []

    var dialogue: [Line] { all.filter { $0.spoken.kind == .dialogue } }

    /// The lines of dialogue before one, oldest first, with their translations.
    func before(_ id: String, count: Int) -> [Batch.Line] {
        let spoken = dialogue
        guard let place = spoken.firstIndex(where: { $0.spoken.id == id }) else { return [] }
        return spoken[max(0, place - count)..<place].map { .init(source: $0.spoken.text, target: $0.translation) }
    }

    struct Line {
        var spoken: SpokenLine
        /// The project's translation; nil while there is none.
        var translation: String?
        /// What a person changed in `dub.json`.
        var edit: DubFile.Line?
        /// Whether `edit.text` is a person's own wording.
        var hasOwnText = false

        /// What a subtitle shows unless a person gave it a text of its own.
        var shown: String? { hasOwnText ? edit?.text : translation }
    }

    /// Takes over what a person has changed in an earlier `dub.json`; wordings of lines that are gone are findings.
    mutating func take(edits file: DubFile?) {
        guard let file else { return }
        var edits = Dictionary(file.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in all.indices {
            guard let edit = edits[all[index].spoken.id], edit.source == all[index].spoken.text else { continue }
            edits[edit.id] = nil
            all[index].edit = edit
            if let speaker = edit.speaker { all[index].spoken.speaker = speaker }
            all[index].hasOwnText = edit.hasOwnText
        }
        for lost in file.lines where edits[lost.id] != nil && (lost.hasOwnText || lost.subtitle != nil) {
            let message =
                "The line “\(lost.source)” is no longer in the transcript; what you wrote for it was “\(lost.text)”."
            findings.append(Finding("edit-lost", .warning, message, at: .init(unit: lost.id)))
        }
    }
}

extension String {
    /// Nil for an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
