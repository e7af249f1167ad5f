import Testing
import Text

@testable import Formats

@Suite struct GenericJSONTests {
    @Test func knowsElementsByTheirIDs() throws {
        let keys = try read(#"{"l": [{"id": "a", "t": "甲"}, {"t": "乙"}, {"id": 7, "in": {"t": ["丙", "丁"]}}]}"#).units
            .map(\.key)
        #expect(keys == ["l.a.t", "l.1.t", "l.7.in.t.0", "l.7.in.t.1"])
    }

    @Test func numbersKeysThatComeTwice() throws {
        #expect(
            try read(#"{"a": "甲", "a": "乙", "a.2": "丙", "a": "丁"}"#).units.map(\.key) == ["a", "a.2", "a.2.2", "a.3"]
        )
    }

    @Test func takesAllTextsOfATableAndOnlyHanFromOtherData() throws {
        let table = #"{"ok": "OK", "title": "标题", "n": "12", "empty": " "}"#
        #expect(try read(table).units.map(\.key) == ["ok", "title"])
        let data = #"{"icon": "img/a.png", "name": "剑", "atk": 5, "rate": 0.5, "on": true}"#
        #expect(try read(data).units.map(\.key) == ["name"])
    }

    @Test func takesOnlyDescriptionsFromManifests() throws {
        func texts(_ file: String, _ text: String) throws -> [String] {
            try GenericJSONFormat.read(Array(text.utf8), file: file).units.map(\.source.literal)
        }
        let package = #"""
            {"name": "游戏", "version": "1.0", "description": "一个游戏", "displayName": "Game", "keywords": ["游戏"],
             "window": {"title": "青云志", "icon": "图标"}, "scripts": {"description": "打包"}}
            """#
        #expect(try texts("a/package.json", package) == ["一个游戏", "青云志"])
        #expect(try texts("manifest.json", #"{"manifest_version": 3, "name": "词典", "description": "词典"}"#) == ["词典"])
        #expect(try texts("manifest.json", #"{"title": "词典", "ok": "OK"}"#) == ["词典", "OK"])
        #expect(try texts("composer.json", #"{"type": "库", "description": "说明"}"#) == ["说明"])
        #expect(try texts("tsconfig.app.json", #"{"compilerOptions": {"outDir": "输出"}}"#).isEmpty)
        #expect(try texts(".eslintrc.json", #"{"rules": {"no-x": ["error", "中文"]}}"#).isEmpty)
    }

    @Test func takesProseFromDataInAnotherLanguage() throws {
        let data = #"[{"icon": "img/a.png", "name": "Old Sword", "atk": 5, "cls": "sword", "about": "café"}]"#
        let options = ReadOptions(source: LanguageTag("en"))
        let document = try GenericJSONFormat.read(Array(data.utf8), file: "f.json", options: options)
        #expect(document.units.map(\.source.text) == ["Old Sword", "café"])
    }

    @Test(arguments: [
        (#"{"a": "\u4e2d"}"#, #"{"a": "\u00e9\"\ud83d\ude00"}"#),
        (#"{"a": "\u4E2D"}"#, #"{"a": "\u00E9\"\uD83D\uDE00"}"#),
        (#"{"a": "中\u0021"}"#, #"{"a": "é\"😀"}"#),
        (#"{'a': '中'}"#, #"{'a': 'é"😀'}"#),
    ])
    func escapesAsTheFileDoes(_ before: String, _ after: String) throws {
        #expect(try translate(before, ["a": "é\"😀"]) == after)
    }

    @Test func escapesSlashesAndTagsAsTheFileDoes() throws {
        #expect(try translate(#"{"a": "中\/"}"#, ["a": "x/y<b>\t\u{1}"]) == #"{"a": "x\/y<b>\t\u0001"}"#)
        #expect(try translate(#"{"a": "中\u003c"}"#, ["a": "x/y<b>&"]) == #"{"a": "x/y\u003cb\u003e\u0026"}"#)
    }

    @Test func findsPlaceholders() throws {
        let document = try read(#"{"a": "共{0}个%s，\n<b>完</b>"}"#)
        #expect(document.units[0].source.tagged == "共<x1/>个<x2/>，<x3/><g4>完</g4>")
    }

    @Test func findsColorsInLanguageFilesOfGames() throws {
        func codes(_ file: String) throws -> [String] {
            try GenericJSONFormat.read(Array(#"{"a": {"b": "§a绿§r"}}"#.utf8), file: file).units
                .flatMap(\.source.codes).map(\.data)
        }
        #expect(try codes("mod/zh_cn.json") == ["§a", "§r"])
        #expect(try codes("law.json").isEmpty)
    }

    @Test func tellsTheLineOfWhatIsBroken() throws {
        let finding = try #require(try read("{\n\"a\": \"甲\",\n\"b\": \"乙\\x\"\n}").findings.first)
        #expect(finding.code == "json-escape")
        #expect(finding.place.line == 3)
    }

    @Test(arguments: ["", "  ", "\"文\"", "12", "文字"]) func refusesWhatIsNoJSON(_ text: String) throws {
        #expect(throws: FormatError.self) { try read(text) }
    }

    @Test(arguments: [TextEncoding.utf16LE, .utf16BE, .gb18030]) func keepsOtherEncodings(_ encoding: TextEncoding)
        throws
    {
        let text = "{\n  \"标题\": \"青云志，第一卷\",\n  \"说明\": \"山中的少年走进了城里，看见了大海。\"\n}\n"
        let bytes = encoding.mark + (try encoding.encode(text).get())
        let document = try GenericJSONFormat.read(bytes, file: "f.json")
        #expect(document.details.encoding == encoding.rawValue)
        var edition = try edition()
        edition.texts = ["标题": InlineText("Azure Sky")]
        let expected = text.replacing("青云志，第一卷", with: "Azure Sky")
        let written = try GenericJSONFormat.write(document, as: edition)
        #expect(written.bytes == encoding.mark + (try encoding.encode(expected).get()))
    }

    @Test func staysLinearOnManyEqualKeys() throws {
        let text = "{" + String(repeating: "\"a\":\"甲\",", count: 5000) + "}"
        let document = try read(text)
        #expect(document.units.last?.key == "a.5000")
    }

    private func read(_ text: String) throws -> Document {
        try GenericJSONFormat.read(Array(text.utf8), file: "f.json")
    }

    private func translate(_ text: String, _ texts: [String: String]) throws -> String {
        try write(GenericJSONFormat.self, text, texts)
    }
}

/// Reads a text, puts translations by key, and gives what is written.
func write<F: Format>(
    _ format: F.Type,
    _ text: String,
    _ texts: [String: String],
    file: String = "f.json",
    target: String = "en"
) throws -> String {
    let locale = try #require(LanguageTag(target))
    let document = try F.read(Array(text.utf8), file: file, options: ReadOptions(targets: [locale]))
    #expect(Set(document.units.map(\.key)).isSuperset(of: texts.keys), "\(document.units.map(\.key))")
    var edition = try edition(target: target)
    for unit in document.units {
        edition.texts[unit.key] = texts[unit.key].map { InlineText(tagged: $0, source: unit.source) }
    }
    return String(decoding: try F.write(document, as: edition).bytes, as: UTF8.self)
}
