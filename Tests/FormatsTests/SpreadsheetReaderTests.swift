import Formats
import Testing

struct SpreadsheetReaderTests {
    private static func workbook(_ sheets: [(name: String, cells: String)], shared: String = "") -> [UInt8] {
        var zip = ZipWriter()
        let entries = sheets.enumerated().map { "<sheet name=\"\($0.element.name)\" r:id=\"r\($0.offset)\"/>" }
        zip.add("xl/workbook.xml", Array("<workbook><sheets>\(entries.joined())</sheets></workbook>".utf8))
        let relations = sheets.indices.map { "<Relationship Id=\"r\($0)\" Target=\"worksheets/s\($0).xml\"/>" }
        zip.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations.joined())</Relationships>".utf8))
        zip.add("xl/sharedStrings.xml", Array("<sst>\(shared)</sst>".utf8))
        for (index, sheet) in sheets.enumerated() {
            let xml = "<worksheet><sheetData>\(sheet.cells)</sheetData></worksheet>"
            zip.add("xl/worksheets/s\(index).xml", Array(xml.utf8))
        }
        return zip.finish()
    }

    @Test func readsEveryKindOfCell() throws {
        let cells = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"/><row r="3"><c r="A3" t="inlineStr"><is><t>剑</t></is></c><c r="D3"><v>3.50</v></c></row>
            <row r="4"><c r="A4" t="str"><f>A1&amp;B1</f><v>和</v></c><c t="b"><v>1</v></c><c r="C4" t="s"><v>9</v></c></row>
            """
        let shared = "<si><t>原文</t></si><si><r><t>译</t></r><r><t>文</t></r><rPh><t>yiwen</t></rPh></si>"
        let sheets = try SpreadsheetReader.sheets(
            Self.workbook([("术语", cells), ("空", "")], shared: shared),
            file: "a.xlsx"
        )
        #expect(sheets.map(\.name) == ["术语", "空"])
        #expect(sheets.first?.rows == [["原文", "译文"], ["剑", "", "", "3.50"], ["和", "TRUE"]])
        #expect(sheets.last?.rows == [])
    }

    @Test func leavesColumnsOutThatNoListHas() throws {
        let sheets = try SpreadsheetReader.sheets(
            Self.workbook([("a", "<row><c r=\"XFD1\"><v>1</v></c><c r=\"ZZZZZZZZ1\"><v>2</v></c></row>")]),
            file: "a.xlsx"
        )
        #expect(sheets.first?.rows.allSatisfy { $0.count < 2 } == true)
    }

    @Test func refusesWhatIsNoWorkbook() {
        #expect(throws: FormatError.self) { try SpreadsheetReader.sheets([1, 2], file: "a") }
    }
}
