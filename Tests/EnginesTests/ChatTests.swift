import FakeEngine
import Testing
import Text

@testable import Engines

struct ChatTests {
    @Test func translatesABatchAndRecordsWhatTheEndpointCounted() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let answer = try await engine.translate(batch(terms: [Term(source: "林动", target: "Lin Dong")]))
            #expect(answer.texts.map(\.id) == [1, 2, 3, 4])
            #expect(answer.texts[0].tagged.contains("Lin Dong"))
            #expect(answer.texts[2].tagged.contains("3200"))
            #expect(!answer.texts.contains { $0.tagged.containsHan })
            #expect(answer.usage.requests == 1)
            #expect(answer.usage.inputTokens > 0 && answer.usage.outputTokens > 0)
            #expect(!answer.usage.isEstimated)
            #expect(!answer.isCut)
            let request = try #require(server.requests.first)
            #expect(request.wantsStream && request.wantsUsage)
            #expect(request.responseFormat == "json_schema")
            #expect(request.model == "fake-small")
        }
    }

    @Test(arguments: [FakeFault.noUsage, .thinking, .fenced, .notStreamed, .slowDrip])
    func readsAnUnusualButCompleteAnswer(fault: FakeFault) async throws {
        try await FakeServer.with(script: FakeServer.faulty(fault)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let answer = try await engine.translate(batch())
            #expect(answer.texts.map(\.tagged) == paragraphs.map { FakeTranslation.translate($0) })
            #expect(answer.usage.isEstimated == (fault == .noUsage))
            #expect(answer.usage.inputTokens > 0 && answer.usage.outputTokens > 0)
        }
    }

    @Test func triesAgainAfterAServerErrorWithGrowingWaits() async throws {
        let clock = TestClock()
        try await FakeServer.with(script: FakeServer.faulty(.serverError, first: 3)) { server in
            let engine = try OpenAIEngine(settings(server), timing: clock.timing())
            let answer = try await engine.translate(batch())
            #expect(answer.texts.count == 4)
            #expect(answer.usage.requests == 4)
            #expect(clock.waits == [0.5, 1, 2])
        }
    }

    @Test func givesUpAfterTheTriesThatTheSettingsAllow() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.serverError)) { server in
            let engine = try OpenAIEngine(settings(server) { $0.attempts = 3 }, timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == .busy)
            #expect(error?.usage.requests == 3)
            #expect(server.requests.count == 3)
        }
    }
}
