import Testing
import Text

@testable import Formats

@Suite struct ExchangeJSONTests {
    @Test func movesTheStageOfParaTranz() throws {
        let text = """
            [{"key":"a","original":"甲","translation":"","stage":0},{"key":"b","original":"乙","translation":"x","stage":5},
             {"key": "c", "original": "丙", "stage": 2}]
            """
        let expected = """
            [{"key":"a","original":"甲","translation":"A","stage":1},{"key":"b","original":"乙","translation":"B","stage":5},
             {"key": "c", "original": "丙", "translation": "C", "stage": 1}]
            """
        #expect(try write(ParaTranzFormat.self, text, ["a": "A", "b": "B", "c": "C"]) == expected)
        let options = ReadOptions(targets: [try #require(LanguageTag("en"))])
        let units = try ParaTranzFormat.read(Array(text.utf8), file: "f.json", options: options).units
        #expect(units.map { $0.existing["en"]?.state } == [nil, .final, nil])
    }

    @Test func fillsTheMemberOfTheTarget() throws {
        let text = #"[{"id":1,"zh":"甲","en":""},{"id":2,"cn":"乙","en_US":"B","ja":"オ"},{"id":3, "zh":"丙"}]"#
        let expected =
            #"[{"id":1,"zh":"甲","en":"A"},{"id":2,"cn":"乙","en_US":"2","ja":"オ"},{"id":3, "zh":"丙", "en":"C"}]"#
        #expect(try write(JSONTableFormat.self, text, ["1": "A", "2": "2", "3": "C"]) == expected)
        let locales = [try #require(LanguageTag("en")), try #require(LanguageTag("ja"))]
        let options = ReadOptions(targets: locales)
        let document = try JSONTableFormat.read(Array(text.utf8), file: "f.json", options: options)
        #expect(document.units[1].existing.mapValues(\.text.text) == ["en": "B", "ja": "オ"])
        let japanese = Edition(source: locales[0], target: locales[1], texts: ["2": InlineText("オツ")])
        let written = String(decoding: try JSONTableFormat.write(document, as: japanese).bytes, as: UTF8.self)
        #expect(written == text.replacing("\"オ\"", with: "\"オツ\""))
    }

    @Test func tellsWhatMToolHasTranslated() throws {
        let text = #"{"甲\n":"甲\n","乙":"B","丙":""}"#
        let options = ReadOptions(targets: [try #require(LanguageTag("en"))])
        let units = try MToolFormat.read(Array(text.utf8), file: "f.json", options: options).units
        #expect(units.map { $0.existing["en"]?.text.text } == [nil, "B", nil])
        #expect(try write(MToolFormat.self, text, ["丙": "C"]) == #"{"甲\n":"甲\n","乙":"B","丙":"C"}"#)
    }

    @Test func translatesEachNameOfAScriptOnce() throws {
        let text = #"[{"name":"林","message":"嗯"},{"name":"林","message":"嗯"},{"names":["林","雪"],"message":"啊"}]"#
        let units = try GalTranslFormat.read(Array(text.utf8), file: "f.json").units
        #expect(units.map(\.kind) == [.name, .dialogue, .dialogue, .name, .dialogue])
        #expect(units[4].notes[Unit.Note.speaker] == "林, 雪")
        #expect(units[2].key == units[1].key + ".2")
        #expect(try write(GalTranslFormat.self, text, ["names/林": "Lin"]) == text.replacing("\"林\"", with: "\"Lin\""))
    }

    @Test func tellsFlutterTheLocale() throws {
        let text =
            #"{"@@locale": "zh", "a": "甲 {n}", "@a": {"description": "注", "placeholders": {"n": {"example": "5"}}}}"#
        let written = try write(ARBFormat.self, text, ["a": "A <x1/>"], target: "pt-BR")
        #expect(written == text.replacing("\"zh\"", with: "\"pt_BR\"").replacing("甲", with: "A"))
        let unit = try #require(try ARBFormat.read(Array(text.utf8), file: "a.arb").units.first)
        #expect(unit.notes[Unit.Note.comment] == "注\n{n}: 5")
    }

    @Test func keepsThePlaceholdersOfExtensions() throws {
        let text =
            #"{"a": {"message": "在$URL$的$1，$$3", "placeholders": {"url": {"content": "$2", "example": "x.cn"}}}}"#
        let unit = try #require(try ChromeMessagesFormat.read(Array(text.utf8), file: "messages.json").units.first)
        #expect(unit.source.codes.map(\.data) == ["$URL$", "$1", "$$"])
        #expect(unit.notes[Unit.Note.comment] == "$URL$: x.cn")
    }

    @Test func translatesSpeakersInsideOfTheirCode() throws {
        let text = """
            main.floors.A=
            {"e": ["\\t[少女,npc0]\\b[this]你好。", "\\t[少女,npc0]再见", "\\t[hero]走"]}
            """
        let document = try MotaFormat.read(Array(text.utf8), file: "A.js")
        #expect(document.units.map(\.source.tagged) == ["少女", "<x1/>你好。", "再见", "走"])
        #expect(document.units.map { $0.notes[Unit.Note.speaker] } == [nil, "少女", "少女", "hero"])
        let written = try write(MotaFormat.self, text, ["names/少女": "Girl, \"7\""], file: "A.js")
        #expect(written == text.replacing("少女", with: #"Girl， \"7\""#))
    }
}
