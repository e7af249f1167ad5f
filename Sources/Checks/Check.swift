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
    /// Key of the unit, for the place of a finding.
    package var key: String

    package init(
        source: InlineText,
        target: InlineText,
        sourceLocale: LanguageTag,
        targetLocale: LanguageTag,
        terms: [Term] = [],
        key: String = ""
    ) {
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.terms = terms
        self.key = key
    }

    func finding(_ code: String, _ severity: Finding.Severity, _ message: String, range: Range<Int>? = nil) -> Finding {
        Finding(code, severity, message, at: Finding.Place(unit: key.isEmpty ? nil : key, range: range))
    }
}

/// The checks that every answer of an engine goes through before it is kept.
package enum Verification {
    package static let checks: [any Check.Type] = [
        EmptyTarget.self, InlineCodes.self, RefusalOrMetaText.self, HanLeft.self, Repetition.self, LengthRatio.self,
        NumberValue.self, TermMissing.self,
    ]

    package static func findings(in pair: Pair) -> [Finding] {
        guard EmptyTarget.findings(in: pair).isEmpty else { return EmptyTarget.findings(in: pair) }
        return checks.dropFirst().flatMap { $0.findings(in: pair) }
    }
}

extension Finding {
    /// Whether a translation with this finding must never be kept, as against one that may be kept with its flag when no
    /// engine gives a better one and the project's policy is `keep: flagged`.
    package var isHard: Bool {
        severity == .error && code != NumberValue.code && code != LengthRatio.code
    }
}
