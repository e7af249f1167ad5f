import Engines
import FakeEngine
import Storage
import Testing
import Text
import Workflows

struct LocalizeTests {
    static let novel = ["001.txt": Desk.chapter(1, paragraphs: 20), "002.txt": Desk.chapter(2, paragraphs: 20)]
    static let terms = "src,dst,kind,gender\n林动,Lin Dong,person,male\n灵石,spirit stone,item,\n"

    @Test func translatesEveryUnitAndWritesTheEditionInItsFormat() async throws {
        let desk = try Desk(Self.novel, terms: Self.terms)
        try await FakeServer.with { server in
            let summary = try await desk.localize(server)
            #expect(summary.total == 42 && summary.translated == 42 && summary.failed == 0)
        }
        let text = try desk.read("en/novel/001.txt")
        #expect(!text.containsHan)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 22)
        #expect(text.contains("Lin Dong"))
        #expect(try desk.status().pending == 0)
    }

    @Test func asksNothingTheSecondTime() async throws {
        let desk = try Desk(Self.novel)
        try await FakeServer.with { server in
            try await desk.localize(server)
            let before = try desk.edition()
            let requests = server.requests.count
            let summary = try await desk.localize(server)
            #expect(server.requests.count == requests && summary.total == 0)
            #expect(try desk.edition() == before)
            #expect(try desk.project().store.runs(locale: desk.english).count == 1)
        }
    }

    @Test func translatesOnlyWhatANewVersionChanged() async throws {
        let desk = try Desk(Self.novel)
        try await FakeServer.with { server in
            try await desk.localize(server)
            let before = server.requests.count
            let changed = Desk.chapter(2, paragraphs: 20).replacing("第205天", with: "第205天早上")
            try desk.write(changed, to: "novel/002.txt")
            try desk.write(Desk.chapter(3, paragraphs: 2), to: "novel/003.txt")
            let summary = try await desk.localize(server)
            #expect(summary.total == 4)
            #expect(server.requests.count - before == 2)
        }
    }

