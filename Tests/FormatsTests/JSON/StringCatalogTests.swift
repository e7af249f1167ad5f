import Testing
import Text

@testable import Formats

@Suite struct StringCatalogTests {
    private static let catalog = """
        {
          "sourceLanguage" : "zh-Hans",
          "strings" : {
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
        """

    @Test func addsLocalizationsAsXcodeWritesThem() throws {
        let expected = """
            {
              "sourceLanguage" : "zh-Hans",
              "strings" : {
                "好" : {
                  "localizations" : {
                    "en" : {
                      "stringUnit" : {
                        "state" : "translated",
                        "value" : "\\"OK\\""
                      }
                    }
                  }
                },
                "设置" : {
                  "extractionState" : "manual",
                  "localizations" : {
                    "en" : {
                      "stringUnit" : {
                        "state" : "translated",
                        "value" : "Settings"
                      }
                    },
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
            """
        #expect(try write(StringCatalogFormat.self, Self.catalog, ["好": "\"OK\"", "设置": "Settings"]) == expected)
    }

    @Test func putsALaterLocaleBehindAndFillsOneThatIsThere() throws {
        let korean = try write(StringCatalogFormat.self, Self.catalog, ["设置": "설정"], target: "ko")
        #expect(korean.contains("\"設定\"\n          }\n        },\n        \"ko\" : {\n          \"stringUnit\" : {"))
        let japanese = try write(StringCatalogFormat.self, Self.catalog, ["设置": "環境設定"], target: "ja")
        #expect(japanese == Self.catalog.replacing("設定", with: "環境設定"))
    }

    @Test func completesAPluralThatIsThereInPart() throws {
        let text = """
            {"sourceLanguage":"zh-Hans","strings":{"%lld 个":{"localizations":{"ru":{"variations":{"plural":\
            {"many":{"stringUnit":{"state":"needs_review","value":"%lld x"}}}}}}}},"version":"1.0"}
            """
        let document = try StringCatalogFormat.read(
            Array(text.utf8),
            file: "f",
            options: ReadOptions(targets: [try #require(LanguageTag("ru"))])
        )
        #expect(document.units.map(\.key) == ["one", "few", "many", "other"].map { "%lld 个[\($0)]" })
        #expect(document.units.map(\.plural) == [.one, .few, .many, .other])
        #expect(document.units[2].existing["ru"]?.state == .initial)
        let written = try write(
            StringCatalogFormat.self,
            text,
            ["%lld 个[one]": "<x1/> a", "%lld 个[many]": "<x1/> c"],
            target: "ru"
        )
        let expected = text.replacing("needs_review", with: "translated").replacing("%lld x", with: "%lld c").replacing(
            "},\"version\"",
            with: "},\"version\""
        )
        let one = #""one":{"stringUnit":{"state":"translated","value":"%lld a"}}"#
        #expect(written == expected.replacing("c\"}}}}", with: "c\"}},\(one)}}"))
    }

    @Test func takesPluralsAndSubstitutionsOfTheSource() throws {
        let text = """
            {"sourceLanguage":"zh-Hans","strings":{"k":{"localizations":{"zh-Hans":{"stringUnit":{"state":"new","value":"%#@a@在"},\
            "substitutions":{"a":{"argNum":1,"formatSpecifier":"lld","variations":{"plural":{"other":{"stringUnit":\
            {"state":"new","value":"%arg 猫"}}}}}}}}}},"version":"1.0"}
            """
        let texts = ["k": "<x1/> here", "k[a.one]": "<x1/> cat", "k[a.other]": "<x1/> cats"]
        let written = try write(StringCatalogFormat.self, text, texts)
        let expected =
            #""localizations":{"en":{"stringUnit":{"state":"translated","value":"%#@a@ here"},"substitutions":"#
            + #"{"a":{"argNum":1,"formatSpecifier":"lld","variations":{"plural":{"one":{"stringUnit":{"state":"translated","#
            + #""value":"%arg cat"}},"other":{"stringUnit":{"state":"translated","value":"%arg cats"}}}}}}},"zh-Hans":"#
        #expect(written == text.replacing(#""localizations":{"zh-Hans":"#, with: expected))
    }

    @Test func asksForNoTranslationWhereTheCatalogSaysSo() throws {
        let text = #"{"sourceLanguage":"zh-Hans","strings":{"甲":{"shouldTranslate":false},"乙":{"comment":"注"}}}"#
        let document = try StringCatalogFormat.read(Array(text.utf8), file: "f.xcstrings")
        #expect(document.units.map(\.key) == ["乙"])
        #expect(document.units[0].notes[Unit.Note.comment] == "注")
        #expect(document.details.language == LanguageTag("zh-Hans"))
    }
}
