import Text

/// Scripts of visual novels as GalTransl, SExtractor and VNTextPatch exchange them: `[{"name", "message"}]`.
package enum GalTranslFormat: Format {
    package static let name = "galtransl"
    package static let summary = "Visual novel script, JSON of name and message"
    package static let extensions = ["json"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .speakers]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample), !head.isObject else { return .no }
        let children = head.children()
        guard !children.isEmpty else { return .no }
        let known = children.count { entry in
            guard head.tree.kind(entry) == .object,
                let message = head.tree.member("message", of: entry)
            else { return false }
            return head.tree.kind(message) == .string
        }
        guard known * 2 >= children.count else { return .no }
        let hasNames = children.contains {
            head.tree.member("name", of: $0) != nil || head.tree.member("names", of: $0) != nil
        }
        return hasNames ? .certain : .likely
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var units = JSONUnits(
            json,
            syntaxes: [.rpgMaker, .braces, .tags, .literalBreaks, .lineBreaks],
            texts: json.gameTexts
        )
        let tree = json.tree
        for entry in tree.children(0) where tree.kind(entry) == .object {
            let name = tree.member("name", of: entry)
            units.addName(name)
            var speakers = [tree.text(name) ?? ""]
            if let names = tree.member("names", of: entry) {
                for name in tree.children(names) {
                    units.addName(name)
                    speakers.append(tree.text(name) ?? "")
                }
            }
            guard let message = tree.member("message", of: entry), let text = units.text(message) else { continue }
            let speaker = speakers.filter { !$0.isEmpty }.joined(separator: ", ")
            units.add(
                message,
                // A script has no ids: what a line says is what it is known by when lines are put before it.
                key: "lines/\(StableHash(text).hex.prefix(12))",
                kind: .dialogue,
                notes: speaker.isEmpty ? [:] : [Unit.Note.speaker: speaker]
            )
        }
        return json.document(format: self.name, units)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
