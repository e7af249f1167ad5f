package import Text

/// A subtitle that nobody can read in its time or that is too wide for the picture.
package struct SubtitleText: Check {
    package static let code = "subtitle-text"
    package static let asserts =
        "A subtitle has at most two lines, as many characters in a line and a second as the locale's style guide allows, and stands 5/6 to 7 seconds."
    package static let locales = "subtitles; values by locale from Netflix's Timed Text Style Guides"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails(
            "他走了。",
            "He left before anybody in the whole of the house had even had time to get up.",
            kind: .cue,
            notes: [Unit.Note.start: "00:00:01.000", Unit.Note.end: "00:00:02.000"]
        ),
        .passes(
            "他走了。",
            "He left.",
            kind: .cue,
            notes: [Unit.Note.start: "00:00:01.000", Unit.Note.end: "00:00:02.000"]
        ),
    ]

    private let style: SubtitleStyle

    package init?(_ context: CheckContext) {
        style = SubtitleStyle(of: context.target)
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.pair.kind == .cue else { return [] }
        var findings: [Finding] = []
        func add(_ message: String) { findings.append(text.finding(Self.code, .warning, message)) }
        let lines = text.plainTarget.split(separator: "\n").map { style.width(of: String($0).trimmed) }
        let widest = lines.max() ?? 0
        let longest = Int(widest.rounded(.up))
        if widest > Double(style.line) {
            // One line is broken in two when it is shown.
            if lines.count > 1 || longest > style.line * style.lines {
                add("A line has \(longest) characters, where \(style.line) fit.")
            }
        }
        if lines.count > style.lines { add("The subtitle has \(lines.count) lines, where \(style.lines) fit.") }
        guard let start = text.pair.notes[Unit.Note.start].flatMap(Self.seconds),
            let end = text.pair.notes[Unit.Note.end].flatMap(Self.seconds), end > start
        else { return findings }
        // Where the lines of a file were joined, one of the spaces is a line break, which nobody reads.
        let isJoined = lines.count == 1 && longest > style.line
        let length = lines.reduce(0, +) - (isJoined ? 1 : 0)
        let duration = end - start
        let speed = length / duration
        // Files round times, some to hundredths of a second.
        if length > style.speed * (duration + 0.011) {
            add(
                "\(Self.rounded(speed)) characters a second, where \(Self.rounded(style.speed)) can be read. Shorten to "
                    + "\(Int(style.speed * duration)) characters."
            )
        }
        return findings
    }

    private static func rounded(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// The seconds of `00:01:02.345`; nil for what is no time.
    package static func seconds(_ time: String) -> Double? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        var seconds = 0.0
        for part in parts {
            guard let value = Double(part.replacing(",", with: ".")), value >= 0, value < 1e6 else { return nil }
            seconds = seconds * 60 + value
        }
        return seconds
    }
}
