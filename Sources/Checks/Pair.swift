package import Text

/// A unit's text with a translation, and what the checks may know about them.
package struct Pair: Sendable {
    package var source: InlineText
    package var target: InlineText
    package var sourceLocale: LanguageTag
    package var targetLocale: LanguageTag
    /// The approved terms that occur in the source.
    package var terms: [Term]
    /// Who is present, for the gender of pronouns.
    package var cast: Cast
    /// Key of the unit, for the place of a finding.
    package var key: String
    /// What the unit is in its file.
    package var kind: Unit.Kind
    /// What the file says about the unit, by the names of `Unit.Note`: times of a cue, the longest text that fits.
    package var notes: [String: String]

    package init(
        source: InlineText,
        target: InlineText,
        sourceLocale: LanguageTag,
        targetLocale: LanguageTag,
        terms: [Term] = [],
        cast: Cast = Cast(),
        key: String = "",
        kind: Unit.Kind = .paragraph,
        notes: [String: String] = [:]
    ) {
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.terms = terms
        self.cast = cast
        self.key = key
        self.kind = kind
        self.notes = notes
    }

    /// A finding of this unit; the range is one of the plain target.
    func finding(_ code: String, _ severity: Finding.Severity, _ message: String, range: Range<Int>? = nil) -> Finding {
        Finding(code, severity, message, at: Finding.Place(unit: key.isEmpty ? nil : key, range: range))
    }
}
