extension LanguageTag {
    /// The English name of the language for prompts and reports, with the script or region where it tells locales
    /// apart; the tag itself for a language that the table does not hold. Names after CLDR 46.
    package var englishName: String {
        switch (language, script, region) {
        case ("zh", "Hant", "HK"): return "Traditional Chinese (Hong Kong)"
        case ("zh", "Hant", _), ("zh", nil, "TW"), ("zh", nil, "HK"): return "Traditional Chinese"
        case ("zh", "Hans", _), ("zh", nil, "CN"): return "Simplified Chinese"
        default: break
        }
        guard let name = Self.names[language] else { return description }
        if let region { return "\(name) (\(Self.regions[region] ?? region))" }
        return name
    }

    private static let names: [String: String] = [
        "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bangla",
        "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
        "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fil": "Filipino", "fr": "French",
        "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
        "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
        "km": "Khmer", "ko": "Korean", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mn": "Mongolian",
        "ms": "Malay", "my": "Burmese", "nb": "Norwegian Bokmål", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian",
        "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak",
        "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
        "te": "Telugu", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
        "vi": "Vietnamese", "yue": "Cantonese", "zh": "Chinese", "zu": "Zulu",
    ]

    private static let regions: [String: String] = [
        "419": "Latin America", "BR": "Brazil", "PT": "Portugal", "US": "United States", "GB": "United Kingdom",
        "MX": "Mexico", "ES": "Spain", "CA": "Canada", "FR": "France", "AU": "Australia", "IN": "India",
    ]
}
