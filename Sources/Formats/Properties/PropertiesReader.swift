import Text

/// Reads the lines as `java.util.Properties.load` does
/// (https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)).
struct PropertiesReader {
    private let bytes: [UInt8]
    private let isLatin1: Bool
    private let hasRaw: Bool
    private let style: UnicodeEscape
    private var collector: StringCollector<PropertiesForm>
    private var index: Int
    private var comment: [String] = []

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        let hasEscapes = Self.firstEscape(source) != nil
        let isUTF8 = (try? UTF8Span(validating: source.span)) != nil
        // Bytes that are no UTF-8 beside escapes of what ISO-8859-1 lacks: a file of before Java 9.
        isLatin1 = options.encoding == nil && !isUTF8 && hasEscapes
        var decoded = DecodedText(isLatin1 ? [] : source, file: file, encoding: options.encoding)
        if isLatin1 {
            // Offsets are those of the file; only ASCII is ever put in.
            decoded.source = source
            decoded.utf8 = source
            decoded.isSource = true
        }
        bytes = decoded.utf8
        hasRaw = !isLatin1 && bytes[decoded.start...].contains { $0 >= 0x80 }
        style = UnicodeEscape(letter: 0x75, isUpper: Self.firstEscape(source) ?? true)
        index = decoded.start
        collector = StringCollector(
            decoded,
            file: file,
            options: options,
            syntaxes: [.braces, .dollarBraces, .printf, .tags, .lineBreaks]
        )
    }

    /// Whether the first `\uXXXX` beyond ASCII has capital digits; nil without one.
    private static func firstEscape(_ bytes: [UInt8]) -> Bool? {
        var found: Bool?
        var index = 0
        while index + 5 < bytes.count {
            guard bytes[index] == 0x5C else {
                index += 1
                continue
            }
            if bytes[index + 1] == 0x75, let unit = UnicodeEscape.unit(bytes, at: index + 2, limit: bytes.count),
                unit > 0x7F
            {
                found = found ?? true
                let digits = bytes[index + 2..<index + 6]
                if digits.contains(where: { $0 >= 0x61 }) { return false }
                if digits.contains(where: { $0 >= 0x41 }) { return true }
            }
            index += 2
        }
        return found
    }

    mutating func document() -> Document {
        while index < bytes.count {
            let line = ByteLine(bytes, from: index)
            var start = line.start
            while start < line.end, Self.isSpace(bytes[start]) { start += 1 }
            if start == line.end {
                comment = []
                index = line.next
            } else if bytes[start] == 0x23 || bytes[start] == 0x21 {
                comment.append(string(bytes.trimmed(start + 1..<line.end)))
                index = line.next
            } else {
                entry(from: start)
                comment = []
            }
        }
        var document = collector.document(format: PropertiesFormat.name)
        if isLatin1 { document.details.encoding = "ISO-8859-1" }
        return document
    }

    private mutating func entry(from start: Int) {
        index = start
        let end = logicalEnd(from: start)
        let keyEnd = keyEnd(from: start, to: end)
        let key = unescape(start..<keyEnd)
        var value = skippingSpace(keyEnd, to: end)
        if value < end, bytes[value] == 0x3D || bytes[value] == 0x3A { value = skippingSpace(value + 1, to: end) }
        var last = end
        while last > value, Self.isSpace(bytes[last - 1]), !isEscaped(last - 1, from: value) { last -= 1 }
        guard let inside = inside(value..<last) else { return }
        (value, last) = (inside.lowerBound, inside.upperBound)
        let text = unescape(inside)
        let hasOwnRaw = bytes[value..<last].contains { $0 >= 0x80 }
        let escapes = !hasRaw || (!hasOwnRaw && text.bytesBeyondASCII)
        var details = StringCollector<PropertiesForm>.Details()
        details.notes[Unit.Note.key] = key.string
        let note = comment.filter { !$0.isEmpty }.joined(separator: "\n")
        if !note.isEmpty { details.notes[Unit.Note.comment] = note }
        if text.isBroken {
            collector.report(
                "properties-escape",
                .warning,
                "“\(key.string)” has a \\u without four hexadecimal digits: it is left as it is. Correct the escape.",
                at: value
            )
            return
        }
        let isPattern = Self.isPattern(text.string)
        collector.add(
            isPattern ? text.string.replacing("''", with: "'") : text.string,
            key: key.string,
            at: value..<last,
            form: PropertiesForm(escape: escapes ? style : nil, doublesApostrophes: isPattern),
            details: details,
            readsICU: true
        )
    }

    /// Whether a value is for `java.text.MessageFormat`: it has a numbered argument, and no apostrophe that stands alone.
    private static func isPattern(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.indices.contains(where: { bytes[$0] == 0x7B && PlaceholderText.isDigit(bytes.at($0 + 1)) }),
            !ICUMessage.isLikely(text)
        else { return false }
        return !text.replacing("''", with: "").utf8.contains(0x27)
    }

    /// The end of the line and of those that go on after a backslash; moves `index` to the next.
    private mutating func logicalEnd(from start: Int) -> Int {
        var line = ByteLine(bytes, from: start)
        var from = start
        while line.end > from, line.next > line.end, isContinued(from..<line.end) {
            from = line.next
            line = ByteLine(bytes, from: line.next)
        }
        index = max(line.next, start + 1)
        return line.end
    }

    private func isContinued(_ range: Range<Int>) -> Bool {
        var count = 0
        while count < range.count, bytes[range.upperBound - 1 - count] == 0x5C { count += 1 }
        return count % 2 == 1
    }

    private func isEscaped(_ place: Int, from start: Int) -> Bool {
        isContinued(start..<place)
    }

    private func keyEnd(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            switch bytes[index] {
            case 0x5C: index += 2
            case 0x3D, 0x3A, 0x20, 0x09, 0x0C: return index
            default: index += 1
            }
        }
        return min(index, end)
    }

    /// Spaces, and line breaks with a backslash before them.
    private func skippingSpace(_ start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            if Self.isSpace(bytes[index]) || bytes[index] == 0x0A || bytes[index] == 0x0D {
                index += 1
            } else if bytes[index] == 0x5C, bytes.at(index + 1) == 0x0A || bytes.at(index + 1) == 0x0D {
                index += 2
            } else {
                break
            }
        }
        return min(index, end)
    }

    /// The value without the white space at its ends, escaped or not, which its translation must have too; nil when
    /// nothing else is there.
    private func inside(_ range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            var isBlank = Self.isSpace(bytes[index])
            index += 1
            if bytes[start] == 0x5C, index < range.upperBound {
                // n t r f, and line breaks that the value goes on after
                isBlank = Self.isSpace(bytes[index]) || [0x6E, 0x74, 0x72, 0x66, 0x0A, 0x0D].contains(bytes[index])
                if bytes[index] == 0x0D, bytes.at(index + 1) == 0x0A { index += 1 }
                index += 1
            }
            if !isBlank { found = (found?.lowerBound ?? start)..<min(index, range.upperBound) }
        }
        return found
    }

    private struct Unescaped {
        var string: String
        var isBroken = false
        /// Whether escapes named something beyond ASCII.
        var bytesBeyondASCII = false
    }

    private func unescape(_ range: Range<Int>) -> Unescaped {
        var text = EscapedText()
        var result = Unescaped(string: "")
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let byte = bytes[index]
            index += 1
            guard byte == 0x5C, index < end else {
                if isLatin1, byte >= 0x80 {
                    text.append(Unicode.Scalar(byte))
                } else if byte != 0x5C {
                    text.append(byte)
                }
                continue
            }
            let next = bytes[index]
            index += 1
            switch next {
            case 0x6E: text.append(0x0A as UInt8)
            case 0x74: text.append(0x09 as UInt8)
            case 0x72: text.append(0x0D as UInt8)
            case 0x66: text.append(0x0C as UInt8)
            case 0x75:
                guard let unit = UnicodeEscape.unit(bytes, at: index, limit: end) else {
                    result.isBroken = true
                    continue
                }
                if unit > 0x7F { result.bytesBeyondASCII = true }
                text.append(unit: unit)
                index += 4
            case 0x0A, 0x0D:
                if next == 0x0D, index < end, bytes[index] == 0x0A { index += 1 }
                while index < end, Self.isSpace(bytes[index]) { index += 1 }
            default: text.append(next)
            }
        }
        result.string = text.text
        return result
    }

    private func string(_ range: Range<Int>) -> String { unescape(range).string }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }
}
