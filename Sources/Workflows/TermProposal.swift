internal import Memory
package import Text

/// A term that mining proposes, for people to decide.
package struct TermProposal: Sendable, Encodable {
    /// From 1, the surest first.
    package var rank: Int
    package var concept: Concept
    package var count: Int
    /// From 1.
    package var firstChapter: Int
    /// Why it is proposed, for people.
    package var reason: String
    package var score: Double
    package var examples: [Example]

    package struct Example: Sendable, Encodable {
        /// Key of the unit.
        package var unit: String
        package var chapter: Int
        package var sentence: String
    }
}

extension MineTerms {
    /// What `run` finds, ranked.
    package func proposals() async throws -> [TermProposal] {
        try await run().enumerated().map { index, term in
            TermProposal(
                rank: index + 1,
                concept: term.concept,
                count: term.count,
                firstChapter: term.firstChapter,
                reason: term.reason,
                score: term.score,
                examples: term.examples.map { .init(unit: $0.unit, chapter: $0.chapter, sentence: $0.sentence) }
            )
        }
    }
}
