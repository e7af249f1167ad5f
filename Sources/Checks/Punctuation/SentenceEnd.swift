package import Text

/// The class of the last mark: a question that is none any more, a voice that no longer trails off.
package struct SentenceEnd: Check {
    package static let code = "sentence-end"
    package static let asserts =
        "What trails off in the source does in the translation, or breaks off with a dash; a question stays one, and none is made of a statement."
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他想说什么……", "He wanted to say something."),
        .fails("你到底是谁？", "Who you are."),
        .fails("他走到河边，坐了下来。", "He walked to the river and sat down?"),
        .passes("他想说什么……", "He wanted to say something—"),
        .passes("你怎么来了？！", "What are you doing here!"),
        .passes("你是谁？", "Ποιος είσαι;", to: "el"),
        .passes("你是谁？", "من أنت؟", to: "ar"),
        .passes("你是谁？", "คุณเป็นใคร", to: "th"),
        .passes("谁知道呢。", "Who knows?"),
    ]

    private let marks: PunctuationStyle
    private let needsMark: Bool

    package init?(_ context: CheckContext) {
        marks = context.marks
        // Questions in Thai, Lao, Khmer and Myanmar show in words.
        needsMark = ![.thai, .lao, .khmer, .myanmar, .tibetan].contains(context.script)
    }

    private enum End { case statement, question, exclamation, trailing, dash, none }

    package func findings(in text: PairText) -> [Finding] {
        guard text.pair.kind != .heading, text.pair.kind != .navigation else { return [] }
        guard let source = end(of: text.source, isSource: true), let target = end(of: text.target, isSource: false)
        else {
            return []
        }
        func finding(_ message: String) -> [Finding] {
            [text.finding(Self.code, .warning, message, target: target.range, source: source.range)]
        }
        switch (source.end, target.end) {
        case (.trailing, .statement),
            (.trailing, .none) where needsMark || target.end == .statement:
            return finding("The source trails off with “……”, and the translation just ends.")
        case (.question, .statement),
            (.question, .none) where needsMark || target.end == .statement:
            // A question without a question word may be said as a statement.
            return finding("The source is a question, and the translation is none.")
        case (.statement, .question) where !Self.asks(text.source):
            return finding("The translation asks, and the source does not.")
        default: return []
        }
    }

    /// Words that make a question without its mark, or a guess that another language asks for.
    private static func asks(_ scan: TextScan) -> Bool {
        scan.scalars.contains { "吗嗎呢吧么麼什甚谁誰哪何怎岂豈几幾否乎焉孰胡安嘛啊呀難难莫可不没沒无無".unicodeScalars.contains($0) }
            || !scan.traits.contains(.han)
    }

    private func end(of scan: TextScan, isSource: Bool) -> (end: End, range: Range<Int>)? {
        let scalars = scan.scalars
        var index = scalars.count - 1
        while index >= 0, Self.isCloser(scalars[index]) { index -= 1 }
        guard index >= 0 else { return nil }
        let last = index
        // The whole run of marks: ？！ and ?.. are questions.
        var run: [Unicode.Scalar] = []
        while index >= 0, isMark(scalars[index]), run.count < 8 {
            run.append(scalars[index])
            index -= 1
        }
        let range = (index + 1)..<(last + 1)
        guard index >= 0 else { return nil }
        // A full stop after other marks has the last word: it ends what they stand in.
        if run.count > 1, run[0] == "。" || run[0] == "." && run[1] != ".", run[1] != run[0] {
            return (.statement, range)
        }
        if run.contains(where: { isQuestion($0, isSource: isSource) }) { return (.question, range) }
        if run.contains(where: { $0 == "!" || $0 == "！" || $0 == "‼" }) { return (.exclamation, range) }
        if run.contains("…") || run.contains("⋯") { return (.trailing, range) }
        if run.count(where: { $0 == "." || $0 == "。" || $0 == "·" || $0 == "・" }) > 1 { return (.trailing, range) }
        if let mark = run.first { return (Self.isDash(mark) ? .dash : .statement, range) }
        return (.none, last..<(last + 1))
    }

    private func isQuestion(_ scalar: Unicode.Scalar, isSource: Bool) -> Bool {
        switch scalar {
        case "?", "？", "⁇", "⁈", "⁉", "؟", "՞", "፧": true
        default: !isSource && (scalar == marks.question || marks.otherQuestions.contains(scalar))
        }
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "。", "．", "!", "！", "?", "？", "…", "⋯", "‼", "⁇", "⁈", "⁉", "؟", "۔", "।", "॥", "։", "՞", "՜", "።",
            "፧",
            "។", "။", "།", "～", "~":
            true
        case ";", "\u{37E}": marks.question == ";"
        default: Self.isDash(scalar)
        }
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        (0x2012...0x2015).contains(scalar.value) || scalar == "-"
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "\"", "'", "」", "』", "»", "›", "“", "‘", "«", "‹", ")", "）", "]", "】", "》", "〉", "*", "_", " ",
            "\n",
            "\u{A0}", "\u{202F}", "\u{3000}", "\t", "\r", "\u{FFFC}", "♪", "♥", "\u{200B}", "\u{200F}", "\u{200E}", "♡",
            "❤":
            true
        default: false
        }
    }
}
