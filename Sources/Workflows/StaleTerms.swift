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
        var changed: [Int64: Set<String>] = [:]
        var memo: [[Term]: Set<String>] = [:]
        for run in runs {
            let frozen = try project.store.terms(run: run.id)
            if let known = memo[frozen] {
                changed[run.id] = known
                continue
            }
            var targets: [String: String] = [:]
            for term in frozen { targets[term.source] = term.target }
            let differing = Set(terms.filter { targets[$0.source] != $0.target }.map(\.source))
            memo[frozen] = differing
            changed[run.id] = differing
        }
        let all = changed.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        guard !all.isEmpty else { return }
        let book = TermBook(terms)
        let numbers = ChapterNumbers(try project.store.progress(locale: locale))
        var matcher = book.matcher(inChapter: nil)
        var chapter: Int64 = -1
        var finders: [String: TermRewriter] = [:]
        for term in terms where all.contains(term.source) {
            finders[term.source] = TermRewriter(
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
            for term in matcher.terms(in: CollectionOfOne(unit.source.plain)) where forms.contains(term.source) {
                guard finders[term.source]?.holdsForm(translation.text.plain) == false else { continue }
                found.insert(term.source)
                isStale = true
            }
            if isStale { count += 1 }
        }
        units = count
        forms = terms.map(\.source).filter { found.contains($0) }
    }
}
