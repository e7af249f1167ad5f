import Testing
import Text

struct InlineTextTests {
    private let bold = InlineCode(id: 1, role: .open, kind: .markup, data: "<b>")
    private let boldEnd = InlineCode(id: 1, role: .close, kind: .markup, data: "</b>")
    private let line = InlineCode(id: 2, role: .standalone, kind: .lineBreak, data: "<br/>", visible: "\n")

    private var sample: InlineText {
        InlineText(parts: [.text("他说"), .code(bold), .text("不"), .code(boldEnd), .code(line), .text("走了")])
    }

    @Test func givesItsPartsBack() {
        #expect(InlineText(parts: sample.parts) == sample)
        #expect(sample.plain == "他说不\n走了")
    }

    @Test func showsCodesAsTagsAndReadsThemBack() {
        #expect(sample.tagged == "他说<g1>不</g1><x2/>走了")
        let answer = InlineText(tagged: "He said <g1>no</g1><x2/>and left", source: sample)
        #expect(answer.codes == [bold, boldEnd, line])
        #expect(answer.plain == "He said no\nand left")
    }

    @Test func keepsTagsThatNameNoCodeAsText() {
        let answer = InlineText(tagged: "a <g9>b</g9> < c", source: sample)
        #expect(answer.codes.isEmpty)
        #expect(answer.text == "a <g9>b</g9> < c")
    }

    @Test func readsTagsWithStraySpaces() {
        #expect(InlineText(tagged: "x <x2 /> y", source: sample).codes == [line])
    }

    @Test func holdsAReplacementCharacterOfTheFileAsACode() {
        let text = InlineText("a\u{FFFC}b")
        #expect(text.codes.map(\.data) == ["\u{FFFC}"])
        #expect(InlineText(parts: text.parts).text == text.text)
    }

    @Test func refusesPlacesAndCodesThatDiffer() {
        #expect(InlineText(text: "a", codes: [bold]) == nil)
    }
}
