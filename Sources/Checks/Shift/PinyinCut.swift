/// Cuts a word into pinyin syllables.
enum PinyinCut {
    /// The numbers of the syllables of a word in lower case, as few as possible; nil when it is no pinyin.
    static func syllables(_ word: ArraySlice<Unicode.Scalar>) -> [UInt16]? {
        let letters = word.compactMap { scalar -> Character? in
            switch scalar {
            case "a"..."z": Character(scalar)
            case "ü": "v"
            case "'", "-": nil
            default: "*"
            }
        }
        guard !letters.isEmpty, letters.count <= 24, !letters.contains("*") else { return nil }
        let text = String(letters)
        var best = [[UInt16]?](repeating: nil, count: letters.count + 1)
        best[letters.count] = []
        for start in letters.indices.reversed() {
            let from = text.index(text.startIndex, offsetBy: start)
            for length in 1...min(6, letters.count - start) {
                guard let rest = best[start + length], rest.count < 4 else { continue }
                let to = text.index(from, offsetBy: length)
                guard let number = Readings.number(of: text[from..<to]) else { continue }
                if let known = best[start], known.count <= rest.count + 1 { continue }
                best[start] = [number] + rest
            }
        }
        return best[0]
    }
}
