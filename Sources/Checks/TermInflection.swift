internal import Text

/// How the words of a term may change in a language: by what Snowball's stems forgive, and by endings that are listed here
/// for names, which stems were not made for, and for languages without an algorithm.
struct TermInflection {
    /// Endings that a name takes.
    private let nameEndings: [String]
    /// Endings that any other word takes.
    private let wordEndings: [String]
    /// Vowels and signs that make room for an ending: Линь → Линя, Kasia → Kasię.
    private let dropped: String
    /// Names are declined as other words are, so that stems may be compared.
    let stemsNames: Bool
    /// Anything may follow a word, as particles do in Korean.
    let allowsAnyEnding: Bool
    /// Letters that are written in front of a word: Arabic و, ب, ل, ال.
    private let prefixes: [String]
    let language: String

    init(_ language: String) {
        self.language = language
        var names = ["s", "es"]
        var words = ["s", "es", "ed", "ing"]
        var dropped = ""
        var prefixes: [String] = []
        switch language {
        case "ru", "uk", "be", "bg", "sr", "mk":
            names = [
                "а", "я", "у", "ю", "е", "и", "і", "ї", "ы", "ой", "ою", "ей", "єю", "ею", "ем", "ём", "ом", "ым", "им",
                "ого", "его",
                "ому", "ему", "ові", "еві", "єві", "ы", "ов", "ев", "ів", "ам", "ям", "ах", "ях", "ами", "ями", "ата",
                "ът", "та",
            ]
            words = names
            dropped = "аяьйоеї"
        case "pl", "cs", "sk", "hr", "sl", "bs":
            names = [
                "a", "u", "e", "i", "y", "o", "owi", "em", "iem", "ie", "ą", "ę", "ego", "emu", "im", "ym", "ów", "om",
                "ach",
                "ami", "ovi", "ovy", "ova", "ové", "ovou", "em", "ě", "ou", "ům", "ech", "ovia", "om", "och", "mi",
                "ej",
                "ého", "ému", "ém", "ým", "ja", "ju", "jem", "ova", "ovo", "ove", "iom",
            ]
            words = names
            dropped = "aeoyią"
        case "fi", "et":
            names = [
                "n", "in", "en", "a", "ä", "ta", "tä", "ia", "iä", "ssa", "ssä", "issa", "issä", "sta", "stä", "ista",
                "istä", "lla",
                "llä", "illa", "illä", "lta", "ltä", "ilta", "iltä", "lle", "ille", "na", "nä", "ina", "inä", "ksi",
                "iksi",
                "t", "it", "iin", "aan", "ään", "seen", "hen", "han", "hin", "hon", "hun", "hyn", "ga", "l", "le", "lt",
                "s", "st", "ks",
            ]
            words = names
        case "hu":
            names = [
                "t", "at", "et", "ot", "öt", "nak", "nek", "val", "vel", "ban", "ben", "ba", "be", "ból", "ből", "hoz",
                "hez",
                "höz", "tól", "től", "ról", "ről", "ra", "re", "on", "en", "ön", "ért", "ig", "ként", "k", "ok", "ek",
                "ök",
                "é", "gal", "gel", "nal", "nel", "dal", "del", "tal", "tel", "lal", "lel", "mal", "mel",
            ]
            words = names
        case "tr", "az":
            names = [
                "ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "a", "e", "ya", "ye", "da", "de", "ta", "te", "dan", "den",
                "tan",
                "ten", "ın", "in", "un", "ün", "nın", "nin", "nun", "nün", "la", "le", "yla", "yle", "lar", "ler",
            ]
            words = names
        case "de": names = ["s", "es", "n"]
        case "nl", "sv", "da", "nb", "nn", "no": names = ["s"]
        case "el":
            names = ["ς", "υ", "ν", "ος", "ου", "ον", "ο", "α", "ας", "η", "ης"]
            dropped = "ςνοαη"
        case "lt", "lv":
            names = ["as", "o", "ui", "ą", "u", "e", "ai", "is", "io", "iui", "į", "s", "a", "am", "ā", "i", "us"]
            dropped = "asi"
        case "ar", "fa", "ur": prefixes = ["و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ول", "وب"]
        case "he": prefixes = ["ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "מה", "בה", "של"]
        default: break
        }
        if !["en", "es", "fr", "pt", "it", "de", "nl", "sv", "da", "nb", "nn", "no", "ca", "gl"].contains(language) {
            if names == ["s", "es"] { names = [] }
            if words == ["s", "es", "ed", "ing"] { words = [] }
        } else if language != "en" {
            words = ["s", "es", "x", "e", "n", "en", "er"]
        }
        nameEndings = names
        wordEndings = words
        self.dropped = dropped
        self.prefixes = prefixes
        stemsNames = ["ru", "sr", "fi", "hu", "tr", "el", "lt", "hy", "eu", "ta"].contains(language)
        allowsAnyEnding = ["ko", "ja"].contains(language)
    }

    /// Whether a word of the text may be the term's word with an ending.
    func accepts(_ word: String, for form: String, isName: Bool) -> Bool {
        if allowsAnyEnding { return word.hasPrefix(form) }
        for prefix in prefixes where word.hasPrefix(prefix) && word.dropFirst(prefix.count) == form { return true }
        let endings = isName ? nameEndings : wordEndings
        guard !endings.isEmpty else { return false }
        if word.hasPrefix(form), endings.contains(String(word.dropFirst(form.count))) { return true }
        if language == "en", !isName, form.hasSuffix("y"), word.hasSuffix("ies") {
            return word.dropLast(3) == form.dropLast()
        }
        // Portuguese espiritual, espirituais; jovem, jovens.
        if language == "pt" || language == "gl", !isName {
            if form.hasSuffix("l"), word.hasSuffix("is"), word.dropLast(2) == form.dropLast() { return true }
            if form.hasSuffix("m"), word.hasSuffix("ns"), word.dropLast(2) == form.dropLast() { return true }
        }
        guard let last = form.last, dropped.contains(last), form.count > 2 else { return false }
        let base = form.dropLast()
        guard word.hasPrefix(base) else { return false }
        let ending = word.dropFirst(base.count)
        return ending.isEmpty || endings.contains(String(ending))
    }

    /// A stem without the vowels that come and go in Slavic words: камень, камней. The first two letters stay.
    func skeleton(_ stem: String) -> String {
        guard hasFleetingVowels else { return stem }
        return String(stem.prefix(2) + stem.dropFirst(2).filter { !"еёоьъйeěiіь".contains($0) })
    }

    private var hasFleetingVowels: Bool { ["ru", "uk", "be", "bg", "sr", "pl", "cs", "sk"].contains(language) }

    /// Words that may stand before a term or be missing there.
    static func articles(_ language: String) -> Set<String> {
        switch language {
        case "en": ["the", "a", "an"]
        case "es": ["el", "la", "los", "las", "un", "una"]
        case "fr": ["le", "la", "les", "l", "un", "une"]
        case "pt": ["o", "a", "os", "as", "um", "uma"]
        case "it": ["il", "lo", "la", "i", "gli", "le", "l", "un", "una", "uno"]
        case "de": ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"]
        case "nl": ["de", "het", "een"]
        default: []
        }
    }
}
