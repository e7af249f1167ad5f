package import Text

/// A number whose value is not kept: 三千二百 as 320.
package enum NumberValue: Check {
    package static let code = "number-value"
    package static let asserts = "Each number that the source surely states has the same value in the translation."

    /// A number that is missing while another number stands in its place is an error; one that is only missing (二十多岁
    /// as “no longer young”) or that is vague (四十里 as “a dozen miles”, 四万多 as “forty-odd thousand”) is a warning.
    package static func findings(in pair: Pair) -> [Finding] {
        let sourceText = pair.source.plain
        let targetText = pair.target.plain
        let source = SourceNumbers(in: sourceText, terms: pair.terms)
        let targetScalars = Array(targetText.unicodeScalars)
        guard !source.numbers.isEmpty || targetScalars.contains(where: { NumberTokens.decimal($0) != nil }) else { return [] }
        let target = TargetNumbers(scalars: targetScalars, locale: pair.targetLocale)
        let comparison = NumberComparison(
            source: source,
            target: target,
            targetWritesHan: pair.targetLocale.writesHan
        )
        return comparison.problems.compactMap { problem in
            let found = problem.found.map(\.text).joined(separator: ", ")
            let range = problem.found.first?.range
            switch problem.kind {
            case .changed:
                guard let number = problem.number else {
                    return pair.finding(code, .error, "The translation says \(found), the source does not.", range: range)
                }
                let value = format(number.value)
                let stated = value == number.text ? "“\(number.text)”" : "“\(number.text)” (\(value))"
                return pair.finding(code, .error, "The source says \(stated), the translation \(found).", range: range)
            case .missing:
                guard let number = problem.number, !number.isSmall, !spells(number, targetText) else { return nil }
                return pair.finding(code, .warning, "“\(number.text)” (\(format(number.value))) is not in the translation.")
            case .added:
                return pair.finding(code, .warning, "The translation says \(found), the source does not.", range: range)
            }
        }
    }

    /// Whether a numeral stands in a name, spelled in pinyin: 鲁十九 as Lu Shijiu.
    private static func spells(_ number: SourceNumbers.Number, _ target: String) -> Bool {
        guard !number.isDigits, number.text.unicodeScalars.count <= 4 else { return false }
        let syllables: [Unicode.Scalar: String] = [
            "一": "yi", "二": "er", "三": "san", "四": "si", "五": "wu", "六": "liu", "七": "qi", "八": "ba", "九": "jiu",
            "十": "shi", "百": "bai", "千": "qian", "万": "wan",
        ]
        var name = ""
        for scalar in number.text.unicodeScalars {
            guard let syllable = syllables[scalar] else { return false }
            name += syllable
        }
        return target.lowercased().contains(name)
    }

    private static func format(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
