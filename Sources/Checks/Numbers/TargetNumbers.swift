package import Text

/// Every value that a target text may be stating, in digits of any script and, where the language's number words are known
/// here (`NumberWords`), in words.
package struct TargetNumbers: Sendable {
    /// All readings; ambiguous groups (`1.200`) give more than one.
    package private(set) var values: Set<Double> = []
    private var near = NearValues([])
    /// Of these, the ones written in digits.
    package private(set) var digits: Set<Double> = []
    /// The numbers as they stand, each with its readings.
    private(set) var written: [Written] = []
    /// Whether the locale's number words are known here, so that a missing value means something.
    package let readsWords: Bool
    /// Months named in words, 1 to 12.
    package private(set) var months: Set<Double> = []
    /// Whether vague number words are there: dozens, hundreds, several.
    package private(set) var hasVague = false

    /// A number in the target.
    struct Written: Sendable {
        var text: String
        /// Every reading of it.
        var readings: [Double]
        var isDigits: Bool
        /// A word that stands for many: `hundreds`, `a thousand`.
        var isRound = false
        /// With the word of a scale after its digits: 30000 for `3만`.
        var scaled: Double?
        var range: Range<Int>
    }

    package init(in text: String, locale: LanguageTag) {
        self.init(scalars: Array(text.unicodeScalars), locale: locale)
    }

    init(scalars: [Unicode.Scalar], locale: LanguageTag) {
        let words = NumberWords.of(locale.language)
        readsWords = words.map { !$0.isPartial } ?? false
        if locale.writesHan {
            let source = SourceNumbers(scalars: scalars)
            for number in source.numbers {
                values.insert(number.value)
                if number.isDigits { digits.insert(number.value) }
                written.append(
                    Written(
                        text: number.text,
                        readings: [number.value]
                            + (locale.language == "ja" ? number.accepted + Self.plain(number) : []),
                        isDigits: number.isDigits,
                        range: number.range
                    )
                )
            }
            values.formUnion(source.possible)
            if locale.language == "ja" { for number in source.numbers { values.formUnion(Self.plain(number)) } }
            near = NearValues(values)
            return
        }
        let tokens = NumberTokens.tokens(of: scalars, words: words)
        read(tokens, words: words)
        near = NearValues(values)
    }

    /// 百八 is 180 in Chinese and 108 in Japanese.
    private static func plain(_ number: SourceNumbers.Number) -> [Double] {
        let scalars = Array(number.text.unicodeScalars)
        guard scalars.count > 1, let digit = ChineseNumeral.digit(scalars[scalars.count - 1]), digit > 0,
            !number.isDigits, ChineseNumeral.unit(scalars[scalars.count - 2]) != nil,
            let whole = ChineseNumeral.value(of: String(String.UnicodeScalarView(scalars.dropLast())))
        else { return [] }
        return [whole + Double(digit)]
    }

    package func holds(_ number: SourceNumbers.Number) -> Bool {
        if holds(number.value) || number.accepted.contains(where: holds) { return true }
        return number.isMonth && months.contains(number.value)
    }

    func holds(_ value: Double) -> Bool { near.contains(value) }

    private mutating func add(_ readings: [Double], of text: String, isDigits: Bool, isRound: Bool, range: Range<Int>) {
        values.formUnion(readings)
        if isDigits { digits.formUnion(readings) }
        written.append(Written(text: text, readings: readings, isDigits: isDigits, isRound: isRound, range: range))
    }

    private mutating func read(_ tokens: [NumberTokens.Token], words: NumberWords?) {
        var phrase = NumberPhrase()
        for (index, token) in tokens.enumerated() {
            if token.isDigits {
                close(&phrase)
                guard !token.isPartOfName else {
                    values.formUnion(token.readings)
                    continue
                }
                addDigits(token, after: tokens[(index + 1)...].prefix(2), words: words)
                continue
            }
            addRoman(token)
            guard let words, !words.isPartial else { continue }
            guard !token.text.isEmpty else {
                close(&phrase)
                continue
            }
            if let month = words.months.firstIndex(where: { token.text.hasPrefix($0) }) {
                months.insert(Double(month + 1))
            }
            if token.breaks || token.hasComma { close(&phrase) }
            if let kind = words.kind(of: token.text) {
                take(kind, token, &phrase)
            } else if let parts = words.parts(of: token.text) {
                for part in parts { take(part, token, &phrase) }
            } else {
                close(&phrase)
            }
        }
        close(&phrase)
        joinNeighbours()
    }

    private mutating func take(_ kind: NumberWords.Kind, _ token: NumberTokens.Token, _ phrase: inout NumberPhrase) {
        if phrase.take(kind, token) { return }
        close(&phrase)
        _ = phrase.take(kind, token)
    }

    private mutating func close(_ phrase: inout NumberPhrase) {
        defer { phrase = NumberPhrase() }
        guard let value = phrase.value else { return }
        add(
            [value] + phrase.partial,
            of: phrase.text,
            isDigits: false,
            isRound: phrase.isRound,
            range: phrase.range
        )
        if phrase.isRound { hasVague = true }
    }

    /// 1998 as nineteen ninety-eight, 152 as one fifty-two, two and a half, three thousand, two hundred.
    private mutating func joinNeighbours() {
        let alone = written.map { $0.scaled ?? $0.readings.first ?? 0 }
        for index in written.indices.dropLast() {
            var sum = alone[index]
            // A run of four at most: one million, nine hundred thousand, two hundred.
            for next in (index + 1)..<min(written.count, index + 4) {
                guard written[next].range.lowerBound - written[next - 1].range.upperBound <= 7 else { break }
                let second = alone[next]
                guard Self.mayFollow(sum, second) || next == index + 1 else { break }
                var joined: [Double] = []
                if Self.mayFollow(sum, second) {
                    sum += second
                    joined.append(sum)
                }
                if next == index + 1 {
                    // twice two hundred, half a million, a quarter of a million
                    if [2, 0.5, 0.25].contains(alone[index]) { joined.append(alone[index] * second) }
                    if second >= 10, second < 100, alone[index] < 100 { joined.append(alone[index] * 100 + second) }
                }
                values.formUnion(joined)
                for place in index...next { written[place].readings += joined }
            }
        }
    }

    /// Whether the second number fills the zeros of the first: 3000 and 200, two and a half.
    private static func mayFollow(_ first: Double, _ second: Double) -> Bool {
        guard second >= 1 else { return second > 0 && first < 1e6 }
        var size = 10.0
        while size <= second { size *= 10 }
        return first >= 100 && first.truncatingRemainder(dividingBy: size) == 0
    }

    private mutating func addDigits(
        _ token: NumberTokens.Token,
        after: ArraySlice<NumberTokens.Token>,
        words: NumberWords?
    ) {
        var readings = token.readings
        // 20 thousand, 1,2 mil millones, 20k
        var factor = 1.0
        for next in after where !next.breaks && !next.isDigits {
            guard let words, case .factor(let scale) = words.kind(of: next.text) else { break }
            factor *= scale
            readings += token.readings.map { $0 * factor }
        }
        if let scale = token.suffixScale(words) {
            factor = scale
            readings += token.readings.map { $0 * scale }
        }
        add(readings, of: token.text, isDigits: true, isRound: false, range: token.range)
        if factor > 1, let value = token.readings.first { written[written.count - 1].scaled = value * factor }
    }

    /// XVII, in capital letters.
    private mutating func addRoman(_ token: NumberTokens.Token) {
        guard let value = token.roman else { return }
        values.insert(value)
    }
}
