package import Text

/// Characters without width that nobody sees: what web sites put between letters against scraping, byte order marks.
package struct InvisibleCharacters: Check {
    package static let code = "zero-width"
    package static let asserts =
        "A translation holds no zero-width characters, but for the joiners of its script, direction marks in right-to-left text, and emoji."
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He le\u{200B}ft.", fixed: "He left."),
        .fails("他走了。", "\u{FEFF}He left.", fixed: "He left."),
        .passes("他走了。", "เขา\u{200B}ไป\u{200B}แล้ว", to: "th"),
        .passes("一家人👨‍👩‍👧", "A family 👨‍👩‍👧"),
        .passes("他走了。", "می\u{200C}رود", to: "fa"),
    ]

    private let allowsSpaces: Bool
    private let allowsJoiners: Bool
    private let allowsDirections: Bool

    package init?(_ context: CheckContext) {
        switch context.script {
        case .thai, .lao, .khmer, .myanmar, .tibetan: allowsSpaces = true
        default: allowsSpaces = context.script == .japanese
        }
        switch context.script {
        case .latin, .cyrillic, .greek, .han, .japanese, .hangul, .georgian, .armenian: allowsJoiners = false
        default: allowsJoiners = true
        }
        allowsDirections = context.target.isRightToLeft
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.invisible) else { return [] }
        let scalars = text.target.scalars
        var places: [Int] = []
        for (index, scalar) in scalars.enumerated() where isStray(scalar, at: index, in: scalars) {
            places.append(index)
        }
        guard let first = places.first else { return [] }
        let name = String(scalars[first].value, radix: 16, uppercase: true)
        return [
            text.finding(
                Self.code,
                .warning,
                "\(places.count == 1 ? "A character" : "\(places.count) characters") without width (U+\(name)) in the "
                    + "translation. Take it out.",
                target: first..<(first + 1),
                fix: Finding.Fix(places.map { .init(range: $0..<($0 + 1), text: "") })
            )
        ]
    }

    private func isStray(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalar.value {
        case 0x200B: return !allowsSpaces
        case 0x200C, 0x200D:
            guard !allowsJoiners else { return false }
            // Between the parts of an emoji.
            guard scalar.value == 0x200D, index > 0, index + 1 < scalars.count else { return true }
            return scalars[index - 1].value < 0x2000 || scalars[index + 1].value < 0x2000
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return !allowsDirections
        // A word joiner forbids a line break, and a tag belongs to a flag.
        case 0x2060, 0xAD, 0xE0020...0xE007F: return false
        case 0x2061...0x2064, 0x206A...0x206F, 0xFEFF, 0x180E, 0x34F, 0xE0001: return true
        default: return false
        }
    }
}
