import Formats
import Testing
import Text

struct DOCXFormatTests {
    /// A Word document with this body, and parts beside it by their path.
    private static func archive(_ body: String, parts: [String: String] = [:], core: String? = nil) -> [UInt8] {
        var zip = ZipWriter()
        let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ targets: [(String, String)]) -> String {
            let items = targets.enumerated().map {
                "<Relationship Id=\"r\($0.offset)\" Type=\"\(types)/\($0.element.0)\" Target=\"\($0.element.1)\"/>"
            }
            return "<Relationships>\(items.joined())</Relationships>"
        }
        zip.add("[Content_Types].xml", Array("<Types/>".utf8))
        let root = [("officeDocument", "word/document.xml"), ("metadata/core-properties", "docProps/core.xml")]
        zip.add("_rels/.rels", Array(relations(root).utf8))
        zip.add("word/document.xml", Array("<w:document \(word)><w:body>\(body)</w:body></w:document>".utf8))
        let others = [
            ("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("header", "header1.xml"),
            ("footer", "footer1.xml"),
        ]
        zip.add("word/_rels/document.xml.rels", Array(relations(others).utf8))
        let styles = """
            <w:styles \(word)><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="2"><w:name w:val="mine"/><w:basedOn w:val="1"/></w:style>
            <w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>
            """
        zip.add("word/styles.xml", Array(styles.utf8))
        for (path, text) in parts.sorted(by: { $0.key < $1.key }) {
            zip.add("word/" + path, Array("<w:x \(word)>\(text)</w:x>".utf8))
        }
        if let core { zip.add("docProps/core.xml", Array("<c>\(core)</c>".utf8)) }
        return zip.finish()
    }

    private static func run(_ text: String, _ properties: String = "") -> String {
        let own = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
        return "<w:r>\(own)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    private static func paragraph(_ content: String, style: String? = nil) -> String {
        let own = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(own)\(content)</w:p>"
    }

    private func document(_ body: String, parts: [String: String] = [:], core: String? = nil) throws -> Document {
        try expectIdentity(format: DOCXFormat.self, bytes: Self.archive(body, parts: parts, core: core))
    }

    private func tagged(_ content: String) throws -> String? {
        try document(Self.paragraph(content)).units.first?.source.tagged
    }

    /// The body after one unit is translated.
    private func body(
        _ content: String,
        _ source: String,
        _ translation: String,
        target: String = "en",
        layout: Edition.Layout = .target
    ) throws -> String {
        let document = try DOCXFormat.read(Self.archive(content), file: "a.docx")
        let edition = try edition(of: document, [source: translation], target: target, layout: layout)
        #expect(edition.texts.count == 1)
        let written = try ZipArchive(DOCXFormat.write(document, as: edition).bytes, file: "a.docx")
        var findings: [Finding] = []
        let entry = try #require(written.entry(at: "word/document.xml"))
        let text = String(decoding: try written.contents(of: entry, findings: &findings), as: UTF8.self)
        let start = try #require(text.firstRange(of: "<w:body>")).upperBound
        let end = try #require(text.firstRange(of: "</w:body>")).lowerBound
        return String(text[start..<end])
    }

    // MARK: inline

    @Test func joinsRunsThatLookAlike() throws {
        let lang = "<w:rFonts w:hint=\"eastAsia\"/><w:lang w:val=\"zh-CN\"/>"
        #expect(try tagged(Self.run("天") + Self.run("黑", lang) + "<w:proofErr/>" + Self.run("了。")) == "天黑了。")
    }

