package import Text

/// A quality check: a question to a unit and its translation.
///
/// A finding of severity `error` means that an answer of an engine is not to be kept; see `Finding.isHard` for what may
/// be kept with its flag when nothing better came.
package protocol Check: Sendable {
    /// Stable, kebab-case; the code of its findings.
    static var code: String { get }
    /// What it asserts, in one sentence, for the documentation.
    static var asserts: String { get }

    static func findings(in pair: Pair) -> [Finding]
}

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

    package init(
        source: InlineText,
        target: InlineText,
        sourceLocale: LanguageTag,
        targetLocale: LanguageTag,
        terms: [Term] = [],
        cast: Cast = Cast(),
        key: String = ""
    ) {
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.terms = terms
        self.cast = cast
        self.key = key
    }

    func finding(_ code: String, _ severity: Finding.Severity, _ message: String, range: Range<Int>? = nil) -> Finding {
        Finding(code, severity, message, at: Finding.Place(unit: key.isEmpty ? nil : key, range: range))
    }
}

/// The checks that every answer of an engine goes through before it is kept.
package enum Verification {
    package static let checks: [any Check.Type] =
        [EmptyTarget.self] + ofText + [TermMissing.self, TermForbidden.self, NameVariant.self, GenderPronoun.self]

    private static let ofText: [any Check.Type] = [
        InlineCodes.self, RefusalOrMetaText.self, HanLeft.self, Repetition.self, LengthRatio.self, NumberValue.self,
    ]

    package static func findings(in pair: Pair) -> [Finding] {
        guard EmptyTarget.findings(in: pair).isEmpty else { return EmptyTarget.findings(in: pair) }
        return ofText.flatMap { $0.findings(in: pair) } + names(in: pair)
    }

    /// What the checks of terms and people say, which read the translation once for all of them.
    package static func names(in pair: Pair) -> [Finding] {
        let mayGender = GenderPronoun.applies(to: pair)
        guard mayGender || !pair.terms.isEmpty else { return [] }
        let text = TermText(pair.target.plain, locale: pair.targetLocale)
        let forms = TermForms(locale: pair.targetLocale)
        let terms = TermReading(pair, text: text, forms: forms).findings(in: pair)
        return mayGender ? terms + GenderPronoun.findings(in: pair, text: text, forms: forms) : terms
    }
}

extension Finding {
    /// Whether a translation with this finding must never be kept, as against one that may be kept with its flag when no
    /// engine gives a better one and the project's policy is `keep: flagged`.
    package var isHard: Bool {
        severity == .error && code != NumberValue.code && code != LengthRatio.code
    }

    /// Whether an engine is asked once more for a translation that could be kept: a term or a name is wrong, or a person's
    /// gender surely is.
    package var isWorthARepair: Bool {
        switch code {
        case TermMissing.code, TermForbidden.code, NameVariant.code, GenderPronoun.code: severity >= .warning
        default: false
        }
    }
}
