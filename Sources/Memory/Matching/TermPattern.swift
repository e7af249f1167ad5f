internal import Text

/// A term that is a regular expression.
///
/// Swift's engine tries all ways when a pattern repeats what repeats, which can take longer than anyone waits. So such
/// patterns are not taken, and lines are matched in pieces of at most `longest` characters.
struct TermPattern: @unchecked Sendable {
    // `Regex` is a value that nobody changes once made; it only lacks the mark.
    private let regex: Regex<AnyRegexOutput>
    let term: Int

    /// A line is matched in pieces of this many characters; a match does not go over the end of one.
    static let longest = 200
    /// The repeats of a pattern, those that match nearly everything counted twice: each multiplies the time by the length
    /// of a piece at worst.
    private static let mostCost = 4

    enum Problem: Error {
        case invalid(String)
        case costly
        case empty
    }

    init(_ source: String, isCaseSensitive: Bool, term: Int) throws(Problem) {
        guard Self.isHarmless(source) else { throw .costly }
        do {
            let made = try Regex(source)
            regex = isCaseSensitive ? made : made.ignoresCase()
        } catch {
            throw .invalid("\(error)")
        }
        guard "".wholeMatch(of: regex) == nil else { throw .empty }
        self.term = term
    }

    /// UTF-8 ranges of the matches in a text.
    func ranges(in text: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var start = line.startIndex
            while start < line.endIndex {
                let end = line.index(start, offsetBy: Self.longest, limitedBy: line.endIndex) ?? line.endIndex
                for match in line[start..<end].matches(of: regex) where !match.range.isEmpty {
                    let lower = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
                    found.append(lower..<(lower + text[match.range].utf8.count))
                }
                start = end
            }
        }
        return found
    }

    /// Whether no repeat stands within a repeat, no choice within one, no back reference anywhere, and few repeats in all.
    private static func isHarmless(_ source: String) -> Bool {
        let repeats = "*+{".unicodeScalars
        var isOpenEnded: [Bool] = [false]
        var cost = 0
        var characters = Array(source.unicodeScalars)[...]
        var inClass = false
        /// What `.`, a negated class and their like repeat meets what follows, so that the ways multiply.
        var isWide = false
        while let scalar = characters.popFirst() {
            if inClass {
                if scalar == "\\" { _ = characters.popFirst() }
                if scalar == "]" { inClass = false }
                continue
            }
            switch scalar {
            case "\\":
                guard let escaped = characters.popFirst() else { continue }
                if ("1"..."9").contains(escaped) || escaped == "k" || escaped == "g" { return false }
                isWide = "wWSDNX".unicodeScalars.contains(escaped)
            case "[":
                inClass = true
                isWide = characters.first == "^"
            case "(": isOpenEnded.append(false)
            case ")":
                guard isOpenEnded.count > 1 else { continue }
                let inner = isOpenEnded.removeLast()
                if inner, let follows = characters.first, repeats.contains(follows) { return false }
                if inner { isOpenEnded[isOpenEnded.count - 1] = true }
                isWide = true
            case "|": isOpenEnded[isOpenEnded.count - 1] = true
            case _ where repeats.contains(scalar):
                isOpenEnded[isOpenEnded.count - 1] = true
                cost += isWide ? 2 : 1
            default: isWide = scalar == "."
            }
        }
        return cost <= mostCost
    }
}
