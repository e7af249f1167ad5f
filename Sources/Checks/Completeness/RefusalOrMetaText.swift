package import Text

/// An engine that speaks about the task in place of doing it.
package struct RefusalOrMetaText: Check {
    package static let code = "refusal-or-meta"
    package static let asserts = "The translation is the text, not a refusal, a remark or a label around it."
    package static let locales =
        "phrases in en, es, fr, de, pt, it, id, ru, vi, ja, ko, zh; marks of chat models in all"
    package static let examples: [CheckExample] = [
        .fails("他走了。", "I'm sorry, but I can't assist with that."),
        .fails("他走了。", "Here is the translation: He left."),
        .fails("他走了。", "Aquí tienes la traducción: Se fue.", to: "es"),
        .fails("他走了。", "Вот перевод: Он ушёл.", to: "ru"),
        .fails("他走了。", "<think>short</think> He left."),
        .fails("他走了。", "He left. (Note: 他 can also mean “she”.)"),
        .passes("“对不起，我不能帮你。”", "“I'm sorry, but I can't help you.”"),
        .passes("请翻译：你好", "Translation: hello, please"),
    ]

    /// Phrases that no story says, in lower case; wherever they stand.
    private static let anywhere = [
        "as an ai language model", "as an ai model", "as a language model", "i'm an ai", "i am an ai assistant",
        "as an ai assistant", "content policy", "against my guidelines", "i can't assist with", "i cannot assist with",
        "i can't help with that request", "cannot translate this", "can't translate this", "unable to translate",
        "help with translating", "assist with translating", "translating this content", "i have translated",
        "i've translated", "let me know if you", "the original text", "the source text", "translator's note",
        "(note:", "[note:", "literal translation:", "i cannot provide a translation", "como modelo de lenguaje",
        "como un modelo de lenguaje", "en tant que modèle de langage", "en tant qu'ia", "als ki-sprachmodell",
        "als sprachmodell", "como um modelo de linguagem", "come modello linguistico", "sebagai model bahasa",
        "как языковая модель", "là một mô hình ngôn ngữ", "言語モデルとして", "언어 모델로서", "作为一个ai", "作为ai",
        "作为一个人工智能", "无法翻译", "不能翻译", "以下是翻译", "翻译如下", "</think>", "<think>", "```", "<|im_end|>",
        "<|im_start|>", "<end_of_turn>", "<|endoftext|>", "[/inst]",
    ]

    /// Phrases that are a label when they stand first.
    private static let first = [
        "here is the translat", "here's the translat", "here are the translat", "here is your translat", "translation:",
        "translated text:", "the translation is", "english translation", "sure, here", "sure! here", "certainly! here",
        "certainly, here", "of course! here", "i'm sorry, but i can", "i am sorry, but i can", "i apologize, but i can",
        "aquí tienes la traducción", "aquí está la traducción", "traducción:", "lo siento, pero no puedo",
        "voici la traduction", "traduction :", "traduction:", "je suis désolé, mais je ne peux",
        "hier ist die übersetzung",
        "übersetzung:", "es tut mir leid, aber ich kann", "aqui está a tradução", "tradução:", "ecco la traduzione",
        "traduzione:", "berikut terjemahan", "berikut adalah terjemahan", "terjemahan:", "вот перевод", "перевод:",
        "đây là bản dịch", "bản dịch:", "以下は翻訳", "翻訳：", "번역:", "다음은 번역", "译文：", "翻译：", "抱歉，我无法",
        "抱歉，我不能", "对不起，我无法", "english:", "chinese:",
    ]

    /// What a source says that speaks of a translation or begs pardon itself.
    private static let labelled = ["翻译", "译文", "翻譯", "譯文", "译成", "译", "原文", "注"]
    private static let apologies = ["抱歉", "对不起", "對不起", "不好意思", "恕", "见谅", "sorry", "遗憾", "难受"]

    private static func isApology(_ phrase: String) -> Bool {
        ["sorry", "apologize", "抱歉", "对不起", "lo siento", "désolé", "leid"].contains { phrase.contains($0) }
    }

    /// The phrases as bytes, by the first byte of each.
    private static let index: [[[UInt8]]] = (0..<256).map { byte in
        anywhere.map { Array($0.utf8) }.filter { $0.first == UInt8(byte) }
    }
    private static let labels: [[[UInt8]]] = (0..<256).map { byte in
        first.map { Array($0.utf8) }.filter { $0.first == UInt8(byte) }
    }

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        let folded = Self.folded(text)
        if let found = Self.phrase(in: folded) {
            let source = text.plainSource.lowercased()
            let isSaid =
                source.contains(found)
                || found.contains("note:") && text.source.scalars.contains { "（【(［[".unicodeScalars.contains($0) }
                || (found.contains("note") || found.contains("text"))
                    && Self.labelled.contains(where: source.contains)
            if !isSaid { return [text.finding(Self.code, .error, "The engine spoke about the task: “\(found)”.")] }
        }
        let start = Self.begin(of: folded)
        guard start < folded.count else { return [] }
        for label in Self.labels[Int(folded[start])] where Self.holds(folded, label, at: start) {
            let phrase = String(decoding: label, as: UTF8.self)
            // A character may say it, too: then the source says so.
            let source = text.plainSource.lowercased()
            if Self.labelled.contains(where: source.contains), !Self.isApology(phrase) { return [] }
            if Self.apologies.contains(where: source.contains), Self.isApology(phrase) { return [] }
            return [
                text.finding(Self.code, .error, "The answer begins with a remark of the engine: “\(phrase)…”.")
            ]
        }
        return []
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

    /// The first phrase that stands anywhere.
    private static func phrase(in bytes: [UInt8]) -> String? {
        for place in bytes.indices {
            for phrase in index[Int(bytes[place])] where holds(bytes, phrase, at: place) {
                return String(decoding: phrase, as: UTF8.self)
            }
        }
        return nil
    }

    /// Where the text begins after quotes and signs of Markdown.
    private static func begin(of bytes: [UInt8]) -> Int {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x22, 0x23, 0x27, 0x2A: place += 1
            // “
            case 0xE2 where holds(bytes, [0xE2, 0x80, 0x9C], at: place): place += 3
            default: return place
            }
        }
        return place
    }

    private static func holds(_ bytes: [UInt8], _ phrase: [UInt8], at place: Int) -> Bool {
        guard place + phrase.count <= bytes.count else { return false }
        var index = 0
        while index < phrase.count {
            if bytes[place + index] != phrase[index] { return false }
            index += 1
        }
        return true
    }
}
