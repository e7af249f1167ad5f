internal import Text

/// What a shorter text must not lose of a translation: numbers, names, a no, what is asked for, the end of the sentence.
struct WordingLosses {
    private let numbers: [String: Int]
    private let names: Set<String>
    private let denies: Bool
    private let asks: Bool
    private let askedFor: Set<String>
    private let ends: Bool
    private let locale: LanguageTag

    init(from text: String, locale: LanguageTag) {
        self.locale = locale
        numbers = Self.numbers(in: text, locale)
        names = locale.language == "de" ? [] : Self.names(in: text)
        denies = Self.denies(text, locale)
        asks = Self.asks(text)
        askedFor = asks ? Self.askedFor(text, locale) : []
        ends = Self.ends(text)
    }

    func isNone(in text: String) -> Bool {
        Self.numbers(in: text, locale) == numbers && names.isSubset(of: Set(Self.words(of: text).map(Self.possessed)))
            && Self.denies(text, locale) == denies && Self.asks(text) == asks
            && (!asks || Self.askedFor(text, locale) == askedFor) && (!ends || Self.ends(text))
            && !Self.repeats(text)
    }

    private static func words(of text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "-") }.map(String.init)
    }

    private static func possessed(_ word: String) -> String {
        word.hasSuffix("'s") || word.hasSuffix("’s") ? String(word.dropLast(2)) : word
    }

    /// Runs of digits and, in English, spelled numbers: `fifty million` is 50 and million, and so is `50 million`.
    private static func numbers(in text: String, _ locale: LanguageTag) -> [String: Int] {
        var counts: [String: Int] = [:]
        let plain = String(text.filter { $0 != "," && $0 != "." && $0 != "\u{202F}" })
        for run in plain.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) { counts[String(run), default: 0] += 1 }
        guard locale.language == "en" else { return counts }
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            if let digits = spelled[String(word)] { counts[digits, default: 0] += 1 }
        }
        return counts
    }

    /// Without `one`, which is mostly a pronoun.
    private static let spelled: [String: String] = [
        "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
        "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
        "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30",
        "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
        "hundred": "hundred", "thousand": "thousand", "million": "million", "billion": "billion",
    ]

    /// Words with a capital that do not begin a sentence; the first word of one may be any word.
    private static func names(in text: String) -> Set<String> {
        var names: Set<String> = []
        var isStart = true
        for part in text.split(separator: " ") {
            let words = words(of: String(part))
            if !isStart, let word = words.first, word.first?.isUppercase == true, !isPronoun(word) {
                names.insert(possessed(word))
            }
            isStart = part.last.map { ".!?…:\"”“".contains($0) } ?? isStart
        }
        return names
    }

    private static func isPronoun(_ word: String) -> Bool {
        word == "I" || word.hasPrefix("I'") || word.hasPrefix("I’")
    }

    /// Words like `where`, on which the whole question turns; `where's` is one too.
    private static func askedFor(_ text: String, _ locale: LanguageTag) -> Set<String> {
        guard locale.language == "en" else { return [] }
        let words = words(of: text.lowercased()).map { String($0.prefix { $0.isLetter }) }
        return Set(words).intersection(["where", "why", "how", "when", "which"])
            .union(words.first.map { ["who", "what"].contains($0) ? [$0] : [] } ?? [])
    }

    private static func asks(_ text: String) -> Bool { text.contains { "?？؟".contains($0) } }
    private static func ends(_ text: String) -> Bool {
        text.last { !"\"”’'»)".contains($0) }.map { ".!?…。！？".contains($0) } ?? false
    }

    private static func denies(_ text: String, _ locale: LanguageTag) -> Bool {
        guard let list = negations[locale.language] else { return false }
        return words(of: text.lowercased()).contains { word in
            list.contains(word) || locale.language == "en" && (word.hasSuffix("n't") || word.hasSuffix("n’t"))
                || locale.language == "fr" && (word.hasPrefix("n'") || word.hasPrefix("n’"))
        }
    }

    private static let negations: [String: Set<String>] = [
        "en": ["not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot"],
        "es": ["no", "nunca", "nadie", "nada", "ninguno", "ninguna", "ningún", "ni", "sin", "jamás"],
        "pt": ["não", "nunca", "ninguém", "nada", "nenhum", "nenhuma", "nem", "sem", "jamais"],
        "fr": ["ne", "jamais", "personne", "rien", "aucun", "aucune", "sans"],
        "de": ["nicht", "nie", "niemals", "niemand", "nichts", "kein", "keine", "keinen", "keinem", "keiner", "ohne"],
        "id": ["tidak", "bukan", "jangan", "belum", "tak", "tanpa"],
    ]

    /// Whether three words in a row stand there twice.
    private static func repeats(_ text: String) -> Bool {
        let words = words(of: text.lowercased())
        guard words.count > 5 else { return false }
        var seen: Set<ArraySlice<String>> = []
        for start in 0...(words.count - 3) where !seen.insert(words[start..<(start + 3)]).inserted { return true }
        return false
    }
}
