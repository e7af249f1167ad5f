/// A fixed set of words in UTF-8, found by their first character.
struct WordTable: Sendable {
    private var words: [UInt32: [[UInt8]]] = [:]
    private let longest: Int

    init(_ words: some Sequence<String>) {
        var table: [UInt32: [[UInt8]]] = [:]
        var longest = 0
        for word in words {
            let bytes = Array(word.utf8)
            guard bytes.count >= 3 else { continue }
            table[Self.key(bytes[...], 0), default: []].append(bytes)
            longest = max(longest, bytes.count)
        }
        self.words = table.mapValues { $0.sorted { $0.count > $1.count } }
        self.longest = longest
    }

    /// Length in bytes of the longest word that begins at an index; 0 where none does.
    func length(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        guard index + 3 <= bytes.endIndex, bytes[index] >= 0xE0, let candidates = words[Self.key(bytes, index)] else {
            return 0
        }
        for word in candidates where index + word.count <= bytes.endIndex {
            if bytes[index..<(index + word.count)].elementsEqual(word) { return word.count }
        }
        return 0
    }

    func occurs(in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { length(in: bytes, at: $0) > 0 }
    }

    /// Whether a word begins within the first bytes.
    func isPrefixed(_ bytes: ArraySlice<UInt8>, within reach: Int) -> Bool {
        guard !bytes.isEmpty else { return false }
        for index in bytes.startIndex...min(bytes.startIndex + reach, bytes.endIndex - 1)
        where length(in: bytes, at: index) > 0 {
            return true
        }
        return false
    }

    private static func key(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    }

    private static func key(_ bytes: [UInt8], _ index: Int) -> UInt32 { key(bytes[...], index) }
}
