import Formats
import Testing
import Text

struct TermListWriterTests {
    private static let concepts = [
        Concept(
            id: "lin-dong",
            forms: [
                .init("林动"), .init("林师弟", use: .address), .init("小|动\\", use: .alias, isCaseSensitive: true),
                .init("林(动|哥)", use: .epithet, isPattern: true),
            ],
            targets: [
                "en": .init(
                    "Lin Dong",
                    alternatives: ["Dong", "a|b"],
                    inflected: ["Lin Dongs"],
                    forbidden: ["Lin Tung"],
                    byForm: ["林师弟": "Junior Brother Lin"]
                ),
                "ru": .init("Линь Дун", inflected: ["Линь Дуна", "Линь Дуну"]),
            ],
            kind: .person,
            genders: [.init(.female), .init(.male, fromChapter: 12)],
            note: "Young, \"stubborn\" & quick <b>\nsecond line; nobody's 女",
            validFrom: 3,
            partOf: ["林", "a|b"],
            status: .proposed,
            decidedBy: "An editor",
            decidedAt: 1_763_774_083.5,
            evidence: ["1/a", "2/b"]
        ),
        Concept(forms: [.init("灵石")], targets: ["en": .init("spirit stone")], kind: .item),
        Concept(forms: [.init("旧名")], status: .rejected),
    ]

    @Test(arguments: TermFormat.allCases.filter(\.isWhole))
    func losesNothingInTheWholeShapes(format: TermFormat) throws {
        let file = TermListWriter.write(TermList(concepts: Self.concepts), as: format)
        let list = try TermList.read(file.bytes, file: "any name")
        #expect(list.concepts == Self.concepts)
        #expect(list.format == format || format == .tsv)
        #expect(file.findings.isEmpty && list.findings.isEmpty)
    }

    @Test(arguments: TermFormat.allCases.filter { !$0.isWhole })
    func readsBackWhatAShortShapeHolds(format: TermFormat) throws {
        let english = try #require(LanguageTag("en"))
        var concepts = Self.concepts
        concepts[0].status = .approved
        let first = TermListWriter.write(TermList(concepts: concepts), as: format, locale: english)
        #expect(!first.findings.isEmpty, "It says what is left out")
        let list = try TermList.read(first.bytes, file: "any name", locale: english)
        #expect(list.format == format)
        let again = TermListWriter.write(list, as: format, locale: english)
        #expect(try TermList.read(again.bytes, file: "any name", locale: english).concepts == list.concepts)
        let terms = list.terms(locale: english)
        let person = try #require(terms.first { $0.source == "林动" })
        #expect(person.target == "Lin Dong" && person.kind == .person)
        #expect(terms.contains { $0.source == "林师弟" && $0.target == "Junior Brother Lin" })
        #expect(terms.contains { $0.source == "灵石" && $0.target == "spirit stone" && $0.kind == .item })
        #expect(
            terms.contains { $0.isPattern } == (format != .galtransl && format != .glossarion && format != .paratranz)
        )
    }

    @Test func writesOnlyTheLocaleThatIsAskedFor() throws {
        let english = try #require(LanguageTag("en"))
        let file = TermListWriter.write(TermList(concepts: Self.concepts), as: .json, locale: english)
        let list = try TermList.read(file.bytes, file: "t.json")
        #expect(list.concepts.allSatisfy { $0.targets.keys.allSatisfy { $0 == "en" } })
        #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Линь"))
    }

    @Test func keepsTheReplacementsOfGalTransl() throws {
        let text = "林动\tLin Dong\npre_src\t师兄[and]!师姐\t旧\t新\ndiag\t阿\tAh\npost_dst\tx\ty\t\n"
        let list = try TermList.read(Array(text.utf8), file: "t.txt")
        #expect(list.concepts.count == 1 && list.findings.isEmpty)
        #expect(
            list.rules == [
                TermRule(scope: "pre_src", condition: "师兄[and]!师姐", find: "旧", replacement: "新"),
                TermRule(scope: "diag", find: "阿", replacement: "Ah"),
                TermRule(scope: "post_dst", condition: "x", find: "y", replacement: ""),
            ]
        )
        let again = TermListWriter.write(list, as: .galtransl)
        #expect(String(decoding: again.bytes, as: UTF8.self) == text)
        #expect(TermListWriter.write(list, as: .ainieeJSON).findings.contains { $0.message.contains("replacement") })
    }
}

struct TermTBXReaderTests {
    private let entry = """
        <langSet xml:lang="en-US"><tig><term>Lin Dong</term>\
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
        <tig><term>Lin Tung</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
        <ntig><termGrp><term>Dong &amp; Co</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>\
        </termGrp></ntig></langSet>
        <langSet xml:lang="zh-CN"><descrip type="definition">x</descrip><tig><term>林动</term></tig>\
        <tig><term>小动</term><termNote type="termType">shortForm</termNote></tig></langSet>
        """

