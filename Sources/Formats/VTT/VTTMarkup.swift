import Text

/// Tags and references in the cue text of WebVTT (https://www.w3.org/TR/webvtt1/#webvtt-cue-text).
struct VTTMarkup: CueMarkup {
    var references: CueReferences

    func pieces(_ bytes: [UInt8], _ range: Range<Int>) -> [CuePiece] {
        var pieces: [CuePiece] = []
        var text: [UInt8] = []
        var tagEnd = CloseFinder(">", reach: 500)
        var blockEnd = CloseFinder("}", reach: 500)
        var index = range.lowerBound
        func endText() {
            if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
            text.removeAll(keepingCapacity: true)
        }
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") || (byte == UInt8(ascii: "{") && isOverride(bytes, index, range.upperBound)) {
                let isTag = byte == UInt8(ascii: "<")
                let close =
                    isTag
                    ? tagEnd.find(bytes, from: index, limit: range.upperBound)
                    : blockEnd.find(bytes, from: index, limit: range.upperBound)
                if let end = close {
                    endText()
                    pieces.append(isTag ? Self.tag(bytes, index..<end + 1) : Self.override(bytes, index..<end + 1))
                    index = end + 1
                    continue
                }
            } else if byte == UInt8(ascii: "&"),
                let (character, end) = CueReferences.reference(bytes, at: index, limit: range.upperBound)
            {
                text += Array(character.utf8)
                index = end
                continue
            }
            text.append(byte)
            index += 1
        }
        endText()
        return pieces
    }

    /// `{\an8}`, left over from a conversion.
    private func isOverride(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Bool {
        index + 1 < limit && bytes[index + 1] == UInt8(ascii: "\\")
    }

    private static func override(_ bytes: [UInt8], _ range: Range<Int>) -> CuePiece {
        .code(.markup, data: String(decoding: bytes[range], as: UTF8.self), visible: "")
    }

    private static func tag(_ bytes: [UInt8], _ range: Range<Int>) -> CuePiece {
        let data = String(decoding: bytes[range], as: UTF8.self)
        var inside = bytes[range.lowerBound + 1..<range.upperBound - 1]
        let closes = inside.first == UInt8(ascii: "/")
        if closes { inside = inside.dropFirst() }
        let letters = inside.prefix { (0x61...0x7A).contains($0 | 0x20) }
        // A time inside the text, of karaoke and of captions that are painted on.
        guard !letters.isEmpty else { return .code(.placeholder, data: data, visible: "") }
        return .tag(name: String(decoding: letters, as: UTF8.self), closes: closes, data: data)
    }

    func escape(_ text: String) -> String {
        references.escape(text).replacing("-->", with: "--&gt;")
    }

    func bare(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> { withoutOverrides(bytes, range) }

    /// The name in the first voice tag, `<v Li Ming>` or `<v.loud Li Ming>`.
    static func voice(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        guard range.count > 3, bytes[range.lowerBound] == UInt8(ascii: "<"),
            bytes[range.lowerBound + 1] == UInt8(ascii: "v"),
            let end = bytes[range].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let inside = bytes[range.lowerBound + 2..<end]
        guard let first = inside.first, first == 0x20 || first == 0x09 || first == UInt8(ascii: "."),
            let space = inside.firstIndex(where: { $0 == 0x20 || $0 == 0x09 })
        else { return nil }
        return String(decoding: inside[space...], as: UTF8.self).trimmed
    }
}
