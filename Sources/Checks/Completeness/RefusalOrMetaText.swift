package import Text

/// An engine that speaks about the task in place of doing it.
package struct RefusalOrMetaText: Check {
    package static let code = "refusal-or-meta"
    package static let asserts = "The translation is the text, not a refusal, a remark, a label or marks around it."
    package static let locales =
        "phrases in en, es, fr, de, pt, it, id, ru, vi, ja, ko, zh; marks of chat models in all"
    package static let examples: [CheckExample] = [
        .fails("他走了。", "I'm sorry, but I can't assist with that."),
        .fails("他走了。", "I’m sorry, but I can’t assist with that."),
        .fails("他走了。", "I cannot fulfill this request."),
        .fails("他走了。", "Okay, I will translate the text: He left."),
        .fails("他走了。", "Here is the translation: He left."),
        .fails("他走了。", "Aquí tienes la traducción: Se fue.", to: "es"),
        .fails("他走了。", "Вот перевод: Он ушёл.", to: "ru"),
        .fails("他走了。", "<think>short</think> He left."),
        .fails("他走了。", "He left. (Note: 他 can also mean “she”.)"),
        .fails("他走了。", "He left. [Translator note: a euphemism]"),
        .fails("他走了。", "**He left.**", fixed: "He left."),
        .fails("他走了。", "[He left.]", fixed: "He left."),
        .fails("他走了。", "“He left.”", fixed: "He left."),
        .fails("他走了。", "{\"translation\": \"He left.\"}"),
        .passes("他说自己走了。", "“I left,” he said, “long ago.”"),
        .passes("【他走了。】", "[He left.]"),
        .passes("“我帮不了你。”", "“I'm unable to help you.”"),
        .passes("“对不起，我不能帮你。”", "“I'm sorry, but I can't help you.”"),
        .passes("请翻译：你好", "Translation: hello, please"),
    ]

    /// What a source says that speaks of a translation or begs pardon itself.
    private static let labelled = ["翻译", "译文", "翻譯", "譯文", "译成", "译", "譯", "原文", "注", "註"]
    private static let apologies = ["抱歉", "对不起", "對不起", "不好意思", "恕", "见谅", "sorry", "遗憾", "难受"]

    private static func isApology(_ phrase: String) -> Bool {
        ["sorry", "apologize", "抱歉", "对不起", "lo siento", "désolé", "leid"].contains { phrase.contains($0) }
    }

    private static let anywhere = PhraseIndex(MetaPhrases.anywhere)
    private static let labels = PhraseIndex(MetaPhrases.first)
    private static let refusals = PhraseIndex(MetaPhrases.refusals)
    private static let bracketed = PhraseIndex(MetaPhrases.bracketed)
    /// Who speaks of himself, or denies, may refuse.
    private static let own = Set("我吾咱俺朕臣奴妾某本老在贫小不没無无未别莫勿休免难難恕".unicodeScalars)
    private static let brackets = Set("（【(［[《〔".unicodeScalars)

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        let folded = Self.folded(text)
        if let found = Self.anywhere.first(in: folded), !Self.isSaid(found, text) {
            return [text.finding(Self.code, .error, "The engine spoke about the task: “\(found.trimmed)”.")]
        }
        if !text.source.scalars.contains(where: Self.own.contains), let found = Self.refusals.first(in: folded) {
            return [text.finding(Self.code, .error, "The engine refused, it seems: “\(found)”.")]
        }
        if text.target.traits.contains(.bracket), !text.source.scalars.contains(where: Self.brackets.contains),
            let found = Self.bracketed.first(in: folded)
        {
            return [text.finding(Self.code, .error, "The engine remarks on its words: “\(found)…”.")]
        }
        let start = Self.begin(of: folded)
        if let phrase = Self.labels.phrase(at: start, in: folded) {
            // A character may say it, too: then the source says so.
            let source = text.plainSource.lowercased()
            if Self.labelled.contains(where: source.contains), !Self.isApology(phrase) { return [] }
            if Self.apologies.contains(where: source.contains), Self.isApology(phrase) { return [] }
            if phrase.hasSuffix(":"), source.contains("：") || source.contains(":") { return [] }
            if phrase.contains("says"), source.contains(where: "说说寫写道字".contains) { return [] }
            return [
                text.finding(Self.code, .error, "The answer begins with a remark of the engine: “\(phrase)…”.")
            ]
        }
        return AnswerWrapping.finding(in: text).map { [$0] } ?? []
    }

    /// Whether the source says what looks like a remark.
    private static func isSaid(_ phrase: String, _ text: PairText) -> Bool {
        let source = text.plainSource.lowercased()
        return source.contains(phrase)
            || (phrase.contains("note:") || phrase.hasPrefix("(") || phrase.hasPrefix("["))
                && text.source.scalars.contains(where: brackets.contains)
            || (phrase.contains("note") || phrase.contains("text") || phrase.contains("translat"))
                && labelled.contains(where: source.contains)
            || phrase.contains("let me know") && source.contains(where: "告知说說讲講知".contains)
    }

    /// The plain target in lower case.
    private static func folded(_ text: PairText) -> [UInt8] {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(text.target.scalars.count)
        if text.target.codes.isEmpty {
            for scalar in text.target.scalars { scalar.appendLowercase(to: &folded) }
        } else {
            for scalar in text.plainTarget.unicodeScalars { scalar.appendLowercase(to: &folded) }
        }
        for index in folded.indices where folded[index].value == 0x2019 { folded[index] = "'" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(folded.count + folded.count / 2)
        for scalar in folded {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        return bytes
    }

    /// Where the text begins after quotes and signs of Markdown.
    private static func begin(of bytes: [UInt8]) -> Int {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x22, 0x23, 0x27, 0x2A: place += 1
            // “
            case 0xE2 where bytes[place...].starts(with: [0xE2, 0x80, 0x9C]): place += 3
            default: return place
            }
        }
        return place
    }
}
