import Media
import Testing
import Text

struct LineJoinerTests {
    @Test func joinsReadingsOfOneTextAndLetsThemVote() throws {
        let result = join([
            (0...24, [read("我不知道你在说什么", sure: 0.9)], 0),
            (25...49, [read("我不知道你在说什厶", sure: 0.6)], 0.9),
            (50...74, [read("我不知道你在说什么", sure: 0.9)], 0.8),
        ])
        #expect(result.lines.map(\.text) == ["我不知道你在说什么"])
        #expect(result.lines.first?.time == TimeSpan(0, 3))
    }

    @Test func keepsTextsApartThatDifferByOneSureCharacter() {
        let result = join([(0...24, [read("他来了")], 0), (25...49, [read("她来了")], 0.2)])
        #expect(result.lines.map(\.text) == ["他来了", "她来了"])
    }

    @Test func keepsATextThatComesAgainApart() {
        let result = join([(0...24, [read("快走快走")], 0), (60...84, [read("快走快走")], 0)])
        #expect(result.lines.count == 2)
    }

    @Test func joinsTwoRowsToOneLine() {
        let rows = [reading("三年前的雨夜你也", y: 100), reading("这样求过我吗？", y: 150)]
        let result = join([(10...59, [rows], 0)])
        #expect(result.lines.map(\.text) == ["三年前的雨夜你也这样求过我吗？"])
    }

    @Test func keepsRowsOfTwoSpeakersApart() {
        let result = join([
            (0...20, [[reading("五千万？你疯了！", y: 150)]], 0),
            (21...39, [[reading("你哪来的五千万？", y: 100), reading("五千万？你疯了！", y: 150)]], 0),
            (40...60, [[reading("你哪来的五千万？", y: 150)]], 0),
        ])
        #expect(result.lines.map(\.text) == ["五千万？你疯了！", "你哪来的五千万？"])
        #expect(result.lines.map(\.time) == [TimeSpan(0, 1.6), TimeSpan(0.84, 2.44)])
    }

    @Test func leavesOutLogosPatternsAndTheSecondLanguage() {
        let logo = TextReading(box: PixelBox(x: 10, y: 10, width: 120, height: 40), text: "星河短剧", confidence: 1)
        let rows = [reading("走吧", y: 100), reading("Let us go", y: 150), reading("走", y: 150, x: 20)]
        let result = join([(0...24, [rows + [logo]], 0), (30...54, [[reading("||1", y: 100)]], 0)], standing: [logo])
        #expect(result.lines.map(\.text) == ["走吧"])
    }

    @Test func takesTextWrittenOutByAndByAsOne() {
        let result = join([
            (0...9, [read("锦绣")], 0), (10...19, [read("锦绣大酒")], 0), (20...60, [read("锦绣大酒店")], 0),
        ])
        #expect(result.lines.map(\.text) == ["锦绣大酒店"])
        #expect(result.lines.first?.time == TimeSpan(0, 61.0 / 25))
    }

    @Test func saysWhatWasHardToRead() {
        let result = join([(0...40, [read("欢迎光临", sure: 0.7)], 0)])
        #expect(result.findings.map(\.code) == ["reading-doubtful"])
        #expect(result.findings.first?.place.unit == result.lines.first?.id)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func losesNoSureLineWhateverComes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var sightings: [(ClosedRange<Int>, [[TextReading]], Double)] = []
        var texts: [String] = []
        var frame = 0
        for number in 0..<40 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<6).compactMap { _ in Unicode.Scalar(0x4E00 + UInt32(random.next() % 5_000)) }
                )
            )
            let length = 20 + Int(random.next() % 60)
            texts.append(text)
            sightings.append((frame...frame + length, [read(text)], number % 3 == 0 ? 0 : 0.3))
            frame += length + 1 + Int(random.next() % 10)
        }
        let result = join(sightings)
        #expect(result.lines.map(\.text) == texts)
        #expect(Set(result.lines.map(\.id)).count == texts.count)
    }

    private func read(_ text: String, sure: Double = 0.99) -> [TextReading] { [reading(text, y: 100, sure: sure)] }

    private func reading(_ text: String, y: Int, x: Int? = nil, sure: Double = 0.99) -> TextReading {
        let width = text.count * 40
        let left = x ?? 360 - width / 2
        let characters = text.enumerated().map { place, character in
            TextReading.Character(String(character), confidence: sure, x: Double(left + place * 40 + 20))
        }
        return TextReading(
            box: PixelBox(x: left, y: y, width: width, height: 44),
            text: text,
            confidence: sure,
            characters: characters
        )
    }

    private func join(
        _ sightings: [(ClosedRange<Int>, [[TextReading]], Double)],
        standing: [TextReading] = []
    ) -> LineJoiner.Result {
        let region = TextRegion(box: PixelBox(x: 0, y: 80, width: 720, height: 130), kind: .dialogue, lineHeight: 44)
        var joiner = LineJoiner(frameRate: 25, region: region, map: TextMap([], width: 720, height: 1280))
        joiner.standing = standing
        joiner.centre = 360
        return joiner.join(sightings.map { ReadSighting(frames: $0.0, readings: $0.1, likeness: $0.2) })
    }
}
