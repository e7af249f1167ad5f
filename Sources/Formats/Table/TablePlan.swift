import Text

/// Which columns of a table hold what, found out from its header or told by a mapping.
struct TablePlan: Sendable {
    /// A text of a row, in the languages that the table has it in.
    struct Field: Sendable {
        /// What tells it apart in its row; empty where a row has one text.
        var name: String
        var kind: Unit.Kind = .string
        var source: Int
        /// Columns of translations by locale, in their order.
        var locales: [(locale: LanguageTag, column: Int)] = []
        /// Columns of translations into a language that the header does not name: the last that is filled counts.
        var unnamed: [Int] = []
        /// Name of the source's column, to name a new column after; nil where the translation takes the place of the
        /// source.
        var sourceName: String?
        /// Whether only cells with text in the source language are units: columns of data that are no table of texts.
        var isGuessed = false
    }

    /// Row of the names; nil for a table without.
    var headerRow: Int?
    /// First row of data.
    var firstRow = 0
    /// First cells that begin with `##` mark rows of a Luban table that are no data.
    var isLuban = false
    var key: Int?
    var comments: [Int] = []
    var speaker: Int?
    var maxLength: Int?
    var fields: [Field] = []
    /// Columns that the header has.
    var width = 0
    /// Names of columns with text that looks like the values of an enumeration, which the program compares with.
    var leftOut: [String] = []

    /// How many rows are looked at.
    static let sampleRows = 200

    /// - Parameter rows: the first `sampleRows` rows.
    init(_ rows: [[String]], options: ReadOptions) {
        guard let first = rows.first(where: { !$0.isEmpty }) else { return }
        if let mapping = options.columns {
            map(mapping, rows, options)
        } else if first[0].trimmed.hasPrefix("##") {
            luban(rows, options)
        } else {
            detect(rows, options)
        }
    }

    // MARK: A mapping

    private mutating func map(_ mapping: ColumnMapping, _ rows: [[String]], _ options: ReadOptions) {
        let header = rows.first ?? []
        let names = Dictionary(header.enumerated().map { (TableHeader.plain($1), $0) }) { first, _ in first }
        func column(_ name: String?) -> Int? {
            guard let name else { return nil }
            if mapping.hasHeader != false, let index = names[TableHeader.plain(name)] { return index }
            if let number = Int(name) { return number > 0 && number <= 16_384 ? number - 1 : nil }
            return CellReference.column(name)
        }
        let isNamed = [mapping.source, mapping.key, mapping.comment].compactMap(\.self).contains {
            names[TableHeader.plain($0)] != nil
        }
        headerRow = mapping.hasHeader ?? isNamed ? 0 : nil
        firstRow = headerRow == nil ? 0 : 1
        width = header.count
        key = column(mapping.key)
        comments = [column(mapping.comment)].compactMap(\.self)
        speaker = column(mapping.speaker)
        maxLength = column(mapping.maxLength)
        guard let source = column(mapping.source) else { return }
        var field = Field(name: "", source: source)
        for (locale, name) in mapping.targets.sorted(by: { $0.key < $1.key }) {
            if let tag = LanguageTag(locale), let column = column(name) { field.locales.append((tag, column)) }
        }
        if !mapping.targets.isEmpty { field.sourceName = header.indices.contains(source) ? header[source] : "" }
        fields = [field]
    }

    // MARK: A header

    private mutating func detect(_ rows: [[String]], _ options: ReadOptions) {
        let index = rows.firstIndex { row in row.contains { !$0.trimmed.isEmpty } } ?? 0
        let headers = rows[index].map { TableHeader($0) }
        width = rows[index].count
        let isSource =
            options.source.map { wanted in { (tag: LanguageTag) in tag.language == wanted.language } }
            ?? { $0.language == "zh" }
        let hasLocales = headers.contains { header in
            guard case .locale(let tag) = header.role else { return false }
            return isSource(tag)
        }
        let hasSource = headers.contains { $0.role == .source }
        if hasLocales || hasSource {
            headerRow = index
            firstRow = index + 1
            roles(headers)
            localized(headers, rows[index], isSource, options)
            if !fields.isEmpty { return }
        }
        plain(rows, index, headers, options)
    }

    private mutating func roles(_ headers: [TableHeader]) {
        func first(_ role: TableHeader.Role) -> Int? { headers.firstIndex { $0.role == role } }
        key = first(.key)
        speaker = first(.speaker)
        maxLength = first(.maxLength)
        comments = headers.indices.filter { headers[$0].role == .comment }
    }

