import Text

/// Makes the pairs of codes in a translation nest, whatever an engine did to them.
enum CodeRepair {
    /// The parts without the opening and closing codes that have no partner or cross another pair, and whether any was taken
    /// out.
    static func repair(_ text: InlineText) -> (parts: [InlineText.Part], wasRepaired: Bool) {
        let parts = text.parts
        guard !text.codes.isEmpty else { return (parts, false) }
        var keep = Set<Int>()
        var open: [(index: Int, id: Int)] = []
        var count = 0
        for (index, part) in parts.enumerated() {
            guard case .code(let code) = part, code.role != .standalone else { continue }
            count += 1
            if code.role == .open {
                open.append((index, code.id))
            } else if let depth = open.lastIndex(where: { $0.id == code.id }) {
                keep.insert(open[depth].index)
                keep.insert(index)
                open.removeSubrange(depth...)
            }
        }
        guard keep.count < count else { return (parts, false) }
        let kept = parts.enumerated().filter { index, part in
            guard case .code(let code) = part, code.role != .standalone else { return true }
            return keep.contains(index)
        }
        return (kept.map(\.element), true)
    }
}
