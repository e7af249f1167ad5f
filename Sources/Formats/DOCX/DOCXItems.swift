import Text

/// The content of one paragraph in order: text, and what becomes inline codes.
struct DOCXItems {
    private(set) var items: [Item] = []
    private(set) var style: String?
    private(set) var outlineLevel: Int?
    private(set) var paragraphProperties: Range<Int>?
    private let xml: XMLFile

    struct Item {
        var content: Content
        var range: Range<Int>
        /// The run it stands in; nil beside runs.
        var run: Range<Int>?
        /// The `w:rPr` of the run.
        var properties: Range<Int>?

        enum Content {
            case text(String)
            /// `pair` is the same for the opening and the closing code.
            case code(InlineCode.Role, InlineCode.Kind, visible: String, pair: Int)
            case field(Field)
        }

        /// Parts of a field, before it is put together.
        enum Field {
            case begin, separate, end
            case instruction(String)
        }
    }

    /// - Parameter paragraph: index of the start tag `w:p`.
    init(_ xml: XMLFile, paragraph: Int) {
        self.xml = xml
        guard let end = xml.tokens[paragraph].partner else { return }
        walk(paragraph + 1..<end)
        joinFields()
    }

    private mutating func walk(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let token = xml.tokens[index]
            guard token.kind == .startTag else {
                index += 1
                continue
            }
            let end = token.partner ?? index
            let element = token.range.lowerBound..<xml.tokens[end].range.upperBound
            switch xml.name(token) {
            case "w:pPr":
                paragraphProperties = element
                readProperties(index..<end)
            case "w:r": addRun(index, end)
            // Spelling marks mean nothing to a translation.
            case "w:proofErr", "w:lastRenderedPageBreak": break
            case "w:hyperlink" where end > index, "w:ins" where end > index, "w:moveTo" where end > index,
                "w:smartTag" where end > index, "w:customXml" where end > index, "w:dir" where end > index,
                "w:bdo" where end > index:
                addPair(token.range, xml.tokens[end].range, index + 1..<end)
            case "w:sdt" where end > index:
                guard let content = (index..<end).first(where: { isStart("w:sdtContent", $0) }),
                    let contentEnd = xml.tokens[content].partner
                else { fallthrough }
                addPair(
                    token.range.lowerBound..<xml.tokens[content].range.upperBound,
                    xml.tokens[contentEnd].range.lowerBound..<element.upperBound,
                    content + 1..<contentEnd
                )
            case "w:fldSimple": add(.object, element, visible: xml.text(inside: index..<end))
            case "w:del", "w:moveFrom", "m:oMath", "m:oMathPara", "mc:AlternateContent": add(.object, element)
            default: add(.anchor, element)
            }
            index = end + 1
        }
    }

    private func isStart(_ name: String, _ index: Int) -> Bool {
        xml.tokens[index].kind == .startTag && xml.isNamed(name, xml.tokens[index])
    }

    private mutating func readProperties(_ range: Range<Int>) {
        for token in xml.tokens[range] where token.kind == .startTag {
            if xml.isNamed("w:pStyle", token) { style = xml.value("w:val", of: token) }
            if xml.isNamed("w:outlineLvl", token) { outlineLevel = xml.value("w:val", of: token).flatMap { Int($0) } }
        }
    }

    private mutating func addPair(_ open: Range<Int>, _ close: Range<Int>, _ inner: Range<Int>) {
        items.append(Item(content: .code(.open, .markup, visible: "", pair: open.lowerBound), range: open))
        walk(inner)
        items.append(Item(content: .code(.close, .markup, visible: "", pair: open.lowerBound), range: close))
    }

    private mutating func add(_ kind: InlineCode.Kind, _ range: Range<Int>, visible: String = "") {
        items.append(Item(content: .code(.standalone, kind, visible: visible, pair: range.lowerBound), range: range))
    }

    // MARK: runs

    private mutating func addRun(_ start: Int, _ runEnd: Int) {
        let run = xml.tokens[start].range.lowerBound..<xml.tokens[runEnd].range.upperBound
        var properties: Range<Int>?
        var index = start + 1
        while index < runEnd {
            let token = xml.tokens[index]
            guard token.kind == .startTag else {
                index += 1
                continue
            }
            let end = token.partner ?? index
            let element = token.range.lowerBound..<xml.tokens[end].range.upperBound
            if xml.isNamed("w:rPr", token) {
                properties = element
            } else if let content = content(of: token, index..<max(index, end)) {
                items.append(Item(content: content, range: element, run: run, properties: properties))
            }
            index = end + 1
        }
    }

    private func content(of token: XMLToken, _ inner: Range<Int>) -> Item.Content? {
        func code(_ kind: InlineCode.Kind, _ visible: String = "") -> Item.Content {
            .code(.standalone, kind, visible: visible, pair: token.range.lowerBound)
        }
        switch xml.name(token) {
        case "w:t": return .text(xml.text(inside: inner))
        case "w:tab": return code(.character, "\t")
        case "w:cr": return code(.lineBreak, "\n")
        case "w:br":
            let type = xml.value("w:type", of: token) ?? "textWrapping"
            return type == "textWrapping" ? code(.lineBreak, "\n") : code(.object)
        case "w:noBreakHyphen": return code(.character, "\u{2011}")
        case "w:softHyphen", "w:lastRenderedPageBreak": return nil
        case "w:sym": return code(.character)
        case "w:ruby":
            let base = inner.first { isStart("w:rubyBase", $0) }
            let end = base.flatMap { xml.tokens[$0].partner }
            return code(.ruby, base.flatMap { base in end.map { xml.text(inside: base..<$0) } } ?? "")
        case "w:fldChar":
            switch xml.value("w:fldCharType", of: token) {
            case "begin": return .field(.begin)
            case "separate": return .field(.separate)
            default: return .field(.end)
            }
        case "w:instrText": return .field(.instruction(xml.text(inside: inner)))
        case "w:drawing", "w:pict", "w:object", "mc:AlternateContent": return code(.object)
        default: return code(.anchor)
        }
    }

    // MARK: fields

    /// Makes one code of each field that is whole in this paragraph: the page number, a reference. The result of a HYPERLINK
    /// is text between two codes. What is left of others (a table of contents goes over many paragraphs) stands alone.
    private mutating func joinFields() {
        var open: [Int] = []
        var index = 0
        while index < items.count {
            if case .field(.begin) = items[index].content { open.append(index) }
            if case .field(.end) = items[index].content, let begin = open.popLast() {
                index = join(begin, index)
            }
            index += 1
        }
        for index in items.indices {
            guard case .field = items[index].content else { continue }
            items[index].content = .code(.standalone, .object, visible: "", pair: items[index].range.lowerBound)
        }
    }

    /// Puts the items of a field together; returns the index of the last one that is left.
    private mutating func join(_ begin: Int, _ end: Int) -> Int {
        guard let first = items[begin].run, let last = items[end].run, isAlone(begin), isAlone(end) else { return end }
        var instruction = ""
        var separator: Int?
        var visible = ""
        for index in begin..<end {
            switch items[index].content {
            case .field(.instruction(let text)): instruction += text
            case .field(.separate): separator = separator ?? index
            case .text(let text) where separator != nil: visible += text
            default: break
            }
        }
        let pair = items[begin].range.lowerBound
        if instruction.trimmed.uppercased().hasPrefix("HYPERLINK"), let separator, isAlone(separator),
            let middle = items[separator].run, middle.upperBound <= last.lowerBound
        {
            items[end] = Item(content: .code(.close, .markup, visible: "", pair: pair), range: last)
            let open = Item(
                content: .code(.open, .markup, visible: "", pair: pair),
                range: first.lowerBound..<middle.upperBound
            )
            items.replaceSubrange(begin...separator, with: [open])
            return end - (separator - begin)
        }
        // Tags of elements around runs must not be cut in two.
        let depth = items[begin...end].reduce(into: 0) { depth, item in
            if case .code(.open, _, _, _) = item.content { depth += 1 }
            if case .code(.close, _, _, _) = item.content { depth -= 1 }
        }
        guard depth == 0 else { return end }
        let whole = Item(
            content: .code(.standalone, .object, visible: visible, pair: pair),
            range: first.lowerBound..<last.upperBound
        )
        items.replaceSubrange(begin...end, with: [whole])
        return begin
    }

    /// Whether nothing else stands in the run of an item.
    private func isAlone(_ index: Int) -> Bool {
        func shares(_ other: Int) -> Bool { items.indices.contains(other) && items[other].run == items[index].run }
        return !shares(index - 1) && !shares(index + 1)
    }
}