    /// Columns by languages, or source and target.
    private mutating func localized(
        _ headers: [TableHeader],
        _ names: [String],
        _ isSource: (LanguageTag) -> Bool,
        _ options: ReadOptions
    ) {
        var bases: [String] = []
        for header in headers {
            switch header.role {
            case .locale, .source: if !bases.contains(header.base) { bases.append(header.base) }
            default: break
            }
        }
        for base in bases {
            var field = Field(name: base, source: -1)
            var sources: [(column: Int, rank: Int)] = []
            for (column, header) in headers.enumerated() where header.base == base {
                switch header.role {
                case .source: sources.append((column, 3))
                case .locale(let tag):
                    if isSource(tag) {
                        // Simplified before traditional, unless that is what was asked for.
                        sources.append((column, options.source == tag ? 4 : tag.isTraditional ? 1 : 2))
                    }
                    field.locales.append((tag, column))
                case .target where base.isEmpty: field.unnamed.append(column)
                default: break
                }
            }
            guard let best = sources.max(by: { ($0.rank, -$0.column) < ($1.rank, -$1.column) }) else { continue }
            field.source = best.column
            field.sourceName = names[best.column]
            field.locales.removeAll { $0.column == best.column }
            fields.append(field)
        }
        if fields.count == 1 { fields[0].name = "" }
    }

    /// A table that names no language: texts are where there is text in the source language, and are replaced.
    private mutating func plain(_ rows: [[String]], _ index: Int, _ headers: [TableHeader], _ options: ReadOptions) {
        let isHeader = looksLikeHeader(rows, index, headers)
        headerRow = isHeader ? index : nil
        firstRow = isHeader ? index + 1 : 0
        if isHeader { roles(headers) }
        let body = rows.dropFirst(firstRow)
        let columns = rows.map(\.count).max() ?? 0
        for column in 0..<min(columns, 1_024) where !isRole(column) {
            guard body.contains(where: { $0.indices.contains(column) && options.isText($0[column]) }) else { continue }
            let name = isHeader && headers.indices.contains(column) ? rows[index][column].trimmed : ""
            if isHeader, Self.isEnumeration(name, body.map { $0.indices.contains(column) ? $0[column] : "" }) {
                leftOut.append(name)
                continue
            }
            fields.append(Field(name: name, kind: Self.kind(name), source: column, isGuessed: true))
        }
        if key == nil { key = Self.keyColumn(Array(body), except: Set(fields.map(\.source))) }
        if fields.count == 1 { fields[0].name = "" }
        // A table with one column of text and nothing that looks like data is a list: all of its cells are text.
        if fields.count == 1, columns <= 2 { fields[0].isGuessed = false }
        nameFields()
    }

    private func isRole(_ column: Int) -> Bool {
        column == key || column == speaker || column == maxLength || comments.contains(column)
    }

    private mutating func nameFields() {
        guard fields.count > 1 else { return }
        var seen: Set<String> = []
        for index in fields.indices where fields[index].name.isEmpty || !seen.insert(fields[index].name).inserted {
            fields[index].name = CellReference.name(ofColumn: fields[index].source)
        }
    }

    /// Whether a column of data holds names of kinds and not texts: its name says so, or a few short words come again
    /// and again.
    private static func isEnumeration(_ name: String, _ values: [String]) -> Bool {
        let plain = TableHeader.plain(name)
        if name.hasPrefix("__") || name.hasPrefix("$") { return true }
        let texts = [
            "name", "desc", "title", "content", "text", "sender", "tip", "msg", "message", "dialog", "名", "述", "内容",
            "文本", "标题", "说明",
        ]
        if texts.contains(where: plain.contains) { return false }
        let kinds = [
            "type", "types", "kind", "quality", "style", "category", "enum", "tag", "tags", "group", "类型", "类别", "品质",
            "分类",
        ]
        if kinds.contains(where: plain.hasSuffix) { return true }
        let filled = values.map(\.trimmed).filter { !$0.isEmpty }
        return filled.count >= 6 && Set(filled).count * 3 <= filled.count
            && filled.allSatisfy {
                $0.unicodeScalars.count <= 6 && !$0.unicodeScalars.contains(where: \.isCJKPunctuation)
            }
    }

    /// What is to be said of the columns left out; nil when none are.
    func remark(file: String) -> Finding? {
        guard !leftOut.isEmpty else { return nil }
        let message =
            "Left as they are, since they look like values that the program compares with: \(leftOut.joined(separator: ", ")). "
            + "Name a column with `columns:` in caravan.yaml to have it translated."
        return Finding("table-values", .note, message, at: .init(file: file))
    }

    private static func kind(_ name: String) -> Unit.Kind {
        ["name", "名称", "名字", "姓名"].contains(TableHeader.plain(name)) ? .name : .string
    }

    /// Whether a row names the columns: a name with a known role; or names alone, above a column that holds a number.
    private func looksLikeHeader(_ rows: [[String]], _ index: Int, _ headers: [TableHeader]) -> Bool {
        if headers.contains(where: { $0.role != .other }) { return true }
        let cells = rows[index].map(\.trimmed)
        let filled = cells.filter { !$0.isEmpty }
        guard !filled.isEmpty, filled.count > 1 || rows.count > 1, Set(filled).count == filled.count,
            filled.allSatisfy({ Double($0) == nil && $0.utf8.count <= 40 && !$0.contains("\n") })
        else { return false }
        let body = rows.dropFirst(index + 1)
        if filled.allSatisfy({ $0.utf8.allSatisfy(Self.isNameByte) }) {
            return body.contains { $0.contains { $0.containsHan } }
        }
        return cells.indices.contains { column in
            body.contains { $0.indices.contains(column) && Double($0[column].trimmed) != nil }
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x5F, 0x2D, 0x2E, 0x20].contains(byte)
    }

