internal import Text

/// Whether a text is in the language that it should be in: by script, and for languages in Latin script by the words that
/// every text has.
struct LanguageGuess {
    private let locale: LanguageTag

    init(_ locale: LanguageTag) { self.locale = locale }

    /// Whether a text is surely in another language; false for what is too short to tell.
    func excludes(_ text: String) -> Bool {
        var han = 0
        var kana = 0
        var hangul = 0
        var latin = 0
        var other = 0
        for scalar in text.unicodeScalars {
            if scalar.isHan {
                han += 1
            } else if scalar.isKana {
                kana += 1
            } else if scalar.properties.isAlphabetic {
                switch scalar.value {
                case 0x41...0x24F, 0x1E00...0x1EFF: latin += 1
                case 0xAC00...0xD7A3, 0x1100...0x11FF: hangul += 1
                default: other += 1
                }
            }
        }
        let all = han + kana + hangul + latin + other
        guard all >= 2 else { return false }
        switch locale.language {
        case "zh", "yue", "lzh", "cmn", "wuu", "nan", "hak": return han * 3 < all - han || kana * 5 > han + kana
        case "ja": return (han + kana) * 3 < latin + hangul + other || (kana == 0 && han > 20)
        case "ko": return hangul * 2 < all
        default: break
        }
        // Han in a text for readers without it is source that was left.
        if (han + kana) * 5 > all { return true }
        if Self.otherScripts.contains(locale.language) { return other * 2 < all }
        return latin * 2 < all || isOtherLatin(text)
    }

    private func isOtherLatin(_ text: String) -> Bool {
        guard Self.commonWords[locale.language] != nil else { return false }
        let words = text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }
        guard words.count >= 6 else { return false }
        var best = 0
        var mine = 0
        for (language, common) in Self.commonWords {
            let count = words.count(where: { common.contains(String($0)) })
            if language == locale.language { mine = count } else { best = max(best, count) }
        }
        return best >= 3 && best >= 3 * (mine + 1)
    }

    private static let otherScripts: Set = [
        "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "th", "lo", "km", "my", "ar", "fa", "ur", "ps",
        "he",
        "yi", "hi", "mr", "ne", "bn", "ta", "te", "kn", "ml", "gu", "pa", "si", "el", "ka", "hy", "am", "bo", "ug",
        "dv",
    ]

    /// The commonest words of a language that others do not have, or seldom.
    private static let commonWords: [String: Set<String>] = [
        "en": [
            "the", "and", "of", "to", "was", "he", "she", "it", "that", "his", "her", "you", "with", "had", "not", "i",
        ],
        "es": [
            "el", "los", "las", "y", "que", "de", "una", "con", "por", "su", "se", "del", "como", "pero", "lo", "él",
        ],
        "fr": [
            "le", "les", "et", "des", "est", "une", "dans", "pas", "il", "elle", "je", "vous", "que", "du", "ne",
            "était",
        ],
        "de": [
            "der", "die", "und", "das", "nicht", "ich", "sie", "er", "ist", "ein", "den", "mit", "zu", "war", "dem",
            "es",
        ],
        "pt": [
            "o", "os", "não", "uma", "que", "do", "da", "em", "com", "ele", "ela", "um", "se", "mas", "para", "você",
        ],
        "it": [
            "il", "che", "di", "non", "gli", "della", "una", "per", "era", "ma", "lui", "sono", "le", "si", "più", "è",
        ],
        "id": [
            "yang", "dan", "di", "itu", "tidak", "dengan", "ini", "dia", "aku", "untuk", "dari", "akan", "kau", "sudah",
        ],
        "vi": [
            "và", "của", "không", "là", "một", "có", "người", "hắn", "cho", "được", "ta", "đã", "này", "với", "trong",
        ],
        "tr": ["ve", "bir", "bu", "için", "da", "de", "ne", "çok", "ama", "gibi", "daha", "olarak", "ben", "sen"],
        "pl": ["nie", "się", "że", "na", "jest", "to", "do", "był", "jak", "ale", "co", "po", "za", "tak", "jego"],
        "nl": [
            "de", "het", "een", "van", "niet", "dat", "hij", "zijn", "ze", "was", "je", "met", "en", "voor", "maar",
        ],
    ]
}
