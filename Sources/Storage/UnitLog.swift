package import Text

/// What was done for a unit to get its newest result: what the engine was told beside the text, and how often it was asked.
package struct UnitLog: Hashable, Sendable, Codable {
    /// Terms of the unit that the engine was given.
    package var terms: [Sent]
    /// The people present that it was told of.
    package var people: [Present]
    /// Requests in which the unit was, repairs among them.
    package var requests: Int
    /// What the engine was told to mend, in order.
    package var complaints: [String]

    /// What the memory had for it, the best first; nil when it had nothing.
    package var offers: [Offer]?

    package init(
        terms: [Sent] = [],
        people: [Present] = [],
        requests: Int = 0,
        complaints: [String] = [],
        offers: [Offer]? = nil
    ) {
        self.offers = offers
        self.terms = terms
        self.people = people
        self.requests = requests
        self.complaints = complaints
    }

    package struct Sent: Hashable, Sendable, Codable {
        package var source: String
        package var target: String

        package init(source: String, target: String) {
            self.source = source
            self.target = target
        }
    }

    /// A translation of the memory, for the editor: of a text that is like this one.
    package struct Offer: Hashable, Sendable, Codable {
        /// 75 to 101.
        package var rate: Int
        package var source: String
        package var target: String
        /// `this project`, or the path of the memory.
        package var memory: String
        /// What was changed in it to fit, when it was taken: `12 → 13`.
        package var repair: String?
        /// The source of the offer with what the unit does not have in `[-…-]`, and what only the unit has in `{+…+}`; nil for
        /// the same text.
        package var marked: String?

        package init(
            rate: Int,
            source: String,
            target: String,
            memory: String,
            repair: String? = nil,
            marked: String? = nil
        ) {
            self.marked = marked
            self.rate = rate
            self.source = source
            self.target = target
            self.memory = memory
            self.repair = repair
        }
    }

    package struct Present: Hashable, Sendable, Codable {
        package var name: String
        package var gender: Term.Gender?
        /// Why the person is taken to be present: named 3 paragraphs before.
        package var why: String

        package init(name: String, gender: Term.Gender?, why: String) {
            self.name = name
            self.gender = gender
            self.why = why
        }

        /// Qiao Sui (female; named 3 paragraphs before).
        package var sentence: String { "\(name) (\(gender.map { "\($0.rawValue); " } ?? "")\(why))" }
    }

    /// Whether it says no more than that the text was sent and the answer taken.
    package var isEmpty: Bool {
        terms.isEmpty && people.isEmpty && complaints.isEmpty && requests <= 1 && offers == nil
    }
}

/// Everything that the state knows of a unit in one locale.
package struct UnitRecord: Sendable, Codable {
    package var document: String
    package var chapter: String
    package var key: String
    package var locale: LanguageTag
    package var state: Translation.State
    /// Who gave the text: an engine by name, `memory 100`, `human NAME`, `rule`; nil without one.
    package var origin: String?
    /// Why there is no text, after a run has tried.
    package var reason: String?
    package var source: String
    package var target: String?
    package var findings: [Finding]
    package var log: UnitLog?
}
