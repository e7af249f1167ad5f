internal import Engines
internal import Memory
package import Storage
internal import Text

/// What a run will cost, counted by cutting the book into the very batches that the run would send.
package struct Estimate: Sendable {
    private let localize: Localize

    package init(_ localize: Localize) { self.localize = localize }

    /// Counts the pending units of all chapters. The counts are scaled by what earlier runs of the same engine in this
    /// project really used; before the first run, time rests on the engine's assumed pace.
    /// What the memory has costs nothing.
    package func cost() throws -> Cost {
        let chapters = try localize.project.store.progress(locale: localize.target)
        return try cost(of: chapters, beside: ReusePlan(localize, chapters: chapters))
    }

    /// What it costs to ask again for units that are translated, among nothing else.
    package func cost(asking units: Set<Int64>) throws -> Cost {
        try cost(of: localize.project.store.progress(locale: localize.target), asking: units)
    }

    func cost(
        of chapters: [ChapterProgress],
        asking again: Set<Int64>? = nil,
        beside reuse: ReusePlan? = nil
    ) throws -> Cost {
        let settled = reuse?.settled ?? []
        let terms = TermBook(localize.terms)
        let numbers = ChapterNumbers(chapters)
        let units = chapters.reduce(0) { $0 + $1.units }
        let perSpan = SpanQueue.windowsPerSpan(
            units: units,
            limits: localize.engine.limits,
            parallel: localize.engine.parallel
        )
        var cost = Cost()
        var usage = Usage()
        for chapter in chapters where again != nil || chapter.pending > 0 {
            var stored = try localize.project.store.units(chapter: chapter.id, locale: localize.target)
            if let again {
                guard stored.contains(where: { again.contains($0.id) }) else { continue }
                for index in stored.indices {
                    // What waits for a run anyway costs this change nothing.
                    if stored[index].translation == nil {
                        stored[index].translation = Translation(text: InlineText(""), state: .translated, origin: .rule)
                    }
                    if again.contains(stored[index].id) { stored[index].translation = nil }
                }
            }
            let matcher = terms.matcher(inChapter: numbers[chapter.id])
            let plan = ChapterPlan(
                units: stored,
                limits: localize.engine.limits,
                matcher: matcher,
                waiting: settled
            )
            var texts: [Int: InlineText] = [:]
            for (index, unit) in stored.enumerated() {
                texts[index] = unit.translation?.text
                guard plan.isPending(index) else { continue }
                cost.units += 1
                cost.characters += unit.unit.source.text.unicodeScalars.count
            }
            for span in SpanQueue.spans(of: plan, chapter: chapter.id, windowsPerSpan: perSpan) {
                for window in span.windows {
                    let (batch, indexes) = plan.batch(
                        for: window,
                        start: span.start,
                        texts: texts,
                        request: localize.frame,
                        memory: reuse?.memory
                    )
                    if !indexes.isEmpty { usage += localize.engine.estimate(batch) }
                }
            }
        }
        return scaled(usage, cost)
    }

    private func scaled(_ usage: Usage, _ cost: Cost) -> Cost {
        let earlier = ((try? localize.project.store.runs(locale: localize.target)) ?? []).filter { run in
            run.engine == localize.engine.name && run.actual.requests > 0 && run.estimate.requests > 0
                && run.actual.units > 0
        }
        var cost = cost
        cost.requests = usage.requests
        cost.inputTokens = usage.inputTokens
        cost.outputTokens = usage.outputTokens
        cost.countedInputTokens = usage.inputTokens
        cost.countedOutputTokens = usage.outputTokens
        let slots = Double(max(1, min(localize.engine.parallel, usage.requests)))
        let pace = localize.engine.pace
        let busy = Double(usage.requests) * pace.wait + Double(usage.outputTokens) / pace.tokensPerSecond
        cost.seconds = busy / slots
        if let last = earlier.first {
            // A run may have been stopped: compare what it used for a unit with what was counted for one.
            func ratio(_ actual: Int, _ counted: Int?) -> Double {
                guard last.estimate.units > 0, let counted, counted > 0, actual > 0 else { return 1 }
                return (Double(actual) / Double(last.actual.units)) / (Double(counted) / Double(last.estimate.units))
            }
            let input = ratio(last.actual.inputTokens, last.estimate.countedInputTokens)
            let output = ratio(last.actual.outputTokens, last.estimate.countedOutputTokens)
            cost.inputTokens = Int(Double(cost.inputTokens) * input)
            cost.outputTokens = Int(Double(cost.outputTokens) * output)
            cost.seconds = last.actual.seconds / Double(last.actual.units) * Double(cost.units)
        }
        if let prices = localize.prices[localize.engine.name] {
            let whole = Usage(requests: cost.requests, inputTokens: cost.inputTokens, outputTokens: cost.outputTokens)
            cost.money = prices.cost(of: whole)
            cost.currency = prices.currency
        }
        return cost
    }
}
