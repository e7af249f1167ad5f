import Formats
import Text

extension FormatFixture {
    static let renpy: [FormatFixture] = [
        keyed(
            "game/script.rpy",
            """
            # 主角
            define e = Character("艾琳", color="#c8ffc8")
            define m = Character(_('小明'), image="ming")
            default points = "不译"
            image bg room = "房间.png"

            init python:
                name = "不译"
                renpy.notify(_("已保存"))

            label start:
                scene bg room with fade
                play music "音乐.ogg"
                "旁白，他说 \\"好\\"。"
                e happy "你好，[player]！{w=0.5}{i}很{/i}高兴。"  # 注释 "x"
                "老人" "年轻人，[[听着]。\\n别动。"
                menu:
                    "去哪里？"
                    "学校" if points > 1:
                        m "走。" (what_size=20)
                        jump school
                    "家":
                        $ x = "不译"
                        pass
                image x:
                    "不译.png"
                return

            screen title():
                text "标题" size 40
                textbutton _("开始") action Start()
                add "图.png"

            """,
            units: 13
        ),
        keyed(
            "game/nasty.rpy",
            "\u{FEFF}label a:\r\n    '单\\'引 号'\r\n    e \"\"\"\r\n    第一段\r\n    继续。\r\n\r\n    第二段 100%%。\r\n    \"\"\"\r\n"
                + "    \"跨\r\n     行\"\r\n    extend \"……\"\r\n    extend \"再说\"\r\n    \"重复\"\r\n    \"重复\"",
            units: 7
        ),
        keyed(
            "game/broken.rpy",
            "label b:\n    e \"没有结尾\n    \"后面\n\nlabel c:\n\t\"好\\\\\"\n    $ f(\"\n    \"也好\"\n    `旧式`\n",
            units: 4,
            findings: 1
        ),
        FormatFixture(
            RenPyTranslationFormat.self,
            "game/tl/english/script.rpy",
            """
            # TODO: Translation updated at 2024-01-01 12:00

            # game/script.rpy:12
            translate english start_a170b500:

                # e happy "你好，[player]！{w}"
                e happy "Hello, [player]!{w}"

            # game/script.rpy:13
            translate english start_b2:

                # "旁白 \\"引\\"。"
                # nvl clear
                # "老人" "你是谁？" with vpunch
                ""
                nvl clear
                "老人" "你是谁？" with vpunch

            translate english strings:

                # game/script.rpy:20
                old "学校"
                new "School"

                old "家[[门]\\n"
                new ""

            translate english python:
                gui.text_font = "a.ttf"

            """,
            units: 5
        ),
        FormatFixture(
            RenPyTranslationFormat.self,
            "tl/ours/nasty.rpy",
            "\u{FEFF}translate ours a_1:\r\n\r\n    # '单引号'\r\n    'x'\r\n\r\ntranslate ours strings:\r\n"
                + "    old '一'\r\n    new '一'\r\n    old \"二\"\r\n    old \"三\"\r\n    new \"\"\"trois\"\"\"\r\n    new \"四\"",
            units: 3
        ),
        FormatFixture(
            RenPyTranslationFormat.self,
            "tl/english/broken.rpy",
            "translate english a:\n    # e \"甲\"\n    e \"\n\ntranslate english b:\n    # e \"乙\"\n    e \"\"\n\ntranslate english c:\n    e \"没有原文\"\n",
            units: 1,
            findings: 1
        ),
    ]

    private static func keyed(_ file: String, _ text: String, units: Int, findings: Int = 0) -> FormatFixture {
        var fixture = FormatFixture(RenPyFormat.self, file, text, units: units, findings: findings)
        fixture.isKeyedByText = true
        return fixture
    }
}
