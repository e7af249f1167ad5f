import Text

/// Finds the strings of a TOML file with their paths (https://toml.io/en/v1.0.0).
struct TOMLScanner {
    let bytes: [UInt8]
    private(set) var entries: [Entry] = []
    private(set) var problems: [(offset: Int, message: String)] = []
    private var index: Int
    private var table: [String] = []
    private var arrays: [[String]: Int] = [:]
    private var comment: [String] = []
    /// Where the reading of a value failed: arrays and tables that begin before it are not tried again.
    private var brokenUntil = 0

    struct Entry {
        var path: [String]
        /// Without quotes; with them for literal strings, which may have to change theirs.
        var range: Range<Int>
        var text: String
        var style: TOMLStyle
        var comment: String?
        /// Whether the key stands first in its line, so that a sibling can be added after it.
        var beginsLine: Bool
        var lineEnd: Int

        var parent: [String] { Array(path.dropLast()) }
    }

    private static let depthLimit = 100

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        index = start
    }

    mutating func scan() {
        while index < bytes.count {
            let line = ByteLine(bytes, from: index)
            let content = bytes.trimmed(line.range)
            guard !content.isEmpty else {
                comment = []
                index = line.next
                continue
            }
            switch bytes[content.lowerBound] {
            case 0x23:
                comment.append(bytes.text(bytes.trimmed(content.lowerBound + 1..<content.upperBound)))
                index = line.next
            case 0x5B: header(content, line)
            default:
                index = content.lowerBound
                let start = index
                if !pair(table, beginsLine: true) {
                    problems.append(
                        (start, "This line is no `key = value`: it is left as it is. Look for an open quote.")
                    )
                    brokenUntil = max(brokenUntil, index)
                    index = max(line.next, start + 1)
                } else {
                    index = max(ByteLine(bytes, from: index).next, start + 1)
                }
                comment = []
            }
        }
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header(_ content: Range<Int>, _ line: ByteLine) {
        let isArray = bytes.at(content.lowerBound + 1) == 0x5B
        index = content.lowerBound + (isArray ? 2 : 1)
        if let path = keys(until: 0x5D) {
            table = path
            if isArray {
                arrays[path, default: -1] += 1
                table.append(String(arrays[path] ?? 0))
            }
        } else {
            problems.append(
                (line.start, "This table's name is broken: what follows is read without it. Correct the brackets.")
            )
        }
        comment = []
        index = line.next
    }

    /// Keys with dots up to the byte, which is passed.
    private mutating func keys(until end: UInt8) -> [String]? {
        var path: [String] = []
        while path.count < 50 {
            index = bytes.skippingSpace(index)
            let start = index
            let quote = bytes.at(index)
            if quote == 0x22 || quote == 0x27 {
                index += 1
                while index < bytes.count, bytes[index] != quote, bytes[index] != 0x0A {
                    index += bytes[index] == 0x5C && quote == 0x22 ? 2 : 1
                }
                guard bytes.at(index) == quote else { return nil }
                path.append(quote == 0x22 ? unescape(start + 1..<index, isLines: false) : bytes.text(start + 1..<index))
                index += 1
            } else {
                while index < bytes.count,
                    PlaceholderText.isWord(bytes[index]) || bytes[index] == 0x2D || bytes[index] >= 0x80
                {
                    index += 1
                }
                guard index > start else { return nil }
                path.append(bytes.text(start..<index))
            }
            index = bytes.skippingSpace(index)
            guard bytes.at(index) == 0x2E || bytes.at(index) == end else { return nil }
            index += 1
            if bytes[index - 1] == end { return path }
        }
        return nil
    }

    private mutating func pair(_ parent: [String], beginsLine: Bool, depth: Int = 0) -> Bool {
        guard let keys = keys(until: 0x3D) else { return false }
        return value(parent + keys, beginsLine: beginsLine && keys.count == 1, depth: depth)
    }

    private mutating func value(_ path: [String], beginsLine: Bool, depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        index = bytes.skippingSpace(index)
        switch bytes.at(index) {
        case 0x22, 0x27: return string(path, beginsLine: beginsLine)
        case 0x5B where index < brokenUntil: return false
        case 0x7B where index < brokenUntil: return false
        case 0x5B: return array(path, depth: depth)
        case 0x7B: return inlineTable(path, depth: depth)
        default:
            let start = index
            while index < bytes.count, ![0x2C, 0x5D, 0x7D, 0x0A, 0x0D, 0x23].contains(bytes[index]) {
                // No number or date has these: an array above has no end.
                if [0x22, 0x27, 0x3D].contains(bytes[index]) { return false }
                index += 1
            }
            return index > start
        }
    }

    private mutating func string(_ path: [String], beginsLine: Bool) -> Bool {
        let start = index
        let quote = bytes[start]
        let isLines = bytes.at(start + 1) == quote && bytes.at(start + 2) == quote
        let width = isLines ? 3 : 1
        var place = start + width
        while place < bytes.count {
            if quote == 0x22, bytes[place] == 0x5C {
                place += 2
            } else if !isLines, bytes[place] == 0x0A {
                return false
            } else if bytes[place] == quote, !isLines || (bytes.at(place + 1) == quote && bytes.at(place + 2) == quote)
            {
                break
            } else {
                place += 1
            }
        }
        guard place < bytes.count else { return false }
        // Up to two quotes may stand before the three that close.
        while isLines, bytes.at(place + 3) == quote { place += 1 }
        index = place + width
        add(path, start..<index, quote: quote, width: width, beginsLine: beginsLine)
        return true
    }

    private mutating func add(_ path: [String], _ whole: Range<Int>, quote: UInt8, width: Int, beginsLine: Bool) {
        var body = whole.lowerBound + width..<whole.upperBound - width
        var style = TOMLStyle.basic
        let text: String
        if width == 3 {
            // A line break after the opening quotes is none; white space at the ends stays in the file.
            while !body.isEmpty, bytes[body.lowerBound] <= 0x20 { body = body.dropFirst() }
            while !body.isEmpty, bytes[body.upperBound - 1] <= 0x20 { body = body.dropLast() }
        }
        if quote == 0x22 {
            style = width == 3 ? .basicLines : .basic
            text = unescape(body, isLines: width == 3)
        } else {
            style = width == 3 ? .literalLines : .literal
            text = bytes.text(body).replacing("\r\n", with: "\n")
        }
        let line = ByteLine(bytes, from: whole.upperBound)
        var notes = comment
        let rest = bytes.skippingSpace(whole.upperBound)
        if rest < line.end, bytes[rest] == 0x23 { notes.append(bytes.text(bytes.trimmed(rest + 1..<line.end))) }
        let note = notes.filter { !$0.isEmpty }.joined(separator: "\n")
        entries.append(
            Entry(
                path: path,
                range: quote == 0x22 ? body : whole,
                text: text,
                style: style,
                comment: note.isEmpty ? nil : note,
                beginsLine: beginsLine,
                lineEnd: line.end
            )
        )
    }

    private mutating func array(_ path: [String], depth: Int) -> Bool {
        index += 1
        var count = 0
        while true {
            skipSpaceAndComments()
            switch bytes.at(index) {
            case 0x5D:
                index += 1
                return true
            case 0x2C:
                index += 1
                count += 1
            default:
                guard index < bytes.count, value(path + [String(count)], beginsLine: false, depth: depth + 1) else {
                    return false
                }
            }
        }
    }

    private mutating func inlineTable(_ path: [String], depth: Int) -> Bool {
        index += 1
        while true {
            skipSpaceAndComments()
            switch bytes.at(index) {
            case 0x7D:
                index += 1
                return true
            case 0x2C: index += 1
            default:
                guard index < bytes.count, pair(path, beginsLine: false, depth: depth + 1) else { return false }
            }
        }
    }

    private mutating func skipSpaceAndComments() {
        while index < bytes.count {
            if bytes[index] == 0x23 {
                index = ByteLine(bytes, from: index).next
            } else if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
                index += 1
            } else {
                return
            }
        }
    }

    private func unescape(_ range: Range<Int>, isLines: Bool) -> String {
        var text = EscapedText()
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = bytes[place]
            place += 1
            if byte == 0x0D, isLines, place < range.upperBound, bytes[place] == 0x0A { continue }
            guard byte == 0x5C, place < range.upperBound else {
                text.append(byte)
                continue
            }
            let next = bytes[place]
            place += 1
            switch next {
            case 0x6E: text.append(0x0A as UInt8)
            case 0x74: text.append(0x09 as UInt8)
            case 0x72: text.append(0x0D as UInt8)
            case 0x62: text.append(0x08 as UInt8)
            case 0x66: text.append(0x0C as UInt8)
            case 0x75, 0x55:
                let width = next == 0x75 ? 4 : 8
                var value: UInt32 = 0
                var count = 0
                while count < width, place < range.upperBound, let digit = UnicodeEscape.hexDigit(bytes[place]) {
                    value = value << 4 | UInt32(digit)
                    place += 1
                    count += 1
                }
                text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            case 0x20, 0x09, 0x0A,
                0x0D where isLines:
                // A backslash at the end of a line joins the next, without its indent.
                while place < range.upperBound, bytes[place] <= 0x20 { place += 1 }
            default: text.append(next)
            }
        }
        return text.text
    }
}
