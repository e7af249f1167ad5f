import Glibc

/// One conversion of the C library's iconv, opened once and closed with the object.
final class Iconv {
    private let handle: iconv_t

    /// Nil when the C library has no such conversion.
    init?(from source: String, to target: String) {
        guard let handle = iconv_open(target, source), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Converts the bytes and appends the result to `output`.
    ///
    /// Where the input cannot be converted, `repair` gets the offset and says what goes into the output and how many
    /// bytes (at least 1) of the input it stands for; nil ends the conversion. Returns whether it went to the end.
    @discardableResult
    func convert(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: inout [UInt8],
        repair: (Int) -> (put: [UInt8], skip: Int)?
    ) -> Bool {
        _ = iconv(handle, nil, nil, nil, nil)
        guard let base = input.baseAddress else { return true }
        // iconv's prototype asks for a mutable pointer but never writes through it (POSIX, iconv()).
        let start = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(to: CChar.self)
        output.reserveCapacity(output.count + input.count + input.count / 2)
        var offset = 0
        let room = min(65_536, max(64, input.count * 3))
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { chunk in
            while offset < input.count {
                var from: UnsafeMutablePointer<CChar>? = start + offset
                var fromLeft = input.count - offset
                var to = chunk.baseAddress
                var toLeft = room
                let result = iconv(handle, &from, &fromLeft, &to, &toLeft)
                let failure = result == -1 ? errno : 0
                output.append(
                    contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[..<(room - toLeft)])
                )
                offset = input.count - fromLeft
                if failure == 0 { return true }
                if failure == E2BIG { continue }
                guard let (put, skip) = repair(offset) else { return false }
                output += put
                offset += max(1, skip)
            }
            return true
        }
    }
}
