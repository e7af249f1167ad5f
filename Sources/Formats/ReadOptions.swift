package import Text

/// What is known of a file before it is read, and how it shall be read. Everything may be left out.
package struct ReadOptions: Sendable, Hashable {
    /// The encoding of a text file; nil has it detected.
    package var encoding: TextEncoding?
    /// The locale to translate from: chooses the column or the element of a file that holds several.
    package var source: LanguageTag?
    /// The locales to translate into: choose the columns of existing translations, and the plural forms that are needed.
    /// Without any, a plural message has the forms that the file itself has.
    package var targets: [LanguageTag]
    /// Which columns of a table hold what; nil has it found out from the header row.
    package var columns: ColumnMapping?
    /// Which elements and attributes of an XML file that no other format knows hold text, as `ElementRule` reads them.
    package var elements: [String]
    /// Syntaxes of placeholders beside those of the format.
    package var placeholders: Set<PlaceholderSyntax>
    /// Regular expressions of the project whose matches are placeholders.
    package var patterns: [String]

    package init(
        encoding: TextEncoding? = nil,
        source: LanguageTag? = nil,
        targets: [LanguageTag] = [],
        columns: ColumnMapping? = nil,
        elements: [String] = [],
        placeholders: Set<PlaceholderSyntax> = [],
        patterns: [String] = []
    ) {
        self.encoding = encoding
        self.source = source
        self.targets = targets
        self.columns = columns
        self.elements = elements
        self.placeholders = placeholders
        self.patterns = patterns
    }

    /// The scanner for a format whose own syntaxes are given.
    package func scanner(_ syntaxes: Set<PlaceholderSyntax>) -> PlaceholderScanner {
        PlaceholderScanner(syntaxes.union(placeholders), patterns: patterns)
    }

    /// The plural categories that the targets need, in CLDR's order; nil when no target is known.
    package var pluralCategories: [PluralCategory]? {
        guard !targets.isEmpty else { return nil }
        let needed = Set(targets.flatMap { PluralRules.categories(of: $0) })
        return PluralCategory.allCases.filter(needed.contains)
    }
}

/// Which columns of a table hold what. A column is named as its header cell is, or by its letter (`A`) or number (`1`).
package struct ColumnMapping: Sendable, Hashable {
    package var key: String?
    package var source: String
    /// Column by locale.
    package var targets: [String: String]
    package var comment: String?
    package var speaker: String?
    package var maxLength: String?
    /// Nil: found out.
    package var hasHeader: Bool?

    package init(
        key: String? = nil,
        source: String,
        targets: [String: String] = [:],
        comment: String? = nil,
        speaker: String? = nil,
        maxLength: String? = nil,
        hasHeader: Bool? = nil
    ) {
        self.key = key
        self.source = source
        self.targets = targets
        self.comment = comment
        self.speaker = speaker
        self.maxLength = maxLength
        self.hasHeader = hasHeader
    }
}
