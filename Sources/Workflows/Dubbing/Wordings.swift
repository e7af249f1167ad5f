internal import Checks
internal import Engines
internal import FoundationEssentials
internal import Text

/// Shorter ways to say a translation: what rules make of it, what a chat model answers when it is asked for less, and the best
/// of several answers of a model that only translates.
struct Wordings {
    let source: LanguageTag
    let target: LanguageTag
    let terms: [Term]
    /// Nil when there is none.
    let engine: (any Engine)?
    /// File in which answers of a model that only translates are kept, so that it is asked once; nil to keep none.
    var store: String?

    /// A line to be said in fewer characters.
    struct Wish: Sendable {
        var id: String
        var source: String
        var text: String
        /// At most; a twentieth more is let pass.
        var characters: Int
        /// The lines before, oldest first.
        var context: [Batch.Line] = []

        var most: Int { characters + characters / 20 }
    }

    /// A text that is short enough.
    struct Shorter: Hashable, Sendable {
        var text: String
        /// What is lost with it, as `DubWording.cost`.
        var cost: Double
    }

    /// What there is for the wishes; one for which nothing is good enough is left out.
    /// - Parameter events: where problems are told.
    func shorter(_ wishes: [Wish], events: EventSink) async throws -> [String: Shorter] {
        var found: [String: Shorter] = [:]
        for wish in wishes {
            let tight = Tightening.texts(of: wish.text, locale: target)
            guard let best = tight.first(where: { $0.text.count <= wish.most }) else { continue }
            found[wish.id] = Shorter(text: best.text, cost: best.cost)
        }
        let open = wishes.filter { found[$0.id] == nil }
        guard !open.isEmpty else { return found }
        if let engine = engine as? any QuestionEngine, engine.answersQuestions {
            found.merge(try await asked(open, of: engine, events: events)) { first, _ in first }
        } else if let engine = engine as? any AlternativeEngine, engine.givesAlternatives {
            found.merge(try await chosen(open, from: engine, events: events)) { first, _ in first }
        }
        return found
    }

    // MARK: What is good enough

    /// Shorter than before, within the budget, and as good as the checks of an answer ask for; its length is what was wanted.
    func isGood(_ text: String, for wish: Wish) -> Bool {
        guard !text.isEmpty, text.count < wish.text.count, text.count <= wish.most else { return false }
        let held = terms.filter { wish.source.contains($0.source) }
        let before = findings(wish.text, of: wish, terms: held)
        return findings(text, of: wish, terms: held).subtracting(before).isEmpty
    }

    private func findings(_ text: String, of wish: Wish, terms: [Term]) -> Set<String> {
        let pair = Pair(
            source: InlineText(wish.source),
            target: InlineText(text),
            sourceLocale: source,
            targetLocale: target,
            terms: terms,
            kind: .cue
        )
        // A name that was left out is no error of a translation, but a loss here.
        let losses = Verification.findings(in: pair).filter {
            ($0.severity == .error || $0.code.hasPrefix("term-")) && $0.code != "length-ratio"
        }
        return Set(losses.map(\.code))
    }
}
