import Text

/// INI and its like: sections, `key=value` or `key: value`, comments with `;` or `#`.
package enum INIFormat: Format {
    package static let name = "ini"
    package static let summary = "INI files with sections"
    package static let extensions = ["ini", "cfg"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard extensions.contains(sample.ending) else { return .no }
        let text = sample.head.prefix(4096)
        return text.contains(0x5B) && text.contains(0x3D) ? .likely : .named
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        let bytes = decoded.utf8
        let takesAll = !options.readsChinese || LocaleName.isTable(file)
        var collector = StringCollector<KeyValueForm>(
            decoded,
            file: file,
            options: options,
            syntaxes: [.printf, .braces, .percentNames, .tags, .literalBreaks]
        )
        var section = ""
        var comment: [String] = []
        var next = decoded.start
        while next < bytes.count {
            let line = ByteLine(bytes, from: next)
            next = line.next
            let content = bytes.trimmed(line.range)
            guard !content.isEmpty else {
                comment = []
                continue
            }
            let first = bytes[content.lowerBound]
            if first == 0x3B || first == 0x23 {
                comment.append(bytes.text(bytes.trimmed(content.lowerBound + 1..<content.upperBound)))
            } else if first == 0x5B, bytes[content.upperBound - 1] == 0x5D {
                section = bytes.text(content.lowerBound + 1..<content.upperBound - 1) + "."
                comment = []
            } else if let mark = bytes[content].firstIndex(where: { $0 == 0x3D || $0 == 0x3A }),
                mark > content.lowerBound
            {
                let key = bytes.text(bytes.trimmed(content.lowerBound..<mark))
                var value = bytes.trimmed(mark + 1..<content.upperBound)
                let isQuoted =
                    value.count >= 2 && bytes[value.lowerBound] == 0x22 && bytes[value.upperBound - 1] == 0x22
                if isQuoted { value = value.lowerBound + 1..<value.upperBound - 1 }
                var text = bytes.text(value)
                if isQuoted { text = text.replacing("\\\"", with: "\"") }
                var details = StringCollector<KeyValueForm>.Details()
                details.notes[Unit.Note.key] = section + key
                if !comment.isEmpty { details.notes[Unit.Note.comment] = comment.joined(separator: "\n") }
                comment = []
                guard takesAll || text.containsHan else { continue }
                let form = KeyValueForm(isQuoted: isQuoted)
                collector.add(text, key: section + key, at: value, form: form, details: details)
            } else {
                comment = []
                guard bytes.text(content).containsHan else { continue }
                collector.report(
                    "ini-line",
                    .warning,
                    "This line is neither a section nor `key=value`: it is left as it is.",
                    at: line.start
                )
            }
        }
        return collector.document(format: name)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try write(document, as: edition, form: KeyValueForm.self) { $1.form.escape($0) }
    }
}
