package import Text

/// How Chinese names are written in a market: the order of surname and given name, and what becomes of ü.
package struct NameProfile: Hashable, Sendable {
    package var order: Order
    package var umlaut: Umlaut

    package init(order: Order = .surnameFirst, umlaut: Umlaut = .kept) {
        self.order = order
        self.umlaut = umlaut
    }

    package enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// Lin Dong, as nearly all translated fiction has it.
        case surnameFirst
        /// Dong Lin.
        case surnameLast
    }

    package enum Umlaut: String, Hashable, Sendable, Codable, CaseIterable {
        /// 吕 → Lü (ISO 7098).
        case kept
        /// 吕 → Lyu, as in passports (GB/T 28039—2011) and where readers have no ü on their keys.
        case y
        /// 吕 → Lu; 吕 and 鲁 become one.
        case dropped
    }

    /// What is usual in a locale; nil where names from Chinese are not written in pinyin: locales of other scripts, and
    /// Vietnamese, which has readings of its own.
    package static func usual(in locale: LanguageTag) -> NameProfile? {
        if let script = locale.script { return script == "Latn" ? NameProfile() : nil }
        let others: Set = [
            "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "ja", "ko", "th", "lo", "km", "my", "ar", "fa",
            "ur",
            "ps", "he", "yi", "hi", "mr", "ne", "bn", "ta", "te", "kn", "ml", "gu", "pa", "si", "el", "ka", "hy", "am",
            "vi",
            "bo", "ug", "dv",
        ]
        return others.contains(locale.language) || locale.writesHan ? nil : NameProfile()
    }
}
