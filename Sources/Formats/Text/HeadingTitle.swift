import Text

/// What may stand in a heading: units, separators, named chapters, and titles that are no sentences.
enum HeadingTitle {
    static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "【": "】", "[": "]", "〔": "〕", "〖": "〗", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "〈": "〉",
    ]

    static func kind(of unit: Unicode.Scalar) -> ChapterHeading.Kind? {
        switch unit {
        case "章": .chapter
        case "回": .hui
        case "节", "節": .section
        case "话", "話", "集", "幕", "折": .episode
        case "卷", "册", "冊", "季": .volume
        case "部", "篇": .part
        default: nil
        }
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        if ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil { return true }
        return scalar == "廿" || scalar == "卅" || scalar == "卌"
    }

    /// The value of Ⅰ…Ⅻ.
    static func roman(_ scalar: Unicode.Scalar) -> Int? {
        (0x2160...0x216B).contains(scalar.value) ? Int(scalar.value - 0x215F) : nil
    }

    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "：", ":", "、", "．", ".", "·", "•", "・", "‧", "﹒", "-", "—", "–", "－", "―", "|", "｜", "/", "~", "～", "_",
            "＿",
            "】", "]", "》", ">":
            true
        default: false
        }
    }

    /// The words of a title when it is one, else nil. `separated`: a space or a sign stands between the number and them.
    static func accept(_ words: ArraySlice<Unicode.Scalar>, separated: Bool, unit: Unicode.Scalar) -> String? {
        guard let first = words.first, let last = words.last else { return "" }
        let text = String(String.UnicodeScalarView(words))
        if words.count == 1, "上中下前后後完终終".unicodeScalars.contains(first) { return text }
        switch last {
        case "。", "．", "，", ",", "；", ";", "：", ":", "、": return nil
        case "！", "？", "!", "?", "…", "”", "」": guard separated, words.count <= 28 else { return nil }
        default: break
        }
        guard words.count <= (separated ? 48 : 24), !words.contains("。") else { return nil }
        if separated { return words.count(where: { $0 == "，" || $0 == "," }) <= 2 ? text : nil }
        // 第二节课, 第三集团军, 第一部电影: only these units are followed by a title at once.
        guard unit == "章" || unit == "回" || unit == "卷" || unit == "折" else { return nil }
        guard !words.contains(where: { $0.isPhraseEnd || $0 == "“" || $0 == "「" }) else { return nil }
        return follows(unit).unicodeScalars.contains(first) ? nil : text
    }

    /// Characters that go on with a sentence after 第一章: 第一章里, 第二回合, 第三卷书.
    private static func follows(_ unit: Unicode.Scalar) -> String {
        let common = "里裡裏的中内內末了是就也说說讲講写寫到之以前时時"
        return switch unit {
        case "章": common + "和与與节節程"
        case "回": common + "合来來去头頭家见見事答应應目在有听聽我你他她被"
        case "折": common + "扣叠疊磨腾騰"
        default: common + "书書轴軸宗入起土子和与與"
        }
    }

    /// A chapter that is called and not counted: length of its name and its kind. The longest name wins.
    static func named(_ scalars: [Unicode.Scalar]) -> (count: Int, kind: ChapterHeading.Kind)? {
        for (name, kind) in names where scalars.starts(with: name) { return (name.count, kind) }
        return nil
    }

    private static let names: [([Unicode.Scalar], ChapterHeading.Kind)] = {
        let kinds: [(ChapterHeading.Kind, String)] = [
            (.opening, "序章 序幕 序言 序曲 自序 楔子 引子 引言 前言 前传 前傳 卷首语 卷首語 写在前面 寫在前面 序"),
            (
                .closing,
                "尾声 尾聲 后记 後記 终章 終章 最终章 最終章 终曲 大结局 大結局 结局 結局 结语 結語 附录 附錄 后传 後傳 "
                    + "完本感言 完结感言 完結感言 写在最后 寫在最後 跋"
            ),
            (.extra, "番外篇 番外 外传 外傳"),
        ]
        return kinds.flatMap { kind, names in names.split(separator: " ").map { (Array($0.unicodeScalars), kind) } }
            .sorted { $0.0.count > $1.0.count }
    }()
}
