internal import Dispatch
internal import Glibc
internal import Memory
internal import Synchronization

/// Segments come from the entries in memory, and larger ones from eight of about the same size, so that there are few of them and
/// each entry is written a few times only (P. O'Neil and others, The log-structured merge-tree, 1996).
extension MemoryFolder {
    static let fanOut = 8
    /// Larger ones are not joined: it would take long and help little.
    static let largestSegment = 2_000_000

    /// Sets the entries in memory apart and has them turned into a segment.
    ///
    /// - Parameter waiting: until those before them are done, so that memory stays bounded.
    func freeze(waiting: Bool) {
        if waiting { work.sync {} }
        let end = state.withLock { state -> Int? in
            guard state.tail.count > 0 else { return nil }
            state.frozen.append(state.tail)
            state.tail = MemoryTail()
            return records.end
        }
        guard let end else { return }
        work.async {
            self.attempt { () throws(StoreError) in
                try self.flush(upTo: end)
                try self.merge()
            }
        }
    }

    /// Turns many entries that the last one has left in memory into segments.
    func settle() {
        let isLarge = state.withLock { $0.tail.count >= Self.tailLimit }
        if isLarge { freeze(waiting: false) }
    }

    private func attempt(_ body: () throws(StoreError) -> Void) {
        do { try body() } catch {
            state.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// Turns the first of the frozen entries into a segment.
    private func flush(upTo end: Int) throws(StoreError) {
        let (tail, dead, name) = state.withLock { state in
            (state.frozen.first, state.dead, Self.newName(&state, "segment"))
        }
        guard let tail else { return }
        try records.write(toDisk: false)
        records.remap()
        // An entry that is not written into the segment is forgotten with the tail; those of segments stay dead.
        let builder = tail.builder(without: dead)
        let dropped = tail.places.intersection(dead)
        let segment = try write(builder, as: name)
        try change { state in
            state.frozen.removeFirst()
            state.dead.subtract(dropped)
            state.manifest.indexed = end
            if let segment {
                state.segments.append(segment)
                state.manifest.segments.append(name)
            }
        }
    }

    /// Joins segments of about the same size until there are few.
    private func merge() throws(StoreError) {
        while let group = state.withLock({ Self.mergeable($0.segments) }) {
            let (segments, dead, name) = state.withLock { state in
                (group.map { state.segments[$0] }, state.dead, Self.newName(&state, "segment"))
            }
            var builder = MemorySegmentBuilder()
            var dropped: Set<Int> = []
            for segment in segments {
                for number in 0..<segment.count {
                    let place = segment.row(number).place
                    guard !dead.contains(place), let entry = entry(at: place) else {
                        dropped.insert(place)
                        continue
                    }
                    builder.add(entry, place: place)
                }
            }
            let joined = try write(builder, as: name)
            var gone: [String] = []
            try change { state in
                gone = group.map { state.manifest.segments[$0] }
                for index in group.reversed() {
                    state.segments.remove(at: index)
                    state.manifest.segments.remove(at: index)
                }
                if let joined {
                    state.segments.append(joined)
                    state.manifest.segments.append(name)
                }
                state.dead.subtract(dropped)
            }
            for name in gone { unlink("\(path)/\(name)") }
        }
    }

    /// Indexes of segments of one size class that are to be joined.
    private static func mergeable(_ segments: [MemorySegment]) -> [Int]? {
        var classes: [Int: [Int]] = [:]
        for (index, segment) in segments.enumerated() {
            var (size, level) = (segment.count / tailLimit, 0)
            while size >= fanOut {
                size /= fanOut
                level += 1
            }
            classes[level, default: []].append(index)
        }
        for level in classes.keys.sorted() {
            guard let group = classes[level], group.count >= fanOut else { continue }
            let first = Array(group.prefix(fanOut))
            if first.reduce(0, { $0 + segments[$1].count }) <= largestSegment { return first }
        }
        return nil
    }

    private static func newName(_ state: inout State, _ ending: String) -> String {
        defer { state.manifest.next += 1 }
        return "\(state.manifest.next).\(ending)"
    }

    /// Nil for a builder without entries.
    private func write(_ builder: consuming MemorySegmentBuilder, as name: String) throws(StoreError) -> MemorySegment?
    {
        guard builder.count > 0 else { return nil }
        let file = "\(path)/\(name)"
        let finished = builder
        try MemoryFile.write(file) { write in try finished.write(write) }
        guard let segment = MemoryFile.map(file).flatMap({ MemorySegment($0) }) else {
            throw StoreError(.failed, "\(file) cannot be read back. See that the disk is sound.")
        }
        return segment
    }

    /// Changes what belongs to the memory, on disk first.
    private func change(_ body: (inout State) -> Void) throws(StoreError) {
        var new = state.withLock { $0 }
        let oldDead = new.manifest.dead
        body(&new)
        // What put an entry in the place of a dead one must not get lost where the manifest does not.
        try records.write(toDisk: true)
        let name = new.dead.isEmpty ? nil : Self.newName(&new, "dead")
        if let name {
            let places = new.dead.sorted().map(UInt64.init)
            try MemoryFile.write("\(path)/\(name)") { write in try places.withUnsafeBytes(write) }
        }
        new.manifest.dead = name
        try new.manifest.write(path)
        let manifest = new.manifest
        state.withLock { state in
            // Entries may have been put in and taken out meanwhile.
            body(&state)
            state.manifest = manifest
        }
        if let oldDead { unlink("\(path)/\(oldDead)") }
    }
}
