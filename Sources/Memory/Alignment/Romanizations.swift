/// Syllables of Mandarin as names are spelt: in Hanyu Pinyin, and in Wade–Giles with or without its apostrophes and
/// diacritics (Pao-yü, Tzu-hsing, Ts'un), as translations before 1980 and those of Taiwan have them.
///
/// The spellings of Wade–Giles follow from those of Pinyin by rule (ISO 7098:1982, annex; H. A. Giles, A Chinese–English
/// Dictionary, 1912).
struct Romanizations: Sendable {
    /// A name of up to four syllables: their numbers from 1, ten bits each, the first highest.
    typealias Key = UInt64

    static let shared = Romanizations()

    private var pinyin: [String: UInt16] = [:]
    /// Spellings without diacritics, in lower case; with `'` where the text has one.
    private var wade: [String: [UInt16]] = [:]

    private init() {
        var number: UInt16 = 0
        for row in Self.rows {
            let parts = row.split(separator: " ")
            let initial = parts[0] == "-" ? "" : String(parts[0])
            for final in parts.dropFirst() {
                number += 1
                let syllable = initial + final
                pinyin[syllable] = number
                for spelling in Self.wadeGiles(initial, String(final)) {
                    wade[spelling, default: []].append(number)
                    let bare = spelling.filter { $0 != "'" }
                    if bare != spelling, !(wade[bare] ?? []).contains(number) { wade[bare, default: []].append(number) }
                }
            }
        }
    }

    /// The number of a toneless syllable of Pinyin, `ü` written `ü`, `v` or after j, q, x, y as `u`.
    func number(of syllable: String) -> UInt16? { pinyin[Self.plain(syllable)] }

    static func key(_ syllables: some Sequence<UInt16>) -> Key { syllables.reduce(0) { $0 << 10 | Key($1) } }

    /// The names that a word may spell: `zhiyi` as one word of Pinyin, `pao-yü` with hyphens in either romanization.
    func keys(of word: String) -> [Key] {
        guard word.utf8.count <= 26, !word.isEmpty else { return [] }
        let plain = Self.plain(word)
        let parts = plain.split(separator: "-", omittingEmptySubsequences: true)
        guard (1...4).contains(parts.count) else { return [] }
        var keys: [[UInt16]] = [[]]
        for part in parts {
            var readings: [[UInt16]] = []
            for number in wade[String(part)] ?? [] { readings.append([number]) }
            if let number = pinyin[String(part)], !readings.contains([number]) { readings.append([number]) }
            if parts.count <= 2 {
                readings += splits(Array(part.filter { $0 != "'" }), depth: 0).filter { $0.count > 1 }
            }
            guard !readings.isEmpty else { return [] }
            keys = keys.flatMap { key in readings.map { key + $0 } }
            if keys.count > 16 { keys.removeLast(keys.count - 16) }
        }
        return Array(Set(keys.filter { $0.count <= 4 }.map { Self.key($0) })).sorted()
    }

    /// Every way to read a run of letters as two to four syllables of Pinyin.
    private func splits(_ letters: [Character], depth: Int) -> [[UInt16]] {
        guard !letters.isEmpty else { return [[]] }
        guard depth < 4 else { return [] }
        var found: [[UInt16]] = []
        for length in 1...min(6, letters.count) {
            guard let number = pinyin[String(letters[..<length])] else { continue }
            for rest in splits(Array(letters[length...]), depth: depth + 1) { found.append([number] + rest) }
            if found.count > 8 { break }
        }
        return found
    }

    /// Diacritics taken off, marks of aspiration as `'`, in lower case.
    static func plain(_ word: String) -> String {
        var plain = ""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "ü", "Ü", "û", "ú", "ù", "ū", "ǔ", "ǚ", "ǜ", "ǖ", "ǘ", "v", "V": plain.append("u")
            case "ê", "é", "è", "ē", "ě", "Ê", "ĕ": plain.append("e")
            case "ā", "á", "ǎ", "à": plain.append("a")
            case "ī", "í", "ǐ", "ì", "ĭ": plain.append("i")
            case "ō", "ó", "ǒ", "ò": plain.append("o")
            case "’", "‘", "ʻ", "ʼ", "`", "'": plain.append("'")
            case "A"..."Z": plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    // MARK: Wade–Giles by rule

    private static func wadeGiles(_ initial: String, _ final: String) -> [String] {
        if initial.isEmpty {
            switch final {
            case "er": return ["erh"]
            case "yan": return ["yen"]
            case "you": return ["yu"]
            case "ye": return ["yeh"]
            case "yue": return ["yueh"]
            case "yong": return ["yung"]
            case "yi": return ["i", "yi"]
            case "e": return ["e", "o", "ngo"]
            default: return [final]
            }
        }
        if initial == "r", final == "i" { return ["jih", "jih"] }
        if ["zh", "ch", "sh"].contains(initial), final == "i" {
            return [initial == "zh" ? "chih" : initial == "ch" ? "ch'ih" : "shih"]
        }
        if ["z", "c", "s"].contains(initial), final == "i" {
            return initial == "z" ? ["tzu", "tsu"] : initial == "c" ? ["tz'u", "ts'u"] : ["ssu", "szu", "shu"]
        }
        guard let start = initials[initial] else { return [] }
        var ends: [String]
        switch final {
        case "ong": ends = ["ung"]
        case "iong": ends = ["iung"]
        case "ian": ends = ["ien"]
        case "ie": ends = ["ieh"]
        case "ue": ends = ["ueh", "io"]
        case "e": ends = ["g", "k", "h"].contains(initial) ? ["o", "e"] : initial == "l" ? ["e", "o"] : ["e"]
        case "uo": ends = ["g", "k", "h", "sh"].contains(initial) ? ["uo"] : ["o", "uo"]
        case "ui": ends = ["g", "k"].contains(initial) ? ["uei", "ui"] : ["ui"]
        case "iu": ends = ["iu"]
        default: ends = [final]
        }
        if initial == "n", final == "eng" { ends.append("eng") }
        return ends.map { start + $0 }
    }

    private static let initials: [String: String] = [
        "b": "p", "p": "p'", "m": "m", "f": "f", "d": "t", "t": "t'", "n": "n", "l": "l", "g": "k", "k": "k'", "h": "h",
        "j": "ch", "q": "ch'", "x": "hs", "zh": "ch", "ch": "ch'", "sh": "sh", "r": "j", "z": "ts", "c": "ts'",
        "s": "s",
    ]

    /// Initials with the finals that they take. ü is u: after j, q, x and y it always is, and lü and lu meet in names anyway.
    private static let rows = [
        "- a ai an ang ao e ei en eng er o ou wa wai wan wang wei wen weng wo wu ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun",
        "b a ai an ang ao ei en eng i ian iao ie in ing o u", "p a ai an ang ao ei en eng i ian iao ie in ing o ou u",
        "m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u", "f a an ang ei en eng o ou u",
        "d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
        "t a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
        "n a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan ue uo un",
        "l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo",
        "g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "k a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "j i ia ian iang iao ie in ing iong iu u uan ue un", "q i ia ian iang iao ie in ing iong iu u uan ue un",
        "x i ia ian iang iao ie in ing iong iu u uan ue un",
        "zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
        "ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
        "sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
        "r an ang ao e en eng i ong ou u ua uan ui un uo",
        "z a ai an ang ao e ei en eng i ong ou u uan ui un uo", "c a ai an ang ao e en eng i ong ou u uan ui un uo",
        "s a ai an ang ao e en eng i ong ou u uan ui un uo",
    ]
}
