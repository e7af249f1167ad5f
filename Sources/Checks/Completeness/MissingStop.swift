package import Text

/// A translation without its last mark in a book whose others have theirs: it may be cut off.
package struct MissingStop: BookCheck {
    package static let code = "missing-stop"
    package static let asserts =
        "A translation of a whole sentence ends with a mark, as the book's others do."
    package static let locales = "all but those written without stops; learnt from the book, from twenty sentences on"
    package static let examples: [BookExample] = [
        .fails(usual + [.passes("门开了，没有人说话。", "The door opened, and nobody said a wo")]),
        .passes(usual + [.passes("门开了，没有人说话。", "The door opened, and nobody said a word.")]),
        // A game that leaves its stops out.
        .passes([CheckExample](repeating: .passes("点击屏幕继续游戏。", "Tap to continue"), count: 30)),
    ]

    private static let usual = [CheckExample](repeating: .passes("外面的雨停了。", "Outside the rain had stopped."), count: 30)

    /// Fewest sentences to learn from, and how many of a hundred may lack their mark.
    private static let least = 20
    private static let share = 8

    private struct Entry {
        var key: String
        var file: Int32
        var word: String
    }

    private var total = 0
    private var missing: [Entry] = []
    private var missingCount = 0
    private var files = [""]
    private let truncated: Truncated?

    package init?(_ context: CheckContext) {
        guard let truncated = Truncated(context) else { return nil }
        self.truncated = truncated
    }

    package mutating func read(_ text: PairText) {
        switch text.pair.kind {
        case .heading, .navigation, .title, .name, .metadata, .author: return
        default: break
        }
        guard Self.endsSentence(text.source.scalars), !text.target.scalars.isEmpty else { return }
        total += 1
        let closers: Set<Unicode.Scalar> = ["\"", "”", "’", "'", "」", "』", "»", ")", "）", "]", "】", "*"]
        guard let last = text.target.scalars.lastIndex(where: { !$0.isSpace && !closers.contains($0) }),
            TextScan.isWord(text.target.scalars[last]), let word = text.targetWords.last
        else { return }
        missingCount += 1
        // A book that leaves them out is not remembered whole.
        guard missing.count <= 1000, truncated?.findings(in: text).isEmpty ?? true else { return }
        missing.append(
            Entry(key: text.pair.key, file: Int32(files.count - 1), word: text.target.string(word))
        )
    }

    /// Whether a source ends with a mark of a sentence, quotes and brackets after it left out.
    private static func endsSentence(_ scalars: [Unicode.Scalar]) -> Bool {
        let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "\"", "'"]
        guard let last = scalars.last(where: { !$0.isSpace && !closers.contains($0) }) else { return false }
        return "。！？".unicodeScalars.contains(last)
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        files[files.count - 1] = file
        files.append("")
        return []
    }

    package mutating func endBook() -> [Finding] {
        defer {
            (total, missingCount) = (0, 0)
            missing = []
            files = [""]
        }
        guard total >= Self.least, missingCount * 100 <= total * Self.share else { return [] }
        return missing.map { entry in
            let file = files[Int(entry.file)]
            return Finding(
                Self.code,
                .warning,
                "The translation ends without a mark, at “\(entry.word)”, where \(total - missingCount) of \(total) have one: "
                    + "is the rest missing?",
                at: Finding.Place(file: file.isEmpty ? nil : file, unit: entry.key.isEmpty ? nil : entry.key)
            )
        }
    }
}
