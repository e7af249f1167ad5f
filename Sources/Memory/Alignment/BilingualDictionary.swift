internal import Text

/// Words of the source with words of the target, from a file: CC-CEDICT (`傳統 传统 [chuan2 tong3] /tradition/…/`), or lines of
/// source, tab, target.
///
/// Traditional and simplified headwords are both found. Glosses are kept as they stand in the file and read when asked for.
package struct BilingualDictionary: Sendable {
    private var glosses: [String: [Range<Int>]] = [:]
    private let bytes: [UInt8]
    /// Characters of the longest headword, eight at most.
    private(set) var longest = 1

    /// Headwords.
    package var count: Int { glosses.count }

    /// Reads a file; lines of another shape are passed over.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        glosses.reserveCapacity(bytes.count / 40)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            read(start..<end)
            start = end + 1
        }
    }

    private mutating func read(_ line: Range<Int>) {
        guard let first = bytes[line].first, first != UInt8(ascii: "#"), first >= 0x80 else { return }
        if let tab = bytes[line].firstIndex(of: 0x09) {
            add(line.lowerBound..<tab, tab + 1..<line.upperBound)
            return
        }
        guard let slash = bytes[line].firstIndex(of: UInt8(ascii: "/")),
            let space = bytes[line].firstIndex(of: 0x20), space < slash
        else { return }
        let gloss = slash + 1..<line.upperBound
        add(line.lowerBound..<space, gloss)
        guard let next = bytes[space + 1..<slash].firstIndex(of: 0x20) else { return }
        if !bytes[line.lowerBound..<space].elementsEqual(bytes[space + 1..<next]) { add(space + 1..<next, gloss) }
    }

    private mutating func add(_ word: Range<Int>, _ gloss: Range<Int>) {
        guard !word.isEmpty, !gloss.isEmpty, word.count <= 32 else { return }
        let headword = String(decoding: bytes[word], as: UTF8.self)
        longest = max(longest, min(8, headword.unicodeScalars.count))
        glosses[headword, default: []].append(gloss)
    }

    func contains(_ word: String) -> Bool { glosses[word] != nil }

    /// The words of the glosses in lower case, remarks in brackets and names of classifiers left out; a word once.
    func words(for headword: String) -> [String] {
        guard let ranges = glosses[headword] else { return [] }
        var words: [String] = []
        var seen: Set<String> = []
        for range in ranges.prefix(6) {
            for gloss in bytes[range].split(separator: UInt8(ascii: "/")).prefix(10) {
                if gloss.starts(with: "CL:".utf8) || gloss.starts(with: "see ".utf8) { continue }
                var word: [UInt8] = []
                var depth = 0
                func close() {
                    defer { word = [] }
                    guard word.count > 1 || word.first.map({ $0 >= 0x80 }) == true else { return }
                    let text = String(decoding: word, as: UTF8.self).lowercased()
                    if words.count < 40, seen.insert(text).inserted { words.append(text) }
                }
                for byte in gloss {
                    switch byte {
                    case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
                    case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...,
                        UInt8(ascii: "0")...UInt8(ascii: "9"):
                        if depth == 0 { word.append(byte) }
                    case UInt8(ascii: "'") where !word.isEmpty:
                        // sb's and the like: what follows is no word.
                        close()
                        depth += 0
                    default: close()
                    }
                }
                close()
            }
        }
        return words
    }
}
