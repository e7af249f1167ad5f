internal import FoundationEssentials
package import Text

/// A list of terms from a file: JSON, CSV, TSV, XLSX, or lines of `原文<TAB>译文<TAB>解释`.
package struct TermList: Sendable {
    package private(set) var terms: [Term] = []
    package private(set) var findings: [Finding] = []
    private let file: String

    /// Reads a list by the ending of its name. A row that cannot be used is a finding with its line, and the rest loads.
    package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> TermList {
        var list = TermList(file: file)
        let name = file.lowercased()
        if name.hasSuffix(".xlsx") {
            try list.readRows(try spreadsheet(bytes, file: file))
        } else {
            let decoded = DecodedText(bytes, file: file)
            list.findings += decoded.findings.filter { $0.code == "encoding-invalid" }
            var text = String(decoding: decoded.utf8, as: UTF8.self)
            if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
            if name.hasSuffix(".json") {
                try list.readJSON(text)
            } else if name.hasSuffix(".txt") {
                list.readLines(text)
            } else {
                try list.readTable(CSV(text, separator: name.hasSuffix(".tsv") ? "\t" : nil))
            }
        }
        return list
    }

    private init(file: String) { self.file = file }

    // MARK: Tables

    private mutating func readTable(_ table: CSV) throws(FormatError) {
        if let line = table.unclosedQuote {
            note(
                "term-list",
                .error,
                "A quote that opens here is never closed; the rows after it are lost.",
                line: line
            )
        }
        try readRows(table.rows)
    }

    private mutating func readRows(_ rows: [CSV.Row]) throws(FormatError) {
        guard let header = rows.first else { return }
        var columns = Self.columns(of: header.fields)
        var body = rows[...]
        if columns != nil {
            body = rows.dropFirst()
        } else if header.fields.count >= 2, header.fields[0].containsHan {
            columns = [.source: 0, .target: 1, .note: 2]
        }
        guard let columns else {
            throw FormatError(
                .malformed,
                "\(file): the first line names no columns that Caravan knows. Begin the file with `src,dst,info`."
            )
        }
        for row in body where !row.fields.allSatisfy({ $0.trimmed.isEmpty }) {
            func field(_ column: Column) -> String {
                guard let index = columns[column], index < row.fields.count else { return "" }
                return row.fields[index].trimmed
            }
            add(
                source: field(.source),
                target: field(.target),
                note: field(.note),
                kind: field(.kind),
                gender: field(.gender),
                line: row.line
            )
        }
    }

    private enum Column {
        case source, target, note, kind, gender
    }

    /// The columns of a header, by the names in use: Caravan's and LinguaGacha's, Glossarion's, plain English and Chinese.
    private static func columns(of header: [String]) -> [Column: Int]? {
        let names: [String: Column] = [
            "src": .source, "source": .source, "raw_name": .source, "raw": .source, "original": .source,
            "term": .source,
            "原文": .source, "dst": .target, "target": .target, "translated_name": .target, "translation": .target,
            "译文": .target,
            "info": .note, "note": .note, "notes": .note, "description": .note, "comment": .note, "解释": .note,
            "备注": .note,
            "kind": .kind, "type": .kind, "category": .kind, "类型": .kind, "gender": .gender, "性别": .gender,
        ]
        var columns: [Column: Int] = [:]
        for (index, name) in header.enumerated() {
            guard let column = names[name.trimmed.lowercased()], columns[column] == nil else { continue }
            columns[column] = index
        }
        return columns[.source] != nil && columns[.target] != nil ? columns : nil
    }

    private static func spreadsheet(_ bytes: [UInt8], file: String) throws(FormatError) -> [CSV.Row] {
        let sheets = try SpreadsheetReader.sheets(bytes, file: file)
        // LinguaGacha names its sheet `rules`; else the first one counts.
        let sheet = sheets.first { $0.name == "rules" } ?? sheets.first
        return (sheet?.rows ?? []).enumerated().map { CSV.Row(fields: $1, line: $0 + 1) }
    }

    // MARK: Lines

    /// GalTransl's dictionary: tab or four spaces or `->`; `//` and `\\` begin a comment, `#` a note.
    private mutating func readLines(_ text: String) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmed
            guard !line.isEmpty, !line.hasPrefix("//"), !line.hasPrefix("\\\\") else { continue }
            var fields = line.replacing("    ", with: "\t").split(separator: "\t").map { $0.trimmed }
            if fields.count < 2, let arrow = line.firstRange(of: "->") {
                let rest = line[arrow.upperBound...].split(separator: "#", maxSplits: 1).map { $0.trimmed }
                fields = [line[..<arrow.lowerBound].trimmed] + rest
            }
            guard fields.count >= 2 else {
                note("term-list", .warning, "No tab between source and target; the line is left out.", line: index + 1)
                continue
            }
            add(
                source: fields[0],
                target: fields[1],
                note: fields.count > 2 ? fields[2] : "",
                kind: "",
                gender: "",
                line: index + 1
            )
        }
    }

    // MARK: JSON

    private mutating func readJSON(_ text: String) throws(FormatError) {
        let data = Data(text.utf8)
        if let pairs = try? JSONDecoder().decode([String: Lossy<String>].self, from: data) {
            for (source, value) in pairs.sorted(by: { $0.key < $1.key }) {
                guard let target = value.value else {
                    note("term-list", .warning, "“\(source)” has no text as its target; it is left out.", line: nil)
                    continue
                }
                add(source: source, target: target, note: "", kind: "", gender: "", line: nil)
            }
            return
        }
        let entries: [Lossy<Entry>]
        do {
            entries = try JSONDecoder().decode([Lossy<Entry>].self, from: data)
        } catch {
            throw FormatError(
                .malformed,
                "\(file) is no term list: it should be [{\"src\": …, \"dst\": …, \"info\": …}] or {\"src\": \"dst\"}.",
                cause: error
            )
        }
        for (index, item) in entries.enumerated() {
            guard let entry = item.value, let source = entry.src ?? entry.term,
                let target = entry.dst ?? entry.translation
            else {
                note("term-list", .warning, "Entry \(index + 1) has no src or no dst; it is left out.", line: nil)
                continue
            }
            add(
                source: source,
                target: target,
                note: entry.info ?? entry.note ?? "",
                kind: entry.kind ?? "",
                gender: entry.gender ?? "",
                line: nil
            )
        }
    }

    /// A value, or nil where something else stands, so that one bad entry costs only itself.
    private struct Lossy<Value: Decodable>: Decodable {
        var value: Value?

        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }

    private struct Entry: Decodable {
        var src: String?
        var dst: String?
        var info: String?
        var term: String?
        var translation: String?
        var note: String?
        var kind: String?
        var gender: String?
    }

    // MARK: Terms

    private mutating func add(source: String, target: String, note: String, kind: String, gender: String, line: Int?) {
        guard !source.isEmpty, !target.isEmpty else {
            self.note(
                "term-list",
                .warning,
                "A term without source or target is left out: “\(source)” → “\(target)”.",
                line: line
            )
            return
        }
        // GalTransl and others write allowed targets side by side: 译文1/译文2.
        let forms = target.split(separator: "/").map { $0.trimmed }.filter { !$0.isEmpty }
        let (kind, gender) = Self.classify(kind: kind, gender: gender, note: note)
        terms.append(
            Term(
                source: source,
                target: forms.first ?? target,
                alternatives: Array(forms.dropFirst()),
                kind: kind,
                gender: gender,
                note: note.isEmpty ? nil : note
            )
        )
    }

    /// Kind and gender from their columns, else from the note (女性角色, 地名 …).
    private static func classify(kind: String, gender: String, note: String) -> (Term.Kind, Term.Gender?) {
        let label = "\(kind) \(note)".lowercased()
        let sex = gender.isEmpty ? label : gender.lowercased()
        var found: Term.Gender?
        if sex.contains("女") || sex.contains("female") || ["f", "she", "woman"].contains(sex) {
            found = .female
        } else if sex.contains("男") || sex.contains("male") || ["m", "he", "man"].contains(sex) {
            found = .male
        } else if sex.contains("neutral") || sex == "n" {
            found = .neutral
        }
        if let exact = Term.Kind(rawValue: kind.lowercased()) { return (exact, found) }
        let table: [(String, Term.Kind)] = [
            ("角色", .person), ("人名", .person), ("人物", .person), ("character", .person), ("地名", .place),
            ("location", .place),
            ("组织", .organization), ("家族", .organization), ("sect", .organization), ("faction", .organization),
            ("技能", .skill),
            ("功法", .skill), ("物品", .item), ("道具", .item), ("称号", .title), ("头衔", .title), ("成语", .idiom),
        ]
        if let (_, match) = table.first(where: { label.contains($0.0) }) { return (match, found) }
        return (gender.isEmpty ? .other : .person, found)
    }

    private mutating func note(_ code: String, _ severity: Finding.Severity, _ message: String, line: Int?) {
        findings.append(Finding(code, severity, message, at: .init(file: file, line: line)))
    }
}
