/// Splits a stream of server-sent events into their data (WHATWG HTML, "Server-sent events"), however it is cut into
/// pieces. Comments and other fields are passed over; lines end with LF or CRLF.
struct EventStream {
    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false

    /// Takes a piece and hands out the data of each event that is complete.
    mutating func feed(_ piece: UnsafeRawBufferPointer, _ event: (UnsafeBufferPointer<UInt8>) -> Void) {
        var start = 0
        while start < piece.count {
            let rest = UnsafeRawBufferPointer(rebasing: piece[start...])
            guard let end = rest.firstIndex(of: 0x0A) else {
                line.append(contentsOf: rest)
                return
            }
            line.append(contentsOf: rest[..<end])
            start += end + 1
            if line.last == 0x0D { line.removeLast() }
            endLine(event)
            line.removeAll(keepingCapacity: true)
        }
    }

    /// The stream is over: hands out an event that misses its blank line.
    mutating func finish(_ event: (UnsafeBufferPointer<UInt8>) -> Void) {
        if !line.isEmpty { endLine(event) }
        line = []
        endLine(event)
    }

    private mutating func endLine(_ event: (UnsafeBufferPointer<UInt8>) -> Void) {
        if line.isEmpty {
            if hasData { data.withUnsafeBufferPointer(event) }
            data.removeAll(keepingCapacity: true)
            hasData = false
        } else if line.starts(with: Self.field) {
            if hasData { data.append(0x0A) }
            let start = Self.field.count
            data.append(contentsOf: line[(line.count > start && line[start] == 0x20 ? start + 1 : start)...])
            hasData = true
        }
    }

    private static let field = Array("data:".utf8)
}
