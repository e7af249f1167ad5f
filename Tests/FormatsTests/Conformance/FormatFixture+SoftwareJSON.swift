import Formats
import Text

extension FormatFixture {
    static let softwareJSON: [FormatFixture] = i18next + arb + chrome + stringCatalogs

    private static let i18next: [FormatFixture] = [
        FormatFixture(
            I18nextFormat.self,
            "locales/zh/common.json",
            """
            {
              "greeting": "你好，{{name}}！",
              "nav": { "home": "首页", "about": "$t(nav.home)以外" },
              "apples_one": "{{count}} 个苹果",
              "apples_other": "{{count}} 个苹果们",
              "place_ordinal_other": "第{{count}}名",
              "end": "完"
            }
            """,
            units: 7,
            options: ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        ),
        // Forms that the target needs more of, minified, with escapes.
        FormatFixture(
            I18nextFormat.self,
            "i18n.json",
            #"{"friend":"\u53cb","a_other":"\u5171{{count}}\u4e2a","friend_male":"\u7537\u53cb{{x}}","z":"\u672b"}"#,
            units: 7,
            options: ReadOptions(targets: [LanguageTag("ru")].compactMap(\.self))
        ),
        // Version 3: the plain name and `_plural`; numbers that are no plurals; CRLF; a broken entry.
        FormatFixture(
            I18nextFormat.self,
            "v3.json",
            "{\r\n\t\"item\": \"{{count}} 件\",\r\n\t\"item_plural\": \"{{count}} 件们\",\r\n\t\"step_0\": \"一\",\r\n"
                + "\t\"step_1\": \"二\",\r\n\t\"bad\": \"坏,\r\n\t\"list\": [\"甲\", {\"k\": \"乙\"}]\r\n}\r\n",
            units: 6,
            findings: 1
        ),
    ]

    private static let arb: [FormatFixture] = [
        FormatFixture(
            ARBFormat.self,
            "lib/l10n/app_zh.arb",
            """
            {
                "@@locale": "zh",
                "helloWorld": "你好，世界！",
                "@helloWorld": {
                    "description": "问候语",
                    "placeholders": { "userName": { "type": "String", "example": "小明" } }
                },
                "hi": "{userName}，你好",
                "@hi": {}
            }

            """,
            units: 2
        ),
        FormatFixture(
            ARBFormat.self,
            "intl_zh_CN.arb",
            "\u{FEFF}{\r\n  \"@@locale\": \"zh_CN\",\r\n  \"@@last_modified\": \"2024-01-01\",\r\n  \"t\": \"甲\\n乙\",\r\n"
                + "  \"t\": \"重\"\r\n}",
            units: 2
        ),
        FormatFixture(
            ARBFormat.self,
            "app_zh_Hans.arb",
            """
            {
              "@@locale": "zh_Hans",
              "items": "{count, plural, =0{没有} other{{count} 件}}",
              "@items": {"description": "背包", "placeholders": {"count": {"type": "int", "example": "3"}}},
              "pronoun": "{gender,select,male{他}female{她}other{他们}}的{item}",
              "sum": "共{n, plural, other{\\u0023\\n个}}",
              "bad": "{count, plural, =0{没有}"
            }
            """,
            units: 9,
            options: ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        ),
        FormatFixture(ARBFormat.self, "app.arb", #"{"a":"甲","b":"坏\x","c":"丙",}"#, units: 2, findings: 1),
    ]

    private static let chrome: [FormatFixture] = [
        FormatFixture(
            ChromeMessagesFormat.self,
            "_locales/zh_CN/messages.json",
            """
            {
              "appName": { "message": "网页翻译", "description": "名字" },
              "found": {
                "message": "在$URL$找到$1处，共$$5",
                "placeholders": { "url": { "content": "$1", "example": "https://x.cn" } }
              }
            }
            """,
            units: 2
        ),
        FormatFixture(
            ChromeMessagesFormat.self,
            "messages.json",
            "// 注\n{\n\t\"a\" :{\"description\":\"d\",\"message\" : \"甲\\u3000\"},\n\t\"b\":{\"message\":\"\"}\n}\n",
            units: 1
        ),
        FormatFixture(
            ChromeMessagesFormat.self,
            "messages.json",
            "{\"a\":{\"message\":\"甲},\n\"b\":{\"message\":\"乙\"}}",
            units: 1,
            findings: 1
        ),
    ]

    private static let stringCatalogs: [FormatFixture] = [
        FormatFixture(
            StringCatalogFormat.self,
            "Localizable.xcstrings",
            """
            {
              "sourceLanguage" : "zh-Hans",
              "strings" : {
                "" : {

                },
                "%lld 个苹果" : {
                  "comment" : "购物车",
                  "localizations" : {
                    "en" : {
                      "variations" : {
                        "plural" : {
                          "one" : {
                            "stringUnit" : {
                              "state" : "needs_review",
                              "value" : "%lld apple"
                            }
                          }
                        }
                      }
                    },
                    "zh-Hans" : {
                      "stringUnit" : {
                        "state" : "translated",
                        "value" : "%lld 个苹果"
                      }
                    }
                  }
                },
                "VERSION" : {
                  "shouldTranslate" : false
                },
                "好" : {

                },
                "设置" : {
                  "extractionState" : "manual",
                  "localizations" : {
                    "ja" : {
                      "stringUnit" : {
                        "state" : "translated",
                        "value" : "設定"
                      }
                    }
                  }
                }
              },
              "version" : "1.0"
            }
            """,
            units: 4,
            options: ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        ),
        // Minified, with a device, a plural inside of a substitution, and a reshaped translation.
        FormatFixture(
            StringCatalogFormat.self,
            "InfoPlist.xcstrings",
            #"{"sourceLanguage":"zh-Hans","strings":{"tap":{"localizations":{"zh-Hans":{"variations":{"device":{"#
                + #""iphone":{"stringUnit":{"state":"new","value":"轻点"}},"other":{"stringUnit":{"value":"点按"}}}}},"#
                + #""en":{}}},"two":{"localizations":{"zh-Hans":{"stringUnit":{"state":"translated","value":"%#@a@和我"},"#
                + #""substitutions":{"a":{"argNum":1,"formatSpecifier":"lld","variations":{"plural":{"other":"#
                + #"{"stringUnit":{"state":"translated","value":"%arg 只猫"}}}}}}}}}},"version":"1.0"}"#,
            units: 5,
            options: ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        ),
        FormatFixture(
            StringCatalogFormat.self,
            "b.xcstrings",
            "{\r\n  \"sourceLanguage\" : \"zh-Hans\",\r\n  \"strings\" : {\r\n    \"甲\" : { },\r\n    \"乙\" : 5,\r\n"
                + "    \"丙\" : {\"localizations\" : {\"en\" : {\"stringUnit\" : {\"state\" : \"new\", \"value\" : \"\"}}}}\r\n"
                + "  ,}\r\n}",
            units: 2
        ),
    ]
}
