/// How likely three letters in a row are in each of several languages, learnt from `LanguageSamples` and the small words.
struct LetterPatterns: Sendable {
    let languages: [String]
    /// Logarithms of the chance of the last letter after the ones before it, a value for each language.
    private var threes: [UInt64: [Float]] = [:]
    private var twos: [UInt64: [Float]] = [:]
    private var ones: [UInt64: [Float]] = [:]
    /// What it costs to leave the first letter out, by the letters before the last.
    private var costsOfTwo: [UInt64: [Float]] = [:]
    private var costsOfOne: [UInt64: [Float]] = [:]
    private let unknown: Float = -8

    /// What a small word counts beside a word of the sample, and how many letters a shorter pattern is worth.
    private static let share: Float = 0.5
    private static let worth: (three: Float, two: Float) = (2, 3)

    static let latin = LetterPatterns(LanguageProfile.tables[.latin]?.languages ?? [])
    static let cyrillic = LetterPatterns(LanguageProfile.tables[.cyrillic]?.languages ?? [])
    static let arabic = LetterPatterns(LanguageProfile.tables[.arabic]?.languages ?? [])

    /// The patterns of the languages of a script; nil where the script alone tells the language.
    static func of(_ script: WritingScript) -> LetterPatterns? {
        switch script {
        case .latin: latin
        case .cyrillic: cyrillic
        case .arabic: arabic
        default: nil
        }
    }

    init(_ languages: [String]) {
        self.languages = languages
        let counts = languages.map { Counts($0, share: Self.share) }
        let letters = Set(counts.flatMap(\.ones.keys))
        for key in letters {
            ones[key] = counts.map { Logarithm.of(($0.ones[key, default: 0] + 0.1) / ($0.total + 6)) }
        }
        for key in Set(counts.flatMap(\.twos.keys)) {
            let (before, last) = (key >> 21, key & Self.mask)
            twos[key] = counts.indices.map { index in
                let single = exp(ones[last]?[index] ?? unknown)
                let all = counts[index].before[before, default: 0]
                return Logarithm.of(
                    (counts[index].twos[key, default: 0] + Self.worth.two * single) / (all + Self.worth.two)
                )
            }
            if costsOfOne[before] == nil {
                costsOfOne[before] = counts.map {
                    Logarithm.of(Self.worth.two / ($0.before[before, default: 0] + Self.worth.two))
                }
            }
        }
        for key in Set(counts.flatMap(\.threes.keys)) {
            let before = key >> 21
            let shorter = values(after: before & Self.mask, last: key & Self.mask)
            threes[key] = counts.indices.map { index in
                let all = counts[index].beforeTwo[before, default: 0]
                return Logarithm.of(
                    (counts[index].threes[key, default: 0] + Self.worth.three * exp(shorter[index]))
                        / (all + Self.worth.three)
                )
            }
            if costsOfTwo[before] == nil {
                costsOfTwo[before] = counts.map {
                    Logarithm.of(Self.worth.three / ($0.beforeTwo[before, default: 0] + Self.worth.three))
                }
            }
        }
    }

    private static let mask: UInt64 = 0x1FFFFF

    private func exp(_ value: Float) -> Float { Logarithm.power(value) }

    private func values(after before: UInt64, last: UInt64) -> [Float] {
        if let known = twos[before << 21 | last] { return known }
        let single = ones[last] ?? [Float](repeating: unknown, count: languages.count)
        guard let costs = costsOfOne[before] else { return single }
        return zip(single, costs).map { $0 + $1 }
    }

    /// The logarithm of the chance of a text in each language: of its words with a space around each.
    func scores(_ letters: [Unicode.Scalar]) -> [Float] {
        var scores = [Float](repeating: 0, count: languages.count)
        guard letters.count > 2 else { return scores }
        for index in 2..<letters.count {
            let before = UInt64(letters[index - 2].value) << 21 | UInt64(letters[index - 1].value)
            let last = UInt64(letters[index].value)
            if let known = threes[before << 21 | last] {
                for language in scores.indices { scores[language] += known[language] }
                continue
            }
            let shorter = values(after: before & Self.mask, last: last)
            let costs = costsOfTwo[before]
            for language in scores.indices { scores[language] += shorter[language] + (costs?[language] ?? 0) }
        }
        return scores
    }

    /// How often a language's sample has each letter, two and three in a row, and what stands before the last.
    private struct Counts {
        var ones: [UInt64: Float] = [:]
        var twos: [UInt64: Float] = [:]
        var threes: [UInt64: Float] = [:]
        var before: [UInt64: Float] = [:]
        var beforeTwo: [UInt64: Float] = [:]
        var total: Float = 0

        init(_ language: String, share: Float) {
            let sample = (LanguageSamples.texts[language] ?? "").split(whereSeparator: \.isWhitespace)
            add(sample.joined(separator: " "), 1)
            for word in (FunctionWords.lists[language] ?? "").split(whereSeparator: \.isWhitespace) {
                add(String(word), share)
            }
        }

        private mutating func add(_ text: String, _ weight: Float) {
            var two: UInt64 = 0
            var count = 0
            for scalar in " \(text) ".unicodeScalars {
                let value = UInt64(scalar.value)
                ones[value, default: 0] += weight
                total += weight
                if count > 0 {
                    let last = two & LetterPatterns.mask
                    twos[last << 21 | value, default: 0] += weight
                    before[last, default: 0] += weight
                }
                if count > 1 {
                    threes[two << 21 | value, default: 0] += weight
                    beforeTwo[two, default: 0] += weight
                }
                two = (two << 21 | value) & (1 << 42 - 1)
                count += 1
            }
        }
    }
}
