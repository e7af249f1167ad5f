import FoundationEssentials
import Storage
import Testing
import Text

/// The termbase of every store; SQLite is the first.
final class TermbaseTests {
    private let english: LanguageTag
    private let store: any Store
    private let folder: URL

    init() throws {
        english = try #require(LanguageTag("en"))
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-terms-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appending(path: "state.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private let whole = Concept(
        id: "c1",
        forms: [.init("林动"), .init("林(师弟|哥)", use: .address, isPattern: true, isCaseSensitive: true)],
        targets: [
            "en": .init(
                "Lin Dong",
                alternatives: ["Dong"],
                inflected: ["a", "b"],
                forbidden: ["Lin Tung"],
                byForm: ["林师弟": "Junior Brother Lin"]
            ), "es": .init("Lin Dong"),
        ],
        kind: .person,
        genders: [.init(.female), .init(.male, fromChapter: 9)],
        note: "hero",
        validFrom: 2,
        partOf: ["林"],
        status: .proposed,
        decidedBy: "mined",
        decidedAt: 12.5,
        evidence: ["1/a"]
    )

    @Test func givesBackWholeConceptsInTheirOrder() throws {
        let second = Concept(forms: [.init("灵石")])
        try store.apply(TermbaseChange(summary: "import", concepts: [whole, second]), at: 5)
        #expect(try store.concepts() == [whole, second])
        var changed = whole
        changed.targets["en"]?.preferred = "Lin Tung"
        try store.apply(TermbaseChange(summary: "set", concepts: [changed]), at: 6)
        #expect(try store.concepts() == [changed, second])
        #expect(try store.termbaseChanges(limit: 9).map(\.summary) == ["set", "import"])
    }

    @Test func takesBackOneStepAtATime() throws {
        try store.apply(TermbaseChange(summary: "one", concepts: [whole]), at: 1)
        var changed = whole
        changed.status = .approved
        let other = Concept(forms: [.init("灵石")])
        try store.apply(TermbaseChange(summary: "two", concepts: [changed, other]), at: 2)
        try store.apply(TermbaseChange(summary: "three", removed: ["c1"]), at: 3)
        #expect(try store.concepts() == [other])
        #expect(try store.undoTermbaseChange(at: 4)?.summary == "three")
        #expect(try store.concepts().contains(changed))
        #expect(try store.undoTermbaseChange(at: 5)?.undone == 5)
        #expect(try store.concepts() == [whole])
        #expect(try store.undoTermbaseChange(at: 6)?.summary == "one")
        #expect(try store.undoTermbaseChange(at: 7) == nil)
        #expect(try store.concepts().isEmpty)
    }

    @Test func changesUnitsAndBringsThemBack() throws {
        let ids = try translate(["a": "one", "b": "two", "c": "three"])
        let before = try store.revision(locale: english)
        let finding = Finding("term-missing", .warning, "x")
        let change = TermbaseChange(
            summary: "set",
            concepts: [whole],
            units: [
                try unit("a", ids, .replace(InlineText("ONE"), findings: [finding])),
                try unit("b", ids, .askAgain(reason: "Its term changed.")),
            ]
        )
        #expect(try store.apply(change, at: 3).units == 2)
        #expect(try texts() == ["a": "ONE", "c": "three"])
        #expect(try store.revision(locale: english) != before)
        #expect(try store.findingCounts(locale: english).map(\.code) == ["term-missing"])
        let kept = try #require(try book()["a"]?.translation)
        #expect(kept.origin == .engine("e") && kept.state == .translated)
        #expect(try store.undoTermbaseChange(at: 4)?.kept == 0)
        #expect(try texts() == ["a": "one", "b": "two", "c": "three"])
        #expect(try store.findingCounts(locale: english).isEmpty && store.concepts().isEmpty)
    }

    @Test func leavesAloneWhatWasTranslatedAfterTheChange() throws {
        let ids = try translate(["a": "one", "b": "two"])
        let change = TermbaseChange(summary: "set", units: [try unit("b", ids, .askAgain(reason: "r"))])
        try store.apply(change, at: 3)
        try translate(["b": "new"])
        #expect(try store.undoTermbaseChange(at: 4)?.kept == 1)
        #expect(try texts() == ["a": "one", "b": "new"])
    }

    @Test func doesNotBringATranslationBackToAnotherSource() throws {
        let ids = try translate(["a": "one"])
        try store.apply(TermbaseChange(summary: "set", units: [try unit("a", ids, .askAgain(reason: "r"))]), at: 3)
        try put(["a": "变"])
        #expect(try store.undoTermbaseChange(at: 4)?.kept == 1)
        #expect(try texts().isEmpty)
    }

    @Test func doesNothingWhenAUnitIsNotAsPlanned() throws {
        let ids = try translate(["a": "one", "b": "two"])
        try translate(["b": "newer"])
        let change = TermbaseChange(
            summary: "set",
            concepts: [whole],
            units: [
                try unit("a", ids, .replace(InlineText("ONE"), findings: [])),
                try unit("b", ids, .askAgain(reason: "r")),
            ]
        )
        let error = #expect(throws: StoreError.self) { try self.store.apply(change, at: 3) }
        #expect(error?.code == .outdated)
        #expect(try texts() == ["a": "one", "b": "newer"] && store.concepts().isEmpty)
        #expect(try store.termbaseChanges(limit: 1).isEmpty)
    }

    @Test func goesThroughTheBookInOrder() throws {
        try translate(["a": "one"])
        try put(["a": "字one", "b": "字b"])
        var keys: [String] = []
        try store.forEachUnit(locale: english) { unit in
            keys.append(unit.key)
            #expect(unit.document == "book.txt" && unit.chapterTitle == "第一章")
        }
        #expect(keys == ["a", "b"])
        #expect(try book()["b"]?.translation == nil && book()["a"]?.translation?.text.plain == "one")
    }

    // MARK: A book of one chapter

    private func put(_ sources: [String: String]) throws {
        let units = sources.sorted { $0.key < $1.key }.map { Unit(key: $0.key, source: InlineText($0.value)) }
        _ = try store.put(
            IncomingDocument(
                path: "book.txt",
                format: "txt",
                size: 1,
                modified: 1,
                fingerprint: "f\(sources.hashValue)",
                position: 0,
                title: nil,
                author: nil,
                encoding: nil,
                chapters: [.init(key: "c", title: "第一章", units: units[...])],
                findings: []
            ),
            at: 1
        )
    }

    /// Puts units with these translations into the store, and gives the ids of the translations by key.
    @discardableResult
    private func translate(_ texts: [String: String]) throws -> [String: Int64] {
        if try store.isEmpty() { try put(texts.mapValues { "字\($0)" }) }
        let known = try book()
        let run = try store.beginRun(RunStart(locale: english, engine: "e", terms: [], estimate: Cost(), now: 1))
        let results = try texts.map { key, text in
            UnitResult(unit: try #require(known[key]?.id), outcome: .translated(InlineText(text), .engine("e")))
        }
        try store.save(results, exchanges: [], run: run, at: 2)
        return try book().compactMapValues(\.translationID)
    }

    private func unit(
        _ key: String,
        _ ids: [String: Int64],
        _ action: TermbaseChange.Action
    ) throws -> TermbaseChange.UnitChange {
        TermbaseChange.UnitChange(
            unit: try #require(try book()[key]?.id),
            locale: english,
            expected: try #require(ids[key]),
            action: action
        )
    }

    private func book() throws -> [String: UnitInBook] {
        var units: [String: UnitInBook] = [:]
        try store.forEachUnit(locale: english) { units[$0.key] = $0 }
        return units
    }

    private func texts() throws -> [String: String] {
        try book().compactMapValues { $0.translation?.text.plain }
    }
}
