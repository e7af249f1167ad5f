internal import Text

/// The small words of the languages of a script, with the languages that have each.
enum LanguageProfile {
    struct Table: Sendable {
        var languages: [String]
        var words: [UInt64: Entry]
    }

    struct Entry: Sendable {
        var languages: [Int]
        /// 1 for a word of one language; less for one of many.
        var weight: Double
        /// Whether it is longer than two letters, so that it proves something.
        var isLong: Bool
    }

    /// The list that stands for a language; nil when there is none.
    static func of(_ language: String) -> String? {
        let name = aliases[language] ?? language
        return FunctionWords.lists[name] == nil ? nil : name
    }

    private static let aliases = ["nb": "no", "nn": "no", "tl": "fil", "bs": "hr", "gl": "pt", "mo": "ro"]

    /// Letters that a language never uses, though its script has them.
    private static let strange: [String: Set<Unicode.Scalar>] = [
        "ru": letters("іїєґјљњћђџў"), "uk": letters("ыэёъјљњћђџў"), "bg": letters("ыэёіїєґјљњћђџў"),
        "sr": letters("ыэёъіїєґйщьюяў"), "ar": letters("پچژگیکٹڈڑےںھہ"), "fa": letters("ٹڈڑےںھہةيك"),
        "ur": letters("ةيك"),
    ]

    /// The letters beyond a to z of languages in Latin script; what words in small letters have beyond them is strange.
    private static let alphabets: [String: Set<Unicode.Scalar>] = [
        "en": letters("éèêïçñöü"), "es": letters("áéíóúüñ"), "pt": letters("áâãàçéêíóôõúü"),
        "fr": letters("àâæçéèêëîïôœùûüÿ"), "de": letters("äöüßéàê"), "it": letters("àèéìíîòóùú"),
        "nl": letters("áéëíïóöúèêüàç"), "id": letters("é"), "ms": letters("é"), "tr": letters("çğıöşüâîû"),
        "pl": letters("ąćęłńóśźż"), "cs": letters("áčďéěíňóřšťúůýž"), "sk": letters("áäčďéíĺľňóôŕšťúýž"),
        "ro": letters("ăâîșțşţ"), "hu": letters("áéíóöőúüű"), "sv": letters("åäöéà"), "da": letters("æøåéà"),
        "no": letters("æøåéòôàê"), "fi": letters("äöåšž"), "fil": letters("ñé"), "sw": [], "hr": letters("čćđšž"),
    ]

    private static func letters(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }

    /// How many words have letters that a language never uses.
    static func strangeWords(_ scan: TextScan, words: [Range<Int>], in language: String) -> Int {
        if let own = alphabets[language] {
            return words.count { range in
                guard scan.scalars[range.lowerBound].isSmall else { return false }
                return scan.scalars[range].contains { $0.value >= 0xDF && $0.value < 0x2000 && !own.contains($0) }
            }
        }
        guard let letters = strange[language] else { return 0 }
        return words.count { range in scan.scalars[range].contains(where: letters.contains) }
    }

    /// Languages that their script alone shows.
    static let byScript: [WritingScript: String] = [
        .greek: "el", .hebrew: "he", .thai: "th", .lao: "lo", .khmer: "km", .myanmar: "my", .hangul: "ko",
        .devanagari: "hi", .armenian: "hy", .georgian: "ka", .ethiopic: "am", .tibetan: "bo", .other: "bn",
    ]

    static let tables: [WritingScript: Table] = {
        let groups: [WritingScript: Set<String>] = [
            .cyrillic: ["ru", "uk", "bg", "sr"], .arabic: ["ar", "fa", "ur"],
        ]
        var tables: [WritingScript: Table] = [:]
        let others = groups.values.reduce(Set<String>()) { $0.union($1) }
        for (script, names) in groups { tables[script] = table(names.sorted()) }
        tables[.latin] = table(FunctionWords.lists.keys.filter { !others.contains($0) }.sorted())
        return tables
    }()

    private static func table(_ languages: [String]) -> Table {
        var words: [UInt64: Entry] = [:]
        for (index, language) in languages.enumerated() {
            let list = (FunctionWords.lists[language] ?? "").split(whereSeparator: \.isWhitespace)
            for word in Set(list) {
                guard let hash = hash(Array(word.unicodeScalars)[...]) else { continue }
                // Words of two or three letters may be anything.
                let length = word.unicodeScalars.count
                let weight = length <= 2 ? 0.5 : length == 3 ? 0.7 : 1
                words[hash, default: Entry(languages: [], weight: weight, isLong: length > 2)].languages.append(index)
            }
        }
        for (hash, entry) in words { words[hash]?.weight = entry.weight / Double(entry.languages.count) }
        return Table(languages: languages, words: words)
    }

    /// Of a word in lower case; nil for one with digits.
    static func hash(_ word: ArraySlice<Unicode.Scalar>) -> UInt64? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in word {
            var value = scalar.value
            switch value {
            case 0x30...0x39: return nil
            case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: value += 0x20
            case 0x400...0x40F: value += 0x50
            case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF: value |= 1
            case 0x139...0x148: value += value & 1
            case 0x2019: value = 0x27
            case 0x1A0, 0x1AF: value += 1
            default: break
            }
            hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
        }
        return hash
    }
}
