internal import Checks
internal import Text

/// Findings as SARIF 2.1.0, which code hosts show beside the lines of a change
/// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
package struct SARIFLog: Encodable, Sendable {
    let version = "2.1.0"
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
        case version, runs
        case schema = "$schema"
    }

    struct Text: Encodable { var text: String }

    struct Run: Encodable {
        var tool: Tool
        /// Columns count scalars, as ranges do.
        var columnKind = "unicodeCodePoints"
        var results: [Result]
    }

    struct Tool: Encodable {
        var driver: Driver

        struct Driver: Encodable {
            var name = "caravan"
            var semanticVersion: String
            var rules: [Rule]
        }
    }

    struct Rule: Encodable {
        var id: String
        var shortDescription: Text
        var defaultConfiguration: Configuration

        struct Configuration: Encodable { var level: String }
    }

    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int?
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]
    }

    struct Location: Encodable {
        var physicalLocation: Physical
        var logicalLocations: [Logical]?

        struct Physical: Encodable {
            var artifactLocation: Artifact
            var region: Region
        }

        struct Artifact: Encodable { var uri: String }
        struct Region: Encodable { var startLine: Int }

        struct Logical: Encodable {
            var name: String
            var kind = "resource"
        }
    }

    /// - Parameters:
    ///   - findings: those to be shown.
    ///   - version: of the program.
    package init(_ findings: [CheckedFinding], version: String) {
        var rules = CheckCatalog.checks.map { Self.rule($0.code, $0.asserts, $0.severity) }
        rules += CheckCatalog.bookChecks.map { Self.rule($0.code, $0.asserts, $0.severity) }
        let known = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var lines = FileLines()
        let results = findings.map { finding in
            Result(
                ruleId: finding.code,
                ruleIndex: known[finding.code],
                level: Self.level(finding.severity),
                message: Text(text: finding.message),
                locations: [
                    Location(
                        physicalLocation: .init(
                            artifactLocation: .init(uri: Self.uri(finding.file)),
                            region: .init(startLine: finding.line ?? lines.line(of: finding))
                        ),
                        logicalLocations: finding.id.map { [.init(name: $0)] }
                    )
                ],
                partialFingerprints: ["caravan/v1": finding.fingerprint]
            )
        }
        runs = [Run(tool: Tool(driver: .init(semanticVersion: version, rules: rules)), results: results)]
    }

    private static func rule(_ code: String, _ asserts: String, _ severity: Finding.Severity) -> Rule {
        Rule(id: code, shortDescription: Text(text: asserts), defaultConfiguration: .init(level: level(severity)))
    }

    private static func level(_ severity: Finding.Severity) -> String { severity.rawValue }

    /// A path as a relative reference (RFC 3986): what is neither letter, digit nor one of -._~/ is percent-encoded.
    private static func uri(_ path: String) -> String {
        var uri = ""
        for byte in path.utf8 {
            let isPlain =
                (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x2D, 0x2E, 0x5F, 0x7E, 0x2F].contains(byte)
            if isPlain {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return uri
    }
}

/// Looks for the line of a translation in its file, since formats do not say where a unit was.
private struct FileLines {
    private var file = ""
    private var bytes: [UInt8] = []

    mutating func line(of finding: CheckedFinding) -> Int {
        if finding.file != file {
            file = finding.file
            bytes = (try? Files.read(file)) ?? []
        }
        // The first piece without anything that a file escapes.
        let pieces = (finding.target ?? "").split { "\"'<>&\\\n\r\t".contains($0) }
        guard let piece = pieces.max(by: { $0.utf8.count < $1.utf8.count }), piece.utf8.count > 3 else { return 1 }
        let needle = Array(piece.utf8.prefix(80))
        guard let place = bytes.firstIndex(of: needle) else { return 1 }
        return 1 + bytes[..<place].count { $0 == 0x0A }
    }
}

extension [UInt8] {
    /// The offset of the first place of a piece; nil when it is not there.
    fileprivate func firstIndex(of needle: [UInt8]) -> Int? {
        guard let first = needle.first, count >= needle.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            (0...(bytes.count - needle.count)).first { start in
                bytes[start] == first && needle.indices.allSatisfy { bytes[start + $0] == needle[$0] }
            }
        }
    }
}
