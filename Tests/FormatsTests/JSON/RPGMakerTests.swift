import Testing
import Text

@testable import Formats

@Suite struct RPGMakerTests {
    @Test func readsMessagesNamesAndChoices() throws {
        let units = try read(RPGMakerSample.map, "Map001.json").units
        #expect(
            units.map(\.source.tagged) == [
                "青云镇", "林雪", "<g1>师兄</g1>，这一路上的妖兽越来越多了，山里的雾气也越来越重，我们还是快些下山，在天黑之前赶回青云镇吧。<x2/><x3/>好不好？",
                "好", "不好", "走。", "剑仙", "青云门弟子", "<x1/>得到了<x2/>个<x3/>灵石",
            ]
        )
        #expect(units[2].notes == [Unit.Note.speaker: "林雪", Unit.Note.context: "村长"])
        #expect(units[2].kind == .dialogue)
        #expect(units[3].kind == .choice)
        #expect(units[1].key == "names/林雪")
        #expect(units[2].key.hasPrefix("events/1/pages/0/"))
    }

    @Test func takesTagsOfPluginsAsCodes() throws {
        let items =
            #"[null,{"id":1,"name":"剑","description":"<WordWrap>锋利<br><center>的剑</center>","note":"","price":1}]"#
        let unit = try #require(try read(items, "Items.json").units.last)
        #expect(unit.source.codes.map(\.data) == ["<WordWrap>", "<br>", "<center>", "</center>"])
    }

    @Test func writesNamesAndChoicesToAllTheirPlaces() throws {
        let units = try read(RPGMakerSample.map, "Map001.json").units
        let written = try write(
            RPGMakerFormat.self,
            RPGMakerSample.map,
            ["names/林雪": "Lin Xue", units[3].key: "Yes", units[4].key: "No"],
            file: "Map001.json"
        )
        let expected = RPGMakerSample.map.replacing("\"林雪\"", with: "\"Lin Xue\"").replacing("\"不好\"", with: "\"No\"")
            .replacing("\"好\"", with: "\"Yes\"")
        #expect(written == expected)
    }

    @Test func keepsTheLinesOfABoxAndAddsWhatIsMissing() throws {
        let long = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        let written = try translateBox(["甲。", "乙。"], "A\(long)<x1/>B")
        #expect(
            written == [
                "AOne two three four five six seven eight nine ten", "eleven twelve thirteen fourteen fifteen", "B",
            ]
        )
        #expect(try translateBox(["甲。", "乙。", "丙。"], "A<x1/>B") == ["A", "B", ""])
    }

    @Test func joinsLinesThatWereOnlyFull() {
        let full = "这是一行很长很长的文字它一直写到了窗口的边"
        #expect(MessageLines.joined([full, "上才停下。"]) == full + "上才停下。")
        #expect(MessageLines.joined([full + "。", "下一句"]) == full + "。\n下一句")
        #expect(MessageLines.joined(["【林雪】", "你来了"]) == "【林雪】\n你来了")
        #expect(MessageLines.joined([full, "「别走"]) == full + "\n「别走")
        #expect(
            MessageLines.joined(["a long line of Latin letters", "goes on"]) == "a long line of Latin letters\ngoes on"
        )
        #expect(MessageLines.joined(["甲", "", ""]) == "甲")
    }

    @Test func breaksLinesBetweenWordsAndWideCharacters() {
        #expect(MessageLines.broken(InlineText("aaa bbb ccc"), width: 7) == ["aaa bbb", "ccc"])
        #expect(MessageLines.broken(InlineText("aaaaaaaaaa bb"), width: 4) == ["aaaaaaaaaa", "bb"])
        #expect(MessageLines.broken(InlineText("ああああ。い"), width: 8) == ["あああ", "あ。い"])
        #expect(MessageLines.broken(InlineText("a\nb"), width: 8) == ["a", "b"])
        #expect(MessageLines.broken(InlineText(""), width: 8) == [""])
    }

    @Test func keepsKeysWhenCommandsArePutBefore() throws {
        let one = box(["甲。"])
        let two = box(["乙。"])
        let keys = try read(events([one, two]), "CommonEvents.json").units.map(\.key)
        let later = try read(events([box(["新。"]), one, two]), "CommonEvents.json").units.map(\.key)
        #expect(Array(later.dropFirst()) == keys)
        let twice = try read(events([one, one]), "CommonEvents.json").units.map(\.key)
        #expect(twice == [keys[0], keys[0] + ".2"])
    }

    @Test func leavesWhatPlayersDoNotSee() throws {
        let text = #"[null,{"id":1,"expanded":false,"name":"地图一","order":1,"parentId":0,"scrollX":1,"scrollY":2}]"#
        let document = try read(text, "MapInfos.json")
        #expect(document.units.isEmpty)
        let sample = FileSample(Array(text.utf8), file: "data/MapInfos.json")
        #expect(FormatCatalog.format(for: sample)?.name == RPGMakerFormat.name)
    }

    private func read(_ text: String, _ file: String) throws -> Document {
        try RPGMakerFormat.read(Array(text.utf8), file: file)
    }

    private func box(_ lines: [String]) -> String {
        #"{"code":101,"indent":0,"parameters":["",0,0,2]}"#
            + lines.map { #",{"code":401,"indent":0,"parameters":["\#($0)"]}"# }.joined()
    }

    private func events(_ commands: [String]) -> String {
        "[null,{\"id\":1,\"list\":[\(commands.joined(separator: ","))],\"name\":\"x\",\"switchId\":1,\"trigger\":0}]"
    }

    /// The lines of a box after its translation.
    private func translateBox(_ lines: [String], _ translation: String) throws -> [String] {
        let text = events([box(lines)])
        let document = try read(text, "CommonEvents.json")
        let unit = try #require(document.units.first)
        let written = try write(RPGMakerFormat.self, text, [unit.key: translation], file: "CommonEvents.json")
        let tree = JSONTree(Array(written.utf8), from: 0)
        #expect(tree.problems.isEmpty)
        return tree.nodes.indices.filter { tree.isKey("parameters", of: $0) }.dropFirst().compactMap {
            tree.text(tree.element(0, of: $0))
        }
    }
}
