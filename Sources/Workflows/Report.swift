package import Storage
package import Text

/// What is to be said about an edition: the facts behind `report.json` and `report.html`.
package struct Report: Sendable, Codable {
    /// Version of this shape; readers of the JSON may rely on it.
    package var version = 1
    package var title: String
    package var originalTitle: String?
    package var author: String?
    package var source: LanguageTag
    package var target: LanguageTag
    /// ISO 8601, UTC.
    package var written: String
    package var engine: String
    package var state: State
    package var totals: Totals
    package var documents: [DocumentFacts]
    /// Cost of all runs for this locale; nil before the first.
    package var cost: CostFacts?
    package var terms: [TermFacts]
    /// Nil when no term occurs.
    package var names: NameCount?
    package var findingCounts: [FindingCount]
    /// The worst first, at most `Report.shownFindings`.
    package var findings: [UnitFinding]
    /// Units that could not be translated, at most `Report.shownFindings`.
    package var failures: [FailedUnit]
    /// What was said on reading the files: encodings, joined lines, refused entries.
    package var documentFindings: [Finding]
    /// Files that were written, relative to the project's folder.
    package var files: [String]

    package static let shownFindings = 200

    package enum State: String, Sendable, Codable {
        /// Every unit has a translation.
        case complete
        case incomplete
    }

    package struct Totals: Sendable, Codable {
        package var documents: Int
        package var chapters: Int
        package var units: Int
        package var characters: Int
        package var translated: Int
        package var reviewed: Int
        package var final: Int
        /// Tried and not translated.
        package var failed: Int
        package var errors: Int
        package var warnings: Int
    }

    package struct DocumentFacts: Sendable, Codable {
        package var path: String
        package var format: String
        package var title: String?
        package var encoding: String?
        package var chapters: [ChapterFacts]
    }

    /// One square of the chapter map.
    package struct ChapterFacts: Sendable, Codable {
        package var title: String
        package var units: Int
        package var characters: Int
        package var translated: Int
        package var reviewed: Int
        package var final: Int
        package var failed: Int
        package var errors: Int
        package var warnings: Int
    }

    package struct CostFacts: Sendable, Codable {
        package var runs: [RunFacts]
        /// Foreseen and counted, added over the runs.
        package var estimate: Cost
        package var actual: Cost
    }

    package struct RunFacts: Sendable, Codable {
        package var started: String
        package var engine: String
        package var status: RunOutcome.Status
        package var message: String?
        package var estimate: Cost
        package var actual: Cost
    }

    /// A term, with how often it was kept where its source form stands.
    package struct TermFacts: Sendable, Codable {
        package var source: String
        package var target: String
        package var kind: Term.Kind
        package var note: String?
        /// Translated units whose source holds the term.
        package var occurrences: Int
        /// Of these, the ones whose translation holds one of its target forms.
        package var kept: Int
        /// How the term was translated, the most frequent way first. Ways that it allows, and ways that it does not.
        package var ways: [Way] = []
    }

    /// One way in which a term was translated.
    package struct Way: Sendable, Codable {
        /// As it stands in the translations; empty where the term was left out or said in words that were not found.
        package var form: String
        package var isAllowed: Bool
        package var uses: Int
        /// Chapters in reading order, at most `Way.shown`; of an allowed way none are named.
        package var chapters: [Place]
        /// Keys of units, at most `Way.shown`; of an allowed way none are named.
        package var units: [String]

        package struct Place: Sendable, Codable {
            package var chapter: String
            package var uses: Int
        }

        package static let shown = 12
    }

    /// Over all terms: in how many units of the source a term stands, in how many of these it was kept.
    package struct NameCount: Sendable, Codable, Equatable {
        package var terms: Int
        package var uses: Int
        package var kept: Int

        package init(terms: Int, uses: Int, kept: Int) {
            self.terms = terms
            self.uses = uses
            self.kept = kept
        }

        init(_ facts: [TermFacts]) {
            let used = facts.filter { $0.occurrences > 0 }
            terms = used.count
            uses = used.reduce(0) { $0 + $1.occurrences }
            kept = used.reduce(0) { $0 + min($1.kept, $1.occurrences) }
        }

        /// For people: every name kept: 214 of 214 uses of 31 terms.
        package var sentence: String {
            let count = "\(kept) of \(uses) use\(uses == 1 ? "" : "s") of \(terms) term\(terms == 1 ? "" : "s")"
            return kept == uses ? "every name kept: \(count)" : "names kept: \(count); the report lists the others"
        }
    }
}
