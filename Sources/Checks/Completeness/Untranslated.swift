package import Text

/// A translation that is its source.
package struct Untranslated: Check {
    package static let code = "untranslated"
    package static let asserts = "The translation is not the source text again."
    package static let examples: [CheckExample] = [
        .fails("天还没亮。", "天还没亮。"),
        .fails("天还没亮。", "  天还没亮。 ", to: "ru"),
        .fails("他走进屋里，把剑放在桌上，一句话也没说。", "他走进屋里，把剑放在桌上，一句话也没说。", to: "ja"),
        .passes("HP +50", "HP +50"),
        .fails("请先清理背包。", "请先清理背包。", to: "ja"),
        .passes("山水", "山水", to: "ja"),
        .passes("天下第一", "天下第一", to: "ja"),
        .passes("2026-10-22", "2026-10-22"),
    ]

    private let targetWritesHan: Bool
    private let isChinese: Bool

    package init?(_ context: CheckContext) {
        targetWritesHan = context.targetWritesHan
        isChinese = context.target.language == "zh" || context.target.language == context.source.language
    }

    package func findings(in text: PairText) -> [Finding] {
        guard !isChinese, text.source.traits.contains(.han) || !text.source.traits.isDisjoint(with: [.kana, .hangul])
        else {
            return []
        }
        let count = Self.sameLetters(text.source.scalars, text.target.scalars)
        guard count > 0 else { return [] }
        // Chinese and Japanese share words; a sentence they do not share, nor characters that are simplified otherwise.
        if targetWritesHan, text.source.traits.contains(.kana) { return [] }
        if targetWritesHan, count < 10, !text.source.scalars.contains(where: Self.onlyChinese.contains) { return [] }
        return [text.finding(Self.code, .error, "The translation is the source text: translate it.")]
    }

    /// Frequent characters that Japanese does not write: pronouns and particles of Chinese, and simplified forms that are
    /// none of the 常用漢字.
    private static let onlyChinese = Set(
        "你您她们这哪吗呢吧么啊没请谁说话时间东车马门问见长钱头书买卖发动务对应开关给红经进军乐离脸两灵龙论满难鸟让认师试树岁谈听为无现线选颜阳样业义银应语员远运战张阵职终众组钻级纪记计际继约练细结绝统维续绩编缘过还键错误连设"
            .unicodeScalars
    )

    /// How many letters two texts have, when they have the same ones in the same order; else 0.
    private static func sameLetters(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var (first, second, count) = (0, 0, 0)
        while true {
            while first < left.count, !TextScan.isWord(left[first]) { first += 1 }
            while second < right.count, !TextScan.isWord(right[second]) { second += 1 }
            guard first < left.count, second < right.count else {
                return first == left.count && second == right.count ? count : 0
            }
            guard left[first] == right[second] else { return 0 }
            first += 1
            second += 1
            count += 1
        }
    }
}
