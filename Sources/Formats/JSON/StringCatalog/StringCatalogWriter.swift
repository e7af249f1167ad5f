import Text

/// Puts translations into a string catalog as Xcode would: members in order, indented like the rest.
struct StringCatalogWriter {
    private let skeleton: StringCatalogSkeleton
    private let tree: JSONTree
    private let target: LanguageTag
    private let layout: JSONLayout
    var patch: JSONPatch

    init(_ skeleton: StringCatalogSkeleton, target: LanguageTag) {
        self.skeleton = skeleton
        self.target = target
        tree = skeleton.tree
        layout = JSONLayout(skeleton.tree)
        patch = JSONPatch(skeleton.decoded, style: skeleton.tree.style)
    }

    /// All translations of one string.
    mutating func write(_ texts: [StringCatalogText], to entry: Int) {
        let localizations = tree.member("localizations", of: entry)
        let localization = localizations.flatMap { tree.localization(of: target, in: $0) }
        let leaves = tree.catalogLeaves(localization)
        let new = texts.filter { text in !leaves.contains { $0.path == text.path } }
        // One text cannot stand beside its variations: a translation of another shape is written anew.
        let isReshaped = new.contains { text in
            leaves.contains { leaf in
                leaf.path.isEmpty ? text.path.first == "variations" : text.path.isEmpty && leaf.path[0] == "variations"
            }
        }
        if isReshaped, let localization {
            let value = JSONBranch(texts, copying: copies(for: texts, of: localizations))
            patch.replace(tree.nodes[localization].range, by: layout.text(of: value, depth: 4, style: patch.style))
            return
        }
        for text in texts {
            guard let leaf = leaves.first(where: { $0.path == text.path }) else { continue }
            replace(leaf.unit, by: text.text)
        }
        guard !new.isEmpty else { return }
        var branch = JSONBranch(new, copying: copies(for: new, of: localizations))
        for name in [target.description, "localizations"] { branch = JSONBranch(members: [name: branch]) }
        insert(branch, into: entry, depth: 2)
    }

    private mutating func replace(_ unit: Int, by text: InlineText) {
        if let value = tree.member("value", of: unit), tree.kind(value) == .string {
            patch.replace(tree.nodes[value].range, byTextOf: text)
            if let state = tree.member("state", of: unit), tree.kind(state) == .string, tree.text(state) != "translated"
            {
                patch.replace(tree.nodes[state].range, by: "translated")
            }
        } else {
            let whole = layout.text(of: .stringUnit(text), depth: layout.depth(of: unit, in: tree), style: patch.style)
            patch.replace(tree.whole(unit), by: whole)
        }
    }

    /// Members of the source's substitutions that are no texts (`argNum`, `formatSpecifier`), and texts that hold nothing to
    /// translate, for a localization that does not have them yet.
    private func copies(for texts: [StringCatalogText], of localizations: Int?) -> [(path: [String], raw: String)] {
        guard texts.contains(where: { $0.path.first == "substitutions" }), let localizations,
            let source = tree.member(skeleton.sourceLanguage, of: localizations),
            let substitutions = tree.member("substitutions", of: source)
        else { return [] }
        var copies: [(path: [String], raw: String)] = []
        let localization = tree.localization(of: target, in: localizations)
        for name in tree.children(substitutions) {
            let path = ["substitutions", tree.key(name)]
            let isThere =
                localization.flatMap { tree.member("substitutions", of: $0) }
                .flatMap { tree.member(path[1], of: $0) } != nil
            guard !isThere else { continue }
            for member in tree.children(name) where tree.kind(member) == .string || tree.kind(member) == .scalar {
                copies.append((path + [tree.key(member)], tree.string(tree.whole(member))))
            }
        }
        return copies
    }

    /// Puts the members of a branch among those of an object, at any depth.
    private mutating func insert(_ branch: JSONBranch, into object: Int, depth: Int) {
        guard case .object(let members) = branch else { return }
        var missing: [(name: String, branch: JSONBranch)] = []
        for (name, inner) in members.sorted(by: { $0.key < $1.key }) {
            let child =
                depth == 3
                ? tree.localization(of: target, in: object) : tree.member(name, of: object)
            if let child, tree.kind(child) == .object {
                insert(inner, into: child, depth: depth + 1)
            } else if child == nil {
                missing.append((name, inner))
            }
        }
        guard !missing.isEmpty else { return }
        let children = Array(tree.children(object))
        let rendered = missing.map { item in
            (item.name, layout.member(item.name, item.branch, depth: depth + 1, style: patch.style))
        }
        guard let last = children.last else {
            let body = rendered.map(\.1).joined(separator: "," + layout.lineBreak(depth + 1))
            let all = "{" + layout.lineBreak(depth + 1) + body + layout.lineBreak(depth) + "}"
            patch.replace(tree.nodes[object].range, by: all)
            return
        }
        for (name, text) in rendered {
            if let next = children.first(where: { tree.key($0) > name }) {
                let place = tree.beginning(next)
                patch.replace(place..<place, by: text + "," + layout.lineBreak(depth + 1))
            } else {
                let end = tree.whole(last).upperBound
                patch.replace(end..<end, by: "," + layout.lineBreak(depth + 1) + text)
            }
        }
    }
}
