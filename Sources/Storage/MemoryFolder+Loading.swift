internal import Glibc
internal import Memory
internal import Synchronization

extension MemoryFolder {
    /// What the folder holds. When its index is not there or is damaged, all is read from the records.
    static func load(_ path: String, isWritten: Bool) throws(StoreError) -> (MemoryRecordFile, State) {
        let records = try MemoryRecordFile("\(path)/\(recordsName)", isWritten: isWritten)
        var state = State()
        // Segments go away under a reader while another process joins them: the next manifest names others.
        for _ in 0..<10 {
            guard let manifest = try MemoryManifest.read(path) else { break }
            if let loaded = segments(of: manifest, in: path), manifest.indexed <= records.end {
                (state.segments, state.dead) = loaded
                state.manifest = manifest
                break
            }
            state.manifest.next = manifest.next
        }
        try replay(records, from: state.manifest.indexed, into: &state, isWritten: isWritten)
        return (records, state)
    }

    private static func segments(of manifest: MemoryManifest, in folder: String) -> ([MemorySegment], Set<Int>)? {
        var segments: [MemorySegment] = []
        for name in manifest.segments {
            guard let segment = MemoryFile.map("\(folder)/\(name)").flatMap({ MemorySegment($0) }) else { return nil }
            segments.append(segment)
        }
        guard let name = manifest.dead else { return (segments, []) }
        guard let bytes = MemoryFile.map("\(folder)/\(name)") else { return nil }
        var dead = Set<Int>(minimumCapacity: bytes.base.count / 8)
        for offset in stride(from: 0, to: bytes.base.count & ~7, by: 8) {
            dead.insert(Int(truncatingIfNeeded: bytes.base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        return (segments, dead)
    }

    /// Reads the records that no segment covers. What follows the last whole one was cut off by a crash; who writes takes it away.
    private static func replay(
        _ records: MemoryRecordFile,
        from start: Int,
        into state: inout State,
        isWritten: Bool
    ) throws(StoreError) {
        guard let mapped = records.mapped else { return }
        var offset = start
        while let range = RecordFrame.payload(at: offset, in: mapped.base) {
            switch MemoryRecord(UnsafeRawBufferPointer(rebasing: mapped.base[range])) {
            case .entry(let entry, let replaced):
                if let replaced { state.dead.insert(replaced) }
                state.tail.add(entry, place: offset)
            case .removal(let place): state.dead.insert(place)
            case nil: break
            }
            offset = range.upperBound
        }
        if isWritten, offset < records.end { try records.truncate(to: offset) }
    }

    /// Takes away what a crash has left: files that were not finished, or that the manifest never named.
    func removeStrayFiles() {
        let manifest = state.withLock { $0.manifest }
        let known = Set(manifest.segments + [manifest.dead].compactMap(\.self))
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let isOurs = name.hasSuffix(".part") || name.hasSuffix(".segment") || name.hasSuffix(".dead")
            if isOurs, !known.contains(name) { unlink("\(path)/\(name)") }
        }
    }
}
