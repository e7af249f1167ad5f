package import Text

/// A model that runs in a circle.
package struct Repetition: Check {
    package static let code = "repetition"
    package static let asserts = "The translation repeats no run of words over and over, unless the source does."
    package static let examples: [CheckExample] = [
        .fails("他很高兴。", "He was very very very very very very very happy."),
        .fails("他走了很久。", "He walked on and walked on and walked on and walked on and walked on."),
        .passes("哈哈哈哈哈哈！", "Ha ha ha ha ha ha ha!"),
        .passes("他走了很久。", "He walked on and on, and the road went on and on."),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        let words = words(of: pair.target.text)
        guard let (period, times) = loop(in: words), !repeats(pair.source.text) else { return [] }
        return [pair.finding(code, .error, "\(period) word(s) are repeated \(times) times in a row.")]
    }

    /// The shortest run of words that fills at least 12 words by being repeated at least 4 times (a single word: 6 times).
    private static func loop(in words: [Substring]) -> (period: Int, times: Int)? {
        guard words.count >= 6 else { return nil }
        for period in 1...16 {
            var same = 0
            for index in words.indices.dropFirst(period) {
                same = words[index] == words[index - period] ? same + 1 : 0
                let times = same / period + 1
                if period == 1 ? times >= 6 : times >= 4 && same + period >= 12 { return (period, times) }
            }
        }
        return nil
    }

    private static func words(of text: String) -> [Substring] {
        if text.unicodeScalars.contains(where: { $0 == " " }) { return text.split(separator: " ") }
        return text.indices.map { text[$0...$0] }
    }

    /// Whether the source itself says the same three times or more: 哈哈哈, 一步，一步，一步.
    private static func repeats(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        for period in 1...4 {
            var same = 0
            for index in scalars.indices.dropFirst(period) {
                same = scalars[index] == scalars[index - period] ? same + 1 : 0
                if same >= period * 2 { return true }
            }
        }
        return false
    }
}
