package import Text

/// Marks that a language writes in its own way: Arabic ؟ ، and kashida, Spanish ¿ ¡, Thai without a full stop.
package struct LocaleMarks: Check {
    package static let code = "locale-punctuation"
    package static let asserts =
        "Arabic, Persian and Urdu have ؟ ، ؛ and no kashida; Spanish opens with ¿ and ¡; Thai and Lao end without a full stop; Hindi, Khmer and Burmese with their own."
    package static let locales = "ar, fa, ur, es, th, lo and others of their scripts"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("你是谁？", "من أنت?", to: "ar", fixed: "من أنت؟"),
        .fails("他走了，没回来。", "ذهب, ولم يعد.", to: "ar", fixed: "ذهب، ولم يعد."),
        .fails("你是谁？", "Quién eres?", to: "es", fixed: "¿Quién eres?"),
        .fails("他走了。", "เขาไปแล้ว.", to: "th", fixed: "เขาไปแล้ว"),
        .passes("你是谁？", "¿Quién eres?", to: "es"),
        .passes("你是谁？", "Pero ¿quién eres?", to: "es"),
        .passes("公元前", "ก่อน พ.ศ.", to: "th"),
        .passes("你是谁？", "من أنت؟", to: "ar"),
    ]

    private enum Rule { case arabic, inverted, withoutStop }
    private let rule: Rule

    package init?(_ context: CheckContext) {
        switch context.script {
        case .arabic: rule = .arabic
        case .thai, .lao: rule = .withoutStop
        default:
            guard context.marks.opensQuestions else { return nil }
            rule = .inverted
        }
    }

    package func findings(in text: PairText) -> [Finding] {
        switch rule {
        case .arabic: arabic(text)
        case .inverted: inverted(text)
        case .withoutStop: withoutStop(text)
        }
    }

    private func arabic(_ text: PairText) -> [Finding] {
        guard text.target.traits.contains(.arabic) else { return [] }
        let scalars = text.target.scalars
        var edits: [Finding.Fix.Edit] = []
        for (index, scalar) in scalars.enumerated() where index > 0 {
            let wanted: String
            switch scalar {
            case "?": wanted = "؟"
            case ",": wanted = "،"
            case ";": wanted = "؛"
            case "\u{640}":
                // Between letters, alone or in a row, and not where it holds a prefix off: هـ.
                var (start, end) = (index, index)
                while start > 0, scalars[start - 1] == "\u{640}" { start -= 1 }
                while end + 1 < scalars.count, scalars[end + 1] == "\u{640}" { end += 1 }
                guard start > 0, Self.isArabic(scalars[start - 1]),
                    end + 1 < scalars.count && Self.isArabic(scalars[end + 1]) || end > start
                else { continue }
                edits.append(.init(range: index..<(index + 1), text: ""))
                continue
            default: continue
            }
            // A mark of an address or a Latin phrase stays.
            guard Self.isArabic(scalars[index - 1]) else { continue }
            edits.append(.init(range: index..<(index + 1), text: wanted))
        }
        guard let first = edits.first else { return [] }
        let mark = text.target.string(first.range)
        let message =
            first.text.isEmpty
            ? "A kashida stretches a word. Take it out."
            : "“\(mark)” is Latin. Write “\(first.text)”."
        return [text.finding(Self.code, .warning, message, target: first.range, fix: Finding.Fix(edits))]
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x620...0x6FF).contains(scalar.value) && scalar != "\u{640}"
    }

    private func inverted(_ text: PairText) -> [Finding] {
        guard text.target.traits.contains(.stop), text.target.traits.contains(.latin) else { return [] }
        let scalars = text.target.scalars
        for (close, open) in [("?", "¿"), ("!", "¡")] as [(Unicode.Scalar, Unicode.Scalar)] {
            guard let end = scalars.firstIndex(of: close), !scalars.contains(open) else { continue }
            // ?! may be opened by either of the two, and ??? or (?) is a mark on its own.
            let other: Unicode.Scalar = open == "¿" ? "¡" : "¿"
            guard !scalars.contains(other), scalars[..<end].contains(where: TextScan.isWord) else { continue }
            guard !(end > 0 && scalars[end - 1] == "(") else { continue }
            return [
                text.finding(
                    Self.code,
                    .warning,
                    "“\(close)” without “\(open)” at the beginning.",
                    target: end..<(end + 1),
                    fix: Self.opening(open, before: end, in: scalars)
                )
            ]
        }
        return []
    }

    /// An opening mark at the beginning of a text that is a single clause: elsewhere nobody knows where the question begins.
    private static func opening(_ mark: Unicode.Scalar, before end: Int, in scalars: [Unicode.Scalar]) -> Finding.Fix? {
        guard let start = scalars.firstIndex(where: TextScan.isWord), start < end else { return nil }
        guard !scalars[start..<end].contains(where: { ".,;:…—?!\u{FFFC}\n".unicodeScalars.contains($0) }) else {
            return nil
        }
        return Finding.Fix(replacing: start..<start, by: String(mark))
    }

    /// An abbreviation has a full stop in Thai as well: at least five letters before it and none of its own before them.
    private func withoutStop(_ text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        guard let end = scalars.lastIndex(where: { !" \n”\"’)".unicodeScalars.contains($0) }), scalars[end] == ".",
            end > 0,
            scalars[end - 1] != "."
        else { return [] }
        var start = end
        while start > 0, (0xE01...0xEDF).contains(scalars[start - 1].value) { start -= 1 }
        guard end - start >= 5, start == 0 || scalars[start - 1] != "." else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "The sentence ends with a full stop, which the language has not.",
                target: end..<(end + 1),
                fix: Finding.Fix(replacing: end..<(end + 1), by: "")
            )
        ]
    }
}
