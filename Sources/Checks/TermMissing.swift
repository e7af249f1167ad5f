package import Text

/// An approved term whose target form is not there.
package enum TermMissing: Check {
    package static let code = "term-missing"
    package static let asserts = "Each approved term of the source has one of its target forms in the translation."

    package static func findings(in pair: Pair) -> [Finding] {
        guard !pair.terms.isEmpty else { return [] }
        let target = fold(pair.target.plain)
        return pair.terms.filter { term in
            !([term.target] + term.alternatives).contains { holds(target, fold($0)) }
        }.map { term in
            pair.finding(code, .warning, "“\(term.source)” should be “\(term.target)” here.")
        }
    }

    /// Case, white space, hyphens and the shapes of apostrophes make no difference.
    private static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "’", "‘", "ʼ": folded.append("'")
            case "-", "‐", "‑", "\u{A0}", "\n": folded.append(" ")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Whether the form stands in the text, not as the middle of another word; a plural or possessive ending may follow.
    private static func holds(_ text: String, _ form: String) -> Bool {
        guard !form.isEmpty else { return true }
        var start = text.startIndex
        while let range = text.range(of: form, from: start) {
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = text[range.upperBound...]
            let ending = after.prefix { $0.isLetter }
            if before?.isLetter != true, ["", "s", "es", "ed", "ing"].contains(String(ending)) || form.containsHan {
                return true
            }
            start = text.index(after: range.lowerBound)
        }
        return false
    }
}

extension String {
    fileprivate func range(of other: String, from start: Index) -> Range<Index>? {
        let needle = Array(other.utf8)
        let bytes = utf8
        guard let first = needle.first else { return nil }
        var index = start
        while let found = bytes[index...].firstIndex(of: first) {
            var end = found
            var matched = 0
            while matched < needle.count, end < bytes.endIndex, bytes[end] == needle[matched] {
                end = bytes.index(after: end)
                matched += 1
            }
            if matched == needle.count { return found..<end }
            index = bytes.index(after: found)
        }
        return nil
    }
}
