internal import Text

/// What else a numeral may be given as.
extension NumeralRun {
    func accepted(
        _ value: Double,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?,
        range: Range<Int>
    ) -> [Double] {
        var values: [Double] = []
        // 六十一杯 may be sixty a glass; 百八 is 108 in Japanese, and never so here.
        if range.count > 1, scalars[range.upperBound - 1] == "一",
            ChineseNumeral.unit(scalars[range.upperBound - 2]) != nil,
            let whole = ChineseNumeral.value(of: text(range.lowerBound..<(range.upperBound - 1)))
        {
            values += [whole]
        }
        // 2748十分美: a unit after digits may begin a word.
        if let mark = scalars[range].firstIndex(where: { !Self.isDecimal($0) && $0 != "." && $0 != "," && $0 != "．" }),
            mark > range.lowerBound, let whole = ChineseNumeral.value(of: text(range.lowerBound..<mark)),
            scalars[range.lowerBound..<mark].contains(where: Self.isDecimal)
        {
            if "十百千".unicodeScalars.contains(scalars[mark]) { values.append(whole) }
        }
        let scalarsAfter = (scalar(at: range.upperBound), scalar(at: range.upperBound + 1))
        switch after {
        case "成" where value <= 10: values += [value * 10, value / 10, 100 - value * 10]
        case "折" where value < 100: values += [value * 10, value / 10, 100 - value * 10, 100 - value, 10 - value]
        case "点", "點", ":", "：", "时", "時":
            values += value > 12 ? [value - 12] : [value + 12]
        case "%", "％": values += [value / 100]
        case "旬": values += [value * 10]
        case "秒": values += Self.whole(value, per: 60)
        case "分": values += Self.whole(value, per: 60)
        case "天", "日": values += Self.whole(value, per: 7)
        case "周": values += [value * 7]
        case "刻": values += [value * 15]
        case "岁", "歲": values += [value - 1]
        default: break
        }
        // 年十八: an age, which counts the year of birth, too.
        if before == "年" { values += [value - 1] }
        // 两点四十五: a quarter to three.
        if let before, "点點时時:：".unicodeScalars.contains(before), value < 60 {
            values += [60 - value, value / 60, 1 - value / 60]
        }
        if before == "之", scalar(at: range.lowerBound - 2) == "分" {
            // 百分之三十: per cent, a share, and what is left.
            values += [value / 100, value / 10, value / 1000]
        }
        if scalarsAfter.0 == "分", scalarsAfter.1 == "之" {
            // 三分之一: the lower number of a fraction is named by another word.
            values += [1 / max(value, 1), 2 / max(value, 1), 3 / max(value, 1), 100]
        }
        // Old measures: 里 is half a kilometre or a third of a mile, 丈 3⅓ metres or ten feet, 斤 half a kilogram or a pound.
        var measure = after
        if measure == "个" || measure == "個" { measure = scalarsAfter.1 }
        switch measure {
        case "里": values += [value / 2, value / 3, (value / 3).rounded()]
        case "丈": values += [value * 10, (value * 10 / 3).rounded(), value * 3, value * 11]
        case "尺": values += [value / 3, (value / 3).rounded(), value * 13]
        case "斤": values += [value / 2, value / 2000, value / 2200, value / 2240, (value * 1.1).rounded()]
        case "时", "時": values += [value * 2]
        case "亩", "畝": values += [value / 6, value / 15]
        default: break
        }
        return values
    }

    /// The same length of time in the next larger measure, where it comes out even: 120秒 as two minutes.
    private static func whole(_ value: Double, per size: Double) -> [Double] {
        value >= size && (value / size * 2).rounded() == value / size * 2 ? [value / size] : []
    }

    /// Two digits side by side that make a guess: the 七八 of 七八个人. It is no 78.
    private func isGuess(_ run: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 1 < run.count, let first = ChineseNumeral.digit(run[index]),
            let second = ChineseNumeral.digit(run[index + 1]),
            first > 0, second == first + 1 || first == 3 && second == 5
        else { return false }
        if index > 0, ChineseNumeral.digit(run[index - 1]) != nil { return false }
        if index + 2 < run.count { return ChineseNumeral.unit(run[index + 2]) != nil }
        guard let next = scalar(at: whole.upperBound) else { return false }
        return "个個人天岁歲里次名条條只隻块塊位口杯碗匹头頭步丈尺斤把本封".unicodeScalars.contains(next)
    }

    /// The whole, its parts between units, and each digit: 五六十 may be fifty, sixty, five, six.
    mutating func collectReadings() {
        let run = Array(scalars[whole])
        if run.contains(where: Self.isDecimal) {
            if let value = ChineseNumeral.value(of: String(String.UnicodeScalarView(run))) { readings.insert(value) }
            for part in run.split(whereSeparator: { $0 == "." || $0 == "．" || $0 == "," }) {
                if let value = ChineseNumeral.value(of: String(String.UnicodeScalarView(part))) {
                    readings.insert(value)
                }
            }
            return
        }
        if run.count == 1, let next = scalar(at: whole.upperBound), next == "成",
            !(scalar(at: whole.upperBound + 1).map { "为功了立绩不".unicodeScalars.contains($0) } ?? false)
        {
            // 三成 is thirty per cent and never three.
            return
        }
        let isSure = number.map { !$0.isSmall } ?? false
        guard !isSure else { return }
        let limit = min(run.count, 12)
        // 初三 is ninth grade, 高一 tenth.
        if run.count == 1, let grade = ChineseNumeral.digit(run[0]), (1...3).contains(grade),
            let before = scalar(at: whole.lowerBound - 1)
        {
            if before == "初" { readings.insert(Double(grade + 6)) }
            if before == "高" { readings.insert(Double(grade + 9)) }
        }
        let guesses = (0..<limit).filter { isGuess(run, at: $0) }
        for guess in guesses {
            guard let first = ChineseNumeral.digit(run[guess]), let second = ChineseNumeral.digit(run[guess + 1]) else {
                continue
            }
            traps.insert(Double(first * 10 + second))
        }
        for start in 0..<limit {
            for end in (start + 1)...limit where !guesses.contains(where: { $0 >= start && $0 + 1 < end }) {
                if let value = ChineseNumeral.value(of: String(String.UnicodeScalarView(run[start..<end]))) {
                    readings.insert(value)
                }
            }
            guard let digit = ChineseNumeral.digit(run[start]) else { continue }
            // 五六十: the first digit counts in the unit that follows the second.
            for later in (start + 1)..<max(start + 1, limit) {
                guard let unit = ChineseNumeral.unit(run[later]) else { continue }
                readings.insert(Double(digit) * unit)
                readings.insert(10 + Double(digit))
                break
            }
            if start > 0, run[start - 1] == "十" || ChineseNumeral.digit(run[start - 1]) != nil {
                readings.insert(10 + Double(digit))
            }
        }
        // 百 and 千 as many: a hundred, hundreds, tens of thousands.
        for scalar in run { if let unit = ChineseNumeral.unit(scalar) { readings.insert(unit) } }
    }
}
