import Text

/// How files name languages: by tags, or by words as game engines do.
enum NamedLanguage {
    /// Whether a name is that of a locale's language, or of Chinese when none is given; nil for what names no language.
    static func matches(_ name: String, _ locale: LanguageTag?) -> Bool? {
        let word = String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
        let wanted = locale?.language ?? "zh"
        if let tag = LanguageTag(name), tag.englishName != tag.description { return tag.language == wanted }
        if chinese.contains(word) { return wanted == "zh" }
        guard words.contains(word) else { return nil }
        return locale?.englishName.lowercased() == word
    }

    /// The name of a locale in the style of another name.
    static func name(of locale: LanguageTag, like name: String) -> String {
        if LanguageTag(name) != nil, !chinese.contains(name.lowercased()) {
            return name.contains("_") ? locale.description.replacing("-", with: "_") : locale.description
        }
        let words = locale.englishName.unicodeScalars.filter { $0.properties.isAlphabetic }
        let joined = String(String.UnicodeScalarView(words))
        return name == name.lowercased() ? joined.lowercased() : joined
    }

    private static let chinese: Set = [
        "chinese", "chinesesimplified", "chinesetraditional", "simplifiedchinese", "traditionalchinese", "schinese",
        "tchinese", "中文", "简体中文", "繁體中文", "繁体中文",
    ]

    private static let words: Set = [
        "arabic", "brazilian", "czech", "danish", "dutch", "english", "finnish", "french", "german", "greek", "hindi",
        "hungarian", "indonesian", "italian", "japanese", "korean", "koreana", "malay", "norwegian", "polish",
        "portuguese", "portuguesebrazil", "romanian", "russian", "spanish", "swedish", "thai", "turkish", "ukrainian",
        "vietnamese",
    ]
}
