/// Finds the blocks of a Markdown text: CommonMark with tables and footnotes. What holds no text (code, HTML, definitions
/// of links) is passed over and so stays in the skeleton as it is.
struct MarkdownBlockParser {
    private let bytes: [UInt8]
    private let lines: [TextLine]
    private(set) var blocks: [MarkdownBlock] = []
    /// Labels of link definitions, normalized.
    private(set) var definitions: Set<String> = []
    private var containers: [Container] = []
    private var leaf = Leaf.none
    private var paragraph: MarkdownBlock?

    private enum Container {
        case quote
        /// With the columns that its content is indented by.
        case item(Int)
    }

    private enum Leaf {
        case none
        case fence(sign: UInt8, count: Int)
        case html(MarkdownHTML.End)
        case table
    }

    init(_ bytes: [UInt8], lines: [TextLine]) {
        self.bytes = bytes
        self.lines = lines
    }

    mutating func parse(from first: Int) {
        for index in first..<max(first, lines.count) { parse(line: index) }
        endParagraph()
    }

    /// Offset after the last byte of a line, its line break left out.
    static func rawEnd(of index: Int, in lines: [TextLine], count: Int) -> Int {
        guard index + 1 < lines.count else { return count }
        return lines[index + 1].start.text - lines[index].lineBreak.rawValue.utf8.count
    }

    private mutating func parse(line index: Int) {
        var cursor = MarkdownCursor(
            bytes,
            from: lines[index].start.text,
            to: Self.rawEnd(of: index, in: lines, count: bytes.count)
        )
        let matched = match(&cursor)
        let isInside = matched == containers.count
        if isInside, continues(cursor) { return }
        if !isInside { leaf = .none }
        if cursor.isBlank {
            endParagraph()
            leaf = .none
            if !isInside { containers.removeLast(containers.count - matched) }
            return
        }
        let opened = open(&cursor, matched: matched)
        guard !opened, !isInside else {
            parse(leafAt: cursor, line: index)
            return
        }
        // A line without the markers of its containers goes on with their paragraph when it is no block of its own.
        if paragraph != nil, !startsBlock(cursor) {
            append(cursor, line: index)
        } else {
            close(to: matched)
            parse(leafAt: cursor, line: index)
        }
    }

    /// Goes over the markers of the open containers; returns how many of them go on in this line.
    private func match(_ cursor: inout MarkdownCursor) -> Int {
        for (count, container) in containers.enumerated() {
            switch container {
            case .quote:
                guard cursor.indent < 4, cursor.firstVisible < cursor.end, bytes[cursor.firstVisible] == 0x3E
                else { return count }
                cursor.advance(to: cursor.firstVisible + 1)
                cursor.skip(columns: 1)
            case .item(let columns):
                if cursor.isBlank { continue }
                guard cursor.indent >= columns else { return count }
                cursor.skip(columns: columns)
            }
        }
        return containers.count
    }

    /// Whether an open code fence or HTML block takes the line.
    private mutating func continues(_ cursor: MarkdownCursor) -> Bool {
        switch leaf {
        case .none, .table: return false
        case .fence(let sign, let count):
            if cursor.closes(fence: (sign, count)) { leaf = .none }
            return true
        case .html(.blankLine):
            guard cursor.isBlank else { return true }
            leaf = .none
            return false
        case .html(.text(let marks)):
            if contains(cursor, marks) { leaf = .none }
            return true
        }
    }

    private func contains(_ cursor: MarkdownCursor, _ marks: [String]) -> Bool {
        let line = String(decoding: bytes[cursor.position..<cursor.end], as: UTF8.self).lowercased()
        return marks.contains { line.contains($0) }
    }

