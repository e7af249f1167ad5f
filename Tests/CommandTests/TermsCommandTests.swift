import FakeEngine
import Foundation
import Testing

final class TermsCommandTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-terms-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "novel"), withIntermediateDirectories: true)
        let text = "第1章 夜雨\n" + (1...9).map { "　　林动走了\($0)天，青檀没有来。\n" }.joined()
        try write(text, to: "novel/1.txt")
        try write("src,dst,kind,gender\n林动,Lin Tung,person,male\n", to: "novel.terms.csv")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    private func terms(_ words: String...) async throws -> Caravan.Result {
        try await Caravan().start(["terms"] + words).result()
    }

    private struct Hit: Decodable {
        var line: Int
        var start: Int
        var end: Int
        var form: String
        var target: String
        var kept: Bool
    }

    @Test func findsTermsWithoutAProject() async throws {
        try write("天黑了\n她看见林动，林动没动\n", to: "text.txt")
        let result = try await terms("find", "--terms", path("novel.terms.csv"), "--json", path("text.txt"), "林动！")
        #expect(result.code == 0, "\(result.error)")
        let hits = try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Hit.self, from: Data($0.utf8))
        }
        #expect(hits.map(\.line) == [2, 2, 1] && hits.map(\.start) == [3, 6, 0] && hits.map(\.end) == [5, 8, 2])
        #expect(hits.allSatisfy { $0.form == "林动" && $0.target == "Lin Tung" && $0.kept })
        let none = try await terms("find", "--terms", path("novel.terms.csv"), "天黑了")
        #expect(none.code == 0 && none.output.isEmpty)
        #expect(try await terms("find", "--terms", path("missing.csv"), "x").code == 2)
    }

    @Test func changesATermAfterConsentAndTakesItBack() async throws {
        try await FakeServer.with { server in
            let caravan = Caravan(environment: ["CARAVAN_ENGINE_URL": server.url, "CARAVAN_ENGINE_MODEL": "fake"])
            let novel = path("novel")
            #expect(try await caravan.run("localize", novel, "--to", "en").code == 0)
            let before = try read("novel.caravan/en/novel/1.txt")
            #expect(before.contains("Lin Tung"))
            #expect(try await terms("set", "不在", "X", "--project", novel).code == 2)
            #expect(try await terms("set", "林动", "", "--project", novel).code == 2)
            #expect(try await terms("add", "", "X", "--project", novel).code == 2)
            let shown = try await terms("set", "林动", "Lin Dong", "--project", novel)
            #expect(shown.code == 0, "\(shown.error)")
            #expect(shown.output.contains("[-Lin Tung-]{+Lin Dong+}") && shown.error.contains("Nothing was changed"))
            #expect(try await terms("check", "--project", novel).code == 0)
            let done = try await terms("set", "林动", "Lin Dong", "--project", novel, "--yes", "--json")
            #expect(done.code == 0 && done.output.contains("\"event\":\"applied\""), "\(done.error)")
            let requests = server.requests.count
            let again = try await caravan.run("localize", novel, "--to", "en")
            #expect(again.code == 0 && again.error.contains("every name kept: 9 of 9"), "\(again.error)")
            #expect(server.requests.count == requests, "All could be changed in place")
            #expect(try read("novel.caravan/en/novel/1.txt") == before.replacing("Lin Tung", with: "Lin Dong"))
            #expect(try await terms("check", "--project", novel).code == 0)
            let undone = try await terms("undo", "--project", novel)
            #expect(undone.code == 0 && undone.output.contains("9 unit(s)"))
            #expect(try await caravan.run("export", novel).code == 0)
            #expect(try read("novel.caravan/en/novel/1.txt") == before)
            #expect(try await terms("undo", "--project", novel).code == 1)
        }
    }

    @Test func addsListsExportsAndImports() async throws {
        let novel = path("novel")
        #expect(try await Caravan().run("init", novel, "--to", "en").code == 0)
        let added = try await terms(
            "add",
            "青檀",
            "Qing Tan",
            "--kind",
            "person",
            "--gender",
            "female",
            "--project",
            novel
        )
        #expect(added.code == 0, "\(added.error)")
        #expect(try await terms("add", "青檀", "Qingtan", "--project", novel).code == 2)
        let list = try await terms("list", "--project", novel)
        #expect(list.output.contains("青檀\tQing Tan\tperson\tfemale\tapproved"))
        #expect(list.output.contains("林动\tLin Tung"))
        #expect(try await terms("export", path("out.tbx"), "--project", novel).code == 0)
        #expect(try read("out.tbx").contains("<term>Qing Tan</term>"))
        #expect(try !read("out.tbx").contains("xml:lang=\"und\""))
        let piped = try await terms("export", "-", "--format", "ainiee-json", "--project", novel)
        #expect(piped.output.contains("\"dst\": \"Qing Tan\""))
        #expect(try await terms("export", path("out.what"), "--project", novel).code == 2)
        let imported = try await terms("import", path("out.tbx"), "--project", novel)
        #expect(imported.code == 0 && imported.output.contains("1 added"), "\(imported.error)")
        try write("src,dst\n林动,Lin Dong\n", to: "other.csv")
        let conflicts = try await terms("conflicts", "--terms", path("novel.terms.csv"), "--terms", path("other.csv"))
        #expect(conflicts.code == 0 && conflicts.output.contains("two-targets"))
        #expect(try await terms("conflicts", "--project", novel, "--json").code == 0)
    }

    @Test func tellsThatAnEditedListLeavesOldTranslations() async throws {
        try await FakeServer.with { server in
            let caravan = Caravan(environment: ["CARAVAN_ENGINE_URL": server.url, "CARAVAN_ENGINE_MODEL": "fake"])
            #expect(try await caravan.run("localize", path("novel"), "--to", "en").code == 0)
            try write("src,dst,kind,gender\n林动,Lin Dong,person,male\n", to: "novel.terms.csv")
            let again = try await caravan.run("localize", path("novel"), "--to", "en")
            #expect(again.code == 0 && again.error.contains("9 unit(s)") && again.error.contains("terms check"))
            let check = try await terms("check", "--project", path("novel"))
            #expect(check.code == 1 && check.output.contains("林动\tLin Dong\t0 of 9"))
        }
    }

    @Test func namesTheProjectThatIsMissing() async throws {
        let result = try await terms("list", "--project", path("novel"))
        #expect(result.code == 2 && result.error.contains("caravan init"))
    }
}
