import Testing
import Text

@testable import Formats

struct EPUBFormatTests {
    // MARK: Units

    @Test(arguments: [
        ("<p>　　山雨\n  欲来 风 满楼。</p>", ["山雨欲来 风 满楼。"]),
        ("<p>a\n  b<em> c</em></p>", ["a b<g1> c</g1>"]),
        ("<p><span class=\"x\"> 整段 </span></p>", ["整段"]),
        ("<p>一<em>二</em>三</p>", ["一<g1>二</g1>三"]),
        ("<p>一<br/>\n 二<br/></p>", ["一<x1/>二"]),
        ("<p>一<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>。</p>", ["一<g1>漢<x2/>字</g1>。"]),
        ("<p>注<a href=\"#n1\"><sup>[1]</sup></a>释</p>", ["注<x1/>释"]),
        ("<p>见<a epub:type=\"noteref\" href=\"n.xhtml\">注释一</a>。</p>", ["见<x1/>。"]),
        ("<p>见<a href=\"c2.xhtml#a\">第二章</a>。</p>", ["见<g1>第二章</g1>。"]),
        ("<p>a<!-- b --><img src=\"x.png\"/>c</p>", ["a<x1/><x2/>c"]),
        ("<p>a<svg><text>no</text></svg>b<code>c</code></p>", ["a<x1/>b"]),
        ("<p>一<code>二</code>三<code>x</code></p>", ["一<g1>二</g1>三"]),
        ("<p>a&foo;b&mdash;&lt;&#x4E2D;</p>", ["a<x1/>b—<中"]),
        ("<p>一<b><i></i></b>二<a id=\"x\"/>三</p>", ["一<x1/>二<x2/>三"]),
        ("<p><![CDATA[a < b]]></p>", ["a < b"]),
        ("<div>一<p>二</p>三</div>", ["一", "二", "三"]),
        ("<a href=\"x\"><p>一</p><p>二</p></a>", ["一", "二"]),
        ("<pre>一\n 二</pre><pre><code>x = 1</code></pre>", ["一<x1/> 二"]),
        ("<p>一</p><script>var x</script><style>y</style><math><mi>z</mi></math>", ["一"]),
        ("<p translate=\"no\">a</p><p>一<span translate=\"no\">b</span>二</p>", ["一<x1/>二"]),
        ("<p> &#160;<br/></p><p>　</p><hr/>", []),
        ("<table><tr><td>甲</td><th>乙</th></tr></table><dl><dt>丙</dt><dd>丁</dd></dl>", ["甲", "乙", "丙", "丁"]),
    ])
    func cutsAPageIntoUnits(body: String, expected: [String]) throws {
        #expect(try EPUBFixture(body).units().map(\.source.tagged) == expected)
    }

    @Test func showsWhatAReaderSeesInPlaceOfCodes() throws {
        let units = try EPUBFixture("<p>一<br/>二<a href=\"#n\">[3]</a>三<code>x</code>四</p>").units()
        #expect(units.map(\.source.plain) == ["一\n二[3]三x四"])
        #expect(units[0].source.codes.map(\.kind) == [.lineBreak, .anchor, .object])
        #expect(units[0].source.codes.map(\.data) == ["<br/>", "<a href=\"#n\">[3]</a>", "<code>x</code>"])
    }

    @Test func makesUnitsOfTheTextsOfPictures() throws {
        let units = try EPUBFixture("<p>一<img alt=\"山&amp;水\" src=\"a\"/>二</p><p><img id=\"i\" alt=\" \"/></p>").units()
        #expect(units.map(\.source.tagged) == ["一<x1/>二", "山&水"])
        #expect(units.map(\.kind) == [.paragraph, .alternative])
        #expect(units[1].key.hasSuffix("@alt"))
    }

    @Test func namesUnitsByIdOrByHashAndTellsRepeatsApart() throws {
        let first = try EPUBFixture("<p id=\"a\">一</p><p>二</p><p>二</p><div id=\"d\">三<p>四</p>五</div>").units()
        let hash = StableHash("二").hex.prefix(8)
        let path = "OEBPS/text/c1.xhtml#"
        #expect(first.map(\.key).prefix(3) == ["\(path)a", "\(path)\(hash)", "\(path)\(hash).2"])
        #expect(first[3].key == "\(path)d" && first[5].key == "\(path)d.2")
        // A new paragraph before them does not rename the others.
        let second = try EPUBFixture("<p>零</p><p id=\"a\">一</p><p>二</p>").units()
        #expect(second.map(\.key).suffix(2) == ["\(path)a", "\(path)\(hash)"])
    }

