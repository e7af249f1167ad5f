import Text

/// Makes units of the rows of a table.
struct TableUnits {
    let plan: TablePlan
    private let options: ReadOptions
    private let prefix: String
    private var keys = UniqueKeys()
    private(set) var units: [Unit] = []
    private(set) var places: [Place] = []
    /// The locale for which the file's existing translations are known, by that of the column.
    private let names: [LanguageTag: String]

    /// Where a unit stands.
    struct Place: Sendable {
        /// From 0.
        var row: Int
        /// Index into the fields of the plan.
        var field: Int
    }

    /// - Parameter prefix: begins all keys: the sheet.
    init(_ plan: TablePlan, _ options: ReadOptions, prefix: String = "") {
        self.plan = plan
        self.options = options
        self.prefix = prefix
        var names: [LanguageTag: String] = [:]
        for (locale, _) in plan.fields.flatMap(\.locales) {
            let target =
                options.targets.first { $0 == locale }
                ?? options.targets.first { $0.language == locale.language && $0.isTraditional == locale.isTraditional }
            names[locale] = (target ?? locale).description
        }
        self.names = names
    }

    /// Adds the units of a row of data.
    /// - Parameters:
    ///   - cell: the text of a cell by its column; empty where there is none.
    ///   - inline: the same with its codes; nil for a cell that is no text (a number, a formula).
    mutating func add(row: Int, cell: (Int) -> String, inline: (Int) -> InlineText?) {
        for (index, field) in plan.fields.enumerated() {
            guard let source = inline(field.source) else { continue }
            let text = source.text
            guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
            if field.isGuessed, !options.isText(text) { continue }
            // Whole cells only: with codes in it, a cell is shown to someone.
            if TextShape.isResource(source.literal, key: field.isGuessed ? field.name : nil) { continue }
            var unit = Unit(key: "", source: source, kind: field.kind)
            let id = plan.key.map { cell($0).trimmed } ?? ""
            if let note = plan.key.map({ _ in id }), !note.isEmpty { unit.notes[Unit.Note.key] = note }
            unit.key = keys.key(key(id, row, field, source))
            notes(&unit, field, cell)
            for (locale, column) in field.locales {
                guard let text = inline(column), !text.text.trimmed.isEmpty, let name = names[locale] else { continue }
                unit.existing[name] = .init(text)
            }
            if let target = options.targets.first,
                let column = field.unnamed.last(where: { !cell($0).trimmed.isEmpty }), let text = inline(column)
            {
                unit.existing[target.description] = .init(text)
            }
            units.append(unit)
            places.append(Place(row: row, field: index))
        }
    }

    private func key(_ id: String, _ row: Int, _ field: TablePlan.Field, _ source: InlineText) -> String {
        var key: String
        if !id.isEmpty {
            key = id.utf8.count <= 120 ? id : StableHash(id).hex
        } else if field.sourceName != nil {
            // The source stays in the file, so it names its row.
            let text = source.literal
            key = text.utf8.count <= 40 && !text.utf8.contains(0x0A) ? text : StableHash(text).hex
        } else {
            key = "row \(row + 1)"
        }
        if !field.name.isEmpty { key += "/" + field.name }
        return prefix.isEmpty ? key : "\(prefix)/\(key)"
    }

    private func notes(_ unit: inout Unit, _ field: TablePlan.Field, _ cell: (Int) -> String) {
        func note(_ column: Int?) -> String? {
            guard let column else { return nil }
            let text = cell(column).trimmed
            return text.isEmpty ? nil : text
        }
        let comments = plan.comments.compactMap { note($0) }
        if !comments.isEmpty { unit.notes[Unit.Note.comment] = comments.joined(separator: "\n") }
        if let speaker = note(plan.speaker) { unit.notes[Unit.Note.speaker] = speaker }
        if let limit = note(plan.maxLength), let number = Int(limit) {
            unit.notes[Unit.Note.maxLength] = String(number)
        }
        if !field.name.isEmpty { unit.notes[Unit.Note.context] = field.name }
    }

    /// Placeholders that strings of tables have.
    static let syntaxes: Set<PlaceholderSyntax> = [
        .printf, .braces, .doubleBraces, .dollarBraces, .tags, .bbcode, .ngui, .literalBreaks, .lineBreaks, .backslash,
    ]
}
