package import Text

/// Every value that a target text may be stating, in digits and, for English, in words.
package struct TargetNumbers: Sendable {
    /// All readings; ambiguous groups (`1.200`) give more than one.
    package private(set) var values: Set<Double> = []
    /// Of these, the ones written in digits.
    package private(set) var digits: Set<Double> = []
    /// Whether the locale's number words are known here, so that a missing value means something.
    package let readsWords: Bool
    /// Months named in words, 1 to 12.
    package private(set) var months: Set<Double> = []

    package init(in text: String, locale: LanguageTag) {
        readsWords = locale.language == "en"
        // A number does not reach over the end of a sentence; a comma may stand inside one or between two.
        for sentence in text.split(whereSeparator: { "!?;:\"“”…—\n".contains($0) }) {
            for clause in Self.clauses(of: sentence) {
                let words = Self.words(of: clause)
                addDigits(words)
                guard readsWords else { continue }
                addEnglish(words)
                let parts = clause.split(separator: ",")
                if parts.count > 1 { for part in parts { addEnglish(Self.words(of: part)) } }
            }
        }
        if locale.writesHan { for number in SourceNumbers(in: text).numbers { values.insert(number.value) } }
    }

    /// The text between full stops that end a sentence, not those inside a number.
    private static func clauses(of text: Substring) -> [Substring] {
        var clauses: [Substring] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let after = text.index(after: index)
            if text[index] == ".", after == text.endIndex || !text[after].isNumber {
                clauses.append(text[start..<index])
                start = after
            }
            index = after
        }
        clauses.append(text[start...])
        return clauses
    }

    package func holds(_ number: SourceNumbers.Number) -> Bool {
        if values.contains(where: { abs($0 - number.value) <= abs(number.value) * 1e-9 }) { return true }
        return number.isMonth && months.contains(number.value)
    }

    private static func words(of text: Substring) -> [Substring] {
        text.lowercased().split { character in
            !(character.isLetter || character.isNumber || ".,'".contains(character))
        }.map { word in
            word.drop { ".,'".contains($0) }
        }.map { word in
            var word = word
            while let last = word.last, ".,'".contains(last) { word.removeLast() }
            return word
        }.filter { !$0.isEmpty }.map { Substring(String($0)) }
    }

    private mutating func addDigits(_ words: [Substring]) {
        for (index, word) in words.enumerated() where word.first?.isNumber == true {
            let digits = word.prefix { $0.isNumber || ".,'".contains($0) }
            let suffix = word[digits.endIndex...]
            for value in Self.readings(of: digits) {
                values.insert(value)
                self.digits.insert(value)
                let scale =
                    Self.scale(String(suffix)) ?? (index + 1 < words.count ? Self.scale(String(words[index + 1])) : nil)
                if let scale { values.insert(value * scale) }
            }
            // Groups set apart by spaces: 36 501.
            var joined = String(digits.filter(\.isNumber))
            var next = index + 1
            while next < words.count, words[next].count == 3, words[next].allSatisfy(\.isNumber) {
                joined += words[next]
                if let value = Double(joined) { values.insert(value) }
                next += 1
            }
        }
    }

    private static func readings(of digits: Substring) -> [Double] {
        let plain = String(digits.filter(\.isNumber))
        var readings: [Double] = []
        if let value = ChineseNumeral.value(of: plain) { readings.append(value) }
        if let mark = digits.lastIndex(where: { ".,".contains($0) }) {
            let whole = String(digits[..<mark].filter(\.isNumber))
            let part = String(digits[digits.index(after: mark)...])
            if let value = Double("\(whole).\(part)") { readings.append(value) }
            // 9,10 may be two numbers; 3,000 is one.
            let pieces = digits.split(whereSeparator: { ".,'".contains($0) })
            if !pieces.dropFirst().allSatisfy({ $0.count == 3 }) {
                readings += pieces.compactMap { Double(String($0)) }
            }
        }
        return readings
    }

    private static func scale(_ word: String) -> Double? {
        switch word {
        case "k", "thousand", "mil", "mille", "tausend", "ribu", "nghìn", "ngàn", "тысяч", "тысячи": 1000
        case "m", "million", "millions", "millones", "millionen", "juta", "triệu", "миллион", "миллиона", "миллионов":
            1e6
        case "bn", "billion", "billions": 1e9
        case "hundred": 100
        case "dozen", "dozens": 12
        case "trillion": 1e12
        default: nil
        }
    }

    private mutating func addEnglish(_ words: [Substring]) {
        var index = 0
        while index < words.count {
            if let month = Self.months[String(words[index].prefix(3))], words[index].count >= 3 { months.insert(month) }
            var length = 0
            if let value = Self.phrase(words[index...], length: &length) {
                values.insert(value)
                // 1998 as nineteen ninety-eight; thirty-two hundred is read by the phrase itself.
                var nextLength = 0
                if value >= 10, value < 100, index + length < words.count,
                    let next = Self.phrase(words[(index + length)...], length: &nextLength), next < 100
                {
                    values.insert(value * 100 + next)
                }
                index += length
            } else {
                index += 1
            }
        }
    }

    /// The value of the longest number phrase at the start: `three thousand and two hundred`, `a dozen`, `twenty-first`.
    private static func phrase(_ words: ArraySlice<Substring>, length: inout Int) -> Double? {
        var total = 0.0
        var section = 0.0
        var sectionIsSet = false
        var any = false
        var index = words.startIndex
        while index < words.endIndex {
            let word = String(words[index])
            if let small = smalls[word] {
                // twenty + five goes on, five + twenty begins anew.
                if sectionIsSet,
                    !(section.truncatingRemainder(dividingBy: 100) >= 20 && small < 10
                        || section.truncatingRemainder(dividingBy: 100) == 0)
                {
                    break
                }
                section += small
                sectionIsSet = true
                any = true
            } else if let scale = scales[word] {
                if scale == 100 || scale == 12 {
                    section = (sectionIsSet ? section : 1) * scale
                } else {
                    total += (sectionIsSet ? section : 1) * scale
                    section = 0
                }
                sectionIsSet = scale == 100
                any = true
            } else if word == "and", any, index + 1 < words.endIndex,
                smalls[String(words[index + 1])] != nil, total > 0 || section >= 100
            {
                // part of the phrase
            } else if (word == "a" || word == "an"), !any, index + 1 < words.endIndex,
                scales[String(words[index + 1])] != nil
            {
                // a hundred
            } else if word == "half", any {
                // two and a half is read as its parts
                break
            } else {
                break
            }
            index += 1
        }
        length = max(1, index - words.startIndex)
        return any ? total + section : nil
    }

    private static let months: [String: Double] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    private static let scales: [String: Double] = [
        "hundred": 100, "hundreds": 100, "hundredth": 100, "thousand": 1000, "thousands": 1000, "thousandth": 1000,
        "million": 1e6, "millions": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "century": 100, "decade": 10,
        "decades": 10, "score": 20,
    ]

    private static let smalls: [String: Double] = {
        let ones = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let ordinals = [
            "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
            "nineteenth",
        ]
        let tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
        var table: [String: Double] = [:]
        for (value, word) in ones.enumerated() { table[word] = Double(value) }
        for (value, word) in ordinals.enumerated() { table[word] = Double(value) }
        for (place, stem) in tens.enumerated() {
            for ending in ["y", "ieth", "ies"] { table[stem + ending] = Double((place + 2) * 10) }
        }
        return table
    }()
}
