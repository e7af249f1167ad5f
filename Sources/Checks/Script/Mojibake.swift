package import Text

/// Text that was read in the wrong encoding.
package struct Mojibake: Check {
    package static let code = "mojibake"
    package static let asserts =
        "A translation has no replacement characters and no traces of text read in a wrong encoding (Ã©, â€™, ä½ å¥½, 锟斤拷)."
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He didnâ€™t leave."),
        .fails("咖啡馆", "CafÃ©", to: "fr"),
        .fails("你好", "ä½\u{A0}å¥½"),
        .fails("他走了。", "He \u{FFFD}eft."),
        .fails("他走了。", "锟斤拷锟斤拷", to: "zh-Hant"),
        .passes("咖啡馆", "Café à l’âge", to: "fr"),
        .passes("心", "CORAÇÃO", to: "pt"),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        let traits = text.target.traits
        if traits.contains(.control), !text.source.traits.contains(.control),
            let place = scalars.firstIndex(where: { $0.value == 0xFFFD || (0x80...0x9F).contains($0.value) })
        {
            let name = String(scalars[place].value, radix: 16, uppercase: true)
            return [
                text.finding(
                    Self.code,
                    .error,
                    "U+\(name) stands for a character that got lost. Write it again.",
                    target: place..<(place + 1)
                )
            ]
        }
        if traits.contains(.latin1), let range = Self.misread(scalars) { return [finding(text, range)] }
        if traits.contains(.han), let range = Self.repeated(scalars) { return [finding(text, range)] }
        return []
    }

    private func finding(_ text: PairText, _ range: Range<Int>) -> Finding {
        text.finding(
            Self.code,
            .error,
            "“\(text.target.string(range))” looks like text that was read in a wrong encoding. Write it again.",
            target: range
        )
    }

    /// Bytes of UTF-8 read as Windows-1252: a lead byte with as many bytes after it as it asks for.
    private static func misread(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
        for (index, scalar) in scalars.enumerated() {
            let following: Int
            switch scalar.value {
            case 0xC2, 0xC3, 0xD0, 0xD1, 0xCE, 0xCF: following = 1
            case 0xE0...0xEF: following = 2
            default: continue
            }
            guard index + following < scalars.count else { continue }
            let tail = scalars[(index + 1)...(index + following)]
            guard tail.allSatisfy({ byte(of: $0).map { (0x80...0xBF).contains($0) } ?? false }) else { continue }
            // À before a closing quote ends a word in capitals, and à a French one.
            if tail.allSatisfy({ closers.contains($0) }) { continue }
            if following == 1, index > 0, TextScan.isWord(scalars[index - 1]), tail.first == "\u{A0}" { continue }
            return index..<(index + following + 1)
        }
        return nil
    }

    private static let closers: Set<Unicode.Scalar> = [
        "”", "’", "“", "‘", "»", "«", "…", "–", "—", "\u{A0}", "º", "ª", "‹", "›",
    ]

    /// The byte that Windows-1252 shows as a scalar.
    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return windows[scalar.value]
    }

    private static let windows: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x2C6: 0x88,
        0x2030: 0x89, 0x160: 0x8A, 0x2039: 0x8B, 0x152: 0x8C, 0x17D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
        0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x2DC: 0x98, 0x2122: 0x99, 0x161: 0x9A, 0x203A: 0x9B,
        0x153: 0x9C, 0x17E: 0x9E, 0x178: 0x9F,
    ]

    /// What replacement characters and fresh memory look like in GBK.
    private static func repeated(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
        for word in ["锟斤拷", "烫烫烫", "屯屯屯"] {
            let word = Array(word.unicodeScalars)
            var index = 0
            while index + 3 <= scalars.count {
                if scalars[index] == word[0], scalars[index + 1] == word[1], scalars[index + 2] == word[2] {
                    return index..<(index + 3)
                }
                index += 1
            }
        }
        return nil
    }
}
