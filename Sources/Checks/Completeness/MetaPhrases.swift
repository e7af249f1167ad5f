/// What engines say of the task in place of doing it: in lower case, with straight apostrophes.
enum MetaPhrases {
    /// Phrases that no story says; wherever they stand.
    static let anywhere = [
        "as an ai language model", "as an ai model", "as a language model", "i'm an ai", "i am an ai assistant",
        "as an ai assistant", "content policy", "content guidelines", "against my guidelines", "i can't assist with",
        "i cannot assist with", "i can't help with that request", "cannot translate this", "can't translate this",
        "cannot translate the", "i cannot translate", "unable to translate", "help with translating",
        "assist with translating", "translating this content", "i have translated", "i've translated",
        "i will translate", "i'll translate", "would like me to translate", "want me to translate",
        "provide the text", "provided any text", "let me know if you", "the original text", "the source text",
        "the provided text", "translator's note", "translator note", "translation note", "(note:", "[note:", "\nnote:",
        "(tn:", "[tn:", "(t/n", "[t/n", "(tl note", "[tl note", "literal translation:", "alternative translation",
        "i cannot provide a translation", "como modelo de lenguaje", "como un modelo de lenguaje",
        "en tant que modèle de langage", "en tant qu'ia", "als ki-sprachmodell", "als sprachmodell",
        "como um modelo de linguagem", "come modello linguistico", "sebagai model bahasa", "как языковая модель",
        "là một mô hình ngôn ngữ", "言語モデルとして", "언어 모델로서", "作为一个ai", "作为ai", "作为一个人工智能", "无法翻译", "不能翻译", "以下是翻译",
        "翻译如下", "</think>", "<think>", "```", "<|im_end|>", "<|im_start|>", "<end_of_turn>", "<|endoftext|>", "[/inst]",
        "<translation>", "</translation>", "nota del traductor", "note du traducteur", "(ndt", "anm. d. übers",
        "anmerkung des übersetzers", "nota do tradutor", "nota del traduttore", "catatan penerjemah", "прим. пер",
        "примечание переводчика", "chú thích của người dịch", "訳注", "译注", "역주",
    ]

    /// Phrases that are a label when they stand first.
    static let first = [
        "here is the translat", "here's the translat", "here are the translat", "here is your translat", "here's my",
        "translation:", "translated:", "translated text:", "target:", "output:", "result:", "answer:", "option 1:",
        "the translation is", "the translation of", "english translation", "sure, here", "sure! here",
        "certainly! here", "certainly, here", "of course! here", "okay, here's the", "okay, here is the",
        "ok, here's the", "ok, here is the", "alright, here", "the text says", "this text says", "the sentence means",
        "the text means", "i'm sorry, but i can", "i am sorry, but i can", "i apologize, but i can",
        "sorry, but i can't", "sorry, i can't", "aquí tienes la traducción", "aquí está la traducción", "traducción:",
        "lo siento, pero no puedo", "voici la traduction", "traduction :", "traduction:",
        "je suis désolé, mais je ne peux", "désolé, mais je ne peux", "hier ist die übersetzung", "übersetzung:",
        "es tut mir leid, aber ich kann", "aqui está a tradução", "tradução:", "desculpe, mas não posso",
        "ecco la traduzione", "traduzione:", "mi dispiace, ma non posso", "berikut terjemahan",
        "berikut adalah terjemahan", "terjemahan:", "maaf, saya tidak", "вот перевод", "перевод:", "извините, но я не",
        "đây là bản dịch", "bản dịch:", "xin lỗi, tôi không thể", "以下は翻訳", "翻訳：", "翻訳:", "申し訳ありませんが", "번역:",
        "다음은 번역", "죄송하지만", "译文：", "翻译：", "抱歉，我无法", "抱歉，我不能", "对不起，我无法", "english:", "chinese:",
        "spanish:", "french:", "german:", "japanese:", "korean:",
    ]

    /// What a person may say, too, but not in a source that says neither I nor no.
    static let refusals = [
        "i'm unable to", "i am unable to", "i'm not able to", "i am not able to", "i can't help with",
        "i cannot help with", "i won't be able to", "i can't continue", "i cannot continue", "i cannot fulfill",
        "i can't fulfill", "i cannot comply", "i can't comply", "i must decline", "i'd be happy to help",
        "fulfill this request", "fulfill that request", "complete this request", "no puedo ayudar", "no puedo cumplir",
        "je ne peux pas vous aider", "je ne peux pas répondre", "ich kann diese anfrage", "ich kann dabei nicht",
        "não posso ajudar", "não posso atender", "non posso aiutar", "saya tidak dapat membantu", "я не могу помочь",
        "к сожалению, я не могу", "я не могу выполнить", "tôi không thể giúp", "お手伝いできません", "도와드릴 수 없",
    ]

    /// Remarks in brackets, where the source has none.
    static let bracketed = ["(lit.", "(lit:", "(literally", "(or \"", "(or “", "(alternatively", "(i.e.", "(implied"]
}
