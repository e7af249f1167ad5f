/// The beginning of a JSON file, as formats see it when they are asked whether it is theirs.
struct JSONHead {
    let tree: JSONTree
    /// `{` or `[`.
    let opens: UInt8
    private let isCut: Bool

    /// Nil for what is no JSON.
    init?(_ sample: FileSample) {
        guard let opens = Self.opening(sample) else { return nil }
        self.opens = opens
        isCut = sample.bytes.count > FileSample.reach
        tree = JSONTree(sample.head, from: 0)
    }

    /// The first bracket, without looking at what is inside.
    static func opening(_ sample: FileSample) -> UInt8? {
        sample.head.withUnsafeBufferPointer { bytes in
            var json = JSONScanner(bytes, from: 0)
            switch json.next() {
            case .objectStart: return 0x7B
            case .arrayStart: return 0x5B
            default: return nil
            }
        }
    }

    var isObject: Bool { opens == 0x7B }

    /// The first members or elements of the outermost value that are whole, at most so many.
    func children(_ limit: Int = 50) -> [Int] {
        guard let root = tree.root else { return [] }
        let all = Array(tree.children(root).prefix(limit + 1))
        return isCut && all.count > 1 ? Array(all.dropLast()) : Array(all.prefix(limit))
    }

    /// Whether the outermost object has members of all these names.
    func has(_ names: String...) -> Bool {
        guard let root = tree.root else { return false }
        return names.allSatisfy { tree.member($0, of: root) != nil }
    }
}
