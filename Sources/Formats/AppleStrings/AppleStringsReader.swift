import Text

/// Reads an old-style property list of strings. What does not fit is a finding, and reading goes on after the next `;`.
struct AppleStringsReader {
    private let bytes: [UInt8]
    private var collector: StringCollector<AppleStringsForm>
    private var index: Int
    private var comment: [String] = []
    private let hasRaw: Bool

    private struct Token {
        /// With the quotes.
        var range: Range<Int>
        /// Without them.
        var body: Range<Int>
        var quote: UInt8?
    }

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        let decoded = DecodedText(source, file: file, encoding: options.encoding)
        bytes = decoded.utf8
        index = decoded.start
        hasRaw = bytes[index...].contains { $0 >= 0x80 }
        collector = StringCollector(
            decoded,
            file: file,
            options: options,
            syntaxes: [.printf, .tags, .lineBreaks, .braces]
        )
    }

    static func looksLike(_ head: [UInt8]) -> Bool {
        var reader = AppleStringsReader(head, file: "", options: ReadOptions(encoding: .utf8))
        reader.skip()
        guard reader.token() != nil else { return false }
        reader.skip()
        return reader.bytes.at(reader.index) == 0x3D || reader.bytes.at(reader.index) == 0x3B
    }

    mutating func document() -> Document {
        while true {
            skip()
            guard index < bytes.count else { break }
            let start = index
            if !entry() {
                collector.report(
                    "strings-syntax",
                    .warning,
                    "This is no `\"key\" = \"value\";`: it is left as it is up to the next `;`. Correct quotes and semicolon.",
                    at: start
                )
                recover(from: max(index, start + 1))
            }
            comment = []
        }
        return collector.document(format: AppleStringsFormat.name)
    }

    private mutating func entry() -> Bool {
        guard let key = token() else { return false }
        let ownComment = comment
        skip()
        var value = key
        if bytes.at(index) == 0x3D {
            index += 1
            skip()
            guard let token = token() else { return false }
            value = token
            skip()
        } else if bytes.at(index) != 0x3B {
            return false
        }
        guard bytes.at(index) == 0x3B else { return false }
        index += 1
        // `"key";` alone is its own value, and must stay the key.
        guard value.range != key.range else { return true }
        let name = unescape(key.body).text
        var details = StringCollector<AppleStringsForm>.Details()
        details.notes[Unit.Note.key] = name
        let note = ownComment.filter { !$0.isEmpty && $0 != "No comment provided by engineer." }.joined(separator: "\n")
        if !note.isEmpty { details.notes[Unit.Note.comment] = note }
        let (text, escapesUnicode, escapesBreaks) = unescape(value.body)
        let ownRaw = bytes[value.body].contains { $0 >= 0x80 }
        let hasRawBreaks = bytes[value.body].contains { $0 == 0x0A || $0 == 0x0D } && !escapesBreaks
        let form = AppleStringsForm(
            quote: value.quote,
            hasRawBreaks: hasRawBreaks,
            unicode: escapesUnicode && !ownRaw ? UnicodeEscape(letter: 0x55, isUpper: false) : nil
        )
        let range = value.quote == nil ? value.range : value.body
        collector.add(text, key: name, at: range, form: form, details: details)
        return true
    }

    /// White space and comments; keeps the comments since the last blank line.
    private mutating func skip() {
        var breaks = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A:
                breaks += 1
                if breaks > 1 { comment = [] }
                index += 1
            case 0x20, 0x09, 0x0D: index += 1
            case 0x2F where bytes.at(index + 1) == 0x2A:
                let start = index + 2
                index = start
                while index < bytes.count, !(bytes[index] == 0x2A && bytes.at(index + 1) == 0x2F) { index += 1 }
                comment.append(bytes.text(start..<min(index, bytes.count)).trimmed)
                if index >= bytes.count {
                    collector.report(
                        "strings-comment",
                        .warning,
                        "A comment has no end: what follows it is not read. Close it with `*/`.",
                        at: start
                    )
                }
                index = min(bytes.count, index + 2)
                breaks = 0
            case 0x2F where bytes.at(index + 1) == 0x2F:
                let line = ByteLine(bytes, from: index)
                comment.append(bytes.text(index + 2..<line.end).trimmed)
                index = line.end
                breaks = 0
            default: return
            }
        }
    }

    /// A string in quotes, or a word.
    private mutating func token() -> Token? {
        let start = index
        let quote = bytes.at(index)
        if quote == 0x22 || quote == 0x27 {
            var end = start + 1
            while end < bytes.count, bytes[end] != quote { end += bytes[end] == 0x5C ? 2 : 1 }
            guard end < bytes.count else {
                // Without its end, the string would eat the rest of the file: the line is given up instead.
                return nil
            }
            index = end + 1
            return Token(range: start..<index, body: start + 1..<end, quote: quote)
        }
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
        return index > start ? Token(range: start..<index, body: start..<index, quote: nil) : nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F: true
        default: false
        }
    }

    private mutating func recover(from start: Int) {
        index = start
        while index < bytes.count, bytes[index] != 0x3B, bytes[index] != 0x0A { index += 1 }
        index = min(bytes.count, index + 1)
    }

    private func unescape(_ range: Range<Int>) -> (text: String, escapesUnicode: Bool, escapesBreaks: Bool) {
        var text = EscapedText()
        var escapesUnicode = false
        var escapesBreaks = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            guard byte == 0x5C, index < range.upperBound else {
                text.append(byte)
                continue
            }
            let next = bytes[index]
            index += 1
            switch next {
            case 0x6E, 0x72:
                text.append(next == 0x6E ? 0x0A : 0x0D)
                escapesBreaks = true
            case 0x74: text.append(0x09 as UInt8)
            case 0x55, 0x75:
                guard let unit = UnicodeEscape.unit(bytes, at: index, limit: range.upperBound) else {
                    text.append(next)
                    continue
                }
                escapesUnicode = escapesUnicode || unit > 0x7F
                text.append(unit: unit)
                index += 4
            default: text.append(next)
            }
        }
        return (text.text, escapesUnicode, escapesBreaks)
    }
}
