/// One logical line of a script with the strings in it.
struct RenPyStatement {
    /// Columns before the first sign; a tab counts 8.
    var indent: Int
    /// Without indent, comment and line break.
    var range: Range<Int>
    var strings: [RenPyString]
    /// Where the next line begins.
    var next: Int
    /// The comment that ends or makes up the line, without `#`.
    var comment: Range<Int>?
    var endsWithColon: Bool
    /// Whether a string or a bracket has no end, so that only the line itself was read.
    var isBroken = false
}

struct RenPyString {
    /// With quotes and prefix.
    var range: Range<Int>
    var body: Range<Int>
    var quote: UInt8
    var isTriple: Bool
    var prefix: Prefix

    enum Prefix { case none, raw, formatted }
}

/// Cuts a script into statements: strings and brackets may go over several lines.
struct RenPyLexer {
    let bytes: [UInt8]
    /// Up to where something without an end was looked for: in there, a line is a statement.
    private var brokenUntil = 0
    private var failedAt = 0

    /// A statement longer than this many bytes is taken for a missing quote or bracket.
    private static let statementLimit = 32_768

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func statement(from start: Int) -> RenPyStatement {
        let line = ByteLine(bytes, from: start)
        var indent = 0
        var first = start
        while first < line.end, bytes[first] == 0x20 || bytes[first] == 0x09 {
            indent = bytes[first] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
            first += 1
        }
        if start >= brokenUntil {
            let limit = min(bytes.count, first + Self.statementLimit)
            if let statement = scan(from: first, to: limit, indent: indent, isWhole: true) { return statement }
            brokenUntil = failedAt
        }
        if let statement = scan(from: first, to: line.end, indent: indent, isWhole: false) {
            var statement = statement
            statement.next = max(line.next, start + 1)
            return statement
        }
        return RenPyStatement(
            indent: indent,
            range: first..<line.end,
            strings: [],
            next: max(line.next, start + 1),
            comment: nil,
            endsWithColon: false,
            isBroken: true
        )
    }

    /// Nil when a string or bracket is open at `limit`; brackets do not count when the line alone is read.
    private mutating func scan(from start: Int, to limit: Int, indent: Int, isWhole: Bool) -> RenPyStatement? {
        var strings: [RenPyString] = []
        var depth = 0
        var index = start
        var comment: Range<Int>?
        var last = start
        loop: while index < limit {
            switch bytes[index] {
            case 0x0A, 0x0D:
                if depth == 0 { break loop }
                index += 1
            case 0x23:
                let line = ByteLine(bytes, from: index)
                if depth == 0 {
                    comment = index + 1..<line.end
                    index = line.end
                    break loop
                }
                index = line.end
            case 0x22, 0x27, 0x60:
                guard let string = string(at: index, from: start, limit: limit) else { return nil }
                strings.append(string)
                index = string.range.upperBound
                last = index
            case 0x28, 0x5B, 0x7B:
                if isWhole { depth += 1 }
                index += 1
                last = index
            case 0x29, 0x5D, 0x7D:
                depth = max(0, depth - 1)
                index += 1
                last = index
            case 0x5C where bytes.at(index + 1) == 0x0A: index += 2
            case 0x20, 0x09: index += 1
            default:
                index += 1
                last = index
            }
        }
        guard depth == 0 else {
            failedAt = limit
            return nil
        }
        return RenPyStatement(
            indent: indent,
            range: start..<last,
            strings: strings,
            next: max(ByteLine(bytes, from: index).next, start + (index == start ? 0 : 1)),
            comment: comment,
            endsWithColon: last > start && bytes[last - 1] == 0x3A && strings.last?.range.upperBound != last
        )
    }

    private mutating func string(at start: Int, from first: Int, limit: Int) -> RenPyString? {
        let quote = bytes[start]
        let isTriple = bytes.at(start + 1) == quote && bytes.at(start + 2) == quote
        let width = isTriple ? 3 : 1
        var index = start + width
        while index < limit {
            if bytes[index] == 0x5C {
                index += 2
            } else if !isTriple, bytes[index] == 0x0A, !goesOn(at: index + 1, column: first) {
                failedAt = index
                return nil
            } else if bytes[index] == quote,
                !isTriple || (bytes.at(index + 1) == quote && bytes.at(index + 2) == quote)
            {
                guard index + width <= limit else { break }
                let (prefixStart, prefix) = prefix(before: start, from: first)
                return RenPyString(
                    range: prefixStart..<index + width,
                    body: start + width..<index,
                    quote: quote,
                    isTriple: isTriple,
                    prefix: prefix
                )
            } else {
                index += 1
            }
        }
        failedAt = limit
        return nil
    }

    /// Whether a line can be inside a string that began before: not blank, and not further left than the statement. A
    /// string with such lines is one whose quote is missing.
    private func goesOn(at start: Int, column first: Int) -> Bool {
        var lineStart = first
        while lineStart > 0, bytes[lineStart - 1] == 0x20 || bytes[lineStart - 1] == 0x09 { lineStart -= 1 }
        let content = bytes.skippingSpace(start)
        guard content < bytes.count, bytes[content] != 0x0A, bytes[content] != 0x0D else { return false }
        return content - start >= first - lineStart
    }

    private func prefix(before start: Int, from first: Int) -> (Int, RenPyString.Prefix) {
        var index = start
        var prefix = RenPyString.Prefix.none
        while index > first, start - index < 2 {
            switch bytes[index - 1] | 0x20 {
            case 0x72: prefix = .raw
            case 0x66: prefix = .formatted
            case 0x75, 0x62: break
            default: return (index, prefix)
            }
            index -= 1
        }
        if index > first, PlaceholderText.isWord(bytes[index - 1]) { return (start, .none) }
        return (index, prefix)
    }
}
