import CZlib

/// Raw DEFLATE (RFC 1951) and CRC-32 on zlib: the one place that talks to it.
enum Deflate {
    enum Failure: Error {
        /// The data is no DEFLATE stream, or it is damaged.
        case corrupt
        /// The data ends before the stream does.
        case truncated
        /// There is more in it than it was said to hold.
        case tooLong
    }

    /// Inflates a raw stream that must hold no more than `size` bytes. Memory grows with what really comes out, not with
    /// what was declared.
    static func inflate(_ input: ArraySlice<UInt8>, size: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .corrupt
        }
        defer { inflateEnd(&stream) }
        // One byte more than allowed, so that a longer stream shows itself.
        let limit = size + 1
        var output = [UInt8](repeating: 0, count: min(limit, 4 * input.count + 1024))
        var input = Array(input)
        let inputCount = input.count
        var read = 0
        var written = 0
        while true {
            if written == output.count {
                guard written < limit else { throw .tooLong }
                output.append(contentsOf: repeatElement(0, count: min(limit - written, output.count)))
            }
            let space = min(output.count - written, 1 << 30)
            let given = min(inputCount - read, 1 << 30)
            let status = input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    stream.next_in = source.baseAddress.map { $0 + read }
                    stream.avail_in = UInt32(given)
                    stream.next_out = target.baseAddress.map { $0 + written }
                    stream.avail_out = UInt32(space)
                    return CZlib.inflate(&stream, Z_NO_FLUSH)
                }
            }
            let consumed = given - Int(stream.avail_in)
            let produced = space - Int(stream.avail_out)
            read += consumed
            written += produced
            if status == Z_STREAM_END { break }
            guard status == Z_OK || status == Z_BUF_ERROR else { throw .corrupt }
            if consumed == 0, produced == 0 { throw .truncated }
        }
        guard written <= size else { throw .tooLong }
        output.removeLast(output.count - written)
        return output
    }

    /// Deflates into a raw stream at zlib's default level. The same bytes give the same stream with the same zlib.
    static func deflate(_ input: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        let ready = deflateInit2_(
            &stream,
            Z_DEFAULT_COMPRESSION,
            Z_DEFLATED,
            -MAX_WBITS,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            size
        )
        precondition(ready == Z_OK, "zlib could not start: out of memory or the wrong version")
        defer { deflateEnd(&stream) }
        precondition(input.count < Int(UInt32.max), "an entry of 4 GB or more")
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        var input = input
        let inputCount = input.count
        let outputCount = output.count
        // deflateBound gives room for all of it in one call.
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(inputCount)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(outputCount)
                return CZlib.deflate(&stream, Z_FINISH)
            }
        }
        precondition(status == Z_STREAM_END, "zlib did not finish")
        output.removeLast(Int(stream.avail_out))
        return output
    }

    /// CRC-32 as ZIP uses it (ISO 3309).
    static func crc32(_ bytes: some Collection<UInt8>) -> UInt32 {
        func sum(_ buffer: UnsafeBufferPointer<UInt8>) -> UInt32 {
            UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
        }
        // An empty buffer may have no address, which zlib takes for a request of the start value: also 0.
        return bytes.withContiguousStorageIfAvailable(sum) ?? Array(bytes).withUnsafeBufferPointer(sum)
    }
}
