internal import Text

/// Finds a value in a translation, in digits or English words, and writes another in the same way.
struct RepairedNumber {
    let from: Double
    let to: Double
    let readsWords: Bool

    /// Places in scalars of the text, with what shall stand there; empty when the new value cannot be written so.
    func edits(in text: String) -> [(range: Range<Int>, text: String)] {
        let scalars = Array(text.unicodeScalars)
        var edits = digits(scalars)
        if readsWords { edits += words(scalars) }
        return edits
    }

    private func digits(_ scalars: [Unicode.Scalar]) -> [(range: Range<Int>, text: String)] {
        var edits: [(range: Range<Int>, text: String)] = []
        var index = 0
        while index < scalars.count {
            guard Self.isDigit(scalars[index]), index == 0 || !FuzzyRepair.isWord(scalars[index - 1]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count,
                Self.isDigit(scalars[end])
                    || ((scalars[end] == "," || scalars[end] == ".") && end + 1 < scalars.count
                        && Self.isDigit(scalars[end + 1]))
            { end += 1 }
            let found = String(String.UnicodeScalarView(scalars[index..<end]))
            let isGrouped = found.contains(",")
            if let value = Double(found.filter { $0 != "," }), value == from {
                let ending = String(String.UnicodeScalarView(scalars[end..<min(scalars.count, end + 2)]))
                var stop = end
                var written = Self.written(to, grouped: isGrouped || (from < 1000 && to >= 10_000))
                if ["st", "nd", "rd", "th"].contains(ending),
                    end + 2 == scalars.count || !FuzzyRepair.isWord(scalars[end + 2])
                {
                    stop += 2
                    written += Self.ordinalEnding(to)
                }
                if stop == scalars.count || !FuzzyRepair.isWord(scalars[stop]) { edits.append((index..<stop, written)) }
            }
            index = end
        }
        return edits
    }

    private func words(_ scalars: [Unicode.Scalar]) -> [(range: Range<Int>, text: String)] {
        // Words with their places; those of one number stand side by side, with a space or a hyphen between.
        var words: [(text: String, range: Range<Int>)] = []
        var index = 0
        while index < scalars.count {
            guard LatinFeatures.isLetter(scalars[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, LatinFeatures.isLetter(scalars[end]) { end += 1 }
            words.append((String(String.UnicodeScalarView(scalars[index..<end])).lowercased(), index..<end))
            index = end
        }
        var edits: [(range: Range<Int>, text: String)] = []
        var place = 0
        while place < words.count {
            var end = place + 1
            while end < words.count, words[end].range.lowerBound == words[end - 1].range.upperBound + 1,
                [" ", "-"].contains(scalars[words[end].range.lowerBound - 1])
            { end += 1 }
            let run = words[place..<end].map(\.text)
            guard let (value, count) = NumberWords.value(run[...]) else {
                place += 1
                continue
            }
            let last = words[place + count - 1]
            let range = words[place].range.lowerBound..<last.range.upperBound
            let isPlain = words[place..<place + count].allSatisfy { EnglishNumber.isCardinal($0.text) }
            if value == from, isPlain, var written = EnglishNumber.cardinal(to) {
                if scalars[range.lowerBound].properties.isUppercase {
                    written = written.prefix(1).uppercased() + written.dropFirst()
                }
                edits.append((range, written))
            } else if value == from, count == 1, let written = EnglishNumber.ordinal(to),
                EnglishNumber.ordinal(from) == last.text
            {
                edits.append((range, written))
            }
            place += count
        }
        return edits
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    private static func written(_ value: Double, grouped: Bool) -> String {
        guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
        let digits = String(Int(value))
        guard grouped else { return digits }
        var text = ""
        for (place, digit) in digits.reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    private static func ordinalEnding(_ value: Double) -> String {
        let number = Int(value)
        if (11...13).contains(number % 100) { return "th" }
        switch number % 10 {
        case 1: return "st"
        case 2: return "nd"
        case 3: return "rd"
        default: return "th"
        }
    }
}

/// Whole numbers in English words.
enum EnglishNumber {
    private static let ones = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let ordinals = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
        "nineteenth", "twentieth",
    ]

    static func isCardinal(_ word: String) -> Bool {
        ones.contains(word) || tens.contains(word) || ["hundred", "thousand", "million", "and"].contains(word)
    }

    /// `three thousand two hundred`; nil beyond 999,999,999 and for fractions.
    static func cardinal(_ value: Double) -> String? {
        guard value == value.rounded(), value >= 0, value < 1e9 else { return nil }
        return cardinal(Int(value))
    }

    /// Up to twenty.
    static func ordinal(_ value: Double) -> String? {
        guard value == value.rounded(), value >= 0, value <= 20 else { return nil }
        return ordinals[Int(value)]
    }

    private static func cardinal(_ value: Int) -> String {
        if value < 20 { return ones[value] }
        if value < 100 { return tens[value / 10 - 2] + (value % 10 == 0 ? "" : "-" + ones[value % 10]) }
        for (scale, name) in [(1_000_000, "million"), (1000, "thousand"), (100, "hundred")] where value >= scale {
            return cardinal(value / scale) + " " + name + (value % scale == 0 ? "" : " " + cardinal(value % scale))
        }
        return ones[0]
    }
}
