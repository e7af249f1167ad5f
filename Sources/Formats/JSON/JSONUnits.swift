import Text

/// Collects the units of a JSON file and the places where their translations go.
struct JSONUnits {
    let tree: JSONTree
    let scanner: PlaceholderScanner
    let filter: JSONTextFilter
    private(set) var units: [Unit] = []
    private(set) var edits: [JSONEdit] = []
    private(set) var messages: [JSONMessage] = []
    private(set) var problems: [JSONProblem] = []
    private var keys = JSONKeys()
    private var names: [String: Int] = [:]
    private var reader: JSONMessageReader?

    init(_ file: JSONFile, syntaxes: Set<PlaceholderSyntax>, patterns: [String] = [], texts rule: JSONTextFilter.Rule) {
        self.init(
            file,
            scanner: PlaceholderScanner(
                syntaxes.union(file.options.placeholders),
                patterns: patterns + file.options.patterns
            ),
            texts: rule
        )
    }

    /// With the branches of ICU messages as units of their own.
    init(_ file: JSONFile, messagesWith syntaxes: Set<PlaceholderSyntax>, texts rule: JSONTextFilter.Rule) {
        self.init(file, syntaxes: syntaxes, texts: rule)
        reader = JSONMessageReader(file.options, syntaxes: syntaxes)
    }

    init(_ file: JSONFile, scanner: PlaceholderScanner, texts rule: JSONTextFilter.Rule) {
        tree = file.tree
        self.scanner = scanner
        filter = JSONTextFilter(rule)
    }

    /// The text of a string that is to be translated; a bad escape becomes a problem.
    mutating func text(_ node: Int?) -> String? {
        guard let node, tree.kind(node) == .string else { return nil }
        guard let text = tree.text(node) else {
            problems.append(.badEscape(at: tree.nodes[node].range.lowerBound))
            return nil
        }
        return filter.isText(text) ? text : nil
    }

    /// A string that is a unit and the place of its translation at once. Nil for what is no text, and for a message.
    @discardableResult
    mutating func add(
        _ node: Int?,
        key: String,
        kind: Unit.Kind = .string,
        notes: [String: String] = [:],
        plural: PluralCategory? = nil
    ) -> Int? {
        guard let node, let text = text(node) else { return nil }
        if let read = reader?.read(text) {
            add(read.message, read.pieces, at: tree.nodes[node].range, key: key, kind: kind, notes: notes)
            return nil
        }
        let unit = add(text, key: key, kind: kind, notes: notes, plural: plural)
        edits.append(JSONEdit(unit, string: tree.nodes[node].range))
        return unit
    }

    private mutating func add(
        _ message: ICUMessage,
        _ pieces: [ICUMessage.Piece],
        at range: Range<Int>,
        key: String,
        kind: Unit.Kind,
        notes: [String: String]
    ) {
        guard !pieces.isEmpty else { return }
        let suffixes = pieces.map(\.suffix)
        let key = keys.unique(key, suffixes: suffixes)
        messages.append(
            JSONMessage(
                place: JSONPlace(range),
                message: message,
                key: key,
                suffixes: suffixes,
                first: units.count
            )
        )
        units += pieces.map { Unit($0, of: key, kind: kind, notes: notes) }
    }

    /// A unit without a place yet.
    mutating func add(
        _ text: String,
        key: String,
        kind: Unit.Kind = .string,
        notes: [String: String] = [:],
        plural: PluralCategory? = nil,
        existing: [String: Unit.Existing] = [:]
    ) -> Int {
        let source = scanner.inline(text)
        units.append(
            Unit(
                key: keys.unique(key),
                source: source,
                kind: kind,
                notes: notes,
                plural: plural,
                existing: existing
            )
        )
        return units.count - 1
    }

    /// A name that may come many times: one unit, written to all its places.
    mutating func addName(_ node: Int?) {
        guard let node, let text = text(node) else { return }
        addName(text, at: tree.nodes[node].range, as: .text(before: "", after: ""))
    }

    /// A name that is a part of a string.
    mutating func addName(_ text: String, at range: Range<Int>, as content: JSONEdit.Content) {
        let unit = names[text] ?? add(text, key: "names/\(text)", kind: .name)
        names[text] = unit
        edits.append(JSONEdit(unit, range, content))
    }

    mutating func edit(_ edit: JSONEdit) { edits.append(edit) }
}

extension JSONFile {
    /// Which strings are texts where a format's own places tell that they may be: in Chinese those with Han.
    var gameTexts: JSONTextFilter.Rule {
        options.source.map(\.writesHan) ?? true ? .han : .letters
    }
}
