/// A 64-bit hash that is the same on every machine and in every run (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/),
/// for keys and fingerprints; not for secrets.
package struct StableHash: Sendable {
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package init(_ text: String) { combine(text) }

    package mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(bytes: $0) }
    }

    package mutating func combine(bytes: some Sequence<UInt8>) {
        // Other rooms cannot specialize this: a loop over a sequence that is not known costs ten times as much.
        if bytes.withContiguousStorageIfAvailable({ combine(bytes: $0) }) == nil {
            for byte in bytes { combine(byte) }
        }
    }

    package mutating func combine(bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes { combine(byte) }
    }

    private mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// Marks the end of a part, so that `ab` + `c` and `a` + `bc` differ.
    package mutating func separate() { combine(bytes: CollectionOfOne(0xFF)) }

    /// 16 hexadecimal digits.
    package var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
