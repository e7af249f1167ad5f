/// A segmenter as bytes that load without being built, for a cache beside the dictionary. Numbers are little-endian, as
/// on every machine that this runs on.
extension Segmenter {
    private static let magic: [UInt8] = Array("CVSEG007".utf8)

    package func compiled() -> [UInt8] {
        var bytes = Self.magic
        func put<Element: BitwiseCopyable>(_ values: [Element]) {
            withUnsafeBytes(of: UInt64(values.count)) { bytes.append(contentsOf: $0) }
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        put([UInt64(wordCount), total.bitPattern, UInt64(alphabet.count), UInt64(words.roots)])
        put(alphabet.basic)
        let astral = alphabet.astral.sorted { $0.key < $1.key }
        put(astral.map(\.key))
        put(astral.map(\.value))
        put(words.nodes)
        put(names.surname)
        put(names.only)
        put(names.first)
        put(names.second)
        put(names.compounds.sorted())
        return bytes
    }

    /// Nil when the bytes are not what `compiled()` gave: make it from the dictionary then.
    package init?(compiled bytes: [UInt8]) {
        guard bytes.starts(with: Self.magic) else { return nil }
        var place = Self.magic.count
        func take<Element: BitwiseCopyable>(_ empty: Element) -> [Element]? {
            guard bytes.count - place >= 8 else { return nil }
            let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
            place += 8
            guard count <= UInt64(bytes.count - place) / UInt64(MemoryLayout<Element>.stride) else { return nil }
            let size = Int(count) * MemoryLayout<Element>.stride
            defer { place += size }
            return [Element](unsafeUninitializedCapacity: Int(count)) { buffer, made in
                bytes.withUnsafeBytes { all in
                    UnsafeMutableRawBufferPointer(buffer).copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: all[place..<(place + size)])
                    )
                }
                made = Int(count)
            }
        }
        guard let head = take(UInt64(0)), head.count == 4, head[0] < 1 << 32, head[2] < UInt64(Alphabet.firstMark),
            head[3] < UInt64(Alphabet.firstMark),
            let basic = take(UInt16(0)), basic.count == 0x10000,
            let keys = take(UInt32(0)), let numbers = take(UInt16(0)), keys.count == numbers.count,
            let nodes = take(UInt64(0)), nodes.count > 0,
            let surname = take(Float(0)), let only = take(Float(0)), let first = take(Float(0)),
            let second = take(Float(0)), let compounds = take(UInt32(0)), place == bytes.count
        else { return nil }
        self.init(
            alphabet: Alphabet(
                basic: basic,
                astral: Dictionary(zip(keys, numbers)) { first, _ in first },
                count: Int(head[2])
            ),
            words: CharacterTrie(nodes: nodes, roots: UInt16(head[3])),
            names: NameModel(
                surname: surname,
                only: only,
                first: first,
                second: second,
                compounds: Set(compounds)
            ),
            wordCount: Int(head[0]),
            total: Double(bitPattern: head[1])
        )
    }
}
