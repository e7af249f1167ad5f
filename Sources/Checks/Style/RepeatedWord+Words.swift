/// Words that may stand twice in a row.
extension RepeatedWord {
    /// Signs of many in a source.
    static let manifold = Set("们們些各每许許众眾都诸諸".unicodeScalars)
    /// What is said twice to say it more, where the source does so.
    static let degrees: Set<String> = [
        "very", "really", "so", "much", "too", "far", "many", "sehr", "viel", "zu", "très", "trop", "muy", "mucho",
        "muito",
        "molto", "tanto", "очень", "так", "sangat", "sekali", "rất", "lắm", "çok", "bardzo", "дуже", "heel", "πολύ",
        "جدا", "جدًا",
    ]

    /// What is called out twice when the source does so.
    static let called: Set<String> = [
        "no", "yes", "ha", "haha", "he", "hehe", "ho", "hey", "oh", "ah", "bye", "very", "so", "there", "now", "come",
        "go",
        "knock", "tick", "tock", "well", "good", "ok", "okay", "right", "wait", "stop", "quick", "run", "please",
        "sorry",
        "really", "never", "more", "many", "long", "far", "up", "down", "on", "si", "sí", "non", "oui", "nein", "ja",
        "da",
        "нет", "да", "ой", "ну", "ха", "хи", "очень", "muy", "très", "sehr", "tidak", "ya", "não", "sim", "la", "na",
    ]

    /// Small words of languages that double other words as grammar: Vietnamese từ từ, Turkish yavaş yavaş.
    static let asked: [String: Set<String>] = [
        "vi": [
            "của", "và", "các", "những", "được", "trong", "cho", "với", "đã", "sẽ", "đó",
            "ở",
            "để", "khi", "bị", "một", "như", "nhưng", "tại",
        ],
        "tr": ["ve", "bu", "için", "ile", "de", "da", "ama", "o", "onun", "gibi", "kadar", "değil"],
        "ko": ["그리고", "하지만", "나는", "그는", "그녀는", "것은", "있는", "그의", "이", "그", "수", "것"],
        "hi": ["और", "के", "का", "की", "में", "है", "को", "से", "पर", "यह", "वह", "एक", "नहीं", "था"],
        "bn": ["এবং", "এই", "তার", "না"], "mr": ["आणि", "आहे"], "ne": ["र", "को", "मा"], "ta": ["மற்றும்", "ஒரு"],
        "te": ["మరియు", "ఒక"], "ml": ["ഒരു"], "kn": ["ಒಂದು"], "gu": ["અને"], "pa": ["ਅਤੇ"],
        "az": ["və", "bu"], "kk": ["және", "бұл"], "ky": ["жана", "бул"], "uz": ["va", "bu"],
    ]

    /// Words that a language sets twice in a row in right sentences.
    static let doubled: [String: Set<String>] = [
        "en": ["had", "that", "her"], "fr": ["nous", "vous"], "de": ["die", "das", "der", "sie", "sich"],
        "it": ["via", "piano", "quasi"],
        "es": [], "pt": [], "nl": ["die", "dat", "ze"], "sv": ["som", "det"], "da": ["det", "der"],
        "id": ["masing", "pelan", "hati", "diam", "tiba"], "ms": ["masing"], "tl": ["araw", "gabi", "dahan"],
        "ru": ["еле", "чуть", "вот", "едва", "далеко", "давно", "много", "крепко"], "uk": ["ледь", "геть"],
        "pl": ["coraz"], "he": ["לאט", "מאוד"], "ar": ["شيئا", "شيئًا"],
    ]
}
