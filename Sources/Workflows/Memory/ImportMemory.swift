package import Storage
package import Text

/// Takes files into a memory that projects share.
package struct ImportMemory {
    private let reading: Reading

    package init(_ reading: Reading) { self.reading = reading }

    package struct Result: Sendable, Encodable {
        package var memory: String
        /// Entries in it now.
        package var entries = 0
        package var added = 0
        package var updated = 0
        package var unchanged = 0
        /// Units of the files that gave no entry.
        package var skipped = 0
        package var findings: [Finding] = []
    }

    /// - Parameters:
    ///   - path: the folder, whose name ends in `.memory`; it is made when it is not there.
    ///   - now: the date of entries whose file says none; nil leaves them without.
    package func run(files: [String], into path: String, now: Timestamp?, events: EventSink) throws -> Result {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard path.hasSuffix(".memory") else {
            throw WorkflowError(
                .wrongUse,
                "\(path): a memory is a folder whose name ends in .memory. Write --into \(path).memory."
            )
        }
        for file in files where Files.isSame(file, path) {
            throw WorkflowError(.wrongUse, "\(file) cannot be taken into itself.")
        }
        // A file that is not there must not leave an empty memory behind.
        for file in files where !Files.exists(file) { throw WorkflowError(.file, "\(file) is not there.") }
        let memory = try MemoryFolder(writing: path)
        var result = Result(memory: path)
        for (number, name) in files.enumerated() {
            var file = MemoryEntryFile(name, reading: reading)
            var count = 0
            var shown = -1
            func show(_ part: Double) {
                let percent = Int(part * 100)
                guard percent > shown else { return }
                shown = percent
                let what = "\(name), \(count) entries, \(percent) %"
                events(.reading(done: number, total: files.count, file: what))
            }
            try file.read(progress: show) { entry in
                var entry = entry
                entry.changed = entry.changed ?? now
                count += 1
                switch try memory.add(entry, isBulk: true) {
                case .added: result.added += 1
                case .updated: result.updated += 1
                case .unchanged: result.unchanged += 1
                }
            }
            if let header = file.header { try MemoryHeader.keep(header, in: path) }
            result.findings += file.findings
            result.skipped += file.skipped
        }
        try memory.sync()
        result.entries = memory.count
        return result
    }
}
