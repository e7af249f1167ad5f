internal import Checks
internal import Memory
internal import Storage
package import Text

/// The translations of a project in one locale.
package struct ProjectInput: CheckInput {
    private let project: Project
    private let target: LanguageTag
    private let terms: [Term]
    private let now: Double

    /// - Parameters:
    ///   - terms: the approved terms of the project in the locale.
    ///   - now: seconds since 1970, for what is written.
    package init(_ project: Project, target: LanguageTag, terms: [Term], now: Double) {
        self.project = project
        self.target = target
        self.terms = terms
        self.now = now
    }

    package func forEachDocument(_ body: (CheckedDocument) throws -> Void) throws {
        let source = (try? project.sourceLocale()) ?? .simplifiedChinese
        let book = TermBook(terms)
        let progress = try project.store.progress(locale: target)
        let numbers = ChapterNumbers(progress)
        for stored in try project.store.documents() {
            var document = CheckedDocument(file: stored.path, source: source, target: target)
            for chapter in progress where chapter.document == stored.id {
                let matcher = book.matcher(inChapter: numbers[chapter.id])
                for unit in try project.store.units(chapter: chapter.id, locale: target) {
                    guard let translation = unit.translation else { continue }
                    let found = terms.isEmpty ? [] : matcher.terms(in: CollectionOfOne(unit.unit.source.plain))
                    document.pairs.append(
                        Pair(unit.unit, target: translation.text, source: source, locale: target, terms: found)
                    )
                    var isKept = translation.state == .reviewed || translation.state == .final
                    if case .human = translation.origin { isKept = true }
                    if isKept { document.kept.insert(unit.unit.key) }
                }
            }
            document.save = { texts in try save(texts, of: stored.path) }
            try body(document)
        }
    }

    /// As one change that can be taken back; states and origins stay.
    private func save(_ texts: [String: CheckedDocument.Mended], of path: String) throws {
        let lock = try project.lock()
        var changes: [TermbaseChange.UnitChange] = []
        try project.store.forEachUnit(locale: target) { unit in
            guard unit.document == path, let mended = texts[unit.key], let translation = unit.translationID else {
                return
            }
            changes.append(
                TermbaseChange.UnitChange(
                    unit: unit.id,
                    locale: target,
                    expected: translation,
                    action: .replace(mended.text, findings: mended.findings)
                )
            )
        }
        let summary = "Mended by the checks: \(changes.count) unit(s) of \(path)"
        try project.store.apply(TermbaseChange(summary: summary, decidedBy: "checks", units: changes), at: now)
        withExtendedLifetime(lock) {}
    }
}
