import Formats
import Text

extension FormatFixture {
    static let csv: [FormatFixture] = [
        FormatFixture(CSVFormat.self, "strings.csv", TableSamples.strings, units: 5),
        FormatFixture(
            CSVFormat.self,
            "godot.csv",
            "keys,zh\nMENU_START,开始\nMENU_QUIT,\"退出，\"\"真的\"\"\"\nEMPTY,\n",
            units: 2
        ),
        FormatFixture(
            CSVFormat.self,
            "unity.tsv",
            [0xFF, 0xFE] + encoded(TableSamples.unity, .utf16LE),
            units: 2
        ),
        FormatFixture(CSVFormat.self, "quoted.csv", TableSamples.quoted, units: 4, findings: 1),
        FormatFixture(CSVFormat.self, "fields.csv", encoded(TableSamples.fields, .gb18030), units: 4),
        FormatFixture(CSVFormat.self, "物品.csv", TableSamples.items, units: 4, keepsSource: false),
        FormatFixture(CSVFormat.self, "list.csv", "\u{FEFF}开始\r\n退出\n\r\n他说“好”", units: 3, keepsSource: false),
        FormatFixture(
            CSVFormat.self,
            "mapped.csv",
            "甲|你好|x\n乙|再见|\n",
            units: 2,
            options: ReadOptions(columns: ColumnMapping(key: "A", source: "B", targets: ["en": "3"], hasHeader: false))
        ),
    ]
}

/// Tables as game engines and spreadsheets write them.
enum TableSamples {
    static let strings =
        "Key,zh-CN,en,ja,Speaker,Comment,MaxLength\r\n"
        + "menu.start,开始游戏,Start,,,主菜单,12\r\n"
        + "story.1,\"第一行\n第二行，有逗号\",,一行目,林峰,\"他说 \"\"走\"\"\",\r\n"
        + "menu.start,<color=#FFA500>继续</color>\\n{0},,,,,\r\n"
        + "blank,,x,,,,\r\n"
        + "short,短\r\n"
        + "last,\"完\",\"The end\",,,,"

    static let unity =
        "Key\tId\tShared Comments\tEnglish(en)\tChinese (Simplified)(zh-Hans)\n"
        + "ITEM_SWORD\t1001\t武器\t\t青云剑\nITEM_PILL\t1002\t\t\"Pill, big\"\t\"大还丹\t（稀有）\"\n"

    static let quoted =
        "\"id\";\"source\";\"translation\"\n\"1\";\"甲；乙\";\"\"\r\n\"2\";\"丙\"\"丁\"\"\";\"old\"\n\n\"3\";戊;\"\"\n\"4\";\"己"

    static let fields = "id,name_zh,name_en,desc_zh,desc_en\n1,青云剑,Sword,很快的剑,\n2,大还丹,,吃了会好,Good\n"

    static let items =
        "id,name,desc,icon,price\n1001,青云剑,\"很快，很轻\",ui/sword.png,12.50\n1002,大还丹,吃了会好,ui/pill.png,1e3\n"
}
