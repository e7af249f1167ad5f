import Formats
import Text

extension FormatFixture {
    static let json: [FormatFixture] = genericJSON + softwareJSON + exchangeJSON + rpgMaker + mota

    /// The same file, whose units are known by what they say.
    var keyedByText: FormatFixture {
        var fixture = self
        fixture.isKeyedByText = true
        return fixture
    }

    private static let genericJSON: [FormatFixture] = [
        FormatFixture(
            GenericJSONFormat.self,
            "strings.json",
            """
            {
              "title": "青云志",
              "menu": {
                "start": "开始游戏",
                "quit": "退出\\t\\"真的\\"",
                "empty": ""
              },
              "tips": ["多喝水", "OK"]
            }

            """,
            units: 5
        ),
        // A mark, CRLF, comments, a trailing comma, odd numbers, keys twice, no line break at the end.
        FormatFixture(
            GenericJSONFormat.self,
            "data/items.json",
            "\u{FEFF}// 道具\r\n[\r\n  {\"id\": 7, \"name\" : \"灵石\", \"price\":1.0E+2, \"icon\":\"img/7.png\"},\r\n"
                + "\t{\"id\": 8, \"name\": \"飞剑\", \"name\": \"飞剑二\", /* 旧 */ \"ok\" : true, \"n\": -0.0,},\r\n"
                + "  {\"id\": 8, \"name\": \"\\u4e39\\u836f\\/\\uD83D\\uDE00\", \"tags\": [\"药\", 12, null, 'it\\'s 丹']},\r\n]",
            units: 6
        ),
        // Broken entries: the rest loads.
        FormatFixture(
            GenericJSONFormat.self,
            "broken.json",
            """
            {
                "a": "甲",
                "b": "没有引号,
                "c": "丙"
                "d": "坏\\q的",
                "e": 己,
                "f": ["庚", "\\ud800半", {"g": "辛"},],
                "h": {"i": "壬"],
                "j": "癸"
            """,
            units: 6,
            findings: 7
        ),
        FormatFixture(
            GenericJSONFormat.self,
            "escaped.json",
            #"{"a": "\u4e2d\u6587", "b": "a\u0026b \u003cb\u003e\u7c97\u003c/b\u003e", "c": "\u89c1http:\/\/x\/\u4e2d"}"#,
            units: 3
        ),
        // ICU messages in a table of texts; the second does not branch and the third is broken: both are plain.
        FormatFixture(
            GenericJSONFormat.self,
            "messages/zh-CN.json",
            """
            {
              "cart": "{count, plural, =0 {购物车是空的} other {购物车里有 # 件<b>商品</b>}}",
              "hi": "{name}，你好",
              "broken": "{count, plural, one {甲} 件",
              "gender": "{g, select, male {他} female {她} other {TA}}来了，带着{n, number}块钱",
              "rank": "{n, selectordinal, other {第 # 名}}"
            }

            """,
            units: 9,
            options: ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        ),
        // Quotes, escapes, line breaks inside, a message inside another, one without text, keys twice, CRLF, JSON5's quotes.
        FormatFixture(
            GenericJSONFormat.self,
            "icu.json5",
            "\u{FEFF}{\r\n\t// 数\r\n\t\"a\" : \"{n,plural,\\n\\tone{一\\u4e2a '{'#'}' it''s}\\n\\tother{# \\\"个\\\"}}\",\r\n"
                + "\t'a':'{n, plural, offset:1 =1 {\\'甲\\'了} other {{g, select, f {她和#人} other {他和#人}}}}',\r\n"
                + "\t\"n\": \"{n, plural, other {#}}\",\r\n\t\"a[n=other]\": \"名\",\r\n"
                + "\t\"t\": \"<a href=''{url}''>有{n, plural, other {<i>#</i>封}}信</a>\\u007bx}\", \"z\":\"{}\",\r\n}",
            units: 7
        ),
    ]
}
