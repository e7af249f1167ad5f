import Text

/// Files of ParaTranz (https://paratranz.cn/docs): `[{"key", "original", "translation", "context", "stage"}]`.
package enum ParaTranzFormat: Format {
    package static let name = "paratranz"
    package static let summary = "ParaTranz JSON, bilingual"
    package static let extensions = ["json"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .contexts, .targets, .states]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample), !head.isObject else { return .no }
        let children = head.children()
        let isOurs = { (entry: Int) in
            head.tree.member("original", of: entry) != nil && head.tree.member("key", of: entry) != nil
        }
        return !children.isEmpty && children.allSatisfy(isOurs) ? .certain : .no
    }

    /// Numbers of ParaTranz for how far an entry is.
    private enum Stage {
        static let untranslated = 0
        static let translated = 1
        static let disputed = 2
        static let checked = 3
        static let reviewed = 5
        static let locked = 9
        static let hidden = -1
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var units = JSONUnits(
            json,
            syntaxes: [
                .printf, .braces, .dollarBraces, .dollarNames, .tags, .section, .literalBreaks, .lineBreaks,
            ],
            texts: .letters
        )
        let tree = json.tree
        let locale = options.targets.first?.description
        for entry in tree.children(0) where tree.kind(entry) == .object {
            let stage = tree.member("stage", of: entry)
            let number = tree.integer(stage)
            guard number != Stage.hidden, let original = tree.member("original", of: entry),
                let source = units.text(original)
            else { continue }
            let key = tree.text(tree.member("key", of: entry)) ?? ""
            var notes = [Unit.Note.key: key]
            if let context = tree.text(tree.member("context", of: entry)), !context.isEmpty {
                notes[Unit.Note.context] = context
            }
            let translation = tree.member("translation", of: entry)
            // What cannot be read cannot be replaced.
            if let translation, tree.kind(translation) == .broken { continue }
            var existing: [String: Unit.Existing] = [:]
            if let locale, let text = tree.text(translation), !text.isEmpty {
                existing[locale] = .init(units.scanner.inline(text), state: state(of: number))
            }
            let unit = units.add(source, key: key.isEmpty ? "entry" : key, notes: notes, existing: existing)
            units.edit(tree.filling(translation, of: "translation", behind: original, for: unit))
            if let stage, number == Stage.untranslated || number == Stage.disputed {
                units.edit(JSONEdit(unit, tree.whole(stage), .raw("\(Stage.translated)")))
            }
        }
        return json.document(format: name, units)
    }

    private static func state(of stage: Int?) -> Translation.State {
        switch stage {
        case Stage.untranslated?, Stage.disputed?: .initial
        case Stage.checked?: .reviewed
        case Stage.reviewed?, Stage.locked?: .final
        default: .translated
        }
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
