/// Checks of what a translation says: completeness, numbers, terms, people.
extension CheckCatalog {
    static let meaning: [any Check.Type] = [
        EmptyTarget.self, Untranslated.self, WrongLanguage.self, RefusalOrMetaText.self, DoubledText.self,
        Repetition.self,
        LengthRatio.self,
        Truncated.self, NumberValue.self, TermMissing.self,
        Measure.self, TermForbidden.self, NameVariant.self, GenderPronoun.self, Honorific.self,
    ]

    static let books: [any BookCheck.Type] = [
        ShiftedTranslations.self, TranslationConsistency.self, SameTranslation.self, Headings.self, LengthOutlier.self,
        MissingStop.self,
        Spelling.self,
    ]
}