    @Test func readsVersionTwo() throws {
        let text = """
            <?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
            <martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
            <termEntry id="c7"><descrip type="subjectField">人名</descrip><note>hero</note>\(entry)</termEntry>
            </body></text></martif>
            """
        let list = try TermList.read(Array(text.utf8), file: "t.tbx")
        let concept = try #require(list.concepts.first)
        #expect(concept.id == "c7" && concept.kind == .person && concept.note == "hero")
        #expect(concept.forms == [.init("林动"), .init("小动", use: .alias)])
        #expect(
            concept.targets == ["en-US": .init("Lin Dong", alternatives: ["Dong & Co"], forbidden: ["Lin Tung"])]
        )
        let english = try #require(LanguageTag("en"))
        #expect(list.terms(locale: english).map(\.target) == ["Lin Dong", "Lin Dong"])
    }

    @Test func readsTheStyleWithTagsForCategories() throws {
        let text = """
            <tbx type="TBX-Min" style="dct" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="m" xmlns:basic="b">
            <text><body>
            <conceptEntry id="_1"><min:subjectField>place</min:subjectField>
            <langSec xml:lang="zh"><termSec><term>青石峰</term></termSec></langSec>
            <langSec xml:lang="es"><termSec><term>Pico</term>\
            <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
            <termSec><term>Pico Verde</term></termSec></langSec></conceptEntry></body></text></tbx>
            """
        let concept = try #require(try TermList.read(Array(text.utf8), file: "t").concepts.first)
        #expect(concept.id == "青石峰" && concept.kind == .place)
        #expect(concept.targets == ["es": .init("Pico Verde", forbidden: ["Pico"])])
    }

    @Test func takesTheSourceThatIsNamed() throws {
        let text = """
            <tbx xml:lang="zh-Hans"><text><body><conceptEntry id="a">
            <langSec xml:lang="en"><termSec><term>sword</term></termSec></langSec>
            <langSec xml:lang="zh-Hans"><termSec><term>剑</term></termSec></langSec></conceptEntry></body></text></tbx>
            """
        let english = try #require(LanguageTag("en"))
        let list = try TermList.read(Array(text.utf8), file: "t.tbx", source: english)
        #expect(list.concepts.first?.forms == [.init("sword")])
        #expect(list.concepts.first?.targets.keys.sorted() == ["zh-Hans"])
    }

    @Test(arguments: ["<html/>", "<", "<?xml version='1.0'?>"])
    func refusesOtherXML(text: String) {
        #expect(throws: FormatError.self) { try TermList.read(Array(text.utf8), file: "t.tbx") }
    }

    @Test func keepsWhatItCanOfABrokenFile() throws {
        let text = """
            <tbx><text><body>
            <conceptEntry id="a"><langSec xml:lang="zh"><termSec><term>剑</term></termSec></langSec></conceptEntry>
            <conceptEntry id="b"></conceptEntry>
            <conceptEntry id="c"><langSec xml:lang="zh"><termSec><term>刀</term>
            """
        let list = try TermList.read(Array(text.utf8), file: "t.tbx")
        #expect(list.concepts.map(\.id) == ["a"])
        #expect(list.findings.contains { $0.place.line == 3 && $0.code == "term-list" })
        #expect(list.findings.contains { $0.code == "xml-unbalanced" })
    }
}

struct TermListFaultTests {
    @Test func tellsTheLineOfEachBadEntryOfJSON() throws {
        let text =
            "[\n {\"src\":\"林动\",\"dst\":\"Lin Dong\"},\n {\"dst\":\"y\"},\n\n 5,\n {\"src\":\"\",\"dst\":\"z\"}]"
        let list = try TermList.read(Array(text.utf8), file: "t.json")
        #expect(list.findings.map(\.place.line) == [3, 5, 6])
    }

    @Test func tellsTheLineWhereJSONBreaks() {
        let error = #expect(throws: FormatError.self) {
            try TermList.read(Array("[\n{\"src\":\"a\"\n]".utf8), file: "t.json")
        }
        #expect(error?.message.contains("line 3") == true)
    }

    @Test(arguments: ["[", "{", "\"", "[\"\\u12\"]", "{\"a\":", String(repeating: "[", count: 100_000), "nul", "[1 2]"])
    func refusesBrokenJSONWithoutHarm(text: String) {
        #expect(throws: FormatError.self) { try TermList.read(Array(text.utf8), file: "t.json") }
    }

    @Test func readsEscapesAndSurrogates() throws {
        let text = #"{"\u6797\u52a8":"Lin\tDong","\ud842\udfb7":"X\/\"Y\""}"#
        let list = try TermList.read(Array(text.utf8), file: "t.json")
        #expect(list.terms.map(\.source) == ["林动", "𠮷"])
        #expect(list.terms.map(\.target) == ["Lin\tDong", "X"])
    }

    @Test func tellsARepeatedFormWithAnotherTarget() throws {
        let list = try TermList.read(Array("src,dst\n林动,Lin Dong\n林动,Lin Tung\n林动,Lin Dong\n".utf8), file: "t.csv")
        #expect(list.terms.map(\.target) == ["Lin Dong"])
        #expect(list.findings.map(\.code) == ["term-repeated"] && list.findings.first?.place.line == 3)
    }

    @Test func readsColumnsOfSeveralLocales() throws {
        let list = try TermList.read(Array("src,dst:en,dst:es-419\n青石,Bluestone,Piedra Azul\n".utf8), file: "t.csv")
        #expect(list.concepts.map(\.targets) == [["en": .init("Bluestone"), "es-419": .init("Piedra Azul")]])
    }

    @Test func countsTheRowsOfAWorkbookAsItDoes() throws {
        var zip = ZipWriter()
        zip.add("xl/workbook.xml", Array("<workbook><sheets><sheet name=\"rules\"/></sheets></workbook>".utf8))
        func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
        let rows =
            "<row r=\"1\">\(cell("src"))\(cell("dst"))</row><row r=\"5\">\(cell("林动"))</row><row>\(cell("剑"))\(cell("sword"))</row>"
        zip.add("xl/worksheets/sheet1.xml", Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8))
        let list = try TermList.read(zip.finish(), file: "t")
        #expect(list.terms.map(\.target) == ["sword"] && list.findings.map(\.place.line) == [5])
        #expect(list.format == .ainieeXLSX)
    }
}
