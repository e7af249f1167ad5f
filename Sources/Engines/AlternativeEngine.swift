package import Text

/// An engine that can say the same in several ways, without being told how they should differ: for who needs a shorter one.
package protocol AlternativeEngine: Engine {
    /// Whether this one can, as it is set.
    var givesAlternatives: Bool { get }

    /// Other translations of each item of the batch: the same ones each time, those that are no sane answer left out.
    ///
    /// What it is asked here changes nothing of what `translate` says afterwards.
    /// - Parameter count: how many are tried for each item; fewer come back where some are alike or no good.
    func alternatives(_ batch: Batch, count: Int) async throws(EngineError) -> Alternatives
}

/// Several translations of each item of a batch, not yet verified.
package struct Alternatives: Sendable {
    /// By the order of the items; of each, different ones in the order in which they were found.
    package var texts: [[InlineText]]
    package var usage: Usage

    package init(texts: [[InlineText]], usage: Usage) {
        self.texts = texts
        self.usage = usage
    }
}

extension OpenAIEngine: AlternativeEngine {
    package var givesAlternatives: Bool { settings.style == .completion }

    /// Samples with fixed seeds. Every third is asked for alone, every third after the lines before, every third after lines
    /// that were translated tersely, which a model that was trained on lines before then does as well.
    package func alternatives(_ batch: Batch, count: Int) async throws(EngineError) -> Alternatives {
        var found = Alternatives(texts: [], usage: Usage())
        guard givesAlternatives else {
            throw EngineError(.badSettings, "\(name) has no other wordings to choose from: ask it a question.")
        }
        for item in batch.items {
            let form = CompletionForm(hasAdapter: hasAdapter, source: batch.source, target: batch.target)
            let plan = CompletionPlan(item, in: batch, form: form)
            let ways =
                form == .trained
                ? [[], context(of: batch), CompletionPrompt.terse]
                : [[]]
            var texts: [InlineText] = []
            for seed in 0..<max(0, count) where !plan.asked.isEmpty {
                let way = ways[seed % ways.count]
                let said = try await sample(plan, form, after: way, seed: seed + 1, batch, usage: &found.usage)
                guard let said else { continue }
                let text = InlineText(tagged: plan.tagged(said), source: item.text)
                if !texts.contains(text) { texts.append(text) }
            }
            found.texts.append(texts)
        }
        return found
    }

    /// Answers to all pieces of a unit; nil when one of them is no sane answer or does not carry its names.
    private func sample(
        _ plan: CompletionPlan,
        _ form: CompletionForm,
        after before: [CompletionPrompt.Line],
        seed: Int,
        _ batch: Batch,
        usage: inout Usage
    ) async throws(EngineError) -> [String]? {
        var said: [String] = []
        var lines = before
        for piece in plan.asked {
            let question = Question(piece: piece, lines: lines.suffix(form.contextLines), form: form)
            let answer = try await complete(question, batch, manner: .sampled(seed: seed), usage: &usage)
            let carried = CarriedNames(in: piece, after: [], names: plan.names)
            guard !answer.isCut, question.isSane(answer.text), carried.fault(in: answer.text).isNone else { return nil }
            said.append(answer.text)
            lines.append(CompletionPrompt.Line(piece: piece, translation: answer.text))
        }
        return said
    }

    /// The lines before the batch as the model would have been shown them.
    private func context(of batch: Batch) -> [CompletionPrompt.Line] {
        batch.context.compactMap { line in
            guard let target = line.target, !target.isEmpty else { return nil }
            let item = Batch.Item(id: 0, text: InlineText(line.source), kind: .cue)
            let asked = CompletionPlan(item, in: batch, form: .trained).asked
            guard let piece = asked.first, asked.count == 1 else { return nil }
            return CompletionPrompt.Line(piece: piece, translation: target)
        }
    }
}

extension CompletionPrompt {
    /// Lines of our own, translated in as few words as they can be.
    static let terse = [
        Line(piece: "你先回去吧，这件事情我们明天再慢慢商量。", translation: "Go home. We'll talk tomorrow."),
        Line(piece: "我真的完全不明白你到底在说些什么。", translation: "I don't follow."),
    ]
}
