internal import Dispatch
internal import Memory
internal import Synchronization
package import Text

/// What became of an entry that was put in.
package enum MemoryChange: String, Sendable, Codable {
    case added
    /// The same source and target were there; now they are newer, or by a person, or something is known that was not.
    case updated
    case unchanged
}

extension MemoryFolder {
    /// Entries in memory before they become a segment.
    static let tailLimit = 1024
    /// Symbols in memory, in all, while many entries are put in: some 100 MB.
    static let bulkSymbols = 24_000_000
    static let bulkLimit = 1_000_000

    /// Puts an entry in, or brings one with the same source, target and locales up to date.
    ///
    /// - Parameter isBulk: one of very many, as of a file: it is with the system only after `sync`, and larger parts are made.
    @discardableResult
    package func add(_ entry: MemoryEntry, isBulk: Bool = false) throws(StoreError) -> MemoryChange {
        guard lock != nil else { throw notWritable }
        var isFull = false
        let change = try state.withLock { state throws(StoreError) -> MemoryChange in
            if let failure = state.failure { throw failure }
            let known = place(of: entry, in: state)
            var entry = entry
            if let known {
                entry = Self.merged(entry, into: known.entry)
                if entry == known.entry { return .unchanged }
            }
            let record = MemoryRecord.entry(entry, replacing: known?.place)
            let place = try records.append(record.payload, isHeld: isBulk)
            if let known { state.dead.insert(known.place) }
            state.tail.add(entry, place: place)
            isFull =
                isBulk
                ? state.tail.symbolCount >= Self.bulkSymbols || state.tail.count >= Self.bulkLimit
                : state.tail.count >= Self.tailLimit
            return known == nil ? .added : .updated
        }
        if isFull { freeze(waiting: isBulk) }
        return change
    }

    /// Takes an entry with the same source, target and locales out; false when there is none.
    @discardableResult
    package func remove(_ entry: MemoryEntry) throws(StoreError) -> Bool {
        guard lock != nil else { throw notWritable }
        return try state.withLock { state throws(StoreError) -> Bool in
            guard let known = place(of: entry, in: state) else { return false }
            _ = try records.append(MemoryRecord.removal(of: known.place).payload, isHeld: false)
            state.dead.insert(known.place)
            return true
        }
    }

    /// Brings everything to the disk, and waits for what is done in the background.
    package func sync() throws(StoreError) {
        guard lock != nil else { return }
        try records.write(toDisk: true)
        let isLarge = state.withLock { $0.tail.count >= Self.tailLimit }
        if isLarge { freeze(waiting: false) }
        work.sync {}
        try state.withLock { state throws(StoreError) in
            if let failure = state.failure { throw failure }
        }
    }

    private var notWritable: StoreError { StoreError(.failed, "\(path) was opened to be read only.") }

    private func place(of entry: MemoryEntry, in state: borrowing State) -> (place: Int, entry: MemoryEntry)? {
        let (source, target) = (entry.source.literal, entry.target.literal)
        let hash = MemoryEntry.exactHash(of: entry.source)
        for row in state.rows(hash: hash, from: entry.sourceLocale, to: entry.targetLocale) {
            guard let known = self.entry(at: row.place), known.sourceLocale == entry.sourceLocale,
                known.targetLocale == entry.targetLocale, known.target.literal == target,
                known.source.literal == source
            else { continue }
            return (row.place, known)
        }
        return nil
    }

    /// The newer of two, or a person's; what it does not know is taken from the other one.
    private static func merged(_ new: MemoryEntry, into old: MemoryEntry) -> MemoryEntry {
        let isNewer =
            new.isHuman == old.isHuman ? (new.changed ?? -.infinity) > (old.changed ?? -.infinity) : new.isHuman
        var merged = isNewer ? new : old
        let other = isNewer ? old : new
        merged.before = merged.before ?? other.before
        merged.after = merged.after ?? other.after
        merged.key = merged.key ?? other.key
        merged.document = merged.document ?? other.document
        merged.note = merged.note ?? other.note
        merged.changed = merged.changed ?? other.changed
        return merged
    }
}
