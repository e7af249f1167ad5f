package import Text

/// The checks that every answer of an engine goes through before it is kept.
package enum Verification {
    package static let checks: [any Check.Type] =
        [EmptyTarget.self] + ofText + [TermMissing.self, TermForbidden.self, NameVariant.self, GenderPronoun.self]

    private static let ofText: [any Check.Type] = [
        InlineCodes.self, RefusalOrMetaText.self, HanLeft.self, Repetition.self, LengthRatio.self, NumberValue.self,
    ]

    package static func findings(in pair: Pair) -> [Finding] {
        guard EmptyTarget.findings(in: pair).isEmpty else { return EmptyTarget.findings(in: pair) }
        return ofText.flatMap { $0.findings(in: pair) } + names(in: pair) + remarks(in: pair)
    }

    /// What all other checks say. An answer is not refused for it: an error is a warning here, for a person to see.
    private static func remarks(in pair: Pair) -> [Finding] {
        let text = PairText(pair)
        let asked = Set(checks.map { $0.code })
        return CheckCatalog.checks.filter { !asked.contains($0.code) }.flatMap { check in
            (check.init(text.context)?.findings(in: text) ?? []).map { finding in
                var finding = finding
                finding.severity = min(finding.severity, .warning)
                return finding
            }
        }
    }

    /// An answer with what is safe to mend mended: marks of another script, doubled spaces, spaces at the ends.
    package static func mended(_ pair: Pair) -> InlineText {
        let context = CheckContext(source: pair.sourceLocale, target: pair.targetLocale)
        let form = Set(CheckCatalog.form.map { $0.code })
        return SafeFix(CheckSuite(context, only: form)).mend(pair).target
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
