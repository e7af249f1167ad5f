package import Text

/// Different texts with one and the same translation.
package struct SameTranslation: BookCheck {
    package static let code = "same-translation"
    package static let asserts = "Two different sentences near each other do not have the same translation."
    package static let examples: [BookExample] = [
        .fails([
            .passes("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the table."),
            .passes("外面的雨一直没有停，院子里很静。", "He went into the house and put the sword on the table."),
        ]),
        .passes([
            .passes("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the table."),
            .passes("他走进屋里，把剑搁在桌上。", "He went into the house and put the sword on the table."),
        ]),
        .passes([.passes("“是！”", "“Yes!”"), .passes("“好的。”", "“Yes!”")]),
    ]

    /// How many units back a double is looked for.
    private static let window = 40
    /// The shortest translation that must not come twice, in letters and digits.
    private static let least = 16

    private var recent: [(target: UInt64, source: Set<Unicode.Scalar>, key: String)] = []
    private var findings: [Finding] = []

    package init?(_ context: CheckContext) {}

    package mutating func read(_ text: PairText) {
        let target = TranslationConsistency.folded(text.target)
        guard target.count >= (text.context.targetWritesHan ? Self.least / 2 : Self.least) else { return }
        let hash = Lexicon.hash(target[...])
        let source = Set(text.source.scalars.filter { TextScan.isWord($0) })
        if let double = recent.last(where: { $0.target == hash }), source.count >= 4, double.source.count >= 4,
            source.intersection(double.source).count * 3 < min(source.count, double.source.count)
        {
            let place = double.key.isEmpty ? "a unit before" : "“\(double.key)”"
            findings.append(
                text.finding(
                    Self.code,
                    .warning,
                    "This is the translation of \(place), too, whose source says something else: translate this one."
                )
            )
        }
        recent.append((hash, source, text.pair.key))
        if recent.count > Self.window { recent.removeFirst() }
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        defer {
            findings = []
            recent = []
        }
        return findings.map { finding in
            var finding = finding
            if !file.isEmpty { finding.place.file = file }
            return finding
        }
    }
}
