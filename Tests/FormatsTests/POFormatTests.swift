import Formats
import Testing
import Text

@Suite struct POFormatTests {
    @Test func tellsWhatAMessageSaysOfItself() throws {
        let document = try POFormat.read(Array(POSamples.wrapped.utf8), file: "zh.po")
        let menu = try #require(document.units.first)
        #expect(menu.key == "menu|开始游戏")
        #expect(menu.notes[Unit.Note.context] == "menu")
        #expect(menu.notes[Unit.Note.reference] == "src/menu.c:12 src/menu.c:40")
        #expect(menu.notes[Unit.Note.comment] == "译者：保留换行\n主菜单的第一项")
        #expect(menu.existing["en"]?.text.literal == "New game")
        #expect(menu.existing["en"]?.state == .translated)
        let coins = document.units[1]
        #expect(coins.notes[Unit.Note.previous] == "你有 %d 个金币")
        #expect(coins.existing["en"]?.state == .initial)
        #expect(document.units[2...3].map(\.plural) == [.one, .other])
        #expect(document.units[2...3].map { $0.existing["en"]?.text.literal } == ["%d day left", "%d days left"])
        // Line breaks at the end are kept by the format.
        #expect(document.units[4].source.literal.hasSuffix("结束。"))
    }

    @Test func fillsTakesOffFuzzyAndWrapsAsTheFileDoes() throws {
        let long = "You have <x1/> gold coins, which is more than anyone in this village has ever seen in one place."
        let written = try translated(
            POFormat.self,
            POSamples.wrapped,
            ["你有 <x1/> 枚金币。": long]
        )
        #expect(
            written.contains(
                """
                #, c-format
                msgid "你有 %d 枚金币。"
                msgstr ""
                "You have %d gold coins, which is more than anyone in this village has ever "
                "seen in one place."

                """
            )
        )
        #expect(!written.contains("fuzzy"))
        #expect(!written.contains("#|"))
        #expect(written.hasSuffix("#~ msgid \"旧的\"\n#~ msgstr \"old\"\n"))
    }

    @Test func keepsUnwrappedFilesAndTheirLineBreaks() throws {
        let bytes = Array(POSamples.unreal.utf8)
        let document = try POFormat.read(bytes, file: "Game.po")
        #expect(document.findings.allSatisfy { $0.code == "po-syntax" && $0.place.line != nil })
        var edition = try edition()
        let unit = try #require(document.units.first { $0.key.hasPrefix("Quests,Quest_04") })
        let text = String(repeating: "word ", count: 40) + "\nend"
        edition.texts[unit.key] = InlineText(text)
        let written = String(decoding: try POFormat.write(document, as: edition).bytes, as: UTF8.self)
        let line = "msgstr \"" + String(repeating: "word ", count: 40) + "\\nend\""
        #expect(written == POSamples.unreal.replacing("msgstr \"Done\"", with: line))
    }

    @Test func givesTheTargetItsPluralForms() throws {
        let russian = try #require(LanguageTag("ru"))
        let options = ReadOptions(targets: [russian])
        let document = POFormat.read(Array(POSamples.template.utf8), file: "t.pot", options: options)
        let forms = document.units.filter { $0.plural != nil }
        #expect(forms.map(\.key) == ["{count} 人[one]", "{count} 人[few]", "{count} 人[many]"])
        #expect(forms.first?.notes[Unit.Note.maxLength] == "20")
        var edition = try edition(target: "ru")
        for unit in forms { edition.texts[unit.key] = InlineText("{count} \(unit.plural?.rawValue ?? "")") }
        let written = String(decoding: try POFormat.write(document, as: edition).bytes, as: UTF8.self)
        #expect(written.contains("\"Language: ru\\n\""))
        #expect(written.contains("charset=UTF-8"))
        #expect(!written.contains("fuzzy"))
        #expect(written.contains("\"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "))
        #expect(written.contains("msgstr[0] \"{count} one\"\nmsgstr[1] \"{count} few\"\nmsgstr[2] \"{count} many\"\n"))
        let again = try POFormat.read(Array(written.utf8), file: "ru.po")
        #expect(again.units.filter { $0.plural == .few }.map { $0.existing["ru"]?.text.literal } == ["{count} few"])
    }

    @Test func keepsAFormulaThatTheFileHasForTheLanguage() throws {
        let text = """
            msgid ""
            msgstr ""
            "Language: cs\\n"
            "Plural-Forms: nplurals=4; plural=n==1 ? 2 : n>1 && n<5 ? 1 : 0;\\n"

            msgid "人"
            msgid_plural "人们"
            msgstr[0] ""
            msgstr[1] ""
            msgstr[2] ""
            msgstr[3] ""

            """
        let czech = try #require(LanguageTag("cs"))
        let document = POFormat.read(Array(text.utf8), file: "cs.po", options: ReadOptions(targets: [czech]))
        var edition = try edition(target: "cs")
        for unit in document.units { edition.texts[unit.key] = InlineText(unit.plural?.rawValue ?? "") }
        let written = String(decoding: try POFormat.write(document, as: edition).bytes, as: UTF8.self)
        let filled = ["other", "few", "one", "one"].enumerated().map { "msgstr[\($0)] \"\($1)\"" }
        #expect(written == text.replacing(/msgstr\[0\](.|\n)*/, with: filled.joined(separator: "\n") + "\n"))
    }

    @Test func readsAChineseCatalogWhoseMessagesAreKeys() throws {
        let text = """
            msgid ""
            msgstr ""
            "Language: zh_CN\\n"

            msgid "MENU_START"
            msgstr "开始游戏"

            msgid "MENU_EMPTY"
            msgstr ""

            """
        let document = try POFormat.read(Array(text.utf8), file: "zh_CN.po")
        #expect(document.units.map(\.key) == ["MENU_START"])
        #expect(document.units.first?.source.literal == "开始游戏")
        let written = try translated(POFormat.self, text, ["开始游戏": "Start"])
        #expect(written == text.replacing("开始游戏", with: "Start").replacing("zh_CN", with: "en"))
    }

    @Test func tellsOfDuplicates() throws {
        let document = try POFormat.read(
            Array("msgid \"甲\"\nmsgstr \"\"\n\nmsgid \"甲\"\nmsgstr \"\"\n".utf8),
            file: "d.po"
        )
        #expect(document.units.map(\.key) == ["甲", "甲.2"])
        #expect(document.findings.map(\.code) == ["po-duplicate"])
    }

    @Test func changesTheCharsetWithTheEncoding() throws {
        let document = try POFormat.read(POSamples.big5, file: "b.po")
        var edition = try edition()
        edition.texts["你好"] = InlineText("Cześć")
        let written = try POFormat.write(document, as: edition)
        #expect(written.findings.map(\.code) == ["encoding-changed"])
        #expect(String(decoding: written.bytes, as: UTF8.self).contains("charset=UTF-8\\n\"\n\"Language: en\\n\""))
    }

    @Test(arguments: ["n != 1", "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"])
    func evaluatesFormulas(_ formula: String) throws {
        let text = """
            msgid ""
            msgstr ""
            "Language: \(formula.count > 10 ? "pl" : "de")\\n"
            "Plural-Forms: nplurals=\(formula.count > 10 ? 3 : 2); plural=\(formula);\\n"

            msgid "人"
            msgid_plural "人"
            msgstr[0] "a"
            msgstr[1] "b"
            msgstr[2] "c"

            """
        let units = try POFormat.read(Array(text.utf8), file: "f.po").units
        let language = formula.count > 10 ? "pl" : "de"
        #expect(units.map(\.plural) == (formula.count > 10 ? [.one, .few, .many] : [.one, .other]))
        #expect(units.map { $0.existing[language]?.text.literal } == ["a", "b", "c"].prefix(units.count).map { $0 })
    }

    @Test func refusesFormulasWithoutEnd() throws {
        let deep = String(repeating: "(", count: 50_000)
        let text =
            "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=\(deep)n;\\n\"\n\nmsgid \"人\"\nmsgid_plural \"人\"\nmsgstr[0] \"\"\n"
        #expect(try POFormat.read(Array(text.utf8), file: "f.po").units.count == 1)
    }
}
