package import Text

/// A pair as the checks read it: its scalars, what kinds of characters there are, its words; each is found once for all checks.
///
/// Not `Sendable`: one is made for a unit, asked by every check and dropped.
package final class PairText {
    package let pair: Pair
    package let context: CheckContext
    package let source: TextScan
    package let target: TextScan

    package init(_ pair: Pair, context: CheckContext) {
        self.pair = pair
        self.context = context
        source = TextScan(pair.source)
        target = TextScan(pair.target)
    }

    package convenience init(_ pair: Pair) {
        self.init(pair, context: CheckContext(source: pair.sourceLocale, target: pair.targetLocale))
    }

    /// The plain texts, codes left out.
    package private(set) lazy var plainSource = pair.source.plain
    package private(set) lazy var plainTarget = pair.target.plain

    /// Runs of letters, marks and digits, apostrophes and hyphens between letters included, in scalars of the target's text.
    package private(set) lazy var targetWords: [Range<Int>] = target.words()
    package private(set) lazy var sourceWords: [Range<Int>] = source.words()

    /// What the target's words say of its language.
    package private(set) lazy var language = LanguageReading(
        target,
        words: targetWords,
        locale: context.target,
        script: context.script
    )
    /// How long the texts are, in Latin letters.
    private(set) lazy var sourceWeight = LengthWeight.of(source.scalars)
    private(set) lazy var targetWeight = LengthWeight.of(target.scalars)
    /// The numbers of both texts.
    private(set) lazy var sourceNumbers = SourceNumbers(source.scalars, terms: pair.terms)
    private(set) lazy var targetNumbers = TargetNumbers(scalars: target.scalars, locale: context.target)
    /// The target as the checks of terms and people read it.
    private(set) lazy var termText = TermText(plainTarget, locale: pair.targetLocale)
    private(set) lazy var termForms = TermForms(locale: pair.targetLocale)
    private(set) lazy var termReading = TermReading(pair, text: termText, forms: termForms)

    /// A finding of this unit. Ranges are scalar offsets of `TextScan.scalars`, as the edits of the fix are.
    package func finding(
        _ code: String,
        _ severity: Finding.Severity,
        _ message: String,
        target range: Range<Int>? = nil,
        source sourceRange: Range<Int>? = nil,
        fix: Finding.Fix? = nil
    ) -> Finding {
        Finding(
            code,
            severity,
            message,
            at: Finding.Place(
                unit: pair.key.isEmpty ? nil : pair.key,
                range: range.map { Self.plain($0, in: pair.target) },
                sourceRange: sourceRange.map { Self.plain($0, in: pair.source) }
            ),
            fix: fix
        )
    }

    private static func plain(_ range: Range<Int>, in text: InlineText) -> Range<Int> {
        text.codes.isEmpty ? range : text.plainOffset(range.lowerBound)..<text.plainOffset(range.upperBound)
    }
}
