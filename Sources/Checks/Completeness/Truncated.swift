package import Text

/// A translation that stops in the middle of a sentence.
package struct Truncated: Check {
    package static let code = "truncated"
    package static let asserts =
        "A translation of a whole sentence does not stop at a comma or at a word that wants another."
    package static let locales =
        "all but those written without stops; dangling words in \(dangling.keys.sorted().joined(separator: ", "))"
    package static let examples: [CheckExample] = [
        .fails("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the"),
        .fails("他走进屋里，把剑放在桌上。", "He went into the house,"),
        .fails("他走进屋里，把剑放在桌上。", "Entró en la casa y dejó la espada sobre la", to: "es"),
        .passes("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the table"),
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

    package init?(_ context: CheckContext) {
        switch context.script {
        case .thai, .lao, .khmer, .tibetan, .myanmar: return nil
        default: break
        }
        words = Self.dangling[context.target.language] ?? []
    }

    package func findings(in text: PairText) -> [Finding] {
        guard let end = Self.lastMark(of: text.source.scalars), "。！？!?.…”」』".unicodeScalars.contains(end),
            let place = text.target.scalars.lastIndex(where: { !$0.isSpace })
        else { return [] }
        let last = text.target.scalars[place]
        if ",，、،".unicodeScalars.contains(last) {
            return [finding(text, place..<(place + 1))]
        }
        guard let word = text.targetWords.last, word.upperBound == place + 1, text.targetWords.count >= 3,
            words.contains(text.target.string(word).lowercased())
        else { return [] }
        // A heading may end in such a word, and so may a speech that is broken off; the source's mark says which it is.
        return end == "…" || end == "”" && text.source.scalars.dropLast().last == "…" ? [] : [finding(text, word)]
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
