internal import Formats
internal import FoundationEssentials
internal import Media
internal import Studio
internal import Text

/// The subtitles of an episode: laid out, shortened where nobody could read them, written.
extension DubEpisode {
    func subtitles(of lines: DubLines, cuts: [Double]) async throws -> LaidOutSubtitles {
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
    func name(_ speaker: String) -> String {
        dub.terms.first { $0.source == speaker && !$0.isPattern }?.target ?? speaker
    }

    /// Shorter wordings for what is too fast to read, asked for once.
    func shorterSubtitles(_ budgets: [ReadingBudget], _ lines: DubLines) async throws -> [String: String] {
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

    func writeSubtitles(_ laidOut: LaidOutSubtitles, of lines: DubLines, lowest: Int) throws -> (
        all: [String], tracks: [FilmTracks.Subtitles]
    ) {
        var all: [String] = []
        func write(_ subtitles: [Subtitle], _ locale: LanguageTag, second: LanguageTag? = nil) throws -> String {
            let edition = edition(of: subtitles, locale, second: second, lowest: lowest, showsVoices: true)
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
        let original = originalSubtitles(of: lines)
        if !original.isEmpty {
            tracks.append(
                .init(file: try write(original, dub.source), locale: dub.source, title: dub.source.englishName)
            )
        }
        return (all, tracks)
    }

    /// Subtitles as a file of this film has them.
    /// - Parameter lowest: `SubtitleEdition.lowest`.
    func edition(
        of subtitles: [Subtitle],
        _ locale: LanguageTag,
        second: LanguageTag? = nil,
        lowest: Int,
        showsVoices: Bool = false
    ) -> SubtitleEdition {
        let shape = film.shape
        var edition = SubtitleEdition(
            subtitles,
            locale: locale,
            secondLocale: second,
            title: episode.name,
            frameRate: shape.frameRate,
            width: shape.width,
            height: shape.height,
            showsVoices: showsVoices
        )
        edition.lowest = lowest
        return edition
    }

    /// The transcript as subtitles in its own language.
    private func originalSubtitles(of lines: DubLines) -> [Subtitle] {
        let layout = SubtitleLayout(
            style: SubtitleStyle(
                of: dub.source,
                picture: SubtitleStyle.Picture(width: film.shape.width, height: film.shape.height)
            ),
            frameRate: film.shape.frameRate
        )
        return layout.laidOut(lines.all.map { SubtitleLine($0.spoken, text: $0.spoken.text) }).subtitles
    }
}
