package import Text

/// Quotes that the locale does not use: “ ” in German.
package struct QuoteStyle: Check {
    package static let code = "quote-style"
    package static let asserts = "Quotes are those of the locale, or straight ones."
    package static let locales = "targets whose quotes are known (CLDR delimiters)"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("“走吧。”", "“Gehen wir.”", to: "de", fixed: "„Gehen wir.“"),
        .fails("“走吧。”", "«Let’s go.»", fixed: "“Let’s go.”"),
        .passes("“走吧。”", "»Gehen wir.«", to: "de"),
        .passes("“走吧。”", "« Allons-y. »", to: "fr"),
        .passes("“走吧。”", "\"Gehen wir.\"", to: "de"),
    ]

    private let pairs: [PunctuationStyle.QuotePair]

    package init?(_ context: CheckContext) {
        guard !context.targetWritesHan else { return nil }
        pairs = context.marks.quotes
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.quote), let wanted = pairs.first else { return [] }
        let scalars = text.target.scalars
        let marks = scalars.indices.filter { Self.marks.contains(scalars[$0]) }
        guard !marks.isEmpty, marks.count.isMultiple(of: 2), !scalars.contains("\"") else { return [] }
        // Each two that follow one another, as long as they are one pair.
        var edits: [Finding.Fix.Edit] = []
        var first: Range<Int>?
        for place in stride(from: 0, to: marks.count, by: 2) {
            let (open, close) = (scalars[marks[place]], scalars[marks[place + 1]])
            guard Self.known.contains(where: { $0.open == open && $0.close == close }) else { return [] }
            guard !pairs.contains(where: { $0.open == open && $0.close == close }) else { continue }
            first = first ?? marks[place]..<(marks[place + 1] + 1)
            edits.append(.init(range: marks[place]..<(marks[place] + 1), text: String(wanted.open)))
            edits.append(.init(range: marks[place + 1]..<(marks[place + 1] + 1), text: String(wanted.close)))
        }
        guard let first else { return [] }
        let (open, close) = (scalars[first.lowerBound], scalars[first.upperBound - 1])
        return [
            text.finding(
                Self.code,
                .warning,
                "“\(text.pair.targetLocale)” quotes with \(wanted.open) \(wanted.close), not with \(open) \(close).",
                target: first.lowerBound..<(first.lowerBound + 1),
                fix: Finding.Fix(edits)
            )
        ]
    }

    private static let marks: Set<Unicode.Scalar> = ["“", "”", "„", "«", "»"]
    private static let known: [PunctuationStyle.QuotePair] = [
        .curly, .guillemets, .inward, .low, .lowRight, .right,
    ]
}
