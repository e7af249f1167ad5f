internal import Checks
internal import FoundationEssentials
internal import Text

/// The dictionaries of hunspell that this machine has: `de_DE.aff` with `de_DE.dic`.
///
/// They are looked for in the folders of `$CARAVAN_SPELLING` (with `:` between) and in `/usr/share/hunspell`, where Debian's
/// packages put them.
struct SpellingDictionaries {
    private let folders: [String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        folders =
            (environment["CARAVAN_SPELLING"] ?? "").split(separator: ":").map(String.init) + ["/usr/share/hunspell"]
    }

    /// The dictionary of a locale: of its region when there is one, else of the language's own country, else any of the
    /// language.
    func files(for locale: LanguageTag) -> SpellingFiles? {
        for folder in folders {
            let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let stems = Set(entries.filter { $0.hasSuffix(".aff") }.map { String($0.dropLast(4)) })
                .intersection(entries.filter { $0.hasSuffix(".dic") }.map { String($0.dropLast(4)) })
            if let stem = Self.best(stems, for: locale) {
                return SpellingFiles(
                    affixes: Files.join(folder, "\(stem).aff"),
                    words: Files.join(folder, "\(stem).dic")
                )
            }
        }
        return nil
    }

    static func best(_ stems: Set<String>, for locale: LanguageTag) -> String? {
        let tags = stems.sorted().compactMap { stem in LanguageTag(stem).map { (stem: stem, tag: $0) } }
            .filter { entry in
                let isScript = locale.script == nil || entry.tag.script == nil || entry.tag.script == locale.script
                return entry.tag.language == locale.language && isScript
            }
        let country = locale.region ?? countries[locale.language] ?? locale.language.uppercased()
        return (tags.first { $0.tag.region == country } ?? tags.first { $0.tag.region == nil } ?? tags.first)?.stem
    }

    /// Where the country is not called like the language.
    private static let countries = [
        "en": "US", "da": "DK", "sv": "SE", "cs": "CZ", "uk": "UA", "el": "GR", "sl": "SI", "et": "EE", "ko": "KR",
        "vi": "VN", "nb": "NO",
    ]
}
