/// Levenshtein distance to one pattern, bit-parallel (G. Myers, JACM 46, 1999; H. Hyyrö, 2003): a word of the pattern at a time.
///
/// Made once for a query and asked for many candidates.
struct EditDistance {
    private let length: Int
    private let words: Int
    private let last: UInt64
    /// Open addressing over symbols; a slot's masks begin at slot × words.
    private var keys: [UInt32]
    private var masks: [UInt64]
    private let shift: UInt32
    private var positive: [UInt64]
    private var negative: [UInt64]

    private static let free = UInt32.max

    init(_ pattern: [UInt32]) {
        length = pattern.count
        words = max(1, (pattern.count + 63) / 64)
        last = pattern.isEmpty ? 0 : 1 << UInt64((pattern.count - 1) % 64)
        var bits: UInt32 = 3
        while 1 << bits < pattern.count * 2 + 2 { bits += 1 }
        shift = 32 - bits
        keys = [UInt32](repeating: Self.free, count: 1 << bits)
        masks = [UInt64](repeating: 0, count: words << bits)
        positive = [UInt64](repeating: 0, count: words)
        negative = positive
        for (index, symbol) in pattern.enumerated() {
            var slot = Int((symbol &* 0x9E37_79B1) >> shift)
            while keys[slot] != Self.free, keys[slot] != symbol { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = symbol
            masks[slot * words + index / 64] |= 1 << UInt64(index % 64)
        }
    }

    /// The distance, or nil when it is more than `limit`.
    mutating func distance<Symbol: FixedWidthInteger>(to text: UnsafeBufferPointer<Symbol>, limit: Int) -> Int? {
        guard length > 0 else { return text.count <= limit ? text.count : nil }
        if words == 1 { return short(text, limit) }
        return long(text, limit)
    }

    @inline(__always)
    private static func slot(_ symbol: UInt32, _ keys: UnsafePointer<UInt32>, _ mask: Int, _ shift: UInt32) -> Int {
        var slot = Int((symbol &* 0x9E37_79B1) >> shift)
        while true {
            let key = keys[slot]
            if key == symbol { return slot }
            if key == free { return -1 }
            slot = (slot &+ 1) & mask
        }
    }

    private func short<Symbol: FixedWidthInteger>(_ text: UnsafeBufferPointer<Symbol>, _ limit: Int) -> Int? {
        keys.withUnsafeBufferPointer { keyBuffer in
            masks.withUnsafeBufferPointer { maskBuffer in
                guard let keys = keyBuffer.baseAddress, let masks = maskBuffer.baseAddress else { return nil }
                var vp = UInt64.max
                var vn: UInt64 = 0
                var score = length
                let mask = keyBuffer.count - 1
                for index in 0..<text.count {
                    let slot = Self.slot(UInt32(truncatingIfNeeded: text[index]), keys, mask, shift)
                    let match = slot < 0 ? 0 : masks[slot]
                    let d0 = (((match & vp) &+ vp) ^ vp) | match | vn
                    var hp = vn | ~(d0 | vp)
                    var hn = d0 & vp
                    if hp & last != 0 { score += 1 }
                    if hn & last != 0 { score -= 1 }
                    hp = hp << 1 | 1
                    hn = hn << 1
                    vp = hn | ~(d0 | hp)
                    vn = hp & d0
                    if score - (text.count - 1 - index) > limit { return nil }
                }
                return score <= limit ? score : nil
            }
        }
    }

    private mutating func long<Symbol: FixedWidthInteger>(
        _ text: UnsafeBufferPointer<Symbol>,
        _ limit: Int
    ) -> Int? {
        for word in 0..<words {
            positive[word] = UInt64.max
            negative[word] = 0
        }
        var score = length
        let mask = keys.count - 1
        for index in 0..<text.count {
            let slot = keys.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { Self.slot(UInt32(truncatingIfNeeded: text[index]), $0, mask, shift) } ?? -1
            }
            var carryPositive: UInt64 = 1
            var carryNegative: UInt64 = 0
            for word in 0..<words {
                let match = (slot < 0 ? 0 : masks[slot * words + word]) | carryNegative
                let vp = positive[word]
                let vn = negative[word]
                let d0 = (((match & vp) &+ vp) ^ vp) | match | vn
                var hp = vn | ~(d0 | vp)
                var hn = d0 & vp
                if word == words - 1 {
                    if hp & last != 0 { score += 1 }
                    if hn & last != 0 { score -= 1 }
                }
                let outPositive = hp >> 63
                let outNegative = hn >> 63
                hp = hp << 1 | carryPositive
                hn = hn << 1 | carryNegative
                positive[word] = hn | ~(d0 | hp)
                negative[word] = hp & d0
                carryPositive = outPositive
                carryNegative = outNegative
            }
            if score - (text.count - 1 - index) > limit { return nil }
        }
        return score <= limit ? score : nil
    }
}
