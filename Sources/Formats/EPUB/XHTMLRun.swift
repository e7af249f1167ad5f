import Text

/// A run of text and inline markup between two block boundaries, made into the source of a unit.
///
/// Everything at both ends that a translator need not see stays in the skeleton: white space, indents, codes that stand
/// alone, and pairs of tags that enclose all of the text.
struct XHTMLRun {
    let source: InlineText
    /// The bytes that the translation replaces.
    let range: Range<Int>
    let codes: [EPUBPart.Code]
    /// Leading white space other than HTML's own: U+3000 and its like.
    let indents: [Range<Int>]
    /// Start tags outside `range` whose elements enclose all of it, as token indexes, outermost first.
    let wrappers: [Int]

    /// A run of text or a code, before it has its number.
    struct Item {
        var range: Range<Int>
        var content: Content

        enum Content: Equatable {
            /// Text; a reference or a CDATA section is taken or left as a whole.
            case text(String, isWhole: Bool)
            /// A code; `pair` is the index of the start tag that the opening and the closing code share.
            case code(InlineCode.Role, InlineCode.Kind, visible: String, pair: Int)
        }
    }

    /// Nil when there is no text in the run.
    init?(_ tokens: Range<Int>, of reader: XHTMLReader, keepsSpace: Bool) {
        var trimmer = XHTMLTrimmer(XHTMLItems(tokens, of: reader).items)
        trimmer.trim()
        guard let first = trimmer.items.first, let last = trimmer.items.last,
            trimmer.items.contains(where: { Self.isText($0) })
        else { return nil }
        range = first.range.lowerBound..<last.range.upperBound
        indents = trimmer.indents
        wrappers = trimmer.wrappers
        let xml = reader.xml
        var codes: [EPUBPart.Code] = []
        var numbers: [Int: Int] = [:]
        var number = 0
        var parts: [InlineText.Part] = []
        for part in XHTMLSpace.collapse(trimmer.items, keepsSpace: keepsSpace) {
            switch part {
            case .text(let text) where !text.unicodeScalars.contains(InlineText.place): parts.append(.text(text))
            case .text(let text):
                // A U+FFFC of the file gets a number here, so that it does not take another one's.
                for piece in text.unicodeScalars.split(separator: InlineText.place, omittingEmptySubsequences: false) {
                    if piece.startIndex > text.startIndex {
                        number += 1
                        let data = String(InlineText.place)
                        parts.append(.code(InlineCode(id: number, role: .standalone, kind: .character, data: data)))
                    }
                    if !piece.isEmpty { parts.append(.text(String(piece))) }
                }
            case .code(let item):
                guard case .code(let role, let kind, let visible, let pair) = item.content else { continue }
                var id = number + 1
                if role == .close, let opened = numbers[pair] { id = opened } else { number = id }
                if role == .open { numbers[pair] = id }
                let data = xml.string(item.range)
                parts.append(.code(InlineCode(id: id, role: role, kind: kind, data: data, visible: visible)))
                codes.append(EPUBPart.Code(id: id, role: role, range: item.range))
            }
        }
        source = InlineText(parts: parts)
        self.codes = codes
    }

    private static func isText(_ item: Item) -> Bool {
        guard case .text(let text, _) = item.content else { return false }
        return text.unicodeScalars.contains { !$0.properties.isWhitespace }
    }
}
