import Text

/// Reads Markdown: front matter, blocks, chapters.
struct MarkdownReader {
    let decoded: DecodedText
    let lines: [TextLine]
    private let file: String
    var parser: MarkdownBlockParser
    private var builder = ChapterBuilder()
    private var holes: [Hole] = []
    private var places: [MarkdownSkeleton.Place] = []
    private var details: Document.Details
    private var defaultKey = "text"
    private var separator: String?
    private var standsInChapter = false

    init(_ decoded: DecodedText, file: String) {
        self.decoded = decoded
        self.file = file
        lines = TextLines.scan(decoded)
        parser = MarkdownBlockParser(decoded.utf8, lines: lines)
        details = Document.Details(encoding: decoded.encoding.rawValue)
    }

    mutating func document() -> Document {
        let front = FrontMatter(decoded.utf8, lines: lines)
        parser.parse(from: front.end)
        let outline = outline()
        if outline.hasChapters { defaultKey = "front" }
        for field in front.fields { add(field) }
        let joinsLines = joinsLines()
        for (index, block) in parser.blocks.enumerated() {
            switch block.kind {
            case .thematicBreak: separator = standsInChapter ? plain(block) : nil
            case .heading:
                let role = outline.roles[index] ?? .section
                add(block, 0..<block.pieces.count, role: role)
            case .cell: add(block, 0..<1, role: .text)
            case .paragraph:
                if let role = outline.roles[index] {
                    add(block, 0..<block.pieces.count, role: role)
                } else {
                    for group in groups(of: block, joinsLines: joinsLines) { add(block, group, role: .text) }
                }
            }
        }
        return Document(
            file: file,
            format: MarkdownFormat.name,
            units: builder.units,
            chapters: builder.chapters,
            details: details,
            findings: decoded.findings,
            skeleton: MarkdownSkeleton(
                base: HoleSkeleton(
                    decoded: decoded,
                    holes: holes,
                    lineBreak: lines.first { $0.lineBreak != .none }?.lineBreak ?? .lf,
                    hasBlankLines: true
                ),
                places: places,
                definitions: parser.definitions
            )
        )
    }

    private func outline() -> ChapterOutline {
        var headings: [ChapterOutline.Heading] = []
        for (index, block) in parser.blocks.enumerated() {
            guard case .heading(let level) = block.kind else { continue }
            let text = plain(block)
            if !text.isEmpty { headings.append(.init(index: index, level: level, text: text)) }
        }
        return ChapterOutline(headings) {
            parser.blocks.enumerated().compactMap { index, block in
                guard block.kind == .paragraph, block.pieces.count == 1, block.pieces[0].count < 300 else { return nil }
                return (index, plain(block))
            }
        }
    }

    // MARK: lines of a paragraph

    /// Whether the lines of a paragraph are one text. By CommonMark they are; but a web novel has a paragraph in each
    /// line and no blank lines, so where lines are clearly not cut at a width, one that ends a sentence in Han ends a unit.
    private func joinsLines() -> Bool {
        var texts: Set<Int> = []
        for block in parser.blocks where block.kind == .paragraph { texts.formUnion(block.lines) }
        if case .paragraphs = HardWraps.find(in: lines[...], isText: texts.contains) { return false }
        return true
    }

    private func groups(of block: MarkdownBlock, joinsLines: Bool) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in block.pieces.indices.dropFirst() {
            let line = lines[block.lines[index - 1]]
            let hasIndent = decoded.utf8[block.pieces[index]].starts(with: [0xE3, 0x80, 0x80])
            let ends = !joinsLines && line.endsSentence && line.last.columns == 2
            guard hasIndent || ends, !isHardBreak(block.pieces[index - 1]) else { continue }
            groups.append(start..<index)
            start = index
        }
        groups.append(start..<block.pieces.count)
        return groups
    }

    func isHardBreak(_ piece: Range<Int>) -> Bool {
        let bytes = decoded.utf8[piece]
        if bytes.suffix(2).elementsEqual([0x20, 0x20]) { return true }
        return bytes.reversed().prefix { $0 == 0x5C }.count % 2 == 1
    }

    // MARK: units

    private mutating func add(_ field: FrontMatter.Field) {
        let kind: Unit.Kind
        switch field.key.lowercased() {
        case "title":
            kind = .title
            details.title = BookTitle.value(of: field.value)
        case "author":
            kind = .author
            details.author = field.value
        case "description", "subtitle": kind = .metadata
        case "lang", "language":
            details.language = LanguageTag(field.value)
            return
        default: return
        }
        guard let hole = hole(field.range, first: field.line, last: field.line) else { return }
        begin()
        builder.add(InlineText(field.value), kind: kind, notes: ["key": field.key])
        holes.append(hole)
        places.append(.scalar(field.style))
    }

    private mutating func add(_ block: MarkdownBlock, _ group: Range<Int>, role: ChapterOutline.Role) {
        let pieces = group.map { index in
            let piece = trimmed(block.pieces[index])
            let isBackslash = index + 1 < group.upperBound && decoded.utf8[block.pieces[index]].last == 0x5C
            return isBackslash && isHardBreak(block.pieces[index]) ? piece.lowerBound..<piece.upperBound - 1 : piece
        }
        guard let first = pieces.first, let last = pieces.last, first.lowerBound < last.upperBound else { return }
        if pieces.count == 1, let alternative = alternative(in: first) {
            return addUnit(alternative, block, group, kind: .alternative, place: .alternative)
        }
        let source = inline(pieces, raw: group.map { block.pieces[$0] })
        guard !source.text.trimmed.isEmpty else { return }
        var kind: Unit.Kind = block.isItem ? .item : .paragraph
        var place: MarkdownSkeleton.Place = .paragraph(prefix: block.prefix)
        if block.kind == .cell { place = .cell }
        if case .heading = block.kind { (kind, place) = (.heading, .heading) }
        switch role {
        case .chapter(let heading):
            let title = source.plain
            builder.begin(heading, title: title)
            kind = .heading
            standsInChapter = false
            separator = nil
        case .title:
            kind = .title
            if details.title == nil { details.title = BookTitle.value(of: source.plain) }
        case .section, .text: break
        }
        addUnit(first.lowerBound..<last.upperBound, block, group, source: source, kind: kind, place: place)
    }

    private mutating func addUnit(
        _ range: Range<Int>,
        _ block: MarkdownBlock,
        _ group: Range<Int>,
        source: InlineText? = nil,
        kind: Unit.Kind,
        place: MarkdownSkeleton.Place
    ) {
        let lines = (block.lines[group.lowerBound], block.lines[group.upperBound - 1])
        guard var hole = hole(range, first: lines.0, last: lines.1) else { return }
        let start = block.pieces[group.lowerBound].lowerBound
        if source != nil, let twin = twin(start, line: lines.0) {
            hole.start = twin
            hole.hasIdeographicIndent = decoded.utf8[start..<range.lowerBound].contains(0xE3)
        }
        begin()
        builder.add(
            source ?? InlineText(String(decoding: decoded.utf8[range], as: UTF8.self)),
            kind: kind,
            notes: separator.map { ["separator": $0] } ?? [:]
        )
        separator = nil
        if kind != .heading { standsInChapter = true }
        holes.append(hole)
        places.append(place)
    }

    private mutating func begin() {
        if builder.chapters.isEmpty { builder.begin(key: defaultKey, title: nil) }
    }
}
