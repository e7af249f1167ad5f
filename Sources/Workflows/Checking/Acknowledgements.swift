internal import FoundationEssentials
internal import Text

/// Findings that a person has seen and accepts, each with who and why, in a file that can be read and kept in git.
///
/// An entry holds the fingerprints of what it silenced, so a finding comes back when its source or target changes.
package struct Acknowledgements: Sendable, Codable {
    package var entries: [Entry] = []

    /// The name of the file in a project's folder.
    package static let fileName = "acknowledged.json"

    package struct Entry: Sendable, Codable {
        package var code: String
        package var file: String?
        package var unit: String?
        /// Source text that the units have.
        package var term: String?
        package var by: String
        package var why: String
        /// Seconds since 1970.
        package var at: Double
        package var fingerprints: [String]
    }

    /// What to acknowledge; parts that are nil take everything.
    package struct Choice: Sendable {
        package var code: String?
        package var file: String?
        package var unit: String?
        package var term: String?

        package init(code: String? = nil, file: String? = nil, unit: String? = nil, term: String? = nil) {
            self.code = code
            self.file = file
            self.unit = unit
            self.term = term
        }

        package var isEmpty: Bool { code == nil && file == nil && unit == nil && term == nil }

        func takes(_ finding: CheckedFinding) -> Bool {
            (code == nil || code == finding.code)
                && (file == nil || finding.file == file || finding.file.hasSuffix("/\(file ?? "")"))
                && (unit == nil || unit == finding.id) && (term.map { finding.source?.contains($0) ?? false } ?? true)
        }
    }

    package init() {}

    /// The entries of a file; none when it is not there.
    package init(file: String) throws(WorkflowError) {
        guard Files.exists(file) else { return }
        do {
            self = try JSONDecoder().decode(Acknowledgements.self, from: Data(try Files.read(file)))
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError(.file, "\(file) is no list of acknowledgements. Mend or delete it.", cause: error)
        }
    }

    package var fingerprints: Set<String> { Set(entries.flatMap(\.fingerprints)) }

    /// Adds an entry for each code among the findings that were chosen; the number of findings.
    package mutating func add(
        _ findings: [CheckedFinding],
        choice: Choice,
        by: String,
        why: String,
        at now: Double
    ) -> Int {
        let chosen = findings.filter(choice.takes)
        for code in Set(chosen.map(\.code)).sorted() {
            entries.append(
                Entry(
                    code: code,
                    file: choice.file,
                    unit: choice.unit,
                    term: choice.term,
                    by: by,
                    why: why,
                    at: now,
                    fingerprints: Set(chosen.filter { $0.code == code }.map(\.fingerprint)).sorted()
                )
            )
        }
        return chosen.count
    }

    package func write(to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Files.write([UInt8](try encoder.encode(self)) + [0x0A], to: file)
    }
}

/// The findings that were there at a point in time: what comes later is new.
package enum Baseline {
    /// The fingerprints of a file, one a line.
    package static func read(_ file: String) throws(WorkflowError) -> Set<String> {
        Set(try Files.readText(file).split(separator: "\n").map { String($0.prefix(16)) })
    }

    /// One line for each finding: its fingerprint, then for people its code and place.
    package static func write(_ findings: [CheckedFinding], to file: String) throws(WorkflowError) {
        let lines = Set(findings.map { "\($0.fingerprint) \($0.code) \($0.file) \($0.id ?? "")" }).sorted()
        try Files.write(lines.joined(separator: "\n") + "\n", to: file)
    }
}
