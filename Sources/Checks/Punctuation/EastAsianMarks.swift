package import Text

/// East Asian punctuation left in a target that has marks of its own: ，。！《》「」.
package struct EastAsianMarks: Check {
    package static let code = "east-asian-punctuation"
    package static let asserts = "A translation has the punctuation of its own script."
    package static let locales = "targets not written in Han; Korean keeps its 「」『』《》〈〉【】"
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He left。", fixed: "He left."),
        .fails("他走了，没回来。", "He left，and did not return.", fixed: "He left, and did not return."),
        .fails("他走了！", "Il est parti！", to: "fr", fixed: "Il est parti\u{202F}!"),
        .fails("他走了？", "هل ذهب？", to: "ar", fixed: "هل ذهب؟"),
        .fails("《红楼梦》", "《Dream of the Red Chamber》", fixed: "“Dream of the Red Chamber”"),
        .passes("他走了。", "He left."),
        .passes("《红楼梦》", "《홍루몽》", to: "ko"),
        .passes("他走了。", "彼は去った。", to: "ja"),
    ]

    private let isKorean: Bool
    private let marks: PunctuationStyle
    private let script: WritingScript

    package init?(_ context: CheckContext) {
        guard !context.targetWritesHan else { return nil }
        isKorean = context.script == .hangul
        marks = context.marks
        script = context.script
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.eastAsianMark) else { return [] }
        let scalars = text.target.scalars
        var places: [Int] = []
        var mayFix = true
        for (index, scalar) in scalars.enumerated() where isLeft(scalar) {
            if isPartOfFace(index, in: text) { continue }
            places.append(index)
            if scalar.value == 0xFF3F || scalar.value == 0xFF3E { mayFix = false }
        }
        guard let first = places.first else { return [] }
        let edits = mayFix ? edits(for: places, in: scalars) : nil
        let sure = places.contains { Self.isSentenceMark(scalars[$0]) }
        var end = first + 1
        while end < scalars.count, isLeft(scalars[end]) { end += 1 }
        return [
            text.finding(
                Self.code,
                sure ? .error : .warning,
                "“\(text.target.string(first..<end).prefix(8))” in the translation. Write the marks of its language.",
                target: first..<end,
                fix: edits.map { Finding.Fix($0) }
            )
        ]
    }

    private func isLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3001...0x3003, 0x3014...0x301F, 0x3016, 0x3017, 0x30FB: return true
        case 0x3008...0x3011: return !isKorean
        case 0xFE10...0xFE1F, 0xFE30...0xFE4F, 0xFE50...0xFE6B: return true
        case 0xFF5E: return !isKorean
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5D, 0xFF61...0xFF65, 0xFFE5: return true
        default: return false
        }
    }

    /// Marks that end or divide a sentence: nobody keeps these on purpose.
    private static func isSentenceMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "、", "！", "？", "；", "：", "．", "（", "）", "％", "“", "”": true
        default: false
        }
    }

    /// Part of a face such as (＾▽＾) that the source has too.
    private func isPartOfFace(_ index: Int, in text: PairText) -> Bool {
        let scalars = text.target.scalars
        switch scalars[index].value {
        case 0xFF3E, 0xFF3F, 0xFF40, 0xFF0F, 0xFF3C, 0xFF0B, 0xFF0A, 0xFF1D, 0xFF1C, 0xFF1E, 0xFF5E, 0x30FB: break
        default: return false
        }
        let near = max(0, index - 4)..<min(scalars.count, index + 5)
        return scalars[near].contains { scalar in
            switch scalar {
            case "▽", "≧", "≦", "∀", "´", "｀", "◕", "◡", "°", "□", "╯", "╰", "⊙": true
            // Letters of faces are letters where the language has them.
            case "ω", "ε": script != .greek
            case "Д", "д": script != .cyrillic
            default: false
            }
        }
    }

    /// Narrow marks with the spaces that they want; nil when there is one that has no counterpart.
    private func edits(for places: [Int], in scalars: [Unicode.Scalar]) -> [Finding.Fix.Edit]? {
        let otherQuotes = scalars.contains { "“”\"«»„".unicodeScalars.contains($0) }
        var edits: [Finding.Fix.Edit] = []
        for index in places {
            let after: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
            let before: Unicode.Scalar? = index > 0 ? scalars[index - 1] : nil
            // A code after a mark may show a word.
            let needsSpace = after.map { TextScan.isWord($0) || "“‘\u{FFFC}".unicodeScalars.contains($0) } ?? false
            let gap = marks.spacesMarks && before != " " && before != "\u{A0}" && before != "\u{202F}"
            var mark: String
            switch scalars[index] {
            case "，": mark = String(marks.comma) + (needsSpace ? " " : "")
            case "、": mark = String(marks.comma) + (needsSpace ? " " : "")
            case "。", "．", "｡":
                guard let stop = marks.stop else { return nil }
                // Before a closing mark of the end as well.
                mark = String(stop) + (needsSpace ? " " : "")
            case "！": mark = (gap ? "\u{202F}" : "") + "!" + (needsSpace ? " " : "")
            case "？":
                mark = (gap ? "\u{202F}" : "") + String(marks.question) + (needsSpace ? " " : "")
            case "；":
                guard script != .greek else { return nil }
                mark = (gap ? "\u{202F}" : "") + (script == .arabic ? "؛" : ";") + (needsSpace ? " " : "")
            case "：": mark = (gap ? "\u{A0}" : "") + ":" + (needsSpace ? " " : "")
            case "（": mark = (before.map { TextScan.isWord($0) } ?? false ? " " : "") + "("
            case "）": mark = ")" + (needsSpace ? " " : "")
            case "％": mark = "%"
            case "【", "〖": mark = "["
            case "】", "〗": mark = "]"
            case "《", "「", "》", "」":
                guard !otherQuotes, let pair = marks.quotes.first else { return nil }
                let opens = scalars[index] == "《" || scalars[index] == "「"
                let space = marks.spacesMarks && pair.open == "«" ? "\u{A0}" : ""
                mark = opens ? String(pair.open) + space : space + String(pair.close)
            case "～": mark = "~"
            case "＋": mark = "+"
            case "－": mark = "-"
            case "／": mark = "/"
            default: return nil
            }
            // A space before it was for the wide mark.
            var start = index
            let isClosing = "，。、！？；：".unicodeScalars.contains(scalars[index])
            if isClosing, index > 0, scalars[index - 1] == " ", !(marks.spacesMarks && scalars[index] != "，") {
                start = index - 1
                if edits.last.map({ $0.range.upperBound > start }) ?? false { start = index }
            }
            edits.append(.init(range: start..<(index + 1), text: mark))
        }
        return edits
    }
}
