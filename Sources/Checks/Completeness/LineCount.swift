package import Text

/// Lines or paragraphs of a unit that are not all there.
package struct LineCount: Check {
    package static let code = "line-count"
    package static let asserts = "A unit of several lines or paragraphs has as many in the translation; subtitles are wrapped anew."
    package static let severity: Finding.Severity = .warning
    package static let examples: [CheckExample] = [
        .fails("第一行。\n第二行。", "The first line."),
        .fails("一。\n二。\n三。", "One.\nTwo, three."),
        .passes("第一行。\n第二行。", "The first line.\nThe second."),
        .passes("第一行。\n\n第二行。", "The first line.\nThe second."),
        .passes("你来了，\n我等了很久。", "You came. I waited long.", kind: .cue),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard text.pair.kind != .cue else { return [] }
        let source = Self.lines(text.pair.source, text.source)
        let target = Self.lines(text.pair.target, text.target)
        guard source != target, source > 1 || target > 2 else { return [] }
        // A text wrapped by hand is wrapped anew: its lines end in no stop.
        guard target < source || source == 1 else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "The source has \(source) line\(source == 1 ? "" : "s"), the translation \(target): keep the line breaks."
            )
        ]
    }

    /// Lines with text; `\n` written out counts as a break where it stands in a text without codes.
    private static func lines(_ text: InlineText, _ scan: TextScan) -> Int {
        var lines = 0
        var hasText = false
        var previous: Unicode.Scalar = " "
        var code = 0
        for scalar in scan.scalars {
            var isBreak = scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}"
            if scalar == InlineText.place, code < text.codes.count {
                isBreak = text.codes[code].kind == .lineBreak
                code += 1
            } else if scalar == "n", previous == "\\" {
                isBreak = true
            }
            if isBreak {
                if hasText { lines += 1 }
                hasText = false
            } else if !scalar.properties.isWhitespace, scalar != "\\" {
                hasText = true
            }
            previous = scalar
        }
        return lines + (hasText ? 1 : 0)
    }
}
