import Engines
import FakeEngine
import Memory
import Storage
import Synchronization
import Testing
import Text
import Workflows

/// Mining over a project, with an engine that is a fake. No dictionaries: they may not be installed.
struct MineTermsTests {
    private static let book = [
        "001.txt": """
        第一章 山门
        　　林动走到山门前，抬头看了看。
        　　“你是谁？”守门的弟子问。
        　　“我叫林动。”林动说，“来青云宗拜师。”
        　　林动笑了笑，苏婉却没有笑。
        　　苏婉说：“青云宗不收闲人。”
        """,
        "002.txt": """
        第二章 考核
        　　林动点了点头，苏婉转过身去。
        　　苏婉问：“林动，你会什么？”
        　　林动说：“我会扫地。”
        　　青云宗的钟响了三声。
        """,
        "003.txt": """
        第三章 夜雨
        　　苏婉看着林动，叹了口气。
        　　“林动，你走吧。”苏婉说。
        """,
    ]

    private func mine(
        _ server: FakeServer?,
        style: EngineSettings.Style = .chat,
        options: MineTerms.Options = MineTerms.Options(dictionaries: Dictionaries(folder: "nowhere"))
    ) async throws -> (terms: [MinedTerm], notes: [String]) {
        let desk = try Desk(Self.book)
        let project = try desk.project()
        try Import(project, now: 1) { _ in }.run()
        let notes = Mutex<[String]>([])
        let engine = try server.map { server in
            var settings = EngineSettings(name: "fake", url: server.url, model: "fake", parallel: 2, attempts: 1)
            settings.style = style
            return try OpenAIEngine(settings)
        }
        let terms = try await MineTerms(
            project,
            source: .simplifiedChinese,
            target: desk.english,
            engine: engine,
            options: options
        ) { event in
            if case .note(let text) = event { notes.withLock { $0.append(text) } }
        }.run()
        return (terms, notes.withLock { $0 })
    }

    @Test func proposesTermsWithoutAnEngineAndSaysWhatIsMissing() async throws {
        let (terms, notes) = try await mine(nil)
        let person = try #require(terms.first { $0.name == "林动" })
        #expect(person.concept.kind == .person)
        #expect(person.concept.status == .proposed)
        #expect(person.firstChapter == 1)
        #expect(!person.examples.isEmpty)
        #expect(notes.contains { $0.contains("dictionary") })
        #expect(notes.contains { $0.contains("pinyin") })
    }

    @Test func takesWhatMostPassagesSay() async throws {
        let script: FakeServer.Script = { request in
            FakeResponse.terms(
                request.forms.map { form in
                    switch form {
                    case "林动":
                        request.prompt.contains("守门的弟子")
                            ? (form, "item", "female", "Moving Forest") : (form, "person", "male", "Lin Dong")
                    case "青云宗": (form, "organization", "unknown", "Azure Cloud Sect")
                    default: (form, "person", "female", "Su Wan")
                    }
                }
            )
        }
        try await FakeServer.with(script: script) { server in
            let (terms, _) = try await mine(server)
            let person = try #require(terms.first { $0.name == "林动" })
            #expect(person.concept.targets["en"]?.preferred == "Lin Dong")
            #expect(person.concept.genders == [Concept.GenderSpan(.male)])
            #expect(person.concept.note == "as the fake has it")
            #expect(person.concept.decidedBy?.hasPrefix("fake at 127.0.0.1") == true)
            #expect(server.requests.allSatisfy { $0.responseFormat == "json_schema" })
        }
    }

    @Test func keepsWhatStatisticsFoundWhenTheEngineFails() async throws {
        try await FakeServer.with(script: { _ in .error(401, "no key") }) { server in
            let (terms, notes) = try await mine(server)
            #expect(terms.contains { $0.name == "林动" })
            #expect(notes.contains { $0.contains("statistics") })
        }
    }

    @Test func leavesOutPassagesThatAreAnsweredBadly() async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: "I would rather not.") }) { server in
            let (terms, notes) = try await mine(server)
            #expect(terms.contains { $0.name == "林动" })
            #expect(notes.contains { $0.contains("not answered") })
        }
    }

    @Test func asksNothingOfAnEngineThatOnlyTranslates() async throws {
        try await FakeServer.with { server in
            let (terms, notes) = try await mine(server, style: .completion)
            #expect(!terms.isEmpty)
            #expect(server.requests.isEmpty)
            #expect(notes.contains { $0.contains("only translates") })
        }
    }

    @Test func leavesOutWhatIsKnown() async throws {
        let known = Concept(forms: [Concept.SourceForm("林动")], kind: .person)
        let options = MineTerms.Options(known: [known], dictionaries: Dictionaries(folder: "nowhere"))
        let (terms, _) = try await mine(nil, options: options)
        #expect(!terms.contains { $0.concept.forms.contains { $0.text == "林动" } })
        #expect(terms.contains { $0.name == "苏婉" })
    }
}
