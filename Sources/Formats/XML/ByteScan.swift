/// What is in a run of bytes that decides how it is read as text; eight bytes are looked at together.
struct ByteScan {
    private(set) var hasAmpersand = false
    private(set) var hasReturn = false
    private(set) var isASCII = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (ampersands, returns, all): (UInt64, UInt64, UInt64) = (0, 0, 0)
        var index = 0
        if let base = UnsafeRawPointer(bytes.baseAddress) {
            while index + 8 <= bytes.count {
                let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                ampersands |= Self.matches(word, 0x26)
                returns |= Self.matches(word, 0x0D)
                all |= word
                index += 8
            }
        }
        (hasAmpersand, hasReturn, isASCII) = (ampersands != 0, returns != 0, all & Self.high == 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x26 { hasAmpersand = true } else if byte == 0x0D { hasReturn = true }
            if byte >= 0x80 { isASCII = false }
            index += 1
        }
    }

    /// The offset of the first `byte` from `start` on, or the end of the bytes.
    static func index(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        if let base = UnsafeRawPointer(bytes.baseAddress) {
            while index + 8 <= bytes.count,
                matches(base.loadUnaligned(fromByteOffset: index, as: UInt64.self), byte) == 0
            {
                index += 8
            }
        }
        while index < bytes.count, bytes[index] != byte { index += 1 }
        return index
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Not zero where one of the eight bytes is `byte` (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord).
    private static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & high
    }
}
