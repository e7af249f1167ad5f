package import Storage
package import Text

/// How far a project is in one locale.
package struct Status: Sendable, Encodable {
    package var locale: LanguageTag
    package var units: Int
    package var translated: Int
    package var reviewed: Int
    package var final: Int
    /// Not yet translated.
    package var pending: Int
    /// Of these, tried without success.
    package var failed: Int
    package var errors: Int
    package var warnings: Int
    package var chapters: [Chapter]
    package var lastRun: LastRun?

    package struct Chapter: Sendable, Encodable {
        package var document: String
        package var title: String
        package var units: Int
        package var pending: Int
        package var failed: Int
    }

    package struct LastRun: Sendable, Encodable {
        package var engine: String
        /// ISO 8601, UTC.
        package var started: String
        package var status: RunOutcome.Status
        package var message: String?
        package var estimate: Cost
        package var actual: Cost
    }

    package init(_ project: Project, locale: LanguageTag) throws {
        let progress = try project.store.progress(locale: locale)
        func sum(_ part: (ChapterProgress) -> Int) -> Int { progress.reduce(0) { $0 + part($1) } }
        self.locale = locale
        units = sum(\.units)
        translated = sum(\.translated)
        reviewed = sum(\.reviewed)
        final = sum(\.final)
        pending = sum(\.pending)
        failed = sum(\.failed)
        errors = sum(\.errors)
        warnings = sum(\.warnings)
        chapters = progress.map {
            Chapter(
                document: $0.documentPath,
                title: $0.name,
                units: $0.units,
                pending: $0.pending,
                failed: $0.failed
            )
        }
        lastRun = try project.store.runs(locale: locale).first.map {
            LastRun(
                engine: $0.engine,
                started: ReportBuilder.time($0.started),
                status: $0.status,
                message: $0.message,
                estimate: $0.estimate,
                actual: $0.actual
            )
        }
    }
}
