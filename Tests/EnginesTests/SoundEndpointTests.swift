import FakeEngine
import Testing
import Text

@testable import Engines

struct SoundEndpointTests {
    private func speech(
        _ server: FakeServer,
        clock: TestClock = TestClock(),
        _ edit: (inout SpeechSettings) -> Void = { _ in }
    ) throws -> SpeechEndpoint {
        var settings = SpeechSettings(url: server.url, model: "tts-1", key: Secret("sk-hidden"), timeout: 5)
        edit(&settings)
        return try SpeechEndpoint(settings, timing: clock.timing())
    }

    private func transcription(_ server: FakeServer, clock: TestClock = TestClock()) throws -> TranscriptionEndpoint {
        let settings = TranscriptionSettings(url: server.url, model: "whisper-1", key: Secret("sk-hidden"), timeout: 5)
        return try TranscriptionEndpoint(settings, timing: clock.timing())
    }

    // MARK: Speech

    @Test func speaksATextAsTheVoiceAtTheSpeedAskedFor() async throws {
        try await FakeServer.with { server in
            let endpoint = try speech(server)
            let sound = try await endpoint.speak("You have \"no\" invitation.", voice: "nova", speed: 1.25)
            #expect(sound == FakeSound.wave(seconds: FakeSound.seconds(of: "You have \"no\" invitation.", speed: 1.25)))
            let request = try #require(server.requests.first)
            #expect(request.path == "/v1/audio/speech" && request.method == "POST")
            #expect(request.model == "tts-1" && request.voice == "nova" && request.speed == 1.25)
            #expect(request.responseFormat == "wav" && request.header("authorization") == "Bearer sk-hidden")
            #expect(endpoint.name.hasPrefix("tts-1 at 127.0.0.1"))
        }
    }

    @Test func waitsAsLongAsItIsTold() async throws {
        let clock = TestClock()
        try await FakeServer.with(script: FakeServer.faulty(.rateLimit, first: 2)) { server in
            _ = try await speech(server, clock: clock).speak("Hello.", voice: "alloy")
            #expect(server.requests.count == 3)
            #expect(clock.waits.count == 2 && clock.waits.allSatisfy { $0 >= 1 && $0 < 2 })
        }
    }

