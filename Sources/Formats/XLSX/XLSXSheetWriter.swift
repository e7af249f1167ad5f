import Text

/// Writes translations into the cells of a sheet.
struct XLSXSheetWriter {
    private let book: XLSXBook
    private let sheet: XLSXSheet
    private let plan: TablePlan
    private let edition: Edition
    private var changes: [(range: Range<Int>, text: String)] = []

    init(_ book: XLSXBook, _ sheet: XLSXSheet, _ plan: TablePlan, _ edition: Edition) {
        self.book = book
        self.sheet = sheet
        self.plan = plan
        self.edition = edition
    }

    /// The sheet in its own encoding.
    mutating func write(_ units: ArraySlice<Unit>, _ places: [TableUnits.Place]) -> [UInt8] {
        // Right of everything that stands in the sheet, for columns that have to be made.
        let width = sheet.rows.reduce(plan.width) { max($0, ($1.cells.map(\.column).max() ?? -1) + 1) }
        let newColumns = plan.fields.indices.filter { plan.fields[$0].target(edition.target) { _ in false } == nil }
        var isWidened = false
        for (unit, place) in zip(units, places) {
            guard let text = edition.texts[unit.key], sheet.rows.indices.contains(place.row) else { continue }
            let field = plan.fields[place.field]
            let row = sheet.rows[place.row]
            let target = field.target(edition.target) { column in
                row.cells.contains { $0.column == column && !book.shown($0.value, in: sheet.xml).trimmed.isEmpty }
            }
            let column = target ?? width + (newColumns.firstIndex(of: place.field) ?? 0)
            if target == nil { isWidened = true }
            put(text, row, column, source: field.source)
        }
        if isWidened {
            if let header = plan.headerRow, sheet.rows.indices.contains(header) {
                for (number, field) in newColumns.enumerated() {
                    let name = InlineText(plan.fields[field].newName(edition.target))
                    put(name, sheet.rows[header], width + number, source: plan.fields[field].source)
                }
            }
            widen(to: width + newColumns.count)
        }
        return sheet.xml.encoding.encode(filled())
    }

    private mutating func put(_ text: InlineText, _ row: XLSXSheet.Row, _ column: Int, source: Int) {
        let xml = sheet.xml
        let old = row.cells.first { $0.column == column }
        let model = old ?? row.cells.first { $0.column == source }
        let prefix = prefix(of: xml.tokens[row.token])
        var attributes = ""
        if let old {
            for attribute in xml.attributes(of: xml.tokens[old.token]) where xml.string(attribute.name) != "t" {
                attributes += " " + xml.string(attribute.name) + "=\"" + xml.string(attribute.value) + "\""
            }
        } else {
            if row.hasReferences { attributes += " r=\"\(CellReference.name(ofColumn: column))\(row.number)\"" }
            if let style = model.flatMap({ xml.value("s", of: xml.tokens[$0.token]) }) {
                attributes += " s=\"\(XMLText.escapeAttribute(style))\""
            }
        }
        // Properties belong to the text that they were on: another cell's are not taken over.
        let base = old.flatMap { book.text($0.value, in: xml)?.base } ?? ""
        let inside = XLSXText.xml(text, base: base)
        let cell =
            "<\(prefix)c\(attributes) t=\"inlineStr\"><\(prefix)is>\(named(inside, prefix))</\(prefix)is></\(prefix)c>"
        if let old {
            let token = xml.tokens[old.token]
            let end = token.partner.map { xml.tokens[$0].range.upperBound } ?? token.range.upperBound
            changes.append((token.range.lowerBound..<end, cell))
            return
        }
        let token = xml.tokens[row.token]
        if let next = row.cells.first(where: { $0.column > column }) {
            let start = xml.tokens[next.token].range.lowerBound
            changes.append((start..<start, cell))
        } else if let end = token.partner {
            let start = xml.tokens[end].range.lowerBound
            changes.append((start..<start, cell))
        } else if token.isSelfClosing {
            // `<row/>` becomes `<row>…</row>`.
            let tag = xml.string(token.range)
            let open = tag.hasSuffix("/>") ? String(tag.dropLast(2)) + ">" : tag
            changes.append((token.range, open + cell + "</\(prefix)row>"))
        }
    }

    private func prefix(of token: XMLToken) -> String {
        let name = sheet.xml.name(token)
        return name.lastIndex(of: ":").map { String(name[...$0]) } ?? ""
    }

    /// The runs with the namespace prefix of the sheet, which hardly any has.
    private func named(_ inside: String, _ prefix: String) -> String {
        guard !prefix.isEmpty else { return inside }
        return inside.replacing("<t ", with: "<\(prefix)t ").replacing("</t>", with: "</\(prefix)t>")
            .replacing("<r>", with: "<\(prefix)r>").replacing("</r>", with: "</\(prefix)r>")
    }

    /// Lets `<dimension ref="A1:C9"/>` take in the new columns: some readers believe it.
    private mutating func widen(to columns: Int) {
        let xml = sheet.xml
        for token in xml.tokens.prefix(40) where token.kind == .startTag && xml.localName(token) == "dimension" {
            guard let attribute = xml.attribute("ref", of: token) else { return }
            let ends = xml.string(attribute.value).split(separator: ":")
            guard ends.count == 2, let last = CellReference.column(String(ends[1])), last < columns - 1 else { return }
            let digits = ends[1].drop { !$0.isNumber }
            changes.append((attribute.value, "\(ends[0]):\(CellReference.name(ofColumn: columns - 1))\(digits)"))
            return
        }
    }

    private func filled() -> [UInt8] {
        let bytes = sheet.xml.bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        var position = 0
        for index in changes.indices.sorted(by: {
            (changes[$0].range.lowerBound, $0) < (changes[$1].range.lowerBound, $1)
        }) {
            let change = changes[index]
            guard change.range.lowerBound >= position else { continue }
            output += bytes[position..<change.range.lowerBound]
            output += Array(change.text.utf8)
            position = change.range.upperBound
        }
        return output + bytes[position...]
    }
}
