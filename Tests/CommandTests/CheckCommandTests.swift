import FakeEngine
import Foundation
import Testing

/// `caravan check` on tables, files, folders and projects.
final class CheckCommandTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-check-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    private func check(_ words: String...) async throws -> Caravan.Result {
        try await Caravan().start(["check"] + words).result()
    }

    private struct Found: Decodable {
        var id: String?
        var file: String
        var line: Int?
        var code: String
        var severity: String
        var sourceRange: [Int]?
        var targetRange: [Int]?
    }

    private func findings(_ result: Caravan.Result) throws -> [Found] {
        try result.output.split(separator: "\n").map { try JSONDecoder().decode(Found.self, from: Data($0.utf8)) }
    }

    @Test func checksATableOfPairs() async throws {
        let table = "id\tsource\ttarget\na\t林动点头。\t林动 nodded.\nb\t他走了。\tHe left.\nc\t你好，{name}！\tHello!\n"
        try write(table, to: "pairs.tsv")
        let result = try await check("--pairs", path("pairs.tsv"), "--from", "zh-Hans", "--to", "en", "--json")
        #expect(result.code == 1, "\(result.error)")
        let found = try findings(result)
        #expect(found.map(\.id) == ["a", "c"])
        #expect(found.map(\.code) == ["han-left", "inline-codes"])
        #expect(found.first?.targetRange == [0, 2])
        #expect(found.last?.sourceRange == [3, 9])
        #expect(found.first?.line == 2)
        #expect(try await check("--pairs", path("pairs.tsv"), "--to", "en", "--fail-on", "never").code == 0)
        #expect(try await check("--pairs", path("pairs.tsv")).code == 2)
        #expect(try await check("--pairs", path("pairs.tsv"), "--to", "en", "--code", "nothing").code == 2)
    }

    @Test func mendsATableInItsPlace() async throws {
        try write("source\ttarget\n他走了。\tHe  left。\n林动走了。\t林动 left.\n", to: "pairs.tsv")
        let result = try await check("--pairs", path("pairs.tsv"), "--to", "en", "--fix")
        #expect(result.code == 1)
        #expect(try read("pairs.tsv") == "source\ttarget\n他走了。\tHe left.\n林动走了。\t林动 left.\n")
    }

    @Test func comparesTwoFilesByTheirKeys() async throws {
        try write("{\"a\": \"确定\", \"b\": \"他走了。\", \"c\": \"再见\"}", to: "zh.json")
        try write("{\"c\": \"Bye\", \"b\": \"他走了。\", \"a\": \"OK\"}", to: "en.json")
        let result = try await check("--source", path("zh.json"), "--target", path("en.json"), "--to", "en", "--json")
        #expect(result.code == 1, "\(result.error)")
        #expect(Set(try findings(result).map(\.code)).contains("han-left"))
        #expect(Set(try findings(result).map(\.id)).count == 1)
    }

    @Test func comparesFoldersWhoseFilesAreNamedByLocale() async throws {
        try write("{\"a\": \"他走了。\"}", to: "src/text.zh.json")
        try write("{\"a\": \"He left，then.\"}", to: "dst/text.en.json")
        let result = try await check("--source", path("src"), "--target", path("dst"), "--to", "en", "--json")
        #expect(try findings(result).map(\.code) == ["east-asian-punctuation"], "\(result.error)")
    }

    @Test func writesSARIF() async throws {
        let head = "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
        try write(head + "msgid \"他走了。\"\nmsgstr \"他 left.\"\n", to: "a.po")
        let sarif = path("found.sarif")
        let result = try await check(path("a.po"), "--to", "en", "--sarif", sarif)
        #expect(result.code == 1, "\(result.error)")
        let data = try Data(contentsOf: URL(filePath: sarif))
        let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let runs = try #require(log["runs"] as? [[String: Any]])
        let results = try #require(runs.first?["results"] as? [[String: Any]])
        #expect(results.first?["ruleId"] as? String == "han-left")
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("\"startLine\" : 7"))
    }

    @Test func readsPairsInOtherEncodings() async throws {
        let text = "source\ttarget\tid\n他走了。\tHe left。\ta\n"
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        try Data(wide).write(to: folder.appending(path: "wide.tsv"))
        #expect(try await check("--pairs", path("wide.tsv"), "--to", "en").code == 1)
        // 他走了 in GB18030.
        let rows: [UInt8] =
            Array("source\ttarget\n".utf8) + [0xCB, 0xFB, 0xD7, 0xDF, 0xC1, 0xCB, 0xA1, 0xA3] + Array("\tHe left".utf8)
            + [0xA1, 0xA3, 0x0A]
        try Data(rows).write(to: folder.appending(path: "gb.tsv"))
        #expect(try await check("--pairs", path("gb.tsv"), "--to", "en", "--encoding", "GB18030").code == 1)
    }

    @Test func refusesATableWithoutTabs() async throws {
        try write("source,target\n他走了。,He left.\n", to: "pairs.csv")
        #expect(try await check("--pairs", path("pairs.csv"), "--to", "en").code == 2)
    }

    @Test func asksWhoAcknowledgesAndWhy() async throws {
        try write("source\ttarget\tid\n林动走了。\t林动 left.\ta\n", to: "pairs.tsv")
        let (table, list) = (path("pairs.tsv"), path("list.json"))
        for rest in [
            ["--acknowledge", "", "--by", "Ann"], ["--acknowledge", "a quote"],
            ["--acknowledge", "a quote", "--by", " "],
        ] {
            let words = ["--pairs", table, "--to", "en", "--acknowledged", list, "--unit", "a"] + rest
            #expect(try await Caravan().start(["check"] + words).result().code == 2)
        }
    }

    @Test func findsWhatIsMissingInAHalfTranslatedFile() async throws {
        try write(#"{"a":"他走了。","c":"好","d":"天黑。"}"#, to: "zh.json")
        try write(#"{"a":"He left.","x":"More"}"#, to: "en.json")
        let said = try await check("--source", path("zh.json"), "--target", path("en.json"), "--to", "en", "--json")
        #expect(said.output.contains("\"empty\"") && said.output.contains("unit-unknown"))
        #expect(!said.output.contains("unit-count"))
    }

    @Test func leavesPluralFormsApart() async throws {
        let po = """
            msgid ""
            msgstr ""
            "Language: ru\\n"
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

            msgid "%d 个文件在这里等你"
            msgid_plural "%d 个文件在这里等你"
            msgstr[0] "%d файл ждёт тебя здесь"
            msgstr[1] "%d файла ждут тебя здесь"
            msgstr[2] "%d файлов ждут тебя здесь"
            """
        try write(po + "\n", to: "ru.po")
        let said = try await check(path("ru.po"), "--from", "zh-Hans", "--to", "ru", "--json")
        #expect(!said.output.contains("inconsistent"))
    }

    @Test func silencesWhatIsAcknowledgedUntilItChanges() async throws {
        try write("source\ttarget\tid\n林动走了。\t林动 left.\ta\n", to: "pairs.tsv")
        let list = path("seen.json")
        let table = path("pairs.tsv")
        let said = try await check(
            "--pairs",
            table,
            "--to",
            "en",
            "--acknowledged",
            list,
            "--acknowledge",
            "a quote",
            "--by",
            "Ann",
            "--unit",
            "a"
        )
        #expect(said.code == 0, "\(said.error)")
        #expect(try read("seen.json").contains("Ann"))
        #expect(try await check("--pairs", table, "--to", "en", "--acknowledged", list).code == 0)
        try write("source\ttarget\tid\n林动走了。\t林动 went away.\ta\n", to: "pairs.tsv")
        #expect(try await check("--pairs", table, "--to", "en", "--acknowledged", list).code == 1)
    }

    @Test func showsOnlyWhatIsNew() async throws {
        try write("source\ttarget\n林动走了。\t林动 left.\n", to: "pairs.tsv")
        let (table, list) = (path("pairs.tsv"), path("old.txt"))
        #expect(try await check("--pairs", table, "--to", "en", "--write-baseline", list).code == 1)
        #expect(try await check("--pairs", table, "--to", "en", "--baseline", list).code == 0)
    }

    @Test func checksAndMendsAProject() async throws {
        try await FakeServer.with { server in
            let caravan = Caravan(environment: ["CARAVAN_ENGINE_URL": server.url, "CARAVAN_ENGINE_MODEL": "fake"])
            try write("第1章 夜雨\n　　林动走了三天。\n　　天黑了。\n", to: "novel.txt")
            #expect(try await caravan.run("localize", path("novel.txt"), "--to", "en").code == 0)
            let result = try await check(path("novel.txt"), "--json", "--fail-on", "never")
            #expect(result.code == 0, "\(result.error)")
            #expect(try findings(result).allSatisfy { !$0.code.isEmpty })
            #expect(try await check("--project", path("novel.txt"), "--fix", "--fail-on", "never").code == 0)
        }
    }

    @Test func listsAllChecks() async throws {
        let result = try await check("--list")
        #expect(result.code == 0)
        #expect(result.output.contains("han-left") && result.output.contains("subtitle-text"))
        #expect(try await check("--list", "--markdown").output.hasPrefix("# Checks\n"))
    }
}
