import FakeEngine
import Formats
import Foundation
import Storage
import Testing
import Text

@testable import Workflows

/// Files that are no books: strings, tables and games.
struct StringsTests {
    static let catalog = """
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"

        msgctxt "menu"
        msgid "开始"
        msgstr "Begin"

        #, c-format
        msgid "还有%d斤灯油"
        msgid_plural "还有%d斤灯油"
        msgstr[0] ""

        #, fuzzy
        msgid "雾灯很旧"
        msgstr "Fog"

        """

    @Test func keepsWhatAPersonHasTranslatedAndFillsTheRest() async throws {
        let desk = try Desk(["ui.po": Self.catalog])
        let summary = try await FakeServer.with { server in try await desk.localize(server) }
        // Two plural forms and the doubtful one; what a person wrote is not asked for.
        #expect(summary.total == 3)
        let written = try desk.read("en/novel/ui.po")
        #expect(written.contains("msgid \"开始\"\nmsgstr \"Begin\"\n"))
        #expect(written.contains("msgstr[1] \"") && !written.contains("msgstr[2]"))
        #expect(!written.contains("fuzzy"))
        let document = try desk.project().store.documents()
        #expect(document.map(\.format) == ["po"])
    }

    @Test func givesALocaleThePluralFormsThatItHas() async throws {
        let desk = try Desk(["ui.po": Self.catalog])
        let russian = try #require(LanguageTag("ru"))
        let project = try desk.project()
        try project.remember(targets: [russian])
        try Import(project, now: 1, events: { _ in }).run()
        let chapters = try project.store.progress(locale: russian)
        // one, few, many and other, the menu and the doubtful one; English has one and other, and one is translated.
        #expect(chapters.reduce(0) { $0 + $1.pending } == 6)
        #expect(try project.store.progress(locale: desk.english).reduce(0) { $0 + $1.pending } == 3)
        let units = try project.store.units(chapter: chapters[0].id, locale: desk.english)
        #expect(Set(units.compactMap(\.unit.plural)) == [.one, .other])
    }

    static let game: [String: String] = [
        "data/System.json": #"{"advanced":{"gameId":1},"gameTitle":"雾灯","currencyUnit":"文","terms":{"basic":["等级"]},"#
            + #""locale":"zh_CN","title1Name":"塔"}"#,
        "data/Items.json":
            "[\nnull,\n{\"id\":1,\"description\":\"点一夜要三斤。\",\"iconIndex\":3,\"name\":\"鲸油\",\"note\":\"<油>\"}\n]",
        "img/pictures/灯塔.png": "not really a picture",
        "js/plugins.js": "var $plugins = [{\"name\":\"对话\"}];",
    ]

