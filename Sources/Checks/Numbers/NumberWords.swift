/// How a language names numbers: its words with their values, and what their endings do.
struct NumberWords: Sendable {
    enum Kind: Sendable, Hashable {
        /// Adds its value: `seven`, `doscientos`, `dix`.
        case value(Double)
        /// Multiplies what stands before it: `hundred`, `thousand`, `mươi`, `puluh`.
        case factor(Double)
        /// Adds ten to the digit before it: Indonesian `belas`.
        case teen
        /// Is a number and part of no other: `twice`, `noon`, `both`.
        case alone(Double)
        /// Stands between the parts of one number: `and`, `y`, `lẻ`.
        case connector
    }

    let words: [String: Kind]
    /// Beginnings of inflected words, with at most four letters after them.
    let stems: [String: Kind]
    /// Endings that may be cut off before a word is looked up again: ordinals, plurals.
    let endings: [String]
    /// Beginnings that may be cut off: Indonesian `ke-`.
    let beginnings: [String]
    /// Whether number words are written together: `dreitausendzweihundert`.
    let isCompound: Bool
    /// First letters of the months, in order; empty where they are numbered.
    let months: [String]

    /// Whether only the words of scales are known, for digits before them.
    var isPartial = false
    /// Whether a word begins with them where nothing divides words, or only endings do: 3만명, 3 ล้านคน.
    var isPrefix = false

    /// The first two letters of all words that mean anything here, for passing over all others without looking them up.
    let starts: Set<UInt64>

    init(
        words: [String: Kind],
        stems: [String: Kind] = [:],
        endings: [String] = [],
        beginnings: [String] = [],
        isCompound: Bool = false,
        months: [String] = []
    ) {
        self.words = words
        self.stems = stems
        self.endings = endings
        self.beginnings = beginnings
        self.isCompound = isCompound
        self.months = months
        var starts: Set<UInt64> = []
        for word in [Array(words.keys), Array(stems.keys), beginnings, months].joined() {
            let letters = Array(word.unicodeScalars.prefix(2))
            guard let first = letters.first else { continue }
            starts.insert(Self.start(first, letters.count > 1 ? letters[1] : nil))
        }
        self.starts = starts
    }

    /// The number of two first letters in lower case; the second is nil for a word of one letter.
    static func start(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second?.value ?? 0)
    }

    func kind(of word: String) -> Kind? {
        if let kind = words[word] { return kind }
        // Thirty seconds are not thirty-two.
        if Self.time.contains(word) { return nil }
        for ending in endings where word.hasSuffix(ending) && word.count > ending.count + 1 {
            let rest = String(word.dropLast(ending.count))
            if let kind = words[rest] ?? words[rest + "e"] { return kind }
        }
        for beginning in beginnings where word.hasPrefix(beginning) {
            if let kind = words[String(word.dropFirst(beginning.count))] { return kind }
        }
        if isPrefix {
            let letters = word.unicodeScalars.prefix(12)
            for length in stride(from: letters.count, through: 1, by: -1) {
                if let kind = words[String(letters.prefix(length))] { return kind }
            }
        }
        guard !stems.isEmpty else { return nil }
        for length in 0...4 where word.count > length + 2 {
            if let kind = stems[String(word.dropLast(length))] { return kind }
        }
        return nil
    }

    /// The parts of a compound; nil when some part is no number word.
    func parts(of word: String) -> [Kind]? {
        guard isCompound, word.utf8.count >= 6, word.utf8.count <= 80 else { return nil }
        let rest = word[...]
        for ending in endings where rest.hasSuffix(ending) && kind(of: String(rest.suffix(4))) == nil {
            let cut = rest.dropLast(ending.count)
            if let parts = split(cut) { return parts }
        }
        return split(rest)
    }

    /// The parts of a word that is number words from end to end, the longest first where there is a choice.
    private func split(_ word: Substring) -> [Kind]? {
        let letters = Array(word)
        // From each place on: the parts of the rest, found from the end.
        var best = [[Kind]?](repeating: nil, count: letters.count + 1)
        best[letters.count] = []
        for start in letters.indices.reversed() {
            for length in stride(from: min(12, letters.count - start), through: 2, by: -1) {
                guard let rest = best[start + length], let kind = words[String(letters[start..<(start + length)])]
                else {
                    continue
                }
                best[start] = [kind] + rest
                break
            }
        }
        guard let parts = best[0], parts.count > 1 else { return nil }
        return parts
    }

    /// The languages whose number words are known, in order.
    static var languages: [String] { all.filter { !$0.value.isPartial }.keys.sorted() }

    /// Plurals of a measure of time whose singular is an ordinal, too.
    private static let time: Set<String> = ["seconds", "secondes", "segundos"]

    /// Words of small numbers that mean nothing else: not “second”, Spanish “cuarto” (a room) or German “acht”.
    static let small: [String: Set<String>] = [
        "en": [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fourth",
            "fifth",
            "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        ],
        "es": ["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "doce"],
        "fr": ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze"],
        "de": ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "neun", "zehn", "zwölf"],
        "pt": ["dois", "duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "doze"],
        "it": ["due", "tre", "quattro", "cinque", "sette", "otto", "nove", "dieci", "dodici"],
        "ru": ["два", "две", "двух", "три", "трёх", "трех", "четыре", "пять", "шесть", "восемь", "девять", "десять"],
        "id": ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"],
        "nl": ["twee", "drie", "vier", "vijf", "zes", "zeven", "negen", "tien", "twaalf"],
    ]

    /// The words of a language; nil where they are not known here.
    static func of(_ language: String) -> NumberWords? { all[language] }

    private static let all: [String: NumberWords] = [
        "en": english, "es": spanish, "fr": french, "de": german, "pt": portuguese, "id": indonesian, "ms": indonesian,
        "ru": russian, "vi": vietnamese, "it": italian, "nl": dutch, "pl": polish, "uk": ukrainian, "tr": turkish,
    ].merging(scales) { first, _ in first }

    /// Reads `one:1 two:2`, `hundred*100`, `twice=2`, `and+`, `belas^`.
    static func table(_ text: String) -> [String: Kind] {
        var table: [String: Kind] = [:]
        for item in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if let mark = item.firstIndex(of: ":") {
                table[String(item[..<mark])] = Double(item[item.index(after: mark)...]).map { .value($0) }
            } else if let mark = item.firstIndex(of: "*") {
                table[String(item[..<mark])] = Double(item[item.index(after: mark)...]).map { .factor($0) }
            } else if let mark = item.firstIndex(of: "=") {
                table[String(item[..<mark])] = Double(item[item.index(after: mark)...]).map { .alone($0) }
            } else if item.hasSuffix("+") {
                table[String(item.dropLast())] = .connector
            } else if item.hasSuffix("^") {
                table[String(item.dropLast())] = .teen
            }
        }
        return table
    }

    static func months(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
