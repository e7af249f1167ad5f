import FakeEngine
import Foundation
import Synchronization
import Testing
import Text

final class CommandTests {
    private let folder: URL
    private let caravan: Caravan

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "novel"), withIntermediateDirectories: true)
        caravan = Caravan()
        for number in 1...3 {
            try Self.chapter(number).write(
                to: folder.appending(path: "novel/\(number).txt"),
                atomically: true,
                encoding: .utf8
            )
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var novel: String { folder.appending(path: "novel").path }

    private static func chapter(_ number: Int) -> String {
        "第\(number)章 夜雨\n" + (1...30).map { "　　雨下了\(number * 100 + $0)天，他还在路上走。\n" }.joined()
    }

    private func using(_ server: FakeServer) -> Caravan {
        Caravan(environment: [
            "CARAVAN_ENGINE_URL": server.url, "CARAVAN_ENGINE_MODEL": "fake", "CARAVAN_ENGINE_KEY": "sk-secret",
        ])
    }

    private func edition() throws -> [String] {
        try (1...3).map {
            try String(contentsOf: folder.appending(path: "novel.caravan/en/novel/\($0).txt"), encoding: .utf8)
        }
    }

    @Test func localizesAndSaysSo() async throws {
        try await FakeServer.with { server in
            let result = try await using(server).run("localize", novel, "--to", "en")
            #expect(result.code == 0, "\(result.error)")
            #expect(result.error.contains("100 %"))
            let status = try await using(server).run("status", novel)
            #expect(status.code == 0 && status.output.contains("93 of 93 units"))
        }
        #expect(try edition().allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    /// Requests above the limit are held open, so that the run cannot end before it is killed.
    private static func holding(above limit: @escaping @Sendable () -> Int) -> FakeServer.Script {
        { request in
            var response = FakeResponse.translation(of: request)
            if request.number > limit() { response.latency = 600 }
            return response
        }
    }

    @Test func givesTheSameEditionHoweverOftenItIsKilled() async throws {
        let limit = Mutex(0)
        try await FakeServer.with(script: Self.holding { limit.withLock { $0 } }) { server in
            for _ in 0..<4 {
                let next = server.requests.count + 2
                limit.withLock { $0 = next - 1 }
                let running = try using(server).start(["localize", novel, "--to", "en", "--parallel", "2"])
                try await running.waitForRequests(next, to: server)
                running.kill()
                #expect(await running.result().code == 128 + SIGKILL)
            }
            limit.withLock { $0 = .max }
            let result = try await using(server).run("localize", novel, "--to", "en", "--parallel", "2")
            #expect(result.code == 0, "\(result.error)")
        }
        let resumed = try edition()
        try FileManager.default.removeItem(at: folder.appending(path: "novel.caravan"))
        try await FakeServer.with { server in
            let result = try await using(server).run("localize", novel, "--to", "en", "--parallel", "2")
            #expect(result.code == 0)
        }
        #expect(try edition() == resumed)
    }

    @Test func stopsCleanlyOnControlC() async throws {
        try await FakeServer.with(script: Self.holding { 1 }) { server in
            let running = try using(server).start(["localize", novel, "--to", "en", "--parallel", "1"])
            try await running.waitForRequests(2, to: server)
            running.interrupt()
            let result = await running.result()
            #expect(result.code == 130)
            #expect(result.error.contains("run the same command to go on"))
            let status = try await using(server).run("status", novel)
            #expect(status.code == 1 && status.output.contains("16 of 93 units") && status.output.contains("stopped"))
        }
    }

    @Test func saysHowManyUnitsAreLeftAndExitsWithOne() async throws {
        try await FakeServer.with(script: FakeServer.faulty(.refusal)) { server in
            let result = try await using(server).run("localize", novel, "--to", "en")
            #expect(result.code == 1 && result.error.contains("93 unit(s) are left untranslated"))
        }
    }

    @Test func showsWhatWasDoneForAUnit() async throws {
        try "src,dst,kind,gender\n雨,Rain,person,female\n".write(
            to: folder.appending(path: "novel.terms.csv"),
            atomically: true,
            encoding: .utf8
        )
        try await FakeServer.with { server in
            let run = try await using(server).run("localize", novel, "--to", "en")
            // 夜雨 of the headings counts or not, as the dictionaries are installed or not.
            #expect(run.error.contains("en: every name kept: 9") && run.error.contains(" uses of 1 term."))
            let report = folder.appending(path: "novel.caravan/en/report.json")
            #expect(try String(contentsOf: report, encoding: .utf8).contains("\"kept\" : 9"))
            let none = try await using(server).run("status", novel, "--unit", "c9/00000000")
            #expect(none.code == 2 && none.error.contains("There is no unit"))
            let key = "c1/" + StableHash("雨下了102天，他还在路上走。").hex.prefix(8)
            let shown = try await using(server).run("status", novel, "--unit", key)
            #expect(shown.code == 0 && shown.output.contains("present: Rain (female; named in this paragraph)"))
            #expect(shown.output.contains("terms: 雨 → Rain") && shown.output.contains("requests: 1"))
            let json = try await using(server).run("status", novel, "--json", "--unit", key)
            let record = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            )
            #expect(record["key"] as? String == key && record["state"] as? String == "translated")
        }
    }

    @Test func printsJSONLinesForPrograms() async throws {
        try await FakeServer.with { server in
            let result = try await using(server).run("localize", novel, "--to", "en", "--json")
            let lines = try result.output.split(separator: "\n").map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
            let events = lines.compactMap { $0["event"] as? String }
            #expect(events.first == "reading" && events.last == "finished" && events.contains("progress"))
            #expect(lines.last?["left"] as? Int == 0)
        }
    }

    @Test func estimatesWithoutAskingAnyone() async throws {
        try await FakeServer.with { server in
            let result = try await using(server).run("localize", novel, "--to", "en", "--estimate")
            #expect(result.code == 0 && result.output.contains("93 units") && server.requests.isEmpty)
        }
    }

    @Test func keepsTheKeyOutOfEveryFileAndLine() async throws {
        try await FakeServer.with(script: { _ in .error(401, "Incorrect API key provided: sk-secret") }) { server in
            let result = try await using(server).run("localize", novel, "--to", "en")
            #expect(result.code == 1 && !result.error.contains("sk-secret") && !result.output.contains("sk-secret"))
        }
        let state = folder.appending(path: "novel.caravan").path
        for name in try FileManager.default.subpathsOfDirectory(atPath: state) {
            let data = FileManager.default.contents(atPath: "\(state)/\(name)") ?? Data()
            #expect(data.range(of: Data("sk-secret".utf8)) == nil, "\(name) holds the key")
        }
    }

    @Test(arguments: [
        ["localize"], ["localize", "/nowhere/book.txt", "--to", "en"], ["localize", ".", "--to", "english"],
        ["frobnicate"],
        ["status", "/nowhere"], ["engines", "test", "nobody"],
    ])
    func exitsWithTwoOnWrongUse(arguments: [String]) async throws {
        let result = try await caravan.start(arguments).result()
        #expect(result.code == 2 && !result.error.isEmpty, "\(result)")
    }

    @Test func exitsWithThreeWhenTheEmbeddedEngineIsNotInstalled() async throws {
        let empty = Caravan(environment: ["XDG_DATA_HOME": folder.appending(path: "data").path])
        let result = try await empty.run("engines", "test", "local")
        #expect(result.code == 3 && result.error.contains("script/bootstrap"))
    }

    @Test(arguments: ["localize", "status", "export", "engines", "init"])
    func helpsWithAnExample(command: String) async throws {
        let result = try await caravan.run("help", command)
        #expect(result.code == 0 && result.output.contains("caravan \(command)") && result.output.contains("xample"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completesInTheShell(shell: String) async throws {
        let result = try await caravan.run("--generate-completion-script", shell)
        #expect(result.code == 0 && result.output.contains("localize"))
    }

    @Test func refusesASecondRunOnTheSameProject() async throws {
        try await FakeServer.with(script: Self.holding { 0 }) { server in
            let first = try using(server).start(["localize", novel, "--to", "en", "--parallel", "1"])
            try await first.waitForRequests(1, to: server)
            let second = try await using(server).run("localize", novel, "--to", "en")
            #expect(second.code == 1 && second.error.contains("Another run"))
            first.kill()
            _ = await first.result()
        }
    }
}
