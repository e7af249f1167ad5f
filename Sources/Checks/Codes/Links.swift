package import Text

/// Addresses that changed: https://…, a@b.c.
package struct Links: Check {
    package static let code = "link-changed"
    package static let asserts = "Web and e-mail addresses of the source are in the translation as they are."
    package static let examples: [CheckExample] = [
        .fails("官网：https://example.com/cn", "Site: https://example.com"),
        .fails("来信请寄help@example.com。", "Write to help@exemple.com."),
        .passes("官网：https://example.com。", "Site: https://example.com."),
        .passes("来信请寄help@example.com。", "Write to help@example.com."),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard text.source.traits.contains(.codeMark) else { return [] }
        let wanted = Self.addresses(text.source.scalars)
        guard !wanted.isEmpty else { return [] }
        let found = Set(Self.addresses(text.target.scalars).map { text.target.string($0) })
        guard let missing = wanted.first(where: { !found.contains(text.source.string($0)) }) else { return [] }
        return [
            text.finding(
                Self.code,
                .error,
                "The address “\(text.source.string(missing).prefix(80))” is not in the translation.",
                source: missing
            )
        ]
    }

    private static func addresses(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var addresses: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == ":", index > 2, index + 3 < scalars.count, scalars[index + 1] == "/",
                scalars[index + 2] == "/"
            {
                var start = index
                while start > 0, isLetter(scalars[start - 1]) { start -= 1 }
                var end = index + 3
                while end < scalars.count, isAddress(scalars[end]) { end += 1 }
                while end > index + 3, ".,;:!?)'".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
                if index - start > 2, end > index + 5 { addresses.append(start..<end) }
                index = max(index + 1, end)
            } else if scalars[index] == "@", index > 0, index + 3 < scalars.count {
                var start = index
                while start > 0, isMail(scalars[start - 1]) { start -= 1 }
                var end = index + 1
                while end < scalars.count, isMail(scalars[end]) { end += 1 }
                while end > index, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
                if start < index, end > index + 3, scalars[index..<end].contains(".") { addresses.append(start..<end) }
                index = max(index + 1, end)
            } else {
                index += 1
            }
        }
        return addresses
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 && (UInt8(scalar.value) | 0x20) &- 0x61 < 26
    }

    private static func isMail(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || (0x30...0x39).contains(scalar.value) || "._+-".unicodeScalars.contains(scalar)
    }

    private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
        (0x21...0x7E).contains(scalar.value) && !"\"<>{}|\\^`".unicodeScalars.contains(scalar)
    }
}
