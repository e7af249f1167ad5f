import Text

/// The YAML block at the head of a Markdown file: the values of a few keys, and where the text begins.
///
/// Only scalars on one line are units; lists, maps and block scalars stay as they are.
struct FrontMatter {
    private(set) var fields: [Field] = []
    /// The first line after it.
    private(set) var end = 0

    struct Field {
        var key: String
        var value: String
        var style: Style
        /// The value with its quotes, as offsets in the UTF-8 of the file.
        var range: Range<Int>
        var line: Int
    }

    enum Style: Sendable {
        case plain, single, double
    }

    init(_ bytes: [UInt8], lines: [TextLine]) {
        func text(_ index: Int) -> String {
            String(decoding: bytes[lines[index].start.text..<lines[index].end.text], as: UTF8.self)
        }
        guard let first = lines.first, first.end.text - first.start.text == 3, text(0) == "---" else { return }
        guard let close = lines.indices.dropFirst().first(where: { ["---", "..."].contains(text($0)) }) else { return }
        end = close + 1
        for index in 1..<close where !lines[index].isIndented {
            if let field = Self.field(bytes[lines[index].start.text..<lines[index].end.text], line: index) {
                // A value that goes on in an indented line is left alone.
                if index + 1 < close, lines[index + 1].isIndented { continue }
                fields.append(field)
            }
        }
    }

    private static func field(_ line: ArraySlice<UInt8>, line index: Int) -> Field? {
        guard let colon = line.firstIndex(of: 0x3A), colon + 1 < line.endIndex, line[colon + 1] == 0x20 else {
            return nil
        }
        let key = String(decoding: line[..<colon], as: UTF8.self)
        guard let start = line[(colon + 1)...].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
        var raw = line[start...]
        var style = Style.plain
        if raw.first == 0x22 || raw.first == 0x27 {
            style = raw.first == 0x22 ? .double : .single
            guard raw.count > 1, raw.last == raw.first else { return nil }
        } else {
            guard let first = raw.first, !"[{|>&*!#%@`-?".utf8.contains(first) || isWordDash(raw) else { return nil }
            let text = Array(raw)
            if let comment = text.indices.dropFirst().first(where: { text[$0] == 0x23 && text[$0 - 1] == 0x20 }) {
                raw = raw.prefix(comment)
                while raw.last == 0x20 { raw = raw.dropLast() }
            }
        }
        guard let value = value(of: String(decoding: raw, as: UTF8.self), style), !value.isEmpty else { return nil }
        return Field(key: key, value: value, style: style, range: raw.startIndex..<raw.endIndex, line: index)
    }

    private static func isWordDash(_ raw: ArraySlice<UInt8>) -> Bool {
        guard let first = raw.first, first == 0x2D || first == 0x3F else { return false }
        return raw.dropFirst().first.map { $0 != 0x20 } ?? false
    }

    private static func value(of raw: String, _ style: Style) -> String? {
        switch style {
        case .plain: return raw
        case .single:
            let inner = raw.dropFirst().dropLast()
            return String(inner).replacing("''", with: "'")
        case .double:
            var value = ""
            var escaped = false
            for character in raw.dropFirst().dropLast() {
                if escaped {
                    switch character {
                    case "n": value.append("\n")
                    case "t": value.append("\t")
                    case "\"", "\\", "/": value.append(character)
                    default: return nil
                    }
                    escaped = false
                } else if character == "\\" {
                    escaped = true
                } else if character == "\"" {
                    return nil
                } else {
                    value.append(character)
                }
            }
            return escaped ? nil : value
        }
    }

    /// A value as a YAML scalar in the style of the source; quoted where a plain one would be something else.
    static func scalar(_ value: String, _ style: Style) -> String {
        let value = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        switch style {
        case .plain where isPlain(value): return value
        case .single: return "'" + value.replacing("'", with: "''") + "'"
        case .plain, .double:
            return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
    }

    private static func isPlain(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, value.trimmed == value else { return false }
        if "-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) || first.isDigit { return false }
        if value.contains(": ") || value.contains(" #") || value.hasSuffix(":") { return false }
        return !["true", "false", "null", "yes", "no", "on", "off", "~"].contains(value.lowercased())
    }
}
