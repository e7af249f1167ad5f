package import Text

/// The numbers that a Chinese text states: digits in any width, and numerals that cannot be a mere word.
///
/// `numbers` holds those that a translation can be held to. Left out of it, because they are no counts or too vague: single
/// characters without a measure (一下, 十分, 千万), approximations (五六十, 十几, 数百), figures of speech (二百五, 三三两两),
/// numerals inside a known term. What these may be rendered with is in `possible`.
package struct SourceNumbers: Sendable {
    package struct Number: Hashable, Sendable {
        package var value: Double
        /// As it stands in the text.
        package var text: String
        package var isDigits: Bool
        /// Followed by 月, so that the name of a month may stand for it.
        package var isMonth: Bool
        /// Followed by an old measure (里, 丈, 斤, 时辰 …), which an edition may convert, or by 多 or 余: “odd”.
        package var isVague: Bool
        /// Number of a chapter, a volume, an episode: 第十七章.
        package var isHeading = false
        /// One numeral and a measure, 三天: held to only where another number stands in its place.
        package var isSmall = false
        /// People are counted, of whom the text may name one: 师徒四人 as the monk and his three disciples.
        var isPeople = false
        /// A day of a month of the old calendar: 初七.
        package var isDate = false
        /// 4003 for 四千三: good in words (“four thousand three”), and not in digits.
        var spoken: Double?
        /// Other values that are as good: 30 and 0.3 for 三成, 8 for 20:00.
        package var accepted: [Double] = []
        /// Scalar offsets in the source.
        package var range: Range<Int> = 0..<0
    }

    package private(set) var numbers: [Number] = []
    /// Every value that some reading of the source's numerals may give, sure or not.
    package private(set) var possible: Set<Double> = []
    /// Values that none of them may be given as: 78 for 七八.
    private(set) var traps: Set<Double> = []
    /// Whether numerals are there that no value is read from: 十几, 数百, 半, 几千.
    package private(set) var hasVague = false

    package init(in text: String, terms: [Term] = []) { self.init(Array(text.unicodeScalars), terms: terms) }

    /// - Parameter terms: those whose numerals are part of a name.
    init(_ scalars: [Unicode.Scalar], terms: [Term]) {
        var scalars = scalars
        for term in terms {
            let form = Array(term.source.unicodeScalars)
            guard form.contains(where: Self.isNumeral), form.count <= scalars.count else { continue }
            var index = 0
            while index + form.count <= scalars.count {
                if scalars[index] == form[0], scalars[index..<(index + form.count)].elementsEqual(form) {
                    for place in index..<(index + form.count) { scalars[place] = "\u{FFFC}" }
                    index += form.count
                } else {
                    index += 1
                }
            }
        }
        self.init(scalars: scalars)
    }

    /// - Parameter scalars: the text; codes are passed over.
    init(scalars: [Unicode.Scalar]) {
        guard scalars.contains(where: { Self.isNumeral($0) || $0 == "半" || WatchHours.isBranch($0) }) else { return }
        let codes = CodeSpans(scalars)
        var index = 0
        while index < scalars.count {
            guard Self.isNumeral(scalars[index]) || scalars[index] == "半" else {
                if Self.isVagueNumeral(scalars[index]) { hasVague = true }
                possible.formUnion(WatchHours.hours(in: scalars, at: index))
                index += 1
                continue
            }
            if let end = codes.end(at: index) {
                index = end
                continue
            }
            if scalars[index] == "半" {
                possible.formUnion([0.5, 30, 50, 15, 2])
                if let half = Self.half(scalars, at: index) {
                    numbers.append(half)
                } else {
                    hasVague = true
                }
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, NumeralRun.continues(scalars, at: end) { end += 1 }
            let run = NumeralRun(scalars, index..<end)
            possible.formUnion(run.readings)
            traps.formUnion(run.traps)
            if end < scalars.count, let decimals = Self.decimals(scalars, from: end) {
                // 八点一 is 8.1 as well as ten past eight.
                for value in run.readings { possible.insert(value + decimals) }
            }
            if let number = run.number { numbers.append(number) }
            if run.isVague { hasVague = true }
            index = end
        }
        for index in scalars.indices.dropFirst().dropLast(2) where scalars[index] == "丈" && scalars[index + 2] == "尺" {
            // 九丈九尺 are 99 feet, or 33 metres.
            guard let tens = ChineseNumeral.digit(scalars[index - 1]),
                let ones = ChineseNumeral.digit(scalars[index + 1])
            else { continue }
            let whole = Double(tens * 10 + ones)
            possible.formUnion([whole, (whole / 3).rounded(), (whole * 1.1).rounded()])
        }
        for index in scalars.indices.dropLast() where scalars[index + 1] == "月" {
            // The twelfth, the first and the eleventh month of the old year.
            switch scalars[index] {
            case "腊", "臘": possible.insert(12)
            case "正": possible.insert(1)
            case "冬": possible.insert(11)
            default: break
            }
        }
        for number in numbers {
            possible.insert(number.value)
            possible.formUnion(number.accepted)
        }
        join(scalars)
    }

    /// What two numbers side by side make: 百分之三十, 三分之一, 三点半, 1到3.
    private mutating func join(_ scalars: [Unicode.Scalar]) {
        for pair in zip(numbers, numbers.dropFirst()) where pair.1.range.lowerBound - pair.0.range.upperBound <= 2 {
            // 02:45: each stands for itself.
            let next = pair.0.range.upperBound
            if next < scalars.count, scalars[next] == ":" || scalars[next] == "：" { continue }
            if pair.1.value != 0 { possible.insert(pair.0.value / pair.1.value) }
            if pair.0.value != 0 { possible.insert(pair.1.value / pair.0.value) }
            possible.insert(pair.0.value + pair.1.value)
            possible.insert(pair.0.value * pair.1.value)
        }
    }

    /// 半斤, 半个月: half of a measure, alone.
    private static func half(_ scalars: [Unicode.Scalar], at index: Int) -> Number? {
        if index > 0, isNumeral(scalars[index - 1]) || "一多大小好过過前后後上下夜个個".unicodeScalars.contains(scalars[index - 1]) {
            return nil
        }
        var place = index + 1
        if place < scalars.count, scalars[place] == "个" || scalars[place] == "個" { place += 1 }
        guard place < scalars.count, "斤年月里壶壺碗瓶".unicodeScalars.contains(scalars[place]) else { return nil }
        var number = Number(
            value: 0.5,
            text: "半",
            isDigits: false,
            isMonth: false,
            isVague: false,
            range: index..<(index + 1)
        )
        number.isSmall = true
        number.accepted = [6, 8, 14, 15, 26, 180, 182, 225, 250, 300, 1, 0.25]
        return number
    }

    /// The decimals after a point that is written 点, as a fraction.
    private static func decimals(_ scalars: [Unicode.Scalar], from index: Int) -> Double? {
        guard scalars[index] == "点" || scalars[index] == "點" else { return nil }
        var (value, scale) = (0.0, 1.0)
        for scalar in scalars[(index + 1)...].prefix(4) {
            guard let digit = ChineseNumeral.digit(scalar) else { break }
            scale /= 10
            value += Double(digit) * scale
        }
        return scale < 1 ? value : nil
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0xFF10...0xFF19: true
        case ..<0x3007: false
        default:
            ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil || scalar == "廿" || scalar == "卅"
        }
    }

    private static func isVagueNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "几", "幾", "数", "數", "双", "雙", "倍", "旬", "秩", "甲", "对", "對": true
        default: false
        }
    }
}
