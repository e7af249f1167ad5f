/// A trie over small numbers (one for each character of an alphabet) in one flat array, 8 bytes a node. The children of
/// a node lie side by side, hashed into a power of two of slots; those of the root lie at their own numbers. A byte and
/// five bits of the reader's own can hang at each node.
///
/// Double arrays, usual for such tries, grow to hundreds of megabytes with an alphabet of 12,000 characters, since wide
/// families rarely fit among one another.
struct CharacterTrie: Sendable {
    let nodes: [UInt64]
    /// The highest number that a key begins with.
    let roots: UInt16

    /// Fields of a node, from the lowest bit: number of the character (16), tag (8), size of the family (5 bits: 0 for
    /// none, else 1 + its binary logarithm), mark (5), slot of the family (30). 0 is a slot that nobody has.
    static func node(number: UInt16, tag: UInt8, mark: UInt8 = 0, sizeBits: Int?, family: Int) -> UInt64 {
        let size = sizeBits.map { UInt64($0 + 1) } ?? 0
        return UInt64(number) | UInt64(tag) << 16 | size << 24 | UInt64(mark & 0x1F) << 29 | UInt64(family) << 34
    }

    /// A place by hash among 2^`sizeBits`.
    @inline(__always)
    static func place(_ number: UInt16, sizeBits: UInt64) -> UInt64 {
        ((UInt64(number) &* 0x9E37_79B1) & 0xFFFF_FFFF) &>> (32 &- sizeBits)
    }

    /// A view for hot loops; valid inside `withReader`.
    struct Reader {
        let nodes: UnsafePointer<UInt64>
        let count: UInt64
        let roots: UInt16

        /// Slot of the root's child, or 0.
        @inline(__always)
        func first(_ number: UInt16) -> Int { number <= roots && nodes[Int(number)] != 0 ? Int(number) : 0 }

        /// Slot of the child, or 0. `slot` is not the root's.
        @inline(__always)
        func child(of slot: Int, _ number: UInt16) -> Int {
            let parent = nodes[slot]
            let size = (parent >> 24) & 0x1F
            guard size != 0 else { return 0 }
            let mask = (1 as UInt64) &<< (size &- 1) &- 1
            let family = parent >> 34
            // Slots of a file that was damaged may point anywhere.
            guard family &+ mask < count else { return 0 }
            let start = CharacterTrie.place(number, sizeBits: size &- 1)
            var step: UInt64 = 0
            repeat {
                let slot = Int(truncatingIfNeeded: family &+ ((start &+ step) & mask))
                let found = nodes[slot]
                if UInt16(truncatingIfNeeded: found) == number { return slot }
                if found == 0 { return 0 }
                step &+= 1
            } while step <= mask
            return 0
        }

        /// 0: no key ends here.
        @inline(__always)
        func tag(_ slot: Int) -> UInt8 { UInt8(truncatingIfNeeded: nodes[slot] >> 16) }

        /// Below 32.
        @inline(__always)
        func mark(_ slot: Int) -> UInt8 { UInt8(truncatingIfNeeded: nodes[slot] >> 29) & 0x1F }
    }

    @inline(__always)
    func withReader<Result>(_ body: (Reader) throws -> Result) rethrows -> Result {
        try nodes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress, buffer.count > Int(roots) else {
                return try withUnsafePointer(to: 0 as UInt64) {
                    try body(Reader(nodes: $0, count: 1, roots: 0))
                }
            }
            return try body(Reader(nodes: start, count: UInt64(buffer.count), roots: roots))
        }
    }
}
