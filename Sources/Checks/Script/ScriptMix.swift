package import Text

/// Traditional characters in a simplified translation, or the other way round.
package struct ScriptMix: Check {
    package static let code = "script-mix"
    package static let asserts =
        "A translation into zh-Hans has no characters that only traditional Chinese uses, and the other way round."
    package static let locales = "zh-Hans, zh-Hant"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("He left.", "他們走了。", from: "en", to: "zh-Hans"),
        .fails("He left.", "他们走了。", from: "en", to: "zh-Hant"),
        .passes("He left.", "他們走了。", from: "en", to: "zh-Hant"),
        .passes("Empress", "皇后", from: "en", to: "zh-Hant"),
    ]

    private let foreign: Set<Unicode.Scalar>
    private let name: String

    package init?(_ context: CheckContext) {
        guard ["zh", "cmn", "yue"].contains(context.target.language), let isTraditional = context.target.isTraditional
        else {
            return nil
        }
        foreign = isTraditional ? ChineseVariants.onlySimplified : ChineseVariants.onlyTraditional
        name = isTraditional ? "simplified" : "traditional"
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.han) else { return [] }
        let places = text.target.scalars.indices.filter { foreign.contains(text.target.scalars[$0]) }
        guard let first = places.first else { return [] }
        // A source of the same script that was left is the matter of another check.
        var shown = String.UnicodeScalarView()
        for place in places.prefix(8) { shown.append(text.target.scalars[place]) }
        return [
            text.finding(
                Self.code,
                .warning,
                "“\(String(shown))” \(places.count == 1 ? "is" : "are") \(name) in a \(text.pair.targetLocale) translation.",
                target: first..<(first + 1)
            )
        ]
    }
}

extension LanguageTag {
    /// Whether Chinese of this locale is traditional, by script or else by region; nil when nothing says.
    var isTraditional: Bool? {
        switch script {
        case "Hant": return true
        case "Hans": return false
        default: break
        }
        switch region {
        case "TW", "HK", "MO": return true
        case "CN", "SG", "MY": return false
        default: return nil
        }
    }
}