    /// Faults that pass: the first answers are bad, later ones good. Everything ends well.
    @Test(arguments: [
        FakeFault.rateLimit, .serverError, .cutStream, .cutAnswer, .wrongCount, .shifted, .merged, .refusal,
        .chineseLeft,
        .brokenJSON, .noSchema, .noFormat, .runaway, .numbersChanged, .metaText, .thinking, .fenced, .notStreamed,
    ])
    func survivesAFaultThatPasses(fault: FakeFault) async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 20)], terms: Self.terms)
        try await FakeServer.with(script: FakeServer.faulty(fault, first: 2)) { server in
            let summary = try await desk.localize(server)
            #expect(summary.failed == 0)
        }
        let good = try Desk(["001.txt": Desk.chapter(1, paragraphs: 20)], terms: Self.terms)
        try await FakeServer.with { server in _ = try await good.localize(server) }
        #expect(try desk.edition() == (try good.edition()))
    }

    /// Faults that stay: nothing wrong is kept, each unit says why, and the run does not call itself complete.
    @Test(arguments: [
        FakeFault.refusal, .chineseLeft, .brokenJSON, .runaway, .metaText, .numbersChanged, .filtered,
    ])
    func keepsNothingWrongAndSaysWhy(fault: FakeFault) async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 3)])
        try await FakeServer.with(script: FakeServer.faulty(fault)) { server in
            let summary = try await desk.localize(server)
            #expect(summary.failed == 4 && summary.translated == 0)
        }
        let failures = try desk.project().store.failures(locale: desk.english, limit: 9)
        #expect(failures.count == 4 && failures.allSatisfy { !$0.reason.isEmpty })
        #expect(try desk.project().store.runs(locale: desk.english).first?.status == .incomplete)
        #expect(try desk.read("en/novel/001.txt") == Desk.chapter(1, paragraphs: 3))
    }

    /// Faults of a batch as a whole that stay: halving ends at single units, which are right.
    @Test(arguments: [FakeFault.wrongCount, .shifted, .merged])
    func splitsABatchUntilTheAnswersAreInTheirPlaces(fault: FakeFault) async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 12)])
        let script: FakeServer.Script = { request in
            request.items.count > 1 ? fault.response(to: request) : .translation(of: request)
        }
        try await FakeServer.with(script: script) { server in
            let summary = try await desk.localize(server)
            #expect(summary.failed == 0)
        }
        let good = try Desk(["001.txt": Desk.chapter(1, paragraphs: 12)])
        try await FakeServer.with { server in _ = try await good.localize(server) }
        #expect(try desk.edition() == (try good.edition()))
    }

    @Test func givesWhatTheFirstEngineRefusesToTheFallback() async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 5)])
        let second = try await FakeServer.start()
        try await FakeServer.with(script: FakeServer.faulty(.refusal)) { server in
            let summary = try await desk.localize(server, fallback: second)
            #expect(summary.failed == 0)
        }
        #expect(!second.requests.isEmpty)
        try await second.stop()
        let project = try desk.project()
        let chapter = try #require(try project.store.progress(locale: desk.english).first)
        let origins = try project.store.units(chapter: chapter.id, locale: desk.english).map { $0.translation?.origin }
        #expect(
            origins.allSatisfy { if case .engine(let name)? = $0 { name.contains("\(second.port)") } else { false } }
        )
    }

    @Test func asksAgainOnceForAMissingTermAndThenFlagsIt() async throws {
        let desk = try Desk(["001.txt": "第1章 夜雨\n　　林动走了。\n"], terms: Self.terms)
        let script: FakeServer.Script = { request in
            .answers(request.items.map { ($0.id, FakeTranslation.translate($0.text)) }, to: request)
        }
        try await FakeServer.with(script: script) { server in
            let summary = try await desk.localize(server)
            #expect(summary.failed == 0)
            #expect(server.requests.count == 2)
            #expect(server.requests.last?.body.contains("should be") == true)
        }
        let counts = try desk.project().store.findingCounts(locale: desk.english)
        #expect(counts.map(\.code) == ["term-missing"] && counts.first?.count == 1)
    }

    @Test func keepsDoubtfulNumbersOnlyWhenToldTo() async throws {
        let desk = try Desk(["001.txt": "第1章 夜雨\n　　路上有1234个村子。\n"])
        try await FakeServer.with(script: FakeServer.faulty(.numbersChanged)) { server in
            let summary = try await desk.localize(server, keepsFlagged: true)
            #expect(summary.failed == 0)
        }
        let counts = try desk.project().store.findingCounts(locale: desk.english)
        #expect(counts.contains { $0.code == "number-value" && $0.severity == .error })
    }

    @Test func stopsAtOnceWhenTheKeyIsWrongAndKeepsWhatIsDone() async throws {
        let desk = try Desk(Self.novel)
        let script: FakeServer.Script = { request in
            request.number <= 1 ? .translation(of: request) : .error(401, "Incorrect API key provided")
        }
        try await FakeServer.with(script: script) { server in
            let error = await #expect(throws: EngineError.self) { try await desk.localize(server, parallel: 1) }
            #expect(error?.code == .unauthorized)
            #expect(server.requests.count < 5)
        }
        let status = try desk.status()
        #expect(status.translated == 16 && status.lastRun?.status == .failed)
    }

    @Test func keepsWhatIsDoneWhenItIsStopped() async throws {
        let desk = try Desk(Self.novel)
        let project = try desk.project()
        try Import(project, now: 1, events: { _ in }).run()
        let script: FakeServer.Script = { request in
            var response = FakeResponse.translation(of: request)
            if request.number == 2 { response.latency = 600 }
            return response
        }
        try await FakeServer.with(script: script) { server in
            let work = try desk.work(project, server, parallel: 1)
            let task = Task { try await work.run() }
            while server.requests.count < 2 { await Task.yield() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let kept = try Status(project, locale: desk.english)
            #expect(kept.translated == 16 && kept.lastRun?.status == .stopped)
            try await desk.localize(server)
            #expect(try desk.status().pending == 0)
        }
    }

    @Test func writesMarksWithoutAskingAnEngine() async throws {
        let desk = try Desk(["001.txt": "第1章 夜雨\n　　……\n　　？！\n　　他走了。\n"])
        try await FakeServer.with { server in
            try await desk.localize(server)
            #expect(server.requests.allSatisfy { !$0.prompt.contains("……") })
        }
        #expect(try desk.read("en/novel/001.txt").contains("...\n?!\n"))
    }

    @Test func countsEstimateAndActualAlike() async throws {
        let desk = try Desk(Self.novel)
        try await FakeServer.with { server in _ = try await desk.localize(server) }
        let run = try #require(try desk.project().store.runs(locale: desk.english).first)
        #expect(run.estimate.requests == run.actual.requests && run.estimate.units == run.actual.units)
        #expect(run.estimate.characters == run.actual.characters)
        #expect(abs(run.estimate.inputTokens - run.actual.inputTokens) < run.actual.inputTokens / 2)
        #expect(run.actual.money != nil && run.estimate.money != nil)
    }
}
