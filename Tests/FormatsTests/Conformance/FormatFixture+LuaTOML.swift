import Formats
import Text

extension FormatFixture {
    static let toml: [FormatFixture] = [
        FormatFixture(
            TOMLFormat.self,
            "active.zh-CN.toml",
            """
            # go-i18n
            title = "标题"

            [PersonCats]
            description = "How many cats"
            other = "{{.Name}} 有 {{.Count}} 只猫"

            [menu.file]
            "open file" = '打开'   # 菜单
            close.label = "关闭\\t\\"真的\\" \\u6C49"
            text = \"\"\"
            第一行
            第二行 \\
               续\"\"\"
            raw = '''
            原样 '引' \\n
            '''

            """,
            units: 6
        ),
        FormatFixture(
            TOMLFormat.self,
            "data.toml",
            "\u{FEFF}[[item]]\r\nname = \"剑\"\r\nicon = 'a.png'\r\nprice = 1_000\r\ntags = [\"武器\", \"锋利\", # 注\r\n  'x', [\"深\"]]\r\n"
                + "[[item]]\r\nname = \"刀\"\r\npoint = {label = \"点\", x = 1.5e3}\r\n\r\n[未完\r\nd = 1979-05-27T07:32:00Z\r\nlast = \"\"\"末\"\"\"\"",
            units: 7,
            findings: 1
        ),
        FormatFixture(
            TOMLFormat.self,
            "broken.toml",
            "a = \"没完\nb = \"好\"\n= 无\nc\nd = [\"甲\", \ne = \"乙\"\nf = '也好'\n",
            units: 4,
            findings: 4
        ),
    ]

    static let lua: [FormatFixture] = [
        FormatFixture(
            LuaFormat.self,
            "locales/zhCN.lua",
            """
            local L = LibStub("AceLocale-3.0"):NewLocale("插件", "zhCN")
            if not L then return end
            -- 菜单
            L["Start"] = "开始"
            L["Say %s"] = '对 %s 说\\n\\"好\\"'
            L.menu.quit = "退出"
            L["OK"] = "OK"
            L["中文"] = true
            L["sum"] = "甲" .. name .. "乙"

            """,
            units: 4
        ),
        FormatFixture(
            LuaFormat.self,
            "data/items.lua",
            "\u{FEFF}--[[ 块\r\n注释 ]]\r\nreturn {\r\n  [1001] = { id = 1001, name = \"飞剑\\065\\x41\\u{6C49}\", icon = \"a.png\", desc = [[\r\n第一行\r\n第二行]] },\r\n"
                + "  ['甲'] = '值', { \"数组\", \"第二\", [=[长]]]=] }, -- 尾\r\n  f = function() return 1 == \"不译\" end, call(\"不译\"),\r\n}",
            units: 6
        ),
        FormatFixture(
            LuaFormat.self,
            "broken.lua",
            "t = {\n  a = \"没完\n  b = \"好\",\n  c = '也好' }}} \n d = [[开\n",
            units: 2,
            findings: 1
        ),
    ]
}
