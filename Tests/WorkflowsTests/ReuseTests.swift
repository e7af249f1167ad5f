import Engines
import FakeEngine
import Storage
import Testing
import Text
import Workflows

/// What is translated already is not asked again.
struct ReuseTests {
    private static func chapter(_ lines: [String]) -> String {
        "第1章 夜雨\n" + lines.map { "　　\($0)\n" }.joined()
    }

    private static func translations(_ desk: Desk) throws -> [String: Translation] {
        var found: [String: Translation] = [:]
        try desk.project().store.forEachUnit(locale: desk.english) { found[$0.source.plain] = $0.translation }
        return found
    }

    @Test func asksForARepeatedLineOnce() async throws {
        let lines = ["陈远推开了门。", "雨还在下着。", "陈远推开了门。", "灯火忽明忽暗。", "陈远推开了门。"]
        let desk = try Desk(["001.txt": Self.chapter(lines)])
        try await FakeServer.with { server in
            let summary = try await desk.localize(server)
            #expect(summary.translated == summary.total && summary.reused == 2)
            let asked = server.requests.flatMap { $0.items.map(\.text) }
            #expect(asked.count { $0.contains("陈远推开了门") } == 1)
        }
    }

    @Test func carriesAMovedLineOver() async throws {
        let desk = try Desk(["001.txt": Self.chapter(["陈远推开了门。", "雨还在下着。"])])
        try await FakeServer.with { server in
            try await desk.localize(server)
            let before = server.requests.count
            try desk.remove("novel/001.txt")
            try desk.write(Self.chapter(["灯火忽明忽暗，谁也没有说话。", "陈远推开了门。", "雨还在下着。"]), to: "novel/007.txt")
            let summary = try await desk.localize(server)
            #expect(summary.reused == 3 && server.requests.count - before == 1)
            #expect(server.requests.last?.items.count == 1)
        }
    }

    @Test func repairsWhatDiffersOnlyInANumber() async throws {
        let desk = try Desk(["001.txt": Self.chapter(["他数到第205天，雨还没有停。"])])
        let script: FakeServer.Script = { request in
            .answers(
                request.items.map {
                    ($0.id, $0.text.contains("205") ? "He counted to day 205, and it still rained." : "Chapter 1: Rain")
                },
                to: request
            )
        }
        try await FakeServer.with(script: script) { server in
            try await desk.localize(server)
            try desk.write(Self.chapter(["他数到第999天，雨还没有停。"]), to: "novel/001.txt")
            let summary = try await desk.localize(server)
            #expect(summary.reused == 1 && server.requests.count == 1)
        }
        let found = try #require(try Self.translations(desk)["他数到第999天，雨还没有停。"])
        #expect(found.text.plain == "He counted to day 999, and it still rained.")
        guard case .memory(let rate) = found.origin else {
            Issue.record("the origin is \(found.origin)")
            return
        }
        #expect((75..<100).contains(rate))
        let key = try desk.project().store.records(
            unit: try #require(try Self.key(desk, of: "他数到第999天，雨还没有停。")),
            locale: desk.english
        )
        #expect(key.first?.log?.offers?.first?.repair == "205 → 999")
    }

    private static func key(_ desk: Desk, of source: String) throws -> String? {
        var key: String?
        try desk.project().store.forEachUnit(locale: desk.english) { if $0.source.plain == source { key = $0.key } }
        return key
    }

    @Test func offersTheOldTranslationOfAChangedLine() async throws {
        let desk = try Desk(["001.txt": Self.chapter(["陈远推开了那扇吱呀作响的旧木门。"])])
        try await FakeServer.with { server in
            try await desk.localize(server)
            try desk.write(Self.chapter(["陈远推开了那扇吱呀作响的旧铁门。"]), to: "novel/001.txt")
            try await desk.localize(server)
            let last = try #require(server.requests.last)
            #expect(last.items.count == 1 && last.prompt.contains("陈远推开了那扇吱呀作响的旧木门。 -> "))
        }
        let key = try #require(try Self.key(desk, of: "陈远推开了那扇吱呀作响的旧铁门。"))
        let offer = try desk.project().store.records(unit: key, locale: desk.english).first?.log?.offers?.first
        #expect(offer?.source == "陈远推开了那扇吱呀作响的旧木门。" && offer?.rate == 93)
    }

    @Test func takesNothingWhereThePolicyOnlyOffers() async throws {
        let desk = try Desk(["001.txt": Self.chapter(["陈远推开了门。", "雨还在下着。", "陈远推开了门。"])])
        try desk.set("memory: offer")
        try await FakeServer.with { server in
            let summary = try await desk.localize(server)
            #expect(summary.reused == 0)
            #expect(server.requests.flatMap { $0.items }.count { $0.text.contains("陈远推开了门") } == 2)
        }
    }

    @Test func sharesAMemoryBetweenProjects() async throws {
        let lines = ["陈远推开了那扇旧门。", "雨还在下着。", "他数到第205天，雨还没有停。"]
        let first = try Desk(["001.txt": Self.chapter(lines)])
        let memory = "\(first.folder)/series.memory"
        try first.set("memory: [{path: ../series.memory, penalty: 0}]")
        let second = try Desk(["a.txt": Self.chapter(lines + ["灯火忽明忽暗，谁也没有说话。"])])
        try second.set("memory: [{path: \"\(memory)\", read_only: true}]")
        try await FakeServer.with { server in
            try await first.localize(server)
            let summary = try await second.localize(server)
            #expect(summary.reused == 4 && summary.total == 5)
            #expect(server.requests.last?.items.count == 1)
        }
        let kept = try MemoryFolder(reading: memory)
        #expect(kept.count == 4)
        let other = try Desk(["a.txt": Self.chapter(["陈远推开了那扇旧门。"])])
        try other.set("memory: [{path: \"\(memory)\", penalty: 3, read_only: true}]")
        try await FakeServer.with { server in
            // The heading stands in the same place; with the penalty neither is taken.
            let summary = try await other.localize(server)
            #expect(summary.reused == 0)
            #expect(server.requests.first?.prompt.contains("陈远推开了那扇旧门。 -> ") == true)
        }
    }

    @Test(arguments: [
        ("memory: off", MemoryPolicy.Use.off, 0), ("memory: [a.tmx, {path: b.memory, penalty: 2}]", .reuse, 2),
        ("memory: {use: offer, minimum: human, threshold: 80, paths: [{path: x.memory, read_only: true}]}", .offer, 1),
    ])
    func readsThePolicy(yaml: String, use: MemoryPolicy.Use, count: Int) throws {
        let policy = try Settings.read(yaml + "\n", file: "caravan.yaml").memory
        #expect(policy.use == use && policy.shared.count == count)
    }

    @Test(arguments: ["memory: never", "memory: {threshold: 20}", "memory: [{penalty: 1}]", "memory: {pats: []}"])
    func refusesAPolicyThatIsNone(yaml: String) {
        #expect(throws: WorkflowError.self) { try Settings.read(yaml + "\n", file: "caravan.yaml") }
    }
}
