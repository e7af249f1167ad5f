import Text

/// `_locales/zh_CN/messages.json` of browser extensions
/// (https://developer.chrome.com/docs/extensions/reference/api/i18n).
package enum ChromeMessagesFormat: Format {
    package static let name = "chrome"
    package static let summary = "Browser extension messages.json"
    package static let extensions = ["json"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample), head.isObject else { return .no }
        let children = head.children()
        let isMessages = !children.isEmpty && children.allSatisfy { head.tree.member("message", of: $0) != nil }
        return isMessages ? .certain : .no
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        // `$1` is an argument, `$$` a dollar sign.
        var units = JSONUnits(
            json,
            syntaxes: [.dollarNames, .tags, .lineBreaks],
            patterns: [#"\$[1-9]"#, #"\$\$"#],
            texts: .letters
        )
        let tree = json.tree
        for message in tree.children(0) {
            let key = tree.key(message)
            var notes = [Unit.Note.key: key]
            notes[Unit.Note.comment] = remark(tree, message)
            units.add(tree.member("message", of: message), key: key, notes: notes)
        }
        return json.document(format: name, units)
    }

    /// The description, and what the placeholders stand for.
    private static func remark(_ tree: JSONTree, _ message: Int) -> String? {
        var parts: [String] = []
        if let text = tree.text(tree.member("description", of: message)), !text.isEmpty { parts.append(text) }
        if let places = tree.member("placeholders", of: message) {
            for place in tree.children(places) {
                guard let example = tree.text(tree.member("example", of: place)), !example.isEmpty else { continue }
                parts.append("$\(tree.key(place).uppercased())$: \(example)")
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
