internal import Checks
internal import Formats
internal import Text

/// What is said in an episode, as an ASS file that people read and correct: one line a cue, speakers as names.
///
/// The id of a line is the key of its unit in the project: the time at which it begins.
enum Transcript {
    /// The bytes of a transcript; lines in order of time.
    static func bytes(of lines: [SpokenLine], locale: LanguageTag, title: String, film: FilmShape) -> [UInt8] {
        let subtitles = lines.sorted { ($0.time.start, $0.time.end) < ($1.time.start, $1.time.end) }.map { line in
            Subtitle(ids: [line.id], time: line.time, lines: [line.text], speaker: line.speaker, kind: line.kind)
        }
        return SubtitleEdition(
            subtitles,
            locale: locale,
            title: title,
            frameRate: film.frameRate,
            width: film.width,
            height: film.height
        ).file(.ass)
    }

    /// The lines of a subtitle file of any format, with names of speakers taken out of their texts.
    static func lines(_ bytes: [UInt8], file: String, kind: Subtitle.Kind, reading: Reading) throws -> (
        lines: [SpokenLine], findings: [Finding]
    ) {
        let document = try reading.read(bytes, file: file).document
        var findings = document.findings
        let lines = document.units.compactMap { unit -> SpokenLine? in
            guard unit.kind == .cue else { return nil }
            guard let start = unit.notes[Unit.Note.start].flatMap(SubtitleText.seconds),
                let end = unit.notes[Unit.Note.end].flatMap(SubtitleText.seconds), end > start
            else {
                let message = "The line has no usable time and is left out. Correct its time in \(file)."
                findings.append(Finding("cue-time", .error, message, at: .init(file: file, unit: unit.key)))
                return nil
            }
            return SpokenLine(
                id: unit.key,
                time: TimeSpan(start, end),
                text: unit.source.plain.split(whereSeparator: \.isNewline).joined(separator: " "),
                speaker: unit.notes[Unit.Note.speaker],
                kind: kind
            )
        }
        return (lines, findings)
    }
}

/// What transcripts and subtitles need to know of a picture.
struct FilmShape: Hashable, Sendable {
    var frameRate = FrameRate.cinema
    var width = 1_920
    var height = 1_080
}