    @Test func givesEveryUnitAKeyOfItsOwn() throws {
        var fixture = EPUBFixture("<p id=\"x\">一</p><p id=\"x\">二</p><p id=\"x.2\">三</p><p id=\"x\">四</p>")
        fixture.metadata = "<dc:title id=\"t\">又</dc:title>"
        let keys = try fixture.read().units.map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test func ordersChaptersAndTitlesThem() throws {
        var fixture = EPUBFixture("<h1>第一章<br/>夜</h1><p>一</p>", "<p>二</p>")
        fixture.metadata = "<dc:description>简介 &amp; 说明</dc:description><dc:subject>武侠</dc:subject>"
        let document = try fixture.read()
        #expect(
            document.chapters.map(\.key) == [
                "OEBPS/a.opf", "OEBPS/text/c1.xhtml", "OEBPS/text/c2.xhtml", "OEBPS/nav.xhtml", "OEBPS/toc.ncx",
            ]
        )
        #expect(document.chapters.map(\.title) == [nil, "第一章 夜", nil, nil, nil])
        let metadata = document.units[document.chapters[0].units]
        #expect(metadata.map(\.source.text) == ["长夜", "某人", "简介 & 说明", "武侠"])
        #expect(metadata.map(\.kind) == [.title, .author, .metadata, .metadata])
        #expect(document.units[document.chapters[3].units].map(\.kind) == [.navigation])
        #expect(document.units.last?.key == "OEBPS/toc.ncx#n1")
        #expect(document.details.title == "长夜" && document.details.language == LanguageTag("zh-CN"))
        #expect(document.findings.isEmpty)
        var reached = 0
        for chapter in document.chapters {
            #expect(chapter.units.lowerBound == reached)
            reached = chapter.units.upperBound
        }
        #expect(reached == document.units.count)
    }

    @Test func titlesAChapterWithoutHeadingByItsLabel() throws {
        #expect(try EPUBFixture("<p>一</p>").read().chapters[1].title == "初更")
    }

    @Test func findsFilesWhoseNamesArePercentEncoded() throws {
        var fixture = EPUBFixture()
        fixture.documents = [("第一 章.xhtml", "<p>一</p>")]
        #expect(try fixture.read().units.contains { $0.source.text == "一" })
        fixture.extra = [
            (
                "OEBPS/a.opf",
                "<package><manifest><item id=\"a\" href=\"./text/../text/%E7%AC%AC%E4%B8%80%20%E7%AB%A0.xhtml\""
                    + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
            )
        ]
        let document = try fixture.read()
        #expect(document.units.map(\.source.text) == ["一"])
    }

    // MARK: Writing

    @Test func givesTheSameBytesWithoutATranslation() throws {
        let fixture = EPUBFixture("<p>一</p>")
        let document = try fixture.read()
        let edition = try fixture.edition(["no such key": InlineText("x")])
        #expect(try EPUBFormat.write(document, as: edition).bytes == fixture.bytes)
    }

    @Test func changesOnlyTheHoleOfATranslatedUnit() throws {
        let fixture = EPUBFixture("<p class='a'  >  　一 <b>二</b></p>\r\n<p>三</p>", "<p>四</p>")
        let document = try fixture.read()
        let unit = try #require(document.units.first { $0.source.tagged == "三" })
        let written = try EPUBFormat.write(document, as: fixture.edition([unit.key: InlineText("3 < 4")]))
        let before = try ZipArchive(fixture.bytes, file: "x")
        let after = try ZipArchive(written.bytes, file: "x")
        for (old, new) in zip(before.entries, after.entries) {
            #expect(old.path == new.path)
            guard old.path != "OEBPS/text/c1.xhtml", old.path != "OEBPS/a.opf" else { continue }
            #expect(before.bytes[old.record].elementsEqual(after.bytes[new.record]), "\(old.path)")
        }
        let oldPage = try EPUBFixture.text(of: "OEBPS/text/c1.xhtml", in: fixture.bytes)
        let newPage = try EPUBFixture.text(of: "OEBPS/text/c1.xhtml", in: written.bytes)
        let expected = oldPage.replacing("<p>三</p>", with: "<p>3 &lt; 4</p>")
            .replacing("xml:lang=\"zh\" lang='zh'", with: "xml:lang=\"en\" lang='en'")
        #expect(newPage == expected)
        let oldPackage = try EPUBFixture.text(of: "OEBPS/a.opf", in: fixture.bytes)
        let newPackage = try EPUBFixture.text(of: "OEBPS/a.opf", in: written.bytes)
        #expect(newPackage == oldPackage.replacing("<dc:language>zh-CN<", with: "<dc:language>en<"))
    }

