import Engines
import FakeEngine
import Memory
import Storage
import Testing
import Text
import Workflows

/// Changing one's mind about a term, on a book whose translations the test writes itself.
struct TermChangeTests {
    private static let terms = "src,dst,kind,gender\n林动,Lin Tung,person,male\n灵石,spirit stone,item,\n林,Lin,person,\n"

    private static let lines: [(source: String, target: String)] = [
        ("林动走了。", "Lin Tung left."), ("林动的剑。", "It was Lin Tung’s sword."), ("他也走了。", "Lin Tung left, too."),
        ("林动笑了。", "Tung smiled."), ("林动来了。", "He came."), ("林动回来了。", "Lin Dong is back."), ("天黑了。", "Night fell."),
        ("一块灵石。", "It was a spirit stone."), ("林走了。", "Lin left."),
    ]

    /// A project whose units have these translations.
    private static func book(
        _ lines: [(source: String, target: String)] = Self.lines,
        more second: [(source: String, target: String)] = [],
        terms: String? = Self.terms
    ) throws -> (Desk, Project) {
        var files = ["001.txt": lines.map(\.source).joined(separator: "\n\n") + "\n"]
        if !second.isEmpty { files["002.txt"] = second.map(\.source).joined(separator: "\n\n") + "\n" }
        let desk = try Desk(files, terms: terms)
        let lines = lines + second
        let project = try desk.project()
        try Import(project, now: 1, events: { _ in }).run()
        let run = try project.store.beginRun(
            RunStart(
                locale: desk.english,
                engine: "e",
                terms: try project.terms().terms(locale: desk.english),
                estimate: Cost(),
                now: 1
            )
        )
        var results: [UnitResult] = []
        try project.store.forEachUnit(locale: desk.english) { unit in
            guard let target = lines.first(where: { $0.source == unit.source.plain })?.target else { return }
            results.append(UnitResult(unit: unit.id, outcome: .translated(InlineText(target), .engine("e"))))
        }
        try project.store.save(results, exchanges: [], run: run, at: 2)
        try project.store.endRun(run, outcome: RunOutcome(status: .complete, seconds: 1), at: 2)
        return (desk, project)
    }

    private static func plan(_ desk: Desk, _ project: Project, _ change: TermChange) throws -> TermPatch {
        try PlanTermChange(
            project,
            base: try Termbase(project),
            source: .simplifiedChinese,
            change: change,
            now: 3
        ).run()
    }

    private static func texts(_ desk: Desk, _ project: Project) throws -> [String: String] {
        var texts: [String: String] = [:]
        try project.store.forEachUnit(locale: desk.english) { texts[$0.source.plain] = $0.translation?.text.plain }
        return texts
    }

    private static func rename(_ desk: Desk) -> TermChange {
        var change = TermChange(form: "林动", locale: desk.english)
        change.target = "Lin Dong"
        return change
    }

    @Test func sortsTheUnitsOfAPlan() throws {
        let (desk, project) = try Self.book()
        let patch = try Self.plan(desk, project, Self.rename(desk))
        #expect(patch.replaced.map(\.source.plain) == ["林动走了。", "林动的剑。", "他也走了。"])
        #expect(patch.asked.map(\.source.plain) == ["林动笑了。"])
        #expect(patch.kept.isEmpty && patch.settled == 1 && patch.missing == 1 && patch.unrelated == 0)
        #expect(try Self.texts(desk, project)["林动走了。"] == "Lin Tung left.", "A plan changes nothing")
        #expect(try project.store.concepts().isEmpty)
    }

