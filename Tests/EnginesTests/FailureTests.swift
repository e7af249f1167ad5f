import FakeEngine
import Testing
import Text

@testable import Engines

/// What can go wrong between the client and an endpoint.
struct FailureTests {
    @Test func waitsAsLongAsTheEndpointAsks() async throws {
        let clock = TestClock()
        let script: FakeServer.Script = { request in
            switch request.number {
            case 1: .error(429, "slow down", headers: ["Retry-After": "7"])
            case 2: .error(429, "slow down", headers: ["retry-after-ms": "2500", "Retry-After": "60"])
            case 3: .error(503, "busy", headers: ["Retry-After": "Sun, 06 Nov 1994 08:49:47 GMT"])
            default: .translation(of: request)
            }
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: clock.timing(random: 0))
            let answer = try await engine.translate(batch())
            #expect(answer.usage.requests == 4)
            #expect(clock.waits == [7, 2.5, 10])
        }
    }

    @Test func stopsWhenTheEndpointAsksToWaitForAnHour() async throws {
        let script: FakeServer.Script = { _ in .error(429, "come back later", headers: ["Retry-After": "3600"]) }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == .busy)
            #expect(error?.message.contains("3600 s") == true)
            #expect(server.requests.count == 1)
        }
    }

    @Test func triesAgainWhenAStreamIsCut() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.cutStream, first: 2)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let answer = try await engine.translate(batch())
            #expect(answer.texts.count == 4)
            #expect(server.requests.count == 3)
        }
    }

    @Test func triesAgainWhenAStreamEndsWithoutAWordInTheMiddle() async throws {
        let script: FakeServer.Script = { request in
            var response = FakeResponse.translation(of: request)
            response.sendsDone = false
            response.finish = nil
            if request.number == 1 { response.content = response.content.map { String($0.dropLast(9)) } }
            return response
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let answer = try await engine.translate(batch())
            #expect(answer.texts.count == 4)
            #expect(server.requests.count == 2)
        }
    }

    @Test func keepsTheWholeItemsOfAnAnswerThatReachedTheTokenLimit() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.cutAnswer)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let answer = try await engine.translate(batch())
            #expect(answer.isCut)
            #expect(!answer.texts.isEmpty && answer.texts.count < 4)
            #expect(answer.texts[0].tagged == FakeTranslation.translate(paragraphs[0]))
        }
    }

    @Test func stopsAModelThatRunsAway() async throws {
        let script: FakeServer.Script = { request in
            .answers([("1", String(repeating: "and then he said ", count: 20_000))], to: request)
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let answer = try await engine.translate(batch(["林动点头。"]))
            #expect(answer.isCut)
            #expect(answer.usage.outputTokens < 100_000)
        }
    }

    @Test func asksWithoutASchemaOnceTheEndpointHasRefusedIt() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.noSchema)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            #expect(engine.limits.units == 16)
            _ = try await engine.translate(batch())
            _ = try await engine.translate(batch())
            #expect(server.requests.map(\.responseFormat) == ["json_schema", "json_object", "json_object"])
            #expect(engine.limits.units == 8)
        }
    }

    @Test func asksForNoFormatOnceTheEndpointHasRefusedAll() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.noFormat)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            _ = try await engine.translate(batch())
            _ = try await engine.translate(batch())
            #expect(server.requests.map(\.responseFormat) == ["json_schema", "json_object", nil, nil])
        }
    }

    @Test(arguments: [
        ("Unsupported value: 'temperature' does not support 0.3", "\"temperature\""),
        ("stream_options is not supported", "\"stream_options\""),
        ("streaming is not supported for this model", "\"stream\""),
    ])
    func leavesOutWhatTheEndpointDoesNotKnow(words: String, member: String) async throws {
        let script: FakeServer.Script = { request in
            request.body.contains(member) ? .error(400, words) : .translation(of: request)
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            _ = try await engine.translate(batch())
            _ = try await engine.translate(batch())
            #expect(server.requests.map { $0.body.contains(member) } == [true, false, false])
        }
    }

    @Test(arguments: [
        (400, EngineError.Code.rejected), (401, .unauthorized), (402, .unauthorized), (403, .unauthorized),
        (404, .rejected), (413, .rejected), (422, .rejected), (302, .badSettings),
    ])
    func givesUpAtOnceWhereAskingAgainWouldNotHelp(status: Int, code: EngineError.Code) async throws {
        try await FakeServer.with(script: { _ in .error(status, "No.\u{1B}[31m\nReally") }) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == code)
            #expect(server.requests.count == 1)
            let message = try #require(error?.message)
            #expect(
                message.contains("127.0.0.1") && message.contains("\(status)") && message.contains("No. [31m Really")
            )
        }
    }

    @Test func saysThatTheQuotaIsUsedUpWithoutWaitingForIt() async throws {
        try await FakeServer.with(script: { _ in .error(429, "You exceeded your current quota") }) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == .busy)
            #expect(server.requests.count == 1)
        }
    }

    @Test func tellsAContentFilterFromABadRequest() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.filtered)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == .filtered)
        }
    }

    @Test func saysThatAnAnswerIsNoAnswerAndWhatItCost() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.brokenJSON)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == .badAnswer)
            #expect(error?.usage.requests == 1)
            #expect(try #require(error).usage.inputTokens > 0)
        }
    }

    @Test func givesUpOnAnEndpointThatSendsNothing() async throws {
        let script: FakeServer.Script = { _ in
            var response = FakeResponse()
            response.delivery = .silence
            return response
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(
                settings(server) {
                    $0.timeout = 0.05
                    $0.attempts = 2
                },
                timing: TestClock().timing()
            )
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            #expect(error?.code == .timeout)
            #expect(error?.usage.requests == 2)
        }
    }

    @Test func endsWhenItIsCancelled() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let script: FakeServer.Script = { _ in
            ask.yield()
            var response = FakeResponse()
            response.delivery = .silence
            return response
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            let task = Task { try await engine.translate(batch()) }
            for await _ in asked { break }
            task.cancel()
            let error = await #expect(throws: EngineError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            #expect(engine.gate.open == 0)
        }
    }

    @Test func saysWhatToDoWhenNobodyListens() async throws {
        let server = try await FakeServer.start()
        let settings = settings(server) { $0.attempts = 2 }
        try await server.stop()
        let engine = try OpenAIEngine(settings, timing: TestClock().timing())
        let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("127.0.0.1:") == true)
    }

    @Test func slowsDownWhenItIsToldTo() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.rateLimit, first: 4)) { server in
            let engine = try OpenAIEngine(settings(server) { $0.parallel = 16 }, timing: TestClock().timing())
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await engine.translate(batch()).texts.count } }
                for try await count in group { #expect(count == 4) }
            }
            #expect(engine.gate.limit < 16)
            #expect(server.requests.count == 12)
        }
    }

    @Test func neverHasMoreRequestsOpenThanSet() async throws {
        try await FakeServer.with(latency: 0.002) { server in
            let engine = try OpenAIEngine(settings(server) { $0.parallel = 3 }, timing: TestClock().timing())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await engine.translate(batch()) } }
                try await group.waitForAll()
            }
            #expect((1...3).contains(server.maxInFlight))
        }
    }

    @Test func neverShowsTheKey() async throws {
        let key = "sk-very-secret-0123456789"
        let script: FakeServer.Script = { request in
            .error(401, "Incorrect key provided: \(request.header("authorization") ?? "") for \(key)")
        }
        try await FakeServer.with(script: script) { server in
            let settings = settings(server) { $0.key = Secret(key) }
            let engine = try OpenAIEngine(settings, timing: TestClock().timing())
            let error = await #expect(throws: EngineError.self) { try await engine.translate(batch()) }
            let request = try #require(server.requests.first)
            #expect(request.header("authorization") == "Bearer " + key)
            #expect(!request.body.contains(key))
            var dumped = ""
            dump(engine, to: &dumped)
            dump(error, to: &dumped)
            dump(settings, to: &dumped)
            let shown = "\(settings) \(String(reflecting: settings)) \(engine.name) \(error?.message ?? "") " + dumped
            #expect(!shown.contains(key) && shown.contains("•••"))
        }
        let broken = EngineSettings(name: "x", url: "http://127.0.0.1:1", key: Secret("two words\n"))
        let error = #expect(throws: EngineError.self) { try OpenAIEngine(broken) }
        #expect(error?.code == .badSettings && error?.message.contains("words") == false)
    }

    @Test func listsModels() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            #expect(try await engine.models() == ["fake-small", "fake-large"])
        }
    }

    /// llama.cpp does this after each stream.
    @Test func asksAgainAtOnceWhenTheConnectionWasLetGoInSilence() async throws {
        let clock = TestClock()
        let script: FakeServer.Script = { request in
            var response = FakeResponse.translation(of: request)
            response.closesAfterwards = true
            return response
        }
        try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(settings(server), timing: clock.timing())
            for _ in 0..<12 { _ = try await engine.translate(batch()) }
            // On a busy machine a connection may also close in the middle, which is another fault and does wait.
            #expect(clock.waits.count < 4)
        }
    }
}
