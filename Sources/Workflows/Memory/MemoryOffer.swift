internal import Memory
internal import Storage
internal import Text

extension UnitLog.Offer {
    /// A match as the editor sees it, for the text that it was found for.
    init(_ match: MemoryMatch, for source: InlineText, repair: String? = nil) {
        self.init(
            rate: Int(match.rate),
            source: match.entry.source.plain,
            target: match.entry.target.plain,
            memory: match.memory,
            repair: repair,
            marked: match.entry.source == source ? nil : Self.marked(match.entry.source, against: source)
        )
    }

    /// The old source with what is not in the new one as `[-…-]`, and what only the new one has as `{+…+}`.
    private static func marked(_ old: InlineText, against new: InlineText) -> String {
        // Codes are one scalar in both.
        let (olds, news) = (Array(old.text.unicodeScalars), Array(new.text.unicodeScalars))
        var marked = ""
        for step in TextDifference(query: new, source: old).steps {
            let (before, after) = (
                String(String.UnicodeScalarView(olds[step.source])), String(String.UnicodeScalarView(news[step.query]))
            )
            if step.kind == .equal {
                marked += before
            } else {
                if !before.isEmpty { marked += "[-\(before)-]" }
                if !after.isEmpty { marked += "{+\(after)+}" }
            }
        }
        return marked
    }
}
