/// The beginning of a JSON file, as formats see it when they are asked whether it is theirs.
struct JSONHead {
    /// `{` or `[`; nil for what is no JSON.
    let opens: UInt8?
    private let tree: JSONTree?

    init(_ sample: FileSample) {
        let head = sample.head
        let first = head.withUnsafeBufferPointer { bytes -> UInt8? in
            var json = JSONScanner(bytes, from: 0)
            switch json.next() {
            case .objectStart: return 0x7B
            case .arrayStart: return 0x5B
            default: return nil
            }
        }
        opens = first
        tree = nil
    }
}
