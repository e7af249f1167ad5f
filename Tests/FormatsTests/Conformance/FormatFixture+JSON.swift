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
            #"{"a": "\u4e2d\u6587", "b": "a\u0026b \u003cb\u003e\u7c97\u003c/b\u003e", "c": "http:\/\/x\/\u4e2d"}"#,
            units: 3
        ),
    ]
}
