import Media
import Testing
import Text

struct HeardLinesTests {
    @Test func splitsAtSentencesAndPauses() {
        let result = HeardLines().lines(of: [
            segment("你来了。坐吧，喝茶", 10, step: 0.2, pauseAfter: 6)
        ])
        #expect(result.lines.map(\.text) == ["你来了。", "坐吧，喝", "茶"])
        #expect(result.lines.map(\.id) == ["s1", "s2", "s3"])
        #expect(near(result.lines[1].time.start, 10.6) && near(result.lines[2].time.start, 12.2))
        #expect(result.findings.isEmpty)
    }

    @Test func splitsALongLineWhereItHurtsLeast() {
        let text = "如果你今天不把这件事情说清楚，我是绝对不会让你走出这个门的"
        let result = HeardLines().lines(of: [segment(text, 0, step: 0.2)])
        #expect(result.lines.map(\.text) == ["如果你今天不把这件事情说清楚，", "我是绝对不会让你走出这个门的"])
    }

    @Test func cutsLoops() {
        let wash = HeardLines().lines(of: [segment("你快去" + String(repeating: "洗", count: 60), 0, step: 0.1)])
        #expect(wash.lines.map(\.text).joined() == "你快去洗")
        #expect(wash.findings.map(\.code) == ["speech-loop"])
        let phrase = HeardLines().lines(of: [segment(String(repeating: "我们一起走吧", count: 5) + "好", 0, step: 0.1)])
        #expect(phrase.lines.map(\.text).joined() == "我们一起走吧好")
    }

    @Test(arguments: ["不要不要不要", "哈哈哈哈哈哈", "快跑快跑快跑！", "谢谢谢谢", "妈妈妈妈"])
    func keepsWhatPeopleRepeat(text: String) {
        let result = HeardLines().lines(of: [segment(text, 0, step: 0.2)])
        #expect(result.lines.map(\.text) == [text])
    }

    @Test(arguments: ["(音樂播放中)", "字幕由Amara.org社区提供", "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "[Music]", "♪♪"])
    func dropsWhatIsInvented(text: String) {
        let result = HeardLines().lines(of: [segment(text, 3, step: 0.2)])
        #expect(result.lines.isEmpty && result.findings.map(\.code) == ["speech-invented"])
    }

    @Test func keepsThanksThatSomebodySays() {
        let said = segment("谢谢大家", 3, step: 0.2)
        #expect(HeardLines().lines(of: [said]).lines.count == 1)
        var silent = said
        silent.silence = 0.8
        #expect(HeardLines().lines(of: [silent]).lines.isEmpty)
        #expect(HeardLines().lines(of: [said], activity: [TimeSpan(20, 30)]).lines.isEmpty)
    }

    @Test func timesTextThatItsWordsDoNotSpell() throws {
        let words = zip(["三", "千"], [1.0, 1.5]).map { SpokenLine.Word($0, TimeSpan($1, $1 + 0.4)) }
        let heard = HeardSegment(time: TimeSpan(1, 3), text: "三千万呢", words: words)
        let line = try #require(HeardLines().lines(of: [heard]).lines.first)
        #expect(line.words.map(\.text) == ["三", "千", "万", "呢"])
        #expect(line.words[1].time == TimeSpan(1.5, 1.9) && near(line.words[3].time.end, 3))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func keepsOrderAndTimesWhateverComes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let signs = Array("我你他，。！？ ab1…\n\u{0}🙂（）".unicodeScalars)
        let segments = (0..<40).map { _ in
            let text = String(
                String.UnicodeScalarView(
                    (0..<Int(random.next() % 60)).map { _ in signs[Int(random.next() % UInt64(signs.count))] }
                )
            )
            let times = [0, -4, 1e300, .nan, .infinity, 7.5, 3, 90]
            func time() -> Double { times[Int(random.next() % 8)] }
            let words = (0..<5).map { _ in SpokenLine.Word("我", TimeSpan(time(), time())) }
            return HeardSegment(time: TimeSpan(time(), time()), text: text, words: words)
        }
        for line in HeardLines().lines(of: segments).lines {
            #expect(line.time.start.isFinite && line.time.duration >= 0)
            #expect(!line.text.isEmpty)
            #expect(zip(line.words, line.words.dropFirst()).allSatisfy { $0.time.start <= $1.time.start })
        }
    }

    /// A segment whose characters follow one another, with a second of silence after one of them.
    private func segment(_ text: String, _ start: Double, step: Double, pauseAfter: Int = .max) -> HeardSegment {
        var words: [SpokenLine.Word] = []
        var time = start
        for character in text where character.isLetter {
            words.append(SpokenLine.Word(String(character), TimeSpan(time, time + step)))
            time += words.count == pauseAfter ? step + 1 : step
        }
        return HeardSegment(time: TimeSpan(start, max(time, start + 1)), text: text, words: words)
    }

    private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.011 }
}
