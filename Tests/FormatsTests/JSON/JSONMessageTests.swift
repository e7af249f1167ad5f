import Testing
import Text

@testable import Formats

/// ICU messages in the strings of JSON files.
@Suite struct JSONMessageTests {
    @Test func addsTheCategoriesOfRussian() throws {
        let text = #"{"标题": "商店", "n": "{n, plural, =0 {无} other {# 个\u0022灵石\u0022}}", "x": 1}"#
        let texts = [
            "n[n==0]": "нет", "n[n=one]": "<x1/> \"камень\"", "n[n=few]": "<x1/> камня", "n[n=many]": "<x1/> камней",
            "n[n=other]": "<x1/> {камня}",
        ]
        let written = try write(GenericJSONFormat.self, text, texts, target: "ru")
        let message =
            #"{n, plural, =0 {нет} one {# \"камень\"} few {# камня} many {# камней} other {# '{'камня'}'}}"#
        #expect(written == #"{"标题": "商店", "n": ""# + message + #"", "x": 1}"#)
    }

    @Test func tellsTheCategoryOfEachUnit() throws {
        let options = ReadOptions(targets: [try #require(LanguageTag("ru"))])
        let text = #"{"n": "{n, plural, other {# 个}}", "g": "{g, select, f {她} other {他}}"}"#
        let units = try GenericJSONFormat.read(Array(text.utf8), file: "f.json", options: options).units
        #expect(units.map(\.key) == ["n[n=one]", "n[n=few]", "n[n=many]", "n[n=other]", "g[g=f]", "g[g=other]"])
        #expect(units.map(\.plural) == [.one, .few, .many, .other, nil, nil])
        #expect(units.map(\.source.literal) == ["# 个", "# 个", "# 个", "# 个", "她", "他"])
    }

    @Test func changesOneBranchAndNothingElse() throws {
        let text = "{'n':'{n,plural,\\n =0{\\'无\\' }\\n other{\\u4e2a}}', 'm': '{n, plural, other {丁}}'}"
        let written = try write(GenericJSONFormat.self, text, ["n[n==0]": "it's"])
        #expect(written == "{'n':'{n,plural,\\n =0{it\\'s}\\n other{个}}', 'm': '{n, plural, other {丁}}'}")
    }

    @Test func escapesAsTheFileDoes() throws {
        let text = #"{"n": "{n, plural, other {\u4e2a}}"}"#
        let written = try write(GenericJSONFormat.self, text, ["n[n=one]": "é", "n[n=other]": "ü\n"])
        #expect(written == #"{"n": "{n, plural, one {\u00e9} other {\u00fc\n}}"}"#)
    }

    @Test func numbersTheMessagesOfOneKey() throws {
        let text = #"{"n": "{n, select, other {甲}}", "n[n=other]": "乙", "n": "{n, select, a {丙} other {丁}}"}"#
        let keys = ["n[n=other]", "n[n=other].2", "n.2[n=a]", "n.2[n=other]"]
        let document = try GenericJSONFormat.read(Array(text.utf8), file: "f.json")
        #expect(document.units.map(\.key) == keys)
        let written = try write(GenericJSONFormat.self, text, [keys[0]: "A", keys[1]: "B", keys[3]: "D"])
        let expected = #"{"n": "{n, select, other {A}}", "n[n=other]": "B", "n": "{n, select, a {丙} other {D}}"}"#
        #expect(written == expected)
        let bundle = try ARBFormat.read(Array(text.utf8), file: "f.arb")
        #expect(Set(bundle.units.map(\.key)).count == 4)
    }

    @Test(arguments: [
        "{n, plural, one {甲}}", "{n, plural, other {甲}", "{n, plural, other {甲} other {乙}}", "{{n}}, plural {甲}",
        "{n, plural, other {{{n}} 甲}}",
    ]) func takesBrokenMessagesForPlainText(_ message: String) throws {
        let text = "{\"n\": \"\(message)\"}"
        let document = try GenericJSONFormat.read(Array(text.utf8), file: "f.json")
        #expect(document.units.map(\.key) == ["n"])
        #expect(document.units.map(\.source.literal) == [message])
        #expect(document.findings.isEmpty)
        #expect(try write(GenericJSONFormat.self, text, ["n": "x"]) == #"{"n": "x"}"#)
    }

    @Test func namesTheLocaleOfABundleOfMessagesOnly() throws {
        let text = #"{"@@locale": "zh", "n": "{n, plural, other{{n} 件}}", "m": "{n, plural, other{#}}"}"#
        let written = try write(ARBFormat.self, text, ["n[n=one]": "<x1/> item", "n[n=other]": "<x1/> items"])
        let message = #""{n, plural, one{{n} item} other{{n} items}}""#
        #expect(written == #"{"@@locale": "en", "n": "# + message + #", "m": "{n, plural, other{#}}"}"#)
    }

    @Test func readsMessagesOfResourceFiles() throws {
        let text = #"{"a": {"n_other": "{{count}} 个", "i": "{n, plural, other {有$t(a.x)}}"}}"#
        let written = try write(I18nextFormat.self, text, ["a.i[n=other]": "has <x1/>"])
        #expect(written == #"{"a": {"n_other": "{{count}} 个", "i": "{n, plural, other {has $t(a.x)}}"}}"#)
    }
}
