package import Text

/// Ellipses and dashes as Chinese writes them: …… and ——.
package struct ChineseRuns: Check {
    package static let code = "chinese-ellipsis-dash"
    package static let asserts = "An ellipsis is … or ..., a dash is one dash: not the doubled …… and —— of Chinese."
    package static let locales = "targets not written in Han"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他……", "He……", fixed: "He…"),
        .fails("等等——", "Wait——", fixed: "Wait—"),
        .passes("他……", "He…"),
        .passes("他……", "He..."),
        .passes("等等——", "Wait—"),
    ]

    package init?(_ context: CheckContext) {
        guard !context.targetWritesHan else { return nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard !text.target.traits.isDisjoint(with: [.stop, .dash]) else { return [] }
        let scalars = text.target.scalars
        var edits: [Finding.Fix.Edit] = []
        var index = 0
        while index + 1 < scalars.count {
            let mark = scalars[index]
            guard mark == "…" || mark == "—" || mark == "⋯" || mark == "―", scalars[index + 1] == mark else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, scalars[index] == mark { index += 1 }
            edits.append(.init(range: start..<index, text: mark == "…" || mark == "⋯" ? "…" : "—"))
        }
        guard let first = edits.first?.range else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "“\(text.target.string(first).prefix(8))” is how Chinese writes it. One mark is enough.",
                target: first,
                fix: Finding.Fix(edits)
            )
        ]
    }
}
