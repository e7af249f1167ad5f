package import Checks
internal import Text

/// Goes through documents with all checks, mends what is safe when asked, and leaves out what is acknowledged or known.
package struct CheckRun {
    package struct Options: Sendable {
        /// The checks to ask, by code; nil for all.
        package var only: Set<String>?
        /// Codes that are not asked for.
        package var without: Set<String> = []
        /// Texts that may stand in a translation as they are in the source.
        package var allowed: [String] = []
        /// The longest translation: characters, bytes of UTF-8, lines; nil for no limit.
        package var characters: Int?
        package var bytes: Int?
        package var lines: Int?
        /// The same in bytes of UTF-16 and of Shift-JIS.
        package var utf16: Int?
        package var shiftJIS: Int?
        /// The font that texts are shown in, nil when their width is not asked about.
        package var font: CheckFont?
        /// What is done with honorifics and old measures; nil when it is not asked about.
        package var honorifics: HonorificPolicy?
        package var measures: MeasurePolicy?
        /// Ask hunspell about words.
        package var spelling = false
        /// Mend what is safe to mend.
        package var fixes = false
        /// Fingerprints of findings that are not to be shown again.
        package var silenced: Set<String> = []

        /// Estimate the quality of every unit.
        package var estimates = false

        package init() {}

        func policy(spelling: SpellingFiles?) -> CheckPolicy {
            CheckPolicy(
                allowed: allowed,
                limits: TextLimits(
                    characters: characters,
                    utf8: bytes,
                    utf16: utf16,
                    shiftJIS: shiftJIS,
                    lines: lines
                ),
                font: font?.limits,
                spelling: spelling,
                honorifics: honorifics,
                measures: measures
            )
        }
    }

    /// What was found and done.
    package struct Result: Sendable {
        package var units = 0
        package var documents = 0
        /// Shown findings in the order of the texts.
        package var findings: [CheckedFinding] = []
        /// Findings that are acknowledged or in the baseline.
        package var silenced = 0
        /// Fixes that were made, by code.
        package var mended: [String: Int] = [:]
        /// How good each unit probably is, when it was asked for.
        package var estimates: [Estimate] = []
        /// Units with a fix that was not made, since a person wrote or reviewed them.
        package var left = 0
    }

    /// How good a translation probably is, from 0 to 100.
    package struct Estimate: Sendable, Encodable {
        package var file: String
        package var id: String
        package var quality: Int
    }

    private let options: Options
    private var suites: [String: CheckSuite] = [:]
    private var last: [String: CheckedDocument] = [:]
    package private(set) var result = Result()

    package init(_ options: Options) { self.options = options }

    /// Checks all documents of an input.
    package mutating func check(_ input: some CheckInput) throws {
        try input.forEachDocument { document in try check(document) }
    }

    /// Checks one document.
    package mutating func check(_ document: CheckedDocument) throws {
        let locales = "\(document.source) \(document.target)"
        var suite: CheckSuite
        if let made = suites[locales] { suite = made } else { suite = makeSuite(document) }
        result.documents += 1
        result.units += document.pairs.count
        var document = document
        for finding in document.findings where finding.severity > .note { keep(finding, in: document, at: nil) }
        if options.fixes { try mend(&document, with: suite) }
        var indexes: [String: Int] = [:]
        var found: [(index: Int?, finding: Finding)] = []
        for (index, pair) in document.pairs.enumerated() {
            indexes[pair.key] = index
            let findings = suite.read(pair)
            for finding in findings { found.append((index, finding)) }
            guard options.estimates else { continue }
            let quality = QualityEstimate.score(PairText(pair, context: suite.context), findings: findings)
            result.estimates.append(Estimate(file: document.file, id: pair.key, quality: quality))
        }
        for finding in suite.endDocument(document.file) {
            found.append((finding.place.unit.flatMap { indexes[$0] }, finding))
        }
        for entry in found.sorted(by: { ($0.index ?? .max) < ($1.index ?? .max) }) {
            keep(entry.finding, in: document, at: entry.index)
        }
        document.pairs = []
        document.save = nil
        last[locales] = document
        suites[locales] = suite
    }

    /// What is certain only after all documents.
    package mutating func finish() -> Result {
        for (locales, var suite) in suites.sorted(by: { $0.key < $1.key }) {
            guard let document = last[locales] else { continue }
            for finding in suite.endBook() { keep(finding, in: document, at: nil) }
        }
        suites = [:]
        return result
    }

    /// The checks for the locales of a document; says so where spelling was asked for and cannot be looked at.
    private mutating func makeSuite(_ document: CheckedDocument) -> CheckSuite {
        var spelling: SpellingFiles?
        let isAsked = options.spelling && codes.map { $0.contains(Spelling.code) } ?? true
        if isAsked, !document.target.joinsWithoutSpace {
            spelling = SpellingDictionaries().files(for: document.target)
            if spelling == nil {
                let finding = Finding(
                    Spelling.code,
                    .note,
                    "There is no dictionary of hunspell for \(document.target), so its words are not looked at. Install "
                        + "one, such as hunspell-en-us, or name its folder in CARAVAN_SPELLING."
                )
                keep(finding, in: document, at: nil)
            }
        }
        let policy = options.policy(spelling: spelling)
        return CheckSuite(
            CheckContext(source: document.source, target: document.target, policy: policy),
            only: codes
        )
    }

    private var codes: Set<String>? {
        guard options.only != nil || !options.without.isEmpty else { return nil }
        let all = CheckCatalog.checks.map { $0.code } + CheckCatalog.bookChecks.map { $0.code }
        return (options.only ?? Set(all)).subtracting(options.without)
    }

    private mutating func keep(_ finding: Finding, in document: CheckedDocument, at index: Int?) {
        let checked = CheckedFinding(finding, in: document, at: index)
        if options.silenced.contains(checked.fingerprint) {
            result.silenced += 1
        } else {
            result.findings.append(checked)
        }
    }

    private mutating func mend(_ document: inout CheckedDocument, with suite: CheckSuite) throws {
        guard let save = document.save else { return }
        let mender = SafeFix(suite)
        var texts: [String: CheckedDocument.Mended] = [:]
        for index in document.pairs.indices {
            let pair = document.pairs[index]
            guard suite.findings(in: pair).contains(where: { $0.fix != nil }) else { continue }
            let mended = mender.mend(pair)
            guard !mended.mended.isEmpty else { continue }
            if document.kept.contains(pair.key) {
                result.left += 1
                continue
            }
            for finding in mended.mended { result.mended[finding.code, default: 0] += 1 }
            texts[pair.key] = CheckedDocument.Mended(text: mended.target, findings: mended.findings)
            document.pairs[index].target = mended.target
        }
        if !texts.isEmpty { try save(texts) }
    }
}
