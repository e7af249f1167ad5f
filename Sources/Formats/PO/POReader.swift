import Text

/// Reads the messages of a catalog into units.
struct POReader {
    private let decoded: DecodedText
    private let scanner: POScanner
    private let options: ReadOptions
    private let header: POHeader?
    private let isMonolingual: Bool
    /// The locale of what stands in `msgstr`.
    private let locale: LanguageTag?
    private let file: String

    private var units: [Unit] = []
    private var places: [POSkeleton.Place] = []
    private var keys = UniqueKeys()
    private var findings: [Finding] = []
    private var scanners: [Set<PlaceholderSyntax>: PlaceholderScanner] = [:]

    init(_ bytes: [UInt8], file: String, options: ReadOptions) {
        // A mark says more than the header, which may be older than the file.
        let named = options.encoding ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8 : POHeader.charset(of: bytes))
        decoded = DecodedText(bytes, file: file, encoding: named)
        scanner = POScanner(decoded.utf8, from: decoded.start, file: file)
        header = POHeader(scanner.entries, in: decoded.utf8)
        self.options = options
        self.file = file
        isMonolingual = Self.isMonolingual(scanner.entries, header, decoded.utf8, options)
        locale = header?.language ?? options.targets.first
    }

    /// Whether `msgid` are keys and the source text stands in `msgstr`, as in the Chinese catalog of a Godot game: the
    /// header says Chinese, most translations hold Han, and hardly a msgid does.
    private static func isMonolingual(
        _ entries: [POEntry],
        _ header: POHeader?,
        _ bytes: [UInt8],
        _ options: ReadOptions
    ) -> Bool {
        guard header?.language?.language == "zh", options.source?.writesHan ?? true else { return false }
        var (han, keys, filled) = (0, 0, 0)
        for entry in entries.prefix(400) where !entry.id.isEmpty {
            let text = (entry.forms.first?.field ?? entry.string).text(in: bytes)
            guard !text.isEmpty else { continue }
            filled += 1
            if text.containsHan { han += 1 }
            if entry.id.text(in: bytes).containsHan { keys += 1 }
        }
        return han * 2 > filled && keys * 10 < filled
    }

    mutating func document() -> Document {
        units.reserveCapacity(scanner.entries.count)
        places.reserveCapacity(scanner.entries.count)
        let plan = PluralPlan(header: header, options: options)
        for (index, entry) in scanner.entries.enumerated() where index != header?.entry { read(entry, index, plan) }
        return Document(
            file: file,
            format: POFormat.name,
            units: units,
            chapters: units.isEmpty ? [] : [.init(key: "strings", title: nil, units: 0..<units.count)],
            details: .init(title: header?.value("Project-Id-Version"), encoding: decoded.encoding.rawValue),
            findings: decoded.findings + scanner.findings + findings,
            skeleton: POSkeleton(
                decoded: decoded,
                entries: scanner.entries,
                places: places,
                header: header,
                style: POStyle(scanner, decoded),
                isMonolingual: isMonolingual
            )
        )
    }

    private mutating func read(_ entry: POEntry, _ index: Int, _ plan: PluralPlan) {
        let bytes = decoded.utf8
        let comments = POComments(bytes, in: entry.comments)
        let id = entry.id.text(in: bytes)
        let context = entry.context?.text(in: bytes)
        var notes = comments.notes
        if let context, !context.isEmpty { notes[Unit.Note.context] = context }
        let key = unique(key(id, context), line: entry.line)
        let scanner = placeholders(comments)
        let state: Translation.State = comments.isFuzzy ? .initial : .translated

        if isMonolingual {
            notes[Unit.Note.key] = id
            let text = (entry.forms.first?.field ?? entry.string).text(in: bytes)
            let trimmed = POEdges(text).inside
            guard !trimmed.isEmpty else { return }
            let categories: [PluralCategory?] = entry.forms.isEmpty ? [nil] : plan.categories(of: entry).map { $0 }
            for category in categories {
                add(key, trimmed, notes, category, index, scanner, nil)
            }
            return
        }
        guard let plural = entry.plural else {
            let edges = POEdges(id)
            guard !edges.inside.isEmpty else { return }
            let text = entry.string.isEmpty ? nil : edges.trim(entry.string.text(in: bytes))
            add(key, edges.inside, notes, nil, index, scanner, existing(text, state, scanner))
            return
        }
        let pluralText = plural.text(in: bytes)
        for category in plan.categories(of: entry) {
            let edges = POEdges(category == .one ? id : pluralText)
            guard !edges.inside.isEmpty else { continue }
            let form = plan.index(of: category, entry).flatMap { index in entry.forms.first { $0.index == index } }
            let text = form.map { edges.trim($0.field.text(in: bytes)) }
            add(key, edges.inside, notes, category, index, scanner, existing(text, state, scanner))
        }
    }

    private mutating func add(
        _ key: String,
        _ text: String,
        _ notes: [String: String],
        _ category: PluralCategory?,
        _ entry: Int,
        _ scanner: PlaceholderScanner,
        _ existing: Unit.Existing?
    ) {
        var unit = Unit(
            key: category.map { "\(key)[\($0.rawValue)]" } ?? key,
            source: scanner.inline(text),
            kind: .string,
            notes: notes,
            plural: category
        )
        if let existing, let locale { unit.existing[locale.description] = existing }
        units.append(unit)
        places.append(.init(entry: entry, category: category))
    }

    private func existing(_ text: String?, _ state: Translation.State, _ scanner: PlaceholderScanner) -> Unit.Existing?
    {
        guard let text, !text.isEmpty else { return nil }
        return Unit.Existing(scanner.inline(text), state: state)
    }

    /// Context and msgid where they are short, else a hash of both: what gettext tells messages apart by.
    private func key(_ id: String, _ context: String?) -> String {
        // A key is shown in one line.
        let isShort = id.utf8.count <= 60 && !id.utf8.contains { $0 < 0x20 }
        if let context, !context.isEmpty {
            if isShort, context.utf8.count + id.utf8.count <= 60 { return "\(context)|\(id)" }
            var hash = StableHash(context)
            hash.separate()
            hash.combine(id)
            return context.utf8.count <= 40 ? "\(context)|\(hash.hex)" : hash.hex
        }
        return isShort ? id : StableHash(id).hex
    }

    private mutating func unique(_ name: String, line: Int) -> String {
        let key = keys.key(name)
        if key != name, findings.count < POScanner.mostFindings {
            findings.append(
                Finding(
                    "po-duplicate",
                    .warning,
                    "The message stands here a second time, which gettext refuses. Join the two with `msguniq`.",
                    at: .init(file: file, line: line, unit: key)
                )
            )
        }
        return key
    }

    private mutating func placeholders(_ comments: POComments) -> PlaceholderScanner {
        let syntaxes = comments.flags.isEmpty ? POComments.usual : comments.syntaxes
        if let known = scanners[syntaxes] { return known }
        let scanner = options.scanner(syntaxes)
        scanners[syntaxes] = scanner
        return scanner
    }
}

