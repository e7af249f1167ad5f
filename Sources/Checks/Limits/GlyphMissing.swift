package import Text

/// Characters that the font cannot show.
package struct GlyphMissing: Check {
    package static let code = "glyph-missing"
    package static let asserts = "The project's font has a glyph for every character of the translation."
    package static let locales = "all; asked when a font is given"

    /// Characters that a message names.
    private static let named = 8

    private let face: FontFace

    package init?(_ context: CheckContext) {
        guard let face = context.font else { return nil }
        self.face = face
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = Array(text.plainTarget.unicodeScalars)
        var missing: [Int] = []
        // Words are asked about one by one: most of them have been asked before.
        for word in scalars.indices.split(whereSeparator: { scalars[$0] == " " || scalars[$0] == "\n" }) {
            let range = word.startIndex..<word.endIndex
            missing += face.measure(scalars[range]).missing.map { $0 + range.lowerBound }
        }
        guard let first = missing.first else { return [] }
        var seen: Set<Unicode.Scalar> = []
        let characters = missing.map { scalars[$0] }.filter { seen.insert($0).inserted }
        var names = characters.prefix(Self.named).map(Self.name).joined(separator: ", ")
        if characters.count > Self.named { names += " and \(characters.count - Self.named) more" }
        var end = first + 1
        for place in missing.dropFirst() where place == end { end += 1 }
        return [
            text.pair.finding(
                Self.code,
                .error,
                "The font has no glyph for \(names). Write it without, or take a font that has it.",
                range: first..<end
            )
        ]
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .control, .format, .privateUse, .unassigned,
            .spaceSeparator:
            return number
        default: return "\(scalar) (\(number))"
        }
    }
}
