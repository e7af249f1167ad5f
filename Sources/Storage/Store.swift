package import Text

/// What a project keeps: documents, units, translations with their history, runs and their cost.
///
/// Every write is one transaction: after a crash each call is there as a whole or not at all.
package protocol Store: Sendable {
    // Documents
    func documents() throws(StoreError) -> [StoredDocument]
    /// Puts a document in the place of an earlier version of the same path. Units are matched by key: the same key with
    /// the same source keeps its translation; with another source it falls back to `initial`; a key that is no longer
    /// there is kept out of the way with its history, and comes back when the key does.
    func put(_ document: IncomingDocument, at now: Timestamp) throws(StoreError) -> ImportChange
    /// Takes the documents at these paths out of the project; their history stays.
    func remove(paths: [String]) throws(StoreError)
    /// Gives a document another path, when its file was renamed; its units and translations go with it.
    func rename(path: String, to new: String) throws(StoreError)
    /// Puts the documents into this order.
    func arrange(paths: [String]) throws(StoreError)
    /// Whether no document holds a unit.
    func isEmpty() throws(StoreError) -> Bool
    func documentFindings() throws(StoreError) -> [Finding]

    // Units
    func progress(locale: LanguageTag) throws(StoreError) -> [ChapterProgress]
    /// The units of a chapter in order, each with its newest translation in the locale.
    func units(chapter: Int64, locale: LanguageTag) throws(StoreError) -> [StoredUnit]
    /// Newest translations of a document by unit key, untranslated units left out.
    func texts(document: Int64, locale: LanguageTag) throws(StoreError) -> [String: InlineText]
    /// Units that could not be translated, with their reasons, in reading order.
    func failures(locale: LanguageTag, limit: Int) throws(StoreError) -> [FailedUnit]
    /// Findings of the newest translations, the worst first, with source and target.
    func findings(locale: LanguageTag, limit: Int) throws(StoreError) -> [UnitFinding]
    func findingCounts(locale: LanguageTag) throws(StoreError) -> [FindingCount]
    /// The units with a key, one for each document that has it, with all that is known of them.
    func records(unit key: String, locale: LanguageTag) throws(StoreError) -> [UnitRecord]
    /// A number that changes with every write that may change an edition in the locale.
    func revision(locale: LanguageTag) throws(StoreError) -> Int64

    // Runs
    func beginRun(_ run: RunStart) throws(StoreError) -> Int64
    /// Keeps the results of one batch and what it cost. A human's text, and text that is reviewed or final, stays.
    func save(_ results: [UnitResult], exchanges: [Exchange], run: Int64, at now: Timestamp) throws(StoreError)
    func endRun(_ run: Int64, outcome: RunOutcome, at now: Timestamp) throws(StoreError)
    /// The runs for a locale, newest first.
    func runs(locale: LanguageTag) throws(StoreError) -> [RunRecord]
    /// The frozen terms of a run.
    func terms(run: Int64) throws(StoreError) -> [Term]

    // Terms
    /// The concepts of the termbase in the order in which they were put in.
    func concepts() throws(StoreError) -> [Concept]
    /// Changes the termbase and the units that it concerns, in one transaction, and keeps what is needed to undo it. Nothing
    /// is changed when a unit has another translation than the change expects: `.outdated`.
    @discardableResult
    func apply(_ change: TermbaseChange, at now: Timestamp) throws(StoreError) -> TermbaseChangeRecord
    /// Takes back the last change that is not undone: concepts as they were, and units as they were unless they have been
    /// translated or edited since. Nil when there is none.
    func undoTermbaseChange(at now: Timestamp) throws(StoreError) -> TermbaseChangeRecord?
    /// The changes, newest first.
    func termbaseChanges(limit: Int) throws(StoreError) -> [TermbaseChangeRecord]
    /// Hands over the units of all documents in reading order with their newest translation in a locale, one at a time.
    func forEachUnit(locale: LanguageTag, _ body: (UnitInBook) throws -> Void) throws(StoreError)

    // Memory
    /// Hands over every translation that is kept, one at a time: the newest of each unit in reading order, those of units and
    /// documents that are gone after them, then those whose unit has another source now.
    func forEachMemory(
        source: LanguageTag,
        target: LanguageTag,
        _ body: (StoredMemory) throws -> Void
    ) throws(StoreError)

    // Small values: fingerprints of what was written.
    func value(_ name: String) throws(StoreError) -> String?
    func setValue(_ value: String?, for name: String) throws(StoreError)
}

/// Seconds since 1970, passed in by the caller so that tests need no clock.
package typealias Timestamp = Double

/// Why the store could not do it.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case cannotOpen, newerVersion, full, failed
        /// Another process writes to it.
        case busy
        /// What a change was planned for is no longer so.
        case outdated
    }

    package var code: Code
    package var message: String
    package var cause: (any Error)?

    package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package var description: String { message }
}
