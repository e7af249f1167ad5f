package import Text

/// An engine that speaks about the task in place of doing it.
package struct RefusalOrMetaText: Check {
    package static let code = "refusal-or-meta"
    package static let asserts = "The translation is the text, not a refusal, a remark or a label around it."

    /// Phrases that no story says, in lower case; wherever they stand.
    private static let anywhere = [
        "as an ai language model", "as an ai model", "as a language model", "i'm an ai", "i am an ai assistant",
        "content policy", "against my guidelines", "i can't assist with", "i cannot assist with",
        "i can't help with that request", "cannot translate this", "can't translate this", "unable to translate",
        "help with translating", "assist with translating", "translating this content",
        "i cannot provide a translation", "作为一个ai", "作为ai", "作为一个人工智能", "无法翻译", "不能翻译", "以下是翻译", "翻译如下",
        "</think>", "<think>", "```", "<|im_end|>", "<end_of_turn>",
    ]

    /// Phrases that are a label when they stand first.
    private static let first = [
        "here is the translat", "here's the translat", "here are the translat", "translation:", "translated text:",
        "the translation is", "english translation", "sure, here", "sure! here", "certainly! here", "certainly, here",
        "of course! here", "i'm sorry, but i can", "i am sorry, but i can", "i apologize, but i can", "译文：", "翻译：",
        "抱歉，我无法", "抱歉，我不能", "对不起，我无法", "english:", "chinese:",
    ]

    /// What a source says that speaks of a translation or begs pardon itself.
    private static let labelled = ["翻译", "译文", "翻譯", "譯文", "译成"]
    private static let apologies = ["抱歉", "对不起", "對不起", "不好意思", "恕", "见谅", "sorry"]

    private static func isApology(_ phrase: String) -> Bool {
        ["sorry", "apologize", "抱歉", "对不起"].contains { phrase.contains($0) }
    }

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        let target = pair.target.plain.lowercased()
        let source = pair.source.plain.lowercased()
        for phrase in anywhere where target.contains(phrase) && !source.contains(phrase) {
            return [pair.finding(code, .error, "The engine spoke about the task: “\(phrase)”.")]
        }
        let start = target.drop { " \"“'*#".contains($0) }
        for phrase in first where start.hasPrefix(phrase) {
            // A character may say it, too: then the source says so.
            if labelled.contains(where: source.contains), !isApology(phrase) { return [] }
            if apologies.contains(where: source.contains), isApology(phrase) { return [] }
            return [pair.finding(code, .error, "The answer begins with a remark of the engine: “\(phrase)…”.")]
        }
        return []
    }
}
