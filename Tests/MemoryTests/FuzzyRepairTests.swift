import Memory
import Testing
import Text

struct FuzzyRepairTests {
    private static let terms = [
        Term(source: "林动", target: "Lin Dong", kind: .person, gender: .male),
        Term(source: "李青", target: "Li Qing", kind: .person, gender: .male),
        Term(source: "苏梅", target: "Su Mei", kind: .person, gender: .female),
        Term(source: "青云门", target: "Azure Cloud Sect", kind: .organization),
        Term(source: "灵剑宗", target: "Spirit Sword Sect", kind: .organization),
    ]

    private static func repair(
        _ source: InlineText,
        _ old: (InlineText, InlineText),
        locale: String = "en"
    ) throws -> FuzzyRepair.Result? {
        let (chinese, target) = (try #require(LanguageTag("zh-Hans")), try #require(LanguageTag(locale)))
        let entry = MemoryEntry(source: old.0, target: old.1, sourceLocale: chinese, targetLocale: target)
        return FuzzyRepair.repair(entry, for: source, matcher: TermMatcher(terms), into: target)
    }

    @Test(arguments: [
        ("等级达到12级", "Reach level 12", "等级达到13级", "Reach level 13"),
        ("获得1,200金币", "You gain 1,200 gold", "获得12500金币", "You gain 12,500 gold"),
        ("三千里外", "3000 li away", "四千里外", "4000 li away"),
        ("第2名", "The 2nd place", "第3名", "The 3rd place"), ("第11名", "The 11th place", "第22名", "The 22nd place"),
        ("他有三把剑。", "He has three swords.", "他有二十一把剑。", "He has twenty-one swords."),
        ("五个人来了", "Five people came", "七个人来了", "Seven people came"),
        ("编号05", "No. 05", "编号7", "No. 07"), ("攻击+3.5%", "Attack +3.5%", "攻击+4.25%", "Attack +4.25%"),
        ("林动笑了。", "Lin Dong smiled.", "李青笑了。", "Li Qing smiled."),
        ("林动在青云门。", "Lin Dong is at the Azure Cloud Sect.", "李青在灵剑宗。", "Li Qing is at the Spirit Sword Sect."),
        ("林动的剑有3尺", "Lin Dong’s sword is 3 feet long", "李青的剑有4尺", "Li Qing’s sword is 4 feet long"),
        ("2只鸡，3只鸭", "2 hens, 3 ducks", "3只鸡，2只鸭", "3 hens, 2 ducks"),
    ])
    func repairsNumbersAndNames(was: String, target: String, source: String, expected: String) throws {
        let result = try Self.repair(InlineText(source), (InlineText(was), InlineText(target)))
        #expect(result?.text.text == expected)
        #expect(result?.summary.contains(" → ") == true)
    }

    @Test(arguments: [
        // More than a number differs.
        ("等级达到12级", "Reach level 12", "等级提升到13级"),
        // The noun follows the number.
        ("1块灵石", "1 spirit stone", "3块灵石"), ("有2人", "There are 2 people", "有1人"),
        // The number is not there, or there twice.
        ("12级", "A dozen levels", "13级"), ("12级", "From 12 to 12", "13级"),
        // Pronouns follow the gender.
        ("林动说他累了。", "Lin Dong said he was tired.", "苏梅说他累了。"),
        // Other words follow from the number.
        ("他买了3打鸡蛋。", "He bought 3 dozen (36) eggs.", "他买了4打鸡蛋。"),
        ("会议3点到5点。", "It lasts two hours from 3 to 5.", "会议3点到6点。"),
        ("增加了2倍。", "It tripled (up by 2 times).", "增加了3倍。"), ("重12斤。", "Weighs 6 kilograms (12 jin).", "重13斤。"),
        ("他身高180厘米。", "He is 180 cm (5'11'') tall.", "他身高190厘米。"),
        ("公司成立于2001年。", "Founded in 2001, it is twenty-five years old.", "公司成立于2011年。"),
        ("2024年3月8日开会。", "We meet on Friday, March 8, 2024.", "2024年3月9日开会。"),
        ("利润增长了50%。", "Profits grew 50%: half as much again.", "利润增长了70%。"),
        // The name is not written as approved.
        ("林动笑了。", "He smiled.", "李青笑了。"),
        // A name for a thing.
        ("林动来了。", "Lin Dong came.", "青云门来了。"),
        // One name stays, and stands for itself.
        ("林动和林动", "Lin Dong and Lin Dong", "李青和林动"),
    ])
    func leavesDoubtsToAnEngine(was: String, target: String, source: String) throws {
        #expect(try Self.repair(InlineText(source), (InlineText(was), InlineText(target))) == nil)
    }

    @Test func putsOtherCodesInTheirPlaces() throws {
        func text(_ before: String, _ data: String, _ after: String) -> InlineText {
            let code = InlineCode(id: 1, role: .standalone, kind: .placeholder, data: data)
            return InlineText(parts: [.text(before), .code(code), .text(after)])
        }
        let old = (text("欢迎", "{name}", "！"), text("Welcome, ", "{name}", "!"))
        let result = try Self.repair(text("欢迎", "{player}", "！"), old)
        #expect(result?.text.literal == "Welcome, {player}!")
        #expect(try Self.repair(InlineText("欢迎！"), old) == nil)
    }

    @Test(arguments: [
        ("ru", "5 монет", 5.0, 6.0, false), ("ru", "105 монет", 105, 205, true),
        ("de", "1.200 Münzen", 1200, 3400, true),
        ("ja", "1枚", 1, 3, true), ("fr", "1\u{202F}200 pièces", 1200, 2500, true),
    ])
    func knowsWhenNounsFollow(locale: String, text: String, from: Double, to: Double, isRewritten: Bool) throws {
        let rewriter = NumberRewriter(locale: try #require(LanguageTag(locale)))
        let result = rewriter.rewrite(InlineText(text), [.init(from: from, to: to)], all: [from])
        #expect((result != nil) == isRewritten)
        if let result {
            #expect(result.text.split(whereSeparator: { !$0.isLetter }) == text.split(whereSeparator: { !$0.isLetter }))
        }
    }
}
