internal import Text

/// Parts of a whole that a text states: 三分之二, 三成, 八折, 30 %, two thirds.
struct Shares {
    struct Share {
        var value: Double
        var text: String
        var range: Range<Int>
        /// What is paid, of which the rest is the discount: 八折 is 80 % of the price and 20 % off.
        var isPrice = false
    }

    private(set) var shares: [Share] = []

    // MARK: Source

    init(source scalars: [Unicode.Scalar]) {
        guard scalars.contains(where: { "分成折%％半".unicodeScalars.contains($0) }) else { return }
        var index = 0
        while index < scalars.count {
            if scalars[index...].starts(with: "百分之".unicodeScalars), let number = Self.number(scalars, from: index + 3)
            {
                add(number.value / 100, scalars, index..<number.end)
                index = number.end
                continue
            }
            if scalars[index] == "一", index + 1 < scalars.count, scalars[index + 1] == "半" {
                if index == 0 || !SourceNumbers.isNumeral(scalars[index - 1]) { add(0.5, scalars, index..<(index + 2)) }
                index += 2
                continue
            }
            guard let number = Self.number(scalars, from: index) else {
                index += 1
                continue
            }
            let start = index
            index = number.end
            guard index < scalars.count, start == 0 || !"第几幾数數点點".unicodeScalars.contains(scalars[start - 1]) else {
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            switch scalars[index] {
            case "%", "％": add(number.value / 100, scalars, start..<(index + 1))
            case "分" where next == "之" && number.value >= 2:
                guard let upper = Self.number(scalars, from: index + 2), upper.value < number.value else { continue }
                add(upper.value / number.value, scalars, start..<upper.end)
                index = upper.end
            case "成" where (1...10).contains(number.value) && !SourceNumbers.isNumeral(next) && next != "半":
                if "为為功了立绩績不员員就品熟年人形果亲親交双雙群套".unicodeScalars.contains(next) { continue }
                add(number.value / 10, scalars, start..<(index + 1))
            case "折" where number.value >= 1 && number.value < 100:
                if "叠疊扇断斷痕肱腰磨返回戏戲子".unicodeScalars.contains(next) { continue }
                add(number.value / (number.value < 10 ? 10 : 100), scalars, start..<(index + 1), isPrice: true)
            default: break
            }
        }
    }

    /// A numeral with decimals: 三, 八点一, 12.5. Rows of Chinese digits are read one by one, 八五折 as 85.
    private static func number(_ scalars: [Unicode.Scalar], from start: Int) -> (value: Double, end: Int)? {
        var end = start
        while end < scalars.count, SourceNumbers.isNumeral(scalars[end]) { end += 1 }
        guard end > start, end - start <= 12 else { return nil }
        if end + 1 < scalars.count, "点點.．".unicodeScalars.contains(scalars[end]),
            SourceNumbers.isNumeral(scalars[end + 1])
        {
            end += 1
            while end < scalars.count, SourceNumbers.isNumeral(scalars[end]) { end += 1 }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end].map { $0 == "点" || $0 == "點" ? "." : $0 })
        return ChineseNumeral.value(of: String(text)).map { ($0, end) }
    }

    private mutating func add(_ value: Double, _ scalars: [Unicode.Scalar], _ range: Range<Int>, isPrice: Bool = false)
    {
        guard value > 0, value.isFinite else { return }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        shares.append(Share(value: value, text: String(text), range: range, isPrice: isPrice))
    }

    // MARK: Target

