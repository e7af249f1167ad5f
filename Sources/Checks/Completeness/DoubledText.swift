package import Text

/// A translation that is given twice, or a sentence of it.
package struct DoubledText: Check {
    package static let code = "doubled"
    package static let asserts =
        "Neither the translation nor a sentence of it stands there twice in a row, unless the source says it twice."
    package static let examples: [CheckExample] = [
        .fails("他推开门走了进去。", "He pushed the door open. He pushed the door open.", fixed: "He pushed the door open."),
        .fails("他走了。", "He left.\nHe left.", fixed: "He left."),
        .fails(
            "他推开门。她跟在后面。",
            "He pushed the door open. He pushed the door open. She followed.",
            fixed: "He pushed the door open. She followed."
        ),
        .fails("他推开门走了进去。", "彼は戸を開けた。彼は戸を開けた。", to: "ja", fixed: "彼は戸を開けた。"),
        .passes("别怕，别怕。", "Don't be afraid. Don't be afraid."),
        .passes("走开！", "Go away, go away!"),
        .passes("再见！", "Bye-bye!"),
        .passes("一步，两步。", "One step. Then one step more."),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        guard scalars.count >= 10 else { return [] }
        if let second = Self.secondHalf(scalars) {
            guard !Self.repeats(text.source) else { return [] }
            return [
                text.finding(
                    Self.code,
                    .error,
                    "The translation stands there twice.",
                    target: second,
                    fix: scalars.contains("\u{FFFC}")
                        ? nil : Finding.Fix(replacing: (second.lowerBound - 1)..<second.upperBound, by: "")
                )
            ]
        }
        let sentences = Self.sentences(scalars)
        guard sentences.count >= 2 else { return [] }
        for length in 1...max(1, sentences.count / 2) {
            for start in 0..<(sentences.count - 2 * length + 1) {
                let (left, right) = (start..<(start + length), (start + length)..<(start + 2 * length))
                let isWhole = 2 * length == sentences.count
                guard let words = Self.same(left, right, sentences, scalars), words >= (isWhole ? 2 : 4) else {
                    continue
                }
                let first = sentences[left.lowerBound].lowerBound..<sentences[left.upperBound - 1].upperBound
                let second = sentences[right.lowerBound].lowerBound..<sentences[right.upperBound - 1].upperBound
                guard !Self.repeats(text.source), !scalars[first.upperBound..<second.upperBound].contains("\u{FFFC}")
                else { return [] }
                return [
                    text.finding(
                        Self.code,
                        .error,
                        isWhole
                            ? "The translation stands there twice."
                            : "A sentence of the translation stands there twice.",
                        target: second,
                        fix: Finding.Fix(replacing: first.upperBound..<second.upperBound, by: "")
                    )
                ]
            }
            // Longer runs of sentences are the answer given twice; what lies between is rare and dear to look for.
            if length > 12 { break }
        }
        return []
    }

    /// The second half of a text that is twice the same with a space between and no mark, as Thai has it.
    private static func secondHalf(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
        let middle = scalars.count / 2
        guard scalars.count >= 41, scalars.count % 2 == 1, scalars[middle].isSpace,
            scalars[..<middle].elementsEqual(scalars[(middle + 1)...])
        else { return nil }
        return (middle + 1)..<scalars.count
    }

    /// Runs of text up to a mark that ends a sentence, that mark and the quotes after it included, space around left out.
    private static func sentences(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        var index = 0
        func close(_ end: Int) {
            var (lower, upper) = (start, end)
            while lower < upper, scalars[lower].isSpace { lower += 1 }
            while upper > lower, scalars[upper - 1].isSpace { upper -= 1 }
            if lower < upper { sentences.append(lower..<upper) }
            start = end
        }
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if scalar == "\n" {
                close(index)
                continue
            }
            guard isStop(scalar) else { continue }
            while index < scalars.count, isStop(scalars[index]) || isCloser(scalars[index]) { index += 1 }
            if index == scalars.count || scalars[index].isSpace || scalar.value > 0x2E80 { close(index) }
        }
        close(scalars.count)
        return sentences
    }

    /// The number of words (of pairs of characters, where nothing divides words) that two runs of sentences have in common
    /// when they are the same; nil when they are not.
    private static func same(
        _ left: Range<Int>,
        _ right: Range<Int>,
        _ sentences: [Range<Int>],
        _ scalars: [Unicode.Scalar]
    ) -> Int? {
        var words = 1
        var letters = 0
        for (one, other) in zip(left, right) {
            let (first, second) = (scalars[sentences[one]], scalars[sentences[other]])
            guard first.count == second.count, first.elementsEqual(second) else { return nil }
            words += first.count { $0 == " " }
            letters += first.count { TextScan.isWord($0) }
        }
        guard letters >= 4 else { return nil }
        let isDivided = words > left.count || !scalars[sentences[left.lowerBound]].contains { $0.value > 0xE00 }
        return isDivided ? words : letters / 2
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "։", "።", "។", "။": true
        default: false
        }
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "”", "’", "'", "」", "』", "»", ")", "）", "]", "】": true
        default: false
        }
    }

    /// Whether the source says two characters or more twice in a row, with or without a mark between.
    private static func repeats(_ scan: TextScan) -> Bool {
        let letters = scan.scalars.filter { TextScan.isWord($0) }
        guard letters.count >= 2 else { return false }
        for period in 1...max(1, letters.count / 2) {
            var same = 0
            for index in period..<letters.count {
                same = letters[index] == letters[index - period] ? same + 1 : 0
                if same >= period, period > 1 || letters.count <= 6 { return true }
            }
            if period > 40 { break }
        }
        return false
    }
}
