import FoundationEssentials
import Storage
import Testing
import Text

/// One suite for every store; SQLite is the first.
final class StoreTests {
    private let english: LanguageTag
    private let store: any Store
    private let folder: URL

    init() throws {
        english = try #require(LanguageTag("en"))
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appending(path: "state.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test func givesBackWhatWasPut() throws {
        let bold = InlineCode(id: 1, role: .standalone, kind: .markup, data: "<b/>")
        let unit = Unit(
            key: "c1/a",
            source: InlineText(parts: [.text("你好"), .code(bold)]),
            kind: .heading,
            notes: ["separator": "***"]
        )
        let change = try put([unit])
        #expect(change == ImportChange(new: 1))
        let chapter = try #require(try store.progress(locale: english).first)
        #expect(chapter.units == 1 && chapter.pending == 1 && chapter.title == "第一章" && chapter.characters == 3)
        #expect(try store.units(chapter: chapter.id, locale: english).map(\.unit) == [unit])
    }

    @Test func keepsTranslationsThroughANewVersionOfTheFile() throws {
        try put([unit("a", "一"), unit("b", "二"), unit("c", "三")])
        try translate(["a": "one", "b": "two", "c": "three"])
        let change = try put([unit("new", "零"), unit("c", "三"), unit("a", "一"), unit("b", "变")])
        #expect(change == ImportChange(new: 1, changed: 1, unchanged: 2, gone: 0))
        #expect(try texts() == ["a": "one", "c": "three"])
    }

    @Test func bringsAUnitBackWithItsTranslation() throws {
        try put([unit("a", "一"), unit("b", "二")])
        try translate(["a": "one", "b": "two"])
        #expect(try put([unit("a", "一")]).gone == 1)
        #expect(try texts() == ["a": "one"])
        #expect(try put([unit("a", "一"), unit("b", "二")]).new == 1)
        #expect(try texts() == ["a": "one", "b": "two"])
    }

    @Test func forgetsARemovedDocumentUntilItReturns() throws {
        try put([unit("a", "一")])
        try translate(["a": "one"])
        try store.remove(paths: ["book.txt"])
        #expect(try store.documents().isEmpty && store.progress(locale: english).isEmpty)
        try put([unit("a", "一")])
        #expect(try texts() == ["a": "one"])
    }

    @Test func remembersWhyAUnitFailedAndForgetsItWhenItSucceeds() throws {
        try put([unit("a", "一")])
        let run = try begin()
        let id = try #require(try ids()["a"])
        try store.save([UnitResult(unit: id, outcome: .failed(reason: "It refused."))], exchanges: [], run: run, at: 2)
        #expect(try store.failures(locale: english, limit: 9).map(\.reason) == ["It refused."])
        #expect(try store.progress(locale: english).first?.failed == 1)
        try translate(["a": "one"])
        #expect(try store.failures(locale: english, limit: 9).isEmpty)
    }

    @Test func keepsFindingsOfTheNewestTranslationOnly() throws {
        try put([unit("a", "一")])
        let run = try begin()
        let id = try #require(try ids()["a"])
        let finding = Finding("term-missing", .warning, "Say it.", at: .init(unit: "a", range: 0..<3))
        let result = UnitResult(unit: id, outcome: .translated(InlineText("One"), .engine("fake")), findings: [finding])
        try store.save([result], exchanges: [], run: run, at: 2)
        let found = try #require(try store.findings(locale: english, limit: 9).first)
        #expect(found.finding == finding && found.source == "一" && found.target == "One")
        #expect(try store.findingCounts(locale: english).map(\.code) == ["term-missing"])
        try translate(["a": "one"])
        #expect(try store.findings(locale: english, limit: 9).isEmpty)
    }

    @Test func keepsWhatTheEngineWasTold() throws {
        try put([unit("a", "一"), unit("b", "二")])
        let run = try begin()
        let id = try #require(try ids()["a"])
        let log = UnitLog(
            terms: [.init(source: "林动", target: "Lin Dong")],
            people: [.init(name: "Lin Dong", gender: .male, why: "named 2 paragraphs before")],
            requests: 2,
            complaints: ["Say it."]
        )
        let finding = Finding("term-missing", .warning, "Say it.", at: .init(unit: "a"))
        let told = UnitResult(
            unit: id,
            outcome: .translated(InlineText("One"), .engine("fake")),
            findings: [finding],
            log: log
        )
        try store.save([told], exchanges: [], run: run, at: 2)
        let record = try #require(try store.records(unit: "a", locale: english).first)
        #expect(record.log == log && record.origin == "fake" && record.findings == [finding])
        #expect(record.source == "一" && record.target == "One" && record.state == .translated)
        #expect(try store.findings(locale: english, limit: 1).first?.log == log)
        let untouched = try #require(try store.records(unit: "b", locale: english).first)
        #expect(untouched.log == nil && untouched.state == .initial && untouched.target == nil)
        #expect(try store.records(unit: "nobody", locale: english).isEmpty)
        // Nothing to say: no row, and the old one goes.
        let plain = UnitResult(unit: id, outcome: .failed(reason: "It refused."), log: UnitLog(requests: 1))
        try store.save([plain], exchanges: [], run: run, at: 3)
        let failed = try #require(try store.records(unit: "a", locale: english).first)
        #expect(failed.log == nil && failed.reason == "It refused.")
    }

    @Test func countsWhatARunCost() throws {
        try put([unit("a", "一二")])
        let run = try begin()
        let exchange = Exchange(
            engine: "fake",
            requests: 2,
            inputTokens: 30,
            cachedTokens: 10,
            outputTokens: 5,
            seconds: 1.5,
            money: 0.25
        )
        try store.save([], exchanges: [exchange, exchange], run: run, at: 12)
        try store.endRun(run, outcome: RunOutcome(status: .incomplete, seconds: 3, message: "m"), at: 13)
        let record = try #require(try store.runs(locale: english).first)
        #expect(record.actual.requests == 4 && record.actual.inputTokens == 60 && record.actual.cachedTokens == 20)
        #expect(record.actual.money == 0.5 && record.actual.seconds == 3 && record.status == .incomplete)
        #expect(record.message == "m" && record.estimate.units == 7)
        #expect(try store.terms(run: run).map(\.target) == ["Lin Dong"])
    }

    @Test func keepsLocalesApart() throws {
        try put([unit("a", "一")])
        try translate(["a": "one"])
        let spanish = try #require(LanguageTag("es"))
        #expect(try store.progress(locale: spanish).first?.pending == 1)
        #expect(try store.progress(locale: english).first?.pending == 0)
    }

    @Test func putsDocumentsIntoOrder() throws {
        try put([unit("a", "一")], path: "b.txt")
        try put([unit("a", "一")], path: "a.txt")
        try store.arrange(paths: ["a.txt", "b.txt"])
        #expect(try store.documents().map(\.path) == ["a.txt", "b.txt"])
    }

    @Test func changesItsRevisionWithATranslationOrAFile() throws {
        try put([unit("a", "一")])
        let first = try store.revision(locale: english)
        #expect(try store.revision(locale: english) == first)
        try translate(["a": "one"])
        let second = try store.revision(locale: english)
        #expect(second != first)
        try store.remove(paths: ["book.txt"])
        #expect(try store.revision(locale: english) != second)
    }

    @Test func holdsSmallValues() throws {
        #expect(try store.value("x") == nil)
        try store.setValue("1", for: "x")
        try store.setValue("2", for: "x")
        #expect(try store.value("x") == "2")
        try store.setValue(nil, for: "x")
        #expect(try store.value("x") == nil)
    }

    @Test func saysSoWhenTheFileIsNoState() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("this is no database, it is a text that is long enough".utf8).write(to: file)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
        #expect(error?.code == .cannotOpen && error?.message.contains(file.path) == true)
    }

