import FakeEngine
import Testing
import Text

@testable import Engines

/// The fake endpoint does wrong what it is told to do wrong, and the client hands it on as it came.
struct FakeTests {
    private func answers(_ fault: FakeFault) async throws -> [String] {
        try await FakeServer.with(script: FakeServer.faulty(fault)) { server in
            let engine = try OpenAIEngine(settings(server), timing: TestClock().timing())
            return try await engine.translate(tagged).texts.map(\.tagged)
        }
    }

    /// Four items, the last with a pair of codes.
    private var tagged: Batch {
        var batch = batch()
        let code = InlineCode(id: 1, role: .open, kind: .markup, data: "<b>")
        let end = InlineCode(id: 1, role: .close, kind: .markup, data: "</b>")
        batch.items[3].text = InlineText(parts: [.code(code), .text("青檀"), .code(end), .text("没有回答。")])
        return batch
    }

    private var good: [String] { tagged.items.map { FakeTranslation.translate($0.text.tagged) } }

    @Test func losesAndMovesItems() async throws {
        #expect(try await answers(.wrongCount) == Array(good.dropLast()))
        #expect(try await answers(.shifted) == Array(good.dropFirst() + good.prefix(1)))
        #expect(try await answers(.merged) == [good[0] + " " + good[1], good[2], good[3]])
    }

    @Test func saysOtherThingsThanTheTranslation() async throws {
        #expect(try await answers(.chineseLeft).allSatisfy(\.containsHan))
        #expect(try await answers(.runaway).allSatisfy { $0.count > 5000 })
        #expect(try await answers(.numbersChanged)[2].contains("4311"))
        #expect(try await answers(.tagsLost)[3] == good[3].replacing("<g1>", with: "").replacing("</g1>", with: ""))
        #expect(try await answers(.metaText).allSatisfy { $0.hasPrefix("Here is the translation: ") })
    }

    @Test(arguments: [FakeFault.refusal, .brokenJSON])
    func answersWithoutJSON(fault: FakeFault) async throws {
        let error = await #expect(throws: EngineError.self) { try await answers(fault) }
        #expect(error?.code == .badAnswer)
        #expect(error?.concernsTheBatchOnly == true)
    }

    @Test(arguments: [
        ("第三章", "3"), ("三千二百级", "3200"), ("“走！”她说。", "“"), ("<g1>她</g1>来了？", "<g1>"), ("他有{0}枚", "{0}"),
        ("2026年", "2026"),
    ])
    func keepsWhatAVerifierLooksFor(source: String, part: String) {
        let said = FakeTranslation.translate(source)
        #expect(said.contains(part))
        #expect(!said.containsHan)
        #expect(said == FakeTranslation.translate(source))
    }

    @Test func usesTheTermsOfThePrompt() {
        let terms = [("林动", "Lin Dong"), ("林", "wood")]
        #expect(FakeTranslation.translate("林动笑了。", terms: terms).hasPrefix("Lin Dong "))
    }

    @Test func keepsTheProportionOfLengths() {
        let long = FakeTranslation.translate(String(repeating: "山风吹过空无一人的院子，", count: 20))
        #expect((400...1600).contains(long.count))
    }
}
