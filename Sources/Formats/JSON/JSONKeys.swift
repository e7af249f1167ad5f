/// Makes the keys of a document's units unique: the second unit of a name gets `.2`.
struct JSONKeys {
    // Open addressing over 64-bit hashes: a set of strings would cost more than the strings of a big file.
    private var table: [Int]
    private var count = 0
    private var repeats: [Int: Int] = [:]

    init(expecting units: Int = 16) {
        var size = 32
        while size < min(units, 1 << 20) * 3 / 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
    }

    /// The key itself the first time.
    mutating func unique(_ key: String) -> String {
        var key = key
        if key.withUTF8({ insert(UnsafeRawBufferPointer($0)) }) { return key }
        return numbered(key)
    }

    private mutating func numbered(_ key: String) -> String {
        var key = key
        let hash = key.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
        while true {
            let number = (repeats[hash] ?? 1) + 1
            repeats[hash] = number
            var candidate = "\(key).\(number)"
            if candidate.withUTF8({ insert(UnsafeRawBufferPointer($0)) }) { return candidate }
        }
    }

    /// Seeded anew in each run, so that no file can make its keys collide.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        let value = hasher.finalize()
        return value == 0 ? 1 : value
    }

    /// Whether the key is new.
    private mutating func insert(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if count * 3 >= table.count * 2 { grow() }
        guard place(Self.hash(bytes)) else { return false }
        count += 1
        return true
    }

    private mutating func place(_ hash: Int) -> Bool {
        let mask = table.count - 1
        var index = hash & mask
        while table[index] != 0 {
            if table[index] == hash { return false }
            index = (index + 1) & mask
        }
        table[index] = hash
        return true
    }

    private mutating func grow() {
        let old = table
        table = Array(repeating: 0, count: old.count * 2)
        for hash in old where hash != 0 { _ = place(hash) }
    }
}
