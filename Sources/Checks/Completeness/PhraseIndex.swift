/// Phrases to be looked for all at once in bytes: by the first two of each.
struct PhraseIndex: Sendable {
    private var phrases: [UInt16: [[UInt8]]] = [:]
    /// One bit for each first byte, so that most places are left at once.
    private var starts = [Bool](repeating: false, count: 256)

    /// - Parameter phrases: each of two bytes or more.
    init(_ phrases: [String]) {
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            guard bytes.count >= 2 else { continue }
            starts[Int(bytes[0])] = true
            self.phrases[Self.key(bytes[0], bytes[1]), default: []].append(bytes)
        }
    }

    /// The phrase that stands first.
    func first(in bytes: [UInt8]) -> String? {
        for place in bytes.indices where starts[Int(bytes[place])] {
            if let phrase = phrase(at: place, in: bytes) { return phrase }
        }
        return nil
    }

    /// The phrase that stands at a place.
    func phrase(at place: Int, in bytes: [UInt8]) -> String? {
        guard place + 1 < bytes.count, let near = phrases[Self.key(bytes[place], bytes[place + 1])] else { return nil }
        return near.first { bytes[place...].starts(with: $0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }
}
