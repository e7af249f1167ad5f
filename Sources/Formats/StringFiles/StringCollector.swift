import Text

/// Gathers the strings of a file as units and holes.
struct StringCollector<Form: Sendable> {
    let file: String
    let decoded: DecodedText
    let scanner: PlaceholderScanner
    let options: ReadOptions
    private(set) var units: [Unit] = []
    private(set) var holes: [StringHole<Form>] = []
    private var keys: Set<String> = []
    private var doubles: [String: Int] = [:]
    private var findings: [Finding]
    private var findingCount = 0
    private var line = (offset: 0, number: 1)

    /// More findings than these are counted, not listed: a file of nothing but damage must not grow in memory.
    private static var findingLimit: Int { 100 }

    init(_ decoded: DecodedText, file: String, options: ReadOptions, syntaxes: Set<PlaceholderSyntax>) {
        self.decoded = decoded
        self.file = file
        self.options = options
        scanner = options.scanner(syntaxes)
        findings = decoded.findings + scanner.findings(file: file)
    }

    /// What a unit has beside its text.
    struct Details {
        var kind = Unit.Kind.string
        var notes: [String: String] = [:]
        var plural: PluralCategory?
        var existing: [String: Unit.Existing] = [:]
    }

    /// Adds a string. It is left out when it holds no letter beside its codes. With `readsICU`, a message with a plural or a
    /// select becomes several units.
    mutating func add(
        _ text: String,
        key: String,
        at range: Range<Int>,
        form: Form,
        details: Details = Details(),
        readsICU: Bool = false
    ) {
        if readsICU, ICUMessage.isLikely(text), let message = ICUMessage(text), message.isBranched {
            add(message, key: key, at: range, form: form, details: details)
            return
        }
        add(scanner.inline(text), key: key, at: range, form: form, details: details)
    }

    /// Adds a string whose codes are known already.
    mutating func add(
        _ source: InlineText,
        key: String,
        at range: Range<Int>,
        form: Form,
        details: Details = Details()
    ) {
        guard source.text.hasLetters else { return }
        let key = keys.insert(key).inserted ? key : unique(key) { [$0] }
        holes.append(StringHole(range: range, key: key, form: form))
        append(source, key, details, details.plural)
    }

    private mutating func add(
        _ message: ICUMessage,
        key: String,
        at range: Range<Int>,
        form: Form,
        details: Details
    ) {
        let pieces = message.pieces(scanner: scanner, categories: options.pluralCategories)
            .filter { $0.source.text.hasLetters }
        guard !pieces.isEmpty else { return }
        let key = unique(key) { key in pieces.map { key + $0.suffix } }
        holes.append(StringHole(range: range, key: key, form: form, message: message))
        for piece in pieces { append(piece.source, key + piece.suffix, details, piece.plural) }
    }

    private mutating func append(_ source: InlineText, _ key: String, _ details: Details, _ plural: PluralCategory?) {
        var notes = details.notes
        if let plural, let target = options.targets.first, notes["plural"] == nil {
            let samples = PluralRules.samples(of: plural, in: target)
            if !samples.isEmpty { notes["plural"] = "\(plural.rawValue): \(samples)" }
        }
        units.append(
            Unit(
                key: key,
                source: source,
                kind: details.kind,
                notes: notes,
                plural: plural,
                existing: details.existing
            )
        )
    }

    /// A key that is there already gets `.2`, `.3` by order.
    private mutating func unique(_ key: String, all: (String) -> [String]) -> String {
        var name = key
        while !all(name).allSatisfy({ !keys.contains($0) }) {
            doubles[key, default: 1] += 1
            name = "\(key).\(doubles[key] ?? 2)"
        }
        keys.formUnion(all(name))
        return name
    }

    /// Adds a finding at an offset in the text.
    mutating func report(_ code: String, _ severity: Finding.Severity, _ message: String, at offset: Int) {
        findingCount += 1
        guard findingCount <= Self.findingLimit else { return }
        findings.append(Finding(code, severity, message, at: .init(file: file, line: lineNumber(at: offset))))
    }

    /// The line, from 1, of an offset; cheap when offsets rise.
    private mutating func lineNumber(at offset: Int) -> Int {
        if offset < line.offset { line = (0, 1) }
        let bytes = decoded.utf8
        for index in line.offset..<max(line.offset, min(offset, bytes.count)) {
            let isReturn = bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if bytes[index] == 0x0A || isReturn { line.number += 1 }
        }
        line.offset = max(line.offset, min(offset, bytes.count))
        return line.number
    }

    /// The document: one chapter, `strings`.
    func document(format: String, language: LanguageTag? = nil) -> Document {
        var findings = findings
        if findingCount > Self.findingLimit {
            findings.append(
                Finding(
                    "\(format)-more",
                    .warning,
                    "\(findingCount - Self.findingLimit) more findings like these are not listed.",
                    at: .init(file: file)
                )
            )
        }
        return Document(
            file: file,
            format: format,
            units: units,
            chapters: units.isEmpty ? [] : [.init(key: "strings", title: nil, units: 0..<units.count)],
            details: .init(language: language, encoding: decoded.encoding.rawValue),
            findings: findings,
            skeleton: StringSkeleton(decoded: decoded, holes: holes)
        )
    }
}

extension ReadOptions {
    /// Whether the source is Chinese, or not named: then data files give only their strings with Han.
    var readsChinese: Bool { source.map { $0.language == "zh" || $0.writesHan } ?? true }
}

extension String {
    /// Whether there is a letter or an ideograph in it.
    var hasLetters: Bool {
        unicodeScalars.contains { scalar in
            scalar.value < 0x80
                ? (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A
                : scalar.isHan || scalar.properties.isAlphabetic
        }
    }
}
