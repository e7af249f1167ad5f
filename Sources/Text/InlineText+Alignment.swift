extension InlineText {
    /// The text with its codes numbered as the same codes of `source` are: a translation that a file holds was read by itself, and
    /// may have its codes in another order. Codes that the source has not keep out of the way with numbers of their own.
    package func aligned(to source: InlineText) -> InlineText {
        guard !codes.isEmpty else { return self }
        var free = source.codes
        var next = (source.codes.map(\.id).max() ?? 0) + 1
        // A pair must go to one pair: the closing code follows what its opening code was given.
        var pairs: [Int: Int] = [:]
        let aligned = codes.map { code in
            var code = code
            let own = code.id
            let isSame = { (other: InlineCode) in
                other.role == code.role && other.data == code.data
                    && (code.role != .close || pairs[own] == nil || pairs[own] == other.id)
            }
            if let place = free.firstIndex(where: isSame) {
                code = free.remove(at: place)
            } else if code.role == .close, let pair = pairs[own] {
                code.id = pair
            } else {
                code.id = next
                next += 1
            }
            if code.role == .open { pairs[own] = code.id }
            return code
        }
        return InlineText(text: text, codes: aligned) ?? self
    }
}
