package import Text

/// Finds the terms of a frozen list in texts: at each place the longest form, and nothing inside a form already found.
///
/// A byte trie in flat arrays; the scan walks it from each character, so it takes time by the length of the text and of
/// the longest term, not by the number of terms. Width and case are folded for ASCII (`Ａ` and `a` find `A`).
package struct TermMatcher: Sendable {
    package let terms: [Term]
    /// Changes when any term changes.
    package let fingerprint: String
    private let trie: ByteTrie

    package init(_ terms: [Term]) {
        var seen: Set<String> = []
        let kept = terms.filter { !$0.source.isEmpty && seen.insert($0.source).inserted }
        self.terms = kept
        var trie = ByteTrie()
        var hash = StableHash()
        for (index, term) in kept.enumerated() {
            trie.insert(Self.fold(term.source), value: Int32(index))
            for part in [term.source, term.target, term.note ?? "", term.gender?.rawValue ?? "", term.kind.rawValue]
                + term.alternatives
            {
                hash.combine(part)
                hash.separate()
            }
        }
        self.trie = trie
        fingerprint = hash.hex
    }

    /// A form found in a text.
    package struct Match: Hashable, Sendable {
        /// Index into `terms`.
        package var term: Int
        /// UTF-8 offsets in the text as given.
        package var range: Range<Int>
    }

    /// All matches in order, leftmost and longest, not overlapping.
    package func matches(in text: String) -> [Match] {
        guard !terms.isEmpty else { return [] }
        var matches: [Match] = []
        let bytes = Self.fold(text)
        let offsets = bytes.count == text.utf8.count ? nil : Self.offsets(of: text)
        var index = 0
        while index < bytes.count {
            if let (length, value) = trie.longest(in: bytes, from: index),
                Self.standsAlone(index..<(index + length), in: bytes)
            {
                let range = index..<(index + length)
                let original = offsets.map { $0[range.lowerBound]..<$0[range.upperBound] } ?? range
                matches.append(Match(term: Int(value), range: original))
                index += length
            } else {
                index += 1
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            }
        }
        return matches
    }

    /// The terms that occur, each once, in the order of their first place.
    package func terms(in texts: some Sequence<String>) -> [Term] {
        var found: [Int] = []
        var seen: Set<Int> = []
        for text in texts {
            for match in matches(in: text) where seen.insert(match.term).inserted { found.append(match.term) }
        }
        return found.map { terms[$0] }
    }

    /// A Latin form must not start or end in the middle of a Latin word.
    private static func standsAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        if isWord(bytes[range.lowerBound]), range.lowerBound > 0, isWord(bytes[range.lowerBound - 1]) { return false }
        if isWord(bytes[range.upperBound - 1]), range.upperBound < bytes.count, isWord(bytes[range.upperBound]) {
            return false
        }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
    }

    /// UTF-8 with ASCII letters in lower case and full-width ASCII narrowed.
    private static func fold(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
            case 0xFF01...0xFF5E:
                let narrow = UInt8(scalar.value - 0xFEE0)
                bytes.append(narrow >= 0x41 && narrow <= 0x5A ? narrow + 0x20 : narrow)
            case 0..<0x80: bytes.append(UInt8(scalar.value))
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }

    /// For each byte of the folded text and its end, the UTF-8 offset in the text as given.
    private static func offsets(of text: String) -> [Int] {
        var offsets: [Int] = []
        var place = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            let folded = (0xFF01...0xFF5E).contains(scalar.value) ? 1 : length
            for step in 0..<folded { offsets.append(folded == length ? place + step : place) }
            place += length
        }
        offsets.append(place)
        return offsets
    }
}

/// A trie over bytes: children as sorted edge lists while it is built and read; small, and quick enough for terms.
private struct ByteTrie: Sendable {
    private var children: [[(byte: UInt8, node: Int32)]] = [[]]
    private var values: [Int32] = [-1]
    /// Children of the root by byte, since most scans end there.
    private var roots = [Int32](repeating: -1, count: 256)

    mutating func insert(_ key: [UInt8], value: Int32) {
        var node = 0
        for (depth, byte) in key.enumerated() {
            if let next = children[node].first(where: { $0.byte == byte }) {
                node = Int(next.node)
            } else {
                children.append([])
                values.append(-1)
                let new = Int32(children.count - 1)
                children[node].append((byte, new))
                if depth == 0 { roots[Int(byte)] = new }
                node = Int(new)
            }
        }
        if values[node] < 0 { values[node] = value }
    }

    /// Length in bytes and value of the longest key that begins at `start`.
    func longest(in bytes: [UInt8], from start: Int) -> (length: Int, value: Int32)? {
        var node = Int(roots[Int(bytes[start])])
        guard node >= 0 else { return nil }
        var best: (length: Int, value: Int32)?
        var index = start + 1
        while true {
            if values[node] >= 0 { best = (index - start, values[node]) }
            guard index < bytes.count else { return best }
            let byte = bytes[index]
            guard let next = children[node].first(where: { $0.byte == byte }) else { return best }
            node = Int(next.node)
            index += 1
        }
    }
}
