import Text

/// Takes away from both ends of a run what stays in the skeleton.
struct XHTMLTrimmer {
    private(set) var items: ArraySlice<XHTMLRun.Item>
    private(set) var indents: [Range<Int>] = []
    /// Indexes of the start tags.
    private(set) var wrappers: [Int] = []

    init(_ items: [XHTMLRun.Item]) {
        self.items = items[...]
    }

    mutating func trim() {
        while true {
            while trimStart() {}
            while trimEnd() {}
            guard items.count > 1, case .code(.open, .markup, _, let pair)? = items.first?.content,
                case .code(.close, .markup, _, pair)? = items.last?.content
            else { return }
            wrappers.append(pair)
            items = items.dropFirst().dropLast()
        }
    }

    /// Whether something was taken from the start.
    private mutating func trimStart() -> Bool {
        guard let item = items.first else { return false }
        switch item.content {
        case .text(let text, let isWhole):
            guard let first = text.unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }) else {
                addIndent(text[...], at: item.range.lowerBound, whole: isWhole ? item.range : nil)
                items.removeFirst()
                return true
            }
            guard first > text.startIndex, !isWhole else { return false }
            addIndent(text[..<first], at: item.range.lowerBound, whole: nil)
            let start = item.range.lowerBound + text[..<first].utf8.count
            items[items.startIndex] = XHTMLRun.Item(
                range: start..<item.range.upperBound,
                content: .text(String(text[first...]), isWhole: false)
            )
            return false
        case .code(.standalone, let kind, _, _):
            guard kind != .ruby, kind != .character else { return false }
            items.removeFirst()
            return true
        case .code: return false
        }
    }

    private mutating func trimEnd() -> Bool {
        guard let item = items.last else { return false }
        switch item.content {
        case .text(let text, let isWhole):
            guard let last = text.unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else {
                items.removeLast()
                return true
            }
            let end = text.unicodeScalars.index(after: last)
            guard end < text.endIndex, !isWhole else { return false }
            let upper = item.range.upperBound - text[end...].utf8.count
            items[items.endIndex - 1] = XHTMLRun.Item(
                range: item.range.lowerBound..<upper,
                content: .text(String(text[..<end]), isWhole: false)
            )
            return false
        case .code(.standalone, let kind, _, _):
            guard kind != .ruby, kind != .character else { return false }
            items.removeLast()
            return true
        case .code: return false
        }
    }

    /// Notes the part of leading white space that HTML does not collapse.
    private mutating func addIndent(_ text: Substring, at start: Int, whole: Range<Int>?) {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !XHTMLSpace.isHTML($0) }),
            let last = scalars.lastIndex(where: { !XHTMLSpace.isHTML($0) })
        else { return }
        let lower = start + text[..<first].utf8.count
        indents.append(whole ?? lower..<lower + text[first...last].utf8.count)
    }
}
