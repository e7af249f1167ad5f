import Formats
import Testing
import Text

struct TextFormatTests {
    private func units(_ text: String) throws -> [String] {
        try expectIdentity(format: TextFormat.self, bytes: Array(text.utf8)).units.map(\.source.text)
    }

    // MARK: bytes

    @Test(arguments: [
        "", "\n", "\r\n\r\n", "\r", "一", "一\n", "一\r二\n三\r\n四", "\u{FEFF}一\n", "  \n　　一  \n\t二\u{3000}\n\n\n",
        "一\u{0}二\u{C}\n\u{C}三",
        "　　", "a\u{FFFC}b\n", "***\n---\n", "\u{FEFF}", "第一章\n", "第一章\n第二章\n第三章\n第四章\n",
    ])
    func givesItsBytesBack(text: String) throws {
        try expectIdentity(format: TextFormat.self, bytes: Array(text.utf8))
    }

    @Test func changesTheHolesOnly() throws {
        let text = "\u{FEFF}第一章 雪\r\n\r\n　　天黑了。 \r\n\t他没有说话。\r* * *\n“走吧。”"
        #expect(
            try translated(TextFormat.self, text, ["他没有说话。": "He said nothing."])
                == text.replacing("他没有说话。", with: "He said nothing.")
        )
    }

    @Test func keepsControlCharactersAsCodes() throws {
        let text = "天\u{0}黑了。\u{C}\n"
        #expect(
            try translated(TextFormat.self, text, ["天<x1/>黑了。": "It <x1/>grew dark."]) == "It \u{0}grew dark.\u{C}\n"
        )
    }

    @Test func writesATranslationOfSeveralLinesAsOne() throws {
        #expect(try translated(TextFormat.self, "天黑了。\n", ["天黑了。": "It grew\n dark. \n"]) == "It grew dark.\n")
    }

    // MARK: indents

    @Test func dropsIdeographicIndentsOfTranslatedParagraphsOnly() throws {
        let text = "　　天黑了。\n　　雪停了。\n"
        #expect(try translated(TextFormat.self, text, ["天黑了。": "It grew dark."]) == "It grew dark.\n　　雪停了。\n")
        #expect(try translated(TextFormat.self, text, ["天黑了。": "日が暮れた。"], target: "ja") == "　　日が暮れた。\n　　雪停了。\n")
        #expect(try translated(TextFormat.self, "    天黑了。\n", ["天黑了。": "It grew dark."]) == "    It grew dark.\n")
    }

    // MARK: bilingual

    @Test func putsTheTranslationUnderItsSource() throws {
        let pairs = ["天黑了。": "It grew dark.", "雪停了。": "The snow stopped."]
        #expect(
            try translated(TextFormat.self, "　　天黑了。\r\n　　雪停了。", pairs, layout: .bilingual)
                == "　　天黑了。\r\nIt grew dark.\r\n　　雪停了。\r\nThe snow stopped."
        )
        #expect(
            try translated(TextFormat.self, "天黑了。\n\n雪停了。\n", pairs, layout: .bilingual)
                == "天黑了。\n\nIt grew dark.\n\n雪停了。\n\nThe snow stopped.\n"
        )
    }

    // MARK: paragraphs

    @Test func takesEachLineOfAWebNovelAsAParagraph() throws {
        let lines = [
            "天还没亮，贺青禾就被人从被窝里拎了出来，她揉着眼睛，看见师姐站在床前，手里拿着一把剑", "“走”", "“去哪儿”", "师姐没有回答，只是把剑递给了她",
            "三株冰髓草", "两瓶丹药", "一封没有署名的信", "山门前的石阶一共三千二百级，她是手脚并用爬上去的，爬到一半的时候天才刚刚亮起来", "叮",
        ]
        #expect(try units(lines.joined(separator: "\n")) == lines)
    }

    @Test func takesLongParagraphsBetweenBlankLinesAsTheyAre() throws {
        let paragraph = String(repeating: "他在雪地里走了很久，一个人也没有看见，", count: 6)
        let lines = (1...8).map { "\($0)\(paragraph)" }
        #expect(try units(lines.joined(separator: "\n\n")) == lines)
    }

    @Test func leavesVerseInItsLines() throws {
        let lines = ["床前明月光，疑是地上霜。", "举头望明月，低头思故乡。", "春眠不觉晓，处处闻啼鸟，", "夜来风雨声，花落知多少。", "白日依山尽，黄河入海流，", "欲穷千里目，更上一层楼。"]
        #expect(try units(lines.joined(separator: "\n")) == lines)
    }

    private static let wrapped = [
        "此開卷第一回也．作者自云：因曾歷過一番夢幻之后，故將真事隱去，", "而借通靈之說，撰此《石頭記》一書也．故曰甄士隱云云．但書中所記何",
        "事何人？自又云：今風塵碌碌，一事無成，忽念及當日所有之女子，一", "一細考較去，覺其行止見識，皆出于我之上．何我堂堂須眉，誠不若彼裙",
        "釵哉？實愧則有余，悔又無益之大無可如何之日也！當此，則自欲將已往", "所賴天恩祖德．",
    ]

    @Test func joinsTextThatWasCutAtAWidth() throws {
        let text = "第一回\n----------\n" + Self.wrapped.joined(separator: "\n") + "\n　　詩曰：\n　　滿紙荒唐言，\n　　一把辛酸淚．\n"
        let document = try expectIdentity(format: TextFormat.self, bytes: Array(text.utf8))
        #expect(
            document.units.map(\.source.text) == ["第一回", Self.wrapped.joined(), "詩曰：", "滿紙荒唐言，", "一把辛酸淚．"]
        )
        let finding = try #require(document.findings.first { $0.code == "hard-wraps-joined" })
        #expect(finding.severity == .note)
        #expect(finding.message.contains("9 lines were joined to 4 paragraphs"))
        #expect(
            try translated(TextFormat.self, text, [Self.wrapped.joined(): "This is the opening."])
                == text.replacing(Self.wrapped.joined(separator: "\n"), with: "This is the opening.")
        )
    }

    @Test func joinsTheEndOfASentenceThatStandsAlone() throws {
        let text = Self.wrapped.dropLast().joined(separator: "\n") + "何\n．\n　　列位看官\n"
        #expect(try units(text) == [Self.wrapped.dropLast().joined() + "何．", "列位看官"])
    }

    @Test func joinsLatinLinesWithASpace() throws {
        let lines = [
            "This is the opening section; this the first chapter. Subsequent to the",
            "visions of a dream which he had, on some previous occasion, experienced,",
            "the writer personally relates, he designedly concealed the true",
            "circumstances, and borrowed the attributes of perception and",
            "spirituality to relate this story of the Record of the Stone.",
            "With this purpose, he made use of such designations as Chen Shih-yin",
            "and the like.",
        ]
        #expect(try units(lines.joined(separator: "\r\n")) == [lines.joined(separator: " ")])
    }

    // MARK: separators

    @Test(arguments: ["***", "-----", "＊＊＊", "———", "◇◇◇", "………………", "* * *"])
    func notesASeparatorOnTheUnitAfterIt(separator: String) throws {
        let document = try TextFormat.read(Array("一。\n\n\(separator)\n二。\n三。\n".utf8), file: "a")
        #expect(document.units.map(\.source.text) == ["一。", "二。", "三。"])
        #expect(document.units.map { $0.notes["separator"] } == [nil, separator, nil])
    }

    @Test(arguments: ["“……”", "？！", "「……」"])
    func takesSpeechWithoutWordsAsAUnit(line: String) throws {
        #expect(try units("一。\n\(line)\n二。\n") == ["一。", line, "二。"])
    }

    // MARK: chapters

    @Test func cutsAFileAtItsHeadings() throws {
        let text = "《剑来》\n作者：烽火\n\n第一卷 山下\n第一章 雪\n天黑了。\n第二章\n天亮了。\n第二卷\n第一章 雨\n天黑了。\n番外\n完了。\n"
        let document = try expectIdentity(format: TextFormat.self, bytes: Array(text.utf8))
        #expect(document.chapters.map(\.title) == [nil, "第一卷 山下", "第一章 雪", "第二章", "第二卷", "第一章 雨", "番外"])
        #expect(document.chapters.map(\.key).dropLast() == ["front", "v1", "c1", "c2", "v2", "c1-v2"])
        #expect(document.details.title == "剑来")
        #expect(document.details.author == "烽火")
        #expect(document.units.prefix(3).map(\.kind) == [.title, .author, .heading])
    }

    @Test func callsAFileWithoutHeadingsText() throws {
        let document = try TextFormat.read(Array("天黑了。\n".utf8), file: "a")
        #expect(document.chapters.map(\.key) == ["text"])
        #expect(document.chapters.first?.title == nil)
        #expect(document.details.title == nil)
    }

    @Test func takesATableOfContentsAsFrontMatter() throws {
        let contents = "目录\n第一章 雪\n第二章 雨\n第三章 风\n\n"
        let text = contents + "第一章 雪\n天黑了。\n第二章 雨\n天亮了。\n第三章 风\n完了。\n"
        let document = try expectIdentity(format: TextFormat.self, bytes: Array(text.utf8))
        #expect(document.chapters.map(\.key) == ["front", "c1", "c2", "c3"])
        #expect(document.units.prefix(4).map(\.kind) == [.paragraph, .navigation, .navigation, .navigation])
    }

    @Test func keepsAHeadingThatIsOnlyAWrappedLineInItsParagraph() throws {
        var lines = Self.wrapped
        lines.insert("第一回", at: 3)
        let text = lines.joined(separator: "\n") + "\n"
        #expect(try TextFormat.read(Array(text.utf8), file: "a").chapters.map(\.key) == ["text"])
    }

    // MARK: keys

    @Test func keepsKeysWhenAParagraphIsPutIn() throws {
        let before = try TextFormat.read(Array("第一章\n甲。\n乙。\n乙。\n第二章\n甲。\n".utf8), file: "a")
        let after = try TextFormat.read(Array("第一章\n新。\n甲。\n乙。\n又新。\n乙。\n第二章\n甲。\n".utf8), file: "a")
        let kept = Set(after.units.map(\.key))
        #expect(before.units.allSatisfy { kept.contains($0.key) })
        #expect(before.units.map(\.key).filter { $0.hasSuffix(".2") }.count == 1)
        #expect(before.units[1].key.hasPrefix("c1/"))
        #expect(before.units[1].key.utf8.count == "c1/".utf8.count + 8)
    }

    @Test func refusesADocumentOfAnotherFormat() throws {
        var document = try TextFormat.read(Array("甲。".utf8), file: "a")
        document.units.removeAll()
        #expect(throws: FormatError.self) { try TextFormat.write(document, as: edition()) }
    }
}
