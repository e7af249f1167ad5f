import Text

/// What the name of a column says of it.
struct TableHeader: Hashable, Sendable {
    enum Role: Hashable, Sendable {
        case key, source, target, comment, speaker, maxLength
        case locale(LanguageTag)
        /// A name that says nothing to a translator: `icon`, `描述`.
        case other
    }

    var role: Role
    /// What several fields of one row are told apart by: `name` of `name_zh`; empty for a column that is named by its
    /// role.
    var base: String

    /// Reads a header cell, in any case, with spaces, `_` and `-` alike.
    init(_ cell: String) {
        let name = Self.plain(cell)
        base = ""
        if let known = Self.roles[name] {
            role = known
            return
        }
        if let locale = Self.locale(cell) {
            role = .locale(locale)
            return
        }
        // `English(en)` of Unity, `name_zh`, `desc[en]`, `text.zh-CN`.
        if let (stem, locale) = Self.split(cell) {
            role = .locale(locale)
            base = Self.languages[Self.plain(stem)] != nil || Self.stems.contains(Self.plain(stem)) ? "" : stem
            return
        }
        role = .other
        base = cell.trimmed
    }

    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where !" _-\u{FEFF}\u{3000}*\"：:".unicodeScalars.contains(scalar)
        {
            plain.append(scalar)
        }
        return String(plain)
    }

    /// A language by its name in English or Chinese, or by a tag whose language is known.
    static func locale(_ text: String) -> LanguageTag? {
        let name = text.trimmed
        if let tag = languages[plain(name)] { return LanguageTag(tag) }
        guard let tag = LanguageTag(name), tag.rest.isEmpty, codes.contains(tag.language) else { return nil }
        // `id` and `no` are words too; alone they are seldom languages.
        return name == "id" || name == "ID" ? nil : tag
    }

    private static func split(_ text: String) -> (stem: String, locale: LanguageTag)? {
        let name = text.trimmed
        for (open, close) in [("(", ")"), ("[", "]"), ("（", "）"), ("<", ">")] where name.hasSuffix(close) {
            guard let start = name.lastIndex(of: Character(open)) else { continue }
            let inside = name[name.index(after: start)...].dropLast()
            if let locale = locale(String(inside)) { return (String(name[..<start]).trimmed, locale) }
        }
        // The longest ending first: `text_zh_CN` is Chinese of China, not text_zh in CN.
        var marks = name.indices.filter { "_-.: /".contains(name[$0]) }
        marks = Array(marks.suffix(3))
        for mark in marks where mark > name.startIndex {
            let ending = String(name[name.index(after: mark)...])
            if let locale = locale(ending) { return (String(name[..<mark]).trimmed, locale) }
        }
        return nil
    }

    /// Stems that only say that the column is text.
    private static let stems: Set<String> = [
        "text", "string", "value", "lang", "language", "locale", "translation", "localized",
    ]

    private static let roles: [String: Role] = {
        var roles: [String: Role] = [:]
        func add(_ role: Role, _ names: String) {
            for name in names.split(separator: " ") { roles[String(name)] = role }
        }
        add(.key, "key keys id ids stringid stringkey textid textkey identifier guid tag label 键 键名 编号 标识 文本id 词条id")
        add(
            .source,
            "source sourcetext sourcestring original originaltext originalstring src origin raw 原文 源文本 原文本 源文 msgid"
        )
        add(
            .target,
            "target targettext targetstring translation translated translatedtext translatedstring dst localization "
                + "machinetranslation bettertranslation besttranslation 译文 翻译 翻译文本 目标文本 msgstr"
        )
        add(
            .comment,
            "comment comments note notes context contexts sharedcomments remark remarks hint 备注 注释 上下文 语境 说明文字 reference"
        )
        add(.speaker, "speaker character actor role who 说话人 角色 人物 说话者")
        add(.maxLength, "maxlength maxlen maxchars charlimit characterlimit limit lengthlimit 最大长度 字数限制 长度限制")
        return roles
    }()

    private static let languages: [String: String] = {
        let names = """
            en english 英文 英语|zh chinese 中文 汉语|zh-Hans chinesesimplified chinese(simplified) simplifiedchinese schinese 简体中文 简中 简体 \
            chs cn zhcn|zh-Hant chinesetraditional chinese(traditional) traditionalchinese tchinese 繁体中文 繁體中文 繁中 繁体 cht tw zhtw|\
            ja japanese 日文 日语 日本語 jp|ko korean koreana 韩文 韩语 한국어 kr|fr french 法文 法语 français|de german 德文 德语 deutsch|\
            es spanish 西班牙文 西班牙语 español|es-419 latam spanish(latinamerica)|it italian 意大利语 italiano|ru russian 俄文 俄语 русский|\
            pt portuguese 葡萄牙语 português|pt-BR brazilian portuguese(brazil) brazilianportuguese|pl polish 波兰语|tr turkish 土耳其语|\
            ar arabic 阿拉伯语|th thai 泰文 泰语|vi vietnamese 越南文 越南语|id indonesian 印尼语 印度尼西亚语|ms malay 马来语|uk ukrainian|\
            cs czech|hu hungarian|nl dutch|sv swedish|da danish|fi finnish|no norwegian|el greek|ro romanian|bg bulgarian|hi hindi|he hebrew
            """
        var languages: [String: String] = [:]
        for line in names.split(separator: "|") {
            let words = line.split(separator: " ")
            guard let tag = words.first else { continue }
            for word in words.dropFirst() { languages[String(word)] = String(tag) }
        }
        return languages
    }()

    private static let codes: Set<String> = [
        "en", "zh", "yue", "ja", "ko", "fr", "de", "es", "it", "ru", "pt", "pl", "tr", "ar", "th", "vi", "id", "ms",
        "uk",
        "cs", "sk", "hu", "nl", "sv", "da", "fi", "nb", "nn", "el", "ro", "bg", "hi", "he", "fa", "ur", "bn", "ta",
        "te",
        "mr", "fil", "tl", "km", "lo", "my", "mn", "kk", "uz", "ka", "hy", "az", "hr", "sr", "sl", "lt", "lv", "et",
        "ca",
        "eu", "gl", "is", "ga", "sw", "af", "ne", "si",
    ]
}
