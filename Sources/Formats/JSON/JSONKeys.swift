/// Makes the keys of a document's units unique: the second unit of a name gets `.2`.
struct JSONKeys {
    private var seen: Set<String> = []
    private var repeats: [String: Int] = [:]

    /// The key itself the first time.
    mutating func unique(_ key: String) -> String {
        if seen.insert(key).inserted { return key }
        while true {
            let number = (repeats[key] ?? 1) + 1
            repeats[key] = number
            let candidate = "\(key).\(number)"
            if seen.insert(candidate).inserted { return candidate }
        }
    }

    /// The same for what several keys begin with: neither it nor one of them may be there.
    mutating func unique(_ key: String, suffixes: [String]) -> String {
        var candidate = key
        while seen.contains(candidate) || suffixes.contains(where: { seen.contains(candidate + $0) }) {
            let number = (repeats[key] ?? 1) + 1
            repeats[key] = number
            candidate = "\(key).\(number)"
        }
        seen.insert(candidate)
        for suffix in suffixes { seen.insert(candidate + suffix) }
        return candidate
    }
}

/// Finds out whether any of very many keys comes twice, from their hashes alone and in the order of memory: a set of a
/// million strings would cost more than reading them.
struct JSONKeyHashes {
    private var hashes: [UInt64] = []

    init(expecting count: Int) { hashes.reserveCapacity(count) }

    /// Seeded anew in each run, so that no file can make its keys collide.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        hashes.append(UInt64(bitPattern: Int64(hasher.finalize())))
    }

    mutating func add(_ key: String) {
        var key = key
        key.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// True where a key comes twice, and hardly ever (once in 2⁶⁴ pairs) where none does.
    consuming func hasRepeats() -> Bool {
        // Parted by their first bits into heaps that fit the nearest memory, then sorted heap by heap.
        let shift: UInt64 = 52
        var ends = [Int](repeating: 0, count: 1 << 12)
        for hash in hashes { ends[Int(hash >> shift)] += 1 }
        var sum = 0
        for index in ends.indices { (ends[index], sum) = (sum, sum + ends[index]) }
        var sorted = [UInt64](repeating: 0, count: hashes.count)
        for hash in hashes {
            sorted[ends[Int(hash >> shift)]] = hash
            ends[Int(hash >> shift)] += 1
        }
        var start = 0
        for end in ends {
            sorted[start..<end].sort()
            for index in start..<end where index > start && sorted[index] == sorted[index - 1] { return true }
            start = end
        }
        return false
    }
}
