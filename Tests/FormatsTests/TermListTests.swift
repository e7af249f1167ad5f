import Formats
import Testing
import Text

struct TermListTests {
    @Test func readsAHeaderWithAllColumns() throws {
        let text = "src,dst,kind,gender,info\n林动,Lin Dong,person,male,\"young, stubborn\"\n青檀,Qing Tan,person,female,\n"
        let list = try TermList.read(Array(text.utf8), file: "t.csv")
        #expect(
            list.terms == [
                Term(
                    source: "林动",
                    target: "Lin Dong",
                    kind: .person,
                    gender: .male,
                    note: "young, stubborn",
                    concept: "林动"
                ),
                Term(source: "青檀", target: "Qing Tan", kind: .person, gender: .female, concept: "青檀"),
            ]
        )
        #expect(list.findings.isEmpty)
    }

    @Test func readsBackWhatTheCommandPrints() throws {
        let line =
            #"{"concept":{"id":"a","forms":[{"text":"林动","use":"name","isPattern":false,"isCaseSensitive":true}],"#
            + #""targets":{"en":{"preferred":"Lin Dong","byForm":{"小林子":"Linzi"}}},"kind":"person","validFrom":3,"#
            + #""genders":[{"gender":"male","fromChapter":2}],"partOf":["b"],"status":"approved","decidedBy":"A"}}"#
        let inner = String(line.dropFirst(#"{"concept":"#.count).dropLast())
        for text in [inner + "\n" + inner.replacing("\"a\"", with: "\"b\"") + "\n", "[\(inner)]", line] {
            let list = try TermList.read(Array(text.utf8), file: "t.jsonl")
            let concept = try #require(list.concepts.first)
            #expect(concept.validFrom == 3 && concept.partOf == ["b"] && concept.decidedBy == "A")
            #expect(concept.genders == [.init(.male, fromChapter: 2)] && concept.forms[0].isCaseSensitive)
            #expect(concept.targets["en"]?.byForm == ["小林子": "Linzi"])
            #expect(list.findings.isEmpty)
        }
    }

    @Test(arguments: [
        (#"[{"src":"林动","dst":"Lin Dong","voice":"deep"}]"#, "voice"),
        (#"{"concepts":[{"forms":["林动"],"targets":{"en":"Lin Dong"},"colour":"red"}]}"#, "colour"),
        (#"{"concepts":[{"forms":["林动"],"kind":"hero"}]}"#, "hero"),
        ("src,dst,kind\n林动,Lin Dong,hero\n", "hero"), ("src,dst,gender\n林动,Lin Dong,lizard\n", "lizard"),
        ("src,dst\n林动,\n", "no target"),
    ])
    func saysWhatItCannotKeep(text: String, word: String) throws {
        let list = try TermList.read(Array(text.utf8), file: text.hasPrefix("src") ? "t.csv" : "t.json")
        #expect(list.findings.contains { $0.message.contains(word) })
        #expect(list.concepts.count == 1)
    }

    @Test func takesATermWithoutATargetForAProposal() throws {
        let list = try TermList.read(Array("src,dst\n林动,\n青檀,Qing Tan\n".utf8), file: "t.csv")
        #expect(list.concepts.map(\.status) == [.proposed, .approved])
    }

    @Test(arguments: [
        ("t.csv", "type,raw_name,translated_name,gender,description\ncharacter,林动,Lin Dong,male,hero\n"),
        ("t.tsv", "原文\t译文\t备注\n林动\tLin Dong\t男性角色\n"),
        ("t.csv", "林动,Lin Dong,男性角色\n"),
        ("t.csv", "\u{FEFF}src;dst;info\r\n林动;Lin Dong;男性角色\r\n"),
        ("t.txt", "// names\n林动\tLin Dong\t男性角色\n\n"),
        ("t.txt", "林动    Lin Dong    男性角色"),
        ("t.txt", "林动->Lin Dong #男性角色"),
        ("t.json", #"[{"src":"林动","dst":"Lin Dong","info":"男性角色"}]"#),
        ("t.json", #"[null, {"term":"林动","translation":"Lin Dong","note":"男性角色","variants":[]}]"#),
        ("t.json", #"{"page":1,"results":[{"term":"林动","translation":"Lin Dong","note":"男性角色"}]}"#),
        ("t.json", #"[{"original_name":"林动","translated_name":"Lin Dong","gender":"男","personality":"stubborn"}]"#),
        ("t.json", #"[["林动","Lin Dong","男性角色"]]"#),
        ("t", "=== CHARACTERS ===\n* 林动 = Lin Dong [Male]: hero\n  of the book\n"),
        ("t", "Glossary:\n\n=== CHARACTERS ===\n* Lin Dong (林动) [male]\n"),
        ("names", "src,dst,info\n林动,Lin Dong,男性角色\n"), ("names.txt", "src\tdst\tinfo\n林动\tLin Dong\t男性角色\n"),
        ("names", "林动\tLin Dong\t男性角色 // remark\n"), ("names", "林动->Lin Dong//男性角色\n"),
    ])
    func readsTheFormsInUse(file: String, text: String) throws {
        let list = try TermList.read(Array(text.utf8), file: file)
        let term = try #require(list.terms.first)
        #expect(list.terms.count == 1 && term.source == "林动" && term.target == "Lin Dong")
        #expect(term.kind == .person && term.gender == .male)
    }

    @Test func readsAPlainObject() throws {
        let list = try TermList.read(Array(#"{"青石":"Bluestone","林动":"Lin Dong"}"#.utf8), file: "t.json")
        #expect(Set(list.terms.map(\.target)) == ["Bluestone", "Lin Dong"])
    }

    @Test func takesTargetsSetApartByASlashAsAlternatives() throws {
        let term = try #require(
            try TermList.read(Array("src,dst\n师兄,Senior Brother/elder brother\n".utf8), file: "t.csv").terms.first
        )
        #expect(term.target == "Senior Brother" && term.alternatives == ["elder brother"])
    }

    @Test func keepsTheGoodRowsAndSaysWhereTheBadOnesAre() throws {
        let list = try TermList.read(Array("src,dst\n林动,Lin Dong\n青檀,\n,Nobody\n灵石,spirit stone\n".utf8), file: "t.csv")
        #expect(list.terms.map(\.source) == ["林动", "灵石"])
        #expect(list.findings.map(\.place.line) == [3, 4])
    }

    @Test(arguments: [("t.csv", "name,value\na,b\n"), ("t.json", "[")])
    func refusesWhatIsNoTermList(file: String, text: String) {
        let error = #expect(throws: FormatError.self) { try TermList.read(Array(text.utf8), file: file) }
        #expect(error?.message.contains(file) == true)
    }

    @Test func readsTheEncodingThatSpreadsheetsSaveInChina() throws {
        let name: [UInt8] = [0xC1, 0xD6, 0xB6, 0xAF]  // 林动 in GB18030
        let list = try TermList.read(Array("src,dst\n".utf8) + name + Array(",Lin Dong\n".utf8), file: "t.csv")
        #expect(list.terms.map(\.source) == ["林动"] && list.findings.isEmpty)
    }

    @Test(arguments: [
        #"[{"src":"林动","dst":"Lin Dong"},{"dst":"y"},5]"#, #"{"林动":"Lin Dong","路迟":5}"#,
    ])
    func losesOnlyTheBadEntriesOfJSON(text: String) throws {
        let list = try TermList.read(Array(text.utf8), file: "t.json")
        #expect(list.terms.map(\.target) == ["Lin Dong"] && !list.findings.isEmpty)
    }
}

struct CSVTests {
    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,\"b,c\"\"d\"\"\n e\"\r\nf,", [["a", "b,c\"d\"\n e"], ["f", ""]]),
        ("a\tb,c", [["a", "b,c"]]), ("a;b\rc;d", [["a", "b"], ["c", "d"]]), ("", []), ("x", [["x"]]),
        ("a,b\n\n", [["a", "b"], [""]]),
    ])
    func readsRows(text: String, rows: [[String]]) {
        #expect(CSV(text).rows.map(\.fields) == rows)
    }

    @Test func knowsTheLineOfEachRowAndOfAnOpenQuote() {
        let table = CSV("a,\"b\nc\"\nd,e\nf,\"g\nh")
        #expect(table.rows.map(\.line) == [1, 3, 4])
        #expect(table.unclosedQuote == 4)
    }
}
