import FakeEngine
import Testing
import Text

@testable import Engines

struct CompletionTests {
    private let terms = [
        Term(source: "林动", target: "Lin Dong"), Term(source: "青檀", target: "Qing Tan"),
        Term(source: "青檀院", target: "Sandalwood Court"),
    ]

    @Test func asksForOnePieceAtATimeBehindSharedExamples() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            #expect(engine.limits.units == 1)
            let text = "林动点了点头，慢慢走到窗前，看着外面的大雨出神。过了很久，他才说：“我们走吧。”"
            let answer = try await engine.translate(batch([text], terms: terms))
            let prompts = server.requests.map(\.prompt)
            #expect(prompts.count == 2)
            let prefix = CompletionPrompt.prefix(chinese, english)
            #expect(prompts.allSatisfy { $0.hasPrefix(prefix) && $0.hasSuffix("\nEnglish:") })
            #expect(prompts[0].hasSuffix("Chinese: Lin Dong点了点头，慢慢走到窗前，看着外面的大雨出神。\nEnglish:"))
            #expect(prompts[1].hasSuffix("Chinese: 过了很久，他才说：\"我们走吧。\"\nEnglish:"))
            #expect(prefix.components(of: "\n\n").count == CompletionPrompt.examples.count + 1)
            #expect(answer.texts.count == 1)
            #expect(answer.texts[0].tagged.hasPrefix("Lin Dong "))
            #expect(answer.texts[0].tagged.hasSuffix("\""))
            let body = try #require(server.requests.first?.body)
            #expect(
                body.contains("\"stop\":[\"\\n\"]") && body.contains("\"temperature\":0")
                    && body.contains("\"cache_prompt\":true")
            )
            #expect(!body.contains("grammar"))
        }
    }

    @Test func asksNothingWhereNoHanIsLeft() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            let answer = try await engine.translate(batch(["……", "林动！", "第三章", "* * *"], terms: terms))
            #expect(answer.texts.map(\.tagged) == ["...", "Lin Dong!", "Chapter 3", "* * *"])
            #expect(answer.usage.requests == 0)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func keepsTheFirstLineOfWhatIsSaid() async throws {
        let script: FakeServer.Script = { _ in FakeResponse(content: "  He left. \n\nChinese: 他来了。\nEnglish: He came.")
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            #expect(try await engine.translate(batch(["他走了。"])).texts.map(\.tagged) == ["He left."])
        }
    }

    @Test func asksAgainWithAPenaltyWhenTheModelRepeatsItself() async throws {
        let script: FakeServer.Script = { request in
            var response = FakeResponse(content: " He left.")
            if !request.body.contains("frequency_penalty") {
                response.content = String(repeating: " he", count: 50)
                response.finish = "length"
            }
            return response
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            let answer = try await engine.translate(batch(["他走了。"]))
            #expect(answer.texts.map(\.tagged) == ["He left."])
            #expect(!answer.isCut)
            #expect(answer.usage.requests == 2)
        }
    }

    @Test(arguments: [
        ("“走吧！”", "\"Let's go!", "\"Let's go!\""), ("“走吧！”", "Let's go! \"", "\"Let's go!\""),
        ("他说：“走！”", "He said, \"Go!\"\"", "He said, \"Go!\""),
        ("“钱？快走！”", "\"Money?\" Go!\"", "\"Money? Go!\""), ("他说：“走吧！”", "He said, \"Go!", "He said, \"Go!\""),
        ("“走吧，", "\"Let's go,\"", "\"Let's go."), ("快走！”", "\"Go!\"", "Go!\""),
        ("她走了。", "She left.\"", "She left."), ("“走吧。“", "\"Let's go.\"", "\"Let's go.\""),
        ("她说“走”，又停了。", "She said \"go\" and stopped.", "She said \"go\" and stopped."),
    ])
    func closesTheQuotesThatTheModelForgets(source: String, said: String, text: String) async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: " " + said) }) { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            #expect(try await engine.translate(batch([source])).texts.map(\.tagged) == [text])
        }
    }

    /// Pieces of one paragraph and what the model says to each, with its habit of closing every speech.
    @Test(arguments: [
        (
            ["路迟说：“我走得慢。", "路上有冰。”"], ["Lu Chi said, \"I walk slowly.\"", "\"There is ice.\""],
            ["Lu Chi said, \"I walk slowly.", "There is ice.\""]
        ),
        (
            ["“走吧。”他说，“雪大了。", "天黑了，", "快走！”"], ["\"Go,\" he said. \"It snows.\"", "\"It is dark,\"", "Go!"],
            ["\"Go,\" he said. \"It snows.", "It is dark,", "Go!\""]
        ),
        (
            ["“走吧，", "别回头！”他说。"], ["Let us go,", "\"Do not look back!\" he said."],
            ["\"Let us go,", "Do not look back!\" he said."]
        ),
        (["他笑了。", "“走吧。”"], ["He laughed.\"", "Let us go."], ["He laughed.", "\"Let us go.\""]),
    ])
    func keepsSpeechOpenFromPieceToPiece(sources: [String], said: [String], texts: [String]) {
        var marks = SpeechMarks(in: sources.joined())
        #expect(zip(sources, said).map { marks.fit($1, to: $0, form: .trained) } == texts)
    }

    @Test func asksAnotherWayAfterAComplaint() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            var batch = batch(["他走了。"])
            batch.items[0].complaint = "Too short."
            _ = try await engine.translate(batch)
            #expect(server.requests.first?.body.contains("\"temperature\":0.5") == true)
        }
    }

    @Test func leavesOutWhatOnlyLlamaKnowsWhereItIsRefused() async throws {
        let script: FakeServer.Script = { request in
            request.body.contains("cache_prompt")
                ? .error(400, "Unrecognized request argument supplied: cache_prompt") : .translation(of: request)
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            _ = try await engine.translate(batch(["他走了。"]))
            _ = try await engine.translate(batch(["他来了。"]))
            #expect(server.requests.map { $0.body.contains("cache_prompt") } == [true, false, false])
        }
    }

    @Test func namesTheLanguageWhereThereAreNoExamples() throws {
        let french = try #require(LanguageTag("fr"))
        let prompt = CompletionPrompt.prompt("他走了。", chinese, french)
        #expect(prompt.contains("French") && prompt.hasSuffix("他走了。\nFrench:"))
        #expect(!prompt.contains("Senior Brother"))
    }

    @Test(arguments: [
        ("林动说", "Lin Dong说"), ("青檀院里，青檀笑了", "Sandalwood Court里，Qing Tan笑了"), ("林动青檀", "Lin Dong Qing Tan"),
        ("对林动OK", "对Lin Dong OK"), ("没有名字", "没有名字"), ("A林动", "A Lin Dong"),
    ])
    func writesTermsIntoTheSource(text: String, written: String) {
        #expect(TermWriter(terms).write(into: text) == written)
    }

    @Test(arguments: [
        ("Lin dong left.", "Lin Dong left."), ("He saw Lindong.", "He saw Lin Dong."),
        ("Lin-Dong's sword", "Lin Dong's sword"),
        ("Lin Dong left.", "Lin Dong left."), ("He left.", "He left."), ("Berlin Dongs", "Berlin Dongs"),
    ])
    func spellsTermsAsGiven(said: String, text: String) {
        #expect(TermWriter(terms).respell(said, source: "林动走了") == text)
    }

    @Test(arguments: [
        ("一共三千二百级", "一共3,200级"), ("一百零三年", "103年"), ("二〇二六年", "2026年"), ("三亿", "300 million"),
        ("一千五百万", "15 million"), ("第一千零一年", "第1001年"), ("十二月", "12月"), ("两万五", "25,000"),
        // Left alone:
        ("一个人", "一个人"), ("三四个", "三四个"), ("十七八岁", "十七八岁"), ("千万别去", "千万别去"), ("二两酒", "二两酒"), ("万一", "万一"),
    ])
    func writesNumeralsAsDigits(text: String, written: String) {
        #expect(NumeralWriter.write(into: text) == written)
    }

    @Test(arguments: [
        ("第一百二十章 雨夜", "Chapter 120", "雨夜"), ("第三卷 第12回：归来", "Volume 3, Chapter 12", "归来"), ("第三章", "Chapter 3", ""),
        ("序章", "Prologue", ""), ("番外 旧事", "Side Story", "旧事"),
    ])
    func numbersHeadingsByRule(heading: String, english: String, rest: String) throws {
        let found = try #require(HeadingNumber.split(heading))
        #expect(found.english == english && found.rest == rest)
    }

    @Test(arguments: ["雨夜", "第二天早上", "章鱼", "番外地"])
    func leavesOtherHeadingsAlone(heading: String) {
        #expect(HeadingNumber.split(heading) == nil)
    }

    @Test(arguments: [
        ("短句。", ["短句。"]),
        ("他来了。她走了。", ["他来了。她走了。"]),
        ("“你来了？”她站起来，把灯点亮。", ["“你来了？”", "她站起来，把灯点亮。"]),
        (
            "山风吹过空无一人的院子，他慢慢走到门前，停了很久，才伸出手轻轻敲了三下。",
            ["山风吹过空无一人的院子，他慢慢走到门前，停了很久，", "才伸出手轻轻敲了三下。"]
        ),
    ])
    func cutsAtSentencesAndLongOnesAtCommas(text: String, pieces: [String]) {
        #expect(Pieces.split(text) == pieces)
        #expect(Pieces.split(text).joined() == text)
    }

    @Test func joinsClausesIntoASentence() throws {
        let pieces = [(source: "他来了，", translation: "He came."), (source: "她走了。", translation: "She left.")]
        #expect(Pieces.join(pieces, target: english) == "He came, she left.")
        let japanese = try #require(LanguageTag("ja"))
        #expect(Pieces.join([("一。", "はい。"), ("二。", "いいえ。")], target: japanese) == "はい。いいえ。")
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] { split(separator: separator).map(String.init) }
}
