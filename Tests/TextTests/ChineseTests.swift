import Testing
import Text

struct ChineseTests {
    @Test(arguments: [
        ("一百零三", 103), ("三千二百", 3200), ("两万五", 25_000), ("1.2亿", 120_000_000), ("廿三", 23), ("二〇二六", 2026),
        ("十", 10), ("十二", 12), ("二十", 20), ("一百二", 120), ("一百零二", 102), ("一万零三百", 10_300), ("３２０", 320),
        ("三万六千五百零一", 36_501), ("一亿两千万", 120_000_000), ("百", 100), ("1,200", 1200), ("两亿三千万零五", 230_000_005),
        ("十万", 100_000), ("一千八百", 1800), ("0", 0),
    ])
    func readsNumerals(text: String, value: Double) {
        #expect(ChineseNumeral.value(of: text) == value)
    }

    @Test(arguments: ["", "山", "万", "三山", "二十百", "1.2.3", "一百一百"])
    func refusesWhatIsNoNumeral(text: String) {
        #expect(ChineseNumeral.value(of: text) == nil)
    }

    @Test func splitsSentencesWithTheirClosingQuotes() {
        let text = "“走？！”他说。“不……”  Then he left. Mr.X did not."
        let sentences = Sentences.split(text)
        #expect(sentences.joined() == text)
        #expect(sentences == ["“走？！”", "他说。", "“不……”  ", "Then he left. ", "Mr.X did not."])
    }

    @Test func countsTokensByScript() {
        #expect(TokenCount.estimate("三千二百") == 3)
        #expect(TokenCount.estimate("hello world") == 4)
        #expect(TokenCount.estimate("") == 0)
    }

    @Test func trimsIdeographicSpaces() {
        #expect("　　他走了。 \n".trimmed == "他走了。")
        #expect(" 　".trimmed == "")
    }

    @Test(arguments: [
        ("……", "..."), ("？！", "?!"), ("【公告】", "[公告]"), ("left】", "left"), ("a——b", "a—b"), ("“Go！”", "“Go!”"),
        ("plain", "plain"), ("Ｌｖ．３", "Lv.3"),
    ])
    func narrowsMarks(text: String, narrow: String) {
        #expect(NarrowMarks.narrow(text) == narrow)
    }

    @Test func hashesTheSameEverywhere() {
        #expect(StableHash("foobar").hex == "85944171f73967e8")
    }
}
