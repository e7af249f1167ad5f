extension TextEncoding {
    /// What was found out about the encoding of a file.
    package struct Detection: Hashable, Sendable {
        package var encoding: TextEncoding
        /// Length in bytes of the mark at the head of the file, 0 when it has none.
        package var markLength: Int
        /// 0…1. Below 0.5 the choice is doubtful, and a person should settle it.
        package var confidence: Double
        /// What else it may be, the likeliest first.
        package var alternatives: [TextEncoding]
    }

    /// Finds the encoding from a mark, from what is valid, and from how much of the text would be frequent Chinese.
    ///
    /// Looks at 256 KB at most for the statistics, and at the whole file for the validity of UTF-8.
    package static func detect(_ bytes: [UInt8]) -> Detection {
        for encoding in [utf8, gb18030, utf16LE, utf16BE] where bytes.starts(with: encoding.mark) {
            let length = encoding.mark.count
            return Detection(encoding: encoding, markLength: length, confidence: 1, alternatives: [])
        }
        if let encoding = latinUTF16(bytes) {
            return Detection(encoding: encoding, markLength: 0, confidence: 0.9, alternatives: [.utf8])
        }
        let valid = (try? UTF8Span(validating: bytes.span)) != nil
        if valid, isCertainUTF8(bytes) {
            return Detection(encoding: .utf8, markLength: 0, confidence: 1, alternatives: [])
        }
        var scores: [(encoding: TextEncoding, score: Double, evidence: Int)] = []
        for encoding in detectable {
            let sample = sample(of: bytes, unitSize: encoding.unitSize)
            var (score, evidence) = score(encoding.decode(sample).utf8)
            if encoding == .utf8, valid { score = max(score, 0.4) + 0.3 }
            if encoding.unitSize == 2, bytes.count % 2 != 0 { score -= 0.3 }
            scores.append((encoding, score, evidence))
        }
        // Equal scores keep the order of the cases: the likelier encoding of a Chinese text comes first.
        let order = scores.indices.sorted { (scores[$0].score, -$0) > (scores[$1].score, -$1) }
        let best = scores[order[0]]
        let second = scores[order[1]]
        let lead = min(1, max(0, (best.score - second.score) * 2.5))
        let share = min(1, max(0, best.score * 2))
        // A few characters prove little: eight of them give half of the weight.
        let weight = Double(best.evidence) / Double(best.evidence + 3)
        var confidence = min(lead, share) * weight
        // Chance rarely makes valid UTF-8.
        if best.encoding == .utf8, valid, lead > 0.5 { confidence = max(confidence, 0.9) }
        return Detection(
            encoding: best.encoding,
            markLength: 0,
            confidence: confidence,
            alternatives: order.dropFirst().filter { scores[$0].score > max(0.05, best.score - 0.4) }
                .map { scores[$0].encoding }
        )
    }

    /// Valid UTF-8 that nothing else produces by chance: ASCII alone, a sequence of three or four bytes, or many of two.
    private static func isCertainUTF8(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        for byte in bytes where byte >= 0xC0 {
            if byte >= 0xE0 { return true }
            pairs += 1
            if pairs > 24 { return true }
        }
        return pairs == 0
    }

    /// UTF-16 without a mark that is Latin in part, or at least has line breaks: NUL at every other place and hardly
    /// elsewhere.
    private static func latinUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let length = min(bytes.count, 65_536)
        var even = 0
        var odd = 0
        for index in 0..<length where bytes[index] == 0 {
            if index & 1 == 0 { even += 1 } else { odd += 1 }
        }
        guard max(even, odd) > 8 * min(even, odd), max(even, odd) >= 4, max(even, odd) * 50 > length else { return nil }
        return odd > even ? .utf16LE : .utf16BE
    }

    /// The head of the file and four pieces of the rest, each cut after a line break.
    private static func sample(of bytes: [UInt8], unitSize: Int) -> [UInt8] {
        let head = 131_072
        let piece = 32_768
        guard bytes.count > head + 4 * piece else { return bytes }
        var sample = Array(bytes[..<head])
        if let cut = sample.lastIndex(of: 0x0A), unitSize == 1 { sample.removeSubrange((cut + 1)...) }
        for part in 1...4 {
            let start = (head + (bytes.count - head - piece) / 4 * part) & ~1
            var slice = bytes[start..<min(bytes.count, start + piece)]
            if unitSize == 1, let first = slice.firstIndex(of: 0x0A), let last = slice.lastIndex(of: 0x0A), first < last
            {
                slice = slice[(first + 1)...last]
            }
            sample += slice
        }
        return sample
    }

    /// How much a text looks like Chinese: 1 when every scalar outside of ASCII is frequent, below 0 when it is noise.
    private static func score(_ utf8: [UInt8]) -> (score: Double, evidence: Int) {
        var total = 0.0
        var count = 0
        let text = String(decoding: utf8, as: UTF8.self)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: continue
            case 0..<0x20, 0x7F...0x9F:
                count += 1
                total -= scalar.value == 0x0C ? 0 : 5
            case 0x20..<0x7F: continue
            case 0xFFFD:
                count += 1
                total -= 5
            default:
                count += 1
                total += weight(scalar)
            }
        }
        return count == 0 ? (0, 0) : (total / Double(count), count)
    }

    private static func weight(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x3000...0x3002, 0x3008...0x3011, 0xFF01, 0xFF08...0xFF09, 0xFF0C, 0xFF0E, 0xFF1A...0xFF1B, 0xFF1F,
            0x2014, 0x2018...0x201D, 0x2026, 0xB7:
            return 1
        case 0x4E00...0x9FFF: return CommonHan.contains(scalar) ? 1 : -0.1
        case 0x3005, 0x3007, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return 0
        case 0x3040...0x30FF: return -1
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: return -3
        case 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF: return -1
        case 0xA0...0x24F: return -0.2
        default: return -0.6
        }
    }
}
