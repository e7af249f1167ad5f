/// The bytes of a string in UTF-8, zero beyond its ends, with what every syntax asks of them.
struct PlaceholderText {
    private let bytes: UnsafeBufferPointer<UInt8>
    let count: Int

    /// Valid only as long as the buffer.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        count = bytes.count
    }

    subscript(index: Int) -> UInt8 {
        index >= 0 && index < count ? bytes[index] : 0
    }

    /// The bytes of a range, small letters for capitals: the name of a pair.
    func name(_ range: Range<Int>) -> [UInt8] {
        range.map { Self.isUpper(self[$0]) ? self[$0] | 0x20 : self[$0] }
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<count)])
    }

    /// The offset of the first `byte` from `start` on within `limit` bytes and the line; nil when there is none.
    func find(_ byte: UInt8, from start: Int, limit: Int) -> Int? {
        var index = start
        let end = min(count, start + limit)
        while index < end {
            let next = bytes[index]
            if next == byte { return index }
            if next == 0x0A || next == 0x0D { return nil }
            index += 1
        }
        return nil
    }

    /// The end of the run of bytes that pass from `start` on.
    func run(from start: Int, limit: Int = 128, while passes: (UInt8) -> Bool) -> Int {
        var index = start
        let end = min(count, start + limit)
        while index < end, passes(bytes[index]) { index += 1 }
        return index
    }

    /// Whether all bytes of the range are ASCII and none is a control character.
    func isPlainASCII(_ range: Range<Int>) -> Bool {
        range.allSatisfy { self[$0] >= 0x20 && self[$0] < 0x7F }
    }

    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F }
    static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) }
}
