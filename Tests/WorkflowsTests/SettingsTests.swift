import Engines
import Formats
import Testing
import Text

@testable import Workflows

struct SettingsTests {
    private func read(_ yaml: String) throws -> Settings { try Settings.read(yaml, file: "caravan.yaml") }

    @Test func readsBackWhatItWrites() throws {
        var settings = Settings()
        settings.source = .traditionalChinese
        settings.targets = [try #require(LanguageTag("en")), try #require(LanguageTag("no"))]
        settings.inputs = ["../书 \"一\": #1.txt"]
        settings.terms = ["../a.csv", "../-b.csv"]
        #expect(try read(settings.yaml()) == settings)
    }

    @Test func readsAnEngineWithAllItsSettings() throws {
        let yaml = """
            engine: deep
            fallback: local
            keep: flagged
            encoding: utf-8
            engines:
              deep: {url: "http://x/v1", model: m, key_env: DEEP, style: chat, schema: false, parallel: 3, timeout: 5, attempts: 2,
                     requests_per_minute: 7, tokens_per_minute: 9, temperature: 0, batch: {units: 4, tokens: 100},
                     prices: {input: 1, output: 2, cached_input: 0.5, currency: CNY}}
            """
        let settings = try read(yaml)
        let engine = try #require(settings.engines["deep"])
        #expect(
            engine.url == "http://x/v1" && engine.model == "m" && engine.keyVariable == "DEEP" && engine.schema == false
        )
        #expect(engine.parallel == 3 && engine.timeout == 5 && engine.attempts == 2 && engine.temperature == 0)
        #expect(
            engine.requestsPerMinute == 7 && engine.tokensPerMinute == 9 && engine.batchUnits == 4
                && engine.batchTokens == 100
        )
        #expect(engine.prices == EngineSettings.Prices(input: 1, output: 2, cachedInput: 0.5, currency: "CNY"))
        #expect(settings.keep == .flagged && settings.encoding == .utf8 && settings.fallback == "local")
    }

    @Test func readsTheEndpointsThatSpeakAndHear() throws {
        let settings = try read(
            """
            speech: {url: "http://x/v1", model: tts, key_env: VOICE_KEY, voices: [alloy, nova], parallel: 3}
            transcription: {url: "http://y/v1", model: whisper-1, key_env: EAR_KEY}
            """
        )
        let speech = try #require(settings.speech)
        #expect(speech.url == "http://x/v1" && speech.model == "tts" && speech.keyVariable == "VOICE_KEY")
        #expect(speech.voices == ["alloy", "nova"] && speech.parallel == 3)
        #expect(settings.transcription?.url == "http://y/v1" && settings.transcription?.keyVariable == "EAR_KEY")
        let environment = ["VOICE_KEY": "k", "CARAVAN_SPEECH_MODEL": "better", "CARAVAN_SPEECH_VOICES": "a, b,"]
        let endpoints = try SoundEndpoints(settings, environment: environment)
        #expect(endpoints.speech?.settings.key == Secret("k") && endpoints.speech?.settings.model == "better")
        #expect(endpoints.speech?.settings.voices == ["a", "b"] && endpoints.transcription?.settings.key == nil)
    }

    @Test func takesEndpointsFromTheEnvironmentAlone() throws {
        let environment = [
            "CARAVAN_SPEECH_URL": "http://x:1", "CARAVAN_SPEECH_KEY": "k", "CARAVAN_TRANSCRIPTION_URL": "http://y:1",
            "CARAVAN_TRANSCRIPTION_MODEL": "ear", "CARAVAN_TRANSCRIPTION_KEY": "e",
        ]
        let endpoints = try SoundEndpoints(Settings(), environment: environment)
        #expect(endpoints.speech?.settings.key == Secret("k") && endpoints.speech?.settings.voices == ["alloy"])
        #expect(
            endpoints.transcription?.settings.model == "ear" && endpoints.transcription?.settings.key == Secret("e")
        )
        let none = try SoundEndpoints(Settings(), environment: ["CARAVAN_SPEECH_URL": ""])
        #expect(none.speech == nil && none.transcription == nil)
        #expect(throws: EngineError.self) {
            try SoundEndpoints(Settings(), environment: ["CARAVAN_SPEECH_URL": "nowhere"])
        }
    }

    @Test(arguments: [
        ("speech: {url: x, voices: []}", "at least one voice"), ("speech: {model: m}", "needs a `url:`"),
        ("source: zh\nspeech:\n  url: x\n  voice: alloy", "line 4"),
        ("speech: {url: x, key: sk-1}", "CARAVAN_SPEECH_KEY"),
        ("transcription: {url: x, key: sk-1}", "CARAVAN_TRANSCRIPTION_KEY"), ("transcription: whisper", "name: value"),
        ("speech: {url: x, parallel: 0}", "from 1 to 1024"), ("speech: {url: \"http://u:p@h/v1\"}", "password"),
        ("enginee: local", "line 1"), ("engine: nobody", "nobody"), ("targets: [english]", "english"),
        ("keep: maybe", "strict"),
        ("engines:\n  a: {url: x, key: sk-1}", "does not belong in a file"),
        ("engines:\n  a: {model: m}", "needs a `url:`"),
        ("engines:\n  a:\n    url: x\n    parallel: many", "line 4"), ("targets: [en", "YAML"), ("- a", "name: value"),
        ("input_encoding: klingon", "klingon"), ("engines:\n  a: {url: x, key_env: sk-abc}", "never the key itself"),
        ("engines:\n  a: {url: \"http://u:p@host/v1\"}", "password"),
    ])
    func saysWhatIsWrongAndWhere(yaml: String, says: String) {
        let error = #expect(throws: WorkflowError.self) { try read(yaml) }
        #expect(
            error?.message.contains(says) == true && error?.message.contains("caravan.yaml") == true,
            "\(error?.message ?? "")"
        )
    }

    @Test func takesAnEmptyFileForTheDefaults() throws {
        #expect(try read("") == Settings())
        #expect(try read("# nothing\n") == Settings())
    }
}

