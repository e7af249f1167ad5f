import Formats
import Text

extension FormatFixture {
    static let yaml: [FormatFixture] = [
        FormatFixture(
            YAMLFormat.self,
            "config/locales/zh-CN.yml",
            """
            ---
            # 主菜单
            zh-CN:
              menu:
                start: 开始 %{name}   # 按钮
                quit: "退出\\n\\"真的\\""
                help: '帮''助'
                ok: "OK"
                on: yes
              apples:
                other: "%{count} 个苹果"
              date:
                formats: {default: "%Y年", short: 短日期, list: [一, "二", '三']}
                order: [ :year, :month ]
              long: |
                第一行
                  缩进

                第三行
              folded: >-
                折叠
                文字

                段落
              tips:
              - 提示一
              - 提示二
              -   a: 嵌套
                  b: "\\u6C49"
              empty:
              nothing: ~

            """,
            units: 16
        ),
        FormatFixture(
            YAMLFormat.self,
            "items.yaml",
            "\u{FEFF}%YAML 1.2\r\n---\r\n- &a {id: 1, name: 剑}\r\n- *a\r\n- !item\r\n  id: sword\r\n  名字: 飞剑 \r\n  \"desc\": 多行\r\n   普通\r\n\r\n   文字\r\n"
                + "  icon: img/a.png\r\n  quote: \"折\r\n    行 \\\r\n    续\"\r\n...\r\n---\r\n- 重复\r\n- site: 见http://例.cn/a#b # 注\r\n- ? 复杂\r\n  : 值\r\n- |+2\r\n    空格\r\n\r\n- 末",
            units: 8,
            findings: 1
        ),
        FormatFixture(
            YAMLFormat.self,
            "broken.yml",
            "a: 甲\nb: \"没有结尾\nc: 丙\nd: [一, 二\ne: 丁\n",
            units: 3,
            findings: 2
        ),
        FormatFixture(
            YAMLFormat.self,
            "big5.yml",
            (try? TextEncoding.big5.encode("名: 玄武門之變與大唐的長安城\n字: '他們在這裡說話的時候沒有人聽見'\n").get()) ?? [],
            units: 2
        ),
    ]
}