    // MARK: Building blocks

    private func unit(_ key: String, _ source: String) -> Text.Unit { Unit(key: key, source: InlineText(source)) }

    @discardableResult
    private func put(_ units: [Text.Unit], path: String = "book.txt") throws -> ImportChange {
        try store.put(
            IncomingDocument(
                path: path,
                format: "txt",
                size: 1,
                modified: 1,
                fingerprint: "f\(units.count)",
                position: 0,
                title: nil,
                author: nil,
                encoding: "UTF-8",
                chapters: [.init(key: "c1", title: "第一章", units: units[...])],
                findings: []
            ),
            at: 1
        )
    }

    private func begin() throws -> Int64 {
        let terms = [Term(source: "林动", target: "Lin Dong")]
        return try store.beginRun(
            RunStart(locale: english, engine: "fake", terms: terms, estimate: Cost(units: 7), now: 10)
        )
    }

    private func ids() throws -> [String: Int64] {
        var ids: [String: Int64] = [:]
        for chapter in try store.progress(locale: english) {
            for unit in try store.units(chapter: chapter.id, locale: english) { ids[unit.unit.key] = unit.id }
        }
        return ids
    }

    private func translate(_ texts: [String: String]) throws {
        let ids = try ids()
        let run = try begin()
        let results = try texts.map { key, text in
            UnitResult(unit: try #require(ids[key]), outcome: .translated(InlineText(text), .engine("fake")))
        }
        try store.save(results, exchanges: [], run: run, at: 11)
    }

    private func texts() throws -> [String: String] {
        let document = try #require(try store.documents().first)
        return try store.texts(document: document.id, locale: english).mapValues(\.text)
    }
}
