import Text

/// Names by which files and keys say a language.
enum LocaleName {
    /// The tag of a name that is nothing but a locale: `zh-CN`, `zh_Hans`, `zhCN`, `en`. Only languages that software is
    /// localized into, so that `id` or `top` alone in a data file is not one.
    static func tag(_ name: String) -> LanguageTag? {
        var name = name
        if name.utf8.count == 4, name.prefix(2).allSatisfy(\.isLowercase), name.suffix(2).allSatisfy(\.isUppercase) {
            name = "\(name.prefix(2))-\(name.suffix(2))"
        }
        guard let tag = LanguageTag(name), languages.contains(tag.language) else { return nil }
        return tag
    }

    /// Whether a file is named or placed like one of a program's string tables: `locales/zh.yml`, `messages_zh_CN.toml`.
    static func isTable(_ file: String) -> Bool {
        let parts = file.split(separator: "/")
        guard let name = parts.last else { return false }
        let folders = parts.dropLast().suffix(3).map { $0.lowercased() }
        if folders.contains(where: { tableFolders.contains($0) || tag($0)?.language == "zh" }) { return true }
        let stem = name.prefix { $0 != "." }
        let endings = name.split(separator: ".").map(String.init)
        if endings.contains(where: { tag($0)?.language == "zh" }) { return true }
        let tails = stem.indices.filter { stem[$0] == "_" || stem[$0] == "-" }.map {
            String(stem[stem.index(after: $0)...])
        }
        return tails.contains { tag($0)?.language == "zh" } || words.contains(stem.lowercased())
    }

    private static let tableFolders: Set<String> = [
        "locale", "locales", "lang", "langs", "language", "languages", "i18n", "l10n", "localization", "localisation",
        "translations", "strings",
    ]

    private static let words: Set<String> = [
        "schinese", "tchinese", "chinese", "simplified_chinese", "strings", "locale",
    ]

    private static let languages: Set<String> = [
        "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et",
        "eu",
        "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "jv", "ka",
        "kk",
        "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "my", "nb", "ne", "nl", "nn", "no",
        "pa",
        "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tl", "tr",
        "uk",
        "ur", "uz", "vi", "yue", "zh", "zu",
    ]
}
