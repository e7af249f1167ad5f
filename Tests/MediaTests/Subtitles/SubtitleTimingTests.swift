import Media
import Testing
import Text

/// From when to when, in frames of 24 a second.
@Suite struct SubtitleTimingTests {
    private let style: SubtitleStyle

    init() throws { style = SubtitleStyle(of: try #require(LanguageTag("en"))) }

    /// First frame and frame after the last of lines that are spoken at given frames; short texts, so that reading asks for
    /// no more than the least.
    private func frames(
        _ spoken: [(Int, Int)],
        cuts: [Int] = [],
        text: String = "Good.",
        duration: Double? = nil
    ) -> [[Int]] {
        let lines = spoken.enumerated().map { index, frames in
            SubtitleLine(
                id: "\(index)",
                time: TimeSpan(Double(frames.0) / 24, Double(frames.1) / 24),
                text: text,
                speaker: "\(index)"
            )
        }
        let layout = SubtitleLayout(style: style, shots: cuts.map { Double($0) / 24 }, duration: duration)
        return layout.laidOut(lines).subtitles.map {
            [Int(($0.time.start * 24).rounded()), Int(($0.time.end * 24).rounded())]
        }
    }

    @Test func standsAsLongAsTheVoice() {
        #expect(frames([(100, 150)]) == [[100, 150]])
    }

    @Test func standsFiveSixthsOfASecondAtLeast() {
        #expect(frames([(100, 104)]) == [[100, 120]])
    }

    @Test func standsSevenSecondsAtMost() {
        #expect(frames([(100, 400)]) == [[100, 268]])
    }

    @Test(arguments: [3, 5, 8, 11])
    func closesShortGapsToTwoFrames(gap: Int) {
        #expect(frames([(100, 150), (150 + gap, 200)]) == [[100, 148 + gap], [150 + gap, 200]])
    }

    @Test func leavesLongGaps() {
        #expect(frames([(100, 150), (162, 200)]) == [[100, 150], [162, 200]])
    }

    @Test(arguments: [(1, 100), (7, 100), (8, 88), (11, 88), (12, 88), (13, 87)])
    func beginsAtACutAhead(distance: Int, expected: Int) {
        #expect(frames([(100 - distance, 160)], cuts: [100])[0][0] == expected)
    }

    @Test(arguments: [(0, 100), (1, 100), (12, 100), (13, 113)])
    func beginsAtACutBehind(distance: Int, expected: Int) {
        #expect(frames([(100 + distance, 160)], cuts: [100])[0][0] == expected)
    }

    @Test(arguments: [(188, 198), (195, 198), (199, 198), (200, 198), (201, 198), (205, 198), (187, 187), (213, 213)])
    func endsTwoFramesBeforeACut(voice: Int, expected: Int) {
        #expect(frames([(150, voice)], cuts: [200]) == [[150, expected]])
    }

    @Test func staysForReadingUpToTheLimitOfTheGuide() {
        // 40 characters take 48 frames; the voice lasts 24.
        let text = "Forty characters are in this very line.."
        #expect(frames([(100, 124)], text: text) == [[100, 148]])
        // No longer than a second and a half after the voice.
        #expect(frames([(100, 104)], text: text) == [[100, 140]])
    }

    @Test func lendsThreeFramesOfANeighbour() {
        let layout = SubtitleLayout(style: style)
        let lines = [
            SubtitleLine(id: "1", time: TimeSpan(0, 1), text: "Twenty-two characters.", speaker: "A"),
            SubtitleLine(id: "2", time: TimeSpan(1.1, 3), text: "Six.", speaker: "B"),
        ]
        let result = layout.laidOut(lines)
        #expect(result.subtitles[1].time.start > 1.1)
        #expect(result.subtitles[1].time.start <= 1.1 + 3.5 / 24)
        #expect(result.findings == [])
    }

    @Test func endsWithTheFilm() {
        #expect(frames([(100, 104)], duration: 110.0 / 24) == [[100, 110]])
    }

    @Test func neverOverlapsWhereManySpeakAtOnce() {
        let result = frames((0..<30).map { _ in (100, 200) }, text: "A line that is too long to be put beside another.")
        for (last, next) in zip(result, result.dropFirst()) { #expect(next[0] - last[1] >= 2) }
        #expect(result.count == 30)
    }

    @Test func keepsFramesAtRatesThatAreNoWholeNumber() throws {
        let rate = try #require(FrameRate("30000/1001"))
        let line = SubtitleLine(id: "1", time: TimeSpan(1, 2), text: "Good.")
        let subtitle = try #require(SubtitleLayout(style: style, frameRate: rate).laidOut([line]).subtitles.first)
        #expect(subtitle.time.start == rate.seconds(30))
        #expect(subtitle.time.end == rate.seconds(60))
    }

    @Test func movesSubtitlesThatAreLaidOutAlready() {
        let subtitles = [
            Subtitle(ids: ["1"], time: TimeSpan(1.013, 1.2), lines: ["One", "- two"]),
            Subtitle(ids: ["2"], time: TimeSpan(2, 3), lines: ["Two"]),
        ]
        let result = SubtitleLayout(style: style).timed(subtitles)
        #expect(result.subtitles.map(\.lines) == subtitles.map(\.lines))
        #expect(result.subtitles.map(\.time) == [TimeSpan(1, 46.0 / 24), TimeSpan(2, 3)])
    }
}
