import Text

/// Which paragraphs of a text begin chapters, for formats that mark their headings.
///
/// Headings of the highest level do; of the next level when there is just one of the highest, which is then the title of the
/// book. A text without any heading is cut at lines that read like one (第一章 …).
struct ChapterOutline {
    /// What the paragraphs are that play a part, by their index.
    private(set) var roles: [Int: Role] = [:]

    enum Role {
        /// The recognised heading, nil for one that is neither numbered nor named like a chapter.
        case chapter(ChapterHeading?)
        case title
        /// A heading inside of a chapter.
        case section
        case text
    }

    struct Heading {
        /// Of the paragraph, as the caller counts.
        var index: Int
        /// 1 is the highest.
        var level: Int
        var text: String
    }

    var hasChapters: Bool {
        roles.values.contains {
            if case .chapter = $0 { true } else { false }
        }
    }

    /// `lines` are the paragraphs of one line; it is only asked when there are no headings.
    init(_ headings: [Heading], lines: () -> [(index: Int, text: String)]) {
        guard let top = headings.map(\.level).min() else {
            for line in lines() {
                if let heading = ChapterHeading.parse(line.text) { roles[line.index] = .chapter(heading) }
            }
            return
        }
        let first = headings.filter { $0.level == top }
        let second = headings.first { $0.level == top + 1 }
        var level = top
        if first.count == 1, let second, first[0].index < second.index, ChapterHeading.parse(first[0].text) == nil {
            roles[first[0].index] = .title
            level = top + 1
        }
        for heading in headings where heading.level <= level && roles[heading.index] == nil {
            roles[heading.index] = .chapter(ChapterHeading.parse(heading.text))
        }
    }
}

extension ChapterBuilder {
    /// Begins a chapter under any heading; one that is neither numbered nor named like a chapter has a key from its words.
    mutating func begin(_ heading: ChapterHeading?, title: String) {
        if let heading {
            begin(heading, title: title)
        } else {
            begin(key: "x-" + StableHash(title).hex.prefix(8), title: title)
        }
    }
}