    @Test func changesExactlyTheUnitsOfThePlanAndTakesThemBack() throws {
        let (desk, project) = try Self.book()
        let before = try Self.texts(desk, project)
        let patch = try Self.plan(desk, project, Self.rename(desk))
        try ApplyTermChange(project).run(patch, at: 4)
        var expected = before
        expected["林动走了。"] = "Lin Dong left."
        expected["林动的剑。"] = "It was Lin Dong’s sword."
        expected["他也走了。"] = "Lin Dong left, too."
        expected["林动笑了。"] = nil
        #expect(try Self.texts(desk, project) == expected)
        #expect(try project.terms().terms(locale: desk.english).first { $0.source == "林动" }?.target == "Lin Dong")
        #expect(try Status(project, locale: desk.english).pending == 1)
        #expect(try Self.plan(desk, project, Self.rename(desk)).items.isEmpty, "A second plan has nothing to do")
        #expect(try ApplyTermChange(project).undo(at: 5)?.units == 4)
        #expect(try Self.texts(desk, project) == before)
        #expect(try project.terms().terms(locale: desk.english).first { $0.source == "林动" }?.target == "Lin Tung")
    }

    @Test func asksAgainWhereTheTermIsMissingWhenItIsToldTo() throws {
        let (desk, project) = try Self.book()
        var change = Self.rename(desk)
        change.asksMissing = true
        #expect(try Self.plan(desk, project, change).asked.map(\.source.plain) == ["林动笑了。", "林动来了。"])
    }

    @Test func takesTheFormThatItIsToldForTheOldOne() throws {
        let (desk, project) = try Self.book([("林动走了。", "Ling Dong left.")])
        var change = TermChange(form: "林动", locale: desk.english)
        change.target = "Lin Tung"
        change.was = ["Ling Dong"]
        let patch = try Self.plan(desk, project, change)
        #expect(patch.replaced.count == 1 && patch.summary.contains("Ling Dong → Lin Tung"))
    }

    @Test func leavesAPersonsTextAloneUnlessItIsToldOtherwise() throws {
        let (desk, project) = try Self.book()
        // A file brings a translation, which counts as a person's.
        let unit = Unit(
            key: "k",
            source: InlineText("林动哭了。"),
            existing: ["en": .init(InlineText("Lin Tung wept."), state: .final)]
        )
        _ = try project.store.put(
            IncomingDocument(
                path: "extra.txt",
                format: "txt",
                size: 1,
                modified: 1,
                fingerprint: "x",
                position: 9,
                title: nil,
                author: nil,
                encoding: nil,
                chapters: [.init(key: "c", title: nil, units: [unit])],
                findings: []
            ),
            at: 2
        )
        var patch = try Self.plan(desk, project, Self.rename(desk))
        #expect(patch.kept.map(\.source.plain) == ["林动哭了。"] && patch.kept.first?.protection == "final")
        try ApplyTermChange(project).run(patch, at: 4)
        #expect(try Self.texts(desk, project)["林动哭了。"] == "Lin Tung wept.")
        try ApplyTermChange(project).undo(at: 5)
        var change = Self.rename(desk)
        change.includesFinal = true
        patch = try Self.plan(desk, project, change)
        #expect(patch.kept.isEmpty)
        try ApplyTermChange(project).run(patch, at: 6)
        #expect(try Self.texts(desk, project)["林动哭了。"] == "Lin Dong wept.")
    }

    @Test func asksAgainWhereAPronounHasTheFormerGender() throws {
        let lines = [
            ("林动走了。", "Lin Tung left."), ("哭了。", "He wept."), ("青檀来了。", "Qing Tan came."), ("笑了。", "She laughed."),
            ("林动又来了。", "He came again."),
        ]
        let (desk, project) = try Self.book(lines, terms: Self.terms + "青檀,Qing Tan,person,female\n")
        var change = TermChange(form: "林动", locale: desk.english)
        change.gender = .female
        let patch = try Self.plan(desk, project, change)
        #expect(patch.asked.map(\.source.plain) == ["哭了。", "林动又来了。"])
        #expect(patch.replaced.isEmpty && patch.after.genders == [.init(.female)])
    }

    @Test func changesOneFormOfAPersonWithoutTheOthers() throws {
        let list = "id,src,dst,use,kind,alternatives\na,李天明,Li Tianming,name,person,\na,天明,Tianming,alias,,\n"
        let lines = [("天明走了。", "Tianming left."), ("李天明走了。", "Li Tianming left.")]
        let (desk, project) = try Self.book(lines, terms: list)
        var change = TermChange(form: "天明", locale: desk.english)
        change.target = "Little Ming"
        let patch = try Self.plan(desk, project, change)
        #expect(patch.replaced.map(\.source.plain) == ["天明走了。"] && patch.asked.isEmpty)
        #expect(patch.after.targets["en"]?.byForm == ["天明": "Little Ming"])
    }

