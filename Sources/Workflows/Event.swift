package import Storage
package import Text

/// What a workflow tells while it works; a command shows it as a progress line or as JSON lines.
package enum Event: Sendable {
    /// Reading files: how many of how many.
    case reading(done: Int, total: Int, file: String)
    case imported(documents: Int, changedDocuments: Int, change: ImportChange)
    case finding(Finding)
    case estimate(Cost)
    /// One sentence about what is going on: the engine is being started …
    case note(String)
    case progress(Progress)
    /// A part of the work on a film: `hearing`, `speaking` …, how much of how much is done.
    case stage(String, done: Int, total: Int)
    case wrote(path: String)

    /// How far a run is.
    package struct Progress: Sendable, Codable {
        /// Units of the run that are settled, translated or not.
        package var done: Int
        package var total: Int
        /// Of those settled, the ones left `initial`.
        package var failed: Int
        /// Seconds since the run began.
        package var elapsed: Double
        package var cost: Cost

        /// Units a second so far.
        package var rate: Double { elapsed > 0 ? Double(done) / elapsed : 0 }
        /// Seconds left at that rate; nil before the first unit.
        package var remaining: Double? { done > 0 && elapsed > 0 ? Double(total - done) / rate : nil }
    }
}

/// Where events go. Called from any thread, in no particular order for units of different chapters.
package typealias EventSink = @Sendable (Event) -> Void
