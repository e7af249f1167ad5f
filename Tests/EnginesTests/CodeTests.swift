import FakeEngine
import Testing
import Text

@testable import Engines

/// Inline codes around a model that never sees them.
struct CodeTests {
    private func code(_ id: Int, _ role: InlineCode.Role, _ kind: InlineCode.Kind = .markup) -> InlineText.Part {
        .code(InlineCode(id: id, role: role, kind: kind, data: "<\(id)\(role)>"))
    }

    private func restored(_ parts: [InlineText.Part], _ translation: String, _ target: LanguageTag = english) -> String
    {
        InlineText(parts: CodePlacement(parts).restore(translation, target: target)).tagged
    }

    @Test func keepsCodesAtTheEnds() {
        let parts = [code(1, .open), .text("他走了。"), code(1, .close), code(2, .standalone, .anchor)]
        #expect(CodePlacement(parts).text == "他走了。")
        #expect(restored(parts, "He left.") == "<g1>He left.</g1><x2/>")
    }

    @Test func putsInnerCodesAtWordBoundariesInProportion() {
        let parts = [.text("他把"), code(1, .open), .text("那把剑"), code(1, .close), .text("放下了。")]
        #expect(restored(parts, "He put that sword down.") == "He <g1>put that</g1> sword down.")
    }

    @Test func keepsAWordInsideAPair() {
        let parts = [.text("他慢慢地走到了门前停下"), code(1, .open), .text("了"), code(1, .close), .text("。")]
        #expect(restored(parts, "He stopped.") == "He <g1>stopped.</g1>")
        #expect(restored([.text("一"), code(1, .open), .text("二"), code(1, .close), .text("三")], "") == "<g1></g1>")
    }

    @Test func keepsNestedPairsBalanced() {
        let parts = [
            .text("甲"), code(1, .open), .text("乙"), code(2, .open), .text("丙"), code(2, .close), .text("丁"),
            code(1, .close),
            .text("戊"),
        ]
        #expect(restored(parts, "a bb ccc dddd e") == "a <g1>bb <g2>ccc</g2> dddd</g1> e")
    }

    @Test func setsAPlaceholderApart() {
        let parts = [.text("还剩"), code(1, .standalone, .placeholder), .text("次机会")]
        #expect(restored(parts, "Chances are left") == "Chances <x1/> are left")
    }

    @Test func placesCodesBetweenAnyCharactersWhereWordsHaveNoSpaces() throws {
        let japanese = try #require(LanguageTag("ja"))
        let parts = [.text("甲乙"), code(1, .standalone), .text("丙丁")]
        #expect(restored(parts, "あいうえ", japanese) == "あい<x1/>うえ")
    }

    @Test func dropsTheIndentOfAParagraph() {
        #expect(restored([.text("\u{3000}\u{3000}他走了。")], "He left.") == "He left.")
    }

    @Test func translatesTheSidesOfALineBreakApart() async throws {
        try await FakeServer.with { server in
            let engine = try OpenAIEngine(settings(server, style: .completion), timing: TestClock().timing())
            var batch = batch([])
            let parts = [
                .text("春风又绿江南岸"), code(1, .standalone, .lineBreak), code(2, .open), .text("明月何时照我还"), code(2, .close),
            ]
            batch.items = [Batch.Item(id: 1, text: InlineText(parts: parts))]
            let answer = try await engine.translate(batch)
            let tagged = try #require(answer.texts.first?.tagged)
            let sides = tagged.split(separator: "<x1/>")
            #expect(sides.count == 2 && sides[1].hasPrefix("<g2>") && sides[1].hasSuffix("</g2>"))
            #expect(InlineText(tagged: tagged, source: batch.items[0].text).codes == batch.items[0].text.codes)
            #expect(server.requests.count == 2)
        }
    }

    /// The same codes in the same order, whatever the model says.
    @Test(arguments: 0..<40)
    func losesNoCode(seed: Int) {
        var state = UInt64(seed &* 2_654_435_761 | 1)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var parts: [InlineText.Part] = []
        var open: [Int] = []
        for id in 1...8 {
            if next(3) > 0 { parts.append(.text(String("山风吹过空无一人的院子".prefix(1 + next(8))))) }
            switch next(3) {
            case 0:
                parts.append(code(id, .open))
                open.append(id)
            case 1: if let last = open.popLast() { parts.append(code(last, .close)) }
            default: parts.append(code(id, .standalone, next(2) == 0 ? .placeholder : .anchor))
            }
        }
        for id in open.reversed() { parts.append(code(id, .close)) }
        let source = InlineText(parts: parts)
        let words = ["", "One", "He left the yard.", "a b c d e f g h i j k l m n o p"][next(4)]
        let target = InlineText(tagged: restored(parts, words), source: source)
        #expect(target.codes == source.codes)
        #expect(target.plain.filter { $0 != " " } == words.filter { $0 != " " })
    }
}
