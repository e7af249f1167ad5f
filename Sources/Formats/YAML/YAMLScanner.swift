import Text

/// Finds the scalars of a YAML file with their paths, by lines and indents.
///
/// Understands block and flow collections, all five styles of scalars, anchors, tags, comments and several documents. Keys
/// after `?` and flow collections as keys are left alone.
struct YAMLScanner {
    let bytes: [UInt8]
    private(set) var entries: [YAMLEntry] = []
    private(set) var problems: [(offset: Int, message: String)] = []
    /// The first key of the file's mapping, when it has one only: the locale in Rails' files.
    private(set) var roots: [(key: String, range: Range<Int>)] = []

    private var stack: [Level] = []
    private var comment: [String] = []
    private var index: Int
    /// Where the reading of a flow collection failed: those that begin before it are not tried again, or lines of nothing
    /// but brackets would take for ever.
    private var flowBrokenUntil = 0

    /// A collection that is open: a mapping with its current key, or a sequence with its count.
    private struct Level {
        var column: Int
        var key: String
        var isSequence: Bool
        var count = 0
    }

    static let depthLimit = 200

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        index = start
    }

    mutating func scan() {
        while index < bytes.count {
            let before = index
            line()
            if index <= before { index = max(ByteLine(bytes, from: before).next, before + 1) }
        }
    }

    private mutating func line() {
        let line = ByteLine(bytes, from: index)
        var start = line.start
        while start < line.end, bytes[start] == 0x20 { start += 1 }
        let content = bytes.trimmed(start..<line.end)
        guard !content.isEmpty else {
            comment = []
            index = line.next
            return
        }
        if bytes[content.lowerBound] == 0x23 {
            comment.append(bytes.text(bytes.trimmed(content.lowerBound + 1..<content.upperBound)))
            index = line.next
            return
        }
        if start == line.start, isMarker(line) {
            stack = []
            comment = []
            index = line.next
            return
        }
        if start == line.start, bytes[start...].starts(with: [0x2D, 0x2D, 0x2D, 0x20]) {
            // A document that begins in the line of its mark.
            stack = []
            comment = []
            return value(from: start + 4, column: -1, indent: nil)
        }
        if start == line.start, bytes[start] == 0x25 {
            index = line.next
            return
        }
        node(from: content.lowerBound, lineStart: line.start, column: content.lowerBound - line.start)
        comment = []
    }

    private func isMarker(_ line: ByteLine) -> Bool {
        guard line.range.count >= 3 else { return false }
        let head = Array(bytes[line.start..<line.start + 3])
        guard head == [0x2D, 0x2D, 0x2D] || head == [0x2E, 0x2E, 0x2E] else { return false }
        return bytes.trimmed(line.start + 3..<line.end).isEmpty || bytes.at(bytes.skippingSpace(line.start + 3)) == 0x23
    }

    /// What stands at a place of a line: dashes, then a key or a value.
    private mutating func node(from start: Int, lineStart: Int, column: Int) {
        var place = start
        var column = column
        while bytes[place] == 0x2D, place + 1 >= bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place + 1]) {
            close(to: column, sequence: true)
            if let last = stack.last, last.isSequence, last.column == column {
                stack[stack.count - 1].count += 1
            } else {
                guard stack.count < Self.depthLimit else { return tooDeep(place) }
                stack.append(Level(column: column, key: "", isSequence: true))
            }
            let next = bytes.skippingSpace(place + 1)
            column += next - place
            place = next
            if place >= bytes.count || bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x23 {
                return index = ByteLine(bytes, from: place).next
            }
        }
        let body = skippingProperties(place)
        if let key = key(at: body) {
            close(to: column, sequence: false)
            if let last = stack.last, !last.isSequence, last.column == column {
                stack[stack.count - 1].key = key.text
            } else {
                guard stack.count < Self.depthLimit else { return tooDeep(place) }
                stack.append(Level(column: column, key: key.text, isSequence: false))
            }
            if column == 0, stack.count == 1 { roots.append((key.text, key.range)) }
            let isFirst = bytes[lineStart..<place].allSatisfy { $0 == 0x20 }
            value(from: key.after, column: column, indent: isFirst ? bytes.text(lineStart..<place) : nil)
        } else {
            value(from: place, column: stack.last?.column ?? -1, indent: nil)
        }
    }

    private mutating func tooDeep(_ place: Int) {
        problem(place, "The file is nested more than \(Self.depthLimit) deep: this part is left as it is.")
        index = ByteLine(bytes, from: place).next
    }

    private mutating func problem(_ offset: Int, _ message: String) { problems.append((offset, message)) }

    /// Closes collections further right; a sequence may begin in the column of its key.
    private mutating func close(to column: Int, sequence: Bool) {
        while let last = stack.last,
            last.column > column || (last.column == column && last.isSequence && !sequence)
        { stack.removeLast() }
    }

    /// Anchors and tags before a node.
    private func skippingProperties(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place] == 0x26 || bytes[place] == 0x21 {
            while place < bytes.count, bytes[place] > 0x20 { place += 1 }
            place = bytes.skippingSpace(place)
        }
        return place
    }

    // MARK: Keys

    private struct Key {
        var text: String
        var range: Range<Int>
        /// After the colon.
        var after: Int
    }

    /// The key that begins here, when a colon makes it one.
    private func key(at start: Int) -> Key? {
        guard start < bytes.count else { return nil }
        if bytes[start] == 0x22 || bytes[start] == 0x27 {
            guard let end = quoteEnd(start, column: Int.max), !bytes[start..<end].contains(0x0A) else { return nil }
            let colon = bytes.skippingSpace(end)
            guard bytes.at(colon) == 0x3A else { return nil }
            let body = start + 1..<end - 1
            let text = bytes[start] == 0x22 ? YAMLText.double(bytes, body).text : YAMLText.single(bytes, body)
            return Key(text: text, range: body, after: colon + 1)
        }
        if [0x5B, 0x7B, 0x7C, 0x3E, 0x25, 0x40, 0x60].contains(bytes[start]) { return nil }
        var place = start
        while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
            if bytes[place] == 0x3A, place + 1 >= bytes.count || bytes[place + 1] <= 0x20 {
                let range = bytes.trimmed(start..<place)
                return range.isEmpty ? nil : Key(text: bytes.text(range), range: range, after: place + 1)
            }
            if bytes[place] == 0x23, place > start, bytes[place - 1] == 0x20 { return nil }
            place += 1
        }
        return nil
    }

    /// Whether the line after the break at `place` can belong to a scalar or a flow collection below a key in `column`.
    private func goesOn(after place: Int, column: Int) -> Bool {
        if bytes[place] == 0x0D, bytes.at(place + 1) == 0x0A { return true }
        var first = place + 1
        var lineStart = first
        while first < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[first]) {
            if bytes[first] == 0x0A || bytes[first] == 0x0D { lineStart = first + 1 }
            first += 1
        }
        guard first < bytes.count else { return true }
        return first - lineStart > column || [0x5D, 0x7D].contains(bytes[first])
    }

    /// The offset after the closing quote.
    private func quoteEnd(_ start: Int, column: Int) -> Int? {
        var place = start + 1
        let quote = bytes[start]
        while place < bytes.count {
            if quote == 0x22, bytes[place] == 0x5C {
                place += 2
            } else if bytes[place] == quote {
                if quote == 0x27, bytes.at(place + 1) == 0x27 {
                    place += 2
                } else {
                    return place + 1
                }
            } else {
                if bytes[place] == 0x0A || bytes[place] == 0x0D, !goesOn(after: place, column: column) { return nil }
                place += 1
            }
        }
        return nil
    }

    // MARK: Values

    private var path: [String] { stack.map { $0.isSequence ? String($0.count) : $0.key } }

    /// A value in the rest of the line, or in the lines below.
    private mutating func value(from start: Int, column: Int, indent: String?) {
        var place = skippingProperties(bytes.skippingSpace(start))
        guard place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D, bytes[place] != 0x23 else {
            index = ByteLine(bytes, from: min(place, bytes.count)).next
            return
        }
        switch bytes[place] {
        case 0x2A: index = ByteLine(bytes, from: place).next
        case 0x3F where bytes.at(place + 1) == 0x20:
            problem(place, "Keys with `?` are not read: this line is left as it is.")
            index = ByteLine(bytes, from: place).next
        case 0x3A where bytes.at(place + 1) == 0x20: index = ByteLine(bytes, from: place).next
        case 0x7C, 0x3E: block(at: place, column: column, indent: indent)
        case 0x22, 0x27:
            guard let scalar = quoted(at: place, column: column) else { return open(place) }
            add(scalar, path, after: scalar.range.upperBound + 1, indent: indent)
        case 0x5B, 0x7B:
            let start = place
            let before = entries.count
            if start < flowBrokenUntil || !flow(&place, path, column: column, depth: stack.count) {
                flowBrokenUntil = max(flowBrokenUntil, place)
                entries.removeSubrange(before...)
                problem(start, "A bracket or a quote in it has no end: this line is left as it is. Close it.")
                place = start
            }
            index = ByteLine(bytes, from: place).next
        default: plain(at: place, column: column, indent: indent)
        }
    }

    private mutating func open(_ place: Int) {
        problem(place, "A quote has no end: this line is left as it is. Close it.")
        index = ByteLine(bytes, from: place).next
    }

    private mutating func quoted(at place: Int, column: Int) -> YAMLScalar? {
        guard let end = quoteEnd(place, column: column) else { return nil }
        let body = place + 1..<end - 1
        if bytes[place] == 0x27 { return YAMLScalar(style: .single, range: body, text: YAMLText.single(bytes, body)) }
        let (text, escapesUnicode) = YAMLText.double(bytes, body)
        let escapes = escapesUnicode && !bytes[body].contains { $0 >= 0x80 }
        return YAMLScalar(style: .double(escapesUnicode: escapes), range: body, text: text)
    }

    private mutating func add(_ scalar: YAMLScalar, _ path: [String], after: Int, indent: String?) {
        let line = ByteLine(bytes, from: min(after, bytes.count))
        var comment = comment
        let rest = bytes.skippingSpace(after)
        if rest < line.end, bytes[rest] == 0x23 { comment.append(bytes.text(bytes.trimmed(rest + 1..<line.end))) }
        let note = comment.filter { !$0.isEmpty }.joined(separator: "\n")
        entries.append(
            YAMLEntry(path: path, scalar: scalar, comment: note.isEmpty ? nil : note, indent: indent, lineEnd: line.end)
        )
        index = line.next
    }

    /// To the end of the line or a comment, and over lines further right.
    private mutating func plain(at start: Int, column: Int, indent: String?) {
        var end = plainEnd(start)
        var line = ByteLine(bytes, from: start)
        var isCommented = bytes.skippingSpace(end) < line.end
        while !isCommented, line.next < bytes.count {
            // Blank lines belong to the scalar when more of it follows.
            var next = ByteLine(bytes, from: line.next)
            while next.next < bytes.count, bytes.trimmed(next.range).isEmpty { next = ByteLine(bytes, from: next.next) }
            var first = next.start
            while first < next.end, bytes[first] == 0x20 { first += 1 }
            guard first < next.end, first - next.start > column, bytes[first] != 0x23, key(at: first) == nil,
                !isDash(first) || first - next.start > column
            else { break }
            if isDash(first), stack.last?.isSequence != true { break }
            if first == next.start, isMarker(next) { break }
            end = plainEnd(first)
            line = next
            isCommented = bytes.skippingSpace(end) < line.end
        }
        let range = start..<end
        let scalar = YAMLScalar(style: .plain(isFlow: false), range: range, text: YAMLText.plain(bytes, range))
        add(scalar, path, after: end, indent: indent)
    }

    private func isDash(_ place: Int) -> Bool {
        bytes[place] == 0x2D && (place + 1 >= bytes.count || bytes[place + 1] <= 0x20)
    }

    private func plainEnd(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
            if bytes[place] == 0x23, place > start, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09 { break }
            place += 1
        }
        return bytes.trimmed(start..<place).upperBound
    }

    /// `|` or `>` with its indicators, then the lines further right than the parent.
    private mutating func block(at start: Int, column: Int, indent: String?) {
        let header = ByteLine(bytes, from: start)
        let indicators = bytes[start + 1..<header.end].prefix { $0 != 0x20 && $0 != 0x23 }
        let explicit = indicators.first { PlaceholderText.isDigit($0) }.map { Int($0) - 0x30 }
        var width = explicit.map { max(0, column) + $0 }
        var first: Int?
        var last = header.end
        var end = header.next
        var next = header.next
        while next < bytes.count {
            let line = ByteLine(bytes, from: next)
            var content = line.start
            while content < line.end, bytes[content] == 0x20 { content += 1 }
            if content < line.end {
                let own = content - line.start
                if let width { if own < width { break } } else if own <= column { break }
                if width == nil { width = own }
                if first == nil { first = line.start + (width ?? own) }
                last = line.end
                end = line.next
            }
            next = line.next
        }
        index = end
        guard let first, let width, first < last else { return }
        let range = first..<last
        let isFolded = bytes[start] == 0x3E
        let space = String(repeating: " ", count: width)
        let text = YAMLText.block(bytes, range, indent: width, isFolded: isFolded)
        let style = isFolded ? YAMLScalar.Style.folded(indent: space) : .literal(indent: space)
        let saved = index
        add(YAMLScalar(style: style, range: range, text: text), path, after: last, indent: indent)
        index = max(saved, index)
    }

    // MARK: Flow collections

    /// Reads `[…]` or `{…}` and goes behind it; false when it has no end.
    private mutating func flow(_ place: inout Int, _ path: [String], column: Int, depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        let isMap = bytes[place] == 0x7B
        place += 1
        var count = 0
        var key: String?
        while place < bytes.count {
            switch bytes[place] {
            case 0x5D, 0x7D:
                place += 1
                return true
            case 0x2C:
                count += 1
                key = nil
                place += 1
            case 0x0A, 0x0D:
                guard goesOn(after: place, column: column) else { return false }
                place += 1
            case 0x20, 0x09: place += 1
            case 0x3A where bytes.at(place + 1) <= 0x20: place += 1
            case 0x23 where bytes[place - 1] <= 0x20: place = ByteLine(bytes, from: place).end
            case 0x26, 0x21, 0x2A:
                while place < bytes.count, bytes[place] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[place]) {
                    place += 1
                }
            case 0x5B, 0x7B:
                guard flow(&place, path + [key ?? String(count)], column: column, depth: depth + 1) else {
                    return false
                }
            default:
                guard let scalar = flowScalar(&place, column: column) else { return false }
                let colon = skippingBreaks(place)
                if isMap, key == nil, bytes.at(colon) == 0x3A {
                    key = scalar.text
                    place = colon + 1
                } else if !scalar.range.isEmpty {
                    let path = path + [key ?? String(count)]
                    entries.append(YAMLEntry(path: path, scalar: scalar, comment: nil, indent: nil, lineEnd: place))
                }
            }
        }
        return false
    }

    private mutating func flowScalar(_ place: inout Int, column: Int) -> YAMLScalar? {
        if bytes[place] == 0x22 || bytes[place] == 0x27 {
            guard let scalar = quoted(at: place, column: column) else { return nil }
            place = scalar.range.upperBound + 1
            return scalar
        }
        let start = place
        var end = place
        scan: while place < bytes.count {
            switch bytes[place] {
            case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: break scan
            case 0x3A where bytes.at(place + 1) <= 0x20 || [0x2C, 0x5D, 0x7D].contains(bytes.at(place + 1)): break scan
            case 0x23 where place > 0 && bytes[place - 1] <= 0x20: break scan
            case 0x0A, 0x0D:
                guard goesOn(after: place, column: column) else { break scan }
                place += 1
            case 0x20, 0x09: place += 1
            default:
                place += 1
                end = place
            }
        }
        if place == start { place += 1 }
        let range = start..<end
        return YAMLScalar(style: .plain(isFlow: true), range: range, text: YAMLText.plain(bytes, range))
    }

    private func skippingBreaks(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        return place
    }
}
