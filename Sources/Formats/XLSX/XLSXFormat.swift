import Text

/// Excel workbooks as tables of texts: every sheet on its own, its columns found like those of a CSV file. Game tables
/// of Luban (`##var` …) and the sheets of Translator++ are known.
///
/// Written cells become inline strings in their sheet; shared strings, styles, formulas and all other entries stay as
/// they are.
package enum XLSXFormat: Format {
    package static let name = "xlsx"
    package static let summary = "Excel workbooks: string tables, Luban, Translator++"
    package static let extensions = ["xlsx", "xlsm"]
    package static let family = FormatFamily.exchange
    package static let carries: Set<FormatFeature> = [
        .codes, .keys, .comments, .contexts, .speakers, .limits, .targets, .parts,
    ]

    package static func recognize(_ sample: FileSample) -> Recognition {
        let isNamed = extensions.contains(sample.ending)
        guard sample.bytes.starts(with: [0x50, 0x4B]) else { return isNamed ? .possible : .no }
        return isNamed ? .certain : .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        var book = try XLSXBook(try ZipArchive(bytes, file: file))
        var units: [Unit] = []
        var chapters: [Document.Chapter] = []
        var parts: [XLSXSkeleton.Part] = []
        var names = UniqueKeys()
        var plans: [(name: String, path: String, sheet: XLSXSheet, plan: TablePlan)] = []
        for (name, path) in book.sheets {
            guard let sheet = book.sheet(path) else { continue }
            let rows = sheet.rows.prefix(TablePlan.sampleRows).map { row in
                var cells: [String] = []
                for cell in row.cells where cell.column >= cells.count {
                    while cells.count < cell.column { cells.append("") }
                    cells.append(book.shown(cell.value, in: sheet.xml))
                }
                return cells
            }
            plans.append((names.key(name), path, sheet, TablePlan(rows, options: options)))
        }
        // In a workbook of Luban the sheets without `##` are notes of the designers.
        if plans.contains(where: { $0.plan.isLuban }) { plans.removeAll { !$0.plan.isLuban } }
        let scanner = options.scanner(TableUnits.syntaxes)
        for (name, path, sheet, plan) in plans {
            let prefix = book.sheets.count > 1 ? name : ""
            var builder = TableUnits(plan, options, prefix: prefix)
            for (index, row) in sheet.rows.enumerated() where index >= plan.firstRow {
                let cells = Dictionary(row.cells.map { ($0.column, $0) }) { first, _ in first }
                func shown(_ column: Int) -> String { cells[column].map { book.shown($0.value, in: sheet.xml) } ?? "" }
                if plan.isLuban, plan.isRemark(shown(0)) { continue }
                builder.add(row: index) {
                    shown($0)
                } inline: { column in
                    cells[column].flatMap { book.text($0.value, in: sheet.xml) }?.inline(scanner)
                }
            }
            guard !builder.units.isEmpty else { continue }
            let range = units.count..<units.count + builder.units.count
            units += builder.units
            chapters.append(.init(key: name, title: name, units: range))
            parts.append(.init(path: path, plan: plan, places: builder.places, units: range))
        }
        var findings = book.findings
        for (name, _, _, plan) in plans {
            if let remark = plan.remark(file: "\(file)!\(name)") { findings.append(remark) }
        }
        if units.isEmpty {
            let message =
                "No column with text was found. Name the columns with `columns:` in caravan.yaml, such as `source: zh`."
            findings.append(Finding("xlsx-columns", .warning, message, at: .init(file: file)))
        }
        return Document(
            file: file,
            format: Self.name,
            units: units,
            chapters: chapters,
            findings: findings,
            skeleton: XLSXSkeleton(book: book, parts: parts)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XLSXSkeleton,
            skeleton.parts.last.map(\.units.upperBound) ?? 0 == document.units.count
        else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as a workbook: read it again.")
        }
        var contents: [String: [UInt8]] = [:]
        var book = skeleton.book
        for part in skeleton.parts {
            let units = document.units[part.units]
            guard units.contains(where: { edition.texts[$0.key] != nil }), let sheet = book.sheet(part.path) else {
                continue
            }
            var writer = XLSXSheetWriter(book, sheet, part.plan, edition)
            contents[part.path] = writer.write(units, part.places)
        }
        return WrittenFile(bytes: try skeleton.book.archive.replacing(contents))
    }
}

/// What is kept of a workbook; its sheets are read again in writing.
struct XLSXSkeleton: Skeleton {
    var book: XLSXBook
    var parts: [Part]

    struct Part: Sendable {
        var path: String
        var plan: TablePlan
        var places: [TableUnits.Place]
        var units: Range<Int>
    }
}
