import Formats
import Testing
import Text

/// Pages, books and subtitles in XML, and XML that has no format of its own.
@Suite struct PageFormatTests {
    @Test func readsHTMLWithTagsLeftOut() throws {
        let text = "<html><p>甲<p>乙 <img alt=丁 title=\"丙\"><ul><li>一<li>二<br>三</ul><script>if (a<b) '中'</script></html>"
        let document = try HTMLFormat.read(Array(text.utf8), file: "a.html")
        #expect(document.units.map(\.source.tagged) == ["甲", "乙", "丙", "一", "二<x1/>三"])
        #expect(document.findings.isEmpty)
        let edition = try edition(of: document, ["二<x1/>三": "two<x1/>three", "丙": "\"C\""])
        let written = String(decoding: try HTMLFormat.write(document, as: edition).bytes, as: UTF8.self)
        #expect(
            written
                == text.replacing("二<br>三", with: "two<br>three").replacing("\"丙\"", with: "\"&quot;C&quot;\"")
        )
    }

    @Test func translatesAnAttributeInsideOfACode() throws {
        let text = "<html><p>看<a title=\"链接\">这里</a></p></html>"
        let written = try translated(HTMLFormat.self, text, ["看<g1>这里</g1>": "See <g1>here</g1>", "链接": "Link"])
        #expect(written == "<html><p>See <a title=\"Link\">here</a></p></html>")
    }

    @Test func writesReferencesForWhatItsEncodingLacks() throws {
        let text = "<html lang=zh><meta charset=\"big5\"><p>臺灣</p></html>"
        guard case .success(let bytes) = TextEncoding.big5.encode(text) else { throw Unencoded() }
        let document = try HTMLFormat.read(bytes, file: "a.html")
        #expect(document.details.encoding == "Big5")
        let big5 = try HTMLFormat.write(document, as: try edition(of: document, ["臺灣": "Đoan ☃"], target: "vi"))
        #expect(big5.findings.isEmpty)
        #expect(
            String(decoding: big5.bytes, as: UTF8.self)
                == "<html lang=\"vi\"><meta charset=\"big5\"><p>&#272;oan &#9731;</p></html>"
        )
        let edition = try edition(of: document, ["臺灣": "Đài Loan"], target: "vi", encoding: .utf8)
        let utf8 = String(decoding: try HTMLFormat.write(document, as: edition).bytes, as: UTF8.self)
        #expect(utf8 == "<html lang=\"vi\"><meta charset=\"UTF-8\"><p>Đài Loan</p></html>")
    }

    @Test func writesReferencesAsThePageDoes() throws {
        let text = "<html><p>甲&nbsp;乙&mdash;丙 &copy; &amp; &hellip;</p><p title=\"丁\">……</p></html>"
        let source = "甲\u{A0}乙—丙 © & …"
        let written = try translated(HTMLFormat.self, text, [source: "A\u{A0}B—C © & …", "丁": "D — \u{A0}"])
        #expect(
            written
                == text.replacing("甲&nbsp;乙&mdash;丙 &copy; &amp; &hellip;", with: "A&nbsp;B&mdash;C &copy; &amp; …")
                .replacing("丁", with: "D &mdash; &nbsp;")
        )
        let number = "<html><p>甲&#160;</p><p>乙</p></html>"
        #expect(try translated(HTMLFormat.self, number, ["乙": "B\u{A0}!"]).contains("<p>B&#160;!</p>"))
        #expect(try translated(HTMLFormat.self, "<p>乙</p>", ["乙": "B\u{A0}!"]) == "<p>B&nbsp;!</p>")
    }

    @Test(arguments: ["gb2312", "GBK", "gb18030"]) func writesNoFourBytesIntoGBK(_ charset: String) throws {
        let text = "<html><meta charset=\"\(charset)\"><p>中文</p><p title=\"题\">联通</p></html>"
        guard case .success(let bytes) = TextEncoding.gb18030.encode(text) else { throw Unencoded() }
        let document = try HTMLFormat.read(bytes, file: "a.html")
        let edition = try edition(of: document, ["中文": "Đoan “é” 😀 中", "题": "☃"])
        let written = try HTMLFormat.write(document, as: edition)
        let isWhole = charset == "gb18030"
        guard
            case .success(let expected) = TextEncoding.gb18030.encode(
                text.replacing("中文", with: isWhole ? "Đoan “é” 😀 中" : "&#272;oan “é” &#128512; 中")
                    .replacing("题", with: isWhole ? "☃" : "&#9731;")
            )
        else { throw Unencoded() }
        #expect(written.bytes == expected)
        #expect(written.findings.isEmpty)
    }

    @Test func keepsTimesAndSpeakersOfCues() throws {
        let text = """
            <tt xmlns="http://www.w3.org/ns/ttml" ttp:frameRate="25" xml:lang="zh"><head><metadata>
            <ttm:agent xml:id="v"><ttm:name>林</ttm:name></ttm:agent></metadata></head><body><div>
            <p begin="00:01:02:05" dur="1.5s" ttm:agent="v">
              你好，
              世界<br/>
              再见
            </p></div></body></tt>
            """
        let document = try TTMLFormat.read(Array(text.utf8), file: "a.ttml")
        let unit = try #require(document.units.first)
        #expect(unit.source.tagged == "你好， 世界<x1/>再见")
        #expect(unit.notes == ["start": "00:01:02.200", "end": "00:01:03.700", "speaker": "林"])
        #expect(unit.key == "cues/00:01:02.200")
        let written = try translated(TTMLFormat.self, text, ["你好， 世界<x1/>再见": "Hello<x1/>Bye\nnow"])
        #expect(written.contains("ttm:agent=\"v\">\n  Hello<br/>Bye<br/>now\n</p>"))
        #expect(written.contains("xml:lang=\"en\""))
        let both = try translated(TTMLFormat.self, text, ["你好， 世界<x1/>再见": "Hi"], layout: .bilingual)
        #expect(both == text.replacing("再见\n", with: "再见<br/>Hi\n"))
    }

    @Test func leavesTagsAroundAWholeCueToTheFile() throws {
        let text = "<tt><body><div><p begin=\"1s\"> <span a=\"b\"><i>旧</i></span>\n</p></div></body></tt>"
        #expect(try translated(TTMLFormat.self, text, ["旧": "New"]) == text.replacing("旧", with: "New"))
    }

    @Test func fillsTheDivisionOfTheTarget() throws {
        let text = """
            <tt><body><div xml:lang="en"><p begin="1s">Old</p></div><div xml:lang="zh"><p begin="1s">旧</p></div></body></tt>
            """
        let document = try TTMLFormat.read(Array(text.utf8), file: "a.ttml")
        #expect(document.units.map(\.source.text) == ["旧"])
        #expect(document.units.first?.existing["en"]?.text.text == "Old")
        #expect(try translated(TTMLFormat.self, text, ["旧": "New"]) == text.replacing("Old", with: "New"))
    }

    @Test func namesTheLanguageOfABookAndDropsItsIndents() throws {
        let text = """
            <FictionBook><description><title-info><lang>zh</lang></title-info></description><body><section>
            <title><p>第一章</p></title><p>　　他<strong>走</strong>了。</p></section></body></FictionBook>
            """
        let document = try FB2Format.read(Array(text.utf8), file: "a.fb2")
        #expect(document.chapters.map(\.title) == ["第一章"])
        #expect(document.units.map(\.source.tagged) == ["第一章", "他<g1>走</g1>了。"])
        #expect(document.units.map(\.kind) == [.heading, .paragraph])
        let written = try translated(FB2Format.self, text, ["他<g1>走</g1>了。": "He <g1>left</g1>."])
        #expect(
            written
                == text.replacing("　　他<strong>走</strong>了。", with: "He <strong>left</strong>.")
                .replacing("<lang>zh", with: "<lang>en")
        )
        let both = try translated(FB2Format.self, text, ["第一章": "One"], layout: .bilingual)
        #expect(both == text.replacing("第一章</p>", with: "第一章</p><p>One</p>"))
    }

    @Test func findsTextsOfDataByTheirPlaces() throws {
        let text = """
            <Data><Item id="1" name="剑" icon="sword" type="weapon"><Desc>锋利</Desc><Path>a/b</Path></Item>
            <Item id="2" name="OK" icon="图" type="武"><Desc>Shield of dawn</Desc><Path>c/d</Path></Item></Data>
            """
        let document = try GenericXMLFormat.read(Array(text.utf8), file: "a.xml")
        #expect(
            document.units.map(\.key) == [
                "strings/Item[1]@name", "strings/Item[1]/Desc", "strings/Item[2]@name", "strings/Item[2]/Desc",
            ]
        )
        let options = ReadOptions(source: LanguageTag("en"))
        let english = try GenericXMLFormat.read(
            Array("<a><b>Hello there</b><c>1</c><d x='y'>id_1</d></a>".utf8),
            file: "a.xml",
            options: options
        )
        #expect(english.units.map(\.source.text) == ["Hello there"])
    }

    @Test func namesTheLanguageInTheStyleOfTheFile() throws {
        let text =
            "<L><D Language=\"ChineseSimplified\"><S k=\"值\"/></D><D Language=\"English\"><S k=\"Value here\"/></D></L>"
        let written = try translated(GenericXMLFormat.self, text, ["值": "Worth"], target: "pt-BR")
        #expect(written == text.replacing("ChineseSimplified", with: "PortugueseBrazil").replacing("值", with: "Worth"))
        let tags = "<L lang=\"zh_CN\"><S>值</S></L>"
        #expect(
            try translated(GenericXMLFormat.self, tags, ["值": "V"], target: "pt-BR") == "<L lang=\"pt_BR\"><S>V</S></L>"
        )
    }

    @Test(arguments: [
        ("Item/Name key=@id", true), ("/a/b@c comment=note", true), ("*@text", true), ("-Icon", true), ("", false),
        ("a//b", false), ("a@", false), ("a key=", false), ("a colour=red", false),
    ]) func readsRules(_ rule: String, _ isOne: Bool) {
        #expect((ElementRule(rule) != nil) == isOne)
    }

    @Test func reportsRulesThatNameNothing() throws {
        let options = ReadOptions(elements: ["Nothing", "a b"])
        let document = try GenericXMLFormat.read(Array("<a>中</a>".utf8), file: "a.xml", options: options)
        #expect(document.units.isEmpty)
        #expect(document.findings.map(\.code) == ["xml-rule", "xml-rule"])
    }

    @Test func refusesBombsAndWells() {
        let bomb =
            "<!DOCTYPE a [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\"><!ENTITY d \"&c;&c;\">]><a>&d;</a>"
        let well = String(repeating: "<a>", count: 2000)
        for text in [bomb, well, well + String(repeating: "</a>", count: 2000)] {
            #expect { try GenericXMLFormat.read(Array(text.utf8), file: "a.xml") } throws: { error in
                (error as? FormatError)?.code == .refused
            }
        }
    }

    @Test func readsTheEncodingThatTheFileDeclares() throws {
        guard case .success(let bytes) = TextEncoding.gb18030.encode("<?xml version='1.0' encoding='gbk'?><a>联通</a>")
        else {
            throw Unencoded()
        }
        let document = try GenericXMLFormat.read(bytes, file: "a.xml")
        #expect(document.units.map(\.source.text) == ["联通"])
        let utf8 = "<?xml version='1.0' encoding='gbk'?><a>这个文件其实是统一码</a>"
        let wrong = try GenericXMLFormat.read(Array(utf8.utf8), file: "a.xml")
        #expect(wrong.units.map(\.source.text) == ["这个文件其实是统一码"])
        #expect(wrong.findings.map(\.code) == ["xml-encoding"])
    }

    private struct Unencoded: Error {}
}
