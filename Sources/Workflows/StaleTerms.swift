internal import Memory
internal import Storage
package import Text

/// Terms that are not what they were when units were translated: a list that was edited leaves old translations behind.
package struct StaleTerms: Sendable {
    /// Source forms whose target is another one now, or that are new.
    package var forms: [String]
    /// Units that hold one of them, were translated before the change, and have none of the forms that count now.
    package var units: Int

    /// Earlier runs that are looked at; older translations count with the oldest of them.
    private static let mostRuns = 50

    /// Compares the terms of now with those that each translation was made with. Reads the book only when a term changed.
    package init(_ project: Project, terms: [Term], locale: LanguageTag) throws {
        (forms, units) = ([], 0)
        let runs = try project.store.runs(locale: locale).prefix(Self.mostRuns)
        guard !runs.isEmpty, !terms.isEmpty else { return }
        var changed: [Int64: Set<Beginning>] = [:]
        var memo: [[Term]: Set<Beginning>] = [:]
        for run in runs {
            let frozen = try project.store.terms(run: run.id)
            if let known = memo[frozen] {
                changed[run.id] = known
                continue
            }
            // A form may have one target after the other, each from its chapter on.
            var targets: [Beginning: String] = [:]
            for term in frozen { targets[Beginning(term)] = term.target }
            let differing = Set(terms.filter { targets[Beginning($0)] != $0.target }.map { Beginning($0) })
            memo[frozen] = differing
            changed[run.id] = differing
        }
        let all = changed.values.reduce(into: Set<Beginning>()) { $0.formUnion($1) }
        guard !all.isEmpty else { return }
        let book = TermBook(terms)
        let numbers = ChapterNumbers(try project.store.progress(locale: locale))
        var matcher = book.matcher(inChapter: nil)
        var chapter: Int64 = -1
        var finders: [Beginning: TermRewriter] = [:]
        for term in terms where all.contains(Beginning(term)) {
            finders[Beginning(term)] = TermRewriter(
                finding: [term.target] + term.alternatives + term.inflected,
                locale: locale
            )
        }
        var found: Set<String> = []
        var count = 0
        try project.store.forEachUnit(locale: locale) { unit in
            if unit.chapter != chapter {
                chapter = unit.chapter
                matcher = book.matcher(inChapter: numbers[chapter])
            }
            guard let translation = unit.translation, let run = unit.run, let forms = changed[run], !forms.isEmpty
            else {
                return
            }
            var isStale = false
            for term in matcher.terms(in: CollectionOfOne(unit.source.plain)) where forms.contains(Beginning(term)) {
                guard finders[Beginning(term)]?.holdsForm(translation.text.plain) == false else { continue }
                found.insert(term.source)
                isStale = true
            }
            if isStale { count += 1 }
        }
        units = count
        forms = terms.map(\.source).filter { found.contains($0) }
    }

    /// A form with the chapter from which it has its target.
    private struct Beginning: Hashable {
        var source: String
        var chapter: Int?

        init(_ term: Term) { (source, chapter) = (term.source, term.validFrom) }
    }
}
