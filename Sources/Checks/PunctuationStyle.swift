package import Text

/// How a locale writes its marks, as far as the checks ask.
///
/// Quotes: CLDR 45 `delimiters` (https://github.com/unicode-org/cldr/tree/main/common/main) with those that publishers use
/// beside them; French spacing: Lexique des règles typographiques en usage à l'Imprimerie nationale; inverted marks: RAE,
/// Ortografía de la lengua española; stops by script: Unicode Standard, chapters 6, 9, 12, 13 and 16.
package struct PunctuationStyle: Sendable, Hashable {
    /// The mark of a question.
    package var question: Unicode.Scalar = "?"
    /// Marks that do for a question beside it.
    package var otherQuestions: [Unicode.Scalar] = []
    /// The mark of a statement's end; nil where sentences end with a space.
    package var stop: Unicode.Scalar? = "."
    package var comma: Unicode.Scalar = ","
    /// A question and an exclamation open with ¿ and ¡.
    package var opensQuestions = false
    /// A space stands before ; : ! ? and inside of « ».
    package var spacesMarks = false
    /// Pairs of quotes that the locale uses, the preferred first. A pair with the same mark at both ends is allowed in any locale.
    package var quotes: [QuotePair] = [.curly, .single]

    /// An opening mark and its closing one.
    package struct QuotePair: Sendable, Hashable {
        package var open: Unicode.Scalar
        package var close: Unicode.Scalar

        static let curly = QuotePair(open: "“", close: "”")
        static let single = QuotePair(open: "‘", close: "’")
        static let guillemets = QuotePair(open: "«", close: "»")
        static let angles = QuotePair(open: "‹", close: "›")
        static let inward = QuotePair(open: "»", close: "«")
        static let inwardAngles = QuotePair(open: "›", close: "‹")
        static let low = QuotePair(open: "„", close: "“")
        static let lowSingle = QuotePair(open: "‚", close: "‘")
        static let lowRight = QuotePair(open: "„", close: "”")
        static let lowRightSingle = QuotePair(open: "‚", close: "’")
        static let right = QuotePair(open: "”", close: "”")
        static let rightSingle = QuotePair(open: "’", close: "’")
        static let corner = QuotePair(open: "「", close: "」")
        static let whiteCorner = QuotePair(open: "『", close: "』")
    }

    package init(of locale: LanguageTag) {
        let script = WritingScript(of: locale)
        switch script {
        case .arabic:
            question = "؟"
            comma = "،"
            stop = locale.language == "ur" ? "۔" : "."
        case .greek:
            question = ";"
            otherQuestions = ["\u{37E}", "?"]
        case .thai, .lao: stop = nil
        case .khmer: stop = "។"
        case .myanmar: stop = "။"
        case .tibetan: stop = "།"
        case .devanagari: stop = locale.language == "mr" ? "." : "।"
        case .armenian:
            question = "՞"
            stop = "։"
        case .ethiopic:
            stop = "።"
            otherQuestions = ["፧"]
        case .han, .japanese:
            question = "？"
            otherQuestions = ["?"]
            stop = "。"
            comma = "，"
        default: break
        }
        if script == .other, ["bn", "as", "pa", "or"].contains(locale.language) { stop = "।" }
        opensQuestions = ["es", "ast"].contains(locale.language)
        spacesMarks = locale.language == "fr" && !["CA", "CH"].contains(locale.region)
        quotes = Self.quotes(of: locale, script: script)
    }

    private static func quotes(of locale: LanguageTag, script: WritingScript) -> [QuotePair] {
        switch locale.language {
        case "zh", "yue", "ja", "wuu", "nan", "hak", "lzh", "cmn": return [.curly, .single, .corner, .whiteCorner]
        case "de", "lb", "hsb", "dsb":
            return locale.region == "CH"
                ? [.guillemets, .angles, .low, .lowSingle]
                : [.low, .lowSingle, .inward, .inwardAngles, .guillemets]
        case "cs", "sk", "sl", "is", "bg", "mk", "lt", "ka", "et", "sq":
            return [.low, .lowSingle, .inward, .inwardAngles, .guillemets, .lowRight]
        case "pl", "ro", "hu", "hr", "bs", "sr":
            return [.lowRight, .guillemets, .inward, .lowRightSingle, .low, .lowSingle]
        case "ru", "uk", "be", "kk", "ky", "tg", "tt", "ba", "mn", "uz", "hy": return [.guillemets, .low, .curly]
        case "fr", "es", "it", "pt", "ca", "gl", "eu", "el", "lv", "no", "nb", "nn", "fa", "ar", "ast", "oc":
            return [.guillemets, .curly, .single, .angles, .low]
        case "sv", "fi", "se": return [.right, .rightSingle, .inward, .curly]
        case "da": return [.curly, .inward, .right, .low, .lowRight]
        case "nl", "af": return [.single, .curly, .lowRight]
        case "he", "yi", "iw": return [.right, .curly, .lowRight]
        case "ko": return [.curly, .single, .corner, .whiteCorner]
        default: return [.curly, .single]
        }
    }
}
