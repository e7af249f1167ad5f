import Text

/// Files of MTool and other game translators: `{"原文": "译文"}`; an entry whose value is its key is not translated.
package enum MToolFormat: Format {
    package static let name = "mtool"
    package static let summary = "MTool JSON, source to translation"
    package static let extensions = ["json"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .targets]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample), head.isObject else { return .no }
        let children = head.children(200).filter { head.tree.kind($0) != .broken }
        guard !children.isEmpty, children.allSatisfy({ head.tree.kind($0) == .string }) else { return .no }
        let texts = children.count { child in
            head.tree.key(child).unicodeScalars.contains { $0.isHan || $0.isKana }
        }
        if texts * 2 <= children.count { return .no }
        let open = children.count { head.tree.isUntranslated($0) }
        return open * 2 > children.count ? .certain : .likely
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var units = JSONUnits(
            json,
            syntaxes: [.rpgMaker, .printf, .braces, .tags, .literalBreaks, .lineBreaks],
            texts: .letters
        )
        let tree = json.tree
        let locale = options.targets.first?.description
        for entry in tree.children(0) where tree.kind(entry) == .string {
            let source = tree.key(entry)
            guard units.filter.isText(source), !TextShape.isResource(source) else { continue }
            var existing: [String: Unit.Existing] = [:]
            if let locale, !tree.isUntranslated(entry), let text = tree.text(entry) {
                existing[locale] = .init(units.scanner.inline(text))
            }
            let unit = units.add(source, key: key(of: source), existing: existing)
            units.edit(JSONEdit(unit, string: tree.nodes[entry].range))
        }
        return json.document(format: name, units)
    }

    /// The text itself where it is short, else its beginning and a hash.
    private static func key(of source: String) -> String {
        guard source.utf8.count > 96 else { return source }
        return "\(source.prefix(24))…\(StableHash(source).hex)"
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}

extension JSONTree {
    /// Whether a member's value is empty or its key once more.
    fileprivate func isUntranslated(_ member: Int) -> Bool {
        let node = nodes[member]
        if node.range.isEmpty { return true }
        if !node.hasEscapes, !node.keyHasEscapes { return utf8[node.range].elementsEqual(utf8[node.keyRange]) }
        return text(member) == key(member)
    }
}
