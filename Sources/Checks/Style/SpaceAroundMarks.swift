package import Text

/// A space before a mark that stands close, and none after a mark that wants one.
package struct SpaceAroundMarks: Check {
    package static let code = "space-around-marks"
    package static let asserts = "No space stands before , . ; ! ? and one stands after them when a word follows."
    package static let locales = "all that divide words by spaces; French and Breton have a space before ; ! ?"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了，没回来。", "He left , and did not return.", fixed: "He left, and did not return."),
        .fails("他走了，没回来。", "He left,and did not return.", fixed: "He left, and did not return."),
        .fails("他走了。没回来。", "He left.He did not return.", fixed: "He left. He did not return."),
        .passes("价格1,200", "Price 1,200"),
        .passes("见 www.example.com", "See www.example.com"),
        .passes("他是博士。", "He has a Ph.D."),
        .passes("走吧！", "Allons-y !", to: "fr"),
    ]

    private let before: Set<Unicode.Scalar>

    package init?(_ context: CheckContext) {
        guard !context.target.joinsWithoutSpace else { return nil }
        before = ["fr", "br"].contains(context.target.language) ? [",", "."] : [",", ".", ";", "!", "?"]
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        guard scalars.count > 3, !text.target.traits.isDisjoint(with: [.stop, .comma]) else { return [] }
        var edits: [Finding.Fix.Edit] = []
        for index in 1..<(scalars.count - 1) {
            let mark = scalars[index]
            if mark == " ", before.contains(scalars[index + 1]), index > 1 {
                guard Self.isLetter(scalars[index - 1]), Self.ends(at: index + 2, in: scalars) else { continue }
                edits.append(.init(range: index..<(index + 1), text: ""))
            } else if mark == "," || mark == ";" || mark == "!" || mark == "?" || mark == "." {
                guard Self.wantsSpace(at: index, in: scalars) else { continue }
                edits.append(.init(range: (index + 1)..<(index + 1), text: " "))
            }
        }
        guard let first = edits.first?.range else { return [] }
        let place = max(0, first.lowerBound - (first.isEmpty ? 1 : 0))
        return [
            text.finding(
                Self.code,
                .warning,
                first.isEmpty
                    ? "A space is missing after “\(scalars[place])”."
                    : "A space stands before “\(scalars[place + 1])”.",
                target: place..<(place + 1),
                fix: Finding.Fix(edits)
            )
        ]
    }

    /// Nothing but a space or a closing mark follows: `.txt`, `...` and faces are something else.
    private static func ends(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index < scalars.count else { return true }
        return scalars[index] == " " || scalars[index] == "\n" || scalars[index] == "”" || scalars[index] == "\""
    }

    private static func wantsSpace(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard isLetter(scalars[index - 1]), isLetter(scalars[index + 1]) else { return false }
        // An address or a name of a file has no space for long.
        var start = index
        while start > 0, index - start < longest, !scalars[start - 1].isSpace { start -= 1 }
        var end = index
        while end < scalars.count, end - index < longest, !scalars[end].isSpace { end += 1 }
        let chunk = scalars[start..<end]
        if chunk.contains(where: { "/@\\_=&#{}[]<>|:\u{FFFC}".unicodeScalars.contains($0) }) { return false }
        if chunk.count(where: { $0 == "." }) > 1, scalars[index] == "." { return false }
        // Words on both sides: an abbreviation has a letter or two.
        var left = index
        while left > start, isLetter(scalars[left - 1]) { left -= 1 }
        var right = index + 1
        while right < end, isLetter(scalars[right]) { right += 1 }
        switch scalars[index] {
        case ".":
            // The second word begins with a capital and goes on in small letters: no name of a file or a method.
            guard index - left > 2, right - index > 2 else { return false }
            return scalars[index - 1].isSmall && scalars[index + 1].isCapital
                && scalars[index + 2].isSmall
        case "?", "!": return index - left > 1 && right - index > 1
        default: return index - left > 0 && right - index > 1
        }
    }

    /// As much of an address as tells that it is one; bounds the work on a text without spaces.
    private static let longest = 64

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (UInt8(scalar.value) | 0x20) &- 0x61 < 26 }
        return TextScan.isWord(scalar) && !scalar.isHan && !scalar.isKana
    }
}
