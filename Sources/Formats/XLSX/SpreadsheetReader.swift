import Text

/// Reads the cells of an Excel workbook (ECMA-376, part 1, 18) as text, for lists of terms. Nothing is computed: a
/// formula is the value that was stored with it, a number is written as it stands in the file.
package enum SpreadsheetReader {
    /// A sheet in the order of the workbook.
    package struct Sheet: Hashable, Sendable {
        package var name: String
        /// Rows from the top, rows without cells left out. A cell that is not there is empty text; rows differ in
        /// length.
        package var rows: [[String]]
        /// The number of each row in the sheet, from 1.
        package var numbers: [Int]
    }

    /// Columns beyond this one are left out: a cell at the end of a row would else make thousands of empty ones.
    static let mostColumns = 1_024

    /// The sheets of a workbook. Throws `.malformed` when there is no workbook in it, `.refused` for a dangerous
    /// archive.
    package static func sheets(_ bytes: [UInt8], file: String) throws(FormatError) -> [Sheet] {
        let archive = try ZipArchive(bytes, file: file)
        guard let workbook = try xml("xl/workbook.xml", archive) else {
            throw FormatError(.malformed, "\(file): the archive holds no Excel workbook. Is it another kind of ZIP?")
        }
        var targets: [String: String] = [:]
        if let relations = try xml("xl/_rels/workbook.xml.rels", archive) {
            for token in relations.tokens where token.kind == .startTag {
                guard let id = relations.value("Id", of: token), let target = relations.value("Target", of: token)
                else {
                    continue
                }
                targets[id] = DOCXPackage.resolve(target, "xl")
            }
        }
        let shared = try xml("xl/sharedStrings.xml", archive).map(sharedStrings) ?? []
        var sheets: [Sheet] = []
        for token in workbook.tokens where token.kind == .startTag && workbook.localName(token) == "sheet" {
            let id = workbook.attributes(of: token).first { workbook.string($0.name).hasSuffix(":id") }
            let target =
                id.flatMap { targets[workbook.string($0.value)] } ?? "xl/worksheets/sheet\(sheets.count + 1).xml"
            guard let sheet = try xml(target, archive) else { continue }
            let (rows, numbers) = rows(sheet, shared)
            sheets.append(Sheet(name: workbook.value("name", of: token) ?? "", rows: rows, numbers: numbers))
        }
        return sheets
    }

    private static func xml(_ path: String, _ archive: ZipArchive) throws(FormatError) -> XMLFile? {
        guard let entry = archive.entry(at: path) else { return nil }
        var findings: [Finding] = []
        return XMLFile(try archive.contents(of: entry, findings: &findings), file: "\(archive.file)!\(path)")
    }

    private static func sharedStrings(_ xml: XMLFile) -> [String] {
        var strings: [String] = []
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag && xml.localName(token) == "si" {
            strings.append(token.partner.map { text(xml, index..<$0) } ?? "")
        }
        return strings
    }

    /// The text of an item, without the reading that is written above it (`rPh`).
    private static func text(_ xml: XMLFile, _ range: Range<Int>) -> String {
        var text = ""
        var index = range.lowerBound + 1
        while index < range.upperBound {
            let token = xml.tokens[index]
            if token.kind == .startTag, let end = token.partner {
                let name = xml.localName(token)
                if name == "rPh" { index = end }
                if name == "t" { text += xml.text(inside: index..<end) }
            }
            index += 1
        }
        return text
    }

    private static func rows(_ xml: XMLFile, _ shared: [String]) -> ([[String]], [Int]) {
        var rows: [[String]] = []
        var numbers: [Int] = []
        var row: [String] = []
        var number = 0
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag || token.kind == .endTag {
            let name = xml.localName(token)
            if name == "row" {
                if token.kind == .endTag {
                    if !row.isEmpty {
                        rows.append(row)
                        numbers.append(number)
                    }
                } else {
                    // A row that does not say its number follows the one before.
                    number = xml.value("r", of: token).flatMap { Int($0) } ?? number + 1
                }
                row = []
            }
            guard name == "c", token.kind == .startTag else { continue }
            let column = xml.value("r", of: token).flatMap(column) ?? row.count
            guard column < mostColumns, let end = token.partner else { continue }
            let value = value(xml, index..<end, type: xml.value("t", of: token), shared)
            guard !value.isEmpty else { continue }
            while row.count <= column { row.append("") }
            row[column] = value
        }
        return (rows, numbers)
    }

    /// The column of a reference such as `AB12`, from 0.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            guard column < 20_000 else { return nil }
            column = column * 26 + Int(byte) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }

    private static func value(_ xml: XMLFile, _ cell: Range<Int>, type: String?, _ shared: [String]) -> String {
        if type == "inlineStr" { return text(xml, cell) }
        let value = cell.first { xml.tokens[$0].kind == .startTag && xml.localName(xml.tokens[$0]) == "v" }
        guard let value, let end = xml.tokens[value].partner else { return "" }
        let text = xml.text(inside: value..<end)
        switch type {
        case "s": return Int(text.trimmed).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "b": return text == "1" ? "TRUE" : "FALSE"
        default: return text
        }
    }
}
