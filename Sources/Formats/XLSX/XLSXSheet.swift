import Text

/// The cells of a sheet, as tokens of its XML.
struct XLSXSheet {
    let xml: XMLFile
    private(set) var rows: [Row] = []

    struct Row {
        /// As the sheet counts, from 1.
        var number: Int
        /// The tag `<row>`.
        var token: Int
        var cells: [Cell] = []
        /// Whether cells say where they are.
        var hasReferences = true
    }

    struct Cell {
        /// From 0.
        var column: Int
        /// The tag `<c>`.
        var token: Int
        var value: Value
    }

    enum Value {
        case none
        case shared(Int)
        /// The tokens of `<is>`.
        case inline(Range<Int>)
        /// A number, a formula's result, a date: no text to translate. The tokens of `<v>`.
        case other(Range<Int>)
    }

    /// Columns beyond this one are left out, as a cell at the end of a row would else make thousands of empty ones.
    static let mostColumns = 1_024

    init(_ xml: XMLFile) {
        self.xml = xml
        var index = 0
        var number = 0
        while index < xml.tokens.count {
            let token = xml.tokens[index]
            if token.kind == .startTag {
                if xml.isNamed("row", token) || xml.localName(token) == "row" {
                    number = xml.value("r", of: token).flatMap { Int($0) } ?? number + 1
                    rows.append(Row(number: number, token: index))
                } else if !rows.isEmpty, xml.isNamed("c", token) || xml.localName(token) == "c" {
                    let end = token.partner ?? index
                    cell(index, end)
                    index = end
                }
            }
            index += 1
        }
    }

    private mutating func cell(_ index: Int, _ end: Int) {
        let token = xml.tokens[index]
        let reference = xml.value("r", of: token).flatMap { CellReference.column($0) }
        let column = reference ?? (rows[rows.count - 1].cells.last?.column ?? -1) + 1
        if reference == nil { rows[rows.count - 1].hasReferences = false }
        guard column < Self.mostColumns else { return }
        let type = xml.value("t", of: token)
        var value = Value.none
        var hasFormula = false
        for child in index..<end where xml.tokens[child].kind == .startTag {
            let inner = xml.tokens[child]
            guard let close = inner.partner else { continue }
            switch xml.localName(inner) {
            case "f": hasFormula = true
            case "is" where type == "inlineStr": value = .inline(child..<close)
            case "v":
                if type == "s", !hasFormula, let number = Int(xml.text(inside: child..<close).trimmed) {
                    value = .shared(number)
                } else {
                    value = .other(child..<close)
                }
            default: break
            }
        }
        // A formula may come with a value that is a shared string.
        if hasFormula, case .shared = value { value = .none }
        rows[rows.count - 1].cells.append(Cell(column: column, token: index, value: value))
    }
}

/// A workbook, as far as its texts go.
struct XLSXBook {
    let archive: ZipArchive
    /// Names and paths of the sheets, in order.
    private(set) var sheets: [(name: String, path: String)] = []
    private(set) var findings: [Finding]
    private let shared: XMLFile?
    /// The tokens of the shared strings.
    private var strings: [Range<Int>] = []

    init(_ archive: ZipArchive) throws(FormatError) {
        self.archive = archive
        findings = archive.findings
        guard let workbook = try Self.xml("xl/workbook.xml", archive, &findings) else {
            throw FormatError(
                .malformed,
                "\(archive.file): the archive holds no Excel workbook. Is it another kind of ZIP?"
            )
        }
        var targets: [String: String] = [:]
        if let relations = try Self.xml("xl/_rels/workbook.xml.rels", archive, &findings) {
            for token in relations.tokens where token.kind == .startTag {
                guard let id = relations.value("Id", of: token), let target = relations.value("Target", of: token)
                else { continue }
                targets[id] = DOCXPackage.resolve(target, "xl")
            }
        }
        shared = try Self.xml("xl/sharedStrings.xml", archive, &findings)
        if let shared {
            for (index, token) in shared.tokens.enumerated()
            where token.kind == .startTag && shared.localName(token) == "si" {
                strings.append(index..<(token.partner ?? index))
            }
        }
        for token in workbook.tokens where token.kind == .startTag && workbook.localName(token) == "sheet" {
            let id = workbook.attributes(of: token).first { workbook.string($0.name).hasSuffix(":id") }
            let path = id.flatMap { targets[workbook.string($0.value)] } ?? "xl/worksheets/sheet\(sheets.count + 1).xml"
            guard archive.entry(at: path) != nil else { continue }
            sheets.append((workbook.value("name", of: token) ?? "Sheet\(sheets.count + 1)", path))
        }
    }

    private static func xml(_ path: String, _ archive: ZipArchive, _ findings: inout [Finding]) throws(FormatError)
        -> XMLFile?
    {
        guard let entry = archive.entry(at: path) else { return nil }
        let xml = XMLFile(try archive.contents(of: entry, findings: &findings), file: "\(archive.file)!\(path)")
        findings += xml.findings.prefix(5)
        return xml
    }

    /// A sheet; nil, with a finding, when it cannot be read.
    mutating func sheet(_ path: String) -> XLSXSheet? {
        do {
            return try Self.xml(path, archive, &findings).map { XLSXSheet($0) }
        } catch {
            findings.append(Finding("xlsx-sheet", .error, error.message, at: .init(file: "\(archive.file)!\(path)")))
            return nil
        }
    }

    /// The text of a cell; nil for a number or a formula.
    func text(_ value: XLSXSheet.Value, in xml: XMLFile) -> XLSXText? {
        switch value {
        case .none, .other: nil
        case .inline(let range): XLSXText(xml, range)
        case .shared(let index):
            if let shared, strings.indices.contains(index) { XLSXText(shared, strings[index]) } else { nil }
        }
    }

    /// What a cell shows: text, or a number as the file has it.
    func shown(_ value: XLSXSheet.Value, in xml: XMLFile) -> String {
        if case .other(let range) = value { return xml.text(inside: range) }
        return text(value, in: xml)?.plain ?? ""
    }
}
