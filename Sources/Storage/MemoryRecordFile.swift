internal import Glibc
internal import Memory
internal import Synchronization

/// The file of a memory's records: read by offset, appended to by the one who writes.
final class MemoryRecordFile: Sendable {
    private let path: String
    private let descriptor: Int32
    private let state: Mutex<State>

    private struct State {
        var mapped: IndexBytes?
        /// Bytes that the file has, and those that are to be written behind them.
        var size: Int
        var pending: [UInt8] = []
    }

    /// Opens the file; for a writer it is made when it is not there.
    init(_ path: String, isWritten: Bool) throws(StoreError) {
        self.path = path
        descriptor = open(path, (isWritten ? O_RDWR | O_CREAT | O_APPEND : O_RDONLY) | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MemoryFile.failure("\(path) cannot be opened") }
        var size = MemoryFile.size(of: descriptor)
        if isWritten, size < RecordFrame.mark.count {
            // A new file, or one that a crash cut off in its first bytes.
            ftruncate(descriptor, 0)
            try MemoryFile.append(RecordFrame.mark, to: descriptor, path: path)
            size = RecordFrame.mark.count
        }
        state = Mutex(State(mapped: MemoryFile.map(descriptor, count: size), size: size))
        let isRecords = state.withLock { $0.mapped?.base.starts(with: RecordFrame.mark) ?? (size == 0) }
        guard isRecords else {
            throw StoreError(
                .cannotOpen,
                "\(path) holds no records of a memory. Put a copy from a backup in its place."
            )
        }
    }

    deinit { close(descriptor) }

    /// Offset behind the last record.
    var end: Int { state.withLock { $0.size + $0.pending.count } }

    /// The bytes of the file as they were when it was mapped.
    var mapped: IndexBytes? { state.withLock { $0.mapped } }

    /// Cuts the file behind its last whole record.
    func truncate(to end: Int) throws(StoreError) {
        guard ftruncate(descriptor, off_t(end)) == 0 else { throw MemoryFile.failure("\(path) cannot be cut") }
        state.withLock { state in
            state.mapped = MemoryFile.map(descriptor, count: end)
            state.size = end
        }
    }

    /// Maps what was written since.
    func remap() {
        state.withLock { state in
            guard (state.mapped?.base.count ?? 0) < state.size else { return }
            state.mapped = MemoryFile.map(descriptor, count: state.size)
        }
    }

    /// Adds a record and returns its offset. It is in the hands of the system on return, unless `isHeld`: then the next
    /// call of `write` or enough of them bring it there.
    func append(_ payload: [UInt8], isHeld: Bool) throws(StoreError) -> Int {
        guard payload.count < RecordFrame.limit else {
            throw StoreError(.failed, "A text of \(payload.count >> 20) MB is too long for a memory. Leave it out.")
        }
        return try state.withLock { state throws(StoreError) in
            let offset = state.size + state.pending.count
            RecordFrame.append(payload, to: &state.pending)
            if !isHeld || state.pending.count >= 1 << 20 { try write(&state) }
            return offset
        }
    }

    /// Hands what is held to the system, and to the disk if asked.
    func write(toDisk: Bool) throws(StoreError) {
        try state.withLock { state throws(StoreError) in try write(&state) }
        guard !toDisk || fdatasync(descriptor) == 0 else { throw MemoryFile.failure("\(path) cannot be written") }
    }

    private func write(_ state: inout State) throws(StoreError) {
        guard !state.pending.isEmpty else { return }
        do {
            try MemoryFile.append(state.pending, to: descriptor, path: path)
        } catch {
            // Half a record must not stand in the way of the next one.
            ftruncate(descriptor, off_t(state.size))
            state.pending = []
            throw error
        }
        state.size += state.pending.count
        state.pending.removeAll(keepingCapacity: true)
    }

    /// The record at an offset; nil for what is damaged.
    func record(at offset: Int) -> MemoryRecord? {
        withPayload(at: offset) { MemoryRecord($0) } ?? nil
    }

    private func withPayload<Value>(at offset: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
        let mapped = state.withLock { state -> IndexBytes? in
            if offset >= state.size { try? write(&state) }
            return state.mapped
        }
        if let mapped, let range = RecordFrame.payload(at: offset, in: mapped.base) {
            return withExtendedLifetime(mapped) { body(UnsafeRawBufferPointer(rebasing: mapped.base[range])) }
        }
        var head = [UInt8](repeating: 0, count: RecordFrame.headerSize + 1024)
        let got = pread(descriptor, &head, head.count, off_t(offset))
        guard got > RecordFrame.headerSize else { return nil }
        let length = head.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
        guard length < RecordFrame.limit else { return nil }
        let whole = RecordFrame.headerSize + length
        if whole > got {
            head += [UInt8](repeating: 0, count: max(0, whole - head.count))
            guard pread(descriptor, &head, whole, off_t(offset)) == whole else { return nil }
        }
        return head.withUnsafeBytes { bytes in
            let record = UnsafeRawBufferPointer(rebasing: bytes[..<min(whole, bytes.count)])
            return RecordFrame.payload(at: 0, in: record).map { body(UnsafeRawBufferPointer(rebasing: record[$0])) }
        }
    }
}
