/// Looks for the character that closes a tag or a block, near enough to belong to it. It remembers what it has found,
/// so that a run of opening characters is not looked through once for each.
struct CloseFinder {
    private let mark: UInt8
    private let reach: Int
    private var clearUntil = 0
    private var found: Int?

    init(_ mark: Unicode.Scalar, reach: Int) {
        self.mark = UInt8(ascii: mark)
        self.reach = reach
    }

    /// The first offset of the character from `start` on; `start` must not fall between calls.
    mutating func find(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        let end = min(limit, start + reach)
        if let found, found >= start { return found < end ? found : nil }
        let from = max(start, clearUntil)
        guard from < end else { return nil }
        found = bytes[from..<end].firstIndex(of: mark)
        clearUntil = found ?? end
        return found
    }
}
