internal import Checks
package import Text

/// A finding with its file, its unit and the texts that it speaks of.
package struct CheckedFinding: Sendable, Encodable {
    /// The file that the translation stands in.
    package var file: String
    /// Line in the file, from 1, where it is known.
    package var line: Int?
    /// Key of the unit, or what a table says its id is; nil for what is said of a file.
    package var id: String?
    package var code: String
    package var severity: Finding.Severity
    package var message: String
    package var locale: LanguageTag
    /// Scalar offsets in `source` as it stands in the file, codes included: first and the one after the last.
    package var sourceRange: [Int]?
    /// The same in `target`.
    package var targetRange: [Int]?
    package var source: String?
    package var target: String?
    /// The target as a safe fix would leave it.
    package var fixed: String?
    /// The same for the same finding in the same texts, whatever else changes; 16 hexadecimal digits.
    package var fingerprint: String

    init(_ finding: Finding, in document: CheckedDocument, at index: Int?) {
        let pair = index.map { document.pairs[$0] }
        file = finding.place.file ?? document.file
        line = finding.place.line ?? index.flatMap { $0 < document.lines.count ? document.lines[$0] : nil }
        id = finding.place.unit
        code = finding.code
        severity = finding.severity
        message = finding.message
        locale = document.target
        source = pair?.source.literal
        target = pair?.target.literal
        if let pair {
            sourceRange = finding.place.sourceRange.map { Self.bounds(pair.source.literalRange(plain: $0)) }
            targetRange = finding.place.range.map { Self.bounds(pair.target.literalRange(plain: $0)) }
            fixed = finding.fix.flatMap { pair.target.applying($0)?.literal }
        }
        var hash = StableHash(finding.code)
        for part in [file, id ?? "", locale.description, source ?? "", target ?? finding.message] {
            hash.separate()
            hash.combine(part)
        }
        fingerprint = hash.hex
    }

    private static func bounds(_ range: Range<Int>) -> [Int] { [range.lowerBound, range.upperBound] }
}
