import Testing
import Text

@testable import Formats

@Suite struct TextShapeTests {
    @Test(arguments: [
        "img/主角.png", "立绘\\林雪\\笑.webp", "主角（小）.PNG", "说明.txt", "data/对话.json", "./剧情/第一章", "assets/角色/林雪",
        "https://例子.com/看?页=1", "res://场景/青云镇", "ui.menu.title", "app::menu::title",
    ])
    func knowsResources(_ text: String) { #expect(TextShape.isResource(text)) }

    @Test(arguments: [
        "男/女", "是/否/取消", "km/小时", "HP/MP/体力", "/分钟", "学习Node.js", "打开 img/主角.png", "打开img/主角.png。", "见https：//",
        "青云镇", "3.5倍", "e.g.", "\\C[1]剑\\C[0]", "第一行\\n第二行", "<b>图.png</b>", "v1.2.3", "",
    ])
    func knowsTexts(_ text: String) { #expect(!TextShape.isResource(text)) }

    @Test func takesBareWordsByTheirKeys() {
        #expect(TextShape.isResource("林雪", key: "Icon"))
        #expect(TextShape.isResource("战斗音乐01", key: "bgm"))
        #expect(!TextShape.isResource("林雪", key: "name"))
        #expect(!TextShape.isResource("打开文件", key: "file"))
        #expect(!TextShape.isResource("你好，师兄", key: "voice"))
    }

    @Test func leavesResourcesOfEveryDataFileAlone() throws {
        let json = #"[{"icon": "林雪", "name": "林雪", "art": "img/林雪.png", "sound": "走吧，师兄", "a\u002f": "立绘\/雪.png"}]"#
        #expect(try read(GenericJSONFormat.self, "f.json", json) == ["林雪", "走吧，师兄"])
        #expect(try read(GenericJSONFormat.self, "f.json", #"{"file": "文书", "p": "img/书.png"}"#) == ["文书"])
        #expect(try read(MToolFormat.self, "f.json", #"{"图/林雪.png": "图/林雪.png", "走吧": "走吧"}"#) == ["走吧"])
        let table = #"[{"key": "a", "zh": "图/林雪.png", "en": ""}, {"key": "b", "zh": "走吧", "en": ""}]"#
        #expect(try read(JSONTableFormat.self, "f.json", table) == ["走吧"])
        #expect(try read(LuaFormat.self, "f.lua", #"t = { icon = "林雪", name = "林雪", art = "图/雪.png" }"#) == ["林雪"])
        #expect(try read(TOMLFormat.self, "f.toml", "icon = \"林雪\"\nname = \"林雪\"\nart = \"图/雪.png\"\n") == ["林雪"])
        #expect(try read(YAMLFormat.self, "f.yml", "icon: 林雪\nname: 林雪\nart: 图/雪.png\nurl: https://雪.com\n") == ["林雪"])
        let csv = "id,icon,name,art\n1,林雪,林雪,图/雪.png\n2,青云,青云,青云镇\n"
        #expect(try read(CSVFormat.self, "f.csv", csv) == ["林雪", "青云", "青云镇"])
    }

    private func read(_ format: any Format.Type, _ file: String, _ text: String) throws -> [String] {
        try format.read(Array(text.utf8), file: file, options: ReadOptions()).units.map(\.source.literal)
    }
}
