import Text

/// Reads plain text: lines, headings, paragraphs, chapters.
struct TextReader {
    let decoded: DecodedText
    let lines: [TextLine]
    private let file: String
    private var headings: [Int: ChapterHeading] = [:]
    private var paragraphs: [Paragraph] = []
    private var joined = Joined()

    /// A run of lines that is one unit.
    private struct Paragraph {
        var lines: ClosedRange<Int>
        var heading: ChapterHeading?
        var separator: ClosedRange<Int>?
        var isContents = false
    }

    /// What the finding on hard wraps says.
    private struct Joined {
        var lines = 0
        var paragraphs = 0
        var firstLine: Int?
        var widths: ClosedRange<Int>?
    }

    init(_ decoded: DecodedText, file: String) {
        self.decoded = decoded
        self.file = file
        lines = TextLines.scan(decoded)
    }

    mutating func document() -> Document {
        findHeadings()
        collectParagraphs()
        markContents()
        var builder = ChapterBuilder()
        var details = Document.Details(encoding: decoded.encoding.rawValue)
        let hasChapters = paragraphs.contains { $0.heading != nil && !$0.isContents }
        var holes: [Hole] = []
        holes.reserveCapacity(paragraphs.count)
        var seen = 0
        var text = InlineText("")
        for paragraph in paragraphs {
            text = source(of: paragraph.lines)
            var kind = Unit.Kind.paragraph
            if let heading = paragraph.heading, !paragraph.isContents {
                builder.begin(heading, title: text.plain)
                kind = .heading
            } else if builder.chapters.isEmpty {
                builder.begin(key: hasChapters ? "front" : "text", title: nil)
            }
            if paragraph.isContents { kind = .navigation }
            if kind == .paragraph, seen < 8, builder.chapters.count == 1, paragraph.lines.count == 1 {
                kind = noteDetails(text.plain, into: &details) ?? kind
            }
            let separator = paragraph.separator.map { source(of: $0).plain }
            builder.add(text, kind: kind, notes: separator.map { ["separator": $0] } ?? [:])
            holes.append(hole(of: paragraph.lines))
            seen += 1
        }
        var findings = decoded.findings
        if let finding = joinFinding() { findings.append(finding) }
        return Document(
            file: file,
            format: TextFormat.name,
            units: builder.units,
            chapters: builder.chapters,
            details: details,
            findings: findings,
            skeleton: HoleSkeleton(
                decoded: decoded,
                holes: holes,
                lineBreak: usualLineBreak(),
                hasBlankLines: partsByBlankLines()
            )
        )
    }

    // MARK: headings

    private mutating func findHeadings() {
        for (index, line) in lines.enumerated()
        where !line.isBlank && line.columns <= 110 && ChapterHeading.mayBegin(with: line.first) {
            if let heading = ChapterHeading.parse(string(index)) { headings[index] = heading }
        }
        guard case .wrapped(let wraps) = HardWraps.find(in: lines[...], isText: isText) else { return }
        // In wrapped text a line may begin with 第一回 because the sentence happens to be cut there.
        for index in headings.keys.sorted() where index > 0 && isText(index - 1) {
            if wraps.joins(lines[index - 1], lines[index]), !lines[index - 1].endsSentence { headings[index] = nil }
        }
    }

    private func isText(_ index: Int) -> Bool {
        let line = lines[index]
        return !line.isBlank && headings[index] == nil && (!line.isSeparator || line.isStrayEnd)
    }

    // MARK: paragraphs

    private mutating func collectParagraphs() {
        let whole = HardWraps.find(in: lines[...], isText: isText)
        var start = 0
        for index in headings.keys.sorted() {
            collect(start..<index, whole: whole)
            paragraphs.append(Paragraph(lines: index...index, heading: headings[index]))
            start = index + 1
        }
        collect(start..<lines.count, whole: whole)
    }

