/// The word lists of `NameWords` as numbers of one book.
struct CharacterSets: Sendable {
    let isSpeech: [Bool]
    let neverInside: [Bool]
    /// Of `neverInside`, those that no name has, however it is used.
    let particles: [Bool]
    let neverFirst: [Bool]
    let neverLast: [Bool]
    let neverEverFirst: [Bool]
    let neverEverLast: [Bool]
    /// Characters that qualify a place or a thing and name none: 大门, 老屋.
    let isQualifier: [Bool]
    /// By the character: how likely it begins a name as a surname of one character.
    let surname: [Surnames.Frequency?]
    let isNumeral: [Bool]
    let isMeasure: [Bool]
    let verbsFirst: [Bool]
    let measureFirst: [Bool]
    let sureEnds: [Bool]
    let girlEnds: [Bool]
    let callsOut: [Bool]
    let isPronoun: [Bool]
    /// Characters that begin a familiar call, with the odds that they give: 小, 老, 阿.
    private(set) var call: [Float]
    private let numbers: [UInt32: UInt16]
    private let house: UInt16?
    private let ordinal: UInt16?

    init(_ text: MiningText) {
        var numbers: [UInt32: UInt16] = [:]
        for (number, scalar) in text.scalars.enumerated() where number >= Int(MiningText.firstHan) {
            numbers[scalar] = UInt16(number)
        }
        func set(_ characters: String) -> [Bool] {
            var set = [Bool](repeating: false, count: text.scalars.count)
            for scalar in characters.unicodeScalars {
                if let number = numbers[scalar.value] { set[Int(number)] = true }
            }
            return set
        }
        isSpeech = set(NameWords.speechVerbs)
        neverInside = set(NameWords.neverInside)
        particles = set("的了着吗呢吧啊呀嘛哦哎唉嗯您们咱俺怎咧啦罢喔嘿呵哩")
        neverFirst = set(NameWords.neverFirst)
        neverLast = set(NameWords.neverLast)
        neverEverFirst = set(NameWords.neverEverFirst)
        neverEverLast = set(NameWords.neverEverLast)
        isQualifier = set("大小高深老新旧红白黑好坏长短金铁木石外内前后上下左右出入开关进满同")
        isNumeral = set("一二三四五六七八九十百千万两几数每各某这那此何整")
        isMeasure = set(NameWords.measures)
        measureFirst = set(NameWords.measureFirst)
        sureEnds = set(NameWords.sureEnds)
        girlEnds = set(NameWords.girlEnds)
        callsOut = set("叫喊唤称姓")
        isPronoun = set("他她我你它作做为")
        verbsFirst = set(NameWords.verbsFirst)
        call = [Float](repeating: 0, count: text.scalars.count)
        for (character, odds) in [("阿", 2), ("小", 1), ("老", 0.3)] as [(Unicode.Scalar, Float)] {
            if let number = numbers[character.value] { call[Int(number)] = odds }
        }
        var surname = [Surnames.Frequency?](repeating: nil, count: text.scalars.count)
        for found in Surnames.all.values {
            let scalars = Array(found.text.unicodeScalars)
            if scalars.count == 1, let number = numbers[scalars[0].value] { surname[Int(number)] = found.frequency }
        }
        self.surname = surname
        self.numbers = numbers
        ordinal = numbers[0x7B2C]
        house = numbers[0x5BB6]
    }

    /// Whether a character is 家.
    func isHouse(_ id: UInt16) -> Bool { house == id }

    /// Whether a character is 第.
    func isOrdinal(_ id: UInt16) -> Bool { ordinal == id }

    /// A word as numbers; nil when the book does not have its characters.
    func ids(_ word: String) -> [UInt16]? {
        var ids: [UInt16] = []
        for scalar in word.unicodeScalars {
            guard let number = numbers[scalar.value] else { return nil }
            ids.append(number)
        }
        return ids
    }
}
