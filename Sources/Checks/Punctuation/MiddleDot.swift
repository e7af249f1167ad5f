package import Text

/// The dot between the parts of a foreign name, left: 卡尔·马克思 as Karl·Marx.
package struct MiddleDot: Check {
    package static let code = "middle-dot"
    package static let asserts = "The parts of a foreign name are divided by a space, not by the dot of Chinese."
    package static let locales = "targets not written in Han, but Catalan and Occitan"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("卡尔·马克思", "Karl·Marx", fixed: "Karl Marx"),
        .passes("卡尔·马克思", "Karl Marx"),
        .passes("学院", "Col·legi", to: "ca"),
    ]

    package init?(_ context: CheckContext) {
        guard !context.targetWritesHan, !["ca", "oc", "ko"].contains(context.target.language) else { return nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.latin1) || text.target.traits.contains(.eastAsianMark) else { return [] }
        let scalars = text.target.scalars
        let places = scalars.indices.filter { index in
            switch scalars[index].value {
            case 0xB7, 0x2027, 0x30FB, 0x2022: break
            default: return false
            }
            return index > 0 && index + 1 < scalars.count && Self.isLetter(scalars[index - 1])
                && Self.isLetter(scalars[index + 1])
        }
        guard let first = places.first, text.source.scalars.contains(where: Self.isDot) else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "A name is divided by “\(scalars[first])” as in Chinese. Write a space.",
                target: first..<(first + 1),
                fix: Finding.Fix(places.map { .init(range: $0..<($0 + 1), text: " ") })
            )
        ]
    }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB7, 0x2027, 0x30FB, 0x2022, 0xFF0E: true
        default: false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        TextScan.isWord(scalar) && !(0x30...0x39).contains(scalar.value)
    }
}
