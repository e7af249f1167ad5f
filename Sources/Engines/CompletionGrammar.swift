import Text

/// What a small model may answer, as llama.cpp's GBNF.
enum CompletionGrammar {
    /// One line without Han, kana and full-width marks (U+2E80 to U+FFEF), and its end, without which a model that is done
    /// has to go on. Costs no time: it is looked at for the token that was chosen, and for the others only when that one is
    /// refused.
    /// - Parameter demanded: what the line has to hold before it may end, in any order where there are no more than three.
    static func line(with demanded: [String]) -> String {
        guard !demanded.isEmpty else { return "root ::= \(letter)+ \(end)" }
        let orders = demanded.count > 3 ? [demanded] : permutations(demanded)
        let lines = orders.map { $0.map(literal).joined(separator: " \(letter)* ") }
        return "root ::= \(letter)* (\(lines.joined(separator: " | "))) \(letter)* \(end)"
    }

    private static let letter = #"[^\n\u2E80-\uFFEF]"#
    private static let end = #"[\n]*"#

    /// The text in quotes, its first letter small or large.
    private static func literal(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        guard let first = text.first, first.isLetter, first.lowercased() != first.uppercased() else {
            return "\"\(escaped)\""
        }
        return "[\(first.lowercased())\(first.uppercased())] \"\(escaped.dropFirst())\""
    }

    private static func permutations(_ items: [String]) -> [[String]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { index in
            var rest = items
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}
