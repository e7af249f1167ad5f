package import Text

/// Space at the ends of a translation that the source has not.
package struct EdgeSpace: Check {
    package static let code = "edge-space"
    package static let asserts = "A translation begins and ends with white space only when its source does."
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He left. ", fixed: "He left."),
        .fails("他走了。", " He left.", fixed: "He left."),
        .fails("他走了。", "彼は去った。\u{3000}", to: "ja", fixed: "彼は去った。"),
        .passes("等级: ", "Level: "),
        .passes("　　他走了。", "He left."),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        guard let first = scalars.first, let last = scalars.last else { return [] }
        var edits: [Finding.Fix.Edit] = []
        var ends: [String] = []
        if Self.isSpace(first), let source = text.source.scalars.first, !Self.isAnySpace(source) {
            let end = scalars.firstIndex { !Self.isSpace($0) } ?? scalars.count
            if end == scalars.count { return [] }
            edits.append(.init(range: 0..<end, text: ""))
            ends.append("beginning")
        }
        if Self.isSpace(last) || last == "\u{3000}", let source = text.source.scalars.last, !Self.isAnySpace(source) {
            let start = (scalars.lastIndex { !Self.isSpace($0) && $0 != "\u{3000}" } ?? -1) + 1
            if start == 0 { return [] }
            edits.append(.init(range: start..<scalars.count, text: ""))
            ends.append("end")
        }
        guard let range = edits.first?.range else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "White space at the \(ends.joined(separator: " and the ")) of the translation, and none in the source.",
                target: range,
                fix: Finding.Fix(edits)
            )
        ]
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    private static func isAnySpace(_ scalar: Unicode.Scalar) -> Bool { scalar.isSpace }
}
