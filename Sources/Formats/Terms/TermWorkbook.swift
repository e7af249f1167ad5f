/// Makes a small Excel workbook (ECMA-376, transitional) of one sheet of texts, for lists of terms.
enum TermWorkbook {
    /// - Parameters:
    ///   - rows: the first one is the heading: bold, and it stays in view.
    ///   - sheet: the sheet's name, at most 31 characters.
    static func write(_ rows: [[String]], sheet: String) -> [UInt8] {
        var zip = ZipWriter()
        func add(_ path: String, _ xml: String) {
            zip.add(path, Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(xml)".utf8))
        }
        let office = "http://schemas.openxmlformats.org"
        let main = "\(office)/spreadsheetml/2006/main"
        let part = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let relation = "\(office)/officeDocument/2006/relationships"
        add(
            "[Content_Types].xml",
            """
            <Types xmlns="\(office)/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(part).sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(part).worksheet+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(part).styles+xml"/></Types>
            """
        )
        add(
            "_rels/.rels",
            """
            <Relationships xmlns="\(office)/package/2006/relationships">\
            <Relationship Id="r1" Type="\(relation)/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """
        )
        add(
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="\(relation)"><sheets>\
            <sheet name="\(XMLText.escapeAttribute(sheet))" sheetId="1" r:id="r1"/></sheets></workbook>
            """
        )
        add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="\(office)/package/2006/relationships">\
            <Relationship Id="r1" Type="\(relation)/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="r2" Type="\(relation)/styles" Target="styles.xml"/></Relationships>
            """
        )
        add(
            "xl/styles.xml",
            """
            <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
        )
        add("xl/worksheets/sheet1.xml", sheetXML(rows, namespace: main))
        return zip.finish()
    }

    private static func sheetXML(_ rows: [[String]], namespace: String) -> String {
        var xml = """
            <worksheet xmlns="\(namespace)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <cols><col min="1" max="64" width="20" customWidth="1"/></cols><sheetData>
            """
        for (row, cells) in rows.enumerated() {
            xml += "<row r=\"\(row + 1)\">"
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                // Excel takes no cell of more than 32,767 characters.
                let text = XMLText.escape(cell.count > 32_767 ? String(cell.prefix(32_767)) : cell)
                xml += "<c r=\"\(name(of: column))\(row + 1)\" s=\"\(row == 0 ? 1 : 0)\" t=\"inlineStr\">"
                xml += "<is><t xml:space=\"preserve\">\(text)</t></is></c>"
            }
            xml += "</row>"
        }
        return xml + "</sheetData></worksheet>"
    }

    /// A, B … Z, AA: column letters.
    private static func name(of column: Int) -> String {
        var name = ""
        var rest = column
        repeat {
            name = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + name
            rest = rest / 26 - 1
        } while rest >= 0
        return name
    }
}
