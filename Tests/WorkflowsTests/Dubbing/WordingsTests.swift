import Engines
import FakeEngine
import FoundationEssentials
import Testing
import Text

@testable import Workflows

struct WordingsTests {
    private let english = LanguageTag("en")

    private func wordings(_ engine: (any Engine)? = nil, terms: [Term] = [], store: String? = nil) throws -> Wordings {
        Wordings(source: .simplifiedChinese, target: try #require(english), terms: terms, engine: engine, store: store)
    }

    private func wish(_ source: String, _ text: String, _ characters: Int) -> Wordings.Wish {
        Wordings.Wish(id: "1", source: source, text: text, characters: characters)
    }

    @Test func takesTheAnswerMostLikeTheTranslationOfThoseThatAreShortEnough() throws {
        let wish = wish("我昨天晚上在医院等了你很久。", "I waited for you at the hospital for a long time last night.", 45)
        let answers = [
            "I waited for you at the hospital for such a long time last night.", "The hospital was cold.",
            "I waited long for you at the hospital.", "You waited.",
        ]
        let best = try #require(try wordings().best(of: answers, for: wish))
        #expect(best.text == "I waited long for you at the hospital.")
        #expect(best.cost > 1 && best.cost < 1.5)
    }

    @Test(arguments: [
        ("我没有邀请函。", "I do not have an invitation with me.", "I have an invitation with me."),
        ("你昨天晚上去哪里了？", "Where did you go yesterday evening?", "You went there yesterday."),
        ("你哪来的五千万？", "Where did you get the fifty million?", "Who brought that fifty million?"),
        ("五千万？你疯了！", "Fifty million? You must be mad!", "Five million? You're mad!"),
        ("他欠我三千二百块钱。", "He still owes me all of 3,200 yuan.", "He still owes me 320 yuan."),
        ("我把钥匙给了林晚。", "I have given the key to Lin Wan.", "I have given her the key."),
        ("我昨天晚上等了你。", "I waited for you last night.", "I waited for 你 last"),
        ("我昨天晚上等了你很久。", "I waited for you for long last night.", "I waited for you for"),
        ("快跑，快跑，快跑！", "You have to run, and run, and run away!", "And run and run and run and run!"),
    ])
    func takesNothingThatLosesWhatCounts(source: String, text: String, answer: String) throws {
        let terms = [Term(source: "林晚", target: "Lin Wan", kind: .person)]
        let wish = wish(source, text, text.count - 2)
        #expect(try wordings(terms: terms).best(of: [answer], for: wish) == nil)
    }

    @Test func takesDigitsForASpelledNumber() throws {
        let wish = wish("你哪来的五千万？", "Where did you get the fifty million?", 33)
        #expect(try wordings().best(of: ["Where did you get the 50 million?"], for: wish) != nil)
    }

    @Test func asksAModelThatOnlyTranslatesOnceAndKeepsWhatItSaid() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let wish = wish("我昨天晚上在医院等了你很久。", "I was waiting for you at the hospital for long last night.", 48)
        let script: FakeServer.Script = { request in
            FakeResponse(
                content: request.number == 2 ? " I waited for you at the hospital last night." : " Night, all."
            )
        }
        try await FakeServer.with(script: script) { server in
            let settings = EngineSettings(name: "fake", url: server.url, model: "m", style: .completion, attempts: 1)
            let wordings = try wordings(try OpenAIEngine(settings), store: "\(folder)/wordings.json")
            let first = try await wordings.shorter([wish], events: { _ in })
            #expect(first["1"]?.text == "I waited for you at the hospital last night.")
            let asked = server.requests.count
            #expect(asked > 4)
            #expect(try await wordings.shorter([wish], events: { _ in }) == first)
            #expect(server.requests.count == asked)
        }
    }

    @Test func asksNobodyWhereRulesAreEnough() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(EngineSettings(name: "fake", url: server.url, model: "m", attempts: 1))
            let wish = wish("好吧，我是来看你的。", "Well, I am here in order to see you.", 24)
            let found = try await wordings(engine).shorter([wish], events: { _ in })
            #expect(found["1"]?.text == "I'm here to see you.")
            #expect(try #require(found["1"]).cost <= 0.3)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func saysWhyThereAreNone() async throws {
        try await FakeServer.with(script: { _ in .error(400, "no") }) { server in
            let settings = EngineSettings(name: "fake", url: server.url, model: "m", style: .completion, attempts: 1)
            let (notes, note) = AsyncStream.makeStream(of: String.self)
            let wish = wish("我昨天晚上等了你。", "I waited for you for long last night.", 12)
            let found = try await wordings(try OpenAIEngine(settings)).shorter([wish]) { event in
                if case .note(let words) = event { note.yield(words) }
            }
            note.finish()
            var said: [String] = []
            for await words in notes { said.append(words) }
            #expect(found.isEmpty && said.contains { $0.contains("could not be had") })
        }
    }
}
