import Text

/// The header of a catalog: the translation of the empty msgid, a field a line.
struct POHeader: Sendable {
    /// Index of the entry.
    var entry: Int
    /// In the order written.
    var fields: [Field]

    struct Field: Sendable {
        var name: String
        var value: String
        /// The quoted pieces that hold the field, from the first quotation mark to after the last.
        var range: Range<Int>
    }

    /// Nil when the first message is no header.
    init?(_ entries: [POEntry], in bytes: [UInt8]) {
        guard
            let index = entries.prefix(3).firstIndex(where: { $0.id.isEmpty && $0.context == nil && $0.plural == nil })
        else { return nil }
        entry = index
        fields = []
        let range = entries[index].string.range
        var text: [UInt8] = []
        var start: Int?
        var position = range.lowerBound
        while position < range.upperBound {
            guard bytes[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            var end = position + 1
            while end < range.upperBound, bytes[end] != UInt8(ascii: "\"") {
                end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            end = min(end + 1, range.upperBound)
            if start == nil { start = position }
            POEscape.unescape(bytes, in: position..<end, into: &text)
            if text.isEmpty {
                start = nil
            } else if text.last == 0x0A || end == range.upperBound {
                add(text, start.map { $0..<end } ?? position..<end)
                text.removeAll()
                start = nil
            }
            position = max(end, position + 1)
        }
    }

    private mutating func add(_ text: [UInt8], _ range: Range<Int>) {
        // Several fields in one piece are not told apart: their place could not be replaced alone.
        let lines = text.split(separator: 0x0A)
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).trimmed
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
            fields.append(Field(name: name, value: value, range: lines.count == 1 ? range : 0..<0))
        }
    }

    func field(_ name: String) -> Field? {
        fields.first { $0.name.lowercased() == name.lowercased() }
    }

    func value(_ name: String) -> String? { field(name)?.value }

    var language: LanguageTag? {
        value("Language").flatMap { LanguageTag(String($0.prefix { $0 != "@" && $0 != "." })) }
    }

    /// Number and formula of the plural forms; nil without them, and for the `INTEGER` and `EXPRESSION` of a template.
    var plurals: (count: Int, formula: PluralFormula)? {
        guard let value = value("Plural-Forms") else { return nil }
        var count: Int?
        var formula: PluralFormula?
        for part in value.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            switch String(pair[0]).trimmed {
            case "nplurals": count = Int(String(pair[1]).trimmed)
            case "plural": formula = PluralFormula(String(pair[1]))
            default: break
            }
        }
        guard let count, (1...20).contains(count), let formula else { return nil }
        return (count, formula)
    }

    /// The charset that a catalog names before it is decoded; nil when it names none or one that is not known.
    static func charset(of bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(8_192)
        let mark = Array("charset=".utf8)
        guard let found = head.firstRange(of: mark) else { return nil }
        let name = head[found.upperBound...].prefix { byte in
            (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0x30...0x39).contains(byte) || byte == 0x2D
                || byte == 0x5F
        }
        return TextEncoding(name: String(decoding: name, as: UTF8.self))
    }
}
