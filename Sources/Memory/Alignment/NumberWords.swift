import Text

/// Values that a text states, as both sides of an alignment are likely to state them.
enum NumberWords {
    /// English number words at a place of a list of words in lower case: the value, and how many words it takes.
    static func value(_ words: ArraySlice<String>) -> (value: Double, count: Int)? {
        var total = 0.0
        var section = 0.0
        var hasSection = false
        var last = Double.infinity
        var count = 0
        var index = words.startIndex
        while index < words.endIndex {
            let word = words[index]
            if let small = small[word] {
                if hasSection, !(last >= 20 && last < 100 && small < 10 || last == 100) { break }
                section += small
                last = small
                hasSection = true
            } else if word == "hundred" || word == "hundreds" {
                guard section < 100 else { break }
                section = (hasSection ? section : 1) * 100
                last = 100
                hasSection = true
            } else if let scale = scale[word] {
                total += (hasSection ? section : 1) * scale
                section = 0
                hasSection = false
                last = .infinity
            } else if word == "and", count > 0, index + 1 < words.endIndex, Self.small[words[index + 1]] != nil,
                last == 100 || !hasSection
            {
                index += 1
                continue
            } else {
                break
            }
            index += 1
            count = index - words.startIndex
        }
        return count > 0 ? (total + section, count) : nil
    }

    /// A number as a word that both sides share; nil for those that are everywhere.
    static func feature(_ value: Double) -> String? {
        guard value.isFinite, abs(value) < 1e15 else { return nil }
        return value == value.rounded() ? "#\(Int(value))" : "#\(value)"
    }

    private static let scale: [String: Double] = [
        "thousand": 1000, "thousands": 1000, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9,
        "dozen": 12, "dozens": 12,
    ]

    private static let small: [String: Double] = {
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
        table["twice"] = 2
        table["pair"] = 2
        table["both"] = 2
        return table
    }()
}