    /// Opens the containers that begin in this line; returns whether there are any.
    private mutating func open(_ cursor: inout MarkdownCursor, matched: Int) -> Bool {
        var opened = false
        func isInParagraph() -> Bool { paragraph != nil && !opened && matched == containers.count }
        while cursor.indent < 4, let first = bytes[cursor.firstVisible..<cursor.end].first {
            if first == 0x3E {
                if !opened { close(to: matched) }
                containers.append(.quote)
                cursor.advance(to: cursor.firstVisible + 1)
                cursor.skip(columns: 1)
            } else if !cursor.isThematicBreak, let marker = cursor.listMarker, !isInParagraph() || marker.interrupts {
                if isInParagraph(), cursor.setextLevel != nil { return opened }
                if !opened { close(to: matched) }
                let indent = cursor.indent + marker.end - cursor.firstVisible
                cursor.advance(to: marker.end)
                let spaces = cursor.indent
                let taken = marker.isEmpty || spaces > 4 ? 1 : spaces
                cursor.skip(columns: taken)
                containers.append(.item(indent + taken))
            } else if !isInParagraph(), let definition = cursor.definition, definition.isFootnote {
                if !opened { close(to: matched) }
                cursor.advance(to: definition.rest)
                containers.append(.item(4))
            } else {
                return opened
            }
            opened = true
        }
        return opened
    }

    private mutating func close(to count: Int) {
        endParagraph()
        leaf = .none
        containers.removeLast(containers.count - count)
    }

    private func startsBlock(_ cursor: MarkdownCursor) -> Bool {
        guard cursor.indent < 4 else { return false }
        return cursor.isThematicBreak || cursor.heading != nil || cursor.fence != nil
            || cursor.htmlBlock(inParagraph: true) != nil
    }

    private mutating func parse(leafAt cursor: MarkdownCursor, line: Int) {
        guard !cursor.isBlank else { return endParagraph() }
        guard cursor.indent < 4 else {
            // Indented code, or a further line of a paragraph.
            if paragraph != nil { append(cursor, line: line) }
            return
        }
        if let open = paragraph {
            if let level = cursor.setextLevel {
                paragraph?.kind = .heading(level: level)
                return endParagraph()
            }
            if open.pieces.count == 1, let columns = cursor.delimiterRow {
                let header = MarkdownCursor(bytes, from: open.pieces[0].lowerBound, to: open.pieces[0].upperBound)
                    .cells()
                if header.count == columns, bytes[open.pieces[0]].contains(0x7C) {
                    paragraph = nil
                    header.forEach { add(.cell, $0, line: open.lines[0]) }
                    leaf = .table
                    return
                }
            }
        }
        if cursor.isThematicBreak {
            endParagraph()
            leaf = .none
            return add(.thematicBreak, cursor.trimmed, line: line)
        }
        if let heading = cursor.heading {
            endParagraph()
            leaf = .none
            return add(.heading(level: heading.level), heading.content, line: line)
        }
        if let fence = cursor.fence {
            endParagraph()
            leaf = .fence(sign: fence.sign, count: fence.count)
            return
        }
        if let end = cursor.htmlBlock(inParagraph: paragraph != nil) {
            endParagraph()
            leaf = .html(end)
            if case .text(let marks) = end, contains(cursor, marks) { leaf = .none }
            return
        }
        if case .table = leaf {
            cursor.cells().forEach { add(.cell, $0, line: line) }
            return
        }
        if paragraph == nil, let definition = cursor.definition {
            definitions.insert(Self.normalized(definition.label))
            return
        }
        append(cursor, line: line)
    }

    private mutating func append(_ cursor: MarkdownCursor, line: Int) {
        let range = cursor.firstVisible..<cursor.end
        if paragraph == nil {
            paragraph = block(.paragraph, range, line: line)
        } else {
            paragraph?.pieces.append(range)
            paragraph?.lines.append(line)
        }
    }

    private mutating func endParagraph() {
        if let paragraph { blocks.append(paragraph) }
        paragraph = nil
    }

    private mutating func add(_ kind: MarkdownBlock.Kind, _ range: Range<Int>, line: Int) {
        blocks.append(block(kind, range, line: line))
    }

    private func block(_ kind: MarkdownBlock.Kind, _ range: Range<Int>, line: Int) -> MarkdownBlock {
        var prefix = ""
        var isItem = kind == .cell
        for container in containers {
            switch container {
            case .quote: prefix += "> "
            case .item(let columns):
                prefix += String(repeating: " ", count: columns)
                isItem = true
            }
        }
        return MarkdownBlock(kind: kind, pieces: [range], lines: [line], prefix: prefix, isItem: isItem)
    }

    /// A label as CommonMark compares them: without case, white space as one space.
    static func normalized(_ label: some StringProtocol) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
