package import Text

/// A number whose value is not kept: 三千二百 as 320.
package struct NumberValue: Check {
    package static let code = "number-value"
    package static let asserts = "Each number that the source surely states has the same value in the translation."
    package static let locales =
        "all; number words are read in \(NumberWords.languages.joined(separator: ", ")), elsewhere digits of any script"
    package static let examples: [CheckExample] = [
        .fails("石阶一共三千二百级。", "There were 320 stone steps."),
        .fails("城里有两万五千人。", "There were two hundred and fifty thousand people in the city."),
        .fails("第十七章 夜雨", "Chapter 71: Night Rain"),
        .fails("他花了1.2亿。", "He spent 12 million."),
        .fails("石阶一共三千二百级。", "Tres mil doscientos veinte escalones.", to: "es"),
        .fails("城里有两万五千人。", "В городе двести пятьдесят тысяч человек.", to: "ru"),
        .fails("全场八折。", "Everything is 80% off."),
        .fails("三分之二的人死了。", "Three quarters of the people died."),
        .fails("来了七八个人。", "Seventy-eight people came."),
        .fails("一共一百二。", "It comes to 102 in all."),
        .fails("院里有五个人。", "There were six people in the yard."),
        .fails("初七那天，他回来了。", "He came back on the ninth."),
        .fails("给我半斤牛肉。", "Give me five catties of beef."),
        .fails("攻击力+50，防御力+30。", "Attack +30, Defense +50."),
        .fails("攻击力-15%", "Attack +15%"),
        .fails("更新至v2.10.1", "Updated to v2.1.10"),
        .passes("全场八折。", "Everything is 20% off."),
        .passes("来了七八个人。", "Seven or eight people came."),
        .passes("三万亿元", "3 τρισεκατομμύρια γιουάν", to: "el"),
        .passes("三万五千人", "3만 5천 명", to: "ko"),
        .passes("等120秒", "Подождите 2 минуты", to: "ru"),
        .passes("给我三十秒。", "Give me thirty seconds."),
        .passes("第一百零三章", "第百三章", to: "ja"),
        .passes("石阶一共三千二百级。", "Thirty-two hundred stone steps led up."),
        .passes("气血低于三成时发动。", "Triggers when HP falls below 30%."),
        .passes("五六十个人，十几条狗。", "Fifty or sixty people and a dozen dogs or so."),
        .passes("他十分高兴，千万别告诉他。", "He was delighted; whatever you do, don't tell him."),
        .passes("两个时辰后，他走了三十里。", "Four hours later he had gone ten miles."),
        .passes("城里有两万五千人。", "In der Stadt lebten fünfundzwanzigtausend Menschen.", to: "de"),
    ]

    private let targetWritesHan: Bool
    private let language: String
    private let smallWords: Set<String>

    package init?(_ context: CheckContext) {
        targetWritesHan = context.targetWritesHan
        language = context.target.language
        smallWords = NumberWords.small[language] ?? []
    }

    /// A number in whose place another stands is an error; one that is only missing (二十多岁 as “no longer young”) is a
    /// warning where the text is surely in the target's language, and so are digits that nothing in the source explains.
    package func findings(in text: PairText) -> [Finding] {
        guard text.source.hasNumerals || text.target.hasNumerals else { return [] }
        if let finding = shares(text) ?? marks(text) { return [finding] }
        let comparison = NumberComparison(
            source: text.sourceNumbers,
            target: text.targetNumbers,
            targetWritesHan: targetWritesHan,
            smallWords: text.language.isTarget || text.targetWords.count <= 6 ? smallWords : []
        )
        return comparison.problems.compactMap { problem in
            let found = problem.found.map(\.text).joined(separator: ", ")
            let range = problem.found.first?.range
            let sourceRange = problem.number?.range
            switch problem.kind {
            case .changed:
                guard let number = problem.number else {
                    return text.finding(
                        Self.code,
                        .error,
                        "The translation says \(found), the source does not.",
                        target: range
                    )
                }
                let value = Self.format(number.value)
                let stated = value == number.text ? "“\(number.text)”" : "“\(number.text)” (\(value))"
                return text.finding(
                    Self.code,
                    .error,
                    "The source says \(stated), the translation \(found).",
                    target: range,
                    source: sourceRange
                )
            case .missing:
                guard let number = problem.number, !number.isSmall, !Self.spells(number, text.plainTarget) else {
                    return nil
                }
                // Where the text cannot be read, nothing is missed in it.
                guard number.isDigits || text.language.isTarget else { return nil }
                return text.finding(
                    Self.code,
                    .warning,
                    "“\(number.text)” (\(Self.format(number.value))) is not in the translation.",
                    source: sourceRange
                )
            case .added:
                return text.finding(
                    Self.code,
                    .warning,
                    "The translation says \(found), the source does not.",
                    target: range
                )
            }
        }
    }

    private func shares(_ text: PairText) -> Finding? {
        let source = Shares(source: text.source.scalars)
        guard !source.shares.isEmpty else { return nil }
        let target = Shares(target: text.target.scalars, numbers: text.targetNumbers.written, language: language)
        guard let (share, other) = Shares.mismatch(source, target, text.target.scalars) else { return nil }
        return text.finding(
            Self.code,
            .error,
            "The source says “\(share.text)” (\(Self.format((share.value * 1000).rounded() / 10)) %), the translation “\(other.text)”.",
            target: other.range,
            source: share.range
        )
    }

    private func marks(_ text: PairText) -> Finding? {
        NumberMarks.problem(text.source, text.target, language).map {
            text.finding(Self.code, $0.severity, $0.message, target: $0.target, source: $0.source)
        }
    }

    /// Whether a numeral stands in a name, spelled in pinyin: 鲁十九 as Lu Shijiu.
    private static func spells(_ number: SourceNumbers.Number, _ target: String) -> Bool {
        guard !number.isDigits, number.text.unicodeScalars.count <= 4 else { return false }
        let syllables: [Unicode.Scalar: String] = [
            "一": "yi", "二": "er", "三": "san", "四": "si", "五": "wu", "六": "liu", "七": "qi", "八": "ba", "九": "jiu",
            "十": "shi", "百": "bai", "千": "qian", "万": "wan",
        ]
        var name = ""
        for scalar in number.text.unicodeScalars {
            guard let syllable = syllables[scalar] else { return false }
            name += syllable
        }
        return target.lowercased().contains(name)
    }

    private static func format(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