struct EngineChoiceTests {
    @Test func takesTheEndpointOfTheEnvironmentBeforeTheSettings() throws {
        let environment = ["CARAVAN_ENGINE_URL": "http://x/v1", "CARAVAN_ENGINE_MODEL": "m", "CARAVAN_ENGINE_KEY": "k"]
        let choice = try EngineChoice(Settings(), name: nil, environment: environment)
        #expect(choice.engine.url == "http://x/v1" && choice.engine.model == "m" && choice.engine.key?.value == "k")
        #expect("\(choice)".contains("•••") && !"\(choice.engine.key.debugDescription)".contains("k)"))
    }

    @Test func takesWhatTheCommandLineNamesBeforeAll() throws {
        let choice = try EngineChoice(Settings(), name: "local", environment: ["CARAVAN_ENGINE_URL": "http://x/v1"])
        #expect(choice.engine.url == nil && choice.engine.style == .completion)
    }

    @Test func saysWhichEnginesThereAre() {
        let error = #expect(throws: WorkflowError.self) {
            try EngineChoice(Settings(), name: "nobody", environment: [:])
        }
        #expect(error?.message.contains("local") == true)
    }

    @Test func leavesTheFallbackOutWhenItIsTheEngineItself() throws {
        let choice = try EngineChoice(Settings(), name: "local", fallback: "local", environment: [:])
        #expect(choice.fallback == nil)
    }
}

struct NaturalOrderTests {
    @Test func sortsNamesAsAPersonDoes() {
        let names = ["第十章.txt", "2.txt", "第二章.txt", "10.txt", "第一百零三章.txt", "1.txt", "番外.txt", "第十一章.txt"]
        #expect(
            names.sorted(by: NaturalOrder.precedes) == [
                "1.txt", "2.txt", "10.txt", "番外.txt", "第二章.txt", "第十章.txt", "第十一章.txt", "第一百零三章.txt",
            ]
        )
    }
}
