import Formats
import Testing
import Text

@Suite struct XLIFFFormatTests {
    private func old(_ body: String, attributes: String = "") -> String {
        "<xliff version=\"1.2\"><file original=\"a\" source-language=\"zh\"\(attributes)><body>\(body)</body></file></xliff>"
    }

    @Test func putsTheTargetBehindTheSourceAsTheFileIsSet() throws {
        let text = old("\n  <trans-unit id=\"1\" approved=\"yes\">\n    <source>你好</source>\n  </trans-unit>\n")
        let written = try translated(XLIFFFormat.self, text, ["你好": "Hello & \"bye\""])
        let expected = text.replacing("</source>", with: "</source>\n    <target>Hello &amp; \"bye\"</target>")
            .replacing("approved=\"yes\"", with: "approved=\"no\"")
            .replacing("language=\"zh\">", with: "language=\"zh\" target-language=\"en\">")
        #expect(written == expected)
    }

    @Test func setsStatesWhereTheFileHasThem() throws {
        let text = old(
            "<trans-unit id='1'><source>甲</source><target state=\"needs-translation\" state-qualifier='x'/></trans-unit>"
                + "<trans-unit id='2'><source>乙</source></trans-unit>",
            attributes: " target-language=\"en-US\""
        )
        let written = try translated(XLIFFFormat.self, text, ["甲": "A", "乙": "B"])
        #expect(
            written
                == old(
                    "<trans-unit id='1'><source>甲</source><target state=\"translated\">A</target></trans-unit>"
                        + "<trans-unit id='2'><source>乙</source><target state=\"translated\">B</target></trans-unit>",
                    attributes: " target-language=\"en-US\""
                )
        )
    }

    @Test func readsStatesNotesAndLimits() throws {
        let text = old(
            """
            <trans-unit id='1' resname='k' maxwidth='9' size-unit='char'><source>甲</source>\
            <target state='new'>A</target><note>注</note><note>记</note>\
            <context-group><context context-type='sourcefile'>a.c</context>\
            <context context-type='linenumber'>7</context></context-group></trans-unit>\
            <trans-unit id='2' approved='yes'><source>乙</source><target>B</target></trans-unit>
            """,
            attributes: " target-language='fr'"
        )
        let units = try XLIFFFormat.read(Array(text.utf8), file: "a.xlf").units
        let first = try #require(units.first)
        #expect(first.key == "a/1")
        #expect(first.notes == ["key": "k", "maxLength": "9", "comment": "注\n记", "reference": "a.c:7"])
        #expect(first.existing["fr"]?.state == .initial)
        #expect(units.last?.existing["fr"]?.state == .reviewed)
    }

    @Test func leavesAReviewedTranslationThatIsTheSame() throws {
        let text = old("<trans-unit id='1'><source>甲</source><target state='final'>A</target></trans-unit>")
        let document = try XLIFFFormat.read(
            Array(text.utf8),
            file: "a",
            options: ReadOptions(targets: FormatFixture.english)
        )
        let edition = try edition(of: document, ["甲": "A"])
        #expect(try XLIFFFormat.write(document, as: edition).bytes == Array(text.utf8))
    }

    @Test func makesTheTargetOfTheSegmentsOfItsSource() throws {
        let segments = "<mrk mtype=\"seg\" mid=\"0\">甲。</mrk> <mrk mtype=\"seg\" mid=\"1\">乙<x id=\"1\"/></mrk>"
        let text = old("<trans-unit id='1'><source>甲。 乙</source><seg-source>\(segments)</seg-source></trans-unit>")
        let written = try translated(XLIFFFormat.self, text, ["乙<x1/>": "<x1/>B"])
        let target =
            "<target><mrk mtype=\"seg\" mid=\"0\"></mrk> <mrk mtype=\"seg\" mid=\"1\"><x id=\"1\"/>B</mrk></target>"
        #expect(written.contains("</seg-source>\(target)</trans-unit>"))
    }

    @Test func pairsCodesThatAreElementsOfTheirOwn() throws {
        let text = old(
            "<trans-unit id='1'><source><bpt id='1' rid='7'>[b]</bpt>粗<ept id='2' rid='7'>[/b]</ept>"
                + "<g id='3'>斜</g><ph id='4'/></source></trans-unit>"
        )
        let unit = try #require(try XLIFFFormat.read(Array(text.utf8), file: "a").units.first)
        #expect(unit.source.tagged == "<g1>粗</g1><g2>斜</g2><x3/>")
        #expect(unit.source.codes.map(\.data).first == "<bpt id='1' rid='7'>[b]</bpt>")
    }

    @Test func leavesOutTagsThatDoNotNest() throws {
        let text = old("<trans-unit id='1'><source><g id='1'>甲</g><g id='2'>乙</g></source></trans-unit>")
        let document = try XLIFFFormat.read(Array(text.utf8), file: "a")
        let edition = try edition(of: document, ["<g1>甲</g1><g2>乙</g2>": "<g1>A<g2>B</g1>C</g2>"])
        let written = try XLIFFFormat.write(document, as: edition)
        #expect(written.findings.map(\.code) == ["codes-repaired"])
        #expect(String(decoding: written.bytes, as: UTF8.self).contains("<target><g id='1'>AB</g>C</target>"))
    }

    @Test func settlesStatesOfTheSecondGeneration() throws {
        let text = """
            <xliff version="2.0" srcLang="zh"><file id="f"><unit id="u"><segment id="s" state="initial" subState="a:b">
              <source>甲</source>
            </segment></unit></file></xliff>
            """
        let written = try translated(XLIFFFormat.self, text, ["甲": "A"])
        let expected = text.replacing(" state=\"initial\" subState=\"a:b\"", with: " state=\"translated\"")
            .replacing("</source>", with: "</source>\n  <target>A</target>")
            .replacing("srcLang=\"zh\"", with: "srcLang=\"zh\" trgLang=\"en\"")
        #expect(written == expected)
    }

    @Test func refusesWhatIsNoXLIFF() {
        #expect(throws: FormatError.self) { try XLIFFFormat.read(Array("<a/>".utf8), file: "a.xlf") }
        #expect(throws: FormatError.self) { try XLIFFFormat.read([], file: "a.xlf") }
    }
}
