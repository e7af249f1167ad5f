package import Text

/// A term proposed by mining, with what speaks for it.
package struct MinedTerm: Sendable, Hashable, Codable {
    /// Status `proposed`, decided by `mined`; its evidence are the keys of the units of the examples.
    package var concept: Concept
    /// Occurrences of all its forms, those inside a longer form of another term left out.
    package var count: Int
    /// Number of the chapter in which it first occurs.
    package var firstChapter: Int
    /// Three at most, from different places of the book.
    package var examples: [Example]
    /// Why it is proposed, for people: `surname 林 + 1 character, 214 times, speaks 58 times`.
    package var reason: String
    /// The higher, the surer and the more often; for the order only.
    package var score: Double
    /// How sure the gender is, 0–1; 0 without one.
    package var genderConfidence: Double

    package init(
        concept: Concept,
        count: Int,
        firstChapter: Int,
        examples: [Example],
        reason: String,
        score: Double,
        genderConfidence: Double = 0
    ) {
        self.concept = concept
        self.count = count
        self.firstChapter = firstChapter
        self.examples = examples
        self.reason = reason
        self.score = score
        self.genderConfidence = genderConfidence
    }

    /// The name by which the concept is listed.
    package var name: String { concept.forms.first?.text ?? concept.id }

    /// A sentence in which the term stands.
    package struct Example: Sendable, Hashable, Codable {
        /// Key of the unit.
        package var unit: String
        package var chapter: Int
        package var sentence: String

        package init(unit: String, chapter: Int, sentence: String) {
            self.unit = unit
            self.chapter = chapter
            self.sentence = sentence
        }
    }
}
