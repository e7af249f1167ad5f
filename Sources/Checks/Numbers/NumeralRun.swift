internal import Text

/// Numerals side by side in a Chinese text, with what stands around them: what do they state?
struct NumeralRun {
    /// What the run surely states, if anything.
    private(set) var number: SourceNumbers.Number?
    /// Every value that some reading of it may give.
    var readings: Set<Double> = []
    /// Values that a reader who does not know the language takes it for: 78 for 七八.
    var traps: Set<Double> = []
    /// Whether it is an approximation: 五六十, 十几.
    private(set) var isVague = false

    let scalars: [Unicode.Scalar]
    let whole: Range<Int>

    init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.scalars = scalars
        whole = range
        number = read()
        collectReadings()
    }

    /// Whether a numeral goes on at `index`; the one before belongs to it.
    static func continues(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        if SourceNumbers.isNumeral(scalars[index]) {
            // 周一05:00: a Chinese digit and a decimal one side by side are two numbers.
            let pair = (scalars[index - 1], scalars[index])
            let isMixed = isDecimal(pair.0) != isDecimal(pair.1)
            return !(isMixed && ChineseNumeral.digit(pair.0) != nil && ChineseNumeral.digit(pair.1) != nil)
        }
        guard [".", "．", ","].contains(scalars[index]), index + 1 < scalars.count, isDecimal(scalars[index - 1]),
            isDecimal(scalars[index + 1])
        else { return false }
        guard scalars[index] == "," else { return true }
        // A comma groups thousands only before exactly three digits.
        return scalars[(index + 1)...].prefix(4).prefix { isDecimal($0) }.count == 3
    }

    static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    func scalar(at index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private mutating func read() -> SourceNumbers.Number? {
        var range = whole
        // 三千两 is three thousand taels: 两 never ends a numeral.
        if range.count > 1, let last = scalar(at: range.upperBound - 1), last == "两" || last == "兩" {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        let before = scalar(at: range.lowerBound - 1)
        let after = scalar(at: range.upperBound)
        let next = scalar(at: range.upperBound + 1)
        // 三百多万, 六十个亿: the scale stands apart.
        if let after, "多余餘个個几幾来".unicodeScalars.contains(after), let next, (ChineseNumeral.unit(next) ?? 0) >= 1000 {
            isVague = true
            return nil
        }
        let run = scalars[range]
        let text = String(String.UnicodeScalarView(run))
        let isDigits = run.contains(where: Self.isDecimal)
        if isDigits {
            // 3D, A4, v2: part of a name, not a count.
            if let before, before.isASCII, before.properties.isAlphabetic || before == "_" || before == "#" {
                return nil
            }
            if let after, after.isASCII, after.properties.isAlphabetic || after == "_" { return nil }
            // 1.2.3, 192.168.0.1: a name made of numbers.
            if run.count(where: { $0 == "." || $0 == "．" }) > 1 { return nil }
        }
        guard let value = ChineseNumeral.value(of: text) else { return nil }
        let others = accepted(value, before: before, after: after, range: range)
        readings.formUnion(others)
        if isNamed(run, before: before, after: after) { return nil }
        var number = SourceNumbers.Number(
            value: value,
            text: text,
            isDigits: isDigits,
            isMonth: after == "月",
            isVague: Self.isOldMeasure(after, next) || before == "约" || before == "約" || before == "近",
            range: range
        )
        number.isHeading = isHeading(before, after)
        number.isPeople = before != "第" && (after.map { "人个個位名口".unicodeScalars.contains($0) } ?? false)
        if range.count > 2, !isDigits, let digit = ChineseNumeral.digit(scalars[range.upperBound - 1]), digit > 1,
            (ChineseNumeral.unit(scalars[range.upperBound - 2]) ?? 0) >= 1000,
            let whole = ChineseNumeral.value(of: self.text(range.lowerBound..<(range.upperBound - 1)))
        {
            number.spoken = whole + Double(digit)
        }
        number.accepted = others
        if isDigits || number.isHeading { return number }
        if isCertain(run, before: before, after: after) { return number }
        if before == "初", value <= 10, !(after.map { "学學班年生的下上中高（(".unicodeScalars.contains($0) } ?? false) {
            number.isSmall = true
            number.isDate = true
            return number
        }
        if run.count == 1 ? isCounted(value, before: before, after: after, next: next) : isRound(run, before: before) {
            number.isSmall = true
            return number
        }
        return nil
    }

    /// Numerals that name a thing and are no count: 碳十四, 十四行诗.
    private func isNamed(_ run: ArraySlice<Unicode.Scalar>, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
        before == "碳"
            || (after == "行" && scalar(at: run.endIndex + 1).map { "诗詩".unicodeScalars.contains($0) } ?? false)
    }

    private func isHeading(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard before == "第", let after else { return false }
        return "章回卷集话話节節幕部篇季期".unicodeScalars.contains(after)
    }

    /// Measures that an edition may convert, and words that make a number a guess.
    private static func isOldMeasure(_ after: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        var measure = after
        if after == "个" || after == "個" || after == "公" || after == "英" || after == "市" || after == "华" {
            measure = next
        }
        guard let measure else { return false }
        return "里丈尺寸斤两兩钱錢亩畝石時时刻更盏炷多余餘来來顷升斗仞步担擔旬许許出上左".unicodeScalars.contains(measure)
    }

    /// A row of numerals that is a count and no figure of speech.
    private mutating func isCertain(
        _ run: ArraySlice<Unicode.Scalar>,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?
    ) -> Bool {
        guard let first = run.first, run.count >= 2 else { return false }
        if let after, "几幾来來余餘多分成数數".unicodeScalars.contains(after), run.count < 3 {
            isVague = true
            return false
        }
        if let before,
            "几幾数數".unicodeScalars.contains(before)
                || "好上成".unicodeScalars.contains(before) && ChineseNumeral.unit(first) != nil
        {
            isVague = true
            return false
        }
        let isUnit = run.map { ChineseNumeral.unit($0) != nil || $0 == "廿" || $0 == "卅" }
        guard isUnit.contains(true) else {
            // Years are read digit by digit; other rows of digits are counting or guessing (七八, 一二三).
            guard run.count == 4 else {
                isVague = run.count == 2
                return false
            }
            return run.contains("〇") || run.contains("零") || (first == "一" && run.dropFirst().first == "九")
        }
        if first != "十", first != "廿", first != "卅", ChineseNumeral.unit(first) != nil { return false }
        // Two digits side by side make an approximation: 五六十, 十七八.
        for (left, right) in zip(run, run.dropFirst())
        where ChineseNumeral.unit(left) == nil && ChineseNumeral.unit(right) == nil && left != "零" && left != "〇"
            && left != "廿" && left != "卅"
        {
            isVague = true
            return false
        }
        // 二百五 is a fool, 三百六十行 are all trades, 十万八千里 is far.
        let text = String(String.UnicodeScalarView(run))
        if ["二百五", "十万八千", "八百", "三千", "十八", "八十", "百八十"].contains(text) {
            isVague = true
            return before == "第" || text == "三千" || text == "十八" || text == "八十" || text == "八百"
        }
        // 一百 alone is often no count: 一百个不愿意; 十万 likewise (十万火急). Two digits of meaning make it one.
        return run.count >= 3 || before == "第" || run.contains { (ChineseNumeral.digit($0) ?? 0) > 1 }
            || (first == "十" && run.dropFirst().contains { ChineseNumeral.digit($0) != nil })
    }

    private static let counted = Set("天年岁歲月块塊元次名位层層级級件张張瓶颗顆枚个個人条條只隻把本匹封座间間棵朵辆輛艘".unicodeScalars)

    /// 三天, 四个人, 第三名: one numeral from 二 to 十 and a measure that is counted, not in a row of such (三天两头).
    private func isCounted(_ value: Double, before: Unicode.Scalar?, after: Unicode.Scalar?, next: Unicode.Scalar?)
        -> Bool
    {
        guard (2...10).contains(value), let after, Self.counted.contains(after)
        else { return false }
        if let before, SourceNumbers.isNumeral(before) || "几幾数數好十这那每".unicodeScalars.contains(before) { return false }
        // 四个字 are one word or two.
        if let next, SourceNumbers.isNumeral(next) || "半多来來字词詞".unicodeScalars.contains(next) { return false }
        return true
    }

    /// 十亿, 一百万: held to where a number stands in its place that is a slip of it. 千万 and 万一 are mere words.
    private func isRound(_ run: ArraySlice<Unicode.Scalar>, before: Unicode.Scalar?) -> Bool {
        guard let last = run.last, let first = run.first, "十百千万亿億萬".unicodeScalars.contains(last), !isVague else {
            return false
        }
        if let before, "几幾数數好上成".unicodeScalars.contains(before) { return false }
        return first != "千" && first != "万" && first != "萬" && first != "亿"
    }
}
