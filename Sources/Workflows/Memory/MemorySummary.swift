internal import Storage
package import Text

/// What memories hold, in numbers.
package struct MemorySummary: Sendable, Encodable {
    package var memory: String
    package var entries = 0
    /// By a person, or approved by one.
    package var human = 0
    /// Entries by pair of locales: `zh-Hans → en`.
    package var pairs: [String: Int] = [:]
    /// ISO 8601, UTC, of the last change of any.
    package var newest: String?
    /// Bytes on disk of its records, or of the file.
    package var bytes = 0
    package var findings: [Finding] = []

    /// Of a `.memory` folder without reading its entries, of anything else by reading it.
    package init(_ path: String, reading: Reading) throws {
        memory = path
        if path.hasSuffix(".memory") || path.hasSuffix(".memory/") {
            let summary = try MemoryFolder(reading: path).summary()
            (entries, human, pairs, bytes) = (summary.entries, summary.human, summary.pairs, summary.bytes)
            newest = summary.newest.map(MemoryLine.date)
            return
        }
        var file = MemoryEntryFile(path, reading: reading)
        var newest = -Double.infinity
        try file.read { entry in
            entries += 1
            if entry.isHuman { human += 1 }
            pairs["\(entry.sourceLocale) → \(entry.targetLocale)", default: 0] += 1
            newest = max(newest, entry.changed ?? -.infinity)
        }
        self.newest = newest.isFinite ? MemoryLine.date(newest) : nil
        bytes = Int(Files.status(path)?.size ?? 0)
        findings = file.findings
    }
}
