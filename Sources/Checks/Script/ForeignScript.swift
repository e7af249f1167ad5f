package import Text

/// Kana, hangul or bopomofo left in a target that has no use for them.
package struct ForeignScript: Check {
    package static let code = "foreign-script-left"
    package static let asserts =
        "A translation holds no kana, hangul or bopomofo unless its language is written in them."
    package static let locales = "all but Japanese for kana and Korean for hangul"
    package static let examples: [CheckExample] = [
        .fails("“さくら”！他喊道。", "\"さくら!\" he shouted."),
        .fails("他说的是韩语：안녕。", "Er sprach Koreanisch: 안녕.", to: "de"),
        .fails("注音是ㄅㄆㄇ。", "The letters are ㄅㄆㄇ."),
        .passes("耶 (≧▽≦)ノ", "Yay (≧▽≦)ノ"),
        .passes("林动点头。", "リンはうなずいた。", to: "ja"),
    ]

    private let allowsKana: Bool
    private let allowsHangul: Bool
    private let allowsBopomofo: Bool

    package init?(_ context: CheckContext) {
        allowsKana = context.script == .japanese
        allowsHangul = context.script == .hangul
        allowsBopomofo = context.targetWritesHan && context.script != .japanese
    }

    package func findings(in text: PairText) -> [Finding] {
        let traits = text.target.traits
        if !allowsKana, traits.contains(.kana), let run = run(in: text.target, where: \.isKana) {
            return [finding(text, run, "kana", minimum: 2)].compactMap(\.self)
        }
        if !allowsHangul, traits.contains(.hangul), let run = run(in: text.target, where: Self.isHangul) {
            return [finding(text, run, "hangul", minimum: 1)].compactMap(\.self)
        }
        if !allowsBopomofo, traits.contains(.bopomofo),
            let run = run(in: text.target, where: { (0x3105...0x312F).contains($0.value) })
        {
            return [finding(text, run, "bopomofo", minimum: 2)].compactMap(\.self)
        }
        return []
    }

    /// A single kana is part of a face (ツ, ノ), and の stands in Chinese for its looks.
    private func finding(_ text: PairText, _ run: Range<Int>, _ name: String, minimum: Int) -> Finding? {
        guard run.count >= minimum else { return nil }
        return text.finding(
            Self.code,
            .error,
            "“\(text.target.string(run).prefix(20))” is \(name). Translate or transcribe it.",
            target: run
        )
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool { (0xAC00...0xD7A3).contains(scalar.value) }

    /// The longest run.
    private func run(in scan: TextScan, where isOne: (Unicode.Scalar) -> Bool) -> Range<Int>? {
        var best: Range<Int>?
        var start: Int?
        for index in 0...scan.scalars.count {
            if index < scan.scalars.count, isOne(scan.scalars[index]) {
                if start == nil { start = index }
            } else if let from = start {
                if index - from > best?.count ?? 0 { best = from..<index }
                start = nil
            }
        }
        return best
    }
}
