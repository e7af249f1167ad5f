/// What helps to compare two languages; everything may be missing.
package struct AlignmentResources: Sendable {
    package var segmenter: Segmenter?
    package var variants: VariantTable
    /// Readings of characters, by which names are found in the other book.
    package var pinyin: Pinyin?
    /// From the source's language into the target's.
    package var dictionary: BilingualDictionary?

    package init(
        segmenter: Segmenter? = nil,
        variants: VariantTable = VariantTable(),
        pinyin: Pinyin? = nil,
        dictionary: BilingualDictionary? = nil
    ) {
        self.segmenter = segmenter
        self.variants = variants
        self.pinyin = pinyin
        self.dictionary = dictionary
    }
}