    @Test func marksOtherPropertiesWithCodes() throws {
        let bold = Self.run("说", "<w:b/>")
        let content = Self.run("他") + bold + Self.run("了很多话。")
        #expect(try tagged(content) == "他<g1>说</g1>了很多话。")
        #expect(
            try body(Self.paragraph(content), "他<g1>说</g1>了很多话。", "He <g1>said</g1> much.")
                == "<w:p><w:r><w:t xml:space=\"preserve\">He </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>said</w:t></w:r>"
                + "<w:r><w:t xml:space=\"preserve\"> much.</w:t></w:r></w:p>"
        )
    }

    @Test func takesWhatMostOfTheTextHasAsPlain() throws {
        let content = Self.run("全都是粗体的话，", "<w:b/>") + Self.run("除了它")
        #expect(try tagged(content) == "全都是粗体的话，<g1>除了它</g1>")
        #expect(
            try body(Self.paragraph(content), "全都是粗体的话，<g1>除了它</g1>", "All bold<g1>but it</g1>")
                == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>All bold</w:t></w:r><w:r><w:t>but it</w:t></w:r></w:p>"
        )
    }

    @Test func keepsWhatIsNoTextAsCodes() throws {
        let note = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>"
        let content = Self.run("一") + note + "<w:r><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r>"
        let unit = try #require(try document(Self.paragraph(content)).units.first)
        #expect(unit.source.tagged == "一<x1/><x2/>二<x3/>三")
        #expect(unit.source.codes.map(\.kind) == [.anchor, .character, .lineBreak])
        #expect(unit.source.plain == "一\t二\n三")
        #expect(
            try body(Self.paragraph(content), unit.source.tagged, "A<x1/><x2/>B<x3/>C")
                == "<w:p><w:r><w:t>A</w:t></w:r>" + note
                + "<w:r><w:tab/></w:r><w:r><w:t>B</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>C</w:t></w:r></w:p>"
        )
    }

    @Test func keepsLinksAndTrackedChanges() throws {
        let content =
            Self.run("看")
            + "<w:hyperlink r:id=\"r1\">\(Self.run("这里"))</w:hyperlink><w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\">\(Self.run("新的话"))</w:ins>" + Self.run("。")
        #expect(try tagged(content) == "看<g1>这里</g1><x2/><g3>新的话</g3>。")
        let written = try body(
            Self.paragraph(content),
            "看<g1>这里</g1><x2/><g3>新的话</g3>。",
            "See <g1>here</g1><x2/><g3>new</g3>."
        )
        #expect(written.contains("<w:hyperlink r:id=\"r1\"><w:r><w:t>here</w:t></w:r></w:hyperlink><w:del w:id=\"1\">"))
        #expect(written.contains("<w:ins w:id=\"2\"><w:r><w:t>new</w:t></w:r></w:ins>"))
    }

    @Test func keepsFieldsWhole() throws {
        func char(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
        func field(_ code: String, _ result: String) -> String {
            char("begin") + "<w:r><w:instrText> \(code) </w:instrText></w:r>" + char("separate") + Self.run(result)
                + char("end")
        }
        #expect(try tagged(Self.run("第") + field("PAGE", "12") + Self.run("页")) == "第<x1/>页")
        #expect(try tagged(Self.run("看") + field("HYPERLINK \"a\"", "这里") + Self.run("。")) == "看<g1>这里</g1>。")
        #expect(try tagged(Self.run("开") + char("begin") + Self.run("头")) == "开<x1/>头")
    }

    @Test func leavesBookmarksAtTheEndsWhereTheyAre() throws {
        let content = "<w:bookmarkStart w:id=\"1\"/>" + Self.run("天黑了。") + "<w:bookmarkEnd w:id=\"1\"/>"
        #expect(try tagged(content) == "天黑了。")
        #expect(
            try body(Self.paragraph(content), "天黑了。", "A < B")
                == Self.paragraph(
                    "<w:bookmarkStart w:id=\"1\"/><w:r><w:t>A &lt; B</w:t></w:r><w:bookmarkEnd w:id=\"1\"/>"
                )
        )
    }

    @Test func translatesTextBoxesInsideOfParagraphs() throws {
        let box = "<w:r><w:pict><w:txbxContent>\(Self.paragraph(Self.run("框里")))</w:txbxContent></w:pict></w:r>"
        let content = Self.paragraph(Self.run("前") + box + Self.run("后"))
        let document = try document(content)
        #expect(document.units.map(\.source.tagged) == ["前<x1/>后", "框里"])
        let edition = try edition(of: document, ["前<x1/>后": "Before<x1/>after", "框里": "Inside"])
        let written = try DOCXFormat.read(DOCXFormat.write(document, as: edition).bytes, file: "a")
        #expect(written.units.map(\.source.tagged) == ["Before<x1/>after", "Inside"])
    }

    @Test func dropsIdeographicIndentsForOtherScripts() throws {
        let content = Self.paragraph(Self.run("　　天黑了。"))
        #expect(try body(content, "天黑了。", "It grew dark.") == "<w:p><w:r><w:t>It grew dark.</w:t></w:r></w:p>")
        #expect(
            try body(content, "天黑了。", "日が暮れた。", target: "ja")
                == "<w:p><w:r><w:t xml:space=\"preserve\">　　日が暮れた。</w:t></w:r></w:p>"
        )
    }

    // MARK: structure

    @Test func cutsChaptersAtHeadings() throws {
        let body =
            Self.paragraph(Self.run("雪中"), style: "T") + Self.paragraph(Self.run("第一章 雪"), style: "1")
            + Self.paragraph(Self.run("天黑了。")) + Self.paragraph(Self.run("尾声"), style: "2")
            + "<w:tbl><w:tr><w:tc>\(Self.paragraph(Self.run("格")))</w:tc></w:tr></w:tbl>"
        let document = try document(body)
        #expect(document.chapters.map(\.title) == [nil, "第一章 雪", "尾声"])
        #expect(document.chapters.map(\.key).prefix(2) == ["front", "c1"])
        #expect(document.units.map(\.kind) == [.title, .heading, .paragraph, .heading, .item])
        #expect(document.details.title == "雪中")
    }

    @Test func readsPartsBesideTheDocument() throws {
        let document = try document(
            Self.paragraph(Self.run("正文在这里")),
            parts: [
                "header1.xml": Self.paragraph(Self.run("页眉")), "footer1.xml": Self.paragraph("<w:r><w:tab/></w:r>"),
                "footnotes.xml": Self.paragraph("<w:r><w:footnoteRef/></w:r>" + Self.run(" 注")),
                "comments.xml": Self.paragraph(Self.run("批注")),
            ],
            core: "<dc:title>雪中</dc:title><dc:creator>烽火</dc:creator><dc:title/>"
        )
        #expect(document.chapters.map(\.key) == ["core", "text", "footnotes", "header1"])
        #expect(document.units.map(\.source.tagged) == ["雪中", "烽火", "正文在这里", "注", "页眉"])
        #expect(document.details.author == "烽火")
        let pairs = ["雪中": "Snow & Ice", "注": "Note", "页眉": "Header"]
        let written = try DOCXFormat.write(document, as: edition(of: document, pairs))
        let again = try DOCXFormat.read(written.bytes, file: "a")
        #expect(again.units.map(\.source.tagged) == ["Snow & Ice", "烽火", "正文在这里", "Note", "Header"])
    }

    @Test func putsATranslatedParagraphAfterItsSource() throws {
        let content = Self.paragraph(
            Self.run("天黑了。") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + Self.run("嗯"),
            style: "x"
        )
        #expect(
            try body(content, "天黑了。<x1/>嗯", "It grew dark.<x1/>", layout: .bilingual)
                == content + Self.paragraph("<w:r><w:t>It grew dark.</w:t></w:r>", style: "x")
        )
        let heading = Self.paragraph(Self.run("雪"), style: "1")
        #expect(
            try body(heading, "雪", "Snow", layout: .bilingual)
                == Self.paragraph(Self.run("雪") + "<w:r><w:br/></w:r><w:r><w:t>Snow</w:t></w:r>", style: "1")
        )
    }

    @Test func repairsCodesThatATranslationBroke() throws {
        let content = Self.run("他") + Self.run("说", "<w:b/>") + Self.run("了很多话。")
        let document = try document(Self.paragraph(content))
        let edition = try edition(of: document, ["他<g1>说</g1>了很多话。": "He </g1>said<g1> much."])
        let written = try DOCXFormat.write(document, as: edition)
        #expect(written.findings.map(\.code) == ["codes-repaired"])
        #expect(try DOCXFormat.read(written.bytes, file: "a").units.map(\.source.tagged) == ["He said much."])
    }

    @Test func refusesWhatIsNoWordDocument() throws {
        var zip = ZipWriter()
        zip.add("a.txt", [1])
        let bytes = zip.finish()
        #expect(throws: FormatError.self) { try DOCXFormat.read(bytes, file: "a") }
        #expect(throws: FormatError.self) { try DOCXFormat.read([1, 2, 3], file: "a") }
    }

    @Test(arguments: [
        "<w:p><w:r><w:t>一", "<w:p></w:r><w:t>一</w:t></w:p>", "<w:p><w:r><w:t>一</w:t></w:p>",
        "<w:p/><w:sdt/><w:p><w:sdt/></w:p>",
    ])
    func keepsBrokenMarkup(body: String) throws {
        let bytes = Self.archive(body)
        let document = try DOCXFormat.read(bytes, file: "a")
        #expect(try DOCXFormat.write(document, as: edition()).bytes == bytes)
    }
}
