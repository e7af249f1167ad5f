package import Text

/// A translation that does not fit: more characters, bytes or lines than there is room for.
package struct TextLimit: Check {
    package static let code = "too-long"
    package static let asserts =
        "A translation has no more characters, lines, or bytes in UTF-8, UTF-16 and Shift-JIS than the file or the project allows."
    package static let examples: [CheckExample] = [
        .fails("确定", "Confirmation", notes: [Unit.Note.maxLength: "8"]),
        .passes("确定", "OK", notes: [Unit.Note.maxLength: "8"]),
    ]

    private let limits: TextLimits

    package init?(_ context: CheckContext) {
        limits = context.policy.limits
    }

    package func findings(in text: PairText) -> [Finding] {
        var limits = limits
        if let own = text.pair.notes[Unit.Note.maxLength].flatMap({ Int($0) }), own > 0 { limits.characters = own }
        guard limits != TextLimits() else { return [] }
        let plain = text.plainTarget
        var findings: [Finding] = []
        func ask(_ limit: Int?, _ count: @autoclosure () -> Int, _ unit: String) {
            guard let limit, limit > 0 else { return }
            let count = count()
            guard count > limit else { return }
            findings.append(
                text.finding(Self.code, .error, "\(count) \(unit), where \(limit) fit. Shorten by \(count - limit).")
            )
        }
        ask(limits.characters, plain.count, "characters")
        ask(limits.utf8, plain.utf8.count, "bytes in UTF-8")
        ask(limits.utf16, plain.utf16.count * 2, "bytes in UTF-16")
        ask(limits.shiftJIS, Self.shiftJIS(plain), "bytes in Shift-JIS")
        ask(limits.lines, plain.split(separator: "\n", omittingEmptySubsequences: false).count, "lines")
        return findings
    }

    /// One byte for ASCII and half-width kana (JIS X 0201), two for everything else (JIS X 0208).
    static func shiftJIS(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 || (0xFF61...0xFF9F).contains($1.value) ? 1 : 2) }
    }
}
