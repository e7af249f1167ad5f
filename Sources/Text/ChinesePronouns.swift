/// The third-person pronouns in the singular that a Chinese text writes: 他, 她, 它, sentence by sentence.
///
/// Left out are 他们 and the like, and 他 inside other words: 其他, 吉他, 他人, 他乡, 他妈的.
package struct ChinesePronouns: Hashable, Sendable {
    /// A stretch of speech or of narration.
    package struct Run: Hashable, Sendable {
        /// Inside quotation marks.
        package var isSpeech: Bool
        /// Ends with a colon: it says who speaks next.
        package var introduces: Bool
        package var sentences: [Sentence]
    }

    package struct Sentence: Hashable, Sendable {
        /// The gender of the pronoun with which the sentence begins, a light word like 但 or 忽然 left aside.
        package var opening: Term.Gender?
        /// The genders of its pronouns in order; `neutral` for 它, 牠 and 祂.
        package var mentions: [Term.Gender] = []
    }

    /// Those with words in them, in order.
    package private(set) var runs: [Run] = []

    package init(in text: String) {
        var reader = Reader()
        var scalars = text.unicodeScalars.makeIterator()
        var current = scalars.next()
        while let scalar = current {
            let next = scalars.next()
            reader.take(scalar, next)
            current = next
        }
        reader.endRun()
        runs = reader.runs
    }

    /// Whether any of the text stands in quotation marks.
    package var hasSpeech: Bool { runs.contains(where: \.isSpeech) }
    /// Whether any of it stands outside of them.
    package var hasNarration: Bool { runs.contains { !$0.isSpeech } }
    /// The genders of all pronouns in order.
    package var mentions: [Term.Gender] { runs.flatMap { $0.sentences.flatMap(\.mentions) } }

    /// The genders of the pronouns in speech or outside of it, in order.
    package func mentions(speech: Bool) -> [Term.Gender] {
        runs.filter { $0.isSpeech == speech }.flatMap { $0.sentences.flatMap(\.mentions) }
    }

    /// The text outside of its quotation marks.
    package static func narration(of text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xE3 || $0 == 0x22 || $0 == 0xEF }) else { return text }
        var narration = String.UnicodeScalarView()
        var depth = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "「", "『", "‘": depth += 1
            case "”", "」", "』", "’": depth = max(0, depth - 1)
            case "\"", "＂": depth = depth > 0 ? 0 : 1
            default: if depth == 0 { narration.append(scalar) }
            }
        }
        return String(narration)
    }

    private struct Reader {
        var runs: [Run] = []
        private var depth = 0
        private var sentences: [Sentence] = []
        private var sentence = Sentence()
        /// The words of the sentence so far, while they may all be light.
        private var head: [Unicode.Scalar]? = []
        private var hasWords = false
        private var previous: Unicode.Scalar = " "

        init() {}

        mutating func take(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) {
            switch scalar {
            case "“", "「", "『", "‘":
                if depth == 0 { endRun() }
                depth += 1
            case "”", "」", "』", "’":
                if depth == 1 { endRun() }
                depth = max(0, depth - 1)
            case "\"", "＂":
                endRun()
                depth = depth > 0 ? 0 : 1
            case "。", "！", "？", "…", "!", "?": endSentence()
            case "他", "她", "它", "牠", "祂": word(scalar, next)
            default: if scalar.value > 0x3020, !scalar.isCJKPunctuation { plain(scalar) }
            }
            previous = scalar
        }

        private mutating func word(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) {
            guard !ChinesePronouns.isInsideWord(scalar, previous, next) else { return plain(scalar) }
            let gender: Term.Gender = scalar == "他" ? .male : scalar == "她" ? .female : .neutral
            if let head, head.isEmpty || ChinesePronouns.lightWords.contains(head), sentence.mentions.isEmpty {
                sentence.opening = gender
            }
            sentence.mentions.append(gender)
            head = nil
            hasWords = true
        }

        private mutating func plain(_ scalar: Unicode.Scalar) {
            hasWords = true
            head?.append(scalar)
            if head?.count ?? 0 > 4 { head = nil }
        }

        private mutating func endSentence() {
            guard hasWords else { return }
            sentences.append(sentence)
            sentence = Sentence()
            head = []
            hasWords = false
        }

        mutating func endRun() {
            endSentence()
            guard !sentences.isEmpty else { return }
            let introduces = previous == "：" || previous == ":"
            runs.append(Run(isSpeech: depth > 0, introduces: introduces, sentences: sentences))
            sentences = []
        }
    }

    private static let lightWords: Set<[Unicode.Scalar]> = Set(
        [
            "但", "可", "而", "但是", "可是", "于是", "然后", "接着", "随后", "这时", "此时", "忽然", "突然", "只见", "最后", "终于", "这一次", "这次",
            "也许", "当然", "不过", "只是", "其实", "原来", "一时间", "片刻后", "半晌", "良久", "很快", "如今", "现在", "那时", "今天", "昨晚", "当时",
        ].map { Array($0.unicodeScalars) }
    )

    private static func isInsideWord(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar?)
        -> Bool
    {
        switch after {
        case "们", "們", "俩", "倆": return true
        default: break
        }
        guard scalar == "他" else { return false }
        switch before {
        case "其", "吉", "排", "利", "维", "維": return true
        default: break
        }
        switch after {
        case "人", "乡", "鄉", "日", "杀", "殺", "国", "國", "妈", "媽", "娘": return true
        default: return false
        }
    }
}
