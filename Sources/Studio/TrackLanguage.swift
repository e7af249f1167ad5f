import Text

/// The three-letter code of a language, as containers name it (ISO 639-2).
enum TrackLanguage {
    /// - Parameter bibliographic: what Matroska asks for (`chi`); MP4 has the terminological codes (`zho`).
    static func code(_ locale: LanguageTag, bibliographic: Bool) -> String {
        let language = locale.language
        if bibliographic, let code = bibliographicCodes[language] { return code }
        return codes[language] ?? (language.utf8.count == 3 ? language : "und")
    }

    /// Where the two sets differ.
    private static let bibliographicCodes = [
        "zh": "chi", "fr": "fre", "de": "ger", "nl": "dut", "el": "gre", "cs": "cze", "sk": "slo", "fa": "per",
        "ms": "may",
        "my": "bur", "ro": "rum", "sq": "alb", "hy": "arm", "eu": "baq", "ka": "geo", "is": "ice", "mk": "mac",
        "bo": "tib",
        "cy": "wel",
    ]

    private static let codes = [
        "zh": "zho", "en": "eng", "es": "spa", "pt": "por", "fr": "fra", "de": "deu", "it": "ita", "ru": "rus",
        "id": "ind",
        "ms": "msa", "vi": "vie", "th": "tha", "ja": "jpn", "ko": "kor", "ar": "ara", "tr": "tur", "pl": "pol",
        "hi": "hin",
        "nl": "nld", "el": "ell", "cs": "ces", "sk": "slk", "fa": "fas", "my": "mya", "ro": "ron", "sq": "sqi",
        "hy": "hye",
        "eu": "eus", "ka": "kat", "is": "isl", "mk": "mkd", "bo": "bod", "cy": "cym", "uk": "ukr", "he": "heb",
        "sv": "swe",
        "da": "dan", "no": "nor", "nb": "nob", "fi": "fin", "hu": "hun", "bg": "bul", "hr": "hrv", "sr": "srp",
        "sl": "slv",
        "ca": "cat", "km": "khm", "lo": "lao", "bn": "ben", "ta": "tam", "te": "tel", "ur": "urd", "sw": "swa",
        "af": "afr",
        "et": "est", "lv": "lav", "lt": "lit", "mn": "mon", "kk": "kaz", "uz": "uzb", "ne": "nep", "si": "sin",
        "tl": "tgl",
    ]
}
