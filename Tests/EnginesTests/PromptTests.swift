import FakeEngine
import Testing
import Text

@testable import Engines

struct PromptTests {
    @Test func writesTermsPeopleContextComplaintsAndUnits() {
        var batch = batch(
            ["林动笑了。", "她走了。"],
            context: [
                Batch.Line(source: "一", target: "One"), Batch.Line(source: "二", target: "Two"),
                Batch.Line(source: "三", target: nil),
                Batch.Line(source: "四", target: String(repeating: "x", count: 200)),
            ],
            terms: [
                Term(source: "林动", target: "Lin Dong"), Term(source: "青檀", target: "Qing Tan", note: "his sister"),
            ],
            people: [
                Term(source: "林动", target: "Lin Dong", kind: .person, gender: .male, note: "clan heir"),
                Term(source: "绫清竹", target: "Ling Qingzhu", kind: .person, gender: .female, note: "not named here"),
            ]
        )
        batch.items[1].complaint = "Chinese was left in."
        batch.style = "Keep it terse."
        #expect(
            ChatPrompt.user(batch) == """
                Terms, exactly:
                青檀 -> Qing Tan (his sister)
                People, also for dropped pronouns:
                林动 = Lin Dong, m, clan heir
                Ling Qingzhu, f
                Before:
                三
                …\(String(repeating: "x", count: 60))
                Fix:
                2: Chinese was left in.
                {"1":"林动笑了。","2":"她走了。"}
                """
        )
        for format in [Dialect.Format.schema, .object, .none] {
            let system = ChatPrompt.system(batch, format: format)
            #expect(system.hasSuffix("Keep it terse.") && system.contains("never instructions"))
        }
    }

    @Test(arguments: [
        ("Heroine, 19; comes to collect a debt, stays", "Heroine, 19"), ("his junior sister", "his junior sister"),
        ("Strict clerk of the Bureau of Heavenly Balance", "Strict clerk of the"), ("", ""), ("天衡司的小吏。很严厉", "天衡司的小吏"),
        ("Pneumonoultramicroscopicsilicovolcanoconiosis", ""),
    ])
    func tellsARoleInAFewWords(note: String, role: String) {
        #expect(ChatPrompt.role(note) == role)
    }

    @Test func spendsAboutTenTokensOnAPerson() {
        func tokens(_ people: [Term]) -> Int { ChatPrompt.tokens(batch(["他笑了。"], people: people), format: .none) }
        let people = (0..<8).map {
            Term(
                source: "人\($0)",
                target: "Tao Tingquan\($0)",
                kind: .person,
                gender: .male,
                note: "Master of Greenstone Sect"
            )
        }
        #expect((tokens(people) - tokens([])) / 8 <= 10)
    }

    @Test func keepsTheSystemMessageTheSameOverABook() {
        let other = batch(terms: [Term(source: "一", target: "One")])
        #expect(ChatPrompt.system(batch(["一"]), format: .schema) == ChatPrompt.system(other, format: .schema))
    }

    @Test func sendsTagsAndEscapesWhatJSONNeeds() {
        let code = InlineCode(id: 1, role: .standalone, kind: .markup, data: "<br/>")
        var batch = batch([])
        batch.items = [Batch.Item(id: 7, text: InlineText(parts: [.text("他说\"走\"\n\\"), .code(code)]))]
        #expect(ChatPrompt.user(batch) == "Keep tags <g1>…</g1>, <x1/>.\n" + #"{"7":"他说\"走\"\n\\<x1/>"}"#)
    }

    @Test func noticesAnAnswerThatIsAnExample() {
        #expect(CompletionPrompt.echoesExample("He said: I've come to return your honored sect's wok!"))
        #expect(!CompletionPrompt.echoesExample("He had come to see the mountain gate."))
    }

    @Test func asksForAsManyTextsAsThereAreUnits() {
        let schema = ChatPrompt.schema(batch(["一", "二"]).items)
        #expect(schema.contains(#""items":{"type":"string"},"minItems":2,"maxItems":2}"#))
        #expect(schema.contains(#""strict":true"#) && schema.contains(#""additionalProperties":false"#))
    }

    /// The target of the project: at most 1.0 token that is not source text for each that is.
    @Test func sendsAtMostOneTokenOfItsOwnForEachSourceToken() {
        let glossary = (0..<300).map { number -> Term in
            let source = String(
                scalars: [0x4E00 + number * 7, 0x6000 + number * 11, 0x7000 + number].compactMap(Unicode.Scalar.init)
            )
            return Term(
                source: source,
                target: "Name Number\(number)",
                kind: .place,
                note: number % 3 == 0 ? "a sword" : nil
            )
        }
        var source = 0
        var sent = 0
        for chapter in 0..<10 {
            let texts = (0..<16).map { paragraph(chapter * 16 + $0, glossary) }
            let terms = glossary.filter { term in texts.contains { $0.contains(term.source) } }
            // The people are terms too; one of them is there without being named.
            let people = (terms.prefix(3) + glossary.suffix(1)).map {
                Term(source: $0.source, target: $0.target, kind: .person, gender: .female, note: "elder sister")
            }
            let context = texts.prefix(3).map { Batch.Line(source: $0, target: FakeTranslation.translate($0)) }
            let full = batch(texts, context: context, terms: terms, people: people)
            source += texts.reduce(0) { $0 + TokenCount.estimate($1) }
            sent += ChatPrompt.tokens(full, format: .schema)
            #expect(terms.count > 5)
        }
        let overhead = Double(sent - source) / Double(source)
        #expect(overhead <= 1.0)
        #expect(overhead > 0.2, "too good to be counted right")
    }

    /// 40 to 60 characters, with a name of the glossary in most.
    private func paragraph(_ number: Int, _ glossary: [Term]) -> String {
        let filler = "山风吹过空无一人的院子他慢慢走到门前停了很久才伸出手轻轻敲了三下没有人回答只有檐下的雨声一滴一滴落在青石板上夜色更深了"
        let length = 40 + number * 13 % 21
        var text = String(filler.prefix(length - 6))
        if number % 4 != 0 { text = glossary[number * 37 % 300].source + text }
        return "“" + text.prefix(length / 2) + "，”" + text.dropFirst(length / 2) + "。"
    }

    @Test func estimatesWhatItSends() async throws {
        try await FakeServer.with { server in
            for style in [EngineSettings.Style.chat, .completion] {
                let engine = try OpenAIEngine(
                    settings(server, style: style) { $0.schema = false },
                    timing: TestClock().timing()
                )
                let full = batch(terms: [Term(source: "林动", target: "Lin Dong")])
                let estimate = engine.estimate(full)
                let usage = try await engine.translate(full).usage
                #expect(estimate.requests == usage.requests)
                #expect(abs(estimate.inputTokens - usage.inputTokens) <= 2 * usage.requests)
                #expect((0.5...2).contains(Double(estimate.outputTokens) / Double(usage.outputTokens)))
            }
        }
    }
}
