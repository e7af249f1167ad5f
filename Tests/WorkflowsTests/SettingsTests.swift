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

    @Test(arguments: [
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
