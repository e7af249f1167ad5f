import Foundation
import Testing

final class MemoryCommandTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-memory-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let units = [
            unit("他拔出了<bpt i=\"1\">&lt;b&gt;</bpt>剑<ept i=\"1\">&lt;/b&gt;</ept>。", "He drew his sword."),
            unit("他的灵根碎了。", "His spirit root shattered."), "<tu><tuv xml:lang=\"zh-CN\"><seg>坏</tuv></tu>",
            unit("The red gate opened.", "红门开了。"),
        ]
        let head =
            "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"*all*\"><note>kept</note></header><body>\n"
        try write(head + units.joined(separator: "\n") + "\n</body></tmx>", to: "a.tmx")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func unit(_ source: String, _ target: String) -> String {
        let isChinese = source.unicodeScalars.contains { $0.value > 0x4E00 }
        let (from, to) = isChinese ? ("zh-CN", "en") : ("en", "zh-CN")
        return "<tu srclang=\"\(from)\"><tuv xml:lang=\"\(from)\"><seg>\(source)</seg></tuv>"
            + "<tuv xml:lang=\"\(to)\"><seg>\(target)</seg></tuv></tu>"
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    private func memory(_ words: String...) async throws -> Caravan.Result {
        try await Caravan().start(["memory"] + words).result()
    }

    private struct Answer: Decodable {
        struct Match: Decodable {
            var rate: Double
            var words: Double?
            var source: String
            var target: String
            var difference: [Step]
            var memory: String
        }
        struct Step: Decodable, Equatable {
            var op: String
            var query: [Int]
            var source: [Int]
        }
        var query: String
        var matches: [Match]
    }

    private struct Counts: Decodable {
        var added: Int?
        var unchanged: Int?
        var entries: Int
        var skipped: Int?
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> [Value] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    @Test func looksUpInFilesAndFolders() async throws {
        let imported = try await memory("import", path("a.tmx"), "--into", path("a.memory"), "--json")
        #expect(imported.code == 0, "\(imported.error)")
        let counts = try #require(try decode(Counts.self, imported.output).first)
        #expect(counts.added == 3 && counts.entries == 3 && counts.skipped == 1)
        let again = try await memory("import", path("a.tmx"), "--into", path("a.memory"), "--json")
        #expect(try decode(Counts.self, again.output).first?.unchanged == 3)
        for name in ["a.tmx", "a.memory"] {
            let result = try await memory(
                "lookup",
                "--memory",
                path(name),
                "--json",
                "--threshold",
                "80",
                "他拔出了<i>刀</i>。"
            )
            #expect(result.code == 0, "\(result.error)")
            let match = try #require(try decode(Answer.self, result.output).first?.matches.first)
            #expect(match.rate == 100 * 7.0 / 8 && match.source == "他拔出了<b>剑</b>。" && match.memory == path(name))
            let replaced = Answer.Step(op: "replace", query: [7, 8], source: [7, 8])
            #expect(match.difference.contains(replaced))
            let none = try await memory(
                "lookup",
                "--memory",
                path(name),
                "--json",
                "--threshold",
                "88",
                "他拔出了<i>刀</i>。"
            )
            #expect(try decode(Answer.self, none.output).first?.matches.isEmpty == true)
        }
        let latin = try await memory("lookup", "--memory", path("a.memory"), "--json", "The red gates opened.")
        #expect(try decode(Answer.self, latin.output).first?.matches.first?.words == 75)
    }

    @Test func searchesSourcesAndTargets() async throws {
        let found = try await memory("search", "灵根", "SPIRIT", "--memory", path("a.tmx"))
        #expect(found.code == 0 && found.output.contains("他的«灵根»碎了。") && found.output.contains("His «spirit» root"))
        let none = try await memory("search", "灵根", "sword", "--memory", path("a.tmx"))
        #expect(none.code == 0 && none.output.isEmpty)
    }

    @Test(arguments: ["tmx", "jsonl", "xlf"]) func exportsWhatCanBeImported(ending: String) async throws {
        #expect(try await memory("import", path("a.tmx"), "--into", path("a.memory")).code == 0)
        let written = try await memory("export", path("a.memory"), "--to", path("b.\(ending)"), "--source", "zh")
        #expect(written.code == 0, "\(written.error)")
        let back = try await memory("import", path("b.\(ending)"), "--into", path("b.memory"), "--json")
        #expect(try decode(Counts.self, back.output).first?.entries == 2, "\(back.error)")
        let text = try String(contentsOfFile: path("b.\(ending)"), encoding: .utf8)
        #expect(ending != "tmx" || text.contains("<note>kept</note>"))
    }

    @Test func keepsTheHeaderFromFileToFile() async throws {
        #expect(try await memory("export", path("a.tmx"), "--to", path("c.tmx")).code == 0)
        #expect(try String(contentsOfFile: path("c.tmx"), encoding: .utf8).contains("<note>kept</note>"))
    }

    @Test func readsTablesWithAndWithoutLocales() async throws {
        try write("原文,译文\n灵根,spirit root\n", to: "a.csv")
        try write("zh,English\n灵根,spirit root\n", to: "b.csv")
        for name in ["a.csv", "b.csv"] {
            let result = try await memory("lookup", "--memory", path(name), "--json", "灵根")
            #expect(
                try decode(Answer.self, result.output).first?.matches.map(\.target) == ["spirit root"],
                "\(result.error)"
            )
        }
    }

    @Test func saysWhatIsWrong() async throws {
        #expect(try await memory("lookup", "--memory", path("none.tmx"), "x").code == 2)
        #expect(try await memory("lookup", "x").code == 2)
        #expect(try await memory("lookup", "--memory", path("a.tmx")).code == 2)
        #expect(try await memory("lookup", "--memory", path("a.tmx"), "--threshold", "101", "x").code == 2)
        #expect(try await memory("import", path("a.tmx"), "--into", path("b.tmx")).code == 2)
        #expect(try await memory("export", path("a.tmx"), "--to", path("b.xyz")).code == 2)
        #expect(try await memory("import", path("none.tmx"), "--into", path("n.memory")).code == 2)
        #expect(!FileManager.default.fileExists(atPath: path("n.memory")))
    }
}
