import Text

/// Minecraft's `.lang` of Java Edition before 1.13 and of Bedrock: `key=value` lines.
package enum LangFormat: Format {
    package static let name = "lang"
    package static let summary = "Minecraft .lang (key=value)"
    package static let extensions = ["lang"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        let bytes = decoded.utf8
        var collector = StringCollector<KeyValueForm>(
            decoded,
            file: file,
            options: options,
            syntaxes: [.printf, .section, .literalBreaks, .braces]
        )
        var comment: [String] = []
        var next = decoded.start
        while next < bytes.count {
            let line = ByteLine(bytes, from: next)
            next = line.next
            let content = bytes.trimmed(line.range)
            if content.isEmpty {
                comment = []
            } else if bytes[content.lowerBound] == 0x23 || isSlashed(bytes, content) {
                let text = bytes.text(content).drop { $0 == "#" || $0 == "/" || $0 == " " }
                if !text.isEmpty { comment.append(String(text)) }
            } else if let equals = bytes[content].firstIndex(of: 0x3D), equals > content.lowerBound {
                let key = bytes.text(bytes.trimmed(content.lowerBound..<equals))
                var details = StringCollector<KeyValueForm>.Details()
                details.notes[Unit.Note.key] = key
                if !comment.isEmpty { details.notes[Unit.Note.comment] = comment.joined(separator: "\n") }
                comment = []
                let end = tabbedHash(bytes, equals + 1..<content.upperBound) ?? content.upperBound
                let value = bytes.trimmed(equals + 1..<end)
                let form = KeyValueForm(endsAtTabbedHash: true)
                collector.add(bytes.text(value), key: key, at: value, form: form, details: details)
            } else {
                comment = []
                collector.report(
                    "lang-line",
                    .warning,
                    "This line has no `key=`: it is left as it is. Join it to the line before or give it a key.",
                    at: line.start
                )
            }
        }
        return collector.document(format: name)
    }

    private static func isSlashed(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        content.count > 1 && bytes[content.lowerBound] == 0x2F && bytes[content.lowerBound + 1] == 0x2F
    }

    /// Where the comment of Bedrock's files begins: a tab, then `#`.
    private static func tabbedHash(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        range.first { bytes[$0] == 0x09 && $0 + 1 < range.upperBound && bytes[$0 + 1] == 0x23 }
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try write(document, as: edition, form: KeyValueForm.self) { $1.form.escape($0) }
    }
}
