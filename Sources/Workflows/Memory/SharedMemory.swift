internal import FoundationEssentials
internal import Memory
internal import Storage
package import Text

/// A memory that was named by its path, opened to be asked: a `.memory` folder as it lies, anything else read into memory. Of a very big
/// TMX file a folder is made for as long as it is asked, so that it takes no more memory than a small one.
package final class SharedMemory: Sendable {
    package let path: String
    package let findings: [Finding]
    private let content: Content
    /// To be taken away at the end.
    private let temporary: String?

    private enum Content: Sendable {
        case folder(MemoryFolder)
        case index(MemoryIndex)
    }

    /// Bytes from which on a TMX file is not read into memory.
    private static let largest = 200 << 20

    package init(_ path: String, reading: Reading) throws {
        self.path = path
        if path.hasSuffix(".memory") || path.hasSuffix(".memory/") {
            content = .folder(try MemoryFolder(reading: path))
            findings = []
            temporary = nil
            return
        }
        var file = MemoryEntryFile(path, reading: reading)
        if (Files.status(path)?.size ?? 0) > Self.largest, MemoryEntryFile.isTMX(path) {
            let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString).memory")
                .path
            let memory = try MemoryFolder(writing: folder)
            temporary = folder
            try file.read { try memory.add($0, isBulk: true) }
            try memory.sync()
            content = .folder(memory)
        } else {
            var entries: [MemoryEntry] = []
            try file.read { entries.append($0) }
            content = .index(MemoryIndex(entries, name: path))
            temporary = nil
        }
        findings = file.findings
    }

    deinit {
        if let temporary { try? FileManager.default.removeItem(atPath: temporary) }
    }

    package var count: Int {
        switch content {
        case .folder(let folder): folder.count
        case .index(let index): index.count
        }
    }

    func matches(
        for query: InlineText,
        threshold: Double,
        best: Int,
        from: LanguageTag?,
        to: LanguageTag?
    ) -> [MemoryMatch] {
        switch content {
        case .index(let index):
            return index.matches(for: query, threshold: threshold, best: best, from: from, to: to)
        case .folder(let folder):
            let matches = folder.matches(for: query, threshold: threshold, best: best, from: from, to: to)
            return matches.map { MemoryMatch(entry: $0.entry, rate: $0.rate, memory: path) }
        }
    }

    /// Hands over the entries in which all words are, until `body` says false.
    func search(
        _ concordance: Concordance,
        from: LanguageTag?,
        to: LanguageTag?,
        _ body: (MemoryEntry, Concordance.Places) throws -> Bool
    ) rethrows {
        switch content {
        case .folder(let folder): try folder.search(concordance, from: from, to: to, body)
        case .index(let index):
            for entry in index.entries {
                var (source, target) = (entry.source.text, entry.target.text)
                let places = source.withUTF8 { source in
                    target.withUTF8 { target in
                        concordance.places(
                            source: UnsafeRawBufferPointer(source),
                            target: UnsafeRawBufferPointer(target)
                        )
                    }
                }
                guard let places,
                    LocalePair(source: entry.sourceLocale, target: entry.targetLocale).serves(from: from, to: to)
                else { continue }
                guard try body(entry, places) else { return }
            }
        }
    }
}
