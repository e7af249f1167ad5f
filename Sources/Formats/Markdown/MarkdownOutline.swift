/// Which blocks of a Markdown text begin chapters.
///
/// Headings of level 1 do; of level 2 when there is just one of level 1, which is then the title of the book. A text without
/// any heading is cut at paragraphs that read like one (第一章 …).
struct MarkdownOutline {
    /// What the blocks are that play a part, by their index.
    private(set) var roles: [Int: Role] = [:]

    enum Role {
        /// The recognised heading, nil for one that is neither numbered nor named like a chapter.
        case chapter(ChapterHeading?)
        case title
        /// A heading inside of a chapter.
        case section
        case text
    }

    var hasChapters: Bool {
        roles.values.contains {
            if case .chapter = $0 { true } else { false }
        }
    }

    init(_ blocks: [MarkdownBlock], text: (MarkdownBlock) -> String) {
        var headings: [(index: Int, level: Int, text: String)] = []
        for (index, block) in blocks.enumerated() {
            guard case .heading(let level) = block.kind else { continue }
            let text = text(block)
            if !text.isEmpty { headings.append((index, level, text)) }
        }
        guard let top = headings.map(\.level).min() else {
            for (index, block) in blocks.enumerated() where block.kind == .paragraph && block.pieces.count == 1 {
                guard block.pieces[0].count < 300, let heading = ChapterHeading.parse(text(block)) else { continue }
                roles[index] = .chapter(heading)
            }
            return
        }
        let first = headings.filter { $0.level == top }
        let second = headings.filter { $0.level == top + 1 }
        var level = top
        if first.count == 1, !second.isEmpty, first[0].index < second[0].index,
            ChapterHeading.parse(first[0].text) == nil
        {
            roles[first[0].index] = .title
            level = top + 1
        }
        for heading in headings where heading.level <= level && roles[heading.index] == nil {
            roles[heading.index] = .chapter(ChapterHeading.parse(heading.text))
        }
    }
}
