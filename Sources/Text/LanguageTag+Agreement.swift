extension LanguageTag {
    /// Whether a text in one of the locales can stand for one in the other: the same language, and neither another script
    /// nor another region.
    ///
    /// `zh-CN` and `zh-Hans` agree, `zh-TW` and `zh-Hans` do not; `en` agrees with `en-GB`, `en-US` does not.
    package func agrees(with other: LanguageTag) -> Bool {
        guard language == other.language else { return false }
        if let own = likelyScript, let its = other.likelyScript, own != its { return false }
        guard let region, let its = other.region, language != "zh" else { return true }
        return region == its
    }

    private var likelyScript: String? {
        if let script { return script }
        guard language == "zh" else { return nil }
        switch region {
        case "TW", "HK", "MO": return "Hant"
        case "CN", "SG", "MY": return "Hans"
        default: return nil
        }
    }
}
