internal import FoundationEssentials
internal import Storage
internal import Text

/// Gathers the facts of a report from the project's state.
struct ReportBuilder {
    private let project: Project
    private let source: LanguageTag
    private let target: LanguageTag
    private let now: Timestamp

    init(_ project: Project, source: LanguageTag, target: LanguageTag, now: Timestamp) {
        self.project = project
        self.source = source
        self.target = target
        self.now = now
    }

    static func json(_ report: Report) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(report))
    }

    /// `findings` are those of writing the edition, beside what the state holds.
    func report(files: [String], findings: [Finding]) throws -> Report {
        let chapters = try project.store.progress(locale: target)
        let documents = try project.store.documents()
        let runs = try project.store.runs(locale: target)
        let pending = chapters.reduce(0) { $0 + $1.pending }
        let titles = try Titles(project, target: target, documents: documents)
        let byDocument = Dictionary(grouping: chapters, by: \.document)
        let terms = try termFacts(run: runs.first?.id, chapters: chapters)
        let names = Report.NameCount(terms)
        return Report(
            title: titles.title,
            originalTitle: titles.originalTitle,
            author: titles.author,
            source: source,
            target: target,
            written: Self.time(now),
            engine: runs.first?.engine ?? "none",
            state: pending == 0 ? .complete : .incomplete,
            totals: totals(documents.count, chapters),
            documents: documents.map { facts(of: $0, byDocument[$0.id] ?? []) },
            cost: cost(of: runs),
            terms: terms,
            names: names.terms > 0 ? names : nil,
            findingCounts: try project.store.findingCounts(locale: target),
            findings: try project.store.findings(locale: target, limit: Report.shownFindings),
            failures: try project.store.failures(locale: target, limit: Report.shownFindings),
            documentFindings: try project.store.documentFindings() + findings,
            files: files
        )
    }

    private func totals(_ documents: Int, _ chapters: [ChapterProgress]) -> Report.Totals {
        func sum(_ part: (ChapterProgress) -> Int) -> Int { chapters.reduce(0) { $0 + part($1) } }
        return Report.Totals(
            documents: documents,
            chapters: chapters.count,
            units: sum(\.units),
            characters: sum(\.characters),
            translated: sum(\.translated),
            reviewed: sum(\.reviewed),
            final: sum(\.final),
            failed: sum(\.failed),
            errors: sum(\.errors),
            warnings: sum(\.warnings)
        )
    }

    private func facts(of document: StoredDocument, _ chapters: [ChapterProgress]) -> Report.DocumentFacts {
        Report.DocumentFacts(
            path: document.path,
            format: document.format,
            title: document.title,
            encoding: document.encoding,
            chapters: chapters.map {
                Report.ChapterFacts(
                    title: $0.name,
                    units: $0.units,
                    characters: $0.characters,
                    translated: $0.translated,
                    reviewed: $0.reviewed,
                    final: $0.final,
                    failed: $0.failed,
                    errors: $0.errors,
                    warnings: $0.warnings
                )
            }
        )
    }

    private func cost(of runs: [RunRecord]) -> Report.CostFacts? {
        guard !runs.isEmpty else { return nil }
        var estimate = Cost()
        var actual = Cost()
        for run in runs {
            estimate += run.estimate.share(of: run.actual.units)
            actual += run.actual
        }
        return Report.CostFacts(
            runs: runs.map {
                Report.RunFacts(
                    started: Self.time($0.started),
                    engine: $0.engine,
                    status: $0.status,
                    message: $0.message,
                    estimate: $0.estimate,
                    actual: $0.actual
                )
            },
            estimate: estimate,
            actual: actual
        )
    }

    /// For each term of the last run that stands in a translated unit, what became of it. What the project itself has decided
    /// since then holds instead: a name that was changed in place is kept when the new one stands there.
    private func termFacts(run: Int64?, chapters: [ChapterProgress]) throws -> [Report.TermFacts] {
        guard let run else { return [] }
        let base = try Termbase(project, files: [])
        let decided = Set(
            base.entries().filter { $0.concept.status != .proposed }.flatMap { $0.concept.forms.map(\.text) }
        )
        let terms =
            try base.terms(locale: target) + project.store.terms(run: run).filter { !decided.contains($0.source) }
        var seams = SeamCheck(terms: terms, source: source, target: target)
        guard !seams.isEmpty else { return [] }
        let numbers = ChapterNumbers(chapters)
        for chapter in chapters where chapter.done > 0 {
            seams.add(
                try project.store.units(chapter: chapter.id, locale: target),
                of: chapter.name,
                number: numbers[chapter.id]
            )
        }
        return seams.facts()
    }

    /// ISO 8601 in UTC, to the second.
    static func time(_ timestamp: Timestamp) -> String {
        Date(timeIntervalSince1970: timestamp.rounded(.down)).formatted(.iso8601)
    }
}

extension Cost {
    /// What was foreseen for so many of the units, since a run may have been stopped.
    func share(of done: Int) -> Cost {
        guard units > 0, done < units else { return self }
        func part(_ whole: Int) -> Int { Int((Double(whole) * Double(done) / Double(units)).rounded()) }
        return Cost(
            units: done,
            characters: part(characters),
            requests: part(requests),
            inputTokens: part(inputTokens),
            cachedTokens: part(cachedTokens),
            outputTokens: part(outputTokens),
            seconds: seconds * Double(done) / Double(units),
            money: money.map { $0 * Double(done) / Double(units) },
            currency: currency
        )
    }

    static func += (left: inout Cost, right: Cost) {
        left.units += right.units
        left.characters += right.characters
        left.requests += right.requests
        left.inputTokens += right.inputTokens
        left.cachedTokens += right.cachedTokens
        left.outputTokens += right.outputTokens
        left.seconds += right.seconds
        if let money = right.money { left.money = (left.money ?? 0) + money }
        left.currency = left.currency ?? right.currency
    }
}
