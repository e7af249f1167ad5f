import Text

/// Reads entries; a broken one is junk with a finding, and the next is read.
struct FluentReader {
    private let bytes: [UInt8]
    private let start: Int
    private let options: ReadOptions
    private let scanner: PlaceholderScanner
    private var parser: FluentParser
    private var collector: StringCollector<FluentForm>
    private var comment: [String] = []

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        let decoded = DecodedText(source, file: file, encoding: options.encoding)
        bytes = decoded.utf8
        start = decoded.start
        self.options = options
        scanner = options.scanner([.tags, .lineBreaks])
        parser = FluentParser(bytes)
        collector = StringCollector(decoded, file: file, options: options, syntaxes: [])
    }

    mutating func document() -> Document {
        var next = start
        while next < bytes.count {
            let line = ByteLine(bytes, from: next)
            if bytes.trimmed(line.range).isEmpty {
                comment = []
                next = line.next
            } else if bytes[line.start] == 0x23 {
                let text = bytes[line.range].drop { $0 == 0x23 }
                if bytes.at(line.start + 1) != 0x23 { comment.append(String(decoding: text, as: UTF8.self).trimmed) }
                next = line.next
            } else {
                next = max(entry(line), line.next)
                comment = []
            }
        }
        return collector.document(format: FluentFormat.name)
    }

    /// Reads a message or term; gives the beginning of what follows.
    private mutating func entry(_ line: ByteLine) -> Int {
        let id = identifier(line.start + (bytes[line.start] == 0x2D ? 1 : 0))
        let equals = bytes.skippingSpaces(id)
        guard id > line.start, bytes.at(equals) == 0x3D else { return junk(line) }
        let key = bytes.text(line.start..<id)
        var next = equals + 1
        var hasValue = false
        if let pattern = parser.pattern(from: next) {
            add(pattern, key: key, suffix: "", plural: nil)
            next = pattern.range.upperBound
            hasValue = true
        } else if let problem = broken(from: next, line) {
            return problem
        }
        while let (name, after) = attribute(after: next) {
            guard let pattern = parser.pattern(from: after) else { return junk(ByteLine(bytes, from: after)) }
            add(pattern, key: key + "." + name, suffix: "", plural: nil)
            next = pattern.range.upperBound
            hasValue = true
        }
        guard hasValue else { return junk(line) }
        let rest = ByteLine(bytes, from: next)
        guard bytes.trimmed(next..<rest.end).isEmpty else { return junk(rest) }
        return rest.next
    }

    /// A message may have attributes alone; anything else without a pattern is junk.
    private mutating func broken(from start: Int, _ line: ByteLine) -> Int? {
        let rest = ByteLine(bytes, from: start)
        return bytes.trimmed(start..<rest.end).isEmpty && attribute(after: start) != nil ? nil : junk(line)
    }

    /// The line and those that belong to it are left as they are.
    private mutating func junk(_ line: ByteLine) -> Int {
        collector.report(
            "fluent-junk",
            .warning,
            "This is no message of Fluent: it is left as it is up to the next entry. Look for an open brace or a missing `=`.",
            at: line.start
        )
        var next = line.next
        while next < bytes.count, !isEntryStart(next) { next = ByteLine(bytes, from: next).next }
        return next
    }

    private func isEntryStart(_ place: Int) -> Bool {
        PlaceholderText.isLetter(bytes[place]) || bytes[place] == 0x2D || bytes[place] == 0x23
    }

    private func identifier(_ start: Int) -> Int {
        guard PlaceholderText.isLetter(bytes.at(start)) else { return start }
        var end = start
        while end < bytes.count, PlaceholderText.isWord(bytes[end]) || bytes[end] == 0x2D { end += 1 }
        return end
    }

    /// `    .name =` in the next line that is not blank.
    private func attribute(after start: Int) -> (name: String, after: Int)? {
        let line = ByteLine(bytes, from: start)
        guard bytes.trimmed(start..<line.end).isEmpty else { return nil }
        var next = line.next
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0x0D {
            if bytes[next] == 0x20, bytes.at(bytes.skippingSpaces(next)) == 0x2E { break }
            next = ByteLine(bytes, from: next).next
        }
        let dot = bytes.skippingSpaces(next)
        guard dot > next, bytes.at(dot) == 0x2E else { return nil }
        let end = identifier(dot + 1)
        let equals = bytes.skippingSpaces(end)
        guard end > dot + 1, bytes.at(equals) == 0x3D else { return nil }
        return (bytes.text(dot + 1..<end), equals + 1)
    }

    // MARK: Units

    private mutating func add(_ pattern: FluentPattern, key: String, suffix: String, plural: PluralCategory?) {
        if let select = pattern.sole { return add(select, key: key, suffix: suffix) }
        append(inline(pattern), key: key + suffix, at: pattern.range, .pattern(indent: pattern.indent), plural, key)
        for case .select(let select) in pattern.pieces { add(select, key: key, suffix: suffix) }
    }

    private mutating func add(_ select: FluentPattern.Select, key: String, suffix: String) {
        let isPlural = isPlural(select)
        for variant in select.variants {
            if variant.isDefault, isPlural { addMissing(select, variant, key: key, suffix: suffix) }
            let category = isPlural ? PluralCategory(rawValue: variant.key) : nil
            add(variant.pattern, key: key, suffix: suffix + "[\(variant.key)]", plural: category)
        }
    }

    private func isPlural(_ select: FluentPattern.Select) -> Bool {
        select.variants.contains { $0.isDefault && $0.key == "other" }
            && select.variants.allSatisfy { PluralCategory(rawValue: $0.key) != nil || Double($0.key) != nil }
    }

    /// Forms that the targets need and the file does not have, with the text of the default.
    private mutating func addMissing(
        _ select: FluentPattern.Select,
        _ variant: FluentPattern.Variant,
        key: String,
        suffix: String
    ) {
        guard variant.pattern.sole == nil, let needed = options.pluralCategories else { return }
        var lineStart = variant.start
        while lineStart > 0, bytes[lineStart - 1] == 0x20 { lineStart -= 1 }
        let indent = String(repeating: " ", count: variant.start - lineStart)
        for category in needed where !select.variants.contains(where: { $0.key == category.rawValue }) {
            append(
                inline(variant.pattern),
                key: key + suffix + "[\(category.rawValue)]",
                at: variant.start..<variant.start,
                .added(category, indent: indent),
                category,
                key
            )
        }
    }

    private mutating func append(
        _ text: InlineText,
        key: String,
        at range: Range<Int>,
        _ form: FluentForm,
        _ plural: PluralCategory?,
        _ id: String
    ) {
        var details = StringCollector<FluentForm>.Details()
        details.plural = plural
        details.notes[Unit.Note.key] = id
        if !comment.isEmpty { details.notes[Unit.Note.comment] = comment.joined(separator: "\n") }
        collector.add(text, key: key, at: range, form: form, details: details)
    }

    /// The text of a pattern, dedented, with its placeables as codes.
    private func inline(_ pattern: FluentPattern) -> InlineText {
        var text = ""
        var data: [String] = []
        for piece in pattern.pieces {
            switch piece {
            case .text(let range): text += bytes.text(range).replacing("\u{FFFC}", with: "\u{FFFD}")
            case .breaks(let count, let indent):
                text += String(repeating: "\n", count: count) + String(repeating: " ", count: indent)
            case .literal(let string): text += string
            case .placeable(let range):
                text.unicodeScalars.append(InlineText.place)
                data.append(bytes.text(range))
            case .select(let select):
                text.unicodeScalars.append(InlineText.place)
                data.append(bytes.text(select.range))
            }
        }
        return scanner.inline(text, filling: data)
    }
}
