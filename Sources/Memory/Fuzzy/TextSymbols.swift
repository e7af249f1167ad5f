package import Text

/// A text as the memory compares it: one number for each Unicode scalar, and one for each inline code.
package enum TextSymbols {
    /// Codes are equal when role and kind are, whatever their data: `<b>` and `<i>` do not part two sentences. Their numbers lie
    /// behind the last scalar.
    package static func symbols(of text: InlineText) -> [UInt32] {
        var symbols: [UInt32] = []
        symbols.reserveCapacity(text.text.utf8.count / 2)
        var next = 0
        for scalar in text.text.unicodeScalars {
            if scalar == InlineText.place {
                symbols.append(symbol(of: text.codes[next]))
                next += 1
            } else {
                symbols.append(scalar.value)
            }
        }
        return symbols
    }

    package static func symbols(of text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// A text with placeholders as it reads when they are taken for text: `{name}` as six characters. Nil for one without codes,
    /// and for one with markup of an exchange format, whose data no text has.
    ///
    /// Programs differ in what they take for a placeholder, so a text with them is also found as it is written.
    package static func literalSymbols(of text: InlineText) -> [UInt32]? {
        guard !text.codes.isEmpty, !text.codes.contains(where: isStructure) else { return nil }
        return symbols(of: text.literal)
    }

    /// Whether a code stands for something that is no text of its string: an element of TMX or XLIFF, or nothing at all.
    private static func isStructure(_ code: InlineCode) -> Bool {
        var data = code.data[...]
        guard let first = data.unicodeScalars.first else { return true }
        guard first == "<" else { return code.kind == .ruby || code.kind == .object || code.kind == .anchor }
        data = data.dropFirst()
        if data.first == "/" { data = data.dropFirst() }
        return structures.contains(String(data.prefix { $0.isLetter }))
    }

    private static let structures: Set = [
        "bpt", "ept", "ph", "it", "hi", "ut", "sub", "g", "x", "bx", "ex", "pc", "sc", "ec", "mrk", "cp", "w",
    ]

    private static func symbol(of code: InlineCode) -> UInt32 {
        let kinds: [InlineCode.Kind] = [
            .markup, .lineBreak, .ruby, .anchor, .object, .placeholder, .character, .comment,
        ]
        let kind = UInt32(kinds.firstIndex(of: code.kind) ?? kinds.count)
        let role: UInt32 = code.role == .open ? 0 : code.role == .close ? 1 : 2
        return 0x11_0000 + role << 8 + kind
    }
}
