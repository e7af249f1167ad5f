package import Text

/// Characters of the private-use area: glyphs of a web site's own font that stand for stolen letters, or icons of a game's.
package struct PrivateUse: Check {
    package static let code = "private-use"
    package static let asserts =
        "A translation has no private-use characters that its source has not, and a source has none inside of its words."
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He \u{E123}eft."),
        .fails("他\u{E4B2}了一口气。", "He sighed."),
        .passes("\u{E001} 确认", "\u{E001} Confirm"),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        if text.target.traits.contains(.privateUse) {
            let known = Set(text.source.scalars.filter(Self.isPrivate))
            guard
                let place = text.target.scalars.firstIndex(where: { Self.isPrivate($0) && !known.contains($0) })
            else { return [] }
            let name = String(text.target.scalars[place].value, radix: 16, uppercase: true)
            return [
                text.finding(
                    Self.code,
                    .error,
                    "U+\(name) means something in one font only, and the source has none. Write what it stands for.",
                    target: place..<(place + 1)
                )
            ]
        }
        guard text.source.traits.contains(.privateUse), !text.target.traits.contains(.privateUse) else { return [] }
        let scalars = text.source.scalars
        let place = scalars.indices.first { index in
            Self.isPrivate(scalars[index]) && index > 0 && index + 1 < scalars.count && scalars[index - 1].isHan
                && scalars[index + 1].isHan
        }
        return place.map { place in
            let name = String(scalars[place].value, radix: 16, uppercase: true)
            return [
                text.finding(
                    Self.code,
                    .warning,
                    "The source has U+\(name) in the place of a character: a web site's own glyph. Restore the source.",
                    source: place..<(place + 1)
                )
            ]
        } ?? []
    }

    private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
        (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
    }
}
