import Formats
import Text

extension FormatFixture {
    static let exchangeJSON: [FormatFixture] = localeTables + minecraft + paraTranz + mTool + galTransl

    private static let localeTables: [FormatFixture] = [
        FormatFixture(
            JSONTableFormat.self,
            "l10n/texts.json",
            """
            [
                {"key":"/apple", "en":"apple", "zh":"苹果"},
                {"key":"/banana", "en":"", "zh":"香蕉{0}"},
                {"key":"/none", "en":null, "zh":""}
            ]
            """,
            units: 2
        ),
        FormatFixture(
            JSONTableFormat.self,
            "lang.json",
            "\u{FEFF}{\r\n\t\"a\" : { 'zh_CN' : '甲\\'', \"en_US\" : null },\r\n\t\"a\" : { \"cn\" : \"乙\", \"jp\" : \"オツ\" }\r\n}",
            units: 2,
            options: ReadOptions(targets: [LanguageTag("en"), LanguageTag("ja")].compactMap(\.self))
        ),
        FormatFixture(
            JSONTableFormat.self,
            "broken.json",
            "[{\"id\":1,\"zh\":\"甲\",\"en\":\"a},\n{\"id\":2,\"zh\":\"\\u4e59\",\"en\":\"b\"},\n{\"id\":3,\"zh\":\"丙\",\"en\":\"c\"}",
            units: 2,
            findings: 2
        ),
    ]

    private static let minecraft: [FormatFixture] = [
        FormatFixture(
            MinecraftFormat.self,
            "assets/magic/lang/zh_cn.json",
            """
            {
              "item.magic.sword": "飞剑",
              "item.magic.sword.desc": "§a攻击 +%1$s§r\\n第二行",
              "block.magic.ore": "灵石矿",
              "_comment": "旧"
            }
            """,
            units: 4
        ),
        FormatFixture(
            MinecraftFormat.self,
            "lang/zh_tw.json",
            "\u{FEFF}{\r\n\t\"quest1\": \"任務\",\r\n\t// 註\r\n\t\"quest2\": \"\\u00a7c危險%%\",\r\n}",
            units: 2
        ),
        FormatFixture(
            MinecraftFormat.self,
            "zh_cn.json",
            #"{"itemGroup.a":"甲","item.x.b":"乙"#,
            units: 1,
            findings: 2
        ),
    ]

    private static let paraTranz: [FormatFixture] = [
        FormatFixture(
            ParaTranzFormat.self,
            "events.json",
            """
            [
              {
                "key": "evt.1.t",
                "original": "天降大雪",
                "translation": "",
                "stage": 0,
                "context": "事件标题"
              },
              {
                "key": "evt.1.d",
                "original": "大雪已下了{days}天\\\\n无人出门",
                "translation": "It snowed",
                "stage": 2
              },
              { "key": "evt.2", "original": "藏", "translation": "", "stage": -1 }
            ]
            """,
            units: 2
        ),
        FormatFixture(
            ParaTranzFormat.self,
            "min.json",
            #"[{"id":1,"key":"a","original":"\u7532","translation":null,"stage":0},{"key":"a","original":"\u4e59"}]"#,
            units: 2
        ),
        FormatFixture(
            ParaTranzFormat.self,
            "broken.json",
            "[\r\n{\"key\":\"a\",\"original\":\"甲\",\"translation\":\"x\r\n},\r\n"
                + "{\"key\":\"b\",\"original\":\"乙\",\"translation\":\"\",\"stage\":1}\r\n]\r\n",
            units: 1,
            findings: 1
        ),
    ]

    private static let mTool: [FormatFixture] = [
        FormatFixture(
            MToolFormat.self,
            "ManualTransFile.json",
            """
            {
              "你是谁？": "你是谁？",
              "\\\\N[1]：走吧。\\n快！": "\\\\N[1]：走吧。\\n快！",
              "已译": "Done",
              "空": "",
              "123": "123"
            }
            """,
            units: 4
        ),
        FormatFixture(
            MToolFormat.self,
            "ascii.json",
            #"{"\u4f60\u597d":"\u4f60\u597d","\u518d\"\u89c1":"\u518d\"\u89c1"}"#,
            units: 2
        ),
        FormatFixture(
            MToolFormat.self,
            "broken.json",
            "{\n\"甲\":\"甲\",\n\"乙\":\"乙,\n\"丙\" \"丙\",\n\"丁\":\"丁\"}",
            units: 2,
            findings: 3
        ),
    ]

    private static let galTransl: [FormatFixture] = [
        FormatFixture(
            GalTranslFormat.self,
            "script/01.json",
            """
            [
                {
                    "name": "林雪",
                    "message": "「你来了。」"
                },
                {
                    "message": "她笑了笑，没有回头。\\n风停了。"
                },
                {
                    "names": ["林雪", "阿明"],
                    "message": "「走！」"
                }
            ]
            """,
            units: 5
        ).keyedByText,
        FormatFixture(
            GalTranslFormat.self,
            "02.json",
            #"[{"name":"\u6797","message":"\u55ef"},{"name":"\u6797","message":"\u55ef"},{"name":"","message":"……"}]"#,
            units: 3
        ).keyedByText,
        FormatFixture(
            GalTranslFormat.self,
            "03.json",
            "\u{FEFF}[\r\n {\"name\":\"甲\",\"message\":\"坏\r\n},\r\n {\"message\":\"好\",\"name\":\"乙\",},\r\n]",
            units: 3,
            findings: 1
        ).keyedByText,
    ]
}
