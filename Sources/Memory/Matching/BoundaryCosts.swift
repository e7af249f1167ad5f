/// Weights of what is no dictionary word, as natural logarithms of a share of running text, set by hand on general
/// grounds and tried on labelled sentences (`Tests/MemoryTests/Labelled/boundaries.tsv`).
struct BoundaryCosts: Sendable {
    /// A term is in the list because it recurs. One that the dictionary knows has its own weight as well, so that the list
    /// adds little; one that it does not know has no other, and the longer it is, the less it stands there by chance.
    func term(length: Int, dictionaryWeight: Float?) -> Float {
        if length == 1 { return max(dictionaryWeight ?? -8, -8) }
        if let dictionaryWeight { return max(dictionaryWeight, -12) }
        return length == 2 ? -9.5 : length == 3 ? -9.4 : -8.9
    }

    /// How much likelier another cutting must be.
    var tolerance: Float = 0
    var latin: Float = -8
    /// A number of several digits, and each digit of it.
    var number: Float = -5.5
    var numeral: Float = -1
    var leastName: Float = -19
    /// Somebody whose name is a listed one and a character more, and the same where the listed one is a plain word as well.
    var longerName: Float = -3
    var longerWord: Float = -4.6
    var leastLast: Float = -6.5
    /// A name that ends in a title (顾少爷) is for the most part a shorter one before it.
    var titleInName: Float = -3
    /// A title behind a surname is likelier than anywhere else.
    var surnameBeforeTitle: Float = 2
    /// Two characters that are no word of the dictionary.
    var unknown: Float = -18.5
    /// Of an unknown word's first character, as a word: what is seen more often is one of the small words (不, 在), what is
    /// seen less is for the most part a part of a name.
    var leastUnknown: Float = -14
    var mostUnknown: Float = -7
    /// What words of one character and their neighbours make at most of two characters apart.
    var mostApart: Float = 2.5
    /// About the widest difference that the next word makes.
    var beam: Float = 4.5

    /// A single character as another kind of word than the dictionary says: 光 in 光着脚.
    var otherVerb: Float = -1.5
    /// Of a character that may be a verb all the same.
    var leastVerb: Float = -11
    /// A name of the dictionary that is a word.
    var otherName: Float = -0.5

    /// A word of one character that has a meaning of its own: the dictionary counts those too often that mostly stand in
    /// words.
    func alone(_ kind: WordClass) -> Float {
        switch kind {
        case .morpheme, .adjective, .attribute: -1.5
        case .verb, .auxiliary, .person, .unsure, .time, .measure, .state: -1
        default: 0
        }
    }

    /// How much likelier a dictionary word that holds the form may be than its parts.
    ///
    /// - Parameters:
    ///   - form: its length, and `word` that of the word that holds it.
    ///   - ownWeight: of the form as a word of the dictionary.
    ///   - restLength: what is left of the word, when that is one piece, and its weight as a word of the dictionary.
    func allowance(
        form: Int,
        word: Int,
        wordWeight: Float,
        ownWeight: Float?,
        restLength: Int?,
        restWeight: Float?,
        isNumber: Bool,
        isCounted: Bool,
        isSurname: Bool,
        isSuffixed: Bool,
        isThing: Bool
    ) -> Float {
        guard let restLength else { return 0 }
        // 十三岁 is a number and what it counts.
        if isNumber { return 8 }
        // 王师傅 is a name and a title; 一剑 and 风吹 are chance neighbours; 行李 is a word.
        let chance: Float = wordWeight < -16 ? 4 : 0
        if form == 1 {
            if restLength > 1 { return isSurname && (restWeight ?? -20) > -13 ? 8 : single + chance }
            return isCounted ? counted : isSuffixed ? suffixedSingle : single + chance
        }
        // Four characters of two words each are two words for a translator (天下大乱), but not around a name (平步青云) or
        // what is no thing (安然无恙).
        if word == 4, form == 2, isThing, (ownWeight ?? -20) > (restWeight == nil ? -13.5 : -16) { return halvesOfFour }
        // 东门外, 凤姐儿
        if isSuffixed { return suffixed }
        // Words that were hardly ever seen are compounds (青石板路).
        return wordWeight < -14.4 ? rare : compound
    }

    /// 一剑
    var counted: Float = 2.8
    var single: Float = 1.5
    /// 山上
    var suffixedSingle: Float = 5
    var suffixed: Float = 8.5
    var halvesOfFour: Float = 16
    var rare: Float = 12
    var compound: Float = 6.5
    /// How much likelier another cut of four characters may be than the one in the middle.
    var halves: Float = 3
}
