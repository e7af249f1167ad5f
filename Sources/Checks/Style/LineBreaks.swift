package import Text

/// Lines that got lost: a source of two lines, a translation of one.
package struct LineBreaks: Check {
    package static let code = "line-breaks"
    package static let asserts =
        "A translation has as many lines as its source, where lines end sentences or stand for rows."
    package static let locales = "all; not for subtitles, which are broken anew"
    package static let examples: [CheckExample] = [
        .fails("他走了。\n天黑了。", "He left. It grew dark."),
        .fails("力量+5\n敏捷+3", "Strength +5, agility +3"),
        .passes("他走了。\n天黑了。", "He left.\nIt grew dark."),
        .passes("他走到了河边的石阶上。", "He walked to the steps\nby the river."),
        .passes("他走到河边，\n坐了下来。", "He walked to the river and sat down."),
        .passes("他走到河边，\n坐了下来。", "He walked to the river\nand sat down.", kind: .cue),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard text.pair.kind != .cue else { return [] }
        let source = Self.lines(text.source)
        guard source.count > 0 || text.target.traits.contains(.lineBreak) || !text.target.codes.isEmpty else {
            return []
        }
        let target = Self.lines(text.target)
        guard source.count != target.count else { return [] }
        if source.count > target.count {
            // A line that is broken inside of a sentence is broken for its width.
            guard source.meaningful > target.count else { return [] }
            return [
                text.finding(
                    Self.code,
                    target.count == 0 ? .error : .warning,
                    "The source has \(source.count + 1) lines, and the translation \(target.count + 1)."
                )
            ]
        }
        guard text.pair.kind != .dialogue, target.ended > source.count else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "The translation has \(target.count + 1) lines, and the source \(source.count + 1)."
            )
        ]
    }

    /// Line breaks inside of a text, how many of them end a sentence or a row, and how many a sentence.
    private static func lines(_ scan: TextScan) -> (count: Int, meaningful: Int, ended: Int) {
        guard scan.traits.contains(.lineBreak) || scan.codes.contains(where: { $0.kind == .lineBreak }) else {
            return (0, 0, 0)
        }
        var count = 0
        var meaningful = 0
        var ended = 0
        var pending = 0
        var last: Unicode.Scalar = "\n"
        var code = 0
        var rowIsShort = true
        var length = 0
        func isMeaningful() -> Bool { !"，,、；;—".unicodeScalars.contains(last) && (ends(last) || rowIsShort) }
        for (index, scalar) in scan.scalars.enumerated() {
            var isBreak = scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}"
            if scalar == "\r" { isBreak = index + 1 >= scan.scalars.count || scan.scalars[index + 1] != "\n" }
            var isCode = false
            if scalar == InlineText.place, code < scan.codes.count {
                isBreak = scan.codes[code].kind == .lineBreak
                isCode = true
                code += 1
            }
            if isBreak {
                // Breaks at the beginning are counted by no one, and an empty line is one break.
                if last != "\n" || length > 0 {
                    pending += 1
                    rowIsShort = length <= 24
                }
                length = 0
            } else if !isCode, !scalar.isSpace {
                if pending > 0 {
                    count += 1
                    if isMeaningful() { meaningful += 1 }
                    if ends(last) { ended += 1 }
                    pending = 0
                }
                last = scalar
                length += 1
            }
        }
        return (count, meaningful, ended)
    }

    private static func ends(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "…", "”", "」", "』", "）", ".", "!", "?", "\"", ")", "：", ":", "》", "】", "]", "；", ";": true
        default: false
        }
    }
}
