internal import Formats
internal import FoundationEssentials
package import Storage
internal import Text

/// Brings the project's state up to the files on disk: new, changed and gone documents and units.
package struct Import: Sendable {
    let project: Project
    let events: EventSink
    let now: Timestamp

    package init(_ project: Project, now: Timestamp, events: @escaping EventSink) {
        self.project = project
        self.now = now
        self.events = events
    }

    package struct Result: Sendable {
        package var change = ImportChange()
        /// Files that could not be read; nothing of them is in the edition unless an earlier state is.
        package var refused: [String] = []
    }

    /// Reads what changed since the last time, by size and time of change, then by content. A file that cannot be read is
    /// a finding and keeps its earlier state; when no file at all can be read the error of the first is thrown.
    @discardableResult
    package func run() throws -> Result {
        let scan = try InputScan(project)
        let known = Dictionary(uniqueKeysWithValues: try project.store.documents().map { ($0.path, $0) })
        // Files are read again when they would be read otherwise than the last time.
        let manner = project.manner
        let isSameManner = try project.store.value("manner") == manner
        let paths = Set(scan.files.map(\.name))
        var missing = Dictionary(
            known.values.filter { !paths.contains($0.path) && !$0.fingerprint.isEmpty }.map {
                ($0.fingerprint, $0.path)
            },
            uniquingKeysWith: { first, _ in first }
        )
        var result = Result()
        var changedDocuments = 0
        var firstError: (any Error)?
        scan.findings.forEach { events(.finding($0)) }
        for (position, file) in scan.files.enumerated() {
            guard let status = Files.status(file.path) else { continue }
            let old = known[file.name]
            if isSameManner, let old, old.size == status.size, old.modified == status.modified, !old.fingerprint.isEmpty
            {
                continue
            }
            events(.reading(done: position, total: scan.files.count, file: file.name))
            do {
                let bytes = try Files.read(file.path)
                // A file that is gone under one name and there under another was renamed.
                if known[file.name] == nil, !missing.isEmpty,
                    let old = missing.removeValue(forKey: Project.fingerprint(of: bytes))
                {
                    try project.store.rename(path: old, to: file.name)
                }
                result.change += try put(bytes, of: file, status: status, position: position)
                changedDocuments += 1
            } catch  where error is FormatError || error is WorkflowError {
                if (error as? FormatError)?.code == .unknownFormat, file.name.contains("/") {
                    events(.finding(skipped(file.name)))
                    continue
                }
                if firstError == nil { firstError = error }
                result.refused.append(file.name)
                let message = (error as? FormatError)?.message ?? (error as? WorkflowError)?.message ?? "\(error)"
                events(.finding(Finding("file-refused", .error, message, at: .init(file: file.name))))
            }
        }
        if !isSameManner { try project.store.setValue(manner, for: "manner") }
        let gone = try project.store.documents().map(\.path).filter { !paths.contains($0) }
        if !gone.isEmpty {
            try project.store.remove(paths: gone)
            for path in gone {
                events(
                    .finding(
                        Finding(
                            "file-gone",
                            .warning,
                            "The file is no longer there; its translations are kept.",
                            at: .init(file: path)
                        )
                    )
                )
            }
        }
        let stored = try project.store.documents()
        if stored.isEmpty, let firstError { throw firstError }
        if !stored.isEmpty, try project.store.isEmpty() {
            throw WorkflowError(.wrongUse, "There is no text in \(scan.files.map(\.name).joined(separator: ", ")).")
        }
        let order = scan.files.map(\.name)
        if stored.map(\.path) != order.filter(Set(stored.map(\.path)).contains) {
            try project.store.arrange(paths: order)
        }
        events(.imported(documents: stored.count, changedDocuments: changedDocuments, change: result.change))
        return result
    }

    private func skipped(_ file: String) -> Finding {
        let message = "By its content this file is of no format that is known; it is left alone."
        return Finding("file-skipped", .note, message, at: .init(file: file))
    }

    private func put(
        _ bytes: [UInt8],
        of file: InputScan.File,
        status: (size: Int64, modified: Double),
        position: Int
    ) throws -> ImportChange {
        var document = try project.reading.read(bytes, file: file.name).document
        for index in document.units.indices {
            let source = document.units[index].source
            for (locale, existing) in document.units[index].existing {
                document.units[index].existing[locale]?.text = existing.text.aligned(to: source)
            }
        }
        document.findings.forEach { events(.finding($0)) }
        return try project.store.put(
            IncomingDocument(
                path: file.name,
                format: document.format,
                size: status.size,
                modified: status.modified,
                fingerprint: Project.fingerprint(of: bytes),
                position: position,
                title: document.details.title,
                author: document.details.author,
                encoding: document.details.encoding,
                language: document.details.language?.description,
                chapters: document.chapters.map {
                    IncomingDocument.Chapter(key: $0.key, title: $0.title, units: document.units[$0.units])
                },
                findings: document.findings
            ),
            at: now
        )
    }
}

extension Project {
    /// Changes when the settings want files to be read otherwise.
    var manner: String {
        var hash = StableHash()
        let targets = knownTargets.map(\.description).sorted()
        let options = [settings.inputEncoding ?? "", settings.source?.description ?? "", settings.format ?? ""]
        for part in options + targets + settings.placeholders.map(\.rawValue).sorted() + settings.patterns {
            hash.combine(part)
            hash.separate()
        }
        for rule in settings.formats { hash.combine(rule.mark) }
        return "2 \(hash.hex)"
    }

    static func fingerprint(of bytes: [UInt8]) -> String {
        var hash = StableHash()
        hash.combine(bytes: bytes)
        return hash.hex
    }
}
