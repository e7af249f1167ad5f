import Text

/// Application Resource Bundle of Flutter
/// (https://github.com/google/app-resource-bundle/wiki/ApplicationResourceBundleSpecification).
package enum ARBFormat: Format {
    package static let name = "arb"
    package static let summary = "Flutter Application Resource Bundle"
    package static let extensions = ["arb"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .contexts, .plurals]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard let head = JSONHead(sample), head.isObject else { return .no }
        if head.has("@@locale") { return .certain }
        return sample.ending == "arb" ? .named : .no
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var units = JSONUnits(json, messagesWith: [.braces, .tags, .lineBreaks], texts: .letters)
        let tree = json.tree
        var attributes: [String: Int] = [:]
        for member in tree.children(0) where tree.kind(member) == .object {
            attributes[tree.key(member)] = member
        }
        var language: LanguageTag?
        for member in tree.children(0) where tree.kind(member) == .string {
            let key = tree.key(member)
            if key == "@@locale" {
                let text = tree.text(member) ?? ""
                language = LanguageTag(text)
                // A bundle must say the locale that its name says, or Flutter does not build it.
                units.edit(JSONEdit(nil, tree.nodes[member].range, .locale(.underscore)))
            }
            guard !key.hasPrefix("@") else { continue }
            var notes = [Unit.Note.key: key]
            if let about = attributes["@" + key] {
                notes[Unit.Note.comment] = remark(tree, about)
                notes[Unit.Note.context] = tree.text(tree.member("context", of: about))
            }
            units.add(member, key: key, notes: notes)
        }
        return json.document(format: name, units, language: language)
    }

    /// The description, and examples of the placeholders.
    private static func remark(_ tree: JSONTree, _ about: Int) -> String? {
        var parts: [String] = []
        if let text = tree.text(tree.member("description", of: about)), !text.isEmpty { parts.append(text) }
        if let places = tree.member("placeholders", of: about) {
            for place in tree.children(places) {
                guard let example = tree.text(tree.member("example", of: place)), !example.isEmpty else { continue }
                parts.append("{\(tree.key(place))}: \(example)")
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
