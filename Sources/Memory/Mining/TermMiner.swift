package import Text

/// Finds the names and terms of a whole book without a model: strings that are frequent, hold together, stand free on both
/// sides and are no everyday words; people by their surnames and by what stands beside them; places, sects, arts and things
/// by their last character.
///
/// Without a segmenter, a lexicon and tables of variants it works too, with more junk; without pinyin no target is proposed.
package struct TermMiner: Sendable {
    let segmenter: Segmenter?
    let lexicon: Lexicon?
    let variants: VariantTable?
    let pinyin: Pinyin?
    let options: Options

    package struct Options: Sendable {
        /// Occurrences without which nothing is proposed; nil: 2 in a short text, up to 4 in a long one.
        package var least: Int?
        /// Proposals at most.
        package var limit: Int
        /// Locale of the target forms in pinyin; nil: none are made.
        package var locale: LanguageTag?
        /// Nil: what is usual in the locale.
        package var profile: NameProfile?

        package init(
            least: Int? = nil,
            limit: Int = 2000,
            locale: LanguageTag? = nil,
            profile: NameProfile? = nil
        ) {
            self.least = least
            self.limit = limit
            self.locale = locale
            self.profile = profile
        }
    }

    package init(
        segmenter: Segmenter?,
        lexicon: Lexicon? = nil,
        variants: VariantTable? = nil,
        pinyin: Pinyin? = nil,
        options: Options = Options()
    ) {
        self.segmenter = segmenter
        self.lexicon = lexicon
        self.variants = variants
        self.pinyin = pinyin
        self.options = options
    }

    /// The terms of a book, the surest and most frequent first. What `known` has is left out; its forms are taken for names,
    /// so that 林师弟 is not proposed where it belongs to a known 林动.
    package func mine(chapters: [MiningChapter], known: [Concept] = []) -> [MinedTerm] {
        let text = MiningText(chapters, segmenter: segmenter, fold: fold)
        let least = options.least ?? (text.ids.count < 60_000 ? 2 : text.ids.count < 300_000 ? 3 : 4)
        let grams = Grams(text, atLeast: max(2, least))
        let sets = CharacterSets(text)
        let judge = CandidateJudge(text: text, grams: grams, sets: sets, lexicon: lexicon)
        var finder = TermFinder(judge: judge)
        finder.find()
        return ProposalWriter(miner: self, judge: judge, known: known).write(finder.accepted)
    }

    /// The character that counts for a character.
    func fold(_ scalar: UInt32) -> UInt32 { variants?.folded(scalar) ?? scalar }
}
