import Testing
import Text

@testable import Formats

@Suite struct I18nextTests {
    @Test func addsTheFormsThatTheTargetNeeds() throws {
        let text = """
            {
              "a": {
                "n_other": "{{count}} 个",
                "z": "末"
              }
            }
            """
        let forms = [
            "a.n[one]": "<x1/> один", "a.n[few]": "<x1/> два", "a.n[many]": "<x1/> пять", "a.n[other]": "<x1/> др",
        ]
        let expected = """
            {
              "a": {
                "n_other": "{{count}} др",
                "n_one": "{{count}} один",
                "n_few": "{{count}} два",
                "n_many": "{{count}} пять",
                "z": "末"
              }
            }
            """
        #expect(try write(I18nextFormat.self, text, forms, target: "ru") == expected)
    }

    @Test func fillsFormsThatTheTargetDoesNotHave() throws {
        let text = #"{"n_one":"{{count}} 个","n_other":"{{count}} 个"}"#
        let expected = #"{"n_one":"{{count}} ko","n_other":"{{count}} ko"}"#
        #expect(try write(I18nextFormat.self, text, ["n[other]": "<x1/> ko"], target: "ja") == expected)
    }

    @Test(arguments: ["en", "ja", "ru", "ar"]) func keepsTheTextForNone(_ target: String) throws {
        let text = #"{"n_zero":"没有","n_other":"{{count}} 个"}"#
        let written = try write(I18nextFormat.self, text, ["n[zero]": "none", "n[other]": "<x1/> o"], target: target)
        #expect(written.contains(#""n_zero":"none""#))
        #expect(written.contains(#""n_other":"{{count}} o""#))
    }

    @Test func namesTheFormsOfVersion3ByNumber() throws {
        let text = #"{"n":"{{count}} 个","n_plural":"{{count}} 个们"}"#
        let forms = ["n[one]": "a", "n[few]": "b", "n[many]": "c"]
        let written = try write(I18nextFormat.self, text, forms, target: "ru")
        #expect(written == #"{"n":"a","n_plural":"a","n_0":"a","n_1":"b","n_2":"c"}"#)
        let english = try write(I18nextFormat.self, #"{"n_0":"{{count}} 个"}"#, ["n[one]": "a", "n[other]": "b"])
        #expect(english == #"{"n_0":"b","n":"a","n_plural":"b"}"#)
    }

    @Test func leavesOrdinalsAndNumberedStringsAlone() throws {
        let text = #"{"p_ordinal_other":"第{{count}}","step_0":"一","step_1":"二"}"#
        let document = try I18nextFormat.read(
            Array(text.utf8),
            file: "f.json",
            options: ReadOptions(targets: [try #require(LanguageTag("ru"))])
        )
        #expect(document.units.map(\.key) == ["p_ordinal[other]", "step_0", "step_1"])
    }

    @Test func tellsContextsAndCodes() throws {
        let document = try I18nextFormat.read(Array(#"{"f":"友","f_male":"男友 {{x}} $t(f)"}"#.utf8), file: "f.json")
        #expect(document.units[1].notes[Unit.Note.context] == "male")
        #expect(document.units[1].source.tagged == "男友 <x1/> <x2/>")
    }
}
