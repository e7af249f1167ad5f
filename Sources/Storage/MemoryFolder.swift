internal import Dispatch
internal import Glibc
package import Memory
internal import Synchronization
package import Text

/// A memory that projects share: a folder `NAME.memory/` with a file of records that only grows, finished parts of an index that
/// are mapped, and a few entries in memory that no part holds yet.
///
/// One process writes, any number read; a reader sees the memory as it was when it opened it. An entry is in the hands of the system
/// when `add` returns, so that a crash of the process loses nothing, and on the disk after `sync`. docs/memory.md says the layout.
package final class MemoryFolder: Sendable {
    package let path: String
    let records: MemoryRecordFile
    let lock: MemoryLock?
    let state: Mutex<State>
    /// Turns entries in memory into parts of the index, and small parts into larger ones, one after the other.
    let work = DispatchQueue(label: "caravan.memory")

    struct State: Sendable {
        var manifest = MemoryManifest()
        var segments: [MemorySegment] = []
        /// Being turned into segments.
        var frozen: [MemoryTail] = []
        var tail = MemoryTail()
        /// Offsets of entries that do not count any more.
        var dead: Set<Int> = []
        /// What went wrong in the background.
        var failure: StoreError?

        var count: Int {
            segments.reduce(0) { $0 + $1.count } + frozen.reduce(0) { $0 + $1.count } + tail.count - dead.count
        }
    }

    /// Opens a memory to read it. Throws `.cannotOpen` when there is none.
    package convenience init(reading path: String) throws(StoreError) { try self.init(path, isWritten: false) }

    /// Opens a memory to write to it, or makes it. Throws `.busy` while another process writes to it.
    package convenience init(writing path: String) throws(StoreError) { try self.init(path, isWritten: true) }

    private init(_ path: String, isWritten: Bool) throws(StoreError) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        if isWritten {
            guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
                throw MemoryFile.failure("\(path) cannot be made")
            }
            lock = try MemoryLock(path)
        } else {
            guard access("\(path)/\(Self.recordsName)", R_OK) == 0 else {
                throw StoreError(
                    .cannotOpen,
                    "\(path) is no memory. Make one with `caravan memory import FILE --into \(path)`."
                )
            }
            lock = nil
        }
        let (records, state) = try Self.load(path, isWritten: isWritten)
        self.records = records
        self.state = Mutex(state)
        if isWritten {
            removeStrayFiles()
            settle()
        }
    }

    deinit {
        // Entries that no segment holds are read from the records by the next one who opens it.
        try? records.write(toDisk: false)
    }

    static let recordsName = "records"

    /// Number of entries.
    package var count: Int { state.withLock { $0.count } }

    // MARK: Lookup

    /// The best entries that are like a text: by rate, human first, newer first. `MemoryIndex.matches` says what is what.
    package func matches(
        for query: InlineText,
        threshold: Double,
        best: Int,
        from source: LanguageTag? = nil,
        to target: LanguageTag? = nil
    ) -> [MemoryMatch] {
        if MemorySegment.isTooLong(query) {
            let same = exact(query, from: source, to: target).prefix(max(0, best))
            return same.map { MemoryMatch(entry: $0, rate: 100, memory: path) }
        }
        let ranked = MemoryHit.ranked(hits(for: query, threshold: threshold, from: source, to: target))
        return MemoryMatch.best(best, of: ranked, memory: path) { entry(at: $0.place) }
    }

    private func hits(
        for query: InlineText,
        threshold: Double,
        from source: LanguageTag?,
        to target: LanguageTag?
    ) -> [MemoryHit] {
        let state = state.withLock { $0 }
        let symbols = TextSymbols.symbols(of: query)
        guard !symbols.isEmpty, symbols.count <= MemorySegment.longestSource else { return [] }
        var hits: [MemoryHit] = []
        for segment in state.segments {
            let serving = segment.serving(from: source, to: target)
            hits += segment.hits(symbols, threshold: threshold / 100, serving: serving)
        }
        for tail in state.frozen + [state.tail] {
            hits += tail.hits(symbols, threshold: threshold / 100, from: source, to: target)
        }
        return state.dead.isEmpty ? hits : hits.filter { !state.dead.contains($0.row.place) }
    }

    /// The entries whose source is the same, text and codes as they are written; human first, then newer.
    package func exact(
        _ query: InlineText,
        from source: LanguageTag? = nil,
        to target: LanguageTag? = nil
    ) -> [MemoryEntry] {
        let literal = query.literal
        let found = state.withLock { $0.rows(hash: MemoryEntry.exactHash(of: query), from: source, to: target) }
        return found.compactMap { row -> (MemoryHit, MemoryEntry)? in
            guard let entry = entry(at: row.place), entry.source.literal == literal else { return nil }
            return (MemoryHit(row: row, distance: 0, longer: 1), entry)
        }
        .sorted { $0.0.precedes($1.0) }.map(\.1)
    }

    func entry(at place: Int) -> MemoryEntry? {
        guard case .entry(let entry, _)? = records.record(at: place) else { return nil }
        return entry
    }
}

extension MemoryFolder.State {
    /// The rows that count and may have a hash.
    func rows(hash: UInt64, from source: LanguageTag?, to target: LanguageTag?) -> [MemoryRow] {
        var rows: [MemoryRow] = []
        for segment in segments {
            segment.forEachRow(hash: hash) { row in
                guard !dead.contains(row.place), row.pair < segment.pairs.count,
                    segment.pairs[row.pair].serves(from: source, to: target)
                else { return }
                rows.append(row)
            }
        }
        for tail in frozen + [tail] {
            tail.forEachRow(hash: hash) { row in
                if !dead.contains(row.place), tail.serves(row, from: source, to: target) { rows.append(row) }
            }
        }
        return rows
    }
}