    /// - Parameter numbers: the numbers of the text, in order.
    init(target scalars: [Unicode.Scalar], numbers: [TargetNumbers.Written], language: String) {
        var taken = -1
        for (index, number) in numbers.enumerated() where index > taken {
            guard let value = number.scaled ?? number.readings.first else { continue }
            let after = Self.word(scalars, from: number.range.upperBound)
            let before = number.range.lowerBound > 0 ? scalars[number.range.lowerBound - 1] : " "
            if Self.isPercent(after.text) || language == "tr" && before == "%" {
                // 12.5 is read as twelve and five, too; the reading with decimals is the last but for those.
                let readings = number.isDigits ? number.readings : [value]
                let hasPoint = number.text.contains { $0 == "." || $0 == "," }
                let share = hasPoint ? readings.first { $0 != $0.rounded() } ?? value : value
                add(share / 100, scalars, number.range.lowerBound..<max(number.range.upperBound, after.end))
                continue
            }
            if index + 1 < numbers.count {
                let next = numbers[index + 1]
                let gap = number.range.upperBound..<next.range.lowerBound
                if number.isDigits, next.isDigits, gap.count == 1, scalars[gap.lowerBound] == "/",
                    let lower = next.readings.first, lower > value, lower <= 100, value >= 1
                {
                    add(value / lower, scalars, number.range.lowerBound..<next.range.upperBound)
                    taken = index + 1
                    continue
                }
                if language == "en", gap.count == 1, let lower = Self.denominators[next.text], value >= 1, value < lower
                {
                    add(value / lower, scalars, number.range.lowerBound..<next.range.upperBound)
                    taken = index + 1
                    continue
                }
            }
            let words = number.text.split(separator: " ")
            if language == "en", words.count == 2, let lower = Self.denominators[String(words[1])],
                case .value(let upper) = NumberWords.english.kind(of: String(words[0])), upper >= 1, upper < lower
            {
                // “three quarters” is one phrase.
                add(upper / lower, scalars, number.range)
            } else if language == "en", let lower = Self.denominators[number.text] {
                let article = Self.wordBefore(scalars, number.range.lowerBound)
                if article == "a" && ["of", "as", "the"].contains(after.text)
                    || lower == 2 && ["of", "the"].contains(after.text)
                {
                    add(1 / lower, scalars, number.range)
                }
            }
        }
    }

    private static let denominators: [String: Double] = [
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
        "fifth": 5,
        "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
        "ninths": 9,
        "tenth": 10, "tenths": 10,
    ]

    private static func isPercent(_ text: String) -> Bool {
        switch text {
        case "%", "％", "٪", "percent", "per cent", "prozent", "pourcent", "procent", "persen", "peratus", "percento",
            "проценты", "процентов", "процента", "процент", "відсотків", "відсотки", "パーセント", "퍼센트", "por", "per",
            "pour",
            "phần", "เปอร์เซ็นต์", "بالمئة", "بالمائة":
            true
        default: false
        }
    }

    /// The mark or the word, in lower case, that follows after at most one space.
    private static func word(_ scalars: [Unicode.Scalar], from start: Int) -> (text: String, end: Int) {
        var index = start
        while index < scalars.count, index - start < 2, scalars[index].isSpace || scalars[index] == "-" { index += 1 }
        guard index < scalars.count else { return ("", index) }
        guard TextScan.isWord(scalars[index]) else { return (String(scalars[index]), index + 1) }
        var folded: [Unicode.Scalar] = []
        while index < scalars.count, TextScan.isWord(scalars[index]), folded.count < 16 {
            scalars[index].appendLowercase(to: &folded)
            index += 1
        }
        let text = String(String.UnicodeScalarView(folded))
        // “por ciento”, “per cento”, “pour cent”, “phần trăm” are two words.
        guard ["por", "per", "pour", "phần"].contains(text) else { return (text, index) }
        let rest = word(scalars, from: index).text
        return ["ciento", "cento", "cent", "trăm"].contains(rest)
            ? (text, index + 1 + rest.unicodeScalars.count) : ("", index)
    }

    private static func wordBefore(_ scalars: [Unicode.Scalar], _ end: Int) -> String {
        var index = end - 1
        while index >= 0, scalars[index] == " " { index -= 1 }
        var letters: [Unicode.Scalar] = []
        while index >= 0, TextScan.isWord(scalars[index]), letters.count < 8 {
            scalars[index].appendLowercase(to: &letters)
            index -= 1
        }
        return String(String.UnicodeScalarView(letters.reversed()))
    }

    // MARK: Comparison

    /// The first share of a source whose place in the translation another has; nil unless both state as many.
    static func mismatch(_ source: Shares, _ target: Shares, _ text: [Unicode.Scalar]) -> (
        source: Share, target: Share
    )? {
        guard !source.shares.isEmpty, source.shares.count == target.shares.count, source.shares.count <= 8 else {
            return nil
        }
        var rest = target.shares
        var missing: [Share] = []
        for share in source.shares {
            let place = rest.firstIndex { other in
                let isSame = abs(other.value - share.value) < 0.006
                guard share.isPrice else { return isSame }
                let isRest = abs(1 - other.value - share.value) < 0.006
                return isOff(text, after: other.range.upperBound) ? isRest : isSame || isRest
            }
            if let place { rest.remove(at: place) } else { missing.append(share) }
        }
        guard let first = missing.first, let other = rest.first else { return nil }
        return (first, other)
    }

    /// Whether what is taken off is spoken of: 20% off.
    private static func isOff(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
        let next = word(scalars, from: index).text
        return ["off", "discount", "rabatt", "rabais", "korting", "zniżki", "скидка", "скидки", "diskon", "オフ", "引き"]
            .contains(next)
    }
}
