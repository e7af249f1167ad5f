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

    private static func symbol(of code: InlineCode) -> UInt32 {
        let kinds: [InlineCode.Kind] = [
            .markup, .lineBreak, .ruby, .anchor, .object, .placeholder, .character, .comment,
        ]
        let kind = UInt32(kinds.firstIndex(of: code.kind) ?? kinds.count)
        let role: UInt32 = code.role == .open ? 0 : code.role == .close ? 1 : 2
        return 0x11_0000 + role << 8 + kind
    }
}
