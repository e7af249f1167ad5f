package import Text

/// The numbers that a Chinese text surely states: digits in any width, and numerals that cannot be a mere word.
///
/// Left out, because they are no counts or too vague to hold a translation to: single characters (一下, 十分, 千万),
/// approximations (五六十, 十几, 数百), numerals inside a known term.
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
    }

    package let numbers: [Number]

    package init(in text: String, terms: [Term] = []) {
        var text = text
        for term in terms where term.source.unicodeScalars.contains(where: { Self.isNumeral($0) }) {
            text = text.replacing(term.source, with: "\u{FFFC}")
        }
        let scalars = Array(text.unicodeScalars)
        var numbers: [Number] = []
        var index = 0
        while index < scalars.count {
            guard Self.isNumeral(scalars[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, Self.continues(scalars, at: end) { end += 1 }
            if let number = Self.number(scalars[..<end], from: index, next: scalars[end...].prefix(2)) {
                numbers.append(number)
            }
            index = end
        }
        self.numbers = numbers
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil || scalar == "廿" || scalar == "卅"
    }

    private static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }

    private static func continues(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        if isNumeral(scalars[index]) {
            // 周一05:00: a Chinese digit and a decimal one side by side are two numbers.
            let pair = (scalars[index - 1], scalars[index])
            let isMixed = isDecimal(pair.0) != isDecimal(pair.1)
            return !(isMixed && ChineseNumeral.digit(pair.0) != nil && ChineseNumeral.digit(pair.1) != nil)
        }
        let isPoint = [".", "．", ",", "，"].contains(scalars[index])
        guard isPoint, index + 1 < scalars.count, isDecimal(scalars[index - 1]), isDecimal(scalars[index + 1]) else {
            return false
        }
        guard scalars[index] == "," || scalars[index] == "，" else { return true }
        // A comma groups thousands only before exactly three digits.
        let group = scalars[(index + 1)...].prefix { isDecimal($0) }
        return group.count == 3 && (scalars[index] == ",")
    }

    /// Reads the numeral from `start` to the end of `scalars`; `next` holds the two scalars after it.
    private static func number(
        _ scalars: ArraySlice<Unicode.Scalar>,
        from start: Int,
        next: ArraySlice<Unicode.Scalar>
    ) -> Number? {
        var run = scalars[start...]
        let before = start > scalars.startIndex ? scalars[start - 1] : nil
        var after = next.first
        // 三千两 is three thousand taels: 两 never ends a numeral.
        if run.count > 1, let last = run.last, last == "两" || last == "兩" {
            run.removeLast()
            after = last
        }
        // 三百多万, 六十个亿: the scale stands apart.
        if let after, "多余餘个個".unicodeScalars.contains(after), let scale = next.dropFirst().first,
            (ChineseNumeral.unit(scale) ?? 0) >= 10_000
        {
            return nil
        }
        let text = String(String.UnicodeScalarView(run))
        let isMonth = after == "月"
        if after == "个" || after == "個", let measure = next.dropFirst().first { after = measure }
        let isVague = after.map { "里丈尺寸斤两兩钱錢亩畝石時时刻更盏炷多余餘来來".unicodeScalars.contains($0) } ?? false
        let isDigits = run.contains(where: isDecimal)
        if isDigits {
            // 3D, A4, v2: part of a name, not a count.
            if let before, before.isASCII, before.properties.isAlphabetic { return nil }
            if let after, after.isASCII, after.properties.isAlphabetic { return nil }
        } else if !isCertain(run, before: before, after: after) {
            return nil
        }
        return ChineseNumeral.value(of: text).map {
            Number(value: $0, text: text, isDigits: isDigits, isMonth: isMonth, isVague: isVague)
        }
    }

    private static func isCertain(
        _ run: ArraySlice<Unicode.Scalar>,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?
    ) -> Bool {
        guard let first = run.first, run.count >= 2 || before == "第" else { return false }
        if let after, ["几", "幾", "来", "余", "分", "成"].contains(after), run.count < 3 { return false }
        if let before, ["几", "幾", "数", "數", "好", "上", "成", "近", "点"].contains(before) { return false }
        let isUnit = run.map { ChineseNumeral.unit($0) != nil || $0 == "廿" || $0 == "卅" }
        guard isUnit.contains(true) else {
            // Years are read digit by digit; other rows of digits are counting or guessing (七八, 一二三).
            return run.count == 4
                && (run.contains("〇") || run.contains("零") || (first == "一" && run.dropFirst().first == "九"))
        }
        if first != "十", ChineseNumeral.unit(first) != nil { return false }
        // Two digits side by side make an approximation: 五六十, 十七八.
        for (left, right) in zip(run, run.dropFirst())
        where ChineseNumeral.unit(left) == nil && ChineseNumeral.unit(right) == nil && left != "零" && left != "〇"
            && left != "廿" && left != "卅"
        {
            return false
        }
        // 一百 alone is often no count: 一百个不愿意; 十万 likewise (十万火急). Two digits of meaning make it one.
        return run.count >= 3 || before == "第" || run.contains { (ChineseNumeral.digit($0) ?? 0) > 1 }
            || (first == "十" && run.dropFirst().contains { ChineseNumeral.digit($0) != nil })
    }
}
