import FakeEngine
import Testing
import Text

@testable import Engines

struct AlternativeTests {
    private func engine(_ server: FakeServer, hasAdapter: Bool) throws -> OpenAIEngine {
        try OpenAIEngine(
            settings(server, style: .completion),
            isLlama: true,
            hasAdapter: hasAdapter,
            timing: TestClock().timing()
        )
    }

    @Test func samplesWithFixedSeedsAndKeepsEachAnswerOnce() async throws {
        let said = [" Lin Dong left.", " Lin Dong went away.", " Lin Dong left.", " Lin Dong is gone."]
        try await FakeServer.with(script: { FakeResponse(content: said[($0.number - 1) % 4]) }) { server in
            let asked = batch(["林动走了。"], terms: [Term(source: "林动", target: "Lin Dong")])
            let engine = try engine(server, hasAdapter: true)
            let found = try await engine.alternatives(asked, count: 4)
            #expect(
                found.texts.map { $0.map(\.plain) } == [["Lin Dong left.", "Lin Dong went away.", "Lin Dong is gone."]]
            )
            #expect(found.usage.requests == 4)
            for (number, request) in server.requests.enumerated() {
                #expect(request.body.contains("\"seed\":\(number + 1),"))
                #expect(request.body.contains("\"temperature\":0.8") && request.body.contains("\"top_p\":0.95"))
                #expect(request.body.contains("\"cache_prompt\":false"))
            }
            #expect(server.requests.allSatisfy { $0.prompt.hasSuffix("Chinese: Lin Dong走了。\nEnglish:") })
        }
    }

    @Test func leavesOutAnswersThatLoseANameOrAreNone() async throws {
        let said = [" He left.", "", " Lin Dong走了。", " Lin Dong left."]
        try await FakeServer.with(script: { FakeResponse(content: said[($0.number - 1) % 4]) }) { server in
            let asked = batch(["林动走了。"], terms: [Term(source: "林动", target: "Lin Dong")])
            let found = try await engine(server, hasAdapter: true).alternatives(asked, count: 4)
            #expect(found.texts.map { $0.map(\.plain) } == [["Lin Dong left."]])
        }
    }

    /// What is asked in between leaves llama.cpp's cache as it is found before every greedy answer.
    @Test func bringsTheCacheBackBeforeEachSampleOfABaseModel() async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: " He left.") }) { server in
            let engine = try engine(server, hasAdapter: false)
            _ = try await engine.alternatives(batch(["他走了。"]), count: 2)
            _ = try await engine.translate(batch(["他走了。"]))
            let resets = server.requests.map { $0.body.contains("\"max_tokens\":0") }
            #expect(resets == [true, true, false, true, false, true, false])
            #expect(server.requests.last?.body.contains("\"temperature\":0.0") == true)
            #expect(server.requests.last?.body.contains("\"seed\":1") == true)
        }
    }

    @Test func isNotAskedOfAChatModel() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server))
            #expect(!engine.givesAlternatives)
            await #expect(throws: EngineError.self) { try await engine.alternatives(batch(["他走了。"]), count: 2) }
            #expect(server.requests.isEmpty)
        }
    }
}
