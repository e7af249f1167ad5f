/// Makes a `CharacterTrie`: takes keys in any order into one hashed table, then lays families side by side.
struct CharacterTrieBuilder {
    /// Values of keys by node; 0 where no key ends. Node 0 is the root.
    private(set) var values: [UInt32] = [0]
    private var parents: [UInt32] = [0]
    private var numbers: [UInt16] = [0]
    /// Open addressing: parent and number → node; 0 is a free place.
    private var keys: [UInt64]
    private var homes: [UInt32]

    /// `expected`: about how many nodes will come.
    init(expected: Int = 64) {
        var size = 64
        while size < expected * 2, size < 1 << 26 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        homes = [UInt32](repeating: 0, count: size)
        values.reserveCapacity(expected)
        parents.reserveCapacity(expected)
        numbers.reserveCapacity(expected)
    }

    /// The node of a key, made when it is not there. Numbers are from 1.
    mutating func node(_ key: UnsafeBufferPointer<UInt16>) -> Int {
        var node: UInt32 = 0
        for number in key { node = child(of: node, number) }
        return Int(node)
    }

    mutating func setValue(_ value: UInt32, at node: Int) { values[node] = value }

    private mutating func child(of parent: UInt32, _ number: UInt16) -> UInt32 {
        let key = UInt64(parent) << 16 | UInt64(number)
        let mask = homes.count - 1
        var place = Self.hash(key) & mask
        while homes[place] != 0 {
            if keys[place] == key { return homes[place] }
            place = (place + 1) & mask
        }
        let node = UInt32(values.count)
        values.append(0)
        parents.append(parent)
        numbers.append(number)
        keys[place] = key
        homes[place] = node
        if values.count * 4 > homes.count * 3 { grow() }
        return node
    }

    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }

    private mutating func grow() {
        let size = homes.count * 2
        keys = [UInt64](repeating: 0, count: size)
        homes = [UInt32](repeating: 0, count: size)
        for node in 1..<values.count {
            let key = UInt64(parents[node]) << 16 | UInt64(numbers[node])
            var place = Self.hash(key) & (size - 1)
            while homes[place] != 0 { place = (place + 1) & (size - 1) }
            keys[place] = key
            homes[place] = UInt32(node)
        }
    }

    /// The trie, and for each node its slot. `tag` gives the byte of a node from its value, `mark` its five bits.
    func build(
        tag: (UInt32) -> UInt8,
        mark: (Int) -> UInt8 = { _ in 0 }
    ) -> (trie: CharacterTrie, slots: [UInt32]) {
        let count = values.count
        // Children of each node, side by side (counting sort by parent).
        var starts = [Int](repeating: 0, count: count + 1)
        for node in 1..<max(1, count) { starts[Int(parents[node]) + 1] += 1 }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var cursor = starts
        var children = [UInt32](repeating: 0, count: max(0, count - 1))
        for node in 1..<max(1, count) {
            let parent = Int(parents[node])
            children[cursor[parent]] = UInt32(node)
            cursor[parent] += 1
        }
        var roots: UInt16 = 0
        for place in 0..<starts[1] { roots = max(roots, numbers[Int(children[place])]) }
        var sizes = [UInt8](repeating: 0, count: count)
        var families = [Int](repeating: 0, count: count)
        var end = Int(roots) + 1
        for node in 1..<max(1, count) where starts[node + 1] > starts[node] {
            let size = Self.sizeBits(starts[node + 1] - starts[node])
            sizes[node] = UInt8(size) + 1
            families[node] = end
            end += 1 << size
        }
        var nodes = [UInt64](repeating: 0, count: end)
        var slots = [UInt32](repeating: 0, count: count)
        // In the order of parents, so that a family lies near those of its siblings.
        for place in 0..<children.count {
            let node = Int(children[place])
            let parent = Int(parents[node])
            var slot = Int(numbers[node])
            if parent != 0 {
                let mask = 1 << (Int(sizes[parent]) - 1) - 1
                var step = Int(CharacterTrie.place(numbers[node], sizeBits: UInt64(sizes[parent] - 1)))
                while nodes[families[parent] + step] != 0 { step = (step + 1) & mask }
                slot = families[parent] + step
            }
            slots[node] = UInt32(slot)
            nodes[slot] = CharacterTrie.node(
                number: numbers[node],
                tag: values[node] == 0 ? 0 : tag(values[node]),
                mark: values[node] == 0 ? 0 : mark(node),
                sizeBits: sizes[node] == 0 ? nil : Int(sizes[node]) - 1,
                family: families[node]
            )
        }
        return (CharacterTrie(nodes: nodes, roots: roots), slots)
    }

    /// Small families fill their slots, larger ones leave a third free, so that a miss ends soon.
    private static func sizeBits(_ children: Int) -> Int {
        let least = children <= 4 ? children : children + children / 2
        var bits = 0
        while 1 << bits < least { bits += 1 }
        return bits
    }
}
