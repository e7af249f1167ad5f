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

    package func findings(in text: PairText) -> [Finding] {
        guard let (period, times) = Self.loop(in: Self.words(of: text.target.scalars)),
            !Self.repeats(text.source.scalars)
        else { return [] }
        return [text.pair.finding(Self.code, .error, "\(period) word(s) are repeated \(times) times in a row.")]
    }

    /// The shortest run of words that fills at least 12 words by being repeated at least 4 times (a single word: 6 times).
    private static func loop(in words: [UInt64]) -> (period: Int, times: Int)? {
        guard words.count >= 6 else { return nil }
        for period in 1...16 {
            var same = 0
            guard period < words.count else { break }
            for index in period..<words.count {
                same = words[index] == words[index - period] ? same + 1 : 0
                let times = same / period + 1
                if period == 1 ? times >= 6 : times >= 4 && same + period >= 12 { return (period, times) }
            }
        }
        return nil
    }

    /// Hashes of what spaces divide, or of each character where there are none.
    private static func words(of scalars: [Unicode.Scalar]) -> [UInt64] {
        var words: [UInt64] = []
        guard scalars.contains(" ") else {
            for (index, scalar) in scalars.enumerated() {
                // Marks belong to the letter before them.
                if index > 0, Self.isMark(scalar) {
                    words[words.count - 1] = words[words.count - 1] &* prime ^ UInt64(scalar.value)
                } else {
                    words.append(UInt64(scalar.value))
                }
            }
            return words
        }
        var hash: UInt64 = 0
        for scalar in scalars {
            if scalar != " " {
                hash = (hash ^ UInt64(scalar.value)) &* prime
            } else if hash != 0 {
                words.append(hash)
                hash = 0
            }
        }
        if hash != 0 { words.append(hash) }
        return words
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300, scalar.value < 0x3000 || scalar.value >= 0xFE00 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return scalar.value == 0x200D
        }
    }

    private static let prime: UInt64 = 0x100_0000_01B3

    /// Whether the source itself says the same three times or more: 哈哈哈, 一步，一步，一步.
    private static func repeats(_ scalars: [Unicode.Scalar]) -> Bool {
        for period in 1...4 {
            var same = 0
            guard period < scalars.count else { break }
            for index in period..<scalars.count {
                same = scalars[index] == scalars[index - period] ? same + 1 : 0
                if same >= period * 2 { return true }
            }
        }
        return false
    }
}
