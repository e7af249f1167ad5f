package import Text

/// A quality check of a unit: a question to its source and its translation.
///
/// One is made for a pair of locales and then asked about every unit; nil when it has nothing to say in these locales. A
/// finding of severity `error` is a defect that nobody wants; a `warning` is to be looked at; a `note` is for a reviewer.
package protocol Check: Sendable {
    /// Stable, kebab-case; the code of its findings.
    static var code: String { get }
    /// What it asserts, in one sentence, for the documentation.
    static var asserts: String { get }
    /// For which locales, in words, for the documentation.
    static var locales: String { get }
    /// The worst severity of its findings.
    static var severity: Finding.Severity { get }
    /// Pairs that fail and pairs that pass: the documentation and the tests are made from them.
    static var examples: [CheckExample] { get }

    init?(_ context: CheckContext)

    func findings(in text: PairText) -> [Finding]
}

extension Check {
    package static var locales: String { "all" }
    package static var severity: Finding.Severity { .error }
    package static var examples: [CheckExample] { [] }

    /// The findings of one unit on its own.
    package static func findings(in pair: Pair, policy: CheckPolicy = CheckPolicy()) -> [Finding] {
        let text = PairText(
            pair,
            context: CheckContext(source: pair.sourceLocale, target: pair.targetLocale, policy: policy)
        )
        return Self(text.context)?.findings(in: text) ?? []
    }
}
