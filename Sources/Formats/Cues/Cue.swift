import Text

/// A subtitle or a line of lyrics, as places in its file.
struct Cue: Sendable {
    /// What the unit is called; two with one name are told apart by their order.
    var key: String
    var kind = Unit.Kind.cue
    /// Milliseconds.
    var start: Int?
    var end: Int?
    var speaker: String?
    /// What the file calls it, where it does.
    var name: String?
    /// The lines of text, without white space at their ends and without blank ones.
    var lines: [Range<Int>]
    /// What parts two lines of this cue.
    var lineBreak: String
    /// What goes before a line that is added to the cue; the same but for formats in which a line is a cue.
    var addedLineBreak: String

    /// What two cues have in common that are shown at one time.
    var time: Time? {
        start.map { Time(start: $0, end: end ?? $0) }
    }

    struct Time: Hashable {
        var start: Int
        var end: Int
    }
}

/// How a subtitle format marks up its text.
protocol CueMarkup: Sendable {
    /// The text of a line in the order written.
    func pieces(_ bytes: [UInt8], _ range: Range<Int>) -> [CuePiece]
    /// A run of text without line breaks, as the file would write it.
    func escape(_ text: String) -> String
    /// A line without the codes around its text, which belong to the line and not to its words.
    func bare(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>
}

extension CueMarkup {
    func bare(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> { range }

    /// A range without the blocks `{\…}` at its beginning.
    func withoutOverrides(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start + 1 < range.upperBound, bytes[start] == UInt8(ascii: "{"), bytes[start + 1] == UInt8(ascii: "\\"),
            let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
        {
            start = end + 1
        }
        return start..<range.upperBound
    }
}

enum CuePiece {
    case text(String)
    /// A tag that has a partner: `<i>` and `</i>`.
    case tag(name: String, closes: Bool, data: String)
    case code(InlineCode.Kind, data: String, visible: String)
}

extension InlineText {
    /// Text and codes with their numbers; a tag without a partner stands alone.
    init(_ pieces: [CuePiece]) {
        var open: [(name: String, index: Int)] = []
        var partner: [Int: Int] = [:]
        for (index, piece) in pieces.enumerated() {
            guard case .tag(let name, let closes, _) = piece else { continue }
            if !closes {
                open.append((name, index))
            } else if let last = open.lastIndex(where: { $0.name == name }) {
                partner[index] = open[last].index
                partner[open[last].index] = index
                open.removeSubrange(last...)
            }
            // A line of tags that are never closed: the work must not grow with its square.
            if open.count > 200 { open.removeFirst(100) }
        }
        var ids: [Int: Int] = [:]
        var next = 1
        var parts: [Part] = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text):
                if case .text(let before) = parts.last {
                    parts[parts.count - 1] = .text(before + text)
                } else if !text.isEmpty {
                    parts.append(.text(text))
                }
            case .tag(_, let closes, let data):
                guard let other = partner[index] else {
                    parts.append(.code(InlineCode(id: next, role: .standalone, kind: .markup, data: data)))
                    next += 1
                    continue
                }
                let id = closes ? ids[other] ?? next : next
                if !closes { next += 1 }
                ids[index] = id
                parts.append(.code(InlineCode(id: id, role: closes ? .close : .open, kind: .markup, data: data)))
            case .code(let kind, let data, let visible):
                parts.append(
                    .code(InlineCode(id: next, role: .standalone, kind: kind, data: data, visible: visible))
                )
                next += 1
            }
        }
        self.init(parts: parts)
    }
}
