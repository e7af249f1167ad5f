import Testing
import Text

@testable import Media

struct RecognizedTextTests {
    @Test func joinsCharactersThatCameInParts() {
        let bytes = Array("敢".utf8)
        let result = RecognizedText(
            tokens: [
                token("你", 0, 0.2), RecognizedToken(Array(bytes[..<1]), TimeSpan(0.2, 0.3)),
                RecognizedToken(Array(bytes[1...]), TimeSpan(0.3, 0.5)), token("！", 0.5, 0.5),
            ],
            within: TimeSpan(0, 1)
        )
        #expect(result.text == "你敢！")
        #expect(result.words == [.init("你", TimeSpan(0, 0.2)), .init("敢", TimeSpan(0.2, 0.5))])
    }

    @Test func sharesTheTimeOfATokenWithSeveralCharacters() throws {
        let result = RecognizedText(tokens: [token("什么", 1, 2)], within: TimeSpan(0, 3))
        #expect(result.words == [.init("什", TimeSpan(1, 1.5)), .init("么", TimeSpan(1.5, 2))])
    }

    @Test func joinsLettersToWords() {
        let tokens = [
            token(" Hel", 0, 0.2), token("lo", 0.2, 0.4), token(",", 0.4, 0.4), token(" it", 0.5, 0.6),
            token("'s", 0.6, 0.7),
        ]
        let result = RecognizedText(tokens: tokens, within: TimeSpan(0, 1))
        #expect(result.text == "Hello, it's")
        #expect(result.words == [.init("Hello", TimeSpan(0, 0.4)), .init("it's", TimeSpan(0.5, 0.7))])
    }

    @Test func keepsTimesInOrderAndInside() {
        let tokens = [token("我", 0.4, 0.2), token("来", 0.1, 0.3), token("了", 8, 9)]
        let result = RecognizedText(tokens: tokens, within: TimeSpan(0.3, 2))
        #expect(result.words.map(\.text) == ["我", "来", "了"])
        var last = 0.3
        for word in result.words {
            #expect(word.time.start >= last)
            #expect(word.time.end >= word.time.start)
            #expect(word.time.end <= 2)
            last = word.time.start
        }
    }

    @Test func leavesOutBrokenBytes() {
        let result = RecognizedText(
            tokens: [RecognizedToken([0xE4, 0xBD], TimeSpan(0, 1)), token("好", 1, 2)],
            within: TimeSpan(0, 2)
        )
        #expect(result.words.map(\.text) == ["好"])
    }

    @Test func cutsALoopWithItsPunctuation() {
        let tokens = (0..<30).flatMap { [token("洗", Double($0) * 0.05, Double($0) * 0.05), token("，", 0, 0)] }
        let result = RecognizedText(tokens: tokens, within: TimeSpan(0, 1.5))
        #expect(result.text == "洗，洗，洗，")
        #expect(result.repeated == 27)
    }

    @Test func cutsAPhraseThatGoesOnAndOn() {
        let phrase = ["我", "要", "回", "家"]
        let words = ["你", "走"] + (0..<6).flatMap { _ in phrase } + ["我", "要"]
        let times = words.indices.map { TimeSpan(Double($0) * 0.2, Double($0 + 1) * 0.2) }
        #expect(RepetitionLoop.find(in: words, times: times) == [6..<28])
    }

    @Test func keepsWhatPeopleRepeat() {
        for text in ["哈哈哈哈", "快跑快跑快跑", "对不起对不起对不起", "走走走"] {
            let words = text.map(String.init)
            let times = words.indices.map { TimeSpan(Double($0) * 0.2, Double($0 + 1) * 0.2) }
            #expect(RepetitionLoop.find(in: words, times: times).isEmpty, "\(text)")
        }
    }

    @Test func tellsALoopByItsSpeed() {
        let words = (0..<3).flatMap { _ in ["你", "给", "我", "滚"] }
        let slow = words.indices.map { TimeSpan(Double($0) * 0.2, Double($0 + 1) * 0.2) }
        let quick = words.indices.map { TimeSpan(Double($0) * 0.02, Double($0 + 1) * 0.02) }
        #expect(RepetitionLoop.find(in: words, times: slow).isEmpty)
        #expect(RepetitionLoop.find(in: words, times: quick) == [4..<12])
    }

    @Test(arguments: [
        "字幕由Amara.org社区提供", "(音樂播放中)", "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "[Music]", "♪", "謝謝觀看", "Thank you for watching!",
        "...", "（掌声）",
    ])
    func knowsWhatNobodySaid(text: String) {
        #expect(Hallucination.isKnown(text))
    }

    @Test(arguments: ["谢谢你，陈医生。", "音乐太吵了，关掉！", "Thank you for watching my daughter.", "（小声）快走", "感谢"])
    func keepsWhatSomebodySaid(text: String) {
        #expect(!Hallucination.isKnown(text))
    }

    private func token(_ text: String, _ start: Double, _ end: Double) -> RecognizedToken {
        RecognizedToken(Array(text.utf8), TimeSpan(start, end))
    }
}
