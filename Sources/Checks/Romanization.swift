/// Spellings of Chinese syllables in Latin letters: pinyin (ISO 7098) and Wade–Giles, without tones and apostrophes.
enum Romanization {
    /// The pinyin syllables of the words of a name, each word cut into as few as possible; nil when one is no pinyin.
    static func syllables(_ words: [String]) -> [String]? {
        var syllables: [String] = []
        for word in words {
            guard let parts = cut(Array(word.unicodeScalars.map { $0 == "ü" ? "v" : $0 })) else { return nil }
            syllables += parts
        }
        return syllables
    }

    /// Whether the letters are the syllables, each in pinyin or in Wade–Giles, and not pinyin all over.
    static func spells(_ syllables: [String], _ letters: String) -> Bool {
        // Ch'üan is as good as Ch'uan.
        let letters = letters.replacing("ü", with: "u").replacing("ê", with: "e")
        var rests: [(rest: Substring, isOther: Bool)] = [(letters[...], false)]
        for syllable in syllables.prefix(6) {
            let other = wadeGiles(syllable)
            var next: [(rest: Substring, isOther: Bool)] = []
            for (rest, isOther) in rests {
                if rest.hasPrefix(syllable) { next.append((rest.dropFirst(syllable.count), isOther)) }
                if other != syllable, rest.hasPrefix(other) { next.append((rest.dropFirst(other.count), true)) }
            }
            guard !next.isEmpty else { return false }
            rests = next
        }
        return syllables.count <= 6 && rests.contains { $0.rest.isEmpty && $0.isOther }
    }

    /// Few long syllables before many short ones: xian before xi, an.
    private static func cut(_ letters: [Unicode.Scalar]) -> [String]? {
        guard !letters.isEmpty, letters.count <= 24 else { return nil }
        var best = [[String]?](repeating: nil, count: letters.count + 1)
        best[letters.count] = []
        for start in letters.indices.reversed() {
            for length in 1...min(6, letters.count - start) {
                guard let rest = best[start + length] else { continue }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: letters[start..<(start + length)])
                let syllable = String(view)
                guard isSyllable(syllable) else { continue }
                if let known = best[start], known.count < rest.count + 1 { continue }
                best[start] = [syllable] + rest
            }
        }
        return best[0]
    }

    private static func isSyllable(_ text: String) -> Bool {
        if alone.contains(text) { return true }
        guard let (initial, final) = split(text) else { return false }
        return !initial.isEmpty && finals.contains(final)
    }

    private static func split(_ text: String) -> (initial: String, final: String)? {
        for initial in ["zh", "ch", "sh"] where text.hasPrefix(initial) { return (initial, String(text.dropFirst(2))) }
        guard let first = text.first, "bpmfdtnlgkhjqxrzcsyw".contains(first) else { return ("", text) }
        return (String(first), String(text.dropFirst()))
    }

    private static let alone: Set<String> = [
        "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "er",
    ]

    private static let finals: Set<String> = [
        "a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "ve", "an", "en", "in", "un",
        "vn", "ang", "eng",
        "ing", "ong", "ia", "iao", "ian", "iang", "iong", "ua", "uo", "uai", "uan", "uang",
    ]

    /// The syllable as Wade–Giles spells it, without its marks (https://www.loc.gov/catdir/pinyin/romcover.html).
    static func wadeGiles(_ syllable: String) -> String {
        guard let (initial, final) = split(syllable) else { return syllable }
        switch syllable {
        case "zhi": return "chih"
        case "chi": return "chih"
        case "shi": return "shih"
        case "ri": return "jih"
        case "zi": return "tzu"
        case "ci": return "tzu"
        case "si": return "ssu"
        case "yan": return "yen"
        case "yi": return "i"
        case "you": return "yu"
        case "yong": return "yung"
        case "er": return "erh"
        case "ge": return "ko"
        case "ke": return "ko"
        case "he": return "ho"
        case "e": return "o"
        default: break
        }
        let start =
            switch initial {
            case "b": "p"
            case "d": "t"
            case "g": "k"
            case "zh", "j", "q": "ch"
            case "x": "hs"
            case "z", "c": "ts"
            case "r": "j"
            default: initial
            }
        var end = final
        switch final {
        case "ong": end = "ung"
        case "iong": end = "iung"
        case "ian": end = "ien"
        case "ie": end = "ieh"
        case "ue", "ve": end = "ueh"
        case "uo" where !["g", "k", "h", "sh"].contains(initial): end = "o"
        case "ui" where ["g", "k"].contains(initial): end = "uei"
        case "v": end = "u"
        case "vn": end = "un"
        case "e" where ["zh", "ch", "sh", "r"].contains(initial): end = "e"
        default: break
        }
        return start + end
    }
}
