package import Text

/// Codes that stand in a text as plain characters, since its file was read without their syntax: `{\an8}`, `(&F)`.
package struct TextCodes: Check {
    package static let code = "text-codes"
    package static let asserts =
        "Subtitle overrides such as {\\an8} are in the translation as often as in the source, and a menu's accelerator (&F) stays one."
    package static let examples: [CheckExample] = [
        .fails("{\\an8}他走了。", "He left."),
        .fails("{\\an8}他走了。", "{\\an2}He left."),
        .fails("他{\\i1}真的{\\i0}走了。", "He {\\i1}really left."),
        .fails("文件(&F)", "File"),
        .fails("打开(&O)", "&O&pen"),
        .passes("{\\an8}他走了。", "{\\an8}He left."),
        .passes("文件(&F)", "&File"),
        .passes("文件(&F)", "ファイル(&F)", to: "ja"),
        .passes("剪切&粘贴", "Cut & paste"),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard text.source.traits.contains(.codeMark) || text.target.traits.contains(.codeMark) else { return [] }
        return overrides(text) + accelerator(text)
    }

    private func overrides(_ text: PairText) -> [Finding] {
        let source = Self.overrides(text.source.scalars)
        let target = Self.overrides(text.target.scalars)
        guard !(source.isEmpty && target.isEmpty) else { return [] }
        var counts: [String: Int] = [:]
        for range in source { counts[text.source.string(range), default: 0] += 1 }
        for range in target { counts[text.target.string(range), default: 0] -= 1 }
        if let missing = source.first(where: { counts[text.source.string($0), default: 0] > 0 }) {
            return [
                text.finding(
                    Self.code,
                    .error,
                    "“\(text.source.string(missing).prefix(40))” is not in the translation, or not as often.",
                    source: missing
                )
            ]
        }
        guard let extra = target.first(where: { counts[text.target.string($0), default: 0] < 0 }) else { return [] }
        return [
            text.finding(
                Self.code,
                .error,
                "“\(text.target.string(extra).prefix(40))” is not in the source, or not as often.",
                target: extra
            )
        ]
    }

    /// `{\…}` of ASS, on one line and not long.
    private static func overrides(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index + 2 < scalars.count {
            guard scalars[index] == "{", scalars[index + 1] == "\\" else {
                index += 1
                continue
            }
            let limit = min(scalars.count, index + 400)
            guard let end = scalars[index..<limit].firstIndex(of: "}") else { break }
            ranges.append(index..<(end + 1))
            index = end + 1
        }
        return ranges
    }

    private func accelerator(_ text: PairText) -> [Finding] {
        let keys = Self.accelerators(text.source.scalars)
        // Only a short label with one in brackets is surely a menu's.
        guard keys.count == 1, let key = keys.first, key > 0, text.source.scalars.count <= 40,
            text.source.scalars[key - 1] == "(" || text.source.scalars[key - 1] == "（"
        else { return [] }
        let found = Self.accelerators(text.target.scalars)
        guard found.count != 1 else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                found.isEmpty
                    ? "The source has the accelerator “&\(text.source.scalars[key + 1])”, the translation none."
                    : "The translation has \(found.count) accelerators, and there can be one.",
                source: key..<(key + 2)
            )
        ]
    }

    /// Where an `&` makes the letter after it a key.
    private static func accelerators(_ scalars: [Unicode.Scalar]) -> [Int] {
        scalars.indices.dropLast().filter { index in
            guard scalars[index] == "&", index == 0 || scalars[index - 1] != "&" else { return false }
            let next = scalars[index + 1]
            guard next.properties.isAlphabetic || ("0"..."9").contains(next), !next.isHan else { return false }
            // &amp; is an entity.
            let word = scalars[(index + 1)...].prefix(8).prefix { $0.value < 0x80 && TextScan.isWord($0) }
            return word.endIndex >= scalars.count || scalars[word.endIndex] != ";"
        }
    }
}
