package import Text

/// Full-width letters and digits left: Ａ１.
package struct WideLetters: Check {
    package static let code = "fullwidth-letters"
    package static let asserts = "Letters and digits of a translation are of normal width."
    package static let locales = "targets not written in Han"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("等级Ａ１", "Rank Ａ１", fixed: "Rank A1"),
        .passes("等级Ａ１", "Rank A1"),
        .passes("等级Ａ１", "ランクＡ１", to: "ja"),
    ]

    package init?(_ context: CheckContext) {
        guard !context.targetWritesHan else { return nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.wideLetter) else { return [] }
        let scalars = text.target.scalars
        let places = scalars.indices.filter { Self.narrow(scalars[$0]) != nil }
        guard let first = places.first else { return [] }
        let edits = places.compactMap { index in
            Self.narrow(scalars[index]).map { Finding.Fix.Edit(range: index..<(index + 1), text: String($0)) }
        }
        var end = first
        while end < scalars.count, Self.narrow(scalars[end]) != nil { end += 1 }
        return [
            text.finding(
                Self.code,
                .warning,
                "“\(text.target.string(first..<end).prefix(20))” is full-width. Write it in normal width.",
                target: first..<end,
                fix: Finding.Fix(edits)
            )
        ]
    }

    static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
        default: nil
        }
    }
}
