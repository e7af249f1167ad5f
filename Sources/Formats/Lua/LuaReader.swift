import Text

/// Reads the tables of a Lua file: string constants that are values, with the path of keys to them.
///
/// Nothing is run. A string is a value after `=`, after `{` or a comma, or after `return`; strings in calls and conditions
/// are left alone.
struct LuaReader {
    private let bytes: [UInt8]
    private let options: ReadOptions
    private let takesAll: Bool
    private var collector: StringCollector<LuaForm>
    private var index: Int
    private var levels: [Level] = [Level()]
    private var comment: [String] = []
    /// What stands before the value: `L["key"]`, `item.name`.
    private var pending: [String] = []
    private var isValue = false
    /// Levels of long brackets that nothing closes from here on.
    private var openLevels: Set<Int> = []

    private struct Level {
        var key: [String] = []
        var count = 0
        var isTable = true
    }

    private static let depthLimit = 200

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        let decoded = DecodedText(source, file: file, encoding: options.encoding)
        bytes = decoded.utf8
        index = decoded.start
        self.options = options
        takesAll = !options.readsChinese || LocaleName.isTable(file)
        collector = StringCollector(
            decoded,
            file: file,
            options: options,
            syntaxes: [.printf, .braces, .dollarBraces, .tags, .lineBreaks]
        )
    }

    mutating func document() -> Document {
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A, 0x20, 0x09, 0x0D: index += 1
            case 0x2D where bytes.at(index + 1) == 0x2D: skipComment()
            case 0x22, 0x27: quoted()
            case 0x5B: bracket()
            case 0x7B: open(isTable: true)
            case 0x28: open(isTable: false)
            case 0x7D, 0x29: close()
            case 0x3D: equals()
            case 0x2C, 0x3B: separator()
            case let byte where PlaceholderText.isWord(byte) || byte >= 0x80: word()
            case 0x2E where bytes.at(index + 1) != 0x2E: index += 1
            default:
                // An operator: what follows is an expression, not a value.
                isValue = false
                pending = []
                index += 1
            }
        }
        return collector.document(format: LuaFormat.name)
    }

    // MARK: Structure

    private mutating func open(isTable: Bool) {
        guard levels.count < Self.depthLimit else {
            collector.report("lua-depth", .warning, "Tables are nested too deep: this part is not read.", at: index)
            index = bytes.count
            return
        }
        index += 1
        let key = isTable && levels.last?.isTable == true ? key() : []
        levels.append(Level(key: key, isTable: isTable))
        pending = []
        isValue = isTable
        comment = []
    }

    private mutating func close() {
        index += 1
        if levels.count > 1 { levels.removeLast() }
        pending = []
        isValue = false
    }

    private mutating func separator() {
        index += 1
        pending = []
        isValue = levels.count > 1 && levels.last?.isTable == true
    }

    private mutating func equals() {
        let isComparison = bytes.at(index + 1) == 0x3D
        index += isComparison ? 2 : 1
        isValue = !isComparison && !pending.isEmpty && levels.last?.isTable == true
    }

    private mutating func word() {
        let start = index
        while index < bytes.count, PlaceholderText.isWord(bytes[index]) || bytes[index] >= 0x80 { index += 1 }
        let word = bytes.text(start..<index)
        switch word {
        case "return":
            pending = []
            isValue = true
        case "local": pending = []
        default:
            let isPart = start > 0 && (bytes[start - 1] == 0x2E || bytes[start - 1] == 0x3A)
            pending = isPart ? pending + [word] : [word]
            if pending.count > 50 { pending = [] }
            isValue = false
        }
    }

    /// The key of a value here, or its number in the table.
    private mutating func key() -> [String] {
        if !pending.isEmpty { return pending }
        guard levels.count > 1 else { return [] }
        levels[levels.count - 1].count += 1
        return [String(levels[levels.count - 1].count)]
    }

    // MARK: Strings

    /// `["key"]`, `[1]`, or a long string.
    private mutating func bracket() {
        if let long = longBracket(index) {
            longValue(index..<long.end, long.body, level: long.level)
            index = long.end
            return
        }
        var place = skippingSpace(index + 1)
        var key: String?
        if bytes.at(place) == 0x22 || bytes.at(place) == 0x27, let end = stringEnd(place) {
            key = unescape(place + 1..<end - 1)
            place = end
        } else {
            let start = place
            while place < bytes.count, PlaceholderText.isWord(bytes[place]) || bytes[place] == 0x2E { place += 1 }
            key = place > start ? bytes.text(start..<place) : nil
        }
        place = skippingSpace(place)
        guard let key, bytes.at(place) == 0x5D else {
            index += 1
            isValue = false
            return
        }
        // `L["a"]["b"]` goes on, `{ ["a"] = …` begins.
        pending = isValue ? [key] : pending + [key]
        isValue = false
        if pending.count > 50 { pending = [] }
        index = place + 1
    }

    private func skippingSpace(_ start: Int) -> Int { bytes.skippingSpace(start) }

    private mutating func quoted() {
        guard let end = stringEnd(index) else {
            collector.report(
                "lua-quote",
                .warning,
                "A string has no end: this line is left as it is. Close it.",
                at: index
            )
            index = ByteLine(bytes, from: index).next
            return
        }
        value(range: index..<end, body: index + 1..<end - 1, form: .quoted(bytes[index]))
        index = end
    }

    private func stringEnd(_ start: Int) -> Int? {
        let quote = bytes[start]
        var place = start + 1
        while place < bytes.count {
            switch bytes[place] {
            case 0x5C: place += bytes.at(place + 1) == 0x0D && bytes.at(place + 2) == 0x0A ? 3 : 2
            case quote: return place + 1
            case 0x0A, 0x0D: return nil
            default: place += 1
            }
        }
        return nil
    }

    /// `[[…]]`, `[=[…]=]`.
    private mutating func longBracket(_ start: Int) -> (body: Range<Int>, end: Int, level: Int)? {
        var place = start + 1
        while bytes.at(place) == 0x3D { place += 1 }
        let level = place - start - 1
        guard bytes.at(place) == 0x5B, !openLevels.contains(level) else { return nil }
        var body = place + 1
        // A line break right after the bracket is none.
        if bytes.at(body) == 0x0D, bytes.at(body + 1) == 0x0A { body += 2 } else if bytes.at(body) == 0x0A { body += 1 }
        var end = body
        while end < bytes.count {
            if bytes[end] == 0x5D {
                var close = end + 1
                while bytes.at(close) == 0x3D, close - end <= level { close += 1 }
                if close - end - 1 == level, bytes.at(close) == 0x5D { return (body..<end, close + 1, level) }
            }
            end += 1
        }
        openLevels.insert(level)
        return nil
    }

    private mutating func skipComment() {
        if bytes.at(index + 2) == 0x5B, let long = longBracket(index + 2) {
            index = long.end
            return
        }
        let line = ByteLine(bytes, from: index)
        comment.append(bytes.text(bytes.trimmed(index + 2..<line.end)))
        if comment.count > 20 { comment.removeFirst() }
        index = line.end
    }

    private mutating func value(range: Range<Int>, body: Range<Int>, form: LuaForm) {
        defer { isValue = false }
        guard isValue, isAlone(range.upperBound) else { return }
        let own = key()
        pending = []
        let path = levels.flatMap(\.key) + own
        let text: String
        if case .quoted = form { text = unescape(body) } else { text = bytes.text(body) }
        let notes = comment
        comment = []
        guard takesAll || text.containsHan, !TextShape.isResource(text, key: takesAll ? nil : own.last) else { return }
        var details = StringCollector<LuaForm>.Details()
        let key = path.isEmpty ? "value" : path.joined(separator: ".")
        details.notes[Unit.Note.key] = key
        if !notes.isEmpty { details.notes[Unit.Note.comment] = notes.joined(separator: "\n") }
        let hole = if case .long = form { range } else { body }
        collector.add(text, key: key, at: hole, form: form, details: details)
    }

    private mutating func longValue(_ range: Range<Int>, _ body: Range<Int>, level: Int) {
        var inner = body
        while !inner.isEmpty, bytes[inner.upperBound - 1] <= 0x20 { inner = inner.dropLast() }
        while !inner.isEmpty, bytes[inner.lowerBound] <= 0x20 { inner = inner.dropFirst() }
        let open = range.lowerBound + level + 2
        let form = LuaForm.long(
            level: level,
            before: bytes.text(open..<inner.lowerBound),
            after: bytes.text(inner.upperBound..<body.upperBound)
        )
        value(range: range, body: inner, form: form)
    }

    /// Whether no operator follows: a string that is joined or indexed is part of an expression.
    private func isAlone(_ end: Int) -> Bool {
        var place = end
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        switch bytes.at(place) {
        case 0x2E: return bytes.at(place + 1) != 0x2E
        case 0x3A, 0x2B, 0x2A, 0x2F, 0x25, 0x3C, 0x3E, 0x7E: return false
        case 0x3D: return bytes.at(place + 1) != 0x3D
        default: return true
        }
    }

    /// The escapes of Lua 5.4, §3.1.
    private func unescape(_ range: Range<Int>) -> String {
        var text = EscapedText()
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = bytes[place]
            place += 1
            guard byte == 0x5C, place < range.upperBound else {
                text.append(byte)
                continue
            }
            let next = bytes[place]
            place += 1
            switch next {
            case 0x6E, 0x0A: text.append(0x0A as UInt8)
            case 0x0D:
                if place < range.upperBound, bytes[place] == 0x0A { place += 1 }
                text.append(0x0A as UInt8)
            case 0x74: text.append(0x09 as UInt8)
            case 0x72: text.append(0x0D as UInt8)
            case 0x61: text.append(0x07 as UInt8)
            case 0x62: text.append(0x08 as UInt8)
            case 0x66: text.append(0x0C as UInt8)
            case 0x76: text.append(0x0B as UInt8)
            case 0x78:
                var value: UInt8 = 0
                let start = place
                while place < range.upperBound, place < start + 2, let digit = UnicodeEscape.hexDigit(bytes[place]) {
                    value = value << 4 | digit
                    place += 1
                }
                text.append(value)
            case 0x7A: while place < range.upperBound, bytes[place] <= 0x20 { place += 1 }
            case 0x75 where bytes.at(place) == 0x7B:
                var value: UInt32 = 0
                place += 1
                while place < range.upperBound, let digit = UnicodeEscape.hexDigit(bytes[place]) {
                    value = min(value, 0xFF_FFFF) << 4 | UInt32(digit)
                    place += 1
                }
                if place < range.upperBound, bytes[place] == 0x7D { place += 1 }
                text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            case 0x30...0x39:
                var value = Int(next) - 0x30
                let start = place
                while place < range.upperBound, place < start + 2, PlaceholderText.isDigit(bytes[place]) {
                    value = value * 10 + Int(bytes[place]) - 0x30
                    place += 1
                }
                text.append(UInt8(truncatingIfNeeded: value))
            default: text.append(next)
            }
        }
        return text.text
    }
}
