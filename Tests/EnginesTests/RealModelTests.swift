import Foundation
import Testing
import Text

@testable import Engines

/// The embedded model itself. It takes seconds and an installed engine, so it runs on request: `CARAVAN_REAL_ENGINE=1`.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["CARAVAN_REAL_ENGINE"] != nil, "CARAVAN_REAL_ENGINE is not set")
)
struct RealModelTests {
    @Test func translatesTheSameWayInAnyOrder() async throws {
        let server = LocalServer(LocalSettings())
        let engine = try LocalEngine(EngineSettings(name: "local"), name: "model", server: server, timing: .system)
        let texts = [
            "“师兄，你为什么不告诉我？”青檀低下头。", "他把剑放在桌上，倒了一杯茶，慢慢地喝了下去。", "屋里一下子安静了。",
            "“两万五千块灵石？你怎么不去抢！”掌柜的一拍桌子，站了起来。", "第一百二十章 雨夜来客",
        ]
        let terms = [Term(source: "青檀", target: "Qing Tan")]
        var first: [String: String] = [:]
        for text in texts {
            let answer = try await engine.translate(batch([text], terms: terms))
            first[text] = answer.texts.first?.tagged
            print(text, "→", answer.texts.first?.tagged ?? "")
        }
        for text in texts.reversed() {
            let again = try await engine.translate(batch([text], terms: terms)).texts.first?.tagged
            #expect(again == first[text])
        }
        let asked = batch(Array(texts[1...2]), terms: terms)
        let others = try await engine.alternatives(asked, count: 5)
        print(others.texts.map { $0.map(\.plain) })
        #expect(others.texts.allSatisfy { !$0.isEmpty })
        #expect(try await engine.alternatives(asked, count: 5).texts == others.texts)
        // What was sampled in between changes nothing.
        for text in texts.prefix(2) {
            #expect(try await engine.translate(batch([text], terms: terms)).texts.first?.tagged == first[text])
        }
        #expect(!first.values.contains { $0.containsHan })
        #expect(first.values.contains { $0.contains("Qing Tan") })
        #expect(first.values.contains { $0.hasPrefix("Chapter 120: ") })
        await server.stop()
    }

    @Test(.enabled(if: LocalSettings().adapter != nil, "the adapter is not installed: run script/bootstrap engine"))
    func saysSomethingElseWithItsAdapter() async throws {
        let texts = ["他把剑放在桌上，倒了一杯茶，慢慢地喝了下去。", "“你当真以为，皇上不知道那盒胭脂里有什么？”"]
        var said: [[String]] = []
        for adapter in [EngineSettings.Adapter.installed, .none] {
            let server = LocalServer(LocalSettings(adapter: adapter))
            let engine = try LocalEngine(EngineSettings(name: "local"), name: "model", server: server, timing: .system)
            let answer = try await engine.translate(batch(texts))
            said.append(answer.texts.map(\.tagged))
            print(answer.texts.map(\.tagged))
            await server.stop()
        }
        #expect(said[0].count == texts.count && said[0] != said[1])
        #expect(!said.joined().contains { $0.isEmpty || $0.containsHan })
    }
}
