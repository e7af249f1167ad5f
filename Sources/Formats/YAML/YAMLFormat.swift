import Text

/// YAML: Rails' locale files, with plurals, and any other; positions by an own scanner, so that every other byte stays.
package enum YAMLFormat: Format {
    package static let name = "yaml"
    package static let summary = "YAML: Rails i18n and any other"
    package static let extensions = ["yml", "yaml"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .plurals]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = YAMLReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: YAMLForm.self)
        var patch = TextPatch(skeleton.decoded)
        let lineBreak = skeleton.decoded.utf8.lineBreak
        let isTranslated = skeleton.holes.contains { $0.text(in: edition) != nil }
        guard isTranslated else { return patch.write(file: document.file, encoding: edition.encoding) }
        let categories = PluralRules.categories(of: edition.target)
        for hole in skeleton.holes {
            switch hole.form {
            case .locale(let usesUnderscore):
                let name = edition.target.description
                patch.replace(hole.range, by: usesUnderscore ? name.replacing("-", with: "_") : name)
            case .scalar(let style):
                guard let text = hole.text(in: edition) else { continue }
                if YAMLText.holds(text, style) {
                    patch.replace(hole.range, by: YAMLText.write(text, style, lineBreak: lineBreak))
                } else {
                    let whole = hole.range.lowerBound - 1..<hole.range.upperBound + 1
                    patch.replace(whole, by: YAMLText.quoted(text, escapesUnicode: false))
                }
            case .added(let category, let indent):
                guard let text = hole.text(in: edition), categories.contains(category) else { continue }
                let value = YAMLText.quoted(text, escapesUnicode: false)
                patch.insert("\(lineBreak)\(indent)\(category.rawValue): \(value)", at: hole.range.lowerBound)
            }
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }
}

enum YAMLForm: Sendable {
    case scalar(YAMLScalar.Style)
    /// The key under which Rails finds a locale.
    case locale(usesUnderscore: Bool)
    /// A plural form that the file does not have: a line after that of `other`.
    case added(PluralCategory, indent: String)
}

/// Turns the scalars of a file into units.
struct YAMLReader {
    private let decoded: DecodedText
    private let file: String
    private let options: ReadOptions
    private var collector: StringCollector<YAMLForm>

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        decoded = DecodedText(source, file: file, encoding: options.encoding)
        self.file = file
        self.options = options
        collector = StringCollector(
            decoded,
            file: file,
            options: options,
            syntaxes: [.percentBraces, .doubleBraces, .braces, .dollarBraces, .printf, .tags, .lineBreaks]
        )
    }

    mutating func document() -> Document {
        var scanner = YAMLScanner(decoded.utf8, from: decoded.start)
        scanner.scan()
        for problem in scanner.problems {
            collector.report("yaml-syntax", .warning, problem.message, at: problem.offset)
        }
        let root = scanner.roots.count == 1 ? scanner.roots.first : nil
        let locale = root.flatMap { LocaleName.tag($0.key) }
        let takesAll = !options.readsChinese || locale != nil || LocaleName.isTable(file)
        var header: [StringHole<YAMLForm>] = []
        if let root, locale != nil {
            header = [.init(range: root.range, key: "", form: .locale(usesUnderscore: root.key.contains("_")))]
        }
        let entries = scanner.entries
        let plurals = PluralGroups(entries.map(\.path))
        for (index, entry) in entries.enumerated() {
            let path = locale == nil ? entry.path : Array(entry.path.dropFirst())
            add(entry, path, plural: plurals.category(at: index), takesAll: takesAll)
            guard let missing = plurals.missing(after: index, options.pluralCategories), let indent = entry.indent
            else {
                continue
            }
            for category in missing { add(entry, path, added: category, indent: indent, takesAll: takesAll) }
        }
        var document = collector.document(format: YAMLFormat.name, language: locale)
        document.skeleton = StringSkeleton(decoded: decoded, holes: header + collector.holes)
        return document
    }

    private mutating func add(_ entry: YAMLEntry, _ path: [String], plural: PluralCategory?, takesAll: Bool) {
        guard isText(entry, takesAll: takesAll) else { return }
        var details = details(entry, path)
        // Rails asks for `zero` first when the count is 0, in every language: where it is written, all targets need it.
        details.plural = plural == .zero ? nil : plural
        let key =
            plural.map { path.dropLast().joined(separator: ".") + "[\($0.rawValue)]" } ?? path.joined(separator: ".")
        collector.add(
            entry.scalar.text,
            key: key,
            at: entry.scalar.range,
            form: .scalar(entry.scalar.style),
            details: details,
            readsICU: plural == nil
        )
    }

    private mutating func add(
        _ entry: YAMLEntry,
        _ path: [String],
        added category: PluralCategory,
        indent: String,
        takesAll: Bool
    ) {
        guard isText(entry, takesAll: takesAll) else { return }
        var details = details(entry, path)
        details.plural = category
        collector.add(
            entry.scalar.text,
            key: path.dropLast().joined(separator: ".") + "[\(category.rawValue)]",
            at: entry.lineEnd..<entry.lineEnd,
            form: .added(category, indent: indent),
            details: details
        )
    }

    private func isText(_ entry: YAMLEntry, takesAll: Bool) -> Bool {
        if case .plain = entry.scalar.style {
            // A symbol of Ruby is no text: `:year`.
            let isSymbol = entry.scalar.text.utf8.first == 0x3A && !entry.scalar.text.utf8.contains(0x20)
            if isSymbol || YAMLText.isOther(entry.scalar.text) { return false }
        }
        guard takesAll || entry.scalar.text.containsHan else { return false }
        return !TextShape.isResource(entry.scalar.text, key: takesAll ? nil : entry.path.last)
    }

    private func details(_ entry: YAMLEntry, _ path: [String]) -> StringCollector<YAMLForm>.Details {
        var details = StringCollector<YAMLForm>.Details()
        details.notes[Unit.Note.key] = path.joined(separator: ".")
        details.notes[Unit.Note.comment] = entry.comment
        return details
    }
}
