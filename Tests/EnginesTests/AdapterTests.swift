import FakeEngine
import Foundation
import Testing
import Text

@testable import Engines

/// A small model with an adapter that was trained on the form in which it is asked.
struct AdapterTests {
    private func trained(_ server: FakeServer) throws -> OpenAIEngine {
        try OpenAIEngine(
            settings(server, style: .completion),
            isLlama: true,
            hasAdapter: true,
            timing: TestClock().timing()
        )
    }

    private func placeholder(_ id: Int, _ data: String) -> InlineText.Part {
        .code(InlineCode(id: id, role: .standalone, kind: .placeholder, data: data))
    }

    private func restored(_ parts: [InlineText.Part], _ translation: String) -> String {
        InlineText(parts: CodePlacement(parts, writesPlaceholders: true).restore(translation, target: english)).literal
    }

    @Test func isAskedWithoutExamplesAfterThePiecesBefore() async throws {
        let said = [
            "Lin Dong nodded, walked slowly to the window and watched the rain, thinking of something that nobody knew.",
            "After a long time he turned to the one at the door and said, \"I have climbed all 3,200 steps.\"",
        ]
        let script: FakeServer.Script = { FakeResponse(content: " " + said[$0.number == 1 ? 0 : 1]) }
        try await FakeServer.with(script: script) { server in
            let first = "林动点了点头，慢慢走到窗前，看着外面的大雨出神，心里想着的却是另外一件事情，谁也不知道。"
            let second = "过了很久很久，他才转过身来，对站在门口的人说了一句没头没脑的话：“三千二百级石阶，我走完了。”"
            let terms = [Term(source: "林动", target: "Lin Dong")]
            _ = try await trained(server).translate(batch([first + second], terms: terms))
            let asked = [
                "Chinese: Lin Dong点了点头，慢慢走到窗前，看着外面的大雨出神，心里想着的却是另外一件事情，谁也不知道。\nEnglish:",
                "Chinese: 过了很久很久，他才转过身来，对站在门口的人说了一句没头没脑的话：\"3,200级石阶，我走完了。\"\nEnglish:",
            ]
            #expect(server.requests.map(\.prompt) == [asked[0], asked[0] + " \(said[0])\n" + asked[1]])
            #expect(server.requests.allSatisfy { $0.body.contains("\"cache_prompt\":false") })
            #expect(!server.requests.contains { $0.body.contains("lora") })
        }
    }

