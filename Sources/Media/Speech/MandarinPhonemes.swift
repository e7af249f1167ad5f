/// Pinyin as the phonemes that Kokoro learned for Mandarin: IPA with an arrow for each tone.
package enum MandarinPhonemes {
    /// The phonemes of words in pinyin; a syllable ends with the number of its tone (`ni3hao3 ma5`).
    ///
    /// Spaces part words and stay; `ü` may be written `v` or `u:`; a final `r` after a number (`wan2r5`) is the suffix 儿.
    /// Punctuation goes through, Chinese marks as their ASCII form. A syllable that does not exist is left out.
    package static func phonemes(of pinyin: String) -> String {
        var out = ""
        var syllable = ""
        let scalars = Array(pinyin.lowercased().replacing("u:", with: "ü").unicodeScalars)
        for scalar in scalars {
            if let tone = Int(String(scalar)), !syllable.isEmpty {
                out += ipa(of: syllable, tone: tone) ?? ""
                syllable = ""
            } else if scalar.properties.isAlphabetic {
                syllable.unicodeScalars.append(scalar == "v" ? "ü" : scalar)
            } else {
                // A syllable without a number is of the neutral tone.
                out += ipa(of: syllable, tone: 5) ?? ""
                syllable = ""
                if let mark = marks[scalar] { out.unicodeScalars.append(mark) }
            }
        }
        return out + (ipa(of: syllable, tone: 5) ?? "")
    }

    /// One syllable, tones 1 to 5 (0 is 5); nil when there is no such syllable.
    package static func ipa(of syllable: String, tone: Int) -> String? {
        guard !syllable.isEmpty else { return nil }
        let arrow = ["", "→", "↗", "↓", "↘", ""][(1...4).contains(tone) ? tone : 5]
        if let alone = interjections[syllable] { return alone + arrow }
        let (initial, rest) = parts(of: syllable)
        guard let start = initials[initial] else { return nil }
        // The vowel of zi, ci, si and of zhi, chi, shi, ri is another one than that of li.
        if rest == "i", buzzing.contains(initial) { return start + "ɨ" + arrow }
        guard let final = finals[rest] else { return nil }
        return start + final.vowel + arrow + final.end
    }

    /// The initial and the final as it would stand alone: `qu` is q + ü, `yi` is i, `wei` is uei, `liu` is l + iou.
    private static func parts(of syllable: String) -> (initial: String, final: String) {
        let two = String(syllable.prefix(2))
        if ["zh", "ch", "sh"].contains(two) { return (two, full(String(syllable.dropFirst(2)))) }
        let first = String(syllable.prefix(1))
        var rest = String(syllable.dropFirst())
        switch first {
        case "y":
            if rest.hasPrefix("u") { return ("", "ü" + rest.dropFirst()) }
            if rest == "ou" { return ("", "iou") }
            return ("", rest.hasPrefix("i") ? rest : "i" + rest)
        case "w":
            if rest == "ei" || rest == "en" { return ("", "u" + rest) }
            return ("", rest.hasPrefix("u") ? rest : "u" + rest)
        case "j", "q", "x":
            if rest.hasPrefix("u") { rest = "ü" + rest.dropFirst() }
            return (first, full(rest))
        case _ where initials[first] != nil:
            return (first, full(rest))
        default:
            return ("", syllable)
        }
    }

    private static func full(_ final: String) -> String {
        switch final {
        case "iu": "iou"
        case "ui": "uei"
        case "un": "uen"
        case "ue": "üe"
        default: final
        }
    }

    private static let buzzing: Set<String> = ["z", "c", "s", "zh", "ch", "sh", "r"]

    private static let initials: [String: String] = [
        "": "", "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ",
        "h": "x", "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ",
        "s": "s",
    ]

    /// The arrow stands behind the vowel, before a nasal.
    private static let finals: [String: (vowel: String, end: String)] = [
        "a": ("a", ""), "o": ("wo", ""), "e": ("ɤ", ""), "ê": ("ɛ", ""), "ai": ("aɪ", ""), "ei": ("eɪ", ""),
        "ao": ("aʊ", ""), "ou": ("oʊ", ""), "an": ("a", "n"), "en": ("ə", "n"), "ang": ("a", "ŋ"), "eng": ("ə", "ŋ"),
        "ong": ("ʊ", "ŋ"), "er": ("ɚ", ""), "i": ("i", ""), "ia": ("ja", ""), "ie": ("je", ""), "iao": ("jaʊ", ""),
        "iou": ("joʊ", ""), "ian": ("jɛ", "n"), "in": ("i", "n"), "iang": ("ja", "ŋ"), "ing": ("i", "ŋ"),
        "iong": ("jʊ", "ŋ"), "io": ("jo", ""), "u": ("u", ""), "ua": ("wa", ""), "uo": ("wo", ""), "uai": ("waɪ", ""),
        "uei": ("weɪ", ""), "uan": ("wa", "n"), "uen": ("wə", "n"), "uang": ("wa", "ŋ"), "ueng": ("wə", "ŋ"),
        "ü": ("y", ""), "üe": ("ɥe", ""), "üan": ("ɥɛ", "n"), "ün": ("y", "n"),
    ]

    private static let interjections: [String: String] = [
        "r": "ɚ", "m": "m", "n": "n", "ng": "ŋ", "hm": "xm", "hng": "xŋ",
    ]

    private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
        " ": " ", ",": ",", "，": ",", "、": ",", ".": ".", "。": ".", "!": "!", "！": "!", "?": "?", "？": "?", ";": ";",
        "；": ";", ":": ":", "：": ":", "…": "…", "—": "—",
    ]
}
