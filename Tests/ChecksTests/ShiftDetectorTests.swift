import Checks
import Testing
import Text

struct ShiftDetectorTests {
    static let lines: [(String, String)] = [
        ("“你到底来不来？”", "\"Are you coming or not?\""),
        ("陆小葫数了数，石阶一共三千二百级。", "Lu Xiaohu counted: there were three thousand two hundred steps."),
        (
            "他叹了口气，把包袱往肩上一甩，慢慢往上爬，一边爬一边骂自己当初为什么要答应这件事。",
            "He sighed, slung his bundle over his shoulder, and climbed slowly, cursing himself at every step for ever having agreed to this."
        ),
        ("“三百块灵石。”", "\"Three hundred spirit stones.\""),
        ("风停了。", "The wind stopped."),
        ("“什么？三百块？你怎么不去抢？”", "\"What? Three hundred? Why don't you just rob me?\""),
        (
            "崔半夏从门后走出来，手里拿着一封信，脸色很难看。",
            "Cui Banxia came out from behind the door with a letter in her hand and an ugly look on her face."
        ),
        ("信上只有十二个字。", "The letter held just twelve characters."),
    ]

    private let terms = [
        Term(source: "陆小葫", target: "Lu Xiaohu", kind: .person),
        Term(source: "崔半夏", target: "Cui Banxia", kind: .person),
    ]

    @Test func isSilentOnAnswersInTheirPlaces() throws {
        #expect(ShiftDetector.suspect(in: try pairs(Array(Self.lines.indices))) == nil)
    }

    @Test(arguments: [
        [1, 2, 3, 4, 5, 6, 7, 7], [0, 0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 4, 5, 6, 7, 7], [0, 1, 3, 2, 4, 5, 6, 7],
    ])
    func findsAnswersThatSlipped(order: [Int]) throws {
        let found = try #require(ShiftDetector.suspect(in: try pairs(order)))
        let wrong = order.indices.filter { order[$0] != $0 }
        #expect(wrong.contains { found.contains($0) })
    }

    @Test func saysNothingOfASingleUnit() throws {
        #expect(ShiftDetector.suspect(in: try pairs([0]).prefix(1).map(\.self)) == nil)
    }

    private func pairs(_ order: [Int]) throws -> [Pair] {
        let source = try #require(LanguageTag("zh-Hans"))
        let target = try #require(LanguageTag("en"))
        return order.enumerated().map { index, answer in
            let text = Self.lines[index].0
            return Pair(
                source: InlineText(text),
                target: InlineText(Self.lines[answer].1),
                sourceLocale: source,
                targetLocale: target,
                terms: terms.filter { text.contains($0.source) }
            )
        }
    }
}
