package import Text

/// A number whose value is not kept: 三千二百 as 320.
package struct NumberValue: Check {
    package static let code = "number-value"
    package static let asserts = "Each number that the source surely states has the same value in the translation."

    /// A number that is missing while another number stands in its place is an error; one that is only missing (二十多岁
    /// as “no longer young”) or that is vague (四十里 as “a dozen miles”,
    /// 四万多 as “forty-odd thousand”) is a warning.
    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        guard pair.sourceLocale.writesHan else { return digitFindings(in: pair) }
        let source = SourceNumbers(in: pair.source.plain, terms: pair.terms).numbers
        guard !source.isEmpty else { return [] }
        let text = pair.target.plain
        let target = TargetNumbers(in: text, locale: pair.targetLocale)
        let stated = source.filter { $0.isDigits || target.readsWords || pair.targetLocale.writesHan }
        let missing = stated.filter { !target.holds($0) }
        guard !missing.isEmpty else { return [] }
        let known = Set(source.map(\.value))
        // Small numbers in words prove nothing: “one of them”, “at first”.
        let strange = target.values.filter { value in
            (value > 10 || target.digits.contains(value)) && !known.contains { abs($0 - value) < 1e-6 * max(1, value) }
        }
        return missing.map { number in
            let found = number.isVague ? "" : strange.sorted().prefix(3).map(format).joined(separator: ", ")
            return found.isEmpty
                ? pair.finding(code, .warning, "“\(number.text)” (\(format(number.value))) is not in the translation.")
                : pair.finding(
                    code,
                    .error,
                    "“\(number.text)” is \(format(number.value)), but the translation says \(found)."
                )
        }
    }

    /// For sources that are not Chinese: digits only.
    private static func digitFindings(in pair: Pair) -> [Finding] {
        let target = TargetNumbers(in: pair.target.plain, locale: pair.targetLocale)
        return SourceNumbers(in: pair.source.plain, terms: pair.terms).numbers.filter {
            $0.isDigits && !target.holds($0)
        }
        .map { pair.finding(code, .warning, "“\($0.text)” is not in the translation.") }
    }

    private static func format(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
