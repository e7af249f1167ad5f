import Text

/// Reads a string catalog: a unit for each text that a localization has or needs.
struct StringCatalogReader {
    let json: JSONFile
    let tree: JSONTree
    let sourceLanguage: String
    var units: JSONUnits
    private(set) var slots: [StringCatalogSkeleton.Slot] = []

    init(_ json: JSONFile) {
        self.json = json
        tree = json.tree
        sourceLanguage = json.tree.text(json.tree.member("sourceLanguage", of: 0)) ?? ""
        units = JSONUnits(
            json,
            syntaxes: [.printf, .lineBreaks],
            patterns: ["%#@[^@]{1,80}@", "%arg"],
            texts: .letters
        )
    }

    mutating func read() {
        guard let strings = tree.member("strings", of: 0) else { return }
        for entry in tree.children(strings) where tree.kind(entry) == .object { read(entry) }
    }

    private mutating func read(_ entry: Int) {
        let key = tree.key(entry)
        if let flag = tree.member("shouldTranslate", of: entry), tree.literal(flag) == "false" { return }
        let localizations = tree.member("localizations", of: entry)
        let source = tree.catalogLeaves(localizations.flatMap { tree.member(sourceLanguage, of: $0) })
        let targets = json.options.targets.map { locale in
            (locale.description, tree.catalogLeaves(localizations.flatMap { tree.localization(of: locale, in: $0) }))
        }
        let shape = shape(of: source, translatedAs: targets.first?.1 ?? [])
        var notes = [Unit.Note.key: key]
        if let comment = tree.text(tree.member("comment", of: entry)), !comment.isEmpty {
            notes[Unit.Note.comment] = comment
        }
        for path in shape {
            guard let text = text(at: path, of: source, key: key), units.filter.isText(text) else { continue }
            var found: [String: Unit.Existing] = [:]
            for (locale, leaves) in targets {
                guard let leaf = leaves.first(where: { $0.path == path }), let text = tree.catalogText(leaf.unit),
                    !text.isEmpty
                else { continue }
                let state = tree.text(tree.member("state", of: leaf.unit))
                let isDone = state == nil || state == "translated"
                found[locale] = .init(units.scanner.inline(text), state: isDone ? .translated : .initial)
            }
            let parts = path.filter { $0 != "variations" && $0 != "plural" && $0 != "device" && $0 != "substitutions" }
            _ = units.add(
                text,
                key: parts.isEmpty ? key : "\(key)[\(parts.joined(separator: "."))]",
                notes: notes,
                plural: Self.category(of: path),
                existing: found
            )
            slots.append(.init(entry: entry, path: path))
        }
    }

    /// The paths of the texts that a translation has or needs.
    private func shape(
        of source: [JSONTree.CatalogLeaf],
        translatedAs target: [JSONTree.CatalogLeaf]
    ) -> [[String]] {
        let wanted = paths(source)
        guard !target.isEmpty else { return wanted }
        let present = paths(target)
        let varies = { (paths: [[String]]) in paths.contains { $0.first == "variations" } }
        // A translator may vary what the source does not, and the other way round.
        guard varies(wanted) == varies(present) else { return present }
        return wanted + present.filter { !wanted.contains($0) }
    }

    /// The paths of a localization, each plural with the forms that the targets need.
    private func paths(_ leaves: [JSONTree.CatalogLeaf]) -> [[String]] {
        if leaves.isEmpty { return [[]] }
        var paths: [[String]] = []
        for leaf in leaves {
            guard let category = Self.category(of: leaf.path) else {
                paths.append(leaf.path)
                continue
            }
            for needed in json.options.pluralCategories ?? [category] {
                let path = Array(leaf.path.dropLast()) + [needed.rawValue]
                if !paths.contains(path) { paths.append(path) }
            }
        }
        return paths
    }

    /// The source of a text: its own, else the nearest that is there.
    private func text(at path: [String], of leaves: [JSONTree.CatalogLeaf], key: String) -> String? {
        if leaves.isEmpty { return key }
        let general = Self.category(of: path).map { _ in Array(path.dropLast()) + ["other"] }
        let leaf =
            leaves.first { $0.path == path } ?? leaves.first { $0.path == general }
            ?? leaves.first { $0.path.isEmpty } ?? leaves.last
        return leaf.flatMap { tree.catalogText($0.unit) }
    }

    private static func category(of path: [String]) -> PluralCategory? {
        guard path.count >= 3, path[path.count - 2] == "plural", let last = path.last else { return nil }
        return PluralCategory(rawValue: last)
    }
}

extension JSONTree {
    /// The member of `localizations` for a locale, however it is written.
    func localization(of locale: LanguageTag, in localizations: Int) -> Int? {
        children(localizations).first { key($0) == locale.description || LanguageTag(key($0)) == locale }
    }
}
