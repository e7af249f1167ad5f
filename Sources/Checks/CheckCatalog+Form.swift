/// Checks of a translation's form: codes, script, width, punctuation, space, limits.
extension CheckCatalog {
    static let form: [any Check.Type] = [
        InlineCodes.self, TextCodes.self, PluralForms.self, Links.self, LineBreaks.self,
        HanLeft.self, ForeignScript.self, ScriptMix.self, WideLetters.self, EastAsianMarks.self, Mojibake.self,
        PrivateUse.self,
        InvisibleCharacters.self, LookAlikes.self, PinyinTones.self,
        SentenceEnd.self, QuoteBalance.self, QuoteStyle.self, ChineseRuns.self, RepeatedMarks.self, MiddleDot.self,
        LocaleMarks.self, FrenchSpacing.self,
        DoubleSpace.self, EdgeSpace.self, SpaceAroundMarks.self, RepeatedWord.self, CapitalAfterStop.self,
        TextLimit.self, TooWide.self, GlyphMissing.self, SubtitleText.self,
    ]

    static let formBooks: [any BookCheck.Type] = [SubtitleTimes.self, SpeechQuotes.self]
}
