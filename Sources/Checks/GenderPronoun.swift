package import Text

/// A pronoun whose gender is not that of the person it speaks of: “his” of a woman.
///
/// It speaks only where nobody else can be meant. In narration a pronoun is wrong when everybody whom the unit may speak of is of the
/// other gender: the people present, people without a name, what 他 and 她 say in the source. Where the source itself says 她 and the
/// translation has nothing but “he” in as many places, the source wins over the termbase. In speech, where anybody may be
/// spoken of, only the source counts. With people of both genders, or of unknown gender, nothing is said.
package struct GenderPronoun: Check {
    package static let code = "gender-pronoun"
    package static var severity: Finding.Severity { .warning }
    package static let asserts = "A pronoun for a person has the person's gender."
    package static let examples: [CheckExample] = [
        .fails("她推开门，走进了院子。", "He pushed the door open and walked into the yard."),
        .passes("她推开门，走进了院子。", "She pushed the door open and walked into the yard."),
    ]

    private let isEnglish: Bool

    package init?(_ context: CheckContext) {
        guard Self.languages.contains(context.target.language) else { return nil }
        isEnglish = context.target.language == "en"
    }

    package func findings(in text: PairText) -> [Finding] {
        guard Self.applies(to: text.pair), !text.pair.cast.people.isEmpty || Self.tellsGender(text.source) else {
            return []
        }
        guard !isEnglish || Self.readsAsEnglish(text) else { return [] }
        return Self.findings(in: text.pair, text: text.termText, forms: text.termForms)
    }

    package static func findings(in pair: Pair) -> [Finding] {
        guard applies(to: pair) else { return [] }
        let text = TermText(pair.target.plain, locale: pair.targetLocale)
        return findings(in: pair, text: text, forms: TermForms(locale: pair.targetLocale))
    }

    /// Languages of targets in which pronouns are checked (ISO 639-1); in the last five only against the pronouns of the source.
    package static let languages = ["en", "es", "pt", "gl", "it", "fr", "de", "ru", "uk"]

    /// Whether there is anything to look for: the source is Chinese and the target's pronouns tell genders.
    static func applies(to pair: Pair) -> Bool {
        guard pair.sourceLocale.writesHan, pair.sourceLocale.language != "ja" else { return false }
        return languages.contains(pair.targetLocale.language)
    }

    static func findings(in pair: Pair, text: TermText, forms: TermForms) -> [Finding] {
        guard let table = GenderPronounTable(language: pair.targetLocale.language) else { return [] }
        let reader = GenderPronounReader(pair: pair, text: text, forms: forms, table: table)
        return reader.faults().map { fault in
            let word = pair.target.plain.scalars(in: fault.range)
            let whom =
                fault.person.map { "speaks of \($0), who is \(fault.right.rawValue)" }
                ?? "stands where the source says “\(fault.right == .female ? "她" : "他")”"
            let remedy = GenderPronounReader.counterpart(of: word.lowercased()).map { ": it should be “\($0)”" } ?? ""
            return pair.finding(
                code,
                fault.confidence >= sure ? .warning : .note,
                "“\(word)” \(whom)\(remedy).",
                range: fault.range
            )
        }
    }

    /// Without people who are known to be there, only the source's own pronouns can tell.
    private static func tellsGender(_ scan: TextScan) -> Bool {
        scan.scalars.contains { $0 == "他" || $0 == "她" }
    }

    /// Whether the words between the pronouns are English ones: in what is no text of the language, a “her” says nothing.
    private static func readsAsEnglish(_ text: PairText) -> Bool {
        let words = text.targetWords
        guard words.count >= 8 else { return true }
        return words.contains { word in
            word.count <= 4 && commonWords.contains(text.target.string(word).lowercased())
        }
    }

    private static let commonWords: Set<String> = [
        "a", "an", "and", "are", "as", "at", "but", "by", "did", "for", "from", "had", "has", "have", "if", "in", "is",
        "it",
        "not", "of", "on", "or", "out", "that", "the", "then", "they", "this", "up", "was", "were", "what", "when",
        "who",
        "will", "with", "you", "your",
    ]

    /// From this confidence on a finding is a warning and asks for a repair; below `least` nothing is said.
    static let sure = 0.85
    static let least = 0.75
}
