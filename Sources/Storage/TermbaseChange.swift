package import Text

/// A change of the termbase as one step: concepts that come, go or change, and what it does to units.
package struct TermbaseChange: Sendable {
    /// For people: `林动: Lin Tung → Lin Dong`.
    package var summary: String
    /// Who decided.
    package var decidedBy: String?
    /// Put in the place of the concepts with the same ids, or added.
    package var concepts: [Concept]
    /// Ids of concepts that are taken out.
    package var removed: [String]
    package var units: [UnitChange]

    package init(
        summary: String,
        decidedBy: String? = nil,
        concepts: [Concept] = [],
        removed: [String] = [],
        units: [UnitChange] = []
    ) {
        self.summary = summary
        self.decidedBy = decidedBy
        self.concepts = concepts
        self.removed = removed
        self.units = units
    }

    package struct UnitChange: Sendable {
        package var unit: Int64
        package var locale: LanguageTag
        /// The translation that is expected there.
        package var expected: Int64
        package var action: Action

        package init(unit: Int64, locale: LanguageTag, expected: Int64, action: Action) {
            self.unit = unit
            self.locale = locale
            self.expected = expected
            self.action = action
        }
    }

    package enum Action: Sendable {
        /// A new text with the state and origin of the old one, and what the checks find in it.
        case replace(InlineText, findings: [Finding])
        /// The unit is `initial` again and waits for the next run; its translation stays in the history.
        case askAgain(reason: String)
    }
}

/// A change that was made.
package struct TermbaseChangeRecord: Hashable, Sendable, Codable {
    package var id: Int64
    /// Seconds since 1970.
    package var at: Timestamp
    package var decidedBy: String?
    package var summary: String
    /// Ids of the concepts that it touched.
    package var concepts: [String]
    package var units: Int
    /// Seconds since 1970; nil while it holds.
    package var undone: Timestamp?
    /// Units that were left alone when it was undone, since they have been translated or edited after it.
    package var kept: Int
}

/// A unit with its place in the book, for work that goes through all of them.
package struct UnitInBook: Sendable {
    package var id: Int64
    package var document: String
    package var chapter: Int64
    package var chapterTitle: String?
    package var key: String
    /// With its inline codes.
    package var source: InlineText
    package var translation: Translation?
    /// Id of the translation; nil when there is none.
    package var translationID: Int64?
    /// The run that made the translation.
    package var run: Int64?
    /// As in `Unit.plural`.
    package var plural: PluralCategory?
}
