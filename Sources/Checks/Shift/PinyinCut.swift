/// Cuts a word into pinyin syllables.
enum PinyinCut {
    /// The numbers of the syllables of a word in lower case, as few as possible; nil when it is no pinyin.
    static func syllables(_ word: ArraySlice<Unicode.Scalar>) -> [UInt16]? {
        var letters: [UInt8] = []
        for scalar in word {
            switch scalar {
            case "a"..."z": letters.append(UInt8(scalar.value))
            case "ü": letters.append(UInt8(ascii: "v"))
            case "'", "-": continue
            default: return nil
            }
            if letters.count > 24 { return nil }
        }
        guard !letters.isEmpty else { return nil }
        var best = [[UInt16]?](repeating: nil, count: letters.count + 1)
        best[letters.count] = []
        for start in letters.indices.reversed() {
            for length in 1...min(6, letters.count - start) {
                guard let rest = best[start + length], rest.count < 4 else { continue }
                guard let number = Readings.number(of: letters[start..<(start + length)]) else { continue }
                if let known = best[start], known.count <= rest.count + 1 { continue }
                best[start] = [number] + rest
            }
        }
        return best[0]
    }
}