    @Test func writesCodesInTheOrderOfTheTranslation() throws {
        let fixture = EPUBFixture("<p>一<em class=\"x\">二</em>三<br/>四</p>")
        let (page, findings) = try fixture.written(["一<g1>二</g1>三<x2/>四": "<g1>Two</g1> one<x2/>& four"])
        #expect(EPUBFixture.body(page) == "<p><em class=\"x\">Two</em> one<br/>&amp; four</p>")
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        ("a<g1>b", "ab"), ("a</g1>b", "ab"), ("</g1>a<g1>", "a"), ("<g1>a<g2>b</g1>c</g2>", "<i>ab</i>c"),
        ("<g2>a</g2><g2>b</g2><x3/><x3/>", "<b>a</b><b>b</b><a id=\"n\" href=\"#r\">1</a><a href=\"#r\">1</a>"),
    ])
    func repairsCodesSoThatThePageIsWellFormed(translation: String, expected: String) throws {
        let fixture = EPUBFixture("<p>一<i>二</i><b>三</b><a id=\"n\" href=\"#r\">1</a>四</p>")
        let (page, findings) = try fixture.written(["一<g1>二</g1><g2>三</g2><x3/>四": translation])
        #expect(EPUBFixture.body(page) == "<p>\(expected)</p>")
        #expect(findings.map(\.code) == ["codes-repaired"])
        #expect(XMLFile(Array(page.utf8), file: "x").findings.isEmpty)
    }

    @Test func translatesATextInsideACodeOfATranslatedUnit() throws {
        let fixture = EPUBFixture("<p>一<img alt='山'/>二</p>")
        let (page, _) = try fixture.written(["一<x1/>二": "<x1/> One", "山": "A \"hill\""])
        #expect(EPUBFixture.body(page) == "<p><img alt='A &quot;hill&quot;'/> One</p>")
        let (other, _) = try fixture.written(["山": "Hill"])
        #expect(EPUBFixture.body(other) == "<p>一<img alt='Hill'/>二</p>")
    }

    @Test func dropsHanIndentsForOtherScriptsOnly() throws {
        let fixture = EPUBFixture("<p>　　一</p><p>&#12288;<span>&emsp;二</span></p>")
        let english = try fixture.written(["一": "One", "二": "Two"])
        #expect(EPUBFixture.body(english.page) == "<p>One</p><p><span>Two</span></p>")
        let japanese = try fixture.written(["一": "壱", "二": "弐"], to: "ja")
        #expect(EPUBFixture.body(japanese.page) == "<p>　　壱</p><p>&#12288;<span>&emsp;弐</span></p>")
    }

    @Test func setsTheDirectionForRightToLeft() throws {
        let (page, _) = try EPUBFixture("<p>一</p>").written(["一": "واحد"], to: "ar")
        #expect(page.contains("<html dir=\"rtl\" "))
        #expect(page.contains("xml:lang=\"ar\""))
    }

    @Test func putsTheTranslationBesideTheSource() throws {
        let body =
            "<h1 id=\"h\">章</h1><p id=\"p\" class=\"a\"><span id=\"s\"><a id=\"z\"/>　一<a href=\"#n\" id=\"r\">1</a>二</span></p><ul><li>项</li></ul>"
        let fixture = EPUBFixture(body)
        let (page, _) = try fixture.written(
            ["章": "Chapter", "一<x1/>二": "One<x1/> two", "项": "Item"],
            layout: .bilingual
        )
        let language = " lang=\"en\" xml:lang=\"en\""
        #expect(
            EPUBFixture.body(page) == """
                <h1 id="h">章<br/><span\(language)>Chapter</span></h1>\
                <p id="p" class="a"><span id="s"><a id="z"/>　一<a href="#n" id="r">1</a>二</span></p>
                <p class="a"\(language)><span>One<a href="#n">1</a> two</span></p>\
                <ul><li>项<br/><span\(language)>Item</span></li></ul>
                """
        )
        #expect(page.contains("xml:lang=\"zh\" lang='zh'"))
    }

    @Test func keepsUTF16() throws {
        var fixture = EPUBFixture("<p>一</p>")
        fixture.extra = []
        var writer = ZipWriter()
        let archive = try ZipArchive(fixture.bytes, file: "x")
        var findings: [Finding] = []
        for entry in archive.entries {
            var contents = try archive.contents(of: entry, findings: &findings)
            if entry.path.hasSuffix("c1.xhtml") {
                contents = XMLEncoding.utf16LittleEndian.encode([0xEF, 0xBB, 0xBF] + contents)
            }
            writer.add(entry.path, contents)
        }
        let document = try EPUBFormat.read(writer.finish(), file: "x.epub")
        let unit = try #require(document.units.first { $0.source.text == "一" })
        let written = try EPUBFormat.write(document, as: fixture.edition([unit.key: InlineText("One")]))
        let again = try EPUBFormat.read(written.bytes, file: "x.epub")
        #expect(again.units.contains { $0.source.text == "One" })
        #expect(try EPUBFixture.text(of: "OEBPS/text/c1.xhtml", in: written.bytes).contains("O\0n\0e\0"))
    }

    // MARK: Trouble

    @Test func refusesABookThatIsEncrypted() throws {
        var fixture = EPUBFixture("<p>一</p>")
        func encryption(_ method: String) -> (String, String) {
            (
                "META-INF/encryption.xml",
                "<encryption><EncryptedData><EncryptionMethod Algorithm=\"\(method)\"/></EncryptedData></encryption>"
            )
        }
        fixture.extra = [encryption("http://www.idpf.org/2008/embedding")]
        #expect(try fixture.read().chapters.count == 4)
        fixture.extra = [encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")]
        let error = #expect(throws: FormatError.self) { try fixture.read() }
        #expect(error?.code == .refused && error?.message.contains("DRM") == true)
    }

    @Test func loadsWhatItCanAndSaysWhatItCannot() throws {
        var fixture = EPUBFixture("<p>一</p>", "<p>二<b>三</p><p>四")
        fixture.extra = [
            (
                "OEBPS/a.opf",
                """
                <package><manifest><item id="a" href="text/c1.xhtml" media-type="application/xhtml+xml"/>
                <item id="b" href="text/c2.xhtml" media-type="application/xhtml+xml"/><item id="gone" href="gone.xhtml"
                media-type="application/xhtml+xml"/><item id="pic" href="font.bin" media-type="image/png"/>
                <item id="out" href="../../../etc/passwd" media-type="text/css"/>
                <item id="aside" href="nav.xhtml" media-type="application/xhtml+xml"/></manifest>
                <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/><itemref idref="pic"/>
                <itemref idref="nobody"/></spine></package>
                """
            )
        ]
        let document = try fixture.read()
        #expect(document.units.map(\.source.tagged) == ["一", "二<x1/>三", "四"])
        let codes = document.findings.map(\.code)
        for code in ["epub-missing", "epub-spine", "epub-path", "epub-outside-spine", "xml-unbalanced"] {
            #expect(codes.contains(code), "\(code)")
        }
        #expect(codes.count { $0 == "epub-spine" } == 2)
    }

    @Test func saysThatAnArchiveHoldsNoBook() throws {
        var writer = ZipWriter()
        writer.add("a.txt", [1])
        let bytes = writer.finish()
        let error = #expect(throws: FormatError.self) { try EPUBFormat.read(bytes, file: "x.epub") }
        #expect(error?.code == .malformed)
    }

    @Test func survivesManyMutations() throws {
        let fixture = EPUBFixture("<h1>一</h1><p>二<ruby>三<rt>s</rt></ruby><a href=\"#x\">1</a>四</p>")
        let page = Array(EPUBFixture.page(fixture.documents[0].body).utf8)
        let edition = try fixture.edition([:])
        var dice = Dice(seed: 11)
        let letters = Array("<>/!?-[]&;\"'= apbr".utf8)
        for _ in 0..<400 {
            var mutated = page
            for _ in 0..<dice.next(8) + 1 { mutated[dice.next(mutated.count)] = letters[dice.next(letters.count)] }
            let part = EPUBPart(path: "a", kind: .content, xml: XMLFile(mutated, file: "a"))
            for layout in [Edition.Layout.target, .bilingual] {
                var edition = edition
                edition.layout = layout
                for unit in part.units { edition.texts[unit.key] = unit.source }
                var writer = EPUBPartWriter(part, edition: edition, file: "x")
                #expect(!writer.write().isEmpty)
            }
        }
    }
}