    @Test func isAskedAgainWhenItSaysThePieceBeforeOnceMore() async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: " Lin Dong left.") }) { server in
            let pieces = "山风吹过空无一人的院子，他慢慢走到门前，停了很久，才伸出手轻轻敲了三下，又退了一步。"
            _ = try await trained(server).translate(batch([pieces + "屋里没有人应声，" + pieces]))
            #expect(server.requests.map { $0.body.contains("\"temperature\":0.3") }.contains(true))
        }
    }

    @Test func beginsSentencesOfSpeechWithCapitals() async throws {
        let said = "he wept. \"gone!\" he said. \"so be it.\""
        try await FakeServer.with(script: { _ in FakeResponse(content: " " + said) }) { server in
            let answer = try await trained(server).translate(batch(["他哭了。“没了！”他说，“好吧。”"]))
            #expect(answer.texts.map(\.tagged) == ["He wept. \"Gone!\" he said. \"So be it.\""])
        }
    }

    @Test func asksForAWholeSentenceThatABaseModelIsAskedForInParts() {
        let text = "山风吹过空无一人的院子，他慢慢走到门前，停了很久，才伸出手轻轻敲了三下。"
        #expect(Pieces.split(text, form: .trained) == [text])
        #expect(Pieces.split(text, form: .examples).count == 2)
        #expect(Pieces.split("“你来了？”她站起来。", form: .trained) == ["“你来了？”她站起来。"])
    }

    @Test(arguments: [
        ("“走吧！”他说。", "He said, \"Let's go!\"", "He said, \"Let's go!\""), ("“走吧！”", "Let's go!", "\"Let's go!\""),
        ("“走吧！”他说。", "\"Let's go! He said.", "\"Let's go! He said."), ("她走了。", "She left.\"", "She left."),
    ])
    func mayBeginWithWhoSpeaks(source: String, said: String, text: String) async throws {
        try await FakeServer.with(script: { _ in FakeResponse(content: " " + said) }) { server in
            let answer = try await trained(server).translate(batch([source]))
            #expect(answer.texts.map(\.tagged) == [text])
        }
    }

    @Test func isPutAsideForALanguageThatItDoesNotKnow() async throws {
        let french = try #require(LanguageTag("fr"))
        try await FakeServer.with(script: { _ in FakeResponse(content: " Il partit.") }) { server in
            _ = try await trained(server).translate(batch(["他走了。"], target: french))
            let request = try #require(server.requests.last)
            #expect(request.body.contains("\"lora\":[{\"id\":0,\"scale\":0}]"))
            #expect(request.prompt == CompletionPrompt.prompt("他走了。", chinese, french))
        }
    }

    @Test func showsPlaceholdersAndPutsThemWhereTheModelSays() async throws {
        let text = InlineText(parts: [
            placeholder(1, "%s"), .text("对"), placeholder(2, "%d"), .text("名敌人造成"), placeholder(3, "%d"),
            .text("点伤害"),
        ])
        try await FakeServer.with(script: { _ in FakeResponse(content: " Deals {2} damage to {2} enemies of {1}.") }) {
            server in
            var batch = batch(["x"])
            batch.items[0].text = text
            let answer = try await trained(server).translate(batch)
            #expect(server.requests.last?.prompt == "Chinese: {1}对{2}名敌人造成{2}点伤害\nEnglish:")
            #expect(answer.texts.map(\.tagged) == ["Deals <x2/> damage to <x3/> enemies of <x1/>."])
        }
    }

    @Test func leavesAPlaceholderInItsPlaceWhenTheModelDropsOrRepeatsIt() {
        let parts = [.text("还剩"), placeholder(1, "{0}"), .text("次机会")]
        #expect(restored(parts, "{1} chances left") == "{0} chances left")
        #expect(restored(parts, "Chances are left") == "Chances {0} are left")
        #expect(restored(parts, "{1} of {1} chances") == "of {0} chances")
        #expect(restored(parts, "{2} chances left") == "chances {0} left")
        #expect(restored([placeholder(1, "{0}"), .text("年")], "Years") == "{0}Years")
        #expect(restored([.text("等级"), placeholder(1, "{0}")], "Level") == "Level{0}")
    }

    @Test func placesMarkupBesideWrittenPlaceholders() {
        let open = InlineText.Part.code(InlineCode(id: 1, role: .open, kind: .markup, data: "<b>"))
        let close = InlineText.Part.code(InlineCode(id: 1, role: .close, kind: .markup, data: "</b>"))
        let parts = [.text("获得"), open, .text("灵石"), close, .text("共"), placeholder(2, "%d"), .text("块")]
        #expect(restored(parts, "You get {1} spirit stones.") == "You get %d <b>spirit</b> stones.")
    }

    @Test func takesNoBracesOfTheTextForPlaceholders() {
        let parts = [.text("写作{1}的"), placeholder(1, "%d"), .text("号")]
        #expect(CodePlacement(parts, writesPlaceholders: true).text == "写作{1}的号")
    }

    @Test func liesInTheProjectUnderItsNameWithItsChecksum() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let name = "\(LocalSettings.adapterName).gguf"
        let file = try Data(contentsOf: root.appending(path: "Resources/\(name)"))
        #expect(file.starts(with: Data("GGUF".utf8)))
        #expect(file.count <= 16 * 1024 * 1024)
        #expect(file.prefix(4096).firstRange(of: Data("adapter.lora.alpha".utf8)) != nil)
        let checksum = try String(contentsOf: root.appending(path: "Resources/\(name).sha256"), encoding: .utf8)
        #expect(checksum.split(separator: " ").first?.count == 64 && checksum.hasSuffix("  \(name)\n"))
    }

    @Test func comesFromSetUpUnlessSettingsSayOtherwise() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = ["XDG_DATA_HOME": folder.path]
        #expect(LocalSettings(environment: environment).adapter == nil)
        #expect(LocalSettings(environment: environment).lacksAdapter)
        let models = folder.appending(path: "caravan/models")
        try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
        let place = models.appending(path: "\(LocalSettings.adapterName).gguf")
        try Data("x".utf8).write(to: place)
        let installed = LocalSettings(environment: environment)
        #expect(installed.adapter == place.path && !installed.lacksAdapter)
        #expect(installed.modelName == "gemma-3-270m+\(LocalSettings.adapterName)")
        let without = LocalSettings(adapter: .none, environment: environment)
        #expect(without.adapter == nil && !without.lacksAdapter && without.modelName == "gemma-3-270m")
        #expect(LocalSettings(adapter: .file("/a/b.gguf"), environment: environment).adapter == "/a/b.gguf")
        let other = LocalSettings(modelFile: "/m/x.gguf", environment: environment)
        #expect(other.adapter == nil && !other.lacksAdapter)
        let variable = { LocalSettings(environment: environment.merging(["CARAVAN_MODEL_ADAPTER": $0]) { $1 }).adapter }
        #expect(variable("none") == nil)
        #expect(variable("/c.gguf") == "/c.gguf")
        #expect(EngineSettings.Adapter("installed") == .installed)
    }
}
