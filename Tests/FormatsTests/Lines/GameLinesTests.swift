import Formats
import Testing
import Text

@Suite struct GameLinesTests {
    // MARK: Ren'Py

    @Test func knowsWhoSpeaks() throws {
        let text = """
            define e = Character("艾琳")
            label start:
                e happy "你好。"
                "老人" "嗯。"
                "旁白。"
                menu:
                    "走":
                        pass
            """
        let document = RenPyFormat.read(Array(text.utf8), file: "a.rpy", options: ReadOptions())
        let shown = document.units.map {
            "\($0.kind.rawValue) \($0.notes[Unit.Note.speaker] ?? "-") \($0.source.plain)"
        }
        #expect(
            shown == [
                "name - 艾琳", "dialogue 艾琳 你好。", "name - 老人", "dialogue 老人 嗯。", "dialogue - 旁白。", "choice - 走",
            ]
        )
        #expect(document.units.dropFirst().allSatisfy { $0.key.hasPrefix("start/") })
    }

    @Test func keepsKeysOfLinesThatMove() throws {
        let one = try units(RenPyFormat.self, "a.rpy", "label a:\n    \"甲\"\n    \"乙\"\n")
        let two = try units(RenPyFormat.self, "a.rpy", "label a:\n    \"新\"\n    \"乙\"\n    \"甲\"\n")
        #expect(Set(one.keys).isSubset(of: two.keys))
    }

    @Test func keepsKeysOfScreensThatComeAfterALabel() throws {
        let screen = "screen a(t=_(\"题\")):\n    vbox:\n        text \"甲\"\n    textbutton _(\"乙\")\n"
        let alone = try units(RenPyFormat.self, "a.rpy", screen)
        try #require(alone.count == 3)
        let after = try units(RenPyFormat.self, "a.rpy", "label b:\n    \"丙\"\n" + screen + "label c:\n    \"丁\"\n")
        #expect(Set(alone.keys).isSubset(of: after.keys))
        #expect(after.keys.filter { $0.contains("/") }.map { $0.prefix(2) }.sorted() == ["b/", "c/"])
    }

    @Test func leavesPythonAlone() throws {
        let text =
            "init python:\n    x = \"甲\"\nlabel a:\n    $ y = \"乙\"\n    python:\n        z = \"丙\"\n    image b:\n        \"丁.png\"\n"
        #expect(try units(RenPyFormat.self, "a.rpy", text).isEmpty)
    }

    @Test func escapesAsTheStringOfTheScriptNeeds() throws {
        let text = "label a:\n    '甲'\n    \"乙[x]\"\n"
        let document = RenPyFormat.read(Array(text.utf8), file: "a.rpy", options: ReadOptions())
        let keys = document.units.map(\.key)
        try #require(keys.count == 2)
        let output = try written(RenPyFormat.self, "a.rpy", text, [keys[0]: "it's [a] {b}", keys[1]: "\"<x1/>\"  \\"])
        #expect(output == "label a:\n    'it\\'s [[a] {{b}'\n    \"\\\"[x]\\\" \\ \\\\\"\n")
    }

    @Test func fillsTranslateBlocks() throws {
        let text = """
            # game/a.rpy:3
            translate english a_1:

                # e "甲[x]"
                # e "乙"
                e "A[x]"
                e ""

            translate english strings:
                old "丙"
                new "丙"
            """
        let found = try units(RenPyTranslationFormat.self, "a.rpy", text)
        let first = try #require(found["a_1"])
        #expect(first.source.literal == "甲[x]")
        #expect(first.existing["en"]?.text.literal == "A[x]")
        #expect(first.notes[Unit.Note.speaker] == "e")
        #expect(first.notes[Unit.Note.reference] == "game/a.rpy:3")
        #expect(found["a_1.2"]?.existing.isEmpty == true)
        let key = try #require(found.keys.first { $0.hasPrefix("strings/") })
        #expect(found[key]?.existing.isEmpty == true)
        let output = try written(RenPyTranslationFormat.self, "a.rpy", text, ["a_1.2": "B", key: "C"])
        #expect(output == text.replacing("e \"\"", with: "e \"B\"").replacing("new \"丙\"", with: "new \"C\""))
    }

    @Test func leavesBlocksOfLanguagesThatNobodyAsksFor() throws {
        let text =
            "translate japanese a_1:\n    # e \"甲\"\n    e \"\"\n\n"
            + "translate english a_1:\n    # e \"甲\"\n    e \"\"\n"
        #expect(try units(RenPyTranslationFormat.self, "a.rpy", text, targets: ["fr"]).isEmpty)
        #expect(try units(RenPyTranslationFormat.self, "a.rpy", text, targets: ["ja-JP"]).count == 1)
        #expect(try units(RenPyTranslationFormat.self, "a.rpy", text).count == 2)
        let output = try written(RenPyTranslationFormat.self, "a.rpy", text, ["a_1": "A"])
        #expect(output == text.dropLast(3) + "\"A\"\n")
    }

    @Test func fillsOnlyBlocksOfTheEdition() throws {
        let text =
            "translate japanese a:\n    # e \"甲\"\n    e \"\"\n\n"
            + "translate fan a:\n    # e \"甲\"\n    e \"\"\n"
        let english = try #require(LanguageTag("en"))
        let options = ReadOptions(targets: [english, try #require(LanguageTag("ja"))])
        let document = RenPyTranslationFormat.read(Array(text.utf8), file: "a.rpy", options: options)
        try #require(document.units.map(\.key) == ["a", "a.2"])
        let texts = ["a": InlineText("A"), "a.2": InlineText("A")]
        let edition = Edition(source: .simplifiedChinese, target: english, texts: texts)
        let output = try RenPyTranslationFormat.write(document, as: edition)
        #expect(String(decoding: output.bytes, as: UTF8.self) == text.dropLast(3) + "\"A\"\n")
    }

    // MARK: Paradox

    @Test func changesTheHeaderOfParadox() throws {
        let text = "\u{FEFF}l_simp_chinese:\r\n A:0 \"他说\"好\"\" # 注\r\n B:0 \"§R红§!$X$\"\r\n"
        #expect(
            try written(ParadoxFormat.self, "x.yml", text, ["B": "<g1>red</g1><x2/>"], target: "de")
                == "\u{FEFF}l_german:\r\n A:0 \"他说\"好\"\" # 注\r\n B:0 \"§Rred§!$X$\"\r\n"
        )
        #expect(try units(ParadoxFormat.self, "x.yml", text)["A"]?.source.literal == "他说\"好\"")
    }

    @Test func saysWhenParadoxHasNoSuchLanguage() throws {
        let bytes = Array("\u{FEFF}l_simp_chinese:\n A:0 \"甲\"\n".utf8)
        let document = ParadoxFormat.read(bytes, file: "x.yml", options: ReadOptions())
        let target = try #require(LanguageTag("id"))
        let edition = Edition(source: .simplifiedChinese, target: target, texts: ["A": InlineText("a")])
        let output = try ParadoxFormat.write(document, as: edition)
        #expect(output.findings.map(\.code) == ["paradox-language"])
        #expect(String(decoding: output.bytes, as: UTF8.self).contains("l_english:"))
    }

    // MARK: Lua, lang, INI

    @Test func findsAnotherBracketForLongStrings() throws {
        #expect(
            try written(LuaFormat.self, "x.lua", "t = { a = [[\n甲]], b = \"乙\" }", ["t.a": "x]]y]", "t.b": "\"\\"])
                == "t = { a = [=[\nx]]y]]=], b = \"\\\"\\\\\" }"
        )
    }

    @Test func keepsBedrockComments() throws {
        #expect(try written(LangFormat.self, "a.lang", "a=甲\t#x\n", ["a": "b\nc\t#d"]) == "a=b\\nc #d\t#x\n")
    }

    @Test func readsSectionsOfINI() throws {
        let found = try units(INIFormat.self, "config.ini", "[甲]\n; 注\na=\"乙\"\nb=1\nc=png\n")
        #expect(Set(found.keys) == ["甲.a"])
        #expect(found["甲.a"]?.notes[Unit.Note.comment] == "注")
    }

    // MARK: Detection

    @Test(arguments: [
        ("a.yml", "l_english:\n A:0 \"x\"\n", "paradox"), ("a.yml", "l_english:\n  a: x\n", "paradox"),
        ("a.yml", "en:\n  a: x\n", "yaml"), ("a.yml", "l_english: 1\n", "yaml"), ("a.rpy", "label a:\n", "renpy"),
        ("a.rpy", "\u{FEFF}# x\ntranslate english a:\n", "renpy-tl"), ("a.ftl", "a = b", "fluent"),
    ]) func tellsFormatsApart(_ file: String, _ text: String, _ expected: String) {
        #expect(FormatCatalog.format(for: FileSample(Array(text.utf8), file: file))?.name == expected)
    }
}
