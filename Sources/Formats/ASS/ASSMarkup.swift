import Text

/// Overrides, drawings and escapes in the text of a SubStation Alpha line (http://www.tcax.org/docs/ass-specs.htm,
/// https://github.com/libass/libass/wiki/ASSv5-Override-Tags).
struct ASSMarkup: CueMarkup {
    /// WORD JOINER, put after a backslash that stands for itself: the format has no escape for it, and renderers show
    /// nothing for the joiner.
    private static let joiner: [UInt8] = [0xE2, 0x81, 0xA0]

    func pieces(_ bytes: [UInt8], _ range: Range<Int>) -> [CuePiece] {
        var pieces: [CuePiece] = []
        var text: [UInt8] = []
        func endText() {
            if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
            text.removeAll(keepingCapacity: true)
        }
        var braces = Self.braces
        var index = range.lowerBound
        let limit = range.upperBound
        while index < limit {
            if bytes[index] == UInt8(ascii: "{"), let brace = braces.find(bytes, from: index, limit: limit) {
                endText()
                let close = brace + 1
                let drawing = Self.drawingEnd(bytes, index..<close, limit)
                let isComment = drawing == nil && !bytes[index..<close].contains(UInt8(ascii: "\\"))
                let kind: InlineCode.Kind = drawing != nil ? .object : isComment ? .comment : .markup
                let end = drawing ?? close
                pieces.append(.code(kind, data: String(decoding: bytes[index..<end], as: UTF8.self), visible: ""))
                index = end
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < limit {
                switch bytes[index + 1] {
                case UInt8(ascii: "h"):
                    endText()
                    pieces.append(.code(.character, data: "\\h", visible: "\u{A0}"))
                    index += 2
                case UInt8(ascii: "{"), UInt8(ascii: "}"):
                    text.append(bytes[index + 1])
                    index += 2
                default:
                    text.append(bytes[index])
                    index += bytes[(index + 1)..<limit].starts(with: Self.joiner) ? 4 : 1
                }
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        endText()
        return pieces
    }

    /// Looks for the brace that closes a block; one that is never closed is text.
    private static var braces: CloseFinder { CloseFinder("}", reach: 65_536) }

    /// Where a drawing ends that the block begins: after the block with `\p0`, or at the end of the line.
    private static func drawingEnd(_ bytes: [UInt8], _ block: Range<Int>, _ limit: Int) -> Int? {
        guard drawing(bytes, block) == true else { return nil }
        var braces = Self.braces
        var index = block.upperBound
        while index < limit {
            guard bytes[index] == UInt8(ascii: "{"), let brace = braces.find(bytes, from: index, limit: limit) else {
                index += 1
                continue
            }
            let end = brace + 1
            if drawing(bytes, index..<end) == false { return end }
            index = end
        }
        return limit
    }

    /// Whether a block switches drawing on or off by `\p1` or `\p0`; nil when it does not speak of it.
    private static func drawing(_ bytes: [UInt8], _ block: Range<Int>) -> Bool? {
        var result: Bool?
        var index = block.lowerBound
        while index + 2 < block.upperBound {
            if bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "p"),
                (0x30...0x39).contains(bytes[index + 2])
            {
                result = bytes[index + 2] != UInt8(ascii: "0")
            }
            index += 1
        }
        return result
    }

    /// The text between `\N` and `\n`, in lines.
    func lines(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        var braces = Self.braces
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "{"), let brace = braces.find(bytes, from: index, limit: range.upperBound) {
                index = brace + 1
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound {
                if bytes[index + 1] == UInt8(ascii: "N") || bytes[index + 1] == UInt8(ascii: "n") {
                    lines.append(start..<index)
                    start = index + 2
                }
                index += 2
            } else {
                index += 1
            }
        }
        lines.append(start..<range.upperBound)
        return lines
    }

    func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D || $0 == 0x5C }) else { return text }
        var escaped = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "{", "}":
                escaped.append("\\")
                escaped.append(scalar)
            case "\\":
                escaped.append(scalar)
                // Before a code it would be read together with the code's brace.
                let next = index + 1 < scalars.count ? scalars[index + 1] : "{"
                if ["N", "n", "h", "{", "}", "\u{2060}"].contains(next) { escaped.append("\u{2060}") }
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    func bare(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> { withoutOverrides(bytes, range) }
}
