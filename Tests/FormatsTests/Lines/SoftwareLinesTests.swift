import Formats
import Testing
import Text

@Suite struct SoftwareLinesTests {
    // MARK: Properties

    @Test func escapesAsThePropertiesFileDoes() throws {
        #expect(
            try written(PropertiesFormat.self, "a.properties", "a=\\u6253\\u5f00\n", ["a": "Öffnen 🙂"])
                == "a=\\u00d6ffnen \\ud83d\\ude42\n"
        )
        #expect(try written(PropertiesFormat.self, "a.properties", "a : 打开\r\n", ["a": "Öffnen"]) == "a : Öffnen\r\n")
        #expect(try written(PropertiesFormat.self, "a.properties", "a=甲", ["a": " x\\\n"]) == "a=\\ x\\\\\\n")
    }

    @Test func doublesApostrophesInMessageFormat() throws {
        let text = "a=共 {0} 个\nb=It''s {0} 个\nc=别 '{0}'\n"
        let found = try units(PropertiesFormat.self, "a.properties", text)
        #expect(found["b"]?.source.literal == "It's {0} 个")
        #expect(found["c"]?.source.literal == "别 '{0}'")
        #expect(
            try written(PropertiesFormat.self, "a.properties", text, ["a": "it's <x1/>", "b": "it's <x1/>"])
                == "a=it''s {0}\nb=it''s {0}\nc=别 '{0}'\n"
        )
    }

    @Test func joinsContinuedLinesAndKeepsComments() throws {
        let found = try units(PropertiesFormat.self, "a.properties", "# 注\n! 二\na\\ b = 一\\\n   二\n\nc=三\n")
        #expect(found["a b"]?.source.literal == "一二")
        #expect(found["a b"]?.notes[Unit.Note.comment] == "注\n二")
        #expect(found["c"]?.notes[Unit.Note.comment] == nil)
    }

    @Test func writesPluralsOfICUInProperties() throws {
        #expect(
            try written(
                PropertiesFormat.self,
                "a.properties",
                "a={n, plural, other {# 个}}\n",
                ["a[n=one]": "<x1/> item", "a[n=other]": "<x1/> items"]
            ) == "a={n, plural, one {# item} other {# items}}\n"
        )
    }

    // MARK: Apple strings

    @Test func keepsHowEachAppleStringWasWritten() throws {
        let text = "/* 按钮 */\n\"a\" = \"一\\n二\";\n\"b\" = \"一\n二\";\nc = word;\n\"d\" = \"\\U4e00\";"
        let found = try units(AppleStringsFormat.self, "a.strings", text)
        #expect(found["a"]?.notes[Unit.Note.comment] == "按钮")
        #expect(found["a"]?.source.codes.first?.kind == .lineBreak)
        #expect(
            try written(
                AppleStringsFormat.self,
                "a.strings",
                text,
                ["a": "1<x1/>\"2\"", "b": "1<x1/>2", "c": "a b", "d": "é"]
            ) == "/* 按钮 */\n\"a\" = \"1\\n\\\"2\\\"\";\n\"b\" = \"1\n2\";\nc = \"a b\";\n\"d\" = \"\\U00e9\";"
        )
    }

    @Test func refusesACompiledPropertyList() {
        #expect(throws: FormatError.self) {
            try AppleStringsFormat.read(Array("bplist00xyz".utf8), file: "a.strings", options: ReadOptions())
        }
    }

    // MARK: YAML

    @Test func changesOnlyScalarsOfYAML() throws {
        let text =
            "zh-CN:\n  a: 甲   # 注\n  b: '乙'\n  c: [丙, \"丁\"]\n  d: |-\n    一\n    二\n  e: >\n    折\n    叠\n\n    段\n"
        #expect(
            try written(
                YAMLFormat.self,
                "x.yml",
                text,
                ["a": "no: yes", "b": "it's", "c.0": "a, b", "c.1": "\"", "d": "1<x1/>2", "e": "f<x1/>g"],
                target: "pt-BR"
            )
                == "pt-BR:\n  a: \"no: yes\"   # 注\n  b: 'it''s'\n  c: [\"a, b\", \"\\\"\"]\n  d: |-\n    1\n    2\n  e: >\n    f\n\n    g\n"
        )
    }

    @Test func addsPluralFormsToYAML() throws {
        let text = "zh:\r\n  apples:\r\n    other: '%{count} 个'\r\n  x: 末"
        let found = try units(YAMLFormat.self, "x.yml", text, targets: ["ru"])
        #expect(Set(found.keys) == ["apples[one]", "apples[few]", "apples[many]", "apples[other]", "x"])
        #expect(found["apples[few]"]?.plural == .few)
        #expect(
            try written(YAMLFormat.self, "x.yml", text, ["apples[one]": "<x1/> a", "apples[other]": "<x1/> b"])
                == "en:\r\n  apples:\r\n    other: '%{count} b'\r\n    one: \"%{count} a\"\r\n  x: 末"
        )
    }

    @Test func asksEveryTargetForAZeroThatYAMLHas() throws {
        let text = "zh:\n  apples:\n    zero: 没有\n    other: '%{count} 个'\n"
        let found = try units(YAMLFormat.self, "x.yml", text, targets: ["en"])
        #expect(Set(found.keys) == ["apples[zero]", "apples[one]", "apples[other]"])
        let zero = try #require(found["apples[zero]"])
        // A unit of a category is asked only of targets that have it.
        #expect(zero.plural == nil)
        #expect(
            try written(YAMLFormat.self, "x.yml", text, ["apples[zero]": "none", "apples[other]": "<x1/> b"])
                == "en:\n  apples:\n    zero: none\n    other: '%{count} b'\n"
        )
    }

    @Test func keepsWhiteSpaceAtTheEndsOfValues() throws {
        let properties = "a = \\n\\ \\u7532\\ \\t\\\n  \\n  \nb=\\ \\n\nc=乙\\\\n\n"
        let found = try units(PropertiesFormat.self, "a.properties", properties)
        #expect(found.mapValues(\.source.literal) == ["a": "甲", "c": "乙\\n"])
        #expect(
            try written(PropertiesFormat.self, "a.properties", properties, ["a": "x", "c": "y"])
                == properties.replacing("\\u7532", with: "x").replacing("乙\\\\n", with: "y")
        )
        let toml = "a = \" 甲\\n\"\nb = '乙 '\nc = \"\"\"\n\n丙\n\"\"\"\nd = \" \"\n"
        #expect(
            try units(TOMLFormat.self, "x.toml", toml).mapValues(\.source.literal) == ["a": "甲", "b": "乙", "c": "丙"]
        )
        #expect(
            try written(TOMLFormat.self, "x.toml", toml, ["a": "x", "b": "y", "c": "z"])
                == toml.replacing("甲", with: "x").replacing("乙", with: "y").replacing("丙", with: "z")
        )
    }

    @Test func readsOnlyHanInDataOfYAML() throws {
        let found = try units(YAMLFormat.self, "data.yml", "- id: sword\n  name: 剑\n  price: 3\n- &a 甲\n- *a\n")
        #expect(Set(found.keys) == ["0.name", "1"])
    }

    // MARK: TOML

    @Test func writesTOMLStringsInTheirKind() throws {
        let text = "[a]\nb = '甲'\nc = '乙'\nd = \"\"\"\n丙\n丁\"\"\"\n"
        #expect(
            try written(TOMLFormat.self, "x.toml", text, ["a.b": "it's", "a.c": "x\\y", "a.d": "1\"\"\"<x1/>2"])
                == "[a]\nb = \"it's\"\nc = 'x\\y'\nd = \"\"\"\n1\\\"\\\"\\\"\n2\"\"\"\n"
        )
    }

    // MARK: Fluent

    @Test func writesVariantsAndAddsThoseOfTheTarget() throws {
        let text = "f = { $n ->\n    [0] 无\n   *[other] { $n } 个\n}\n"
        #expect(
            try written(
                FluentFormat.self,
                "a.ftl",
                text,
                ["f[0]": "none", "f[one]": "one", "f[other]": "<x1/> items"]
            ) == "f = { $n ->\n    [0] none\n    [one] one\n   *[other] { $n } items\n}\n"
        )
    }

    @Test func putsTranslatedVariantsIntoATranslatedSentence() throws {
        let text = "m = 共 { $g ->\n    [male] 他\n   *[other] 它\n } 在\n"
        let translations = ["m": "In all <x1/> here", "m[male]": "he", "m[other]": "it"]
        #expect(
            try written(FluentFormat.self, "a.ftl", text, translations)
                == "m = In all { $g ->\n    [male] he\n   *[other] it\n } here\n"
        )
    }

    @Test func quotesWhatFluentWouldTake() throws {
        #expect(
            try written(FluentFormat.self, "a.ftl", "a = 甲\n  乙\n", ["a": " {x}<x1/>[y "])
                == "a = {\" \"}{\"{\"}x{\"}\"}\n  {\"[\"}y{\" \"}\n"
        )
    }
}
