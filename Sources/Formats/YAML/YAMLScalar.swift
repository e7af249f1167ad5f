import Text

/// A scalar in a file, with what is needed to write another in its place.
struct YAMLScalar: Sendable {
    var style: Style
    /// The text between the quotes; all of a plain scalar; the lines of a block scalar from the first sign on.
    var range: Range<Int>
    /// What it says.
    var text: String

    enum Style: Sendable, Hashable {
        /// Inside `[…]` or `{…}`, where commas and brackets end it.
        case plain(isFlow: Bool)
        case single
        case double(escapesUnicode: Bool)
        /// With the white space that begins each line.
        case literal(indent: String)
        case folded(indent: String)
    }
}

/// A scalar with its path in the file.
struct YAMLEntry {
    var path: [String]
    var scalar: YAMLScalar
    var comment: String?
    /// White space before the key, when the key stands first in its line: where a sibling can be added.
    var indent: String?
    /// The end of the scalar's last line.
    var lineEnd: Int
}

/// Reads and writes the texts of scalars (YAML 1.2.2, chapter 7 and 8).
enum YAMLText {
    // MARK: Reading

    static func plain(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return bytes.text(range) }
        var output: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let end = fold(bytes, at: index, limit: range.upperBound, into: &output) {
                index = end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    static func single(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var output: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let end = fold(bytes, at: index, limit: range.upperBound, into: &output) {
                index = end
                continue
            }
            output.append(bytes[index])
            index += bytes[index] == 0x27 ? 2 : 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    static func double(_ bytes: [UInt8], _ range: Range<Int>) -> (text: String, escapesUnicode: Bool) {
        var output = EscapedText()
        var escapesUnicode = false
        var index = range.lowerBound
        while index < range.upperBound {
            var folded: [UInt8] = []
            if bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x20 || bytes[index] == 0x09,
                let end = fold(bytes, at: index, limit: range.upperBound, into: &folded)
            {
                output.append(contentsOf: folded)
                index = end
                continue
            }
            guard bytes[index] == 0x5C, index + 1 < range.upperBound else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let next = bytes[index + 1]
            index += 2
            switch next {
            case 0x0A, 0x0D:
                // An escaped line break is nothing, with the indent of the next line.
                if next == 0x0D, index < range.upperBound, bytes[index] == 0x0A { index += 1 }
                index = min(bytes.skippingSpace(index), range.upperBound)
            case 0x78, 0x75, 0x55:
                let width = next == 0x78 ? 2 : next == 0x75 ? 4 : 8
                guard let value = hex(bytes, index, width, limit: range.upperBound) else {
                    output.append(contentsOf: [0x5C, next])
                    continue
                }
                escapesUnicode = escapesUnicode || value > 0x7F
                if value <= 0xFFFF, width < 8 {
                    output.append(unit: UInt16(value))
                } else {
                    output.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                }
                index += width
            default:
                if let scalar = escapes[next] { output.append(scalar) } else { output.append(next) }
            }
        }
        return (output.text, escapesUnicode)
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        0x30: "\0", 0x61: "\u{7}", 0x62: "\u{8}", 0x74: "\t", 0x6E: "\n", 0x76: "\u{B}", 0x66: "\u{C}", 0x72: "\r",
        0x65: "\u{1B}", 0x4E: "\u{85}", 0x5F: "\u{A0}", 0x4C: "\u{2028}", 0x50: "\u{2029}",
    ]

    private static func hex(_ bytes: [UInt8], _ start: Int, _ width: Int, limit: Int) -> UInt32? {
        guard start + width <= limit else { return nil }
        var value: UInt32 = 0
        for index in start..<start + width {
            guard let digit = UnicodeEscape.hexDigit(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Folds white space around line breaks at `index`; nil when there is no line break in it.
    private static func fold(_ bytes: [UInt8], at index: Int, limit: Int, into output: inout [UInt8]) -> Int? {
        var end = index
        var breaks = 0
        while end < limit, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end]) {
            if bytes[end] == 0x0A || (bytes[end] == 0x0D && bytes.at(end + 1) != 0x0A) { breaks += 1 }
            end += 1
        }
        guard breaks > 0 else { return nil }
        output += breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: breaks - 1)
        return end
    }

    /// Lines of a block scalar, without the breaks at its end.
    static func block(_ bytes: [UInt8], _ range: Range<Int>, indent: Int, isFolded: Bool) -> String {
        var lines: [String] = []
        var next = range.lowerBound
        var isFirst = true
        while next < range.upperBound {
            let line = ByteLine(bytes, from: next)
            next = line.next
            var start = line.start
            if !isFirst {
                var columns = 0
                while columns < indent, start < line.end, bytes[start] == 0x20 {
                    start += 1
                    columns += 1
                }
            }
            isFirst = false
            lines.append(bytes.text(start..<max(start, min(line.end, range.upperBound))))
        }
        guard isFolded else { return lines.joined(separator: "\n") }
        return folded(lines)
    }

    private static func folded(_ lines: [String]) -> String {
        var text = ""
        var breaks = 0
        var wasMore = false
        for (number, line) in lines.enumerated() {
            let isMore = line.hasPrefix(" ") || line.hasPrefix("\t")
            if line.isEmpty {
                breaks += 1
                continue
            }
            if number > 0 {
                let isKept = wasMore || isMore
                text += isKept || breaks > 0 ? String(repeating: "\n", count: breaks + (isKept ? 1 : 0)) : " "
            }
            text += line
            breaks = 0
            wasMore = isMore
        }
        return text
    }

    // MARK: Writing

    /// The text as the scalar's style holds it; a plain scalar that cannot hold it gets double quotes.
    static func write(_ text: String, _ style: YAMLScalar.Style, lineBreak: String) -> String {
        switch style {
        case .plain(let isFlow): return isPlain(text, isFlow: isFlow) ? text : quoted(text, escapesUnicode: false)
        case .double(let escapesUnicode): return escaped(text, escapesUnicode: escapesUnicode)
        case .single: return text.replacing("'", with: "''")
        case .literal(let indent): return lines(text, indent, lineBreak, isFolded: false)
        case .folded(let indent): return lines(text, indent, lineBreak, isFolded: true)
        }
    }

    /// Whether the style can hold the text without another scalar's quotes.
    static func holds(_ text: String, _ style: YAMLScalar.Style) -> Bool {
        guard case .single = style else { return true }
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    private static func lines(_ text: String, _ indent: String, _ lineBreak: String, isFolded: Bool) -> String {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.count > 1, lines.last?.trimmed.isEmpty == true { lines.removeLast() }
        var output = ""
        for (number, line) in lines.enumerated() {
            // White space at the beginning of the first line would be taken for the indent.
            let line = number == 0 || isFolded ? String(line.drop { $0 == " " || $0 == "\t" }) : line
            // In a folded scalar a line break of the text is one more in the file, once for each run of them.
            let isRun = isFolded && (line.isEmpty || (number > 1 && lines[number - 1].isEmpty))
            if number > 0 { output += isFolded && !isRun ? lineBreak + lineBreak : lineBreak }
            if isFolded, line.isEmpty, number > 0, !lines[number - 1].isEmpty { output += lineBreak }
            output += number > 0 && !line.isEmpty ? indent + line : line
        }
        return output
    }

    static func quoted(_ text: String, escapesUnicode: Bool) -> String {
        "\"" + escaped(text, escapesUnicode: escapesUnicode) + "\""
    }

    private static func escaped(_ text: String, escapesUnicode: Bool) -> String {
        var output: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: output += [0x5C, 0x22]
            case 0x5C: output += [0x5C, 0x5C]
            case 0x0A: output += [0x5C, 0x6E]
            case 0x0D: output += [0x5C, 0x72]
            case 0x09: output += [0x5C, 0x74]
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF:
                UnicodeEscape(letter: 0x75, isUpper: true).write(scalar, into: &output)
            case 0x10000... where escapesUnicode:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                output += Array(("\\U" + String(repeating: "0", count: 8 - digits.count) + digits).utf8)
            case 0xA0... where escapesUnicode:
                UnicodeEscape(letter: 0x75, isUpper: true).write(scalar, into: &output)
            default: output += Array(String(scalar).utf8)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a text can stand without quotes and is still read as this text.
    static func isPlain(_ text: String, isFlow: Bool) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20, last != 0x3A,
            !isOther(text)
        else { return false }
        let indicators = Array("-?:,[]{}#&*!|>'\"%@`".utf8)
        let opensSafely = [0x2D, 0x3F, 0x3A].contains(first) && bytes.count > 1 && bytes[1] > 0x20 && !isFlow
        if indicators.contains(first), !opensSafely { return false }
        for (index, byte) in bytes.enumerated() {
            if byte < 0x20 || byte == 0x7F { return false }
            if byte == 0x23, bytes[index - 1] == 0x20 { return false }
            if byte == 0x3A, index + 1 < bytes.count, bytes[index + 1] == 0x20 || isFlow { return false }
            if isFlow, [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) { return false }
        }
        return !text.hasPrefix("---") && !text.hasPrefix("...") && !text.contains("\u{FEFF}")
    }

    /// Whether a plain scalar is a truth value, null or a number to YAML 1.1 or 1.2.
    static func isOther(_ text: String) -> Bool {
        switch text.lowercased() {
        case "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", "-.inf", "<<", "=":
            return true
        default:
            guard let first = text.utf8.first, PlaceholderText.isDigit(first) || [0x2B, 0x2D, 0x2E].contains(first)
            else {
                return false
            }
            return text.utf8.allSatisfy {
                PlaceholderText.isHex($0) || [0x2B, 0x2D, 0x2E, 0x5F, 0x3A, 0x78, 0x6F, 0x54, 0x5A, 0x20].contains($0)
            }
        }
    }
}