    @Test func holdsAnotherNameFromAChapterOn() throws {
        let (desk, project) = try Self.book()
        var change = Self.rename(desk)
        change.fromChapter = 2
        let patch = try Self.plan(desk, project, change)
        #expect(patch.items.isEmpty && patch.after.validFrom == 2 && patch.after.id == "林动@2")
        try ApplyTermChange(project).run(patch, at: 4)
        let forms = try project.store.concepts().map(\.id)
        #expect(forms == ["林动@2"])
        // The chapters before still have the list's name.
        let targets = try project.terms().terms(locale: desk.english).filter { $0.source == "林动" }
        #expect(targets.map(\.target) == ["Lin Dong", "Lin Tung"])
    }

    @Test func asksForTheMissingWithTheFormsOfTheirChapter() throws {
        let first = [("林动走了。", "Lin Tung left."), ("林动哭了。", "He wept.")]
        let second = [("林动来了。", "Lin Dong came."), ("林动笑了。", "Lin Dong laughed.")]
        let (desk, project) = try Self.book(first, more: second)
        var later = Self.rename(desk)
        later.fromChapter = 2
        try ApplyTermChange(project).run(try Self.plan(desk, project, later), at: 4)
        #expect(try project.terms().terms(locale: desk.english).filter { $0.source == "林动" }.count == 2)
        var again = TermChange(form: "林动", locale: desk.english)
        again.target = "Lin Tung"
        again.asksMissing = true
        let patch = try Self.plan(desk, project, again)
        #expect(patch.asked.map(\.source.plain) == ["林动哭了。"])
        #expect(
            try StaleTerms(project, terms: project.terms().terms(locale: desk.english), locale: desk.english).units == 0
        )
    }

    @Test func refusesATermThatIsNotThere() throws {
        let (desk, project) = try Self.book()
        let error = #expect(throws: WorkflowError.self) {
            try Self.plan(desk, project, TermChange(form: "没有", locale: desk.english))
        }
        #expect(error?.code == .wrongUse)
    }

    @Test func countsWhatAskingAgainCosts() async throws {
        let (desk, project) = try Self.book()
        let patch = try Self.plan(desk, project, Self.rename(desk))
        try await FakeServer.with { server in
            let work = try desk.work(project, server)
            let cost = try Estimate(work).cost(asking: Set(patch.asked.map(\.unit)))
            #expect(cost.units == 1 && cost.requests == 1 && cost.money != nil)
            try ApplyTermChange(project).run(patch, at: 4)
            let summary = try await desk.localize(server)
            #expect(summary.total == 1 && server.requests.count == 1)
        }
    }

    @Test func tellsTheUnitsThatAnEditedListLeavesBehind() throws {
        let (desk, project) = try Self.book()
        func stale() throws -> StaleTerms {
            let terms = try project.terms().terms(locale: desk.english)
            return try StaleTerms(project, terms: terms, locale: desk.english)
        }
        #expect(try stale().units == 0)
        try desk.write(Self.terms.replacing("Lin Tung", with: "Lin Dong"), to: "novel.terms.csv")
        let left = try stale()
        #expect(left.forms == ["林动"])
        #expect(left.units == 4, "All that hold 林动 but the one that says Lin Dong already")
    }

    @Test func checksTheTermsOfTheTranslations() throws {
        let (desk, project) = try Self.book()
        let result = try CheckTerms(
            project,
            terms: try project.terms().terms(locale: desk.english),
            source: .simplifiedChinese,
            target: desk.english
        ).run()
        let line = try #require(result.terms.first { $0.source == "林动" })
        #expect(line.uses == 5 && line.kept < line.uses && !result.isClean)
        #expect(result.terms.first { $0.source == "灵石" }?.kept == 1)
    }
}
