package import Text

/// A speech whose quotes do not match.
///
/// A speech of several paragraphs opens in each and closes in the last only: what the source leaves open, the translation may.
package struct QuoteBalance: Check {
    package static let code = "quotes-unbalanced"
    package static let asserts =
        "Quotes and brackets that open are closed, and the other way round, unless the source leaves the same end open."
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("“走吧。”他说。", "“Let’s go, he said."),
        .fails("“走吧。”", "\"Let's go."),
        .fails("“走吧。”", "„Gehen wir.", to: "de"),
        .fails("（笑）他走了。", "(laughs He left."),
        .passes("“走吧。”", "„Gehen wir.“", to: "de"),
        .passes("“走吧。”", "”Mennään.”", to: "fi"),
        .passes("“走吧。", "“Let’s go."),
        .passes("“走吧。”", "— Пойдём.", to: "ru"),
        .passes("他身高六尺。", "He was 6'2\" tall."),
    ]

    private let pairs: [PunctuationStyle.QuotePair]

    package init?(_ context: CheckContext) {
        pairs = context.marks.quotes
    }

    package func findings(in text: PairText) -> [Finding] {
        let asked: TextScan.Traits = [.quote, .bracket]
        guard !text.target.traits.isDisjoint(with: asked) else { return [] }
        var findings: [Finding] = []
        if text.target.traits.contains(.quote) {
            let ends = quotes(in: text.target.scalars)
            if ends != Ends() {
                let source = quotes(in: text.source.scalars)
                // What the source leaves open may be; an inner speech may stay open with its outer one.
                let isAsInSource = (ends.open == 0 || source.open > 0) && (ends.close == 0 || source.close > 0)
                if !isAsInSource { findings.append(finding(text, ends)) }
            }
        }
        if text.target.traits.contains(.bracket) {
            let target = brackets(in: text.target.scalars)
            if target != 0, brackets(in: text.source.scalars) == 0 {
                findings.append(
                    text.finding(
                        Self.code,
                        .warning,
                        target > 0 ? "A bracket is opened and not closed." : "A bracket is closed that was not opened."
                    )
                )
            }
        }
        return findings
    }

    private func finding(_ text: PairText, _ ends: Ends) -> Finding {
        let message =
            ends.open > 0
            ? "A quote is opened and not closed." : "A quote is closed that was not opened."
        return text.finding(Self.code, .warning, message, target: ends.place.map { $0..<($0 + 1) })
    }

    /// Quotes without their other half.
    private struct Ends: Equatable {
        var open = 0
        var close = 0
        var place: Int?

        static func == (left: Ends, right: Ends) -> Bool { left.open == right.open && left.close == right.close }
    }

    private func quotes(in scalars: [Unicode.Scalar]) -> Ends {
        var ends = Ends()
        var stack: [(mark: Unicode.Scalar, place: Int)] = []
        for (index, scalar) in scalars.enumerated() {
            guard Self.isDouble(scalar), !Self.isInches(index, in: scalars) else {
                continue
            }
            // A mark that may close what is open closes it; else it opens, when it may.
            if let open = stack.last, closes(scalar, open.mark) {
                stack.removeLast()
            } else if let deeper = stack.dropLast().last, closes(scalar, deeper.mark), !mayOpen(scalar) {
                stack.removeLast(2)
                ends.open += 1
            } else if mayOpen(scalar) {
                stack.append((scalar, index))
            } else {
                ends.close += 1
                ends.place = ends.place ?? index
            }
        }
        // A speech of several paragraphs inside of one unit opens in each line.
        var open = stack
        if open.count > 1, Set(open.map(\.mark)).count == 1, Self.startLines(open.map(\.place), in: scalars) {
            open = [open[0]]
        }
        ends.open += open.count
        if let last = open.last { ends.place = last.place }
        return ends
    }

    private static func startLines(_ places: [Int], in scalars: [Unicode.Scalar]) -> Bool {
        places.dropFirst().allSatisfy { place in
            var before = place - 1
            while before >= 0, scalars[before] == " " || scalars[before] == "\u{3000}" { before -= 1 }
            return before < 0 || scalars[before] == "\n" || scalars[before] == "\u{FFFC}"
        }
    }

    /// Marks of double quotes and corners; single quotes are apostrophes as well.
    private static func isDouble(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "”", "„", "‟", "«", "»", "「", "」", "『", "』", "＂", "〝", "〞", "〟": true
        default: false
        }
    }

    private func mayOpen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "„", "«", "「", "『", "＂", "〝", "‟": true
        default: pairs.contains { $0.open == scalar }
        }
    }

    private func closes(_ close: Unicode.Scalar, _ open: Unicode.Scalar) -> Bool {
        switch (open, close) {
        case ("\"", "\""), ("＂", "＂"), ("「", "」"), ("『", "』"), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"),
            ("»", "«"),
            ("”", "”"), ("〝", "〞"), ("〝", "〟"), ("‟", "”"), ("»", "»"):
            return true
        default: return false
        }
    }

    /// 6'2" and 15" are measures.
    private static func isInches(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[index] == "\"", index > 0, (0x30...0x39).contains(scalars[index - 1].value) else { return false }
        return !scalars[..<index].contains("\"")
    }

    private func brackets(in scalars: [Unicode.Scalar]) -> Int {
        var round = 0
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "(", "（":
                // A face: :( and its like.
                if index > 0, ":;=-".unicodeScalars.contains(scalars[index - 1]) { continue }
                round += 1
            case ")", "）":
                if index > 0, ":;=-".unicodeScalars.contains(scalars[index - 1]) { continue }
                // 1) and a) number a list.
                if round == 0, Self.isListMark(index, in: scalars) { continue }
                round -= 1
            default: break
            }
        }
        return round
    }

    private static func isListMark(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        var start = index - 1
        while start >= 0, TextScan.isWord(scalars[start]) { start -= 1 }
        return index - start <= 4
    }
}
