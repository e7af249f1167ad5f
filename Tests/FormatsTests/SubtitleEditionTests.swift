import Formats
import Testing
import Text

/// New subtitle files: what is written is what the program’s own readers read.
@Suite struct SubtitleEditionTests {
    private func locale(_ name: String) throws -> LanguageTag { try #require(LanguageTag(name)) }

    private func text(_ edition: SubtitleEdition, _ format: SubtitleFileFormat) -> String {
        String(decoding: edition.file(format), as: UTF8.self)
    }

    private func units(_ edition: SubtitleEdition, _ format: SubtitleFileFormat) throws -> [Unit] {
        let reader = try #require(FormatCatalog.format(named: format.rawValue))
        let options = ReadOptions(source: edition.locale)
        let document = try reader.read(edition.file(format), file: "file.\(format.rawValue)", options: options)
        #expect(document.findings == [])
        return document.units.filter { $0.kind == .cue }
    }

    /// Without joiners and direction marks, which are the files’ own, and with lines as words.
    private func words(_ text: String) -> [Substring] {
        let own: Set<Unicode.Scalar> = ["\u{2060}", "\u{200F}", "\u{202B}", "\u{202C}"]
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !own.contains($0) }))
            .split(whereSeparator: \.isWhitespace).map { Substring(String($0)) }
    }

    /// Texts that are no markup, however they look.
    static let hostile = [
        "He left.", "1 < 2 & 3 > 2", "<i>Not italics</i>", "{\\an8}Not on top", "{\\b1}x{\\p1}m 0 0{",
        "\\N no \\h break \\",
        "a --> b", "00:00:01,000 --> 00:00:02,000", "&lt;b&gt; &amp; &#65; &nbsp;", "</p></div> ]]> <!-- x",
        "<v Bob>Hi</v>",
        "{y:i}old", "\"quoted\" 'too'", "NOTE nothing", "WEBVTT", "[Events]", "Dialogue: 0,1,2", "{", "}", "<", "&",
        "<3 you",
        "%s {0} $name", "1", "-", "🏳️‍🌈 你好", "<c.red>", "<00:00:01.000>",
    ]

    @Test(arguments: SubtitleFileFormat.allCases)
    func isReadBack(format: SubtitleFileFormat) throws {
        let subtitles = Self.hostile.enumerated().map { index, text in
            Subtitle(
                ids: ["\(index)"],
                time: TimeSpan(Double(index) * 2 + 0.5, Double(index) * 2 + 1.75),
                lines: index.isMultiple(of: 3) ? [text, "and " + text] : [text],
                speaker: index.isMultiple(of: 2) ? "Li <&> \"Ming\"" : nil,
                kind: Subtitle.Kind.allCases[index % 3]
            )
        }
        let edition = SubtitleEdition(subtitles, locale: try locale("en"), title: "A <&> B", showsVoices: true)
        let units = try units(edition, format)
        #expect(units.count == subtitles.count)
        for (unit, subtitle) in zip(units, subtitles) {
            #expect(words(unit.source.plain) == words(subtitle.lines.joined(separator: " ")))
            let times = [Unit.Note.start, Unit.Note.end].map { unit.notes[$0] }
            let seconds = Int(subtitle.time.start)
            let clock = "00:\(seconds < 10 ? "00:0" : "00:")\(seconds)"
            #expect(times == [clock + ".500", "00:00:\(seconds + 1 < 10 ? "0" : "")\(seconds + 1).750"])
            if format == .ass || format == .ttml { #expect(unit.notes[Unit.Note.speaker] == subtitle.speaker) }
        }
    }

    @Test func writesSubRip() throws {
        let subtitles = [
            Subtitle(ids: ["1"], time: TimeSpan(1, 2.0417), lines: ["-Who is it?", "-Me."]),
            Subtitle(ids: ["2"], time: TimeSpan(3_723.5, 3_725), lines: ["Ward 3"], kind: .onScreen),
        ]
        let expected = """
            1
            00:00:01,000 --> 00:00:02,041
            -Who is it?
            -Me.

            2
            01:02:03,500 --> 01:02:05,000
            {\\an8}Ward 3


            """
        #expect(text(SubtitleEdition(subtitles, locale: try locale("en")), .srt) == expected)
    }

    @Test func writesWebVTT() throws {
        let subtitles = [
            Subtitle(
                ids: ["1"],
                time: TimeSpan(1, 2),
                lines: ["A < B", "& more"],
                secondLines: ["你好"],
                speaker: "Li > Co"
            ),
            Subtitle(ids: ["2"], time: TimeSpan(3, 4), lines: ["Ward 3"], kind: .note),
        ]
        var edition = SubtitleEdition(
            subtitles,
            locale: try locale("en"),
            secondLocale: try locale("zh-Hans"),
            showsVoices: true
        )
        let expected = """
            WEBVTT
            Kind: subtitles
            Language: en

            1
            00:00:01.000 --> 00:00:02.000
            <v Li &gt; Co>A &lt; B
            &amp; more</v>
            <lang zh-Hans>你好</lang>

            2
            00:00:03.000 --> 00:00:04.000 line:0
            Ward 3


            """
        #expect(text(edition, .vtt) == expected)
        (edition.width, edition.height) = (1_080, 1_920)
        #expect(text(edition, .vtt).contains("00:00:02.000 line:80%,end\n"))
        #expect(text(edition, .vtt).contains("00:00:04.000 line:12%\n"))
    }

    @Test func sizesStylesByThePicture() throws {
        let subtitle = Subtitle(
            ids: ["1"],
            time: TimeSpan(1, 2),
            lines: ["Hello,", "you."],
            secondLines: ["你好"],
            speaker: "A, B"
        )
        var edition = SubtitleEdition([subtitle], locale: try locale("en"), secondLocale: try locale("zh-Hant"))
        let wide = text(edition, .ass)
        #expect(wide.contains("PlayResX: 1920\nPlayResY: 1080\n"))
        #expect(wide.contains("\nStyle: Dialogue,Noto Sans,73,"))
        #expect(wide.contains("\nStyle: Second,Noto Sans CJK TC,63,"))
        #expect(wide.contains(",2,154,154,65,1\n"))
        #expect(
            wide.contains("\nDialogue: 0,0:00:01.00,0:00:02.00,Dialogue,A  B,0,0,0,,Hello,\\Nyou.\\N{\\rSecond}你好\n")
        )
        (edition.width, edition.height, edition.font) = (1_080, 1_920, "My, Font")
        let vertical = text(edition, .ass)
        // 28 characters of 0.56 em fill 84 % of the width; a fifth is free below.
        #expect(vertical.contains("\nStyle: Dialogue,My  Font,79,"))
        #expect(vertical.contains(",2,86,86,384,1\n"))
    }

    @Test func writesIMSC() throws {
        let subtitles = [
            Subtitle(ids: ["1"], time: TimeSpan(1, 2), lines: ["שלום!", "מה?"], secondLines: ["Hello"], speaker: "דן"),
            Subtitle(ids: ["2"], time: TimeSpan(3, 4), lines: ["קומה 3"], kind: .onScreen),
        ]
        let edition = SubtitleEdition(
            subtitles,
            locale: try locale("he"),
            secondLocale: try locale("en"),
            frameRate: try #require(FrameRate(23.976))
        )
        let file = text(edition, .ttml)
        #expect(file.contains("xml:lang=\"he\""))
        #expect(file.contains("ttp:frameRate=\"24\"\n    ttp:frameRateMultiplier=\"1000 1001\""))
        #expect(
            file.contains(
                "<p xml:id=\"s1\" begin=\"00:00:01.000\" end=\"00:00:02.000\" region=\"bottom\" ttm:agent=\"a1\" tts:direction=\"rtl\""
            )
        )
        #expect(
            file.contains(
                "<br/><span style=\"second\" xml:lang=\"en\" tts:direction=\"ltr\" tts:unicodeBidi=\"embed\">Hello</span></p>"
            )
        )
        #expect(file.contains("region=\"top\""))
        #expect(file.contains("<ttm:name type=\"full\">דן</ttm:name>"))
    }

    /// A line that a player without knowledge of the locale would turn has marks; one that it would not has none.
    @Test func setsTheDirectionWhereItIsNeeded() throws {
        let lines = ["مرحبا", "مرحبا!", "ABC شركة", "- نعم"]
        let subtitles = lines.enumerated().map { index, line in
            Subtitle(ids: ["\(index)"], time: TimeSpan(Double(index), Double(index) + 0.9), lines: [line])
        }
        let edition = SubtitleEdition(subtitles, locale: try locale("ar"))
        let srt = text(edition, .srt)
        #expect(srt.contains("\nمرحبا\n"))
        for line in lines.dropFirst() { #expect(srt.contains("\n\u{202B}\(line)\u{202C}\n")) }
        #expect(text(edition, .vtt).contains("\n\u{200F}ABC شركة\n"))
        #expect(text(edition, .vtt).contains("\nمرحبا!\n"))
        #expect(text(edition, .ass).contains(",,\u{200F}ABC شركة\n"))
        #expect(text(edition, .ass).contains(",-1\n"))
        let sign = Subtitle(ids: ["s"], time: TimeSpan(1, 2), lines: ["Ward 3."], kind: .onScreen)
        #expect(text(SubtitleEdition([sign], locale: try locale("ar")), .ass).contains(",,Ward 3.\n"))
        let latin = SubtitleEdition(subtitles, locale: try locale("en"))
        #expect(!text(latin, .srt).contains("\u{202B}"))
    }

    @Test(arguments: SubtitleFileFormat.allCases)
    func leavesOutWhatCannotBeShown(format: SubtitleFileFormat) throws {
        let subtitles = [
            Subtitle(ids: ["1"], time: TimeSpan(1, 2), lines: [" ", "\u{0}\u{202E}"]),
            Subtitle(ids: ["2"], time: TimeSpan(2, 2), lines: ["No time."]),
            Subtitle(ids: ["3"], time: TimeSpan(.nan, 3), lines: ["No start."]),
            Subtitle(ids: ["4"], time: TimeSpan(3, .infinity), lines: ["No end."]),
            Subtitle(ids: ["5"], time: TimeSpan(-3, 5), lines: ["One\n\n\u{2028}two\u{202E}\u{7}", ""]),
        ]
        let edition = SubtitleEdition(subtitles, locale: try locale("en"), width: -5, height: 0)
        let units = try units(edition, format)
        #expect(units.map { words($0.source.plain) } == [["One", "two"]])
        let none = SubtitleEdition([], locale: try locale("en"))
        #expect(
            try #require(FormatCatalog.format(named: format.rawValue)).read(none.file(format), file: "f").units.isEmpty
        )
    }
}
