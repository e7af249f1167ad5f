import Formats
import Text

extension FormatFixture {
    static let fluent: [FormatFixture] = [
        FormatFixture(
            FluentFormat.self,
            "zh-CN/main.ftl",
            """
            ### 资源
            ## 组

            # 问候
            hello = 你好，{ $name }！
            -brand = 飞剑
                .gender = 中性
            menu =
                .label = 菜单
                .tooltip = 打开 <b>{ -brand }</b>
            long =
                第一行
                    缩进 { "{" }花{"}"}

                第三行
            apples = { $count ->
                [0] 没有
               *[other] { $count } 个苹果
            }
            who = { $gender ->
                [male] { $n ->
                    [one] 他一个
                   *[other] 他 { $n } 个
                }
               *[other] TA
            }

            """,
            units: 11
        ),
        FormatFixture(
            FluentFormat.self,
            "nasty.ftl",
            "\u{FEFF}# 注\r\nkey = 值 \r\nmulti = 首行\r\n    次行\r\n   \r\n    末行\r\nfn = { DATETIME($d, month: \"long\") }起{\r\n    $x\r\n}\r\n"
                + "key = 重复\r\nempty = { \"\" }\r\nlast=末",
            units: 5
        ),
        FormatFixture(
            FluentFormat.self,
            "broken.ftl",
            "good = 好\nbad { 坏\n  续\nopen = 开 { $x\nclose = 关 }\n = 无\n甲 = 乙\nempty =\nfine = { $n ->\n  [one] 一\n}\nafter = 后\n    .attr 无\n    .x = 甲\n",
            units: 2,
            findings: 6
        ),
    ]
}
