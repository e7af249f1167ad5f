package import Text

/// An approved term whose target form is not there.
package struct TermMissing: Check {
    package static let code = "term-missing"
    package static var severity: Finding.Severity { .warning }
    package static let asserts = "Each approved term of the source has one of its target forms in the translation."
    package static let examples: [CheckExample] = [
        .fails("林动点头。", "The boy nodded.", terms: [Term(source: "林动", target: "Lin Dong", kind: .person)]),
        .fails(
            "他拿出灵石。",
            "Er holte Steine hervor.",
            to: "de",
            terms: [Term(source: "灵石", target: "Geiststein", kind: .item)]
        ),
        .passes("林动点头。", "Lin Dong nodded.", terms: [Term(source: "林动", target: "Lin Dong", kind: .person)]),
        .passes(
            "他拿出三块灵石。",
            "He took out three spirit stones.",
            terms: [Term(source: "灵石", target: "spirit stone", kind: .item)]
        ),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard !text.pair.terms.isEmpty else { return [] }
        return text.termReading.findings(in: text.pair) { $0 == Self.code }
    }
}

/// A form that the termbase forbids.
package struct TermForbidden: Check {
    package static let code = "term-forbidden"
    package static var severity: Finding.Severity { .warning }
    package static let asserts = "No forbidden form of a term stands in the translation of a unit that holds the term."
    package static let examples: [CheckExample] = [
        .fails(
            "他拿出灵石。",
            "He took out a magic rock.",
            terms: [Term(source: "灵石", target: "spirit stone", forbidden: ["magic rock"])]
        ),
        .passes(
            "他拿出灵石。",
            "He took out a spirit stone.",
            terms: [Term(source: "灵石", target: "spirit stone", forbidden: ["magic rock"])]
        ),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard !text.pair.terms.isEmpty else { return [] }
        return text.termReading.findings(in: text.pair) { $0 == Self.code }
    }
}

/// A name that is nearly an approved one: Lin Tong, Lindong or Dong Lin for Lin Dong.
package struct NameVariant: Check {
    package static let code = "name-variant"
    package static var severity: Finding.Severity { .warning }
    package static let asserts = "A name in the translation is spelled as approved, or is another name."
    package static let examples: [CheckExample] = [
        .fails("林动点头。", "Lin Tong nodded.", terms: [Term(source: "林动", target: "Lin Dong", kind: .person)]),
        .passes("林动点头。", "Lin Dong nodded.", terms: [Term(source: "林动", target: "Lin Dong", kind: .person)]),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard !text.pair.terms.isEmpty else { return [] }
        return text.termReading.findings(in: text.pair) { $0 == Self.code }
    }
}

extension TermReading {
    init(_ pair: Pair) {
        self.init(
            pair,
            text: TermText(pair.terms.isEmpty ? "" : pair.target.plain, locale: pair.targetLocale),
            forms: TermForms(locale: pair.targetLocale)
        )
    }

    /// One finding for each fault: a variant or a forbidden form says more than that the term is missing.
    func findings(in pair: Pair, where isAsked: (String) -> Bool = { _ in true }) -> [Finding] {
        var findings: [Finding] = []
        for use in uses {
            let term = use.term
            let right = "“\(term.source)” should be “\(term.target)” here"
            if isAsked(TermForbidden.code) {
                for hit in use.forbidden.prefix(1) {
                    findings.append(
                        pair.finding(TermForbidden.code, .warning, "\(right), never “\(hit.form)”.", range: hit.range)
                    )
                }
            }
            if let variant = use.variant {
                guard isAsked(NameVariant.code) else { continue }
                findings.append(
                    pair.finding(
                        NameVariant.code,
                        .warning,
                        "\(right), not “\(variant.text)”\(Self.why(variant.reason)).",
                        range: variant.range
                    )
                )
            } else if !use.isKept, use.forbidden.isEmpty, isAsked(TermMissing.code) {
                findings.append(pair.finding(TermMissing.code, .warning, "\(right)."))
            }
        }
        return findings
    }

    private static func why(_ reason: Variant.Reason) -> String {
        switch reason {
        case .spacing: ", which is set otherwise"
        case .order: ", in another order"
        case .romanization: ", in another romanization"
        case .spelling: ""
        }
    }
}
