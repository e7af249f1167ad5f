import Text

/// Tables as delimited text: comma, semicolon, tab or `|`; any quoting, any line breaks, UTF-16 too.
///
/// Columns are found by their names (`key`, `zh`, `English`, `译文` …) or told by a mapping. With a source and a target,
/// the target column is filled, and made where there is none; a table that names no language has its Chinese texts
/// replaced.
package enum CSVFormat: Format {
    package static let name = "csv"
    package static let summary = "CSV and TSV tables: Unity, NGUI, Godot, I2, Unreal, spreadsheets"
    package static let extensions = ["csv", "tsv", "tab"]
    package static let family = FormatFamily.exchange
    package static let carries: Set<FormatFeature> = [
        .codes, .keys, .comments, .contexts, .speakers, .limits, .targets,
    ]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        guard bytes.count < 2 << 30 else {
            throw FormatError(.refused, "\(file): tables of 2 GB and more are not read. Split the file.")
        }
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        let isTabbed = file.lowercased().hasSuffix(".tsv") || file.lowercased().hasSuffix(".tab")
        let table = CSVTable(decoded.utf8, from: decoded.start, separator: isTabbed ? 0x09 : nil)
        var findings = decoded.findings
        if let quote = table.unclosedQuote {
            let message = "A quotation mark is never closed. It is read as a character; double it, or close the field."
            findings.append(Finding("csv-quote", .warning, message, at: .init(file: file, line: table.line(of: quote))))
        }
        let sample = (0..<min(table.rowCount, TablePlan.sampleRows)).map { row in
            table.cells(ofRow: row).prefix(1_024).map { table.text(table.cells[$0]) }
        }
        let plan = TablePlan(sample, options: options)
        if plan.fields.isEmpty, table.rowCount > 0 {
            let message =
                "No column with text was found. Name the columns with `columns:` in caravan.yaml, such as `source: zh`."
            findings.append(Finding("csv-columns", .warning, message, at: .init(file: file, line: 1)))
        }
        if let remark = plan.remark(file: file) { findings.append(remark) }
        var builder = TableUnits(plan, options)
        let scanner = options.scanner(TableUnits.syntaxes)
        for row in min(plan.firstRow, table.rowCount)..<table.rowCount {
            if plan.isLuban, plan.isRemark(table.text(row, 0)) { continue }
            builder.add(row: row) {
                table.text(row, $0)
            } inline: {
                scanner.inline(table.text(row, $0))
            }
        }
        return Document(
            file: file,
            format: name,
            units: builder.units,
            chapters: builder.units.isEmpty ? [] : [.init(key: "strings", title: nil, units: 0..<builder.units.count)],
            details: .init(encoding: decoded.encoding.rawValue),
            findings: findings,
            skeleton: CSVSkeleton(decoded: decoded, table: table, plan: plan, places: builder.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? CSVSkeleton, skeleton.places.count == document.units.count else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as a table: read it again.")
        }
        return skeleton.write(document, edition)
    }
}

/// What is kept of a table in text.
struct CSVSkeleton: Skeleton {
    var decoded: DecodedText
    var table: CSVTable
    var plan: TablePlan
    var places: [TableUnits.Place]

    func write(_ document: Document, _ edition: Edition) -> WrittenFile {
        var patch = TextPatch(decoded)
        // By row: what goes behind its last cell, by the number of the new column.
        var added: [Int: [Int: String]] = [:]
        var open = openCell
        let newColumns = plan.fields.indices.filter { plan.fields[$0].target(edition.target) { _ in false } == nil }
        for (unit, place) in zip(document.units, places) {
            guard let text = edition.texts[unit.key]?.literal else { continue }
            let field = plan.fields[place.field]
            let target = field.target(edition.target) { !table.text(place.row, $0).trimmed.isEmpty }
            guard let target else {
                if let number = newColumns.firstIndex(of: place.field) { added[place.row, default: [:]][number] = text }
                continue
            }
            if let cell = table.cell(place.row, target) {
                if cell.start == open?.start { open = nil }
                let isQuoted = cell.isQuoted || (cell.range.isEmpty && isQuotedThroughout)
                patch.replace(cell.range, by: table.written(text, isQuoted: isQuoted))
            } else {
                // The row ends before its column.
                let count = table.cells(ofRow: place.row).count
                let separators = String(repeating: mark, count: target - count + 1)
                patch.insert(separators + table.written(text, isQuoted: isQuotedThroughout), at: end(ofRow: place.row))
            }
        }
        if !added.isEmpty { append(newColumns, added, edition, &patch) }
        // Left as it is, it would be closed by the first quotation mark of a translation behind it.
        if let open, document.units.contains(where: { edition.texts[$0.key] != nil }) {
            patch.replace(open.range, by: table.written(table.text(open), isQuoted: true))
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }

    /// The cell with a quotation mark that is never closed.
    private var openCell: CSVTable.Cell? {
        table.unclosedQuote.flatMap { quote in table.cells.first { Int($0.start) == quote } }
    }

    private var mark: String { String(decoding: [table.separator], as: UTF8.self) }

    private var isQuotedThroughout: Bool {
        guard let row = plan.headerRow, row < table.rowCount else { return false }
        return table.cells(ofRow: row).allSatisfy { table.cells[$0].isQuoted }
    }

    private func end(ofRow row: Int) -> Int {
        let cells = table.cells(ofRow: row)
        return cells.isEmpty ? decoded.start : table.cells[cells.upperBound - 1].range.upperBound
    }

    /// Makes columns at the right: their names in the header, a cell in every row, so that the table stays one.
    private func append(_ fields: [Int], _ added: [Int: [Int: String]], _ edition: Edition, _ patch: inout TextPatch) {
        let isQuoted = isQuotedThroughout
        // Behind the longest row: a cell without a name may hold something too.
        let width = (0..<table.rowCount).reduce(1) { max($0, table.cells(ofRow: $1).count) }
        for row in (plan.headerRow ?? plan.firstRow)..<table.rowCount {
            let cells = table.cells(ofRow: row)
            let isBlank = cells.count == 1 && table.cells[cells.lowerBound].range.isEmpty
            guard !isBlank || added[row] != nil else { continue }
            let texts = fields.indices.map { number in
                row == plan.headerRow ? plan.fields[fields[number]].newName(edition.target) : added[row]?[number] ?? ""
            }
            let source = table.cell(row, plan.fields[fields[0]].source)
            let new = texts.map { text in
                table.written(
                    text,
                    isQuoted: isQuoted || (!text.isEmpty && source?.isQuoted == true && row != plan.headerRow)
                )
            }
            let separators = String(repeating: mark, count: width - cells.count + 1)
            patch.insert(separators + new.joined(separator: mark), at: end(ofRow: row))
        }
    }
}
