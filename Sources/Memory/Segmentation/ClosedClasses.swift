/// Sets of words that are classes of their own, and what the dictionary's parts of speech do not say of a word.
struct ClosedClasses {
    private let auxiliaries: Set<[UInt32]>
    private let demonstratives: Set<[UInt32]>
    private let numerals: Set<UInt32>
    private let placeEndings: Set<UInt32>
    private let surnames: Set<UInt32>

    init(variants: VariantTable) {
        auxiliaries = Set(Self.auxiliaryWords.split(separator: " ").map { variants.folded(String($0)) })
        demonstratives = Set("这那每哪某几此各该".unicodeScalars.map { variants.folded(String($0)) })
        numerals = Set(variants.folded(CharacterTraits.numerals))
        placeEndings = Set(variants.folded("市省县国州城山河江湖海港岛区镇村街路京岭关峡寨桥洲湾"))
        surnames = Set(variants.folded(Surnames.single))
    }

    /// - Parameter word: folded characters.
    func `class`(of word: ArraySlice<UInt32>, as kind: WordClass) -> WordClass {
        guard let first = word.first, let last = word.last else { return kind }
        if word.count <= 2 {
            let word = Array(word)
            if auxiliaries.contains(word) { return .auxiliary }
            if demonstratives.contains(word) { return .demonstrative }
        }
        if word.count == 1 {
            if numerals.contains(first) { return .numeral }
            switch kind {
            case .noun, .place: return .morpheme
            case .person: return surnames.contains(first) ? .person : .unsure
            default: return kind
            }
        }
        switch kind {
        // 长大 and 明白 are a place and a name there.
        case .place: return word.count < 4 && !placeEndings.contains(last) ? .unsure : .place
        case .person: return surnames.contains(first) && word.count <= 3 ? .person : .unsure
        default: return kind
        }
    }

    private static let auxiliaryWords =
        "会 要 能 可 想 敢 肯 应 该 必 须 将 欲 可以 能够 应该 必须 将要 愿意 不会 不要 不能 不想 不敢 不肯 可能"
}
