import Text

/// Makes the source of a unit from the items of a paragraph.
///
/// The properties that most of the text has need no code; text with others stands between two. What stands at both ends and
/// holds no text (bookmarks, the mark of a footnote) stays in the skeleton.
struct DOCXInline {
    private let xml: XMLFile
    private var items: ArraySlice<DOCXItems.Item>
    private var parts: [InlineText.Part] = []
    private(set) var codes: [DOCXParagraph.Code] = []
    private(set) var base: Range<Int>?
    private(set) var indent = ""
    private var baseKey = ""
    private var lastID = 0
    private var pairs: [Int: Int] = [:]
    /// The properties that are open, by their key and the number of their code.
    private var marked: (key: String, id: Int)?

    /// Nil when the paragraph has no text.
    init?(_ items: [DOCXItems.Item], of xml: XMLFile) {
        self.xml = xml
        self.items = items[...]
        trim()
        guard self.items.contains(where: { $0.text?.trimmed.isEmpty == false }) else { return nil }
        findBase()
    }

    /// The bytes that the translation replaces.
    var hole: Range<Int> {
        guard let first = items.first, let last = items.last else { return 0..<0 }
        return (first.run ?? first.range).lowerBound..<(last.run ?? last.range).upperBound
    }

    mutating func source() -> InlineText {
        for (index, item) in zip(items.indices, items) {
            switch item.content {
            case .text(var text):
                if index == items.startIndex {
                    let rest = text.drop(while: \.isWhitespace)
                    indent = String(text[..<rest.startIndex])
                    text = String(rest)
                }
                if index == items.endIndex - 1 {
                    while text.last?.isWhitespace == true { text.removeLast() }
                }
                guard !text.isEmpty else { continue }
                mark(key(of: item.properties), item.properties)
                addText(text)
            case .code(let role, let kind, let visible, let pair): add(item, role, kind, visible, pair)
            case .field: break
            }
        }
        endMark()
        return InlineText(parts: parts)
    }

    // MARK: ends

    private mutating func trim() {
        var isDone = false
        while !isDone {
            isDone = true
            while let first = items.first, first.isEmpty, first.run == nil || items.dropFirst().first?.run != first.run
            {
                items.removeFirst()
                isDone = false
            }
            while let last = items.last, last.isEmpty, last.run == nil || items.dropLast().last?.run != last.run {
                items.removeLast()
                isDone = false
            }
            if case .code(.open, _, _, let pair)? = items.first?.content,
                case .code(.close, _, _, pair)? = items.last?.content, items.count > 1
            {
                items = items.dropFirst().dropLast()
                isDone = false
            }
        }
    }

    // MARK: properties

    /// The properties of the longest text; those that only differ in language or hints are the same.
    private mutating func findBase() {
        var lengths: [String: Int] = [:]
        for item in items {
            if let text = item.text { lengths[key(of: item.properties), default: 0] += text.utf8.count }
        }
        baseKey = lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
        base = items.first { $0.text != nil && key(of: $0.properties) == baseKey }?.properties
    }

    /// The properties without what a reader does not see.
    private func key(of properties: Range<Int>?) -> String {
        guard let properties else { return "" }
        guard let start = xml.tokens.firstIndex(at: properties.lowerBound), let end = xml.tokens[start].partner else {
            return ""
        }
        var key = ""
        for token in xml.tokens[start + 1..<end] where token.kind == .startTag {
            switch xml.name(token) {
            case "w:lang", "w:noProof", "w:kern", "w:webHidden": continue
            case "w:rFonts" where xml.attributes(of: token).allSatisfy { xml.string($0.name) == "w:hint" }: continue
            default: key += xml.string(token.range)
            }
        }
        return key
    }

    private mutating func mark(_ key: String, _ properties: Range<Int>?) {
        if let marked, marked.key == key { return }
        endMark()
        guard key != baseKey else { return }
        lastID += 1
        marked = (key, lastID)
        addCode(lastID, .open, .markup, .properties(properties), data: properties.map(xml.string) ?? "", visible: "")
    }

    private mutating func endMark() {
        guard let marked else { return }
        addCode(marked.id, .close, .markup, .endOfProperties, data: "", visible: "")
        self.marked = nil
    }

    // MARK: parts

    private mutating func add(
        _ item: DOCXItems.Item,
        _ role: InlineCode.Role,
        _ kind: InlineCode.Kind,
        _ visible: String,
        _ pair: Int
    ) {
        if role != .standalone || item.run == nil || key(of: item.properties) != (marked?.key ?? baseKey) { endMark() }
        var id = lastID + 1
        if role == .close, let opened = pairs[pair] { id = opened } else { lastID = id }
        if role == .open { pairs[pair] = id }
        let content: DOCXParagraph.Content =
            item.run == nil ? .element(item.range) : .inRun(item.range, properties: item.properties)
        addCode(id, role, kind, content, data: xml.string(item.range), visible: visible)
    }

    private mutating func addCode(
        _ id: Int,
        _ role: InlineCode.Role,
        _ kind: InlineCode.Kind,
        _ content: DOCXParagraph.Content,
        data: String,
        visible: String
    ) {
        parts.append(.code(InlineCode(id: id, role: role, kind: kind, data: data, visible: visible)))
        codes.append(DOCXParagraph.Code(id: id, role: role, kind: kind, content: content))
    }

    private mutating func addText(_ text: String) {
        guard text.unicodeScalars.contains(InlineText.place) else {
            parts.append(.text(text))
            return
        }
        for scalar in text.unicodeScalars {
            guard scalar == InlineText.place else {
                parts.append(.text(String(scalar)))
                continue
            }
            lastID += 1
            let data = String(InlineText.place)
            parts.append(.code(InlineCode(id: lastID, role: .standalone, kind: .character, data: data)))
        }
    }
}

extension DOCXItems.Item {
    fileprivate var text: String? {
        if case .text(let text) = content { return text }
        return nil
    }

    /// Whether it holds nothing to translate and nothing that belongs to the text beside it.
    fileprivate var isEmpty: Bool {
        switch content {
        case .text(let text): text.trimmed.isEmpty && !text.unicodeScalars.contains("\u{3000}")
        case .code(.standalone, let kind, _, _): kind != .ruby
        case .code, .field: false
        }
    }
}

extension [XMLToken] {
    /// The index of the token that begins at an offset.
    func firstIndex(at offset: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].range.lowerBound == offset ? low : nil
    }
}
