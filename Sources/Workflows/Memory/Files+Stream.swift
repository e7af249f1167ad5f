internal import Glibc

extension Files {
    /// The first bytes of a file.
    static func head(_ path: String, count: Int) throws(WorkflowError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = Glibc.read(descriptor, &bytes, count)
        guard got >= 0 else { throw unreadable(path) }
        return Array(bytes[..<got])
    }

    /// Reads a file in parts of 4 MB, with how much of it is read, from 0 to 1. The last part may be empty.
    static func stream(_ path: String, _ body: ([UInt8], Double, _ isLast: Bool) throws -> Void) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        let size = Double(max(1, status(path)?.size ?? 1))
        var done = 0.0
        while true {
            var failure: Int32 = 0
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 22) { buffer, count in
                while count < buffer.count {
                    let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    guard got > 0 else { break }
                    count += got
                }
            }
            guard failure == 0 else {
                errno = failure
                throw unreadable(path)
            }
            done += Double(part.count)
            let isLast = part.count < 1 << 22
            try body(part, min(1, done / size), isLast)
            if isLast { return }
        }
    }

    private static func unreadable(_ path: String) -> WorkflowError {
        WorkflowError(.file, "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
}
