import Media
import Testing
import Text

/// What stands in one subtitle.
@Suite struct SubtitleLayoutTests {
    private let english: SubtitleStyle
    private let chinese: SubtitleStyle

    init() throws {
        english = SubtitleStyle(of: try #require(LanguageTag("en")))
        chinese = SubtitleStyle(of: try #require(LanguageTag("zh-Hans")))
    }

    private func line(
        _ id: String,
        _ start: Double,
        _ end: Double,
        _ text: String,
        second: String? = nil,
        speaker: String? = nil,
        kind: Subtitle.Kind = .dialogue
    ) -> SubtitleLine {
        SubtitleLine(id: id, time: TimeSpan(start, end), text: text, secondText: second, speaker: speaker, kind: kind)
    }

    private func texts(_ result: LaidOutSubtitles) -> [[String]] { result.subtitles.map(\.lines) }

    @Test func cutsALongLineAtSentences() {
        let text =
            "I have waited for you. Every single day of those ten long years. And now you tell me it was for nothing?"
        let result = SubtitleLayout(style: english).laidOut([line("1", 0, 8, text)])
        #expect(
            texts(result) == [
                ["I have waited for you."],
                ["Every single day of those ten long years.", "And now you tell me it was for nothing?"],
            ]
        )
        #expect(result.subtitles.allSatisfy { $0.ids == ["1"] })
        #expect(result.findings == [])
    }

    @Test func cutsALineThatIsHeldForLong() {
        let result = SubtitleLayout(style: english).laidOut([line("1", 0, 10, "Wait for me! I am on my way to you.")])
        #expect(texts(result) == [["Wait for me!"], ["I am on my way to you."]])
    }

    @Test func followsTheWordsOfTheOriginal() throws {
        // Spoken fast, then a pause of three seconds, then slowly.
        let words = [(0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (3.6, 5.0), (5.0, 6.4), (6.4, 7.8)].map {
            SpokenLine.Word("字", TimeSpan($0.0, $0.1))
        }
        var line = line("1", 0, 7.8, "Wait for me there! I am on my way to you.")
        line.words = words
        let result = SubtitleLayout(style: english).laidOut([line])
        #expect(result.subtitles.count == 2)
        #expect(try #require(result.subtitles.last).time.start > 3.5)
    }

    @Test func joinsShortLinesOfOneSpeaker() {
        let lines = [
            line("1", 1, 1.3, "No.", speaker: "A"), line("2", 1.4, 1.7, "Never.", speaker: "A"),
            line("3", 1.8, 3, "I will not.", speaker: "A"),
        ]
        let result = SubtitleLayout(style: english).laidOut(lines)
        #expect(texts(result) == [["No. Never. I will not."]])
        #expect(result.subtitles.map(\.ids) == [["1", "2", "3"]])
        #expect(result.subtitles.map(\.speaker) == ["A"])
    }

    @Test(arguments: [("en", "-Go!", "-No!"), ("fr", "- Go!", "- No!"), ("nl", "Go!", "-No!"), ("zh", "-Go!", "-No!")])
    func marksTwoSpeakersInTheStyleOfTheLocale(name: String, first: String, second: String) throws {
        let style = SubtitleStyle(of: try #require(LanguageTag(name)))
        let lines = [line("1", 1, 1.5, "Go!", speaker: "A"), line("2", 1.5, 3, "No!", speaker: "B")]
        let result = SubtitleLayout(style: style).laidOut(lines)
        #expect(texts(result) == [[first, second]])
        #expect(result.subtitles.map(\.speaker) == [nil])
        #expect(result.subtitles.map(\.ids) == [["1", "2"]])
    }

    @Test func leavesLinesApartThatCanBeRead() {
        let lines = [line("1", 1, 3, "Go!", speaker: "A"), line("2", 3.1, 5, "No!", speaker: "B")]
        #expect(SubtitleLayout(style: english).laidOut(lines).subtitles.count == 2)
        let unknown = [line("1", 1, 3, "Go!"), line("2", 3.1, 5, "No!")]
        #expect(SubtitleLayout(style: english).laidOut(unknown).subtitles.count == 2)
    }

    @Test func putsTheOtherLanguageBelow() {
        let text = "I can't believe you came all the way out here just to tell me that your sister is getting married."
        let second = "我不敢相信你大老远跑到这里来，就是为了告诉我你妹妹要结婚了。"
        let layout = SubtitleLayout(style: english, secondStyle: chinese)
        let result = layout.laidOut([line("1", 0, 6, text, second: second)])
        #expect(result.subtitles.map(\.secondLines) == [["我不敢相信你大老远跑到这里来"], ["就是为了告诉我你妹妹要结婚了"]])
        #expect(result.subtitles.count == 2)
        // Where the other language needs more subtitles, the first is cut too.
        let long = layout.laidOut([line("1", 0, 6, "Go now, and never come back to me.", second: second + second)])
        #expect(long.subtitles.count == 2)
        #expect(long.subtitles.allSatisfy { !$0.lines.isEmpty && !$0.secondLines.isEmpty && $0.secondLines.count <= 2 })
    }

    @Test func keepsWhatIsOnScreenApart() {
        let lines = [
            line("s", 1, 5, "Galaxy Bay Hospital", kind: .onScreen), line("1", 2, 4, "Where is he?"),
            line("t", 1.2, 5, "Ward 3", kind: .onScreen), line("n", 2, 4, "A real place.", kind: .note),
        ]
        let result = SubtitleLayout(style: english).laidOut(lines)
        #expect(result.subtitles.map(\.kind) == [.onScreen, .dialogue, .note])
        #expect(result.subtitles.first?.lines == ["Galaxy Bay Hospital", "Ward 3"])
        #expect(result.findings == [])
    }

    @Test func offersWhatCannotBeReadForShortening() throws {
        let lines = [
            line("1", 0, 1, "This sentence has far more characters than anyone can read.", speaker: "A"),
            line("2", 1.2, 4, "This one is well.", speaker: "B"),
        ]
        let result = SubtitleLayout(style: english).laidOut(lines)
        let budget = try #require(result.overBudget.first)
        #expect(result.overBudget.count == 1)
        #expect(budget.id == "1")
        #expect(budget.characters == 58)
        #expect(budget.allowed == Int(budget.seconds * 20 + 0.001))
        #expect(result.findings.map(\.code) == ["subtitle-text"])
        #expect(result.findings.map(\.place.unit) == ["1"])
        // With the allowed number of characters nothing is wrong.
        var shorter = lines
        shorter[0].text = String(repeating: "word ", count: 20).prefix(budget.allowed - 1) + "."
        #expect(SubtitleLayout(style: english).laidOut(shorter).overBudget == [])
    }

    @Test func cleansWhatIsNoText() {
        let text = "  He\u{202E} came\u{0} back,\r\n\tand\u{200F} then\u{7} left. "
        let result = SubtitleLayout(style: english).laidOut([line("1", 0, 3, text), line("2", 5, 6, " \n\u{200E} ")])
        #expect(texts(result) == [["He came back, and then left."]])
    }

    @Test func takesLinesInAnyOrder() {
        let lines = [line("2", 5, 7, "Two."), line("1", 1, 3, "One."), line("3", 9, 11, "Three.")]
        #expect(SubtitleLayout(style: english).laidOut(lines).subtitles.map(\.ids) == [["1"], ["2"], ["3"]])
    }

    @Test func reportsTimesThatAreNone() {
        let lines = [
            line("a", .nan, 2, "No start."), line("b", 1, .nan, "No end."), line("c", .infinity, 3, "Never."),
            line("d", -5, 4, "Before."), line("e", 8, 6, "Backward."), line("f", 20, .infinity, "For ever."),
        ]
        let result = SubtitleLayout(style: english, shots: [.nan, -.infinity, 1e300, -4]).laidOut(lines)
        #expect(Set(result.subtitles.flatMap(\.ids)) == ["b", "d", "e", "f"])
        #expect(result.findings.filter { $0.severity == .error }.compactMap(\.place.unit) == ["a", "c"])
        #expect(
            result.subtitles.allSatisfy { $0.time.start >= 0 && $0.time.duration <= 7.001 && $0.time.duration > 0.8 }
        )
    }

    @Test(arguments: ["a", "漢", "ก", "\u{301}", " ", "\u{200B}", "a b ", "а́ ", "🏳️‍🌈", "ن", "-", "…", "\u{202E}", "ᄀ"])
    func survivesTextWithoutEnd(part: String) throws {
        let text = String(repeating: part, count: 600)
        for style in [english, chinese, SubtitleStyle(of: try #require(LanguageTag("th")), picture: .vertical)] {
            let layout = SubtitleLayout(style: style, secondStyle: chinese, names: [part + part])
            let result = layout.laidOut([line("1", 0, 3, text, second: String(text.prefix(200)))])
            #expect(result.subtitles.allSatisfy { $0.time.start.isFinite && $0.time.end > $0.time.start })
        }
    }

    @Test func survivesStylesThatAllowNothing() {
        var style = english
        (style.line, style.speed, style.lines, style.shortest, style.longest, style.gapFrames) = (0, 0, 0, -1, .nan, -3)
        let result = SubtitleLayout(style: style).laidOut([line("1", 0, 3, "He left."), line("2", 1, 2, "So did she.")])
        #expect(result.subtitles.flatMap(\.lines).joined().count > 10)
    }
}