/// Which plural categories the units of a message are for, and which form holds each.
struct PluralPlan {
    /// Of the targets; nil when they are not known.
    private let needed: [PluralCategory]?
    /// By the index of the form, as the file has it; nil when its header does not say.
    private let known: [PluralCategory?]?

    init(header: POHeader?, options: ReadOptions) {
        let needed = Set(options.targets.flatMap { POPlurals.of($0).categories })
        self.needed = needed.isEmpty ? nil : PluralCategory.allCases.filter(needed.contains)
        let language = header?.language ?? options.targets.first
        if let (count, formula) = header?.plurals {
            known =
                language.map { POPlurals.of($0).categories(under: formula, count: count) }
                ?? POPlurals.unknown(count: count)
        } else {
            known = language.map { POPlurals.of($0).categories }
        }
    }

    func categories(of entry: POEntry) -> [PluralCategory] {
        if let needed { return needed }
        let own = known ?? POPlurals.unknown(count: entry.forms.count)
        let found = Set(own.compactMap(\.self))
        return PluralCategory.allCases.filter(found.contains)
    }

    func index(of category: PluralCategory, _ entry: POEntry) -> Int? {
        (known ?? POPlurals.unknown(count: entry.forms.count)).firstIndex(of: category)
    }
}

/// Line breaks at the ends of a message, which its translation must have too (`msgfmt -c`): no part of the unit.
struct POEdges {
    var before: String
    var inside: String
    var after: String

    init(_ text: String) {
        guard text.utf8.first == 0x0A || text.utf8.last == 0x0A else {
            (before, inside, after) = ("", text, "")
            return
        }
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { $0 != "\n" } ?? scalars.endIndex
        let end = scalars[start...].lastIndex { $0 != "\n" }.map { scalars.index(after: $0) } ?? start
        before = String(scalars[..<start])
        inside = String(scalars[start..<end])
        after = String(scalars[end...])
    }

    /// A translation without the line breaks that the source has at its ends.
    func trim(_ text: String) -> String {
        before.isEmpty && after.isEmpty ? text : POEdges(text).inside
    }
}
