/// What kind of word a dictionary word is, as far as it says what may stand beside it.
///
/// The classes are the parts of speech of jieba's dictionary, those of like neighbours put together, and some closed
/// sets of words taken out of them.
enum WordClass: UInt8, BitwiseCopyable, CaseIterable {
    /// The beginning of a run.
    case start
    /// 国家, 剑宗; organizations, abbreviations and what else is a noun.
    case noun
    /// 发展, 研究
    case verbalNoun
    /// 李天明
    case person
    /// 北京
    case place
    /// 今天, 心里
    case time
    /// 上, 之间
    case position
    /// 走, 看见
    case verb
    /// 漂亮
    case adjective
    /// 副, 大型
    case attribute
    /// 不, 突然
    case adverb
    /// 轻轻地, 哗哗
    case state
    /// 我们
    case pronoun
    /// 一些, 这件
    case quantity
    /// 个, 张
    case measure
    /// 在, 把
    case preposition
    /// 和, 但是
    case conjunction
    /// 的, 之, 等
    case structural
    /// 了, 着, 过
    case aspect
    /// 得, 地
    case complement
    /// 吗, 吧
    case modalParticle
    /// 一帆风顺
    case idiom
    /// A word that the dictionary marks as a name and that is more likely something else.
    case unsure
    /// 三, 二百
    case numeral
    /// 这, 每: what a measure word follows.
    case demonstrative
    /// 会, 能: what a verb follows.
    case auxiliary
    /// A noun of one character, which seldom stands alone: 塔, 剑.
    case morpheme

    static let count = allCases.count

    /// Of a part of speech as the dictionary writes it.
    init(partOfSpeech line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self = Self.byPartOfSpeech[line[range].prefix(4).reduce(0) { $0 << 8 | UInt32($1) }] ?? .noun
    }

    private static let byPartOfSpeech = [UInt32: WordClass](
        uniqueKeysWithValues: partsOfSpeech.map { name, kind in (name.utf8.reduce(0) { $0 << 8 | UInt32($1) }, kind) }
    )

    private static let partsOfSpeech: [String: WordClass] = [
        "vn": .verbalNoun, "nr": .person, "nrfg": .person, "nrt": .person, "ns": .place, "s": .time, "t": .time,
        "tg": .time, "f": .position, "v": .verb, "vg": .verb, "vd": .verb, "vi": .verb, "vq": .verb, "a": .adjective,
        "ag": .adjective, "b": .attribute, "h": .attribute, "ad": .adverb, "z": .state, "zg": .adverb, "d": .adverb,
        "df": .adverb, "dg": .adverb, "r": .pronoun, "rr": .pronoun, "rz": .pronoun, "rg": .pronoun, "m": .quantity,
        "mq": .quantity, "mg": .quantity, "q": .measure, "p": .preposition, "c": .conjunction, "u": .structural,
        "uj": .structural, "ul": .aspect, "ug": .aspect, "uz": .aspect, "ud": .complement, "uv": .complement,
        "y": .modalParticle, "e": .modalParticle, "o": .state, "i": .idiom, "l": .idiom,
    ]
}
