package import Text

/// French spaces before ; : ! ? and inside of « ».
package struct FrenchSpacing: Check {
    package static let code = "french-spacing"
    package static let asserts = "A no-break space stands before ; : ! ? » and after « (a plain space passes)."
    package static let locales = "fr but fr-CA and fr-CH"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("走吧！", "Allons-y!", to: "fr", fixed: "Allons-y\u{202F}!"),
        .fails("“走吧。”", "«Allons-y.»", to: "fr", fixed: "«\u{A0}Allons-y.\u{A0}»"),
        .passes("走吧！", "Allons-y !", to: "fr"),
        .passes("现在12:30", "Il est 12:30", to: "fr"),
        .passes("走吧！", "Allons-y!", to: "fr-CA"),
    ]

    package init?(_ context: CheckContext) {
        guard context.marks.spacesMarks else { return nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        var edits: [Finding.Fix.Edit] = []
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case ";", "!", "?", ":":
                guard index > 0, Self.isLetter(scalars[index - 1]) || scalars[index - 1] == "»" else { continue }
                // A mark inside of an address, a time or a face is followed by something at once.
                let after: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
                guard after.map({ Self.ends.contains($0) }) ?? true else { continue }
                edits.append(.init(range: index..<index, text: scalar == ":" ? "\u{A0}" : "\u{202F}"))
            case "«":
                guard index + 1 < scalars.count, TextScan.isWord(scalars[index + 1]) else { continue }
                edits.append(.init(range: (index + 1)..<(index + 1), text: "\u{A0}"))
            case "»":
                guard index > 0, !Self.spaces.contains(scalars[index - 1]), scalars[index - 1] != "\u{FFFC}" else {
                    continue
                }
                edits.append(.init(range: index..<index, text: "\u{A0}"))
            default: continue
            }
        }
        guard let first = edits.first else { return [] }
        let place = min(first.range.lowerBound, scalars.count - 1)
        return [
            text.finding(
                Self.code,
                .warning,
                "A no-break space belongs at “\(scalars[place])”.",
                target: place..<(place + 1),
                fix: Finding.Fix(edits)
            )
        ]
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        TextScan.isWord(scalar) || scalar == ")" || scalar == "’"
    }
    private static let ends: Set<Unicode.Scalar> = [
        " ", "\u{A0}", "\u{202F}", "\n", "”", "»", ")", "!", "?", "\"", "…",
    ]
    private static let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\n"]
}
