package import Text

/// Two spaces in a row, and ideographic spaces.
package struct DoubleSpace: Check {
    package static let code = "double-space"
    package static let asserts =
        "Words are divided by one space of normal width, unless the source is set with spaces, too, or, in English, each sentence has two after it."
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He  left.", fixed: "He left."),
        .fails("他走了。", "He\u{3000}left.", fixed: "He left."),
        .fails("　　他走了。", "　　He left.", fixed: "He left."),
        .passes("他走了。", "He left."),
        .passes("姓名    年龄", "Name    Age"),
        .fails("“你是谁？”他问。", "“Who are you?”  he asked.", fixed: "“Who are you?” he asked."),
        .passes("他走了。没回来。", "He left.  He did not return."),
        .fails("他走了。没回来。死了。", "He left.  He did not return. He died.", fixed: "He left. He did not return. He died."),
        .fails("他走了。没回来。", "Er ging.  Er kam nicht wieder.", to: "de", fixed: "Er ging. Er kam nicht wieder."),
        .passes("等级：5　经验：20", "Level: 5  XP: 20"),
        .fails("第五回　归雁", "Chapter 5:  The Geese Return", fixed: "Chapter 5: The Geese Return"),
    ]

    private let allowsIdeographic: Bool
    /// Whether typists set two spaces after a sentence.
    private let isTyped: Bool

    package init?(_ context: CheckContext) {
        allowsIdeographic = context.targetWritesHan
        isTyped = context.target.language == "en"
    }

    package func findings(in text: PairText) -> [Finding] {
        let traits = text.target.traits
        var findings: [Finding] = []
        if traits.contains(.doubleSpace), !text.source.traits.contains(.doubleSpace), !Self.isDivided(text.source),
            let finding = doubled(text)
        {
            findings.append(finding)
        }
        if traits.contains(.ideographicSpace), !allowsIdeographic { findings.append(ideographic(text)) }
        return findings
    }

    /// Whether a wide space stands between labels with their values, for which two narrow ones are a fair rendering.
    private static func isDivided(_ scan: TextScan) -> Bool {
        guard scan.traits.contains(.ideographicSpace), scan.scalars.contains(where: { $0 == ":" || $0 == "：" }),
            let first = scan.scalars.firstIndex(where: { !$0.isSpace }),
            let last = scan.scalars.lastIndex(where: { !$0.isSpace })
        else { return false }
        return scan.scalars[first...last].contains("\u{3000}")
    }

    private func doubled(_ text: PairText) -> Finding? {
        let scalars = text.target.scalars
        let breaks = Self.brokenPlaces(in: text.target)
        func isBreak(_ index: Int) -> Bool {
            scalars[index] == "\n" || scalars[index] == "\r" || breaks.contains(index)
        }
        var edits: [Finding.Fix.Edit] = []
        var afterStops = 0
        // Sentences with one space after them.
        var single = 0
        var index = 0
        while index < scalars.count {
            guard scalars[index] == " " else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, scalars[index] == " " { index += 1 }
            // Spaces at the ends and at a line's beginning are for `edge-space`.
            guard start > 0, index < scalars.count else { continue }
            guard index - start > 1 else {
                if Self.dividesSentences(start..<index, in: scalars) { single += 1 }
                continue
            }
            guard !isBreak(start - 1), !isBreak(index) else { continue }
            if index - start == 2, Self.dividesSentences(start..<index, in: scalars) { afterStops += 1 }
            edits.append(.init(range: start..<index, text: " "))
        }
        // A typist's two spaces after a sentence.
        guard let first = edits.first, afterStops < edits.count || single > 0 || !isTyped else { return nil }
        return text.finding(
            Self.code,
            .warning,
            edits.count == 1 ? "Two spaces stand in a row." : "Two spaces stand in a row at \(edits.count) places.",
            target: first.range,
            fix: Finding.Fix(edits)
        )
    }

    /// Where line breaks are, as codes.
    private static func brokenPlaces(in scan: TextScan) -> Set<Int> {
        guard scan.codes.contains(where: { $0.kind == .lineBreak }) else { return [] }
        let places = scan.scalars.indices.filter { scan.scalars[$0] == InlineText.place }
        return Set(zip(places, scan.codes).filter { $1.kind == .lineBreak }.map { $0.0 })
    }

    /// A stop before, perhaps with a closing mark, and what may begin a sentence after.
    private static func dividesSentences(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        var before = range.lowerBound - 1
        while before > 0, "”\"’»)".unicodeScalars.contains(scalars[before]) { before -= 1 }
        return ".!?".unicodeScalars.contains(scalars[before]) && !scalars[range.upperBound].isSmall
    }

    private func ideographic(_ text: PairText) -> Finding {
        let scalars = text.target.scalars
        var edits: [Finding.Fix.Edit] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "\u{3000}" else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, scalars[index] == "\u{3000}" || scalars[index] == " " { index += 1 }
            let isEdge = start == 0 || index == scalars.count || scalars[start - 1] == "\n" || scalars[start - 1] == " "
            edits.append(.init(range: start..<index, text: isEdge ? "" : " "))
        }
        let place = edits.first?.range ?? 0..<1
        return text.finding(
            Self.code,
            .warning,
            "The translation has an ideographic space (U+3000). Write a plain one, or none for an indent.",
            target: place,
            fix: Finding.Fix(edits)
        )
    }
}
