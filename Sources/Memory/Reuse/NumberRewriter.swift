package import Text

/// Puts one number in the place of another in a text, written in the same way: grouped, as an ordinal, or in English words.
package struct NumberRewriter: Sendable {
    package struct Change: Hashable, Sendable {
        package var from: Double
        package var to: Double

        package init(from: Double, to: Double) {
            self.from = from
            self.to = to
        }
    }

    private let language: String

    package init(locale: LanguageTag) { language = locale.language }

    /// Languages with more forms of nouns than one and many: there the noun follows the number.
    private static let manyForms: Set = [
        "ru", "uk", "be", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "lt", "lv", "ar", "ga", "gd", "cy", "ro", "mt",
        "he",
    ]
    /// Languages whose nouns stay as they are.
    private static let noForms: Set = ["ja", "ko", "zh", "vi", "th", "id", "ms", "my", "lo", "km", "yue"]

    /// The text with every change made; nil when the numbers in it are not those of its source, each as often, or when the
    /// words around may follow them.
    /// - Parameter all: every number of the source that the text translates, those that stay among them.
    package func rewrite(_ text: InlineText, _ changes: [Change], all: [Double]) -> InlineText? {
        var map: [Double: Double] = [:]
        for change in changes {
            guard map[change.from] == nil || map[change.from] == change.to else { return nil }
            map[change.from] = change.to
        }
        let scalars = Array(text.text.unicodeScalars)
        guard !hasDependents(scalars) else { return nil }
        var result: [Unicode.Scalar] = []
        var done: [Double: Int] = [:]
        let written = spans(in: scalars)
        // Any other number may follow from the one that changes: a sum, a measure in other units, an age.
        // One is an article as often as not.
        let isOneMeant = changes.contains { $0.from == 1 }
        let counted = written.map(\.value).filter { isOneMeant || $0 != 1 }
        guard counted.sorted() == all.filter({ isOneMeant || $0 != 1 }).sorted() else { return nil }
        var index = 0
        for span in written {
            guard let to = map[span.value] else { continue }
            guard fits(from: span.value, to: to), let new = self.text(of: to, like: span, scalars) else { return nil }
            result += scalars[index..<span.range.lowerBound]
            result += new
            index = span.range.upperBound
            done[span.value, default: 0] += 1
        }
        result += scalars[index...]
        let wanted = changes.reduce(into: [:]) { $0[$1.from, default: 0] += 1 }
        guard done == wanted else { return nil }
        return InlineText(text: String(String.UnicodeScalarView(result)), codes: text.codes)
    }

    /// Whether the noun beside the number keeps its form.
    private func fits(from: Double, to: Double) -> Bool {
        if Self.noForms.contains(language) { return true }
        if Self.manyForms.contains(language) {
            return from == from.rounded() && to == to.rounded()
                && from.truncatingRemainder(dividingBy: 100) == to.truncatingRemainder(dividingBy: 100)
        }
        return (from == 1) == (to == 1)
    }

    /// Whether words follow from a number: twice, half, a dozen, hundreds, Friday.
    private func hasDependents(_ scalars: [Unicode.Scalar]) -> Bool {
        guard language == "en" else { return false }
        let text = String(String.UnicodeScalarView(scalars)).lowercased()
        return text.split(whereSeparator: { !$0.isLetter }).contains { word in
            Self.dependents.contains(String(word)) || Self.dependentParts.contains(where: word.contains)
        }
    }

    private static let dependents: Set<String> = [
        "half", "halves", "halved", "quarter", "quarters", "third", "thirds", "both", "couple", "pair", "pairs", "once",
        "twice", "thrice", "score", "scores", "hundred", "hundreds", "thousand", "thousands", "million", "millions",
        "billion", "billions", "zero", "first", "second", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
        "single", "noon", "midnight", "gross", "teens", "twenties", "thirties", "forties", "fifties", "sixties", "sole",
    ]
    private static let dependentParts = [
        "dozen", "doubl", "tripl", "quadrupl", "quintupl", "fold", "monday", "tuesday", "wednesday", "thursday",
        "friday",
        "saturday", "sunday", "decade", "centur", "fortnight", "twin", "trio", "duo", "quartet",
    ]

    // MARK: Numbers as they are written

    private struct Span {
        var range: Range<Int>
        var value: Double
        var style: Style
        /// Digits that a number with a zero before it has: 2 in 05.
        var width = 0

        enum Style { case digits(grouped: Unicode.Scalar?, ordinal: Bool), words }
    }

    private func spans(in scalars: [Unicode.Scalar]) -> [Span] {
        var spans: [Span] = []
        var index = 0
        while index < scalars.count {
            guard isDigit(scalars[index]), index == 0 || !isLetter(scalars[index - 1]) else {
                index += 1
                continue
            }
            var (end, text, group) = (index, "", nil as Unicode.Scalar?)
            while end < scalars.count {
                if isDigit(scalars[end]) {
                    text.unicodeScalars.append(scalars[end])
                } else if let mark = groupMark(scalars, at: end), group == nil || group == mark {
                    group = mark
                } else if scalars[end] == ".", end + 1 < scalars.count, isDigit(scalars[end + 1]), !text.contains(".") {
                    text += "."
                } else {
                    break
                }
                end += 1
            }
            var ordinal = false
            if language == "en", end + 1 < scalars.count,
                ["st", "nd", "rd", "th"].contains(String(String.UnicodeScalarView(scalars[end..<end + 2])))
            {
                ordinal = true
                end += 2
            }
            if let value = Double(text) {
                var span = Span(range: index..<end, value: value, style: .digits(grouped: group, ordinal: ordinal))
                if text.count > 1, text.hasPrefix("0"), !text.contains(".") { span.width = text.count }
                spans.append(span)
            }
            index = end
        }
        if language == "en" { spans += words(in: scalars) }
        return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The mark of thousands of the language at a place between digits.
    private func groupMark(_ scalars: [Unicode.Scalar], at place: Int) -> Unicode.Scalar? {
        let mark = scalars[place]
        let marks: [Unicode.Scalar]
        switch language {
        case "en", "zh", "ja", "ko", "th", "he": marks = [","]
        case "de", "es", "it", "pt", "id", "nl", "tr", "vi", "da", "el": marks = ["."]
        case "fr", "ru", "uk", "pl", "cs", "sv", "nb", "fi", "hu", "bg", "sk": marks = ["\u{A0}", "\u{202F}"]
        default: marks = []
        }
        let behind = scalars[(place + 1)...].prefix(4)
        guard marks.contains(mark), behind.count >= 3, behind.prefix(3).allSatisfy(isDigit),
            behind.count == 3 || behind.last.map({ !isDigit($0) }) ?? true
        else { return nil }
        return mark
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
    private func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    /// English number words from two to ninety-nine; one is an article too often.
    private func words(in scalars: [Unicode.Scalar]) -> [Span] {
        var spans: [Span] = []
        var index = 0
        while index < scalars.count {
            guard isLetter(scalars[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < scalars.count, isLetter(scalars[end]) || (scalars[end] == "-" && end + 1 < scalars.count) {
                end += 1
            }
            let word = String(String.UnicodeScalarView(scalars[index..<end])).lowercased()
            if let value = Self.values[word] { spans.append(Span(range: index..<end, value: value, style: .words)) }
            index = end
        }
        return spans
    }

    private static let small = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let values: [String: Double] = {
        var values: [String: Double] = [:]
        for number in 2..<100 { if let word = word(number) { values[word] = Double(number) } }
        return values
    }()

    private static func word(_ number: Int) -> String? {
        switch number {
        case 2...19: small[number - 2]
        case 20...99:
            number % 10 == 0
                ? tens[number / 10 - 2]
                : tens[number / 10 - 2] + "-" + (number % 10 == 1 ? "one" : small[number % 10 - 2])
        default: nil
        }
    }

    private func text(of value: Double, like span: Span, _ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        switch span.style {
        case .words:
            guard value == value.rounded(), (2...99).contains(value), let word = Self.word(Int(value)) else {
                return nil
            }
            let isCapital = scalars[span.range.lowerBound].properties.isUppercase
            return Array((isCapital ? word.capitalizedFirst : word).unicodeScalars)
        case .digits(let mark, let isOrdinal):
            guard value.magnitude < 1e15 else { return nil }
            guard value == value.rounded() else { return isOrdinal ? nil : Array(String(value).unicodeScalars) }
            var digits = String(Int(value))
            if span.width > 0 {
                guard value >= 0, digits.count <= span.width else { return nil }
                return Array((String(repeating: "0", count: span.width - digits.count) + digits).unicodeScalars)
            }
            let isGrouped = mark != nil || (span.value < 1000 && value >= 10_000)
            if isGrouped, let mark = mark ?? (language == "en" ? "," : nil) {
                var grouped = ""
                for (place, digit) in digits.enumerated() {
                    if place > 0, (digits.count - place) % 3 == 0 { grouped.unicodeScalars.append(mark) }
                    grouped.append(digit)
                }
                digits = grouped
            }
            if isOrdinal { digits += Self.ordinal(Int(value)) }
            return Array(digits.unicodeScalars)
        }
    }

    private static func ordinal(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "th" }
        return switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }
}
