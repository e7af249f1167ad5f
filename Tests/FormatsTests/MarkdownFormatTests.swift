import Formats
import Testing
import Text

struct MarkdownFormatTests {
    private func document(_ text: String) throws -> Document {
        try expectIdentity(format: MarkdownFormat.self, bytes: Array(text.utf8))
    }

    private func tagged(_ text: String) throws -> [String] { try document(text).units.map(\.source.tagged) }

    // MARK: bytes

    @Test(arguments: [
        "", "\n\n", "\u{FEFF}# 一\r\n\r\n二\r\n", "---\n", "---\ntitle: 一\n", "# \n## \n", "> \n>\n", "- \n- 一\n\n  二\n",
        "```\n一\n", "<!-- 一\n",
        "| 一 |\n|---|\n| 二", "[^1]: 一\n", "*", "[", "![", "`", "**一", "\\", "一\\\n", "一  \n", "\t一\n", "1. \n2) 一",
        "***一", "　　\n　　一\n",
        "> - > 一\n二\n", "一\n===\n二\n---\n",
    ])
    func givesItsBytesBack(text: String) throws {
        _ = try document(text)
    }

    @Test func changesTheHolesOnly() throws {
        let text = """
            ---
            title: "雪中"
            tags: [一, 二]
            ---

            # 第一章 雪

            > 天黑了，
            > 他走了。

            - 甲
              - 乙 *丙*
            ```
            代码
            ```
            | 名 | 义 |
            |:---|---|
            | 剑 | 刀 |

            <div>不动</div>

            [一]: http://example.com "题"

            """
        #expect(
            try tagged(text) == ["雪中", "第一章 雪", "天黑了，他走了。", "甲", "乙 <g1>丙</g1>", "名", "义", "剑", "刀"]
        )
        for unit in try document(text).units where unit.source.codes.isEmpty && !unit.source.text.hasPrefix("天") {
            let written = try translated(MarkdownFormat.self, text, [unit.source.text: "Translation"])
            #expect(written == text.replacing(unit.source.text, with: "Translation"))
        }
        #expect(
            try translated(MarkdownFormat.self, text, ["天黑了，他走了。": "It grew dark and he left."])
                == text.replacing("天黑了，\n> 他走了。", with: "It grew dark and he left.")
        )
        #expect(
            try translated(MarkdownFormat.self, text, ["乙 <g1>丙</g1>": "B <g1>C</g1>"])
                == text.replacing("乙 *丙*", with: "B *C*")
        )
    }

    // MARK: blocks

    @Test func passesOverWhatHoldsNoText() throws {
        let text = "    代码\n\n~~~ swift\n代码\n\n~~~\n\n<!-- 一\n\n二 -->\n\n<p>\n三\n</p>\n\n***\n\n[甲]: /url\n\n四\n"
        #expect(try tagged(text) == ["四"])
    }

    @Test func joinsTheLinesOfAParagraph() throws {
        #expect(try tagged("他说，\n走吧。\n\nOne line\nand one more.\n") == ["他说，走吧。", "One line and one more."])
    }

    @Test func keepsTheParagraphsOfAWebNovelApart() throws {
        let lines = ["天黑了。", "“走吧，我们去看看那边到底发生了什么事情，别再等了。”", "他没有说话。", "雪停了，风也停了，四下里一点声音都没有。", "“好。”", "门开了。"]
        #expect(try tagged(lines.joined(separator: "\n")) == lines)
        #expect(try tagged("　　天黑了\n　　雪停了\n") == ["天黑了", "雪停了"])
    }

    @Test func keepsHardBreaksAsCodes() throws {
        let text = "> 床前明月光，  \n> 疑是地上霜。\\\n> 举头\n"
        let unit = try #require(try document(text).units.first)
        #expect(unit.source.tagged == "床前明月光，<x1/>疑是地上霜。<x2/>举头")
        #expect(unit.source.codes.map(\.kind) == [.lineBreak, .lineBreak])
        #expect(
            try translated(MarkdownFormat.self, text, [unit.source.tagged: "Moonlight,<x1/>frost.<x2/>I look"])
                == "> Moonlight,  \n> frost.\\\n> I look\n"
        )
    }

    @Test func dropsIdeographicIndentsOfTranslatedParagraphs() throws {
        #expect(try translated(MarkdownFormat.self, "　　天黑了。\n", ["天黑了。": "It grew dark."]) == "It grew dark.\n")
        #expect(try translated(MarkdownFormat.self, "　　天黑了。\n", ["天黑了。": "日が暮れた。"], target: "ja") == "　　日が暮れた。\n")
    }

    @Test func notesThematicBreaks() throws {
        let units = try document("一\n\n* * *\n\n二\n").units
        #expect(units.map { $0.notes["separator"] } == [nil, "* * *"])
    }

    @Test func takesTheTextOfAPictureThatStandsAlone() throws {
        let text = "![雪中的山门](a.png)\n\n他看![图](b.png)了。\n"
        let units = try document(text).units
        #expect(units.map(\.kind) == [.alternative, .paragraph])
        #expect(units.map(\.source.tagged) == ["雪中的山门", "他看<x1/>了。"])
        #expect(
            try translated(MarkdownFormat.self, text, ["雪中的山门": "The gate [in snow]"])
                == text.replacing("雪中的山门", with: "The gate [in snow]")
        )
    }

    @Test func escapesWhatWouldEndACell() throws {
        let text = "| 甲 | 乙 |\n|---|---|\n| 丙\\|丁 | 戊 |\n"
        #expect(try tagged(text) == ["甲", "乙", "丙|丁", "戊"])
        #expect(try translated(MarkdownFormat.self, text, ["戊": "a|b"]) == text.replacing("戊", with: "a\\|b"))
    }

    // MARK: inline

    @Test(arguments: [
        ("他*说*了", "他<g1>说</g1>了"), ("**“重要”**的", "<g1>“重要”</g1>的"), ("***都***", "<g1><g2>都</g2></g1>"),
        ("_斜_ snake_case_name", "<g1>斜</g1> snake_case_name"), ("~~删~~", "<g1>删</g1>"), ("2 * 3 * 4", "2 * 3 * 4"),
        ("用`a*b*`吧", "用<x1/>吧"), ("[文](http://a.b/(c) \"题\")。", "<g1>文</g1>。"), ("[**粗**](a)", "<g1><g2>粗</g2></g1>"),
        ("<http://a.b>", "<x1/>"), ("一<b>二</b>三", "一<g1>二</g1>三"), ("一<br>二", "一<x1/>二"), ("注[^1]。", "注<x1/>。"),
        ("\\*星\\*", "*星*"), ("A&amp;B", "A<x1/>B"), ("[系统] 好", "[系统] 好"), ("**没完", "**没完"), ("a <b", "a <b"),
        ("[甲][]", "[甲][]"),
        ("*a **b** c*", "<g1>a <g2>b</g2> c</g1>"), ("一 <!-- 注 --> 二", "一 <x1/> 二"), ("`没完", "`没完"), ("1<2", "1<2"),
        ("[系统](他 说)", "[系统](他 说)"), ("[文](<a b> 'c')", "<g1>文</g1>"),
    ])
    func readsInlineMarkup(text: String, expected: String) throws {
        #expect(try tagged(text + "\n") == [expected])
    }

    @Test func keepsTheLabelOfAReference() throws {
        let text = "看[剑][jian]和[刀]。\n\n[jian]: /a\n[刀]: /b\n"
        #expect(try tagged(text) == ["看<g1>剑</g1>和<g2>刀</g2>。"])
        #expect(
            try translated(
                MarkdownFormat.self,
                text,
                ["看<g1>剑</g1>和<g2>刀</g2>。": "The <g1>sword</g1> and the <g2>knife</g2>."]
            )
                == "The [sword][jian] and the [knife][刀].\n\n[jian]: /a\n[刀]: /b\n"
        )
    }

    @Test(arguments: [
        "# not a heading", "- not a list", "+ nor this", "* nor that", "1. nor a number", "2) nor that", "> no quote",
        "***", "---", "===",
        "~~~ no fence", "[note]: no definition", "*stars* and _lines_", "a `tick`", "a [link](x)", "<b>bold</b>",
        "AT&amp;T", "a \\* b", "~~gone~~",
        "[^1] no note", "snake_case", "5 * 3 < 6 & 7 > 2", "[System] Bound!", "tail \\", "a ![b](c)", "**", "| a | b |",
    ])
    func escapesWhatTheTranslationDoesNotMean(translation: String) throws {
        let written = try translated(MarkdownFormat.self, "一\n", ["一": translation])
        let again = try document(written)
        #expect(again.units.map(\.source.text) == [translation])
        #expect(again.units.allSatisfy { $0.source.codes.isEmpty && $0.kind == .paragraph })
    }

    @Test func leavesPlainTranslationsUnescaped() throws {
        let translation = "“Ding! [System] bound: snake_case, 5 * 3 < 6 & more...” he said - twice. #1!"
        #expect(try translated(MarkdownFormat.self, "一\n", ["一": translation]) == translation + "\n")
    }

    @Test func movesSpacesOutOfEmphasis() throws {
        #expect(
            try translated(MarkdownFormat.self, "他**说**了\n", ["他<g1>说</g1>了": "He<g1> said </g1>it"])
                == "He **said** it\n"
        )
    }

    // MARK: front matter

    @Test func readsAndWritesFrontMatter() throws {
        let text =
            "---\ntitle: 雪中\nauthor: '烽火'\ndescription: \"他说：\\\"走\\\"\"\ndate: 2020-01-01\nlang: zh-CN\n---\n一\n"
        let document = try document(text)
        #expect(document.details.title == "雪中")
        #expect(document.details.author == "烽火")
        #expect(document.details.language == LanguageTag("zh-CN"))
        #expect(document.units.map(\.kind) == [.title, .author, .metadata, .paragraph])
        #expect(document.units[2].source.text == "他说：\"走\"")
        let pairs = ["雪中": "Snow: a tale", "烽火": "O'Neill", "他说：\"走\"": "\"Go\""]
        #expect(
            try translated(MarkdownFormat.self, text, pairs)
                == text.replacing("雪中", with: "\"Snow: a tale\"").replacing("烽火", with: "O''Neill")
                .replacing("他说：\\\"走\\\"", with: "\\\"Go\\\"")
        )
    }

    // MARK: chapters

    @Test func cutsChaptersAtTheFirstLevel() throws {
        let document = try document("前\n\n# 第一章 雪\n一\n\n## 节\n\n# 番外\n二\n")
        #expect(document.chapters.map(\.title) == [nil, "第一章 雪", "番外"])
        #expect(document.chapters.map(\.key).prefix(2) == ["front", "c1"])
    }

    @Test func cutsAtTheSecondLevelUnderOneTitle() throws {
        let document = try document("雪中\n====\n\n## 第一章\n一\n\n## 第二章\n二\n")
        #expect(document.chapters.map(\.key) == ["front", "c1", "c2"])
        #expect(document.details.title == "雪中")
        #expect(document.units.first?.kind == .title)
    }

    @Test func cutsAtLinesThatReadLikeHeadings() throws {
        #expect(try document("第一章 雪\n\n一\n\n第二章\n\n二\n").chapters.map(\.key) == ["c1", "c2"])
        #expect(try document("一\n").chapters.map(\.key) == ["text"])
    }

    // MARK: bilingual, encodings

    @Test func putsTheTranslationUnderItsSource() throws {
        let pairs = ["一": "One", "二": "Two", "三": "Three", "甲": "A"]
        #expect(
            try translated(MarkdownFormat.self, "# 一\n\n> 二\n\n- 三\n\n|甲|\n|-|\n", pairs, layout: .bilingual)
                == "# 一 / One\n\n> 二\n>\n> Two\n\n- 三\n\n  Three\n\n|甲 / A|\n|-|\n"
        )
    }

    @Test func writesOtherEncodings() throws {
        let text = "# 第一章 他的剑\n\n他没有说话，**我们**走了。\n\n> - 这是一把剑\n"
        guard case .success(let bytes) = TextEncoding.gb18030.encode(text) else { throw Failure() }
        let document = try expectIdentity(format: MarkdownFormat.self, bytes: bytes)
        #expect(document.details.encoding == "GB18030")
        let written = try MarkdownFormat.write(document, as: edition(of: document, ["这是一把剑": "这不是一把剑"]))
        let expected = TextEncoding.gb18030.encode(text.replacing("这是一把剑", with: "这不是一把剑"))
        guard case .success(let expected) = expected else { throw Failure() }
        #expect(written.bytes == expected)
    }

    private struct Failure: Error {}

    @Test func survivesNoise() throws {
        let pieces = [
            "*", "_", "`", "[", "]", "(", ")", "!", "<", ">", "\n", " ", "\\", "#", "-", "1.", "|", "一", "a", "&", ";",
            "~", "　", "\t", "---\n",
        ]
        var state: UInt64 = 7
        for length in [10, 50, 200, 1000] {
            for _ in 0..<20 {
                var text = ""
                for _ in 0..<length {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    text += pieces[Int(state >> 33) % pieces.count]
                }
                _ = try document(text)
            }
        }
    }
}
