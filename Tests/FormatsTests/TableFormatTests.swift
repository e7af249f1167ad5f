import Formats
import Testing
import Text

@Suite struct TableFormatTests {
    private func read(_ text: String, _ file: String = "a.csv", to targets: [String] = ["en"]) throws -> Document {
        try CSVFormat.read(
            Array(text.utf8),
            file: file,
            options: ReadOptions(targets: targets.compactMap { LanguageTag($0) })
        )
    }

    private func write(_ document: Document, _ texts: [String: String], to target: String = "en") throws -> String {
        var edition = try edition(target: target)
        for unit in document.units {
            guard let text = texts[unit.key] else { continue }
            edition.texts[unit.key] = InlineText(text)
        }
        #expect(edition.texts.count == texts.count)
        return String(decoding: try CSVFormat.write(document, as: edition).bytes, as: UTF8.self)
    }

    @Test func findsColumnsByTheirNames() throws {
        let units = try read(TableSamples.strings).units
        #expect(units.map(\.key) == ["menu.start", "story.1", "menu.start.2", "short", "last"])
        #expect(units[0].existing["en"]?.text.literal == "Start")
        #expect(units[0].notes == [Unit.Note.key: "menu.start", Unit.Note.comment: "主菜单", Unit.Note.maxLength: "12"])
        #expect(units[1].source.literal == "第一行\n第二行，有逗号")
        #expect(units[1].existing.keys.sorted() == ["ja"])
        #expect(units[1].notes[Unit.Note.speaker] == "林峰")
        #expect(units[1].notes[Unit.Note.comment] == "他说 \"走\"")
        #expect(units[2].source.codes.map(\.data) == ["<color=#FFA500>", "</color>", "\\n", "{0}"])
    }

