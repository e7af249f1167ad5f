/// A person who is there at a unit, and why that is taken to be so.
package struct Presence: Hashable, Sendable, Codable {
    /// The form by which the person was last named, with the gender that holds in the chapter.
    package var term: Term
    package var why: Why
    /// Speaks in the unit, by the words around its quotation marks.
    package var speaks: Bool
    /// Was said to go away.
    package var hasLeft: Bool

    package init(term: Term, why: Why, speaks: Bool = false, hasLeft: Bool = false) {
        self.term = term
        self.why = why
        self.speaks = speaks
        self.hasLeft = hasLeft
    }

    /// Where the name stands; distances in units, from 1.
    package enum Why: Hashable, Sendable, Codable {
        case named
        case before(Int)
        case after(Int)

        /// For people: named 3 paragraphs before.
        package var sentence: String {
            switch self {
            case .named: "named in this paragraph"
            case .before(let distance): "named \(distance == 1 ? "1 paragraph" : "\(distance) paragraphs") before"
            case .after(let distance): "named \(distance == 1 ? "1 paragraph" : "\(distance) paragraphs") after"
            }
        }
    }
}

/// Everybody whom a unit may be speaking of.
package struct Cast: Hashable, Sendable {
    /// Those named in the unit first, then by how lately they were named.
    package var people: [Presence]
    /// What the narration of the unit itself says of people without a name: 那个老头, 姑娘, 来人.
    package var strangers: Set<Stranger>
    /// The same of its speech.
    package var spokenOf: Set<Stranger>
    /// The same of the units just before, where 他 and 她 count too.
    package var earlier: Set<Stranger>
    /// Whether the chapter sets speech off with quotation marks, so that what stands outside of them is narration.
    package var marksSpeech: Bool

    package init(
        people: [Presence] = [],
        strangers: Set<Stranger> = [],
        spokenOf: Set<Stranger> = [],
        earlier: Set<Stranger> = [],
        marksSpeech: Bool = true
    ) {
        self.people = people
        self.strangers = strangers
        self.spokenOf = spokenOf
        self.earlier = earlier
        self.marksSpeech = marksSpeech
    }

    package enum Stranger: Hashable, Sendable {
        case female, male
        /// A person or an animal of unknown gender.
        case unknown
    }
}
