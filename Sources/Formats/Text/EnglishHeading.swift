/// Headings of English books: Chapter 12: The Fall, CHAPTER XII, Part One, Prologue.
enum EnglishHeading {
    static func parse(_ line: String) -> ChapterHeading? {
        var words = line.split(separator: " ", omittingEmptySubsequences: true)
        guard let head = words.first else { return nil }
        let (word, separator) = strip(head)
        if let kind = named[word.lowercased()] {
            let title = words.dropFirst().joined(separator: " ")
            guard words.count == 1 || separator || isDash(words[1]), isTitle(title) else { return nil }
            return ChapterHeading(kind: kind, title: trim(title), text: "")
        }
        if word.lowercased() == "side", words.count > 1, strip(words[1]).word.lowercased() == "story" {
            words.removeFirst()
            guard words.count > 1 else { return ChapterHeading(kind: .extra, title: "", text: "") }
            return counted(words, kind: .extra)
        }
        guard let kind = counted[word.lowercased()], words.count > 1 else { return nil }
        return counted(words, kind: kind)
    }

    private static func counted(_ words: [Substring], kind: ChapterHeading.Kind) -> ChapterHeading? {
        let (word, separator) = strip(words[1])
        guard let number = number(word) else { return nil }
        let rest = words.dropFirst(2)
        let title = rest.joined(separator: " ")
        guard isTitle(title) else { return nil }
        if let first = rest.first?.unicodeScalars.first, !separator, !isDash(rest[rest.startIndex]) {
            // “Part 2 of the plan failed”: a title begins with a capital, a digit or a sign.
            guard !first.properties.isLowercase else { return nil }
        }
        return ChapterHeading(kind: kind, number: number, title: trim(title), text: "")
    }

    private static func isTitle(_ title: String) -> Bool {
        guard title.utf8.count <= 100, let last = title.unicodeScalars.last else { return title.isEmpty }
        return ![".", ",", ";", ":", "。", "，"].contains(last)
    }

    private static func isDash(_ word: Substring) -> Bool { ["-", "—", "–", ":", "|", "~"].contains(word) }

    private static func trim(_ title: String) -> String {
        String(title.drop { $0 == "-" || $0 == "—" || $0 == "–" || $0 == ":" || $0 == " " || $0 == "|" })
    }

    /// A word without the sign at its end that parts it from the title.
    private static func strip(_ word: Substring) -> (word: Substring, separator: Bool) {
        guard let last = word.last, ".:—–-".contains(last) else { return (word, false) }
        return (word.dropLast(), true)
    }

    private static func number(_ word: Substring) -> Double? {
        if let number = Double(word), number >= 0, number < 1e9, word.first?.isNumber == true { return number }
        let lower = word.lowercased()
        if let place = small.firstIndex(of: lower) { return Double(place + 1) }
        let parts = lower.split(separator: "-")
        if let first = parts.first, let tens = tens.firstIndex(of: String(first)) {
            if parts.count == 1 { return Double(tens * 10 + 20) }
            if parts.count == 2, let ones = small.prefix(9).firstIndex(of: String(parts[1])) {
                return Double(tens * 10 + 20 + ones + 1)
            }
        }
        return roman(word)
    }

    /// Capital Roman numerals, or small ones of two letters and more.
    private static func roman(_ word: Substring) -> Double? {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
        var total = 0
        var last = 0
        let upper = word.uppercased()
        guard upper == word || (word.lowercased() == word && word.count > 1), word.count <= 12 else { return nil }
        for letter in upper.reversed() {
            guard let value = values[letter] else { return nil }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total > 0 ? Double(total) : nil
    }

    private static let counted: [String: ChapterHeading.Kind] = [
        "chapter": .chapter, "chap": .chapter, "volume": .volume, "vol": .volume, "book": .part, "part": .part,
        "episode": .episode, "extra": .extra,
    ]
    private static let named: [String: ChapterHeading.Kind] = [
        "prologue": .opening, "preface": .opening, "foreword": .opening, "introduction": .opening,
        "epilogue": .closing, "afterword": .closing, "interlude": .extra, "intermission": .extra,
    ]
    private static let small = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
}