    @Test func writesIntoTheTargetColumn() throws {
        let document = try read(TableSamples.strings)
        let written = try write(document, ["menu.start": "Begin, now", "short": "Short", "last": "Fin"])
        #expect(
            written
                == TableSamples.strings.replacing("开始游戏,Start", with: "开始游戏,\"Begin, now\"")
                .replacing("short,短", with: "short,短,Short").replacing("\"The end\"", with: "\"Fin\"")
        )
    }

    @Test(arguments: [
        ("keys,zh\nA,甲\n\nB,乙\n", "keys,zh,en\nA,甲,one\n\nB,乙,\n"),
        ("key,zh_CN\r\nA,甲", "key,zh_CN,en\r\nA,甲,one"),
        ("key;CHINESE;x\nA;甲\n", "key;CHINESE;x;en\nA;甲;;one\n"),
        ("\"key\",\"source\"\n\"A\",\"甲\"\n", "\"key\",\"source\",\"en\"\n\"A\",\"甲\",\"one\"\n"),
        ("Key,Chinese (Simplified)(zh-Hans)\nA,甲\n", "Key,Chinese (Simplified)(zh-Hans),English(en)\nA,甲,one\n"),
        ("id\tname_ZH\tdesc_ZH\nA\t甲\t说明\n", "id\tname_ZH\tdesc_ZH\tname_EN\tdesc_EN\nA\t甲\t说明\tone\t\n"),
    ])
    func makesAMissingColumn(_ before: String, _ after: String) throws {
        let document = try read(before)
        let key = try #require(document.units.first?.key)
        #expect(try write(document, [key: "one"]) == after)
    }

    @Test func replacesChineseInTablesOfData() throws {
        let document = try read(TableSamples.items)
        #expect(document.units.map(\.key) == ["1001/name", "1001/desc", "1002/name", "1002/desc"])
        #expect(document.units.map(\.kind) == [.name, .string, .name, .string])
        #expect(
            try write(document, ["1002/desc": "Good, \"very\""])
                == TableSamples.items.replacing("吃了会好", with: "\"Good, \"\"very\"\"\"")
        )
    }

    @Test func leavesValuesOfEnumerations() throws {
        let rows = (1...8).map { "\($0),第\($0)把剑,\($0 % 2 == 0 ? "白" : "蓝"),武器" }
        let document = try read("id,name,colour,item_type\n" + rows.joined(separator: "\n"))
        #expect(document.units.count == 8)
        #expect(document.findings.map(\.code) == ["table-values"])
        #expect(document.findings.first?.message.contains("colour, item_type") == true)
    }

    @Test func readsWhatFollowsAnOpenQuote() throws {
        let document = try read("key,zh\n1,\"甲\n2,乙\n3,丙\n")
        #expect(document.findings.map(\.code) == ["csv-quote"])
        #expect(document.findings.first?.place.line == 2)
        #expect(document.units.map(\.source.literal) == ["\"甲", "乙", "丙"])
    }

    @Test func knowsUnrealAndExcelConventions() throws {
        let unreal = try read("key,source,Target\nNS/A,\"你好\",\n")
        #expect(try write(unreal, ["NS/A": "Hi"]) == "key,source,Target\nNS/A,\"你好\",Hi\n")
        let excel = try read("sep=;\nkey;zh;en\nA;甲,乙;\n")
        #expect(try write(excel, ["A": "x;y"]) == "sep=;\nkey;zh;en\nA;甲,乙;\"x;y\"\n")
        let steam = try read("token\tenglish\tschinese\n#a\tHello\t你好\n")
        #expect(steam.units.first?.existing["en"]?.text.literal == "Hello")
        let i2 = try read("Keys,Type,Desc,English,Chinese (Simplified) [zh-CN]\nA,Text,,Hello,你好\n")
        #expect(i2.units.map(\.source.literal) == ["你好"])
        #expect(i2.units.first?.existing["en"]?.text.literal == "Hello")
    }

    @Test(arguments: ["\"", "\"\"\",", ",", "\n", "\",\"", "a\"\"b,\"\n"])
    func takesTimeInProportion(_ piece: String) throws {
        _ = try read("key,zh\n" + String(repeating: piece, count: 50_000))
    }

    // MARK: Workbooks

    private func sheet(_ bytes: [UInt8], _ number: Int = 1) throws -> String {
        let archive = try ZipArchive(bytes, file: "a")
        var findings: [Finding] = []
        let entry = try #require(archive.entry(at: "xl/worksheets/sheet\(number).xml"))
        return String(decoding: try archive.contents(of: entry, findings: &findings), as: UTF8.self)
    }

    @Test func readsSharedAndRichText() throws {
        let units = try XLSXFormat.read(WorkbookSamples.strings, file: "a.xlsx").units
        #expect(units.map(\.key) == ["20250101123456789", "b", StableHash("第一行\r\n第二行").hex])
        #expect(units[0].source.tagged == "开始 & <x1/>")
        #expect(units[1].source.tagged == "走进<g1>青云山</g1>吧")
        #expect(units[2].existing["en"]?.text.literal == "old")
    }

    @Test func changesOnlyTheCellsOfTheSheet() throws {
        let document = try XLSXFormat.read(WorkbookSamples.strings, file: "a.xlsx")
        var edition = try edition()
        let units = document.units
        edition.texts[units[0].key] = InlineText(tagged: "Start & <x1/>", source: units[0].source)
        edition.texts[units[1].key] = InlineText(tagged: "Into <g1>Mt Qingyun</g1>!", source: units[1].source)
        let written = try XLSXFormat.write(document, as: edition).bytes
        let expected = try sheet(WorkbookSamples.strings)
            .replacing(
                "<c r=\"C2\" s=\"5\"/>",
                with: "<c r=\"C2\" s=\"5\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Start &amp; {0}</t></is></c>"
            )
            .replacing(
                "<v>4</v></c></row>\n",
                with: "<v>4</v></c></row>\n"
            )
        let rich =
            "<c r=\"C3\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">Into </t></r><r><rPr><b/><color rgb=\"FFFF0000\"/></rPr><t xml:space=\"preserve\">Mt Qingyun</t></r><r><t xml:space=\"preserve\">!</t></r></is></c>"
        let after = "<c r=\"B3\" t=\"s\"><v>4</v></c>"
        #expect(try sheet(written) == expected.replacing(after, with: after + rich))
    }

    @Test func makesAMissingColumnInASheet() throws {
        let document = try XLSXFormat.read(WorkbookSamples.missingTarget, file: "a.xlsx")
        #expect(document.units.map(\.key) == ["a/1", "a/2"])
        var edition = try edition()
        edition.texts["a/2"] = InlineText("two")
        let text = try sheet(try XLSXFormat.write(document, as: edition).bytes)
        #expect(text.contains("<dimension ref=\"A1:C3\"/>"))
        #expect(text.contains("<c r=\"C1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">en</t></is></c></row>"))
        #expect(text.contains("<c r=\"C3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">two</t></is></c></row>"))
        #expect(!text.contains("C2"))
    }

    @Test func readsLubanTables() throws {
        let document = try XLSXFormat.read(WorkbookSamples.luban, file: "a.xlsx")
        #expect(document.units.map(\.key) == ["道具/1001/name", "道具/1001/desc", "道具/1003/name", "道具/1003/desc"])
        #expect(document.chapters.map(\.title) == ["道具"])
    }

    @Test func fillsTheColumnOfTranslatorPlusPlusThatCounts() throws {
        let options = ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        let document = try XLSXFormat.read(WorkbookSamples.translator, file: "Map001.xlsx", options: options)
        #expect(document.units.first?.existing["en"]?.text.literal == "Hello")
        var edition = try edition()
        for unit in document.units { edition.texts[unit.key] = InlineText("new") }
        let text = try sheet(try XLSXFormat.write(document, as: edition).bytes)
        #expect(text.contains("<c r=\"C2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">new</t>"))
        #expect(text.contains("<c r=\"C3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">new</t>"))
    }
}
