import Text

/// Lists of terms as tables: CSV, TSV, Excel workbooks.
enum TermTable {
    enum Column: String, CaseIterable {
        case id, source, target, locale, use, kind, gender, note, status, alternatives, inflected, forbidden
        case validFrom, partOf, isPattern, isCaseSensitive, decidedBy, decidedAt, evidence
    }

    /// Headings in use: Caravan's and LinguaGacha's, Glossarion's, TBL's, plain English and Chinese.
    static let names: [String: Column] = [
        "src": .source, "source": .source, "raw_name": .source, "raw": .source, "original": .source, "term": .source,
        "原文": .source, "术语": .source, "dst": .target, "target": .target, "translated_name": .target,
        "translation": .target, "译文": .target, "info": .note, "note": .note, "notes": .note, "description": .note,
        "comment": .note, "解释": .note, "备注": .note, "kind": .kind, "type": .kind, "category": .kind, "类型": .kind,
        "gender": .gender, "性别": .gender, "id": .id, "locale": .locale, "language": .locale, "use": .use,
        "status": .status, "alternatives": .alternatives, "inflected": .inflected, "forbidden": .forbidden,
        "from_chapter": .validFrom, "part_of": .partOf, "regex": .isPattern, "case_sensitive": .isCaseSensitive,
        "decided_by": .decidedBy, "decided_at": .decidedAt, "evidence": .evidence,
    ]

    /// The columns of a header; nil when it is none. A column such as `dst:es-419` is a target of that locale.
    struct Header {
        var columns: [Column: Int] = [:]
        var targets: [(locale: String, column: Int)] = []
        var format = TermFormat.csv

        init?(_ fields: [String]) {
            var names: Set<String> = []
            for (index, field) in fields.enumerated() {
                let name = field.trimmed.lowercased()
                names.insert(name)
                if let column = TermTable.names[name] {
                    if columns[column] == nil { columns[column] = index }
                } else if let mark = name.firstIndex(of: ":"), TermTable.names[String(name[..<mark])] == .target,
                    let tag = LanguageTag(String(name[name.index(after: mark)...]))
                {
                    targets.append((tag.description, index))
                }
            }
            guard columns[.source] != nil, columns[.target] != nil || !targets.isEmpty else { return nil }
            if names.contains("raw_name") {
                format = .glossarion
            } else if columns[.id] == nil, columns[.status] == nil, columns[.kind] == nil {
                format = .ainieeCSV
            }
        }

        /// Whether a list sets alternatives apart in a column of their own, so that `/` in a target is a character.
        var isLong: Bool { columns[.alternatives] != nil }
    }

    /// Whether a text is to be read as a table rather than as lines of a dictionary.
    static func looksLikeTable(_ text: String, name: String) -> Bool {
        if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return true }
        let line = text.firstLine
        if [",", "\t", ";"].contains(where: { Header(CSV(line, separator: $0).rows.first?.fields ?? []) != nil }) {
            return true
        }
        return !name.hasSuffix(".txt") && !line.contains("\t") && !line.contains("    ") && !line.contains("->")
            && !line.hasPrefix("//") && line.contains(",")
    }

    static func read(_ text: String, name: String, into builder: consuming TermListBuilder) throws(FormatError)
        -> TermList
    {
        var builder = builder
        let table = CSV(text, separator: name.hasSuffix(".tsv") ? "\t" : nil)
        if let line = table.unclosedQuote {
            builder.report(
                "A quote that opens here is never closed; the rows after it are lost.",
                severity: .error,
                line: line
            )
        }
        let format = try read(rows: table.rows, into: &builder)
        return builder.list(format == .csv && name.hasSuffix(".tsv") ? .tsv : format)
    }

    static func read(
        workbook bytes: [UInt8],
        file: String,
        into builder: inout TermListBuilder
    ) throws(FormatError) -> TermFormat {
        let sheets = try SpreadsheetReader.sheets(bytes, file: file)
        // LinguaGacha names its sheet `rules`; else the first one counts.
        guard let sheet = sheets.first(where: { $0.name == "rules" }) ?? sheets.first else { return .xlsx }
        let rows = zip(sheet.rows, sheet.numbers).map { CSV.Row(fields: $0, line: $1) }
        let format = try read(rows: rows, into: &builder)
        return format == .ainieeCSV ? .ainieeXLSX : .xlsx
    }

    private static func read(rows: [CSV.Row], into builder: inout TermListBuilder) throws(FormatError) -> TermFormat {
        guard let first = rows.first(where: { !$0.fields.allSatisfy { $0.trimmed.isEmpty } }) else { return .csv }
        if let header = Header(first.fields) {
            for row in rows where row.line > first.line { add(row, header, to: &builder) }
            return header.format
        }
        // Without a header: LinguaGacha's columns A to E.
        guard first.fields.count >= 2, first.fields[0].containsHan,
            let header = Header(["src", "dst", "info", "regex", "case_sensitive"])
        else {
            throw FormatError(
                .malformed,
                "\(builder.file): the first line names no columns that Caravan knows. Begin the file with `src,dst,info`."
            )
        }
        for row in rows { add(row, header, to: &builder) }
        return header.format
    }

    private static func add(_ row: CSV.Row, _ header: Header, to builder: inout TermListBuilder) {
        guard !row.fields.allSatisfy({ $0.trimmed.isEmpty }) else { return }
        func field(_ column: Column) -> String {
            guard let index = header.columns[column], index < row.fields.count else { return "" }
            return row.fields[index].trimmed
        }
        func list(_ column: Column) -> [String] { items(field(column)) }
        var entry = TermListBuilder.Entry(
            id: field(.id),
            source: field(.source),
            target: field(.target),
            locale: field(.locale),
            note: field(.note),
            kind: field(.kind),
            gender: field(.gender),
            use: field(.use),
            status: field(.status),
            alternatives: list(.alternatives),
            inflected: list(.inflected),
            forbidden: list(.forbidden),
            partOf: list(.partOf),
            validFrom: field(.validFrom),
            decidedBy: field(.decidedBy),
            decidedAt: field(.decidedAt),
            evidence: list(.evidence),
            isPattern: isTrue(field(.isPattern)),
            isCaseSensitive: isTrue(field(.isCaseSensitive)),
            line: row.line,
            isLoose: !header.isLong
        )
        if header.columns[.target] != nil || header.targets.isEmpty {
            builder.add(entry)
        }
        for (locale, column) in header.targets where column < row.fields.count {
            entry.target = row.fields[column].trimmed
            entry.locale = locale
            if !entry.target.isEmpty { builder.add(entry) }
        }
    }

    private static func isTrue(_ text: String) -> Bool { ["true", "1", "yes", "是"].contains(text.lowercased()) }

    // MARK: Lists in a cell

    /// Texts set apart by `|`; `\|` and `\\` stand for the characters.
    static func items(_ cell: String) -> [String] {
        guard !cell.isEmpty else { return [] }
        var items: [String] = []
        var item = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in cell.unicodeScalars {
            if isEscaped {
                item.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "|" {
                items.append(String(item).trimmed)
                item = String.UnicodeScalarView()
            } else {
                item.append(scalar)
            }
        }
        items.append(String(item).trimmed)
        return items.filter { !$0.isEmpty }
    }

    /// The cell that `items` reads.
    static func cell(_ items: [String]) -> String {
        items.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }.joined(separator: "|")
    }
}

extension String {
    /// The first line that is not empty.
    var firstLine: String {
        unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).lazy.map { String($0).trimmed }
            .first { !$0.isEmpty } ?? ""
    }
}
