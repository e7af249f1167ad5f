internal import Text

/// Marks that an engine put around its answer, or a sign of a list before it, where the source has nothing of the kind.
enum AnswerWrapping {
    static func finding(in text: PairText) -> Finding? {
        let scalars = text.target.scalars
        guard let first = scalars.firstIndex(where: { !$0.isSpace }),
            let last = scalars.lastIndex(where: { !$0.isSpace }), last - first >= 3
        else { return nil }
        return pair(in: text, first, last) ?? label(in: text, first)
    }

    /// Marks that stand at both ends and nowhere else.
    private static let pairs: [(open: [Unicode.Scalar], close: [Unicode.Scalar], severity: Finding.Severity)] = [
        (["*", "*"], ["*", "*"], .error), (["_", "_"], ["_", "_"], .error), (["`"], ["`"], .error),
        (["["], ["]"], .error), (["{"], ["}"], .error), (["*"], ["*"], .warning),
        (["“"], ["”"], .warning), (["\""], ["\""], .warning), (["«"], ["»"], .warning), (["「"], ["」"], .warning),
        (["„"], ["“"], .warning), (["„"], ["”"], .warning),
    ]

    /// What in a source may well become such marks.
    private static let marks = Set("“”\"「」『』‘’'《》〈〉【】[]［］{}（）()*_`<>—~～".unicodeScalars)

    private static func pair(in text: PairText, _ first: Int, _ last: Int) -> Finding? {
        let scalars = text.target.scalars
        guard !text.source.scalars.contains(where: marks.contains), text.source.codes.isEmpty,
            text.pair.kind != .dialogue, text.pair.kind != .cue
        else { return nil }
        for pair in pairs where last - first + 1 > pair.open.count + pair.close.count {
            let inner = (first + pair.open.count)..<(last + 1 - pair.close.count)
            guard scalars[first..<inner.lowerBound].elementsEqual(pair.open),
                scalars[inner.upperBound...last].elementsEqual(pair.close),
                !scalars[inner].contains(where: { pair.open.contains($0) || pair.close.contains($0) })
            else { continue }
            // A motto may well be quoted; a whole sentence is not.
            if pair.severity == .warning, !isSentence(text, inner) { continue }
            var mark = String.UnicodeScalarView()
            mark.append(contentsOf: pair.open)
            return text.finding(
                RefusalOrMetaText.code,
                pair.severity,
                "The answer stands in \(String(mark)), and the source does not.",
                target: first..<(last + 1),
                fix: Finding.Fix([
                    .init(range: first..<inner.lowerBound, text: ""),
                    .init(range: inner.upperBound..<(last + 1), text: ""),
                ])
            )
        }
        return nil
    }

    private static func isSentence(_ text: PairText, _ inner: Range<Int>) -> Bool {
        let stops = Set("。！？.!?…".unicodeScalars)
        guard let source = text.source.scalars.last(where: { !$0.isSpace }) else { return false }
        return stops.contains(source) && stops.contains(text.target.scalars[inner.upperBound - 1])
    }

    /// `### `, `[1] `, `{"translation": …`.
    private static func label(in text: PairText, _ first: Int) -> Finding? {
        let scalars = text.target.scalars
        let source = text.source.scalars.first { !$0.isSpace }
        func finding(_ end: Int, _ message: String) -> Finding {
            text.finding(
                RefusalOrMetaText.code,
                .error,
                message,
                target: first..<end,
                fix: Finding.Fix(replacing: first..<end, by: "")
            )
        }
        var place = first
        switch scalars[first] {
        case "#":
            while place < scalars.count, scalars[place] == "#" { place += 1 }
            guard source != "#", place - first <= 6, place < scalars.count, scalars[place] == " " else { return nil }
            return finding(place + 1, "The answer begins with a heading's sign.")
        case "[":
            place += 1
            while place < scalars.count, ("0"..."9").contains(scalars[place]) { place += 1 }
            guard place - first > 1, place + 1 < scalars.count, scalars[place] == "]", scalars[place + 1] == " ",
                !text.source.traits.contains(.digit), !text.source.scalars.contains("["),
                !text.source.scalars.contains("【")
            else { return nil }
            return finding(place + 2, "The answer begins with a number of the engine's.")
        case "{":
            let start = text.target.string(first..<min(scalars.count, first + 24))
            guard source != "{", start.contains("\":") else { return nil }
            return text.finding(RefusalOrMetaText.code, .error, "The answer is JSON.", target: first..<(first + 1))
        default: return nil
        }
    }
}
