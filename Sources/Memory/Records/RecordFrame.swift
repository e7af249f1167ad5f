internal import Text

/// Records one behind the other in a file that only grows: length and checksum, each four bytes, little-endian, then the payload.
///
/// The checksum is FNV-1a of the payload, its halves folded. A record that was cut off by a crash has another one.
package enum RecordFrame {
    /// With what a file of records begins.
    package static let mark: [UInt8] = Array("CRVMREC1".utf8)
    /// Bytes before a payload.
    package static let headerSize = 8
    /// Payloads are shorter: 64 MB.
    package static let limit = 1 << 26

    /// Adds a record to bytes that will be written.
    package static func append(_ payload: [UInt8], to bytes: inout [UInt8]) {
        let length = UInt32(truncatingIfNeeded: payload.count)
        let check = payload.withUnsafeBytes { checksum($0) }
        withUnsafeBytes(of: length.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: check.littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: payload)
    }

    /// The bytes that a payload takes, without its header; nil where no whole record begins.
    ///
    /// - Parameter isChecked: whether the checksum is computed; without it, only the length is looked at.
    package static func payload(
        at offset: Int,
        in bytes: UnsafeRawBufferPointer,
        isChecked: Bool = true
    ) -> Range<Int>? {
        guard offset >= 0, offset <= bytes.count - headerSize else { return nil }
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        let start = offset + headerSize
        guard length > 0, length < limit, length <= bytes.count - start else { return nil }
        let range = start..<start + length
        guard isChecked else { return range }
        let check = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
        return checksum(UnsafeRawBufferPointer(rebasing: bytes[range])) == check ? range : nil
    }

    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var hash = StableHash()
        hash.combine(bytes: bytes.bindMemory(to: UInt8.self))
        return UInt32(truncatingIfNeeded: hash.value ^ (hash.value >> 32))
    }
}
