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
        .passes("头领答道：“七成……”", "“Seventy percent…” the leader answered."),
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
        // A speech that ends the one and stands inside of the other: their last sentences are different ones.
        if source.isQuoted != target.isQuoted, text.target.traits.contains(.quote) { return [] }
        func finding(_ message: String, _ severity: Finding.Severity = .warning) -> [Finding] {
            [text.finding(Self.code, severity, message, target: target.range, source: source.range)]
        }
        switch (source.end, target.end) {
        case (.trailing, .statement),
            (.trailing, .none) where needsMark || target.end == .statement:
            return finding("The source trails off with “……”, and the translation just ends.")
        case (.question, .statement),
            (.question, .none) where needsMark || target.end == .statement:
            return finding(
                "The source is a question, and the translation is none.",
                Self.isRhetorical(text.source) ? .note : .warning
            )
        case (.statement, .question) where !Self.asks(text.source):
            return finding("The translation asks, and the source does not.")
        default: return []
        }
    }

    /// Whether a question may well be said as a statement: 不是……吗, 还不, 你说, or nothing in it that asks.
    private static func isRhetorical(_ scan: TextScan) -> Bool {
        let asks = scan.scalars.contains { "吗嗎谁誰哪几幾".unicodeScalars.contains($0) }
        return !asks || scan.scalars.contains { "不没沒无無岂豈难難何想说說问問".unicodeScalars.contains($0) }
    }

    /// Words that make a question without its mark, or a guess that another language asks for.
    private static func asks(_ scan: TextScan) -> Bool {
        scan.scalars.contains { "吗嗎呢吧么麼什甚谁誰哪何怎岂豈几幾否乎焉孰胡安嘛啊呀難难莫可不没沒无無请請".unicodeScalars.contains($0) }
            || !scan.traits.contains(.han)
    }

    private func end(of scan: TextScan, isSource: Bool) -> (end: End, range: Range<Int>, isQuoted: Bool)? {
        let scalars = scan.scalars
        var index = scalars.count - 1
        var isQuoted = false
        while index >= 0, Self.isCloser(scalars[index]) {
            if "”\"」』»“’".unicodeScalars.contains(scalars[index]) { isQuoted = true }
            index -= 1
        }
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
        if run.count > 1, run[1] != run[0], run[0] == "。" || run[0] == "." && run[1] != "…" {
            return (.statement, range, isQuoted)
        }
        if run.contains(where: { isQuestion($0, isSource: isSource) }) { return (.question, range, isQuoted) }
        if run.contains(where: { $0 == "!" || $0 == "！" || $0 == "‼" }) { return (.exclamation, range, isQuoted) }
        if run.contains("…") || run.contains("⋯") { return (.trailing, range, isQuoted) }
        // Two Chinese full stops are a slip, three trail off.
        if run.count(where: { $0 == "." }) > 1 || run.count(where: { $0 == "。" || $0 == "·" || $0 == "・" }) > 2 {
            return (.trailing, range, isQuoted)
        }
        if let mark = run.first { return (Self.isDash(mark) ? .dash : .statement, range, isQuoted) }
        return (.none, last..<(last + 1), isQuoted)
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
