extension JSONTree {
    /// A text of a string catalog and the members that lead to it from its localization.
    struct CatalogLeaf {
        var path: [String]
        /// The node of the `stringUnit`.
        var unit: Int
    }

    /// The texts of a localization: its own, those of its variations and of its substitutions, in the order of the file.
    func catalogLeaves(_ localization: Int?) -> [CatalogLeaf] {
        guard let localization else { return [] }
        var leaves: [CatalogLeaf] = []
        var open: [(node: Int, path: [String])] = [(localization, [])]
        while let (node, path) = open.popLast() {
            if let unit = member("stringUnit", of: node) { leaves.append(CatalogLeaf(path: path, unit: unit)) }
            // Nothing that Xcode writes goes deeper: a substitution, its device, its plural.
            guard path.count < 8, leaves.count < 200 else { continue }
            var inner: [(Int, [String])] = []
            if let variations = member("variations", of: node) {
                for kind in children(variations) {
                    for variation in children(kind) {
                        inner.append((variation, path + ["variations", key(kind), key(variation)]))
                    }
                }
            }
            if path.isEmpty, let substitutions = member("substitutions", of: node) {
                for name in children(substitutions) { inner.append((name, ["substitutions", key(name)])) }
            }
            open += inner.reversed().map { (node: $0.0, path: $0.1) }
        }
        return leaves
    }

    func catalogText(_ unit: Int) -> String? { text(member("value", of: unit)) }
}
