import Text

/// Tags, overrides and references in SubRip text.
struct SRTMarkup: CueMarkup {
    var references: CueReferences

    /// Tags that players know; `<` before anything else is a character.
    private static let tags: Set<String> = [
        "b", "i", "u", "s", "font", "em", "strong", "ruby", "rt", "rp", "span", "c", "v",
    ]

    func pieces(_ bytes: [UInt8], _ range: Range<Int>) -> [CuePiece] {
        var pieces: [CuePiece] = []
        var text: [UInt8] = []
        var tagEnd = CloseFinder(">", reach: 300)
        var blockEnd = CloseFinder("}", reach: 300)
        var index = range.lowerBound
        func endText() {
            if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
            text.removeAll(keepingCapacity: true)
        }
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                if let close = tagEnd.find(bytes, from: index, limit: range.upperBound),
                    let (piece, end) = tag(bytes, index, close)
                {
                    endText()
                    pieces.append(piece)
                    index = end
                    continue
                }
            case UInt8(ascii: "{"):
                if isOverride(bytes, index, range.upperBound),
                    let close = blockEnd.find(bytes, from: index, limit: range.upperBound)
                {
                    let end = close + 1
                    endText()
                    let data = String(decoding: bytes[index..<end], as: UTF8.self)
                    pieces.append(.code(.markup, data: data, visible: ""))
                    index = end
                    continue
                }
            case UInt8(ascii: "&"):
                if let (character, end) = CueReferences.reference(bytes, at: index, limit: range.upperBound) {
                    text += Array(character.utf8)
                    index = end
                    continue
                }
            default: break
            }
            text.append(bytes[index])
            index += 1
        }
        endText()
        return pieces
    }

    private func tag(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (CuePiece, Int)? {
        var inside = bytes[start + 1..<end]
        let closes = inside.first == UInt8(ascii: "/")
        if closes { inside = inside.dropFirst() }
        let letters = inside.prefix { (0x61...0x7A).contains($0 | 0x20) }
        let name = String(decoding: letters, as: UTF8.self).lowercased()
        let next = inside.dropFirst(letters.count).first
        guard next == nil || next == 0x20 || next == UInt8(ascii: "/") || next == UInt8(ascii: ".") else { return nil }
        let data = String(decoding: bytes[start...end], as: UTF8.self)
        if name == "br" { return (.code(.lineBreak, data: data, visible: "\n"), end + 1) }
        guard Self.tags.contains(name) else { return nil }
        return (.tag(name: name, closes: closes, data: data), end + 1)
    }

    /// Whether `{\an8}` of SubStation or `{y:i}` of MicroDVD begins here.
    private func isOverride(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Bool {
        guard start + 2 < limit else { return false }
        let isMicroDVD = bytes[start + 2] == UInt8(ascii: ":") && (0x61...0x7A).contains(bytes[start + 1] | 0x20)
        return bytes[start + 1] == UInt8(ascii: "\\") || isMicroDVD
    }

    func escape(_ text: String) -> String { references.escape(text) }

    func bare(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var inside = withoutOverrides(bytes, range)
        while inside.count > 6, bytes[inside.lowerBound] == UInt8(ascii: "<"),
            let end = bytes[inside.prefix(300)].firstIndex(of: UInt8(ascii: ">")),
            case (.tag(let name, false, _), let start)? = tag(bytes, inside.lowerBound, end)
        {
            let close = Array("</\(name)>".utf8)
            guard start + close.count <= inside.upperBound,
                String(decoding: bytes[inside.upperBound - close.count..<inside.upperBound], as: UTF8.self).lowercased()
                    == "</\(name)>"
            else { break }
            inside = start..<inside.upperBound - close.count
        }
        return inside
    }
}
