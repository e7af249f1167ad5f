import Testing
import Text

@testable import Formats

struct XMLTokenizerTests {
    private func file(_ text: String) -> XMLFile { XMLFile(Array(text.utf8), file: "x.xml") }

    /// The tokens as `kind:text`.
    private func shape(_ file: XMLFile) -> [String] {
        file.tokens.map { "\($0.kind):\(file.string($0.range))" }
    }

    private func expectCover(_ file: XMLFile) {
        var reached = 0
        for token in file.tokens {
            #expect(token.range.lowerBound == reached && !token.range.isEmpty)
            reached = token.range.upperBound
        }
        #expect(reached == file.bytes.count)
    }

    @Test func cutsAFileIntoTokensThatCoverIt() {
        let xml = file(
            "<?xml version=\"1.0\"?><!DOCTYPE html><a b='1'>x<!-- <c> --><![CDATA[<d>&]]><br/></a>\n"
        )
        #expect(
            shape(xml) == [
                "instruction:<?xml version=\"1.0\"?>", "doctype:<!DOCTYPE html>", "startTag:<a b='1'>", "text:x",
                "comment:<!-- <c> -->", "cdata:<![CDATA[<d>&]]>", "startTag:<br/>", "endTag:</a>", "text:\n",
            ]
        )
        #expect(xml.findings.isEmpty)
        #expect(xml.tokens[2].partner == 7 && xml.tokens[7].partner == 2)
        #expect(xml.tokens[6].isSelfClosing && xml.tokens[6].partner == nil)
        #expect(xml.text(inside: 2..<8) == "x<d>&")
        expectCover(xml)
    }

    @Test func findsAttributesWithTheirRangesAndQuotes() throws {
        let xml = file("<w:p  a = \"1 &amp; 2\" xml:lang='zh'\n c=\"\"></w:p>")
        let tag = try #require(xml.tokens.first)
        #expect(xml.name(tag) == "w:p" && xml.localName(tag) == "p" && xml.isNamed("w:p", tag))
        let attributes = Array(xml.attributes(of: tag))
        #expect(attributes.map { xml.string($0.name) } == ["a", "xml:lang", "c"])
        #expect(attributes.map { xml.string($0.value) } == ["1 &amp; 2", "zh", ""])
        #expect(attributes.map(\.quote) == [0x22, 0x27, 0x22])
        #expect(xml.value("a", of: tag) == "1 & 2")
        #expect(xml.value("lang", of: tag) == nil)
    }

    @Test func allowsAGreaterSignInAQuotedValue() {
        let xml = file("<a b=\"x>y\">z</a>")
        #expect(shape(xml) == ["startTag:<a b=\"x>y\">", "text:z", "endTag:</a>"])
    }

    @Test(arguments: [
        ("a < b & c", ["text:a < b & c"]),
        ("<", ["text:<"]),
        ("<a", ["text:<a"]),
        ("<a b=\"", ["text:<a b=\""]),
        ("<!-- x", ["text:<!-- x"]),
        ("<![CDATA[ x", ["text:<![CDATA[ x"]),
        ("<?x", ["text:<?x"]),
        ("<!DOCTYPE a [ <b>", ["text:<!DOCTYPE a [ ", "startTag:<b>"]),
        ("</>", ["text:</>"]),
        ("<p <b>x</b>", ["junk:<p ", "startTag:<b>", "text:x", "endTag:</b>"]),
        ("<1>", ["text:<1>"]),
    ])
    func takesBadMarkupForTextOrJunk(text: String, expected: [String]) {
        let xml = file(text)
        #expect(shape(xml) == expected)
        #expect(!xml.findings.isEmpty)
        expectCover(xml)
    }

    @Test func readsAttributesThatOnlyHTMLAllows() throws {
        let xml = file("<td nowrap width=3 =x ?>y</td>")
        let tag = try #require(xml.tokens.first)
        let attributes = Array(xml.attributes(of: tag))
        #expect(attributes.map { xml.string($0.name) } == ["nowrap", "width", "x"])
        #expect(attributes[1].quote == nil && xml.string(attributes[1].value) == "3")
        #expect(Set(xml.findings.map(\.code)) == ["xml-markup"])
    }

    @Test func reportsUnbalancedTagsWithTheirLine() {
        let xml = file("<a>\n<b>\n<i>x</b>\n</u></a>")
        #expect(xml.findings.map(\.code) == ["xml-unbalanced", "xml-unbalanced"])
        #expect(xml.findings.map(\.place.line) == [3, 4])
        #expect(xml.tokens.first { xml.isNamed("i", $0) }?.partner == nil)
        #expect(xml.tokens.first?.partner == xml.tokens.count - 1)
    }

    @Test func skipsTheInternalSubsetAndNeverExpands() {
        let xml = file("<!DOCTYPE a [<!ENTITY b \"]>\"><!-- ]> --><?x ]> ?>]><a>&b;&#65;</a>")
        #expect(xml.tokens.map(\.kind) == [.doctype, .startTag, .text, .endTag])
        #expect(xml.findings.map(\.code) == ["xml-entities"])
        #expect(xml.text(inside: 0..<4) == "&b;A")
    }

    @Test func stopsAtTheDepthLimit() {
        let deep = String(repeating: "<a>", count: 2000) + String(repeating: "</a>", count: 2000)
        let xml = file(deep + "<b></b>")
        #expect(xml.tokens.count { $0.kind == .startTag } == XMLTokenizer.deepest + 1)
        #expect(xml.findings.map(\.code) == ["xml-deep"])
        #expect(xml.tokens.first?.partner == 3999)
        expectCover(xml)
    }

    @Test(arguments: [XMLEncoding.utf16LittleEndian, .utf16BigEndian])
    func convertsUTF16ThereAndBack(encoding: XMLEncoding) {
        let stored = encoding.encode(Array("\u{FEFF}<a>章😀</a>".utf8))
        let xml = XMLFile(stored, file: "x.xml")
        #expect(xml.encoding.name == encoding.name)
        #expect(xml.text(inside: 0..<xml.tokens.count) == "章😀")
        #expect(xml.encoding.encode(xml.bytes) == stored)
        #expect(xml.findings.isEmpty)
    }

    @Test func reportsBytesThatAreNoUTF8AndKeepsThem() {
        let xml = XMLFile([0x3C, 0x61, 0x3E, 0xFF, 0xB5, 0x3C, 0x2F, 0x61, 0x3E], file: "x.xml")
        #expect(xml.findings.map(\.code) == ["xml-encoding"])
        #expect(xml.bytes.count == 9)
        expectCover(xml)
    }

    @Test(arguments: [
        ("&lt;&amp;&#x4E2D;&#20013;", "<&中中"),
        ("a&nbsp;b&mdash;&hellip;&ldquo;&eacute;", "a\u{A0}b—…“é"),
        ("&none; &; & &#0; &#x110000; AT&T", "&none; &; & &#0; &#x110000; AT&T"),
        ("&yuml;&iexcl;&times;", "ÿ¡×"),
    ])
    func readsReferences(written: String, meant: String) {
        let bytes = Array(written.utf8)
        #expect(XMLText.decode(bytes, in: 0..<bytes.count) == meant)
    }

    @Test func keepsUnknownReferencesApart() {
        let bytes = Array("a&foo;&amp;".utf8)
        let pieces = XMLText.pieces(bytes, in: 0..<bytes.count)
        #expect(pieces.map(\.range) == [0..<1, 1..<6, 6..<11])
        #expect(pieces.map(\.text) == ["a", nil, "&"])
    }

    @Test func writesCharactersSoThatTheyAreReadAgain() {
        let text = "a<b>&\"'c\r]]>"
        for written in [XMLText.escape(text), XMLText.escapeAttribute(text)] {
            let bytes = Array(written.utf8)
            #expect(XMLText.decode(bytes, in: 0..<bytes.count) == text)
            #expect(!written.contains("<") && !written.contains(">"))
        }
        #expect(XMLText.escape("a\u{0}\u{B}\u{FFFE}b") == "ab")
        #expect(!XMLText.escapeAttribute("\"'\n").contains("\n"))
    }

    @Test func takesTimeThatGrowsWithTheLengthAlone() {
        for piece in ["<a x=\"<a \" ", "<!DOCTYPE[", "<!--", "<a b='", "<![CDATA[", "<a ", "</", "&", "<a>"] {
            let xml = file(String(repeating: piece, count: 50_000 / piece.utf8.count))
            #expect(xml.findings.count <= XMLTokenizer.mostFindings + 1)
        }
    }

    @Test func survivesManyMutations() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b 'c'>]><a b=\"1\">x&amp;<!--y--><![CDATA[z]]><b/></a>"
        var dice = Dice(seed: 3)
        let letters = Array("<>/!?-[]&;\"'= a".utf8)
        for _ in 0..<3000 {
            var bytes = Array(text.utf8)
            for _ in 0..<dice.next(5) + 1 { bytes[dice.next(bytes.count)] = letters[dice.next(letters.count)] }
            expectCover(XMLFile(bytes, file: "x.xml"))
        }
    }
}
