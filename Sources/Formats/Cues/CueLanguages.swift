import Text

/// Which language a line of a bilingual subtitle is in, as far as its script and its commonest words tell.
struct CueLanguages {
    enum Side { case source, other, neutral }

    /// Whether the source is written in Han characters.
    let sourceIsHan: Bool

    init(_ options: ReadOptions) { sourceIsHan = options.source?.writesHan ?? true }

    func side(_ text: String) -> Side {
        var (han, kana, letters) = (false, false, false)
        for scalar in text.unicodeScalars {
            if scalar.isHan {
                han = true
            } else if scalar.isKana {
                kana = true
            } else if !letters, scalar.properties.isAlphabetic {
                letters = true
            }
        }
        guard han || kana || letters else { return .neutral }
        return (han && !kana) == sourceIsHan ? .source : .other
    }

    /// The locale of the other lines: by script; by its commonest words when they are English; else the first target
    /// that is written in that script.
    static func locale(of texts: [String], targets: [LanguageTag]) -> LanguageTag? {
        var counts: [String: Int] = [:]
        var words = 0
        var english = 0
        for text in texts.prefix(500) {
            for scalar in text.unicodeScalars { counts[script(of: scalar), default: 0] += 1 }
            for word in text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
                words += 1
                if common.contains(word) { english += 1 }
            }
        }
        counts[""] = nil
        guard let script = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
            return targets.first
        }
        if script == "Jpan" || (counts["Jpan"] ?? 0) * 10 > (counts["Hani"] ?? 0), script == "Hani" || script == "Jpan"
        {
            return (counts["Jpan"] ?? 0) > 0 ? pick("ja", ["ja"], targets) : pick("zh", ["zh"], targets)
        }
        switch script {
        case "Hani": return pick("zh", ["zh", "yue"], targets)
        case "Kore": return pick("ko", ["ko"], targets)
        case "Cyrl": return pick("ru", ["ru", "uk", "be", "bg", "sr", "mk", "kk", "mn", "ky"], targets)
        case "Thai": return pick("th", ["th"], targets)
        case "Arab": return pick("ar", ["ar", "fa", "ur"], targets)
        default:
            if words > 3, english * 12 > words { return pick("en", ["en"], targets) }
            let others: Set = [
                "zh", "yue", "ja", "ko", "ru", "uk", "be", "bg", "sr", "mk", "kk", "mn", "ky", "th", "ar", "fa", "ur",
                "he",
                "hi", "bn", "ta", "te", "el", "ka", "hy", "lo", "my", "km",
            ]
            return targets.first { !others.contains($0.language) } ?? LanguageTag("en")
        }
    }

    private static func pick(_ usual: String, _ languages: [String], _ targets: [LanguageTag]) -> LanguageTag? {
        targets.first { languages.contains($0.language) } ?? LanguageTag(usual)
    }

    private static func script(of scalar: Unicode.Scalar) -> String {
        if scalar.isHan { return "Hani" }
        if scalar.isKana { return "Jpan" }
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: return "Latn"
        case 0x400...0x52F: return "Cyrl"
        case 0x600...0x6FF: return "Arab"
        case 0xE00...0xE7F: return "Thai"
        case 0x1100...0x11FF, 0xAC00...0xD7A3: return "Kore"
        default: return ""
        }
    }

    private static let common: Set<Substring> = [
        "the", "you", "is", "and", "to", "of", "it", "that", "what", "are", "i'm", "this", "have", "was", "with", "for",
        "your", "don't", "my", "he", "she", "they", "we", "it's",
    ]
}
