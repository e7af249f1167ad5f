package import Text

/// A translation that stops in the middle of a sentence.
package struct Truncated: Check {
    package static let code = "truncated"
    package static let asserts =
        "A translation of a whole sentence does not stop at a comma or at a word that wants another, nor does it lack its stop when it is short or a story tells it."
    package static let locales =
        "all but those written without stops; dangling words in \(dangling.keys.sorted().joined(separator: ", "))"
    package static let examples: [CheckExample] = [
        .fails("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the"),
        .fails("他走进屋里，把剑放在桌上。", "He went into the house,"),
        .fails("他走进屋里，把剑放在桌上。", "Entró en la casa y dejó la espada sobre la", to: "es"),
        .fails("他推开门走了进去。", "He pushed the door open and we"),
        .passes("门开了，剑放在桌上。", "The door opened, and the sword was on the table"),
        .fails("城外驻扎着八万大军，粮草却只够支撑一个月。", "Eighty thousand troops were camped outside"),
        .fails("她今年二十三岁，在城南开了一家书店。", "Năm nay cô hai mươi ba", to: "vi"),
        .passes("点击屏幕任意位置继续游戏。", "Tap to continue"),
        .passes("攻击力提高百分之十五，持续十秒，最多叠加三层。", "Attack +15% for 10 seconds, up to 3 stacks"),
        .passes("你去哪儿？", "Where are you going to?"),
        .passes("攻击力，", "Attack,"),
        .passes("你去哪儿？", "Πού πας;", to: "el"),
        .passes("“可是那个……”", "“But the…”"),
    ]

    /// Words after which a sentence must go on. Only such as never end one: “to” and “in” do.
    private static let dangling: [String: Set<String>] = [
        "en": ["the", "a", "an", "and", "of", "my", "your", "their", "our", "because", "although", "whose", "every"],
        "es": [
            "el", "la", "los", "las", "un", "una", "y", "de", "del", "que", "con", "su", "sus", "mi", "porque", "en",
        ],
        "fr": [
            "le", "la", "les", "un", "une", "et", "de", "du", "des", "que", "mon", "ma", "ses", "parce", "et", "au",
            "aux",
        ],
        "de": [
            "der", "den", "dem", "des", "und", "ein", "eine", "einen", "einem", "einer", "weil", "dass", "sein", "ihre",
        ],
        "pt": ["o", "os", "um", "uma", "e", "de", "do", "da", "dos", "das", "que", "em", "seu", "sua", "porque"],
        "it": ["il", "lo", "la", "gli", "un", "una", "e", "di", "del", "della", "che", "con", "suo", "sua", "perché"],
        "nl": ["de", "het", "een", "en", "van", "mijn", "zijn", "omdat"],
        "id": ["yang", "dan", "dengan", "untuk", "dari", "sebuah", "seorang", "karena"],
        "ms": ["yang", "dan", "dengan", "untuk", "dari", "sebuah", "seorang", "kerana"],
        "ru": ["и", "в", "на", "с", "к", "из", "что", "от", "для", "его", "чтобы", "потому"],
        "uk": ["і", "в", "на", "з", "до", "із", "що", "від", "для", "щоб"],
        "pl": ["i", "w", "z", "do", "od", "że", "oraz", "żeby"],
        "vi": ["và", "của", "những", "các", "một", "bởi"],
        "tr": ["ve", "bir", "bu", "şu"],
    ]

    private let words: Set<String>
    /// Whether sentences end with a mark in both languages.
    private let isSentence: Bool
    /// What a translation has of its source's weight at the least.
    private let least: Double

    package init?(_ context: CheckContext) {
        switch context.script {
        case .thai, .lao, .khmer, .tibetan, .myanmar: return nil
        default: break
        }
        words = Self.dangling[context.target.language] ?? []
        isSentence = context.sourceWritesHan
        least =
            switch context.script {
            case .arabic, .hebrew, .hangul: 0.5
            case .han, .japanese: 0.6
            default: 0.78
            }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard let end = Self.lastMark(of: text.source.scalars), "。！？!?.…”」』".unicodeScalars.contains(end),
            let place = text.target.scalars.lastIndex(where: { !$0.isSpace })
        else { return [] }
        let last = text.target.scalars[place]
        if ",，、،".unicodeScalars.contains(last) {
            return [finding(text, place..<(place + 1))]
        }
        guard let word = text.targetWords.last, word.upperBound == place + 1 else { return [] }
        guard text.targetWords.count >= 3, words.contains(text.target.string(word).lowercased()) else {
            return withoutStop(text, word)
        }
        // A heading may end in such a word, and so may a speech that is broken off; the source's mark says which it is.
        return end == "…" || end == "”" && text.source.scalars.dropLast().last == "…" ? [] : [finding(text, word)]
    }

    /// A long sentence of which less is there than is usual, and no mark at its end. A string of a game may leave its stop
    /// out, but what it says is all there.
    private func withoutStop(_ text: PairText, _ word: Range<Int>) -> [Finding] {
        let asked: Set<Unicode.Scalar> = ["，", "、", ",", "；", "："]
        if isSentence, isTold(text) {
            return [
                text.finding(
                    Self.code,
                    .warning,
                    "The translation of a sentence that is told ends without a mark, at “\(text.target.string(word))”: is the rest missing?",
                    target: word
                )
            ]
        }
        guard isSentence, text.sourceWeight >= 48, text.targetWeight < least * text.sourceWeight,
            text.source.codes.isEmpty, !text.target.traits.contains(.digit),
            text.source.scalars.contains(where: asked.contains)
        else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "The translation is short and ends without a mark, at “\(text.target.string(word))”: is the rest missing?",
                target: word
            )
        ]
    }

    /// Whether a source tells of somebody as no string of a program does.
    private func isTold(_ text: PairText) -> Bool {
        switch text.pair.kind {
        case .paragraph, .cue: break
        default: return false
        }
        guard text.source.codes.isEmpty, text.source.scalars.count >= 4,
            let first = text.source.scalars.first(where: { !$0.isSpace })
        else { return false }
        return "他她".unicodeScalars.contains(first) && text.source.scalars.last { !$0.isSpace } == "。"
    }

    private func finding(_ text: PairText, _ range: Range<Int>) -> Finding {
        text.finding(
            Self.code,
            .error,
            "The translation stops in the middle of a sentence, at “\(text.target.string(range))”: the rest is missing.",
            target: range
        )
    }

    private static func lastMark(of scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        scalars.last { !$0.isSpace && $0.value != 0xFFFC }
    }
}
