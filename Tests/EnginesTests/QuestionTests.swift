import Engines
import FakeEngine
import Testing

struct QuestionTests {
    private let question = JSONQuestion(
        name: "terms",
        system: "Say what it is.",
        user: "Forms: 林动、青云宗",
        schema: #"{"type":"object","properties":{},"required":[],"additionalProperties":false}"#,
        answerTokens: 60
    )

    private func engine(_ server: FakeServer, style: EngineSettings.Style = .chat, schema: Bool? = nil) throws
        -> OpenAIEngine
    {
        try OpenAIEngine(
            EngineSettings(name: "fake", url: server.url, model: "fake", style: style, schema: schema, attempts: 1)
        )
    }

    @Test func answersInTheFormAskedFor() async throws {
        try await FakeServer.with { server in
            let reply = try await engine(server).answer(question)
            #expect(reply.value["terms"]?.array.compactMap { $0["source"]?.string } == ["林动", "青云宗"])
            #expect(!reply.isCut)
            #expect(reply.usage.requests == 1)
            #expect(server.requests.first?.body.contains(question.schema) == true)
        }
    }

    @Test func tellsTheSchemaWhereNoneIsEnforced() async throws {
        try await FakeServer.with { server in
            _ = try await engine(server, schema: false).answer(question)
            #expect(server.requests.first?.responseFormat == "json_object")
            #expect(server.requests.first?.system.contains(question.schema) == true)
        }
    }

    @Test func readsJSONAmongWords() async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: "<think>{a}</think>Sure: {\"terms\":[1]} Done.")
        }) {
            server in
            let reply = try await engine(server).answer(question)
            #expect(reply.value["terms"]?.array.count == 1)
        }
    }

    @Test func refusesAnAnswerWithoutJSON() async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: "No.") }) { server in
            let error = await #expect(throws: EngineError.self) { try await engine(server).answer(question) }
            #expect(error?.code == .badAnswer)
            #expect(error?.usage.requests == 1)
        }
    }

    @Test func asksNoQuestionsOfACompletionModel() async throws {
        try await FakeServer.with { server in
            let engine = try engine(server, style: .completion)
            #expect(!engine.answersQuestions)
            let error = await #expect(throws: EngineError.self) { try await engine.answer(question) }
            #expect(error?.code == .badSettings)
            #expect(server.requests.isEmpty)
        }
    }
}
