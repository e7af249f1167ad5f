package import Text

/// Subtitles that overlap, follow one another too closely, or stand too short or too long.
package struct SubtitleTimes: BookCheck {
    package static let code = "subtitle-times"
    package static let asserts =
        "Subtitles stand 5/6 to 7 seconds, do not overlap, and leave two frames between each other or none."
    package static let locales = "subtitles"
    package static let examples: [BookExample] = [
        .fails([cue("好。", "Good.", "00:00:01.000", "00:00:03.000"), cue("走。", "Go.", "00:00:02.000", "00:00:04.000")]),
        .passes([cue("好。", "Good.", "00:00:01.000", "00:00:03.000"), cue("走。", "Go.", "00:00:03.200", "00:00:05.000")]),
    ]

    private static func cue(_ source: String, _ target: String, _ start: String, _ end: String) -> CheckExample {
        .passes(source, target, kind: .cue, notes: [Unit.Note.start: start, Unit.Note.end: end])
    }

    /// Files round times, some to hundredths of a second.
    private static let rounding = 0.011
    private let style: SubtitleStyle
    private var lastEnd: Double?
    private var found: [Finding] = []

    package init?(_ context: CheckContext) {
        style = SubtitleStyle(of: context.target)
    }

    package mutating func read(_ text: PairText) {
        guard text.pair.kind == .cue, let start = text.pair.notes[Unit.Note.start].flatMap(SubtitleText.seconds),
            let end = text.pair.notes[Unit.Note.end].flatMap(SubtitleText.seconds)
        else { return }
        func add(_ message: String) { found.append(text.finding(Self.code, .warning, message)) }
        if end <= start {
            add("The subtitle ends before it begins.")
        } else if end - start < style.shortest - Self.rounding {
            add("The subtitle stands \(Int((end - start) * 1000)) ms, less than \(Int(style.shortest * 1000)).")
        } else if end - start > style.longest + Self.rounding {
            add("The subtitle stands \(Int((end - start) * 1000)) ms, more than \(Int(style.longest * 1000)).")
        }
        if let lastEnd, start >= 0 {
            // Signs and songs stand beside speech: what begins far before is another track.
            if start < lastEnd - 0.001, lastEnd - start < style.longest {
                add("The subtitle begins \(Int((lastEnd - start) * 1000)) ms before the last one ends.")
            } else if start > lastEnd + 0.001, start - lastEnd < style.gap - Self.rounding {
                add(
                    "Only \(Int((start - lastEnd) * 1000)) ms are between this subtitle and the last; two frames or none."
                )
            }
        }
        lastEnd = max(end, lastEnd ?? end)
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        defer {
            found = []
            lastEnd = nil
        }
        return found.map { finding in
            var finding = finding
            finding.place.file = file
            return finding
        }
    }
}
