internal import Checks
internal import Formats
package import Text

/// Files that hold source and target side by side: PO, XLIFF, TMX, tables with a column for each language.
package struct BilingualInput: CheckInput {
    private let files: [String]
    private let reading: Reading
    private let source: LanguageTag?
    private let targets: [LanguageTag]

    /// - Parameters:
    ///   - source: nil has it found out.
    ///   - targets: the locales to check; none for all that a file has.
    package init(_ files: [String], reading: Reading, source: LanguageTag?, targets: [LanguageTag]) {
        self.files = files
        self.reading = reading
        self.source = source
        self.targets = targets
    }

    package func forEachDocument(_ body: (CheckedDocument) throws -> Void) throws {
        for file in files {
            let read = try reading.read(try Files.read(file), file: file)
            let document = read.document
            guard document.units.contains(where: { !$0.existing.isEmpty }) else {
                throw WorkflowError(
                    .wrongUse,
                    "\(file) has no translations in it. Name source and translation with --source and --target, or a project."
                )
            }
            let source = try source ?? Self.sourceLocale(of: document)
            var locales = targets
            if locales.isEmpty {
                let found = Set(document.units.flatMap { $0.existing.keys })
                locales = found.sorted().compactMap { LanguageTag($0) }
            }
            for locale in locales {
                try body(checked(document, format: read.format, source: source, target: locale))
            }
        }
    }

    private func checked(
        _ document: Document,
        format: any Format.Type,
        source: LanguageTag,
        target: LanguageTag
    ) -> CheckedDocument {
        var checked = CheckedDocument(file: document.file, source: source, target: target)
        for unit in document.units {
            // What its file calls unfinished is nobody's translation yet.
            guard let existing = unit.existing[target.description], existing.state != .initial else { continue }
            checked.pairs.append(Pair(unit, target: existing.text, source: source, locale: target))
        }
        checked.findings = document.findings
        checked.save = { texts in
            let edition = Edition(source: source, target: target, texts: texts.mapValues(\.text))
            try Files.write(try format.write(document, as: edition).bytes, to: document.file)
        }
        return checked
    }

    static func sourceLocale(of document: Document) throws(WorkflowError) -> LanguageTag {
        var sample = ""
        for unit in document.units.prefix(400) { sample += unit.source.plain }
        guard let found = LanguageTag.chinese(of: sample) ?? document.details.language else {
            throw WorkflowError(
                .wrongUse,
                "\(document.file): which language is it translated from? Say --from zh-Hans."
            )
        }
        return found
    }
}

extension Pair {
    /// A unit of a document with a translation.
    init(_ unit: Unit, target: InlineText, source: LanguageTag, locale: LanguageTag, terms: [Term] = []) {
        self.init(
            source: unit.source,
            target: target,
            sourceLocale: source,
            targetLocale: locale,
            terms: terms,
            key: unit.key,
            kind: unit.kind,
            notes: unit.notes
        )
    }
}
