import Memory
import Testing
import Text

struct PinyinTests {
    /// A table with what the tests read; the real one is installed by set-up.
    private static let table = Pinyin(
        table: Array(
            """
            # remark
            林\tlin
            动\tdong
            天\ttian
            明\tming
            李\tli
            恭\tgong
            吕\tlü
            布\tbu
            安\tan
            西\txi
            长\tzhang
            老\tlao
            重\tzhong
            庆\tqing
            银\tyin
            行\txing
            银行\tyin hang
            女\tnü
            玉\tyu
            迟\tchi
            路\tlu
            大\tda
            福\tfu
            平\tping
            儿\ter
            雪\txue
            霜\tshuang
            子\tzi
            雄\txiong
            良\tliang
            镛\tyong
            冲\tchong
            凡\tfan
            小\txiao
            王\twang
            国\tguo
            藩\tfan
            阿\ta
            尔\ter
            """.utf8
        )
    )

    @Test(arguments: [
        ("林动", "Lin Dong"), ("李天明", "Li Tianming"), ("路迟", "Lu Chi"), ("尉迟恭", "Yuchi Gong"), ("单雄", "Shan Xiong"),
        ("解玉", "Xie Yu"), ("查良镛", "Zha Liangyong"), ("仇天", "Qiu Tian"), ("任天行", "Ren Tianxing"),
        ("曾国藩", "Zeng Guofan"), ("万俟雪", "Moqi Xue"), ("令狐冲", "Linghu Chong"), ("区天明", "Ou Tianming"),
        ("朴玉子", "Piao Yuzi"), ("盖天", "Ge Tian"), ("長孫雪", "Zhangsun Xue"), ("單雄", "Shan Xiong"),
        ("大福", "Dafu"), ("平儿", "Ping'er"), ("李安", "Li An"), ("李天安", "Li Tian'an"), ("阿雪", "A-Xue"),
        ("小林子", "Xiao Linzi"), ("小凡", "Xiaofan"), ("小王", "Xiao Wang"), ("平平", "Pingping"), ("吕布", "Lü Bu"),
        ("路长行", "Lu Changxing"), ("么良", "Yao Liang"), ("幺良", "Yao Liang"), ("阿尔·林", "A'er Lin"),
    ])
    func writesNames(name: String, written: String) {
        #expect(Self.table.name(name) == written)
    }

    @Test func writesPlacesAsOneWord() {
        #expect(Self.table.name("西安", isPerson: false) == "Xi'an")
        #expect(Self.table.name("重庆", isPerson: false) == "Chongqing")
        #expect(Self.table.name("林动", isPerson: false) == "Lindong")
    }

    @Test func readsWordsBeforeCharacters() {
        #expect(Self.table.syllables(of: "银行行长老") == ["yin", "hang", "xing", "zhang", "lao"])
    }

    @Test(arguments: [
        (NameProfile.Umlaut.kept, "Lü Yu"), (.y, "Lyu Yu"), (.dropped, "Lu Yu"),
    ])
    func writesTheUmlautAsTheMarketDoes(umlaut: NameProfile.Umlaut, written: String) {
        #expect(Self.table.name("吕玉", profile: NameProfile(umlaut: umlaut)) == written)
    }

    @Test func putsTheSurnameLastWhereTheMarketDoes() {
        let profile = NameProfile(order: .surnameLast)
        #expect(Self.table.name("李天明", profile: profile) == "Tianming Li")
        #expect(Self.table.name("大福", profile: profile) == "Dafu")
    }

    @Test func knowsWhichLocalesWriteNamesInPinyin() throws {
        #expect(NameProfile.usual(in: try #require(LanguageTag("es-419"))) == NameProfile())
        for other in ["ru", "ja", "vi", "zh-Hant", "sr-Cyrl", "ar"] {
            #expect(NameProfile.usual(in: try #require(LanguageTag(other))) == nil)
        }
        #expect(NameProfile.usual(in: try #require(LanguageTag("sr-Latn"))) != nil)
    }

    @Test func readsNothingThatItDoesNotKnow() {
        #expect(Self.table.name("林龘") == nil)
        #expect(Self.table.unknown(in: "林龘") == ["龘"])
        #expect(Pinyin().name("林动") == nil)
        #expect(!Pinyin().hasTable)
        #expect(Pinyin().name("欧阳") == "Ouyang")
        #expect(Self.table.name("") == nil)
    }

    @Test func namesBrokenLinesAndReadsTheRest() {
        let pinyin = Pinyin(
            table: Array("林\tlin\n动 dong\nab\tc\n天明\ttian\n天\ttian\n".utf8) + [0xFF, 0x0A],
            file: "p.tsv"
        )
        #expect(pinyin.syllables(of: "林天") == ["lin", "tian"])
        #expect(pinyin.findings.map(\.place.line) == [2, 3, 4, 6])
        #expect(pinyin.findings.allSatisfy { $0.code == "pinyin-line" && $0.place.file == "p.tsv" })
    }

    @Test func knowsSurnamesByTheirOwnReadings() {
        #expect(Surnames.all.count > 480)
        #expect(Surnames.surname(of: "欧阳锋")?.text == "欧阳")
        #expect(Surnames.surname(of: "单田")?.reading == "Shan")
        #expect(Surnames.surname(of: "公孙")?.text == "公孙")
        #expect(Surnames.surname(of: "是谁") == nil)
    }
}
