import Checks
import Media
import Testing
import Text

/// What is laid out holds to what is checked.
@Suite struct LaidOutSubtitleTests {
    private func findings(in subtitles: [Subtitle], to target: LanguageTag) throws -> [Finding] {
        let source = try #require(LanguageTag("zh-Hans"))
        var suite = CheckSuite(CheckContext(source: source, target: target), only: ["subtitle-text", "subtitle-times"])
        var findings: [Finding] = []
        for subtitle in subtitles {
            findings += suite.read(
                Pair(
                    source: InlineText("他走了。"),
                    target: InlineText(subtitle.lines.joined(separator: "\n")),
                    sourceLocale: source,
                    targetLocale: target,
                    kind: .cue,
                    notes: [Unit.Note.start: clock(subtitle.time.start), Unit.Note.end: clock(subtitle.time.end)]
                )
            )
        }
        return findings + suite.endDocument("file") + suite.endBook()
    }

    /// Rounded down to milliseconds, as files are.
    private func clock(_ seconds: Double) -> String {
        let milliseconds = Int(seconds * 1_000 + 0.01)
        let rest = String(milliseconds % 1_000 + 1_000).dropFirst()
        return "00:\(milliseconds / 60_000):\(milliseconds / 1_000 % 60).\(rest)"
    }

    @Test(arguments: ["en", "es-419", "de", "ru", "ar", "th", "ja", "zh-Hant", "ko"], [24.0, 23.976, 25, 29.97, 60])
    func hasNoFinding(locale: String, rate: Double) throws {
        let target = try #require(LanguageTag(locale))
        let style = SubtitleStyle(of: target)
        let text = style.countsHalves ? "我走了，" : "It is over, "
        var time = 1.01
        let lines = (1...40).map { index in
            let said = String(repeating: text, count: index % 11 + 1).trimmed
            let seconds = style.width(of: said) / style.speed + 0.3
            defer { time += seconds + Double(index % 7) * 0.13 }
            return SubtitleLine(
                id: "\(index)",
                time: TimeSpan(time, time + seconds),
                text: said,
                speaker: "\(index % 3)"
            )
        }
        let layout = SubtitleLayout(
            style: style,
            frameRate: try #require(FrameRate(rate)),
            shots: stride(from: 2.3, to: 200, by: 3.7).map(\.self)
        )
        let result = layout.laidOut(lines)
        #expect(result.findings == [])
        #expect(try findings(in: result.subtitles, to: target) == [])
        // The checks are awake.
        let fast = result.subtitles.map { subtitle in
            var subtitle = subtitle
            subtitle.time.end = subtitle.time.start + 0.2
            return subtitle
        }
        #expect(try findings(in: fast, to: target).count >= fast.count)
    }
}
