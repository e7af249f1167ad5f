/// Where a line may end in scripts that put no space between words.
struct UnspacedBreaks {
    private let scalars: [Unicode.Scalar]
    private let classes: [ScriptClass]
    /// Kana stand in the text, so that its Han characters are Japanese.
    private let isJapanese: Bool
    /// Words of Thai as far as the table has them; empty without Thai.
    private let thai: ThaiWords.Cuts

    init(_ scalars: [Unicode.Scalar], _ classes: [ScriptClass], isJapanese: Bool) {
        self.scalars = scalars
        self.classes = classes
        self.isJapanese = isJapanese
        thai = classes.contains(.thai) ? ThaiWords.cuts(scalars, classes) : ThaiWords.Cuts()
    }

    /// How bad a break before a character is, from 0; nil where there must be none. One of both sides is of such a script.
    func penalty(at index: Int) -> Int? {
        let (left, right) = (scalars[index - 1], scalars[index])
        let (before, after) = (classes[index - 1], classes[index])
        guard after != .mark, !right.beginsNoLine, !left.endsNoLine else { return nil }
        // After closing marks, by what they close.
        if before == .sign {
            var mark = index - 1
            while mark > 0, scalars[mark].isClosing { mark -= 1 }
            if scalars[mark].endsSentence { return scalars[mark] == "…" ? 4 : 0 }
            if scalars[mark].endsClause { return 3 }
            return mark < index - 1 ? 14 : 30
        }
        if after == .sign { return right.endsNoLine ? 14 : 60 }
        switch (before, after) {
        case (.thai, .thai): return thai.penalty(at: index)
        case (.thai, _), (_, .thai): return 30
        case (.lao, .lao): return lao(left, right)
        case (.khmer, .khmer): return khmer(index)
        case (.myanmar, .myanmar): return myanmar(index)
        case (.lao, _), (_, .lao), (.khmer, _), (_, .khmer), (.myanmar, _), (_, .myanmar): return 40
        default: return isJapanese ? japanese(index) : chinese(index)
        }
    }

    private func japanese(_ index: Int) -> Int? {
        let left = scalars[index - 1]
        switch (classes[index - 1], classes[index]) {
        case (.hiragana, .hiragana): return left == "っ" ? 160 : Self.endsPhrase(scalars[..<index]) ? 25 : 70
        // A particle ends what the next word with Han or katakana goes on from.
        case (.hiragana, _): return Self.particles.contains(left) ? 12 : 24
        case (.han, .han): return 80
        case (.han, .hiragana): return 130
        case (.katakana, .katakana): return 160
        case (.katakana, .hiragana): return 110
        case (.han, .katakana), (.katakana, .han): return 50
        case (.letter, .hiragana), (.digit, .hiragana), (.digit, .han): return 110
        default: return 45
        }
    }

    private static let particles: Set<Unicode.Scalar> = [
        "は", "が", "を", "に", "で", "と", "も", "の", "へ", "や", "て", "ば", "ら", "ね", "よ", "な", "し",
    ]

    /// Whether hiragana end in what closes a phrase, whatever follows.
    private static func endsPhrase(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        phraseEnds.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
    }

    private static let phraseEnds: [[Unicode.Scalar]] = [
        "だけ", "から", "まで", "ので", "のに", "など", "って", "なんて", "では", "には", "とは", "ても", "けど", "より", "ために", "ほど", "ながら", "は",
        "を",
        "が",
    ].map { Array($0.unicodeScalars) }

    private func chinese(_ index: Int) -> Int? {
        guard classes[index - 1] == .han, classes[index] == .han else {
            return classes[index - 1] == .digit ? 90 : 38
        }
        let (left, right) = (scalars[index - 1], scalars[index])
        if Self.followers.contains(right) { return 100 }
        if Self.leaders.contains(left) { return 80 }
        if ChineseWords.holds(left, right) { return 110 }
        if let next = index + 1 < scalars.count ? scalars[index + 1] : nil, ChineseWords.isConnective(right, next) {
            return 10
        }
        if Self.followers.contains(left) { return 20 }
        if Self.pronouns.contains(right) { return 32 }
        // Between two known words no third one can be cut.
        let isWordBefore = index > 1 && ChineseWords.holds(scalars[index - 2], left)
        let isWordAfter = index + 1 < scalars.count && ChineseWords.holds(right, scalars[index + 1])
        return isWordBefore && isWordAfter
            ? 22 : isWordBefore || isWordAfter ? 28 : Self.openers.contains(right) ? 26 : 40
    }

    /// Particles and endings that belong to the word before.
    private static let followers: Set<Unicode.Scalar> = [
        "的", "了", "着", "著", "过", "過", "吗", "嗎", "呢", "吧", "啊", "呀", "嘛", "地", "得", "们", "們", "儿", "兒", "么", "麼", "里",
        "裡",
    ]
    /// Words that belong to what follows them.
    private static let leaders: Set<Unicode.Scalar> = [
        "很", "不", "没", "沒", "别", "別", "最", "更", "太", "从", "從", "向", "对", "對", "把", "被", "给", "給", "和", "与", "與", "跟",
        "或",
        "而", "但", "第", "这", "這", "那", "每", "一", "两", "兩", "在", "是", "我", "你", "妳", "他", "她", "老", "小", "想", "要", "会",
        "會",
        "就", "才", "也", "都", "还", "還", "却", "卻", "只",
    ]
    private static let openers: Set<Unicode.Scalar> = [
        "就", "才", "也", "都", "还", "還", "在", "把", "被", "却", "卻", "和", "跟", "让", "讓", "要", "是",
    ]
    /// Before a clause, or after a verb: nobody knows without a dictionary.
    private static let pronouns: Set<Unicode.Scalar> = ["我", "你", "妳", "他", "她", "它", "您"]

    private func lao(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int? {
        // Vowels before a consonant hold it, marks and vowels after one follow it.
        if (0x0EC0...0x0EC4).contains(left.value) { return nil }
        if (0x0EB0...0x0EBD).contains(right.value) || (0x0EC6...0x0ECE).contains(right.value) { return nil }
        return left.value == 0x0EB1 || left.value == 0x0EBB ? nil : 60
    }

    private func khmer(_ index: Int) -> Int? {
        let (left, right) = (scalars[index - 1].value, scalars[index].value)
        // A coeng joins two consonants; vowels and signs follow one.
        if left == 0x17D2 || (0x17B4...0x17D3).contains(right) || right == 0x17DD { return nil }
        return 70
    }

    private func myanmar(_ index: Int) -> Int? {
        let (left, right) = (scalars[index - 1].value, scalars[index].value)
        if left == 0x1039 || (0x102B...0x103E).contains(right) || (0x1056...0x1059).contains(right) { return nil }
        // A consonant that is killed or stacked ends the syllable before it.
        if index + 1 < scalars.count, [0x103A, 0x1039, 0x1037].contains(scalars[index + 1].value) { return nil }
        return 60
    }
}
