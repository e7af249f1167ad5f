internal import Checks
internal import Engines
internal import Storage
internal import Text

/// The state of a batch while its answers are tried, judged and tried again.
struct Attempt {
    private let batch: Batch
    private let about: [BatchTranslator.Item]
    private let prices: [String: EngineSettings.Prices]
    private var kept: [Candidate?]
    /// The best answer so far that was not good enough.
    private var flagged: [Candidate?]
    private var reasons: [String?]
    private var exchanges: [Exchange] = []
    private var requests: [Int]
    private var complaints: [[String]]

    private struct Candidate {
        var text: InlineText
        var engine: String
        var findings: [Finding]

        var errors: Int { findings.count { $0.severity == .error } }
        var isHard: Bool { findings.contains(where: \.isHard) }
        var repairs: Int { findings.count(where: \.isWorthARepair) }
    }

    init(batch: Batch, about: [BatchTranslator.Item], prices: [String: EngineSettings.Prices]) {
        self.batch = batch
        self.about = about
        self.prices = prices
        requests = Array(repeating: 0, count: batch.items.count)
        complaints = Array(repeating: [], count: batch.items.count)
        kept = Array(repeating: nil, count: batch.items.count)
        flagged = kept
        reasons = Array(repeating: nil, count: batch.items.count)
    }

    var isOpen: Bool { kept.contains { $0 == nil } }
    var open: [Int] { kept.indices.filter { kept[$0] == nil } }
    func isOpen(_ index: Int) -> Bool { kept[index] == nil }

    /// Items worth one more question: not kept, or kept with a wrong term, name or pronoun.
    var repairable: [Int] {
        kept.indices.filter { index in
            guard let candidate = kept[index] else { return true }
            return candidate.repairs > 0
        }
    }

    /// Counts a request for the items, and remembers what it complains of.
    mutating func note(_ batch: Batch, for indexes: [Int]) {
        for (item, index) in zip(batch.items, indexes) {
            requests[index] += 1
            if let complaint = item.complaint { complaints[index].append(complaint) }
        }
    }

    /// The batch for some of the items, with what was wrong before when `complaining`.
    func batch(of indexes: [Int], complaining: Bool) -> Batch {
        var part = batch
        part.items = indexes.enumerated().map { place, index in
            var item = batch.items[index]
            item.id = place + 1
            if complaining { item.complaint = complaint(about: index) }
            return item
        }
        if indexes.count < batch.items.count {
            var found: [Term] = []
            for index in indexes { for term in about[index].terms where !found.contains(term) { found.append(term) } }
            part.terms = found
            part.context = context(before: indexes[0])
        }
        return part
    }

    mutating func record(_ usage: Usage, engine: String) {
        guard usage.requests > 0 else { return }
        exchanges.append(
            Exchange(
                engine: engine,
                requests: usage.requests,
                inputTokens: usage.inputTokens,
                cachedTokens: usage.cachedTokens,
                outputTokens: usage.outputTokens,
                seconds: usage.seconds,
                money: prices[engine]?.cost(of: usage)
            )
        )
    }

    mutating func fail(_ indexes: [Int], reason: String) {
        for index in indexes where kept[index] == nil { reasons[index] = reason }
    }

    /// What an answer was worth as a whole.
    enum Verdict {
        /// Each text was judged by itself.
        case judged
        /// The count or the order was wrong, or there was no answer: fewer units may help.
        case broken
        /// Texts stood in their neighbours' places: only one unit at a time is safe.
        case shifted
    }

    /// Judges an answer and keeps what is good of it.
    mutating func take(_ answer: Answer, for indexes: [Int], engine: String) -> Verdict {
        let ids = answer.texts.map(\.id)
        let expected = Array(1...indexes.count)
        guard ids == expected else {
            let why =
                answer.isCut
                ? "The answer was cut off"
                : ids.sorted() == expected
                    ? "The answer is out of order" : "The answer has \(ids.count) texts for \(indexes.count)"
            fail(indexes, reason: "\(why).")
            return .broken
        }
        let pairs = zip(indexes, answer.texts).map { index, text in
            pair(index, InlineText(tagged: text.tagged.trimmed, source: batch.items[index].text))
        }
        guard ShiftDetector.suspect(in: pairs) == nil else {
            fail(indexes, reason: "The answers seem to stand in the places of their neighbours.")
            return .shifted
        }
        for (place, index) in indexes.enumerated() { consider(pairs[place], at: index, engine: engine) }
        return .judged
    }

    func outcome(keepsFlagged: Bool) -> BatchTranslator.Outcome {
        let results = batch.items.indices.map { index in
            if let candidate = kept[index] ?? (keepsFlagged ? flagged[index] : nil) {
                return BatchTranslator.Result(
                    text: candidate.text,
                    engine: candidate.engine,
                    findings: candidate.findings,
                    requests: requests[index],
                    complaints: complaints[index]
                )
            }
            return BatchTranslator.Result(
                engine: "",
                findings: [],
                reason: reasons[index] ?? "No engine gave an answer.",
                requests: requests[index],
                complaints: complaints[index]
            )
        }
        return BatchTranslator.Outcome(results: results, exchanges: exchanges)
    }

    /// Keeps an answer without errors, the one with fewer wrong names and then fewer findings when there are two; of those with soft errors only, the
    /// best is remembered.
    private mutating func consider(_ pair: Pair, at index: Int, engine: String) {
        var pair = pair
        pair.target = Verification.mended(pair)
        let candidate = Candidate(text: pair.target, engine: engine, findings: Verification.findings(in: pair))
        if candidate.errors == 0 {
            if let old = kept[index],
                (old.repairs, old.findings.count) <= (candidate.repairs, candidate.findings.count)
            {
                return
            }
            kept[index] = candidate
        } else {
            if kept[index] == nil { reasons[index] = candidate.findings.first { $0.severity == .error }?.message }
            if !candidate.isHard, candidate.errors < flagged[index]?.errors ?? .max { flagged[index] = candidate }
        }
    }

    private func pair(_ index: Int, _ target: InlineText) -> Pair {
        Pair(
            source: batch.items[index].text,
            target: target,
            sourceLocale: batch.source,
            targetLocale: batch.target,
            terms: about[index].terms,
            cast: about[index].cast,
            key: about[index].key
        )
    }

    private func complaint(about index: Int) -> String? {
        guard let candidate = kept[index] else { return reasons[index] }
        let faults = candidate.findings.filter(\.isWorthARepair).map(\.message)
        return faults.isEmpty ? nil : faults.joined(separator: " ")
    }

    /// The lines before an item: kept answers of the batch, then the context of the batch itself.
    private func context(before index: Int) -> [Batch.Line] {
        let inside = batch.items[..<index].enumerated().map { place, item in
            Batch.Line(source: item.text.plain, target: kept[place]?.text.plain)
        }
        let lines = batch.context + inside
        return Array(lines.suffix(max(batch.context.count, 3)))
    }
}
