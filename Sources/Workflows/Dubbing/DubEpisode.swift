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
        let files = try writeSubtitles(laidOut, of: lines, lowest: lowest)
        summary.files = files.all
        var tracks = FilmTracks(film: film, sounds: [], subtitles: files.tracks)
        var mixed: DubMix.Result?
        var spoken: DubSpeech.Result?
        if !dub.options.subtitlesOnly {
            let result = try await DubSpeech(episode: self, cuts: cuts).run(lines)
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
}