    /// Collects the paragraphs of one chapter.
    private mutating func collect(_ range: Range<Int>, whole: HardWraps.Verdict) {
        guard !range.isEmpty else { return }
        var verdict = HardWraps.find(in: lines[range], isText: isText)
        if case .unknown = verdict { verdict = whole }
        var wraps: HardWraps?
        if case .wrapped(let found) = verdict { wraps = found }
        let first = paragraphs.count
        var separator: ClosedRange<Int>?
        var index = range.lowerBound
        var texts = 0
        while index < range.upperBound {
            guard isText(index) else {
                if !lines[index].isBlank { separator = index...index }
                index += 1
                continue
            }
            var ends = [index]
            if let wraps {
                ends = wraps.ends(ofParagraphsFrom: index, in: lines, upTo: range.upperBound, isText: isText)
            }
            for end in ends {
                let standsBetween = paragraphs.count > first
                paragraphs.append(Paragraph(lines: index...end, separator: standsBetween ? separator : nil))
                separator = nil
                texts += end - index + 1
                index = end + 1
            }
        }
        let count = paragraphs.count - first
        guard let wraps, texts > count else { return }
        joined.lines += texts
        joined.paragraphs += count
        joined.firstLine = joined.firstLine ?? range.lowerBound + 1
        let widths = joined.widths ?? wraps.width...wraps.width
        joined.widths = min(widths.lowerBound, wraps.width)...max(widths.upperBound, wraps.width)
    }

    /// Three headings and more with nothing under them are a table of contents, up to a heading that comes again.
    private mutating func markContents() {
        var start = 0
        while start < paragraphs.count {
            guard paragraphs[start].heading != nil else {
                start += 1
                continue
            }
            let limit = paragraphs[start...].firstIndex { $0.heading == nil } ?? paragraphs.count
            var end = start
            var seen: Set<String> = []
            let hasVolumes = paragraphs[start..<limit].contains { $0.heading?.isVolume == true }
            while end < limit, let heading = paragraphs[end].heading {
                // Chapters may be counted anew in each volume: then only the same words are the same chapter.
                guard seen.insert(hasVolumes ? heading.text : heading.key).inserted else { break }
                end += 1
            }
            let next = end
            if end == limit, limit < paragraphs.count {
                // The last has text under it; a volume before it is its own.
                repeat { end -= 1 } while end > start && paragraphs[end - 1].heading?.isVolume == true
            }
            if end - start >= 3 { for entry in start..<end { paragraphs[entry].isContents = true } }
            start = max(next, start + 1)
        }
    }

    private func noteDetails(_ text: String, into details: inout Document.Details) -> Unit.Kind? {
        guard let line = BookTitle.parse(text) else { return nil }
        var kind: Unit.Kind?
        if let author = line.author, details.author == nil {
            details.author = author
            kind = .author
        }
        if let title = line.title, details.title == nil {
            details.title = title
            kind = .title
        }
        return kind
    }

    // MARK: the file as a whole

    private func usualLineBreak() -> TextLine.LineBreak {
        var counts: [TextLine.LineBreak: Int] = [:]
        for line in lines { counts[line.lineBreak, default: 0] += 1 }
        let kinds: [TextLine.LineBreak] = [.lf, .crlf, .cr]
        return kinds.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .lf
    }

    private func partsByBlankLines() -> Bool {
        guard paragraphs.count > 1 else { return false }
        var parted = 0
        for (one, next) in zip(paragraphs, paragraphs.dropFirst())
        where (one.lines.upperBound + 1..<next.lines.lowerBound).contains(where: { lines[$0].isBlank }) { parted += 1 }
        return parted * 2 >= paragraphs.count - 1
    }

    private func joinFinding() -> Finding? {
        guard let widths = joined.widths else { return nil }
        let width = widths.count == 1 ? "\(widths.lowerBound)" : "\(widths.lowerBound) to \(widths.upperBound)"
        return Finding(
            "hard-wraps-joined",
            .note,
            "Lines were cut at a width of \(width) columns: \(joined.lines) lines were joined to "
                + "\(joined.paragraphs) paragraphs.",
            at: .init(file: file, line: joined.firstLine)
        )
    }
}