    @Test func givesUpAfterItsTries() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.serverError)) { server in
            let endpoint = try speech(server) { $0.attempts = 3 }
            let error = await #expect(throws: EngineError.self) { try await endpoint.speak("Hello.", voice: "alloy") }
            #expect(error?.code == .busy && server.requests.count == 3)
        }
    }

    @Test(arguments: [
        FakeResponse.error(401, "Incorrect API key provided: sk-hidden"), .error(403, "no"),
        .error(400, "unknown voice"),
        .error(404, "no such model"), .error(413, "too large"),
    ])
    func saysWhatIsWrongWithoutTheKey(response: FakeResponse) async throws {
        try await FakeServer.with(script: { _ in response }) { server in
            let endpoint = try speech(server)
            let error = await #expect(throws: EngineError.self) { try await endpoint.speak("Hello.", voice: "x") }
            let said = try #require(error)
            #expect(server.requests.count == 1 && !said.message.contains("sk-hidden"))
            #expect(!said.message.contains("ENGINE_KEY") && !said.message.contains("batch"))
            if response.status == 401 {
                #expect(said.code == .unauthorized && said.message.contains("CARAVAN_SPEECH_KEY"))
            }
        }
    }

    @Test(arguments: [
        ("application/json", #"{"error":{"message":"voice is asleep"}}"#, "voice is asleep"),
        (
            "audio/wav", #"  {"detail":"voice is asleep, and this is long enough to be taken for a sound file"}"#,
            "asleep"
        ),
        ("text/html", "<html>gateway</html>", "gateway"), ("audio/wav", "", "no sound"),
    ])
    func takesNoTextForASound(type: String, body: String, says: String) async throws {
        var response = FakeResponse()
        response.contentType = type
        response.raw = body
        try await FakeServer.with(script: { [response] _ in response }) { server in
            let endpoint = try speech(server)
            let error = await #expect(throws: EngineError.self) { try await endpoint.speak("Hello.", voice: "x") }
            #expect(error?.code == .badAnswer && error?.message.contains(says) == true, "\(error?.message ?? "")")
        }
    }

    @Test func refusesWhatIsTooLongInEitherDirection() async throws {
        try await FakeServer.with { server in
            let endpoint = try speech(server) { $0.mostBytes = 1000 }
            let answer = await #expect(throws: EngineError.self) { try await endpoint.speak("Hello.", voice: "x") }
            #expect(answer?.code == .badAnswer && answer?.message.contains("more than") == true)
            let before = server.requests.count
            let long = String(repeating: "a", count: SpeechEndpoint.mostCharacters + 1)
            let text = await #expect(throws: EngineError.self) { try await endpoint.speak(long, voice: "x") }
            #expect(text?.code == .rejected && server.requests.count == before)
        }
    }

    @Test func doesWithoutWhatTheEndpointDoesNotUnderstand() async throws {
        let script: FakeServer.Script = { request in
            if request.responseFormat != nil { return .error(400, "response_format: only mp3 is supported") }
            if request.speed != nil { return .error(422, "unexpected field: speed") }
            return .translation(of: request)
        }
        try await FakeServer.with(script: script) { server in
            let endpoint = try speech(server)
            _ = try await endpoint.speak("Hello.", voice: "x", speed: 1.2)
            #expect(server.requests.count == 3)
            _ = try await endpoint.speak("Again.", voice: "x", speed: 1.2)
            #expect(server.requests.count == 4)
        }
    }

    @Test func refusesAnAddressOrAKeyThatIsNone() {
        #expect(throws: EngineError.self) { try SpeechEndpoint(SpeechSettings(url: "nowhere")) }
        let error = #expect(throws: EngineError.self) {
            try TranscriptionEndpoint(TranscriptionSettings(url: "http://127.0.0.1:9", key: Secret("two words")))
        }
        #expect(error?.message.contains("CARAVAN_TRANSCRIPTION_KEY") == true)
        #expect(error?.message.contains("two words") == false)
    }

    // MARK: Transcription

    @Test func sendsTheRecordingAndGetsLinesWithTheTimesOfWords() async throws {
        try await FakeServer.with { server in
            let recording = FakeSound.wave(seconds: 0.5)
            let heard = try await transcription(server).transcribe(recording, fileName: "a\"b.flac", language: "zh")
            #expect(heard.segments.map(\.text) == ["我没有邀请函。", "保安在哪里？"])
            #expect(heard.segments.map { $0.words.map(\.text) } == [["我", "没有", "邀请函"], ["保安", "在", "哪里"]])
            #expect(heard.segments.allSatisfy { !$0.isNoise })
            let request = try #require(server.requests.first)
            #expect(request.fileBytes == recording.count && request.field("file") == "ab.flac")
            #expect(request.field("model") == "whisper-1" && request.field("language") == "zh")
            #expect(request.field("response_format") == "verbose_json")
            let asked = request.fields.filter { $0.name == "timestamp_granularities[]" }.map(\.value)
            #expect(asked == ["segment", "word"])
        }
    }

    @Test func doesWithoutWordsWhereTheyAreRefusedAndWaitsWhereItIsTold() async throws {
        let script: FakeServer.Script = { request in
            if request.number == 1 { return FakeFault.rateLimit.response(to: request) }
            let wantsWords = request.fields.contains { $0.value == "word" }
            return wantsWords ? .error(400, "timestamp_granularities is not supported") : .translation(of: request)
        }
        let clock = TestClock()
        try await FakeServer.with(script: script) { server in
            let endpoint = try transcription(server, clock: clock)
            let heard = try await endpoint.transcribe([1, 2, 3], fileName: "a.flac", language: "zh")
            #expect(heard.segments.count == 2 && heard.segments.allSatisfy { $0.words.isEmpty })
            #expect(clock.waits.count == 1 && server.requests.count == 3)
        }
    }

    @Test(arguments: [
        ("sorry", "no JSON"), (#"{"text":"我没有邀请函"}"#, "without times"), (#"{"message":"out of cake"}"#, "cake"),
        (#"{"text":"一","segments":[{"start":"x","end":1,"text":"一"}]}"#, "without times"),
    ])
    func saysWhenNoTextWithTimesCame(body: String, says: String) async throws {
        var response = FakeResponse()
        response.raw = body
        try await FakeServer.with(script: { [response] _ in response }) { server in
            let endpoint = try transcription(server)
            let error = await #expect(throws: EngineError.self) {
                try await endpoint.transcribe([1], fileName: "a.flac", language: "zh")
            }
            #expect(error?.code == .badAnswer && error?.message.contains(says) == true, "\(error?.message ?? "")")
        }
    }

    @Test func readsWhateverTimesThereAre() throws {
        func read(_ json: String) throws -> Transcription {
            let value = try #require(Array(json.utf8).withUnsafeBufferPointer { JSONReader.read($0) })
            return try #require(Transcription(value))
        }
        #expect(try read(#"{"text":"","segments":[]}"#).segments.isEmpty)
        let alone = try read(
            #"{"text":"你好","words":[{"word":"你","start":1,"end":1.2},{"word":"好","start":1.2,"end":1.5}]}"#
        )
        #expect(alone.segments.count == 1 && alone.segments.first?.end == 1.5 && alone.segments.first?.words.count == 2)
        let broken = try read(
            #"""
            {"segments":[{"start":3,"end":2,"text":"x"},{"start":5,"end":6,"text":"二"},{"start":-0.1,"end":1,"text":"一"},
            {"start":7,"end":8,"text":"谢谢","no_speech_prob":0.9,"avg_logprob":-1.5},{"start":1e300,"end":1e301,"text":"y"}]}
            """#
        )
        #expect(broken.segments.map(\.text) == ["一", "二", "谢谢"])
        #expect(broken.segments.map(\.start) == [0, 5, 7])
        #expect(broken.segments.map(\.isNoise) == [false, false, true])
    }

    @Test func sendsNoRecordingThatIsTooLong() async throws {
        try await FakeServer.with { server in
            let endpoint = try transcription(server)
            let long = [UInt8](repeating: 0, count: TranscriptionEndpoint.mostBytes + 1)
            let error = await #expect(throws: EngineError.self) {
                try await endpoint.transcribe(long, fileName: "a.flac", language: "zh")
            }
            #expect(error?.code == .rejected && server.requests.isEmpty)
        }
    }
}
