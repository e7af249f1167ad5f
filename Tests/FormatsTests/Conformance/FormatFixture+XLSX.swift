import Formats
import Text

extension FormatFixture {
    static let xlsx: [FormatFixture] = [
        FormatFixture(XLSXFormat.self, "strings.xlsx", WorkbookSamples.strings, units: 3),
        FormatFixture(XLSXFormat.self, "missing.xlsx", WorkbookSamples.missingTarget, units: 2),
        FormatFixture(XLSXFormat.self, "luban.xlsx", WorkbookSamples.luban, units: 4, keepsSource: false),
        FormatFixture(XLSXFormat.self, "Map001.xlsx", WorkbookSamples.translator, units: 2),
    ]
}

/// Workbooks built from the XML of their sheets.
enum WorkbookSamples {
    static func workbook(_ sheets: [(name: String, rows: String)], shared: String = "") -> [UInt8] {
        var zip = ZipWriter()
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let types = sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        }
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
        func add(_ path: String, _ xml: String) { zip.add(path, Array((head + xml).utf8)) }
        add(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>\(types.joined())</Types>"
        )
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        let entries = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>" }
        add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><sheets>\(entries.joined())</sheets></workbook>"
        )
        let relations = sheets.indices.map {
            "<Relationship Id=\"r\($0)\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations.joined())<Relationship Id=\"s\" Type=\"\(relation)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
        )
        add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>")
        for (index, sheet) in sheets.enumerated() {
            add("xl/worksheets/sheet\(index + 1).xml", "<worksheet xmlns=\"\(main)\">\(sheet.rows)</worksheet>")
        }
        return zip.finish()
    }

    /// A row of inline strings from column A on; an empty text is no cell.
    static func row(_ number: Int, _ texts: [String]) -> String {
        let cells = texts.enumerated().filter { !$0.element.isEmpty }.map { index, text in
            let column = String(decoding: [UInt8(0x41 + index % 26)], as: UTF8.self)
            return Double(text) == nil
                ? "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                : "<c r=\"\(column)\(number)\"><v>\(text)</v></c>"
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }

    /// Shared strings, rich text, a formula, a long number, a control character.
    static let strings = workbook(
        [
            (
                "文本",
                """
                <dimension ref="A1:C5"/><sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
                <c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" s="3"><v>20250101123456789</v></c><c r="B2" s="4" t="s"><v>3</v></c>\
                <c r="C2" s="5"/></row><row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3" t="s"><v>4</v></c></row>\
                <row r="4"><c r="A4"><v>4</v></c><c r="B4" t="str"><f>B2&amp;"。"</f><v>甲。</v></c></row>\
                <row r="5"><c r="B5" t="s"><v>6</v></c><c r="C5" t="inlineStr"><is><t>old</t></is></c></row></sheetData>
                """
            )
        ],
        shared:
            "<si><t>key</t></si><si><t>中文</t></si><si><t>English</t></si><si><t xml:space=\"preserve\">开始 &amp; {0}</t></si>"
            + "<si><r><t>走进</t></r><r><rPr><b/><color rgb=\"FFFF0000\"/></rPr><t>青云山</t></r><r><t>吧</t></r><rPh><t>x</t></rPh></si>"
            + "<si><t>b</t></si><si><t>第一行_x000D_\n第二行</t></si>"
    )

    static let missingTarget = workbook([
        (
            "a",
            "<dimension ref=\"A1:B3\"/><sheetData>\(row(1, ["key", "zh"]))\(row(2, ["1", "甲"]))\(row(3, ["2", "乙"]))</sheetData>"
        ),
        ("空", "<sheetData/>"),
    ])

    static let luban = workbook([
        (
            "道具",
            "<sheetData>" + row(1, ["##var", "id", "name", "icon", "desc", "#remark"])
                + row(2, ["##type", "int", "string", "string", "text", "string"])
                + row(3, ["##", "编号", "名称", "图标", "描述", "备注"]) + row(4, ["", "1001", "青云剑", "ui/a", "很快", "不译"])
                + row(5, ["##", "1002", "注释掉", "ui/b", "不译"]) + row(6, ["", "1003", "大还丹", "ui/c", "很苦"])
                + "</sheetData>"
        ),
        ("说明", "<sheetData>\(row(1, ["策划说明"]))</sheetData>"),
    ])

    static let translator = workbook([
        (
            "Map001",
            "<sheetData>"
                + row(1, ["Original Text", "Initial", "Machine translation", "Better translation", "Best translation"])
                + row(2, ["你好\\C[1]", "", "Hello", "", ""]) + row(3, ["再见"]) + "</sheetData>"
        )
    ])
}
