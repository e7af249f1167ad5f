internal import Checks
internal import Memory
internal import Storage
package import Text

/// Holds the terms against the translations as they are now.
package struct CheckTerms {
    private let project: Project
    private let terms: [Term]
    private let source: LanguageTag
    private let target: LanguageTag

    package init(_ project: Project, terms: [Term], source: LanguageTag, target: LanguageTag) {
        self.project = project
        self.terms = terms
        self.source = source
        self.target = target
    }

    package struct Result: Sendable, Encodable {
        package var locale: LanguageTag
        /// Units with a translation and a term.
        package var units = 0
        /// Places in these units where a term is, each term counted once a unit.
        package var uses = 0
        package var kept = 0
        /// Findings by code.
        package var counts: [String: Int] = [:]
        package var terms: [Line] = []
        package var findings: [Located] = []

        package var isClean: Bool { counts.isEmpty }
    }

    /// How often a term is used and kept.
    package struct Line: Sendable, Encodable {
        package var source: String
        package var target: String
        package var uses: Int
        package var kept: Int
    }

    package struct Located: Sendable, Encodable {
        package var document: String
        package var chapter: String
        package var key: String
        package var code: String
        package var message: String
        package var source: String
        package var target: String
    }

    /// Codes of the checks that speak of terms.
    private static let codes: Set = ["term-missing", "term-forbidden", "name-variant"]

    package func run() throws -> Result {
        let book = TermBook(terms)
        let numbers = ChapterNumbers(try project.store.progress(locale: target))
        var matcher = book.matcher(inChapter: nil)
        let checks = Verification.checks.filter { Self.codes.contains($0.code) }
        var result = Result(locale: target)
        var uses: [String: (uses: Int, kept: Int)] = [:]
        guard !terms.isEmpty else { return result }
        var chapter: Int64 = -1
        try project.store.forEachUnit(locale: target) { unit in
            if unit.chapter != chapter {
                chapter = unit.chapter
                matcher = book.matcher(inChapter: numbers[chapter])
            }
            guard let translation = unit.translation else { return }
            let found = matcher.terms(in: CollectionOfOne(unit.source.plain))
            guard !found.isEmpty else { return }
            var pair = Pair(
                source: unit.source,
                target: translation.text,
                sourceLocale: source,
                targetLocale: target,
                key: unit.key
            )
            result.units += 1
            for term in found {
                pair.terms = [term]
                let findings = checks.flatMap { $0.findings(in: pair) }
                uses[term.source, default: (0, 0)].uses += 1
                result.uses += 1
                if !findings.contains(where: { $0.code != "term-forbidden" }) {
                    uses[term.source]?.kept += 1
                    result.kept += 1
                }
                for finding in findings {
                    result.counts[finding.code, default: 0] += 1
                    result.findings.append(
                        Located(
                            document: unit.document,
                            chapter: unit.chapterTitle ?? "",
                            key: unit.key,
                            code: finding.code,
                            message: finding.message,
                            source: unit.source.plain,
                            target: translation.text.plain
                        )
                    )
                }
            }
        }
        result.terms = terms.compactMap { term in
            uses.removeValue(forKey: term.source).map {
                Line(source: term.source, target: term.target, uses: $0.uses, kept: $0.kept)
            }
        }
        return result
    }
}
