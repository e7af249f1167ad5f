import Storage
import Testing
import Text
import Workflows

struct TermbaseTests {
    private static let novel = ["001.txt": "林动走了。\n"]

    @Test func takesAFormFromTheFirstLayerThatKnowsIt() throws {
        let desk = try Desk(Self.novel, terms: "src,dst\n林动,Lin Tung\n灵石,spirit stone\n")
        let project = try desk.project()
        let own = [
            Concept(forms: [.init("林动")], targets: ["en": .init("Lin Dong")]),
            Concept(forms: [.init("灵石")], status: .rejected),
            Concept(forms: [.init("青檀")], targets: ["en": .init("Qing Tan")], status: .proposed),
        ]
        try project.store.apply(TermbaseChange(summary: "x", concepts: own), at: 1)
        let base = try Termbase(project)
        #expect(base.terms.map(\.target) == ["Lin Dong"])
        #expect(base.layers.map(\.isOwn) == [true, false])
        #expect(base.entry(for: "林动")?.layer.isOwn == true)
        #expect(base.entries().map(\.concept.status) == [.approved, .rejected, .proposed])
    }

    @Test func sharesTheTermsOfAnotherProject() throws {
        let series = try Desk(Self.novel, terms: "src,dst\n灵石,spirit stone\n林动,Lin Tung\n")
        let other = try series.project()
        let own = Concept(forms: [.init("林动")], targets: ["en": .init("Lin Dong")])
        try other.store.apply(TermbaseChange(summary: "x", concepts: [own]), at: 1)
        let settings = "input: ../novel\ntargets: [en]\nterms: [\(series.folder)/novel.caravan]\n"
        let desk = try Desk(Self.novel, settings: settings)
        let terms = try desk.project().terms().terms
        #expect(Set(terms.map(\.target)) == ["Lin Dong", "spirit stone"])
    }

    @Test func endsWhenProjectsNameOneAnother() throws {
        let desk = try Desk(Self.novel, settings: "input: ../novel\ntargets: [en]\nterms: [../novel.caravan]\n")
        #expect(try desk.project().terms().layers.count == 2)
    }

    @Test func readsAListAnewWhenItChanged() throws {
        let desk = try Desk(Self.novel, terms: "src,dst\n林动,Lin Tung\n")
        let project = try desk.project()
        #expect(try project.terms().terms.map(\.target) == ["Lin Tung"])
        try desk.write("src,dst\n林动,Lin Dong\n", to: "novel.terms.csv")
        #expect(try project.terms().terms.map(\.target) == ["Lin Dong"])
    }

    @Test func givesALocaleTheTargetsOfTheWiderOne() {
        let concept = Concept(forms: [.init("剑")], targets: ["en": .init("sword"), "pt-BR": .init("espada")])
        #expect(concept.terms(locale: "en-GB").map(\.target) == ["sword"])
        #expect(concept.terms(locale: "pt").map(\.target) == ["espada"])
        #expect(concept.terms(locale: "pt-PT").isEmpty && concept.terms(locale: "e").isEmpty)
    }

    @Test func importsListsAsOneStepAndKeepsWhatWasDecided() throws {
        let desk = try Desk(Self.novel)
        let project = try desk.project()
        try desk.write("src,dst\n林动,Lin Tung\n灵石,spirit stone\n,x\n", to: "a.csv")
        try desk.write("src,dst,kind\n林动,Lin Dong,person\n灵石,spirit stone,item\n", to: "b.csv")
        var options = ImportTerms.Options()
        options.locale = desk.english
        let work = ImportTerms(project, now: 2)
        let first = try work.run(files: ["\(desk.folder)/a.csv"], options: options)
        #expect(first.added == 2 && first.findings.map(\.place.line) == [4])
        let second = try work.run(files: ["\(desk.folder)/b.csv"], options: options)
        #expect(second.changed == 2 && second.kept == ["林动"])
        #expect(try project.terms().terms.map(\.target) == ["Lin Tung", "spirit stone"])
        #expect(try project.store.concepts().map(\.kind) == [.person, .item])
        #expect(try project.store.concepts().first?.decidedBy == "a.csv")
        options.replaces = true
        #expect(try work.run(files: ["\(desk.folder)/b.csv"], options: options).kept.isEmpty)
        #expect(try project.terms().terms.map(\.target) == ["Lin Dong", "spirit stone"])
        #expect(try work.run(files: ["\(desk.folder)/b.csv"], options: options).unchanged == 2)
        _ = try project.store.undoTermbaseChange(at: 9)
        #expect(try project.terms().terms.map(\.target) == ["Lin Tung", "spirit stone"])
    }

    @Test func findsEveryContradiction() throws {
        let list = """
            id,src,dst,use,kind,gender,locale
            a,林动,Lin Dong,name,person,male,en
            a,小林子,Lin Dong,alias,,,en
            b,林董,Lin Dong,name,person,male,en
            c,小林子,Xiao Linzi,alias,person,female,en
            d,林动,Lin Tung,name,person,female,en
            e,青檀,Qing Tan,name,person,female,en
            f,青檀剑,Azure Sandal Sword,name,item,,en
            g,青檀山,Mount Qing Tan,name,place,,en
            """
        let desk = try Desk(Self.novel)
        try desk.write(list, to: "a.csv")
        var search = TermConflicts(try Termbase(files: ["\(desk.folder)/a.csv"]), locales: [desk.english])
        let conflicts = search.run()
        func forms(_ code: TermConflict.Code) -> [[String]] { conflicts.filter { $0.code == code }.map(\.forms) }
        #expect(forms(.twoTargets) == [["林动"], ["小林子"]])
        #expect(forms(.sharedTarget) == [["林动", "林董"]])
        #expect(forms(.gender) == [["林动"]])
        #expect(forms(.insideAnother) == [["青檀剑", "青檀"]])
        #expect(conflicts.last?.isDoubt == true && conflicts.first?.isDoubt == false)
    }

    @Test func findsNoContradictionWhereThereIsNone() throws {
        let list = """
            id,src,dst,use,kind,gender,from_chapter,part_of,locale
            a,林动,Lin Dong,name,person,female|male@9,,,en
            b,林动,Martial Ancestor,name,person,male,100,,en
            c,李,Li,name,person,,,,en
            d,李天明,Sky Bright,name,person,,,李,en
            """
        let desk = try Desk(Self.novel)
        try desk.write(list, to: "a.csv")
        var search = TermConflicts(try Termbase(files: ["\(desk.folder)/a.csv"]), locales: [])
        #expect(search.run() == [])
    }

    @Test func findsTermsWithTheirPlacesInScalars() throws {
        let desk = try Desk(Self.novel)
        try desk.write("src,dst\n林动,Lin Dong\n青檀,\n", to: "a.csv")
        let find = FindTerms(
            try Termbase(files: ["\(desk.folder)/a.csv"]),
            locale: desk.english,
            includesRefused: false
        )
        var hits: [FindTerms.Hit] = []
        find.hits(in: Array("\u{FEFF}𠮷林动走了\r\n\r\n她说：青檀".utf8), file: "f") { hits.append($0) }
        #expect(hits.map(\.line) == [1, 3] && hits.map(\.start) == [1, 3] && hits.map(\.end) == [3, 5])
        #expect(hits.map(\.form) == ["林动", "青檀"] && hits.map(\.target) == ["Lin Dong", ""])
    }
}