    /// The first column whose values are all there, all different and no texts.
    private static func keyColumn(_ body: [[String]], except: Set<Int>) -> Int? {
        guard body.count > 1 else { return nil }
        let columns = min(body.map(\.count).min() ?? 0, 4)
        return (0..<columns).first { column in
            guard !except.contains(column) else { return false }
            let values = body.map { $0[column].trimmed }
            return Set(values).count == values.count
                && values.allSatisfy { !$0.isEmpty && !$0.containsHan && $0.utf8.count <= 60 }
        }
    }

    // MARK: Luban

    /// Tables of Luban (https://luban.doc.code-philosophy.com/docs/manual/excel): `##var` or `##` names the fields,
    /// `##type` their types. A column without a name or with one that begins with `#` is a remark; without a type
    /// `string` or `text` it is no text.
    private mutating func luban(_ rows: [[String]], _ options: ReadOptions) {
        isLuban = true
        headerRow = 0
        let names = rows[0].map(\.trimmed)
        width = names.count
        firstRow = 1
        let types = rows.first { $0.first?.trimmed == "##type" }?.map { $0.trimmed.lowercased() }
        let body = rows.dropFirst().filter { !($0.first?.trimmed.hasPrefix("##") ?? false) }
        for column in names.indices.dropFirst() where !names[column].isEmpty && !names[column].hasPrefix("#") {
            if key == nil {
                key = column
                if body.allSatisfy({ !$0.indices.contains(column) || !options.isText($0[column]) }) { continue }
                key = nil
            }
            if let types {
                let type = types.indices.contains(column) ? types[column] : ""
                guard type.hasPrefix("string") || type.hasPrefix("text") else { continue }
            }
            guard body.contains(where: { $0.indices.contains(column) && options.isText($0[column]) }) else { continue }
            let name = String(names[column].prefix { $0 != "#" }.drop { $0 == "*" })
            if types == nil, Self.isEnumeration(name, body.map { $0.indices.contains(column) ? $0[column] : "" }) {
                leftOut.append(name)
                continue
            }
            fields.append(Field(name: name, kind: Self.kind(name), source: column, isGuessed: true))
        }
        nameFields()
    }

    /// Whether a row of a Luban table is one of its own and no data.
    func isRemark(_ row: String?) -> Bool { isLuban && (row?.trimmed.hasPrefix("##") ?? false) }
}

extension TablePlan.Field {
    /// Where a translation goes: one of the columns for a locale, the one without, or a new one (nil).
    /// - Parameter filled: whether a column of the row holds something.
    func target(_ locale: LanguageTag, filled: (Int) -> Bool) -> Int? {
        guard sourceName != nil else { return source }
        if let exact = locales.first(where: { $0.locale == locale }) { return exact.column }
        if let near = locales.first(where: {
            $0.locale.language == locale.language && $0.locale.isTraditional == locale.isTraditional
        }) {
            return near.column
        }
        return unnamed.last(where: filled) ?? unnamed.first
    }

    /// The header of a new column for a locale, written like that of the source.
    func newName(_ locale: LanguageTag) -> String {
        let old = (sourceName ?? "").trimmed
        let tag = locale.description
        func like(_ ending: String) -> String {
            let name = ending.contains("_") ? tag.replacing("-", with: "_") : tag
            return ending.count > 1 && ending == ending.uppercased() ? name.uppercased() : name
        }
        if let open = old.lastIndex(of: "("), old.hasSuffix(")"), TableHeader(old).role != .other, open > old.startIndex
        {
            return "\(locale.englishName)(\(tag))"
        }
        if TableHeader.locale(old) != nil, LanguageTag(old) != nil { return like(old) }
        if !name.isEmpty, old.hasPrefix(name), old.count > name.count {
            let mark = old[old.index(old.startIndex, offsetBy: name.count)]
            return "\(name)\(mark)\(like(String(old.dropFirst(name.count + 1))))"
        }
        return like("")
    }
}

extension LanguageTag {
    /// Whether Chinese in it is written in traditional characters.
    var isTraditional: Bool { script == "Hant" || (script == nil && ["TW", "HK", "MO"].contains(region ?? "")) }
}

extension ReadOptions {
    /// Whether a string of a data file is text in the source language: Han for a Chinese source, else any letter.
    func isText(_ text: String) -> Bool {
        source.map(\.writesHan) ?? true
            ? text.containsHan
            : text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}

/// Names of cells, as spreadsheets have them.
enum CellReference {
    /// The column of `AB12` or `ab`, from 0; nil for what does not begin with a letter or is beyond the last column of
    /// Excel.
    static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter) else { break }
            column = column * 26 + Int(letter) - 0x40
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }

    /// `A` for 0, `AA` for 26.
    static func name(ofColumn column: Int) -> String {
        var name: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            name.append(UInt8(0x41 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: name.reversed(), as: UTF8.self)
    }
}
