import Memory
import Testing
import Text

struct FuzzyRepairTests {
    private let forms = [
        FuzzyRepair.Form(source: "林动", target: "Lin Dong", gender: .male),
        FuzzyRepair.Form(source: "李青", target: "Li Qing", gender: .male),
        FuzzyRepair.Form(source: "青檀", target: "Qingtan", gender: .female),
        FuzzyRepair.Form(source: "剑", target: "sword"),
        FuzzyRepair.Form(source: "斧", target: "axe"),
    ]

    private func repaired(_ query: InlineText, _ source: InlineText, _ target: InlineText) throws -> InlineText? {
        let english = try #require(LanguageTag("en"))
        let entry = MemoryEntry(source: source, target: target, sourceLocale: .simplifiedChinese, targetLocale: english)
        return FuzzyRepair(forms: forms, target: english).repaired(query, from: entry)
    }

    @Test(
        arguments: [
            ("他有12把刀。", "他有13把刀。", "He had 12 knives.", "He had 13 knives."),
            ("他有十二把刀。", "他有十三把刀。", "He had twelve knives.", "He had thirteen knives."),
            ("三千二百级", "五万级", "Three thousand two hundred steps", "Fifty thousand steps"),
            ("花费1200金", "花费4500金", "Costs 1,200 gold", "Costs 4,500 gold"),
            ("第12层", "第23层", "The 12th floor", "The 23rd floor"),
            ("林动走了。", "李青走了。", "Lin Dong left.", "Li Qing left."),
            ("林动打了李青。", "李青打了林动。", "Lin Dong hit Li Qing.", "Li Qing hit Lin Dong."),
            ("一把剑。", "一把斧。", "A sword.", "An axe."),
            ("他有12把刀。", "他有12把刀。", "He had 12 knives.", "He had 12 knives."),
        ]
    )
    func repairsNumbersAndNames(source: String, query: String, target: String, expected: String) throws {
        #expect(try repaired(InlineText(query), InlineText(source), InlineText(target))?.text == expected)
    }

    @Test(
        arguments: [
            ("他有12把刀。", "她有13把刀。", "He had 12 knives."),
            ("他有12把刀。", "他有13把刀。", "He had a dozen knives and 3 bows."),
            ("他有12把刀。", "他有13把刀。", "He had 12 knives in 12 boxes."),
            ("他有2把刀。", "他有1把刀。", "He had 2 knives."),
            ("林动说他走了。", "青檀说他走了。", "Lin Dong said he had left."),
            ("12和12", "13和14", "12 and 12"),
            ("林动走了。", "李青走了。", "He left."),
        ]
    )
    func refusesWhatIsNotCertain(source: String, query: String, target: String) throws {
        #expect(try repaired(InlineText(query), InlineText(source), InlineText(target)) == nil)
    }

    @Test func putsInTheCodesOfTheQuery() throws {
        func text(_ before: String, _ data: String, _ after: String) -> InlineText {
            var text = InlineText(before)
            text.append(.code(InlineCode(id: 1, role: .standalone, kind: .placeholder, data: data)))
            text.append(.text(after))
            return text
        }
        let repair = try repaired(
            text("你好", "{name}", "！3次"),
            text("你好", "%s", "！2次"),
            text("Hello ", "%s", ", 2 times!")
        )
        #expect(repair?.literal == "Hello {name}, 3 times!")
    }
}
