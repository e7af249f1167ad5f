internal import Checks
package import Engines
internal import FoundationEssentials
internal import Memory
package import Storage
internal import Synchronization
package import Text

/// Translates what is not yet translated in one locale, and keeps every result as it comes.
package struct Localize: Sendable {
    let project: Project
    let source: LanguageTag
    let target: LanguageTag
    let terms: [Term]
    let engine: any Engine
    let fallback: (any Engine)?
    let keepsFlagged: Bool
    let prices: [String: EngineSettings.Prices]
    let clock: @Sendable () -> Timestamp
    let events: EventSink
    /// Memories beside the project's own, opened from its settings.
    let memories: [MemorySource]

    /// The `prices` are by engine name, as in the origin of a translation. `clock` gives seconds since 1970.
    package init(
        _ project: Project,
        source: LanguageTag,
        target: LanguageTag,
        terms: [Term],
        engine: any Engine,
        fallback: (any Engine)? = nil,
        keepsFlagged: Bool,
        prices: [String: EngineSettings.Prices] = [:],
        clock: @escaping @Sendable () -> Timestamp,
        events: @escaping EventSink
    ) throws {
        memories = try MemorySource.shared(by: project, source: source, target: target)
        self.project = project
        self.source = source
        self.target = target
        self.terms = terms
        self.engine = engine
        self.fallback = fallback
        self.keepsFlagged = keepsFlagged
        self.prices = prices
        self.clock = clock
        self.events = events
    }

    /// How a run went.
    package struct Summary: Sendable, Codable {
        package var total: Int
        package var translated: Int
        package var failed: Int
        /// Of those translated, the ones that the memory gave.
        package var reused: Int
        package var seconds: Double
        package var cost: Cost
    }

    /// Runs to the end, until the task is cancelled, or until the engine cannot go on; in the last two cases an error is
    /// thrown after what is done has been kept. With nothing to do no run is recorded and no engine is asked.
    package func run() async throws -> Summary {
        let chapters = try project.store.progress(locale: target)
        let total = chapters.reduce(0) { $0 + $1.pending }
        guard total > 0 else {
            share()
            return Summary(total: 0, translated: 0, failed: 0, reused: 0, seconds: 0, cost: Cost())
        }
        let reuse = try ReusePlan(self, chapters: chapters)
        let estimate = try Estimate(self).cost(of: chapters, beside: reuse)
        events(.estimate(estimate))
        let began = clock()
        let run = try project.store.beginRun(
            RunStart(locale: target, engine: engine.name, terms: terms, estimate: estimate, now: began)
        )
        let tally = Tally(total: total, began: began, currency: prices[engine.name]?.currency)
        do {
            for part in reuse.chunks { try keep(part, run: run, tally: tally) }
            try await work(through: chapters, run: run, tally: tally, memory: reuse.memory, waiting: reuse.repeats)
            if !reuse.repeats.isEmpty {
                let left = try project.store.progress(locale: target)
                for part in try reuse.answers(toRepeatsOf: self, chapters: left) {
                    try Task.checkCancellation()
                    try keep(part, run: run, tally: tally)
                }
                // What failed just now is for the next run.
                try await work(
                    through: try project.store.progress(locale: target),
                    run: run,
                    tally: tally,
                    memory: reuse.memory,
                    waiting: try reuse.failures(in: project.store, locale: target)
                )
            }
        } catch {
            let isStop = error is CancellationError || (error as? EngineError)?.code == .cancelled
            let message = isStop ? nil : String(describing: error)
            let outcome = RunOutcome(status: isStop ? .stopped : .failed, seconds: clock() - began, message: message)
            try project.store.endRun(run, outcome: outcome, at: clock())
            throw isStop ? CancellationError() : error
        }
        let progress = tally.progress(at: clock())
        try project.store.endRun(
            run,
            outcome: RunOutcome(status: progress.failed == 0 ? .complete : .incomplete, seconds: clock() - began),
            at: clock()
        )
        share()
        return Summary(
            total: total,
            translated: progress.done - progress.failed,
            failed: progress.failed,
            reused: tally.reused,
            seconds: clock() - began,
            cost: progress.cost
        )
    }

    /// What every batch of the run shares.
    var frame: RequestFrame {
        RequestFrame(source: source, target: target, style: project.settings.style, limits: engine.limits)
    }

    /// A queue over the chapters, cut in the way that the estimate counts and the run asks.
    func queue(_ chapters: [ChapterProgress], waiting: Set<Int64>) -> SpanQueue {
        let units = chapters.reduce(0) { $0 + $1.units }
        return SpanQueue(
            store: project.store,
            locale: target,
            chapters: chapters,
            limits: engine.limits,
            terms: TermBook(terms),
            windowsPerSpan: SpanQueue.windowsPerSpan(units: units, limits: engine.limits, parallel: engine.parallel),
            waiting: waiting
        )
    }

    /// Adds what is translated to the memories of the series. The run is done whether they can be written or not.
    private func share() {
        do {
            try ShareMemory(project: project, source: source, target: target).run()
        } catch {
            let message = "What was translated could not be added to a memory: \(error). The next run tries again."
            events(.finding(Finding("memory-not-written", .warning, message)))
        }
    }

    /// Keeps what needed no engine.
    private func keep(_ results: [UnitResult], run: Int64, tally: Tally) throws {
        try project.store.save(results, exchanges: [], run: run, at: clock())
        tally.add(results, exchanges: [], characters: 0)
        events(.progress(tally.progress(at: clock())))
    }

    private func work(
        through chapters: [ChapterProgress],
        run: Int64,
        tally: Tally,
        memory: ProjectMemory,
        waiting: Set<Int64>
    ) async throws {
        let queue = queue(chapters, waiting: waiting)
        let translator = BatchTranslator(engine: engine, fallback: fallback, keepsFlagged: keepsFlagged, prices: prices)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, engine.parallel) {
                group.addTask {
                    while let span = try await queue.next() {
                        try await translate(span, with: translator, run: run, tally: tally, memory: memory)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func translate(
        _ span: Span,
        with translator: BatchTranslator,
        run: Int64,
        tally: Tally,
        memory: ProjectMemory
    ) async throws {
        let plan = span.plan
        var texts: [Int: InlineText] = [:]
        for (index, unit) in plan.units.enumerated() { texts[index] = unit.translation?.text }
        for window in span.windows {
            try Task.checkCancellation()
            var results: [UnitResult] = []
            for index in window
            where plan.isPending(index) && !plan.needsEngine(index) {
                let text = WordlessText.translate(plan.units[index].unit.source, to: target)
                texts[index] = text
                results.append(UnitResult(unit: plan.units[index].id, outcome: .translated(text, .rule)))
            }
            let (batch, indexes) = plan.batch(
                for: window,
                start: span.start,
                texts: texts,
                request: frame,
                memory: memory
            )
            var exchanges: [Exchange] = []
            if !indexes.isEmpty {
                let outcome = try await translator.translate(
                    batch,
                    about: indexes.map { index in
                        BatchTranslator.Item(
                            key: plan.units[index].unit.key,
                            terms: plan.terms[index],
                            cast: plan.roster.cast(at: index)
                        )
                    }
                )
                exchanges = outcome.exchanges
                let told = Set(batch.people.map(\.identity))
                for (index, result) in zip(indexes, outcome.results) {
                    let log = plan.log(
                        of: index,
                        told: told,
                        requests: result.requests,
                        complaints: result.complaints,
                        memory: memory
                    )
                    if let text = result.text {
                        texts[index] = text
                        results.append(
                            UnitResult(
                                unit: plan.units[index].id,
                                outcome: .translated(text, .engine(result.engine)),
                                findings: result.findings,
                                log: log
                            )
                        )
                    } else {
                        let reason = result.reason ?? "No engine gave an answer."
                        results.append(
                            UnitResult(unit: plan.units[index].id, outcome: .failed(reason: reason), log: log)
                        )
                    }
                }
            }
            guard !results.isEmpty else { continue }
            try project.store.save(results, exchanges: exchanges, run: run, at: clock())
            let characters = window.reduce(0) { $0 + plan.units[$1].unit.source.text.unicodeScalars.count }
            tally.add(results, exchanges: exchanges, characters: characters)
            events(.progress(tally.progress(at: clock())))
        }
    }
}

/// Counts what a run has done, from many tasks.
final class Tally: Sendable {
    private struct Counts {
        var done = 0
        var failed = 0
        var reused = 0
        var cost = Cost()
    }

    private let total: Int
    private let began: Timestamp
    private let counts: Mutex<Counts>

    init(total: Int, began: Timestamp, currency: String?) {
        self.total = total
        self.began = began
        counts = Mutex(Counts(cost: Cost(currency: currency)))
    }

    func add(_ results: [UnitResult], exchanges: [Exchange], characters: Int) {
        counts.withLock { counts in
            counts.done += results.count
            for case .failed in results.map(\.outcome) { counts.failed += 1 }
            for case .translated(_, .memory) in results.map(\.outcome) { counts.reused += 1 }
            counts.cost.units += results.count
            counts.cost.characters += characters
            for exchange in exchanges {
                counts.cost.requests += exchange.requests
                counts.cost.inputTokens += exchange.inputTokens
                counts.cost.cachedTokens += exchange.cachedTokens
                counts.cost.outputTokens += exchange.outputTokens
                if let money = exchange.money { counts.cost.money = (counts.cost.money ?? 0) + money }
            }
        }
    }

    var reused: Int { counts.withLock(\.reused) }

    func progress(at now: Timestamp) -> Event.Progress {
        let counts = counts.withLock { $0 }
        var cost = counts.cost
        cost.seconds = now - began
        return Event.Progress(done: counts.done, total: total, failed: counts.failed, elapsed: now - began, cost: cost)
    }
}
