/// A place in one line of Markdown, with the tests that CommonMark makes on what follows (https://spec.commonmark.org/0.31.2/).
struct MarkdownCursor {
    let bytes: [UInt8]
    private(set) var position: Int
    /// After the last byte of the line, without its line break.
    let end: Int

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        self.bytes = bytes
        position = start
        self.end = end
    }

    var byte: UInt8? { position < end ? bytes[position] : nil }

    /// Columns of white space at the position; a tab goes to the next multiple of four from here.
    var indent: Int {
        var columns = 0
        var index = position
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
            columns += bytes[index] == 0x09 ? 4 - columns % 4 : 1
            index += 1
        }
        return columns
    }

    var isBlank: Bool { firstVisible == end }

    /// Offset of the first byte that is neither space nor tab.
    var firstVisible: Int {
        var index = position
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    mutating func skipIndent() { position = firstVisible }

    mutating func advance(to offset: Int) { position = min(offset, end) }

    /// Goes over white space of so many columns; a tab is taken as a whole.
    mutating func skip(columns: Int) {
        var left = columns
        while left > 0, position < end, bytes[position] == 0x20 || bytes[position] == 0x09 {
            left -= bytes[position] == 0x09 ? 4 : 1
            position += 1
        }
    }

    /// The line from the position without white space at its ends.
    var trimmed: Range<Int> {
        let start = firstVisible
        var last = end
        while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
        return start..<last
    }

    // MARK: block starts, at the first visible byte

    /// `***`, `- - -`, `___`.
    var isThematicBreak: Bool {
        var sign: UInt8?
        var count = 0
        for byte in bytes[firstVisible..<end] where byte != 0x20 && byte != 0x09 {
            guard byte == 0x2A || byte == 0x2D || byte == 0x5F, sign == nil || sign == byte else { return false }
            sign = byte
            count += 1
        }
        return count >= 3
    }

    /// Level of a setext underline: 1 for `===`, 2 for `---`.
    var setextLevel: Int? {
        let range = trimmed
        guard let first = bytes[range].first, first == 0x3D || first == 0x2D, bytes[range].allSatisfy({ $0 == first })
        else { return nil }
        return first == 0x3D ? 1 : 2
    }

    /// Level and content of `## Title ##`.
    var heading: (level: Int, content: Range<Int>)? {
        var index = firstVisible
        while index < end, bytes[index] == 0x23 { index += 1 }
        let level = index - firstVisible
        guard (1...6).contains(level), index == end || bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
        var rest = self
        rest.position = index
        var range = rest.trimmed
        var last = range.upperBound
        while last > range.lowerBound, bytes[last - 1] == 0x23 { last -= 1 }
        if last == range.lowerBound {
            range = last..<last
        } else if last < range.upperBound, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 {
            while last > range.lowerBound, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
            range = range.lowerBound..<last
        }
        return (level, range)
    }

    /// The sign and the length of a code fence.
    var fence: (sign: UInt8, count: Int)? {
        let start = firstVisible
        guard start < end, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
        let sign = bytes[start]
        var index = start
        while index < end, bytes[index] == sign { index += 1 }
        guard index - start >= 3, sign != 0x60 || !bytes[index..<end].contains(0x60) else { return nil }
        return (sign, index - start)
    }

    func closes(fence: (sign: UInt8, count: Int)) -> Bool {
        let range = trimmed
        return range.count >= fence.count && bytes[range].allSatisfy { $0 == fence.sign } && indent < 4
    }

    /// A list marker: where it ends, whether the item has text, and whether it may interrupt a paragraph.
    var listMarker: (end: Int, isEmpty: Bool, interrupts: Bool)? {
        let start = firstVisible
        guard start < end else { return nil }
        var index = start
        var isOne = true
        switch bytes[start] {
        case 0x2A, 0x2B, 0x2D: index += 1
        case 0x30...0x39:
            while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
            guard index - start <= 9, index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else { return nil }
            isOne = index - start == 1 && bytes[start] == 0x31
            index += 1
        default: return nil
        }
        guard index == end || bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
        var rest = self
        rest.position = index
        return (index, rest.isBlank, isOne && !rest.isBlank)
    }

    /// What ends an HTML block that begins here; nil when none begins.
    func htmlBlock(inParagraph: Bool) -> MarkdownHTML.End? {
        guard let byte = bytes[firstVisible..<end].first, byte == 0x3C else { return nil }
        return MarkdownHTML.blockEnd(
            String(decoding: bytes[firstVisible..<end], as: UTF8.self),
            inParagraph: inParagraph
        )
    }

    /// Columns of the cells of a delimiter row `| --- | :-: |`; nil when it is none.
    var delimiterRow: Int? {
        let range = trimmed
        guard bytes[range].contains(0x2D), bytes[range].allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) })
        else { return nil }
        let cells = cells()
        let valid = cells.allSatisfy { cell in
            var body = bytes[cell]
            if body.first == 0x3A { body = body.dropFirst() }
            if body.last == 0x3A { body = body.dropLast() }
            return !body.isEmpty && body.allSatisfy { $0 == 0x2D }
        }
        return valid && !cells.isEmpty ? cells.count : nil
    }

    /// The cells of a table row, without the white space around them. A `|` is escaped by a backslash.
    func cells() -> [Range<Int>] {
        var range = trimmed
        if bytes[range].first == 0x7C { range = range.lowerBound + 1..<range.upperBound }
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            if bytes[index] == 0x5C {
                index += 2
                continue
            }
            if bytes[index] == 0x7C {
                cells.append(MarkdownCursor(bytes, from: start, to: index).trimmed)
                start = index + 1
            }
            index += 1
        }
        if start < range.upperBound { cells.append(MarkdownCursor(bytes, from: start, to: range.upperBound).trimmed) }
        return cells
    }

    /// The label of `[label]: destination`, or of `[^label]:` with `isFootnote` and where its text begins.
    var definition: (label: String, isFootnote: Bool, rest: Int)? {
        let start = firstVisible
        guard start < end, bytes[start] == 0x5B else { return nil }
        var index = start + 1
        while index < end, bytes[index] != 0x5D, bytes[index] != 0x5B { index += bytes[index] == 0x5C ? 2 : 1 }
        guard index + 1 < end, bytes[index] == 0x5D, bytes[index + 1] == 0x3A, index > start + 1 else { return nil }
        let label = String(decoding: bytes[start + 1..<index], as: UTF8.self)
        var rest = self
        rest.position = index + 2
        let isFootnote = bytes[start + 1] == 0x5E
        guard isFootnote || !rest.isBlank else { return nil }
        return (label, isFootnote, index + 2)
    }
}
