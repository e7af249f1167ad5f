import Checks
import Testing
import Text

/// Fixes are kept only when nothing else gets worse.
struct SafeFixTests {
    private func pair(_ source: InlineText, _ target: InlineText, to: String = "en") throws -> Pair {
        Pair(
            source: source,
            target: target,
            sourceLocale: try #require(LanguageTag("zh-Hans")),
            targetLocale: try #require(LanguageTag(to))
        )
    }

    private func mend(_ source: String, _ target: String, to: String = "en") throws -> SafeFix.Result {
        let pair = try pair(InlineText(source), InlineText(target), to: to)
        return SafeFix(CheckSuite(CheckContext(source: pair.sourceLocale, target: pair.targetLocale))).mend(pair)
    }

    @Test func mendsSeveralFaultsOfOneText() throws {
        let result = try mend("他走了，天黑了……", "He  left，and it grew dark…… ")
        #expect(result.target.text == "He left, and it grew dark…")
        #expect(result.findings == [])
        #expect(Set(result.mended.map(\.code)).count == 4)
    }

    @Test func leavesWhatNobodyCanMendAlone() throws {
        let result = try mend("林动走了。", "林动 left.")
        #expect(result.target.text == "林动 left.")
        #expect(result.findings.map(\.code) == ["han-left"])
    }

    @Test func undoesAFixThatMakesAnotherCheckSpeak() {
        let old = [Finding("a", .warning, "")]
        #expect(SafeFix.isBetter([], than: old, code: "a"))
        #expect(!SafeFix.isBetter([Finding("b", .note, "")], than: old, code: "a"))
        #expect(!SafeFix.isBetter(old, than: old, code: "a"))
    }

    @Test func keepsTheCodesOfAText() throws {
        let code = InlineCode(id: 1, role: .standalone, kind: .placeholder, data: "{name}")
        let source = InlineText(parts: [.text("你好，"), .code(code), .text("！")])
        let target = InlineText(parts: [.text("Hello，"), .code(code), .text("！")])
        let pair = try pair(source, target)
        let result = SafeFix(CheckSuite(CheckContext(source: pair.sourceLocale, target: pair.targetLocale))).mend(pair)
        #expect(result.target.literal == "Hello, {name}!")
        #expect(result.target.codes == [code])
    }

    @Test func refusesEditsThatTouchACode() {
        let code = InlineCode(id: 1, role: .standalone, kind: .placeholder, data: "{name}")
        let text = InlineText(parts: [.text("a"), .code(code), .text("b")])
        #expect(text.applying(Finding.Fix(replacing: 0..<2, by: "x")) == nil)
        #expect(text.applying(Finding.Fix(replacing: 2..<9, by: "x")) == nil)
        #expect(text.applying(Finding.Fix(replacing: 2..<3, by: "x"))?.literal == "a{name}x")
    }

    @Test func findsRangesInTextAsItIsWritten() {
        let code = InlineCode(id: 1, role: .standalone, kind: .placeholder, data: "{name}")
        let text = InlineText(parts: [.text("ab"), .code(code), .text("cd")])
        #expect(text.literalRange(plain: 2..<2) == 2..<8)
        #expect(text.literalRange(plain: 2..<4) == 8..<10)
        #expect(text.literalRange(plain: 1..<3) == 1..<9)
    }
}
