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
        .passes("山水", "山水", to: "ja"),
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
        // Chinese and Japanese share words; a sentence they do not share.
        if targetWritesHan, count < 10 || text.source.traits.contains(.kana) { return [] }
        return [text.finding(Self.code, .error, "The translation is the source text: translate it.")]
    }

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
