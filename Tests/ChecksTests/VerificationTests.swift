import Checks
import Testing
import Text

/// One suite for all checks: what fails, what does not.
struct VerificationTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var code: String
        var source: String
        var target: String
        var terms: [Term] = []
        var testDescription: String { "\(code): \(source) → \(target)" }
    }

    static let qingshi = Term(source: "青石峰", target: "Bluestone Peak", kind: .place)

    static let failing: [Example] = [
        Example(code: "empty", source: "他走了。", target: "  "),
        Example(code: "han-left", source: "林动点头。", target: "林动 nodded."),
        Example(code: "han-left", source: "林动点头。", target: "林动点头。"),
        Example(code: "refusal-or-meta", source: "他走了。", target: "I'm sorry, but I can't assist with that."),
        Example(code: "refusal-or-meta", source: "他走了。", target: "Here is the translation: He left."),
        Example(code: "refusal-or-meta", source: "“有人吗？”", target: "\"I'm sorry, but I can't do that.\""),
        Example(code: "refusal-or-meta", source: "他走了。", target: "As an AI language model, I like it."),
        Example(code: "refusal-or-meta", source: "他走了。", target: "<think>short</think> He left."),
        Example(
            code: "repetition",
            source: "他一步一步走上山。",
            target: "He went up and up and up and up and up and up and up."
        ),
        Example(code: "repetition", source: "他说不行。", target: "no no no no no no no no"),
        Example(code: "length-ratio", source: "天还没亮，贺青禾就被人从被窝里拎了出来，冻得直发抖。", target: "It was."),
        Example(
            code: "length-ratio",
            source: "他走了。",
            target:
                "He left, and then he thought of his mother, and of the long road, and of the rain that had begun again."
        ),
        Example(code: "number-value", source: "石阶一共三千二百级。", target: "There were 320 stone steps."),
        Example(code: "number-value", source: "他给了12块。", target: "He gave her thirteen coins."),
        Example(code: "number-value", source: "城里有两万五千人。", target: "There were 250,000 people in the city."),
        Example(code: "number-value", source: "第十七章 夜雨", target: "Chapter 71: Night Rain"),
        Example(code: "term-missing", source: "她上了青石峰。", target: "She climbed Green Rock Hill.", terms: [qingshi]),
        Example(code: "term-missing", source: "她上了青石峰。", target: "She climbed Bluestone Peakland.", terms: [qingshi]),
    ]

    static let clean: [Example] = [
        Example(code: "", source: "石阶一共三千二百级。", target: "Three thousand two hundred stone steps led up."),
        Example(code: "", source: "石阶一共三千二百级。", target: "There were 3,200 steps. It took thirty-two hundred breaths."),
        Example(code: "", source: "“四百。三株一千二。”", target: "\"Four hundred. Three make twelve hundred.\""),
        Example(code: "", source: "城里有两万五千人。", target: "The city had 25 thousand people."),
        Example(code: "", source: "他花了1.2亿。", target: "He spent 120 million."),
        Example(code: "", source: "十二月很冷。", target: "December was cold."),
        Example(code: "", source: "他十分高兴，千万别告诉他。", target: "He was delighted; whatever you do, don't tell him."),
        Example(code: "", source: "五六十个人，十几条狗。", target: "Fifty or sixty people and a dozen dogs or so."),
        Example(code: "", source: "一九九八年的雨。", target: "The rain of nineteen ninety-eight."),
        Example(code: "", source: "他有一百零三个。", target: "He had a hundred and three."),
        Example(code: "", source: "哈哈哈哈哈哈哈！", target: "Ha ha ha ha ha ha ha!"),
        Example(code: "", source: "“走！”", target: "\"Go!\""),
        Example(code: "", source: "她上了青石峰。", target: "She climbed Bluestone\nPeak’s path.", terms: [qingshi]),
        Example(code: "", source: "“对不起，我不能帮你。”", target: "\"I'm sorry, but I can't help you.\""),
        Example(code: "", source: "请翻译：你好", target: "Translation: hello, please"),
    ]

    @Test(arguments: failing)
    func findsWhatIsWrong(example: Example) throws {
        #expect(findings(of: example).contains { $0.code == example.code })
    }

    @Test(arguments: clean)
    func staysSilentOnWhatIsRight(example: Example) throws {
        #expect(findings(of: example) == [])
    }

    @Test func tellsAWrongNumberFromAMissingOne() throws {
        let wrong = Example(code: "", source: "三千二百级。", target: "320 steps.")
        let missing = Example(code: "", source: "三千二百级。", target: "There were many, many steps.")
        #expect(findings(of: wrong).map(\.severity) == [.error])
        #expect(findings(of: missing).map(\.severity) == [.warning])
    }

    @Test func givesTheRangeOfTheHanThatIsLeft() throws {
        let finding = try #require(findings(of: Example(code: "", source: "林动来了。", target: "And 林动 came.")).first)
        #expect(finding.place.range == 4..<6)
        #expect(finding.isHard)
    }

    @Test func findsCodesThatAreLostDoubledOrCrossed() throws {
        let bold = InlineCode(id: 1, role: .open, kind: .markup, data: "<b>")
        let end = InlineCode(id: 1, role: .close, kind: .markup, data: "</b>")
        let line = InlineCode(id: 2, role: .standalone, kind: .lineBreak, data: "<br/>", visible: "\n")
        let source = InlineText(parts: [.code(bold), .text("好"), .code(end), .code(line)])
        let right = InlineText(parts: [.code(line), .text("Well, "), .code(bold), .text("good"), .code(end)])
        #expect(try codeFindings(source, right).isEmpty)
        #expect(try codeFindings(source, InlineText("good")).first?.message.contains("<b>") == true)
        let twice = InlineText(parts: [.code(bold), .text("good"), .code(end), .code(line), .code(line)])
        #expect(try codeFindings(source, twice).first?.message.contains("<br/>") == true)
        let crossed = InlineText(parts: [.code(end), .text("good"), .code(bold), .code(line)])
        #expect(try codeFindings(source, crossed).count == 1)
    }

    @Test func allowsHanWhereTheLocaleWritesIt() throws {
        let pair = Pair(
            source: InlineText("He left."),
            target: InlineText("他走了。"),
            sourceLocale: try locale("en"),
            targetLocale: try locale("zh-Hant")
        )
        #expect(HanLeft.findings(in: pair).isEmpty)
    }

    private func codeFindings(_ source: InlineText, _ target: InlineText) throws -> [Finding] {
        InlineCodes.findings(
            in: Pair(
                source: source,
                target: target,
                sourceLocale: try locale("zh-Hans"),
                targetLocale: try locale("en")
            )
        )
    }

    private func findings(of example: Example) -> [Finding] {
        guard let source = LanguageTag("zh-Hans"), let target = LanguageTag("en") else { return [] }
        return Verification.findings(
            in: Pair(
                source: InlineText(example.source),
                target: InlineText(example.target),
                sourceLocale: source,
                targetLocale: target,
                terms: example.terms
            )
        )
    }

    private func locale(_ tag: String) throws -> LanguageTag { try #require(LanguageTag(tag)) }
}