    @Test func carriesAGameWhole() async throws {
        let desk = try Desk(Self.game)
        _ = try await FakeServer.with { server in try await desk.localize(server) }
        for name in ["img/pictures/灯塔.png", "js/plugins.js"] {
            #expect(try desk.read("en/novel/\(name)") == Self.game[name])
        }
        let items = try desk.read("en/novel/data/Items.json")
        #expect(!items.contains("鲸油") && items.contains("\"note\":\"<油>\"") && items.contains("\"iconIndex\":3"))
        let system = try desk.read("en/novel/data/System.json")
        #expect(!system.contains("雾灯") && system.contains("\"title1Name\":\"塔\""))
        #expect(
            try desk.project().store.documents().map(\.path).sorted() == [
                "novel/data/Items.json", "novel/data/System.json",
            ]
        )
    }

    @Test func writesAGameWhereItIsAskedTo() async throws {
        let desk = try Desk(Self.game)
        _ = try await FakeServer.with { server in try await desk.localize(server) }
        let output = "\(desk.folder)/out"
        let project = try desk.project()
        func export(_ options: Export.Options) throws -> [String] {
            try Export(
                project,
                source: .simplifiedChinese,
                target: desk.english,
                options: options,
                now: 100,
                events: { _ in }
            ).run()
        }
        let files = try export(.init(output: output))
        #expect(files.contains("\(output)/data/Items.json"))
        #expect(Files.exists("\(output)/img/pictures/灯塔.png") && !Files.exists("\(output)/novel"))
        // It is kept in mind.
        #expect(try export(.init()).contains("\(output)/data/Items.json"))
        #expect(throws: WorkflowError.self) { try export(.init(output: desk.input)) }
        #expect(
            try String(contentsOfFile: "\(desk.input)/data/Items.json", encoding: .utf8) == Self.game["data/Items.json"]
        )
    }

    @Test func leavesOutWhatBreaksAPlaceholder() throws {
        let unit = Unit(key: "a", source: InlineText(parts: [.text("还有"), .code(Self.code)]))
        let document = Document(file: "f", format: "po", units: [unit], chapters: [], skeleton: NoSkeleton())
        let broken = ["a": InlineText("left")]
        let english = try #require(LanguageTag("en"))
        let guarded = CodeGuard(source: .simplifiedChinese, target: english, isForced: false).filter(
            broken,
            of: document
        )
        #expect(guarded.texts.isEmpty && guarded.findings.map(\.code) == ["code-broken"])
        let forced = CodeGuard(source: .simplifiedChinese, target: english, isForced: true).filter(broken, of: document)
        #expect(forced.texts == broken && forced.findings.count == 1)
        let whole = ["a": InlineText(parts: [.code(Self.code), .text(" left")])]
        #expect(
            CodeGuard(source: .simplifiedChinese, target: english, isForced: false).filter(whole, of: document).findings
                .isEmpty
        )
    }

    @Test func leavesOutWordsThatAProgramWouldTakeForAPlaceholder() throws {
        let desk = try Desk(["a.json": "{\n  \"a\": \"你好{name}\",\n  \"b\": \"再见\"\n}\n"])
        let project = try desk.project()
        try Import(project, now: 1, events: { _ in }).run()
        let chapter = try #require(try project.store.progress(locale: desk.english).first)
        let units = try project.store.units(chapter: chapter.id, locale: desk.english)
        let run = try project.store.beginRun(
            RunStart(locale: desk.english, engine: "e", terms: [], estimate: Cost(), now: 1)
        )
        let results = units.map { unit in
            let text =
                unit.unit.key == "b"
                ? InlineText("Bye {x}") : InlineText(parts: [.text("Hello ")] + unit.unit.source.parts.suffix(1))
            return UnitResult(unit: unit.id, outcome: .translated(text, .engine("e")))
        }
        try project.store.save(results, exchanges: [], run: run, at: 2)
        try desk.export(project)
        #expect(try desk.read("en/novel/a.json") == "{\n  \"a\": \"Hello {name}\",\n  \"b\": \"再见\"\n}\n")
    }

    @Test func fillsTranslationFilesAndLeavesTheScriptOfAVisualNovel() async throws {
        let block = "translate english a_1:\n\n    # \"你好。\"\n    \"\"\n"
        let desk = try Desk(["game/script.rpy": "label a:\n    \"你好。\"\n", "game/tl/english/script.rpy": block])
        _ = try await FakeServer.with { server in try await desk.localize(server) }
        #expect(try desk.read("en/novel/game/script.rpy") == "label a:\n    \"你好。\"\n")
        #expect(try desk.read("en/novel/game/tl/english/script.rpy") != block)
    }

    @Test func leavesTheScriptsOfAModAlone() async throws {
        let event = "namespace = a\ncountry_event = { id = a.1 }\n"
        let desk = try Desk([
            "localisation/a_l_simp_chinese.yml": "\u{FEFF}l_simp_chinese:\n a:0 \"雾\"\n", "events/e.txt": event,
        ])
        _ = try await FakeServer.with { server in try await desk.localize(server) }
        #expect(try desk.read("en/novel/events/e.txt") == event)
    }

    private static let code = InlineCode(id: 1, role: .standalone, kind: .placeholder, data: "%d")

    private struct NoSkeleton: Skeleton {}

    @Test(arguments: [
        ("*.csv", "a/b/t.csv", true), ("*.csv", "t.csv.txt", false), ("data/*.json", "game/data/x.json", true),
        ("data/*.json", "data/a/x.json", false), ("data/**/*.json", "data/x.json", true),
        ("data/**/*.json", "g/data/a/b/x.json", true), ("t?.txt", "t1.txt", true), ("t?.txt", "t12.txt", false),
    ])
    func matchesNames(pattern: String, path: String, matches: Bool) {
        #expect(FormatRule(files: pattern).matches(path) == matches)
    }

    @Test func namesFilesAsTheGameThatLoadsThemWants() async throws {
        let name = "localisation/simp_chinese/a_l_simp_chinese.yml"
        let desk = try Desk([name: "\u{FEFF}l_simp_chinese:\n a:0 \"雾\"\n"])
        _ = try await FakeServer.with { server in try await desk.localize(server) }
        let written = try desk.read("en/novel/localisation/english/a_l_english.yml")
        #expect(written.contains("l_english:\n a:0 \"") && !written.contains("雾"))
    }

    @Test func readsATableByTheColumnsOfTheSettings() async throws {
        let settings = """
            input: [../novel]
            targets: [en]
            formats:
              - {files: "t.csv", columns: {key: id, source: 原, en: 译}}
            """
        let desk = try Desk(["t.csv": "id,原,译,价\n1,雾铃很响,,3\n2,旧海图,Old Map,0\n"], settings: settings)
        _ = try await FakeServer.with { server in try await desk.localize(server) }
        let written = try desk.read("en/novel/t.csv")
        #expect(written.hasPrefix("id,原,译,价\n1,雾铃很响,") && written.hasSuffix(",3\n2,旧海图,Old Map,0\n"))
        #expect(!written.contains("响,,3"))
    }
}
