internal import Text
internal import Workflows

/// A plan as people read it: figures first, then each unit with the words marked.
struct TermPatchText {
    let lines: [String]

    /// Units shown of each sort unless all are asked for.
    private static let most = 20
    /// Scalars shown on each side of a change.
    private static let margin = 40

    init(_ patch: TermPatch, isFull: Bool) {
        var lines = [patch.summary]
        let (replaced, asked, kept) = (patch.replaced, patch.asked, patch.kept)
        lines.append("  \(replaced.count) unit(s) are changed in place")
        if !asked.isEmpty {
            let cost = patch.cost.map { ": \(Figures.line($0))" } ?? ""
            lines.append("  \(asked.count) unit(s) have to be asked again\(cost)")
        }
        if !kept.isEmpty {
            lines.append("  \(kept.count) unit(s) are a person's and are left alone; --include-final changes them, too")
        }
        if patch.settled > 0 { lines.append("  \(patch.settled) unit(s) have it right already") }
        if patch.missing > 0 {
            lines.append(
                "  \(patch.missing) unit(s) hold the term and none of its forms; left as they are without --redo-missing"
            )
        }
        if patch.unrelated > 0 {
            lines.append("  \(patch.unrelated) unit(s) have the words in the target only; left as they are")
        }
        for (items, label) in [(replaced, "in place"), (asked, "ask again"), (kept, "left alone")] {
            for item in isFull ? items[...] : items.prefix(Self.most) {
                lines.append("")
                lines.append("\(item.key)  \(item.document)  \(item.chapter)  [\(label)]")
                lines += Self.text(of: item).map { "  \($0)" }
            }
            if !isFull, items.count > Self.most {
                lines.append("")
                lines.append("… and \(items.count - Self.most) more [\(label)]; --full shows them")
            }
        }
        self.lines = lines
    }

    private static func text(of item: TermPatch.Item) -> [String] {
        var lines: [String] = []
        if let protection = item.protection { lines.append("\(protection):") }
        switch item.action {
        case .ask(let why):
            lines.append(cut(item.old.plain))
            lines.append("→ \(why)")
        case .replace(let new, let marks, _):
            lines.append(marked(Array(item.old.text.unicodeScalars), Array(new.text.unicodeScalars), marks))
        }
        return lines
    }

    /// `… said [-Lin Tung-]{+Lin Dong+}’s sword …`, as wdiff marks words.
    private static func marked(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar], _ marks: [TermPatch.Mark]) -> String {
        var text = ""
        var place = 0
        for (index, mark) in marks.enumerated() {
            let start = max(place, mark.old.lowerBound - margin)
            if start > place { text += "… " }
            text += string(old[start..<mark.old.lowerBound])
            text += "[-\(string(old[mark.old]))-]{+\(string(new[mark.new]))+}"
            place = mark.old.upperBound
            let next = index + 1 < marks.count ? marks[index + 1].old.lowerBound : old.count
            let end = min(next, place + margin)
            text += string(old[place..<end])
            place = end
        }
        return place < old.count ? text + " …" : text
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars where scalar != InlineText.place { view.append(scalar == "\n" ? " " : scalar) }
        return String(view)
    }

    private static func cut(_ text: String) -> String {
        text.count > 160 ? text.prefix(160).replacing("\n", with: " ") + " …" : text.replacing("\n", with: " ")
    }
}
