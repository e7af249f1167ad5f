internal import Engines
internal import FoundationEssentials
internal import Text

extension Wordings {
    /// Answers that are tried for each line.
    private static let samples = 9

    /// The best answers of a model that only translates.
    func chosen(
        _ wishes: [Wish],
        from engine: any AlternativeEngine,
        events: EventSink
    ) async throws -> [String: Shorter] {
        var kept = keptAnswers()
        var found: [String: Shorter] = [:]
        for (done, wish) in wishes.enumerated() {
            events(.stage("Looking for shorter wordings", done: done, total: wishes.count))
            let key = ([engine.name, wish.source] + wish.context.flatMap { [$0.source, $0.target ?? ""] })
                .joined(separator: "\u{1F}")
            if kept[key] == nil {
                do throws(EngineError) {
                    let batch = batch(wish)
                    let answers = try await engine.alternatives(batch, count: Self.samples)
                    kept[key] = answers.texts.first?.map(\.plain) ?? []
                } catch  where error.code == .cancelled {
                    throw CancellationError()
                } catch {
                    events(.note("Shorter wordings could not be had: \(error.message)"))
                    if error.concernsTheBatchOnly { continue }
                    break
                }
            }
            if let best = best(of: kept[key] ?? [], for: wish) { found[wish.id] = best }
        }
        events(.stage("Looking for shorter wordings", done: wishes.count, total: wishes.count))
        try keep(kept)
        return found
    }

    private func batch(_ wish: Wish) -> Batch {
        let held = terms.filter { wish.source.contains($0.source) }
        return Batch(
            source: source,
            target: target,
            items: [Batch.Item(id: 1, text: InlineText(wish.source), kind: .cue)],
            context: wish.context,
            terms: held.filter { $0.kind != .person },
            people: held.filter { $0.kind == .person }
        )
    }

    /// The answer that is short enough, loses nothing that can be told, and is most like the full translation; of those nearly
    /// as like, the one that uses the room. Nil when none is good enough.
    func best(of answers: [String], for wish: Wish) -> Shorter? {
        var best: (text: String, score: Double, likeness: Double)?
        let full = WordingLikeness(wish.text)
        for answer in answers {
            let tight = Tightening.texts(of: answer, locale: target).map(\.text)
            guard let text = ([answer] + tight).first(where: { isGood($0, for: wish) }),
                WordingLosses(from: wish.text, locale: target).isNone(in: text)
            else { continue }
            let likeness = full.likeness(of: text)
            guard likeness >= Self.leastLikeness else { continue }
            let score = likeness + 0.2 * Double(text.count) / Double(max(1, wish.characters))
            if best.map({ score > $0.score }) ?? true { best = (text, score, likeness) }
        }
        // It costs more the less it is like what was meant.
        return best.map { Shorter(text: $0.text, cost: 1 + 0.5 * (1 - $0.likeness)) }
    }

    /// Below this an answer says something else more often than the same in other words.
    static let leastLikeness = 0.45

    private func keptAnswers() -> [String: [String]] {
        guard let store, Files.exists(store), let bytes = try? Files.read(store) else { return [:] }
        return (try? JSONDecoder().decode([String: [String]].self, from: Data(bytes))) ?? [:]
    }

    private func keep(_ answers: [String: [String]]) throws {
        guard let store, !answers.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try Files.write([UInt8](try encoder.encode(answers)), to: store)
    }
}
