/// What a character can begin besides words of the dictionary.
struct CharacterTraits: OptionSet, Sendable {
    let rawValue: UInt16
    static let surname = CharacterTraits(rawValue: 1)
    static let numeral = CharacterTraits(rawValue: 2)
    static let beginsCompound = CharacterTraits(rawValue: 4)

    /// Makes a number of what follows: 第三, 初七.
    static let ordinal = CharacterTraits(rawValue: 8)
    /// Stands behind a noun that stays one: 东门外, 凤姐儿.
    static let suffix = CharacterTraits(rawValue: 16)

    /// Makes a name of a character: 小龙, and with one more 小龙女.
    static let endearment = CharacterTraits(rawValue: 32)

    /// Counts what a number stands before: 三岁, 一剑.
    static let unit = CharacterTraits(rawValue: 64)

    private static let units = "元块岁年月日号点时分秒度两钱里丈尺寸斤吨米级阶品层重章回剑刀掌拳脚枪箭口眼声步叶滴片株朵具柄卷阵道辈代匹艘间座"
    private static let periods = "年月日"

    /// A unit that makes one word with its number: 三月.
    static let period = CharacterTraits(rawValue: 128)

    /// Stands behind verbs: 着, 了.
    static let followsVerb = CharacterTraits(rawValue: 256)

    /// A title or form of address, and what begins one of two characters.
    static let title = CharacterTraits(rawValue: 512)
    static let beginsTitle = CharacterTraits(rawValue: 1024)

    /// What stands behind the name of a house or a place, and hardly ends a person's.
    static let endsPlace = CharacterTraits(rawValue: 2048)

    static let numerals = "〇零一二三四五六七八九十百千万亿两廿卅"

    /// By number of the alphabet.
    static func table(_ alphabet: Alphabet, _ names: NameModel) -> [CharacterTraits] {
        var table = [CharacterTraits](repeating: [], count: alphabet.count + 1)
        for (number, weight) in names.surname.enumerated() where number < table.count && weight > NameModel.impossible {
            table[number].insert(.surname)
        }
        for (characters, trait) in [
            (numerals, numeral), ("第初", ordinal), ("里外上下中内前后边儿们", suffix), ("小阿", endearment),
            (units, unit), (periods, period), ("着了过得起", followsVerb),
            ("镇村县寺庙塔府院派宗殿阁帮堂宫城", endsPlace),
        ] {
            for scalar in characters.unicodeScalars {
                let number = Int(alphabet.basic[Int(scalar.value)])
                if number < table.count { table[number].insert(trait) }
            }
        }
        for text in Surnames.titles {
            let scalars = text.unicodeScalars
            guard let first = scalars.first, first.value < 0x10000 else { continue }
            let number = Int(alphabet.basic[Int(first.value)])
            if number < table.count { table[number].insert(scalars.count == 1 ? .title : .beginsTitle) }
        }
        for pair in names.compounds where Int(pair >> 16) < table.count {
            table[Int(pair >> 16)].insert(.beginsCompound)
        }
        return table
    }
}
