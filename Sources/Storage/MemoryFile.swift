internal import Glibc
internal import Memory

/// Files of a memory's folder: mapped, written beside and renamed, locked.
enum MemoryFile {
    /// A file's bytes as the system maps them; nil when it is not there, cannot be read, or is empty.
    static func map(_ path: String) -> IndexBytes? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return map(descriptor, count: size(of: descriptor))
    }

    /// The first bytes of an open file.
    static func map(_ descriptor: Int32, count: Int) -> IndexBytes? {
        guard count > 0, let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
            return nil
        }
        return IndexBytes(UnsafeRawBufferPointer(start: base, count: count)) { bytes in
            if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
        }
    }

    static func size(of descriptor: Int32) -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes a file beside its place, brings it to the disk and renames it: it is there as a whole or not at all.
    static func write(
        _ path: String,
        _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws(StoreError) {
        let beside = "\(path).part"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("\(path) cannot be written") }
        do {
            defer { close(descriptor) }
            var buffer: [UInt8] = []
            buffer.reserveCapacity(1 << 20)
            try body { bytes in
                buffer.append(contentsOf: bytes)
                guard buffer.count >= 1 << 20 else { return }
                try append(buffer, to: descriptor, path: path)
                buffer.removeAll(keepingCapacity: true)
            }
            try append(buffer, to: descriptor, path: path)
            guard fdatasync(descriptor) == 0 else { throw failure("\(path) cannot be written") }
        } catch {
            unlink(beside)
            throw (error as? StoreError) ?? failure("\(path) cannot be written")
        }
        guard rename(beside, path) == 0 else { throw failure("\(path) cannot be written") }
    }

    /// Writes all bytes at the end of an open file.
    static func append(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(StoreError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("\(path) cannot be written") }
            start += count
        }
    }

    /// The error of the last call of the system.
    static func failure(_ what: String) -> StoreError {
        if errno == ENOSPC || errno == EDQUOT {
            return StoreError(.full, "\(what): the disk is full. Make room and try again; nothing kept is lost.")
        }
        return StoreError(.failed, "\(what): \(String(cString: strerror(errno))).")
    }
}

/// The right to write to a memory; the system frees it when the process ends, however it ends.
final class MemoryLock: Sendable {
    private let descriptor: Int32

    init(_ folder: String) throws(StoreError) {
        descriptor = open("\(folder)/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MemoryFile.failure("\(folder) cannot be written") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreError(.busy, "Another process writes to \(folder). Wait for it, or stop it and try again.")
        }
    }

    deinit { close(descriptor) }
}
