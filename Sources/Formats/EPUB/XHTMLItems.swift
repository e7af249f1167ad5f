import Text

/// Turns the tokens of a run into text and codes, as few codes as the markup allows.
struct XHTMLItems {
    private(set) var items: [XHTMLRun.Item] = []
    private let reader: XHTMLReader
    private let xml: XMLFile

    init(_ tokens: Range<Int>, of reader: XHTMLReader) {
        self.reader = reader
        xml = reader.xml
        var index = tokens.lowerBound
        while index < tokens.upperBound { index = add(index) }
    }

    /// Adds the token, or the element that begins with it when that is one code; returns the index after it.
    private mutating func add(_ index: Int) -> Int {
        let token = xml.tokens[index]
        switch token.kind {
        case .text: addText(token.range)
        case .cdata: append(token.range, .text(xml.string(XMLFile.inside(token)), isWhole: true))
        case .comment, .instruction: addCode(token.range, .comment)
        case .doctype, .junk: addCode(token.range, .markup)
        case .endTag:
            // Without a partner it closes nothing.
            if let start = token.partner {
                append(token.range, .code(.close, .markup, visible: "", pair: start))
            } else {
                addCode(token.range, .markup)
            }
        case .startTag: return addElement(index)
        }
        return index + 1
    }

    private mutating func addText(_ range: Range<Int>) {
        for piece in XMLText.pieces(xml.bytes, in: range) {
            if let text = piece.text {
                append(piece.range, .text(text, isWhole: piece.isReference))
            } else {
                addCode(piece.range, .character, visible: xml.string(piece.range))
            }
        }
    }

    private mutating func addElement(_ index: Int) -> Int {
        let token = xml.tokens[index]
        let end = token.partner ?? index
        let whole = token.range.lowerBound..<xml.tokens[end].range.upperBound
        let inside = index + 1..<max(end, index + 1)
        switch reader.flows[index] {
        case .lineBreak: addCode(whole, .lineBreak, visible: "\n")
        case .image: addCode(whole, .object)
        case .opaque:
            let isText = xml.localName(token).lowercased() != "style" && xml.localName(token).lowercased() != "script"
            addCode(whole, .object, visible: isText ? xml.text(inside: inside) : "")
        case .ruby where end > index: addRuby(index, end)
        case _ where isNoteReference(index): addCode(whole, .anchor, visible: xml.text(inside: inside).trimmed)
        case _ where end == index: addCode(whole, kind(of: index, inside: inside))
        case _ where reader.visible[end] == reader.visible[index]:
            let breaks = inside.contains { reader.flows[$0] == .lineBreak && xml.tokens[$0].kind == .startTag }
            addCode(whole, breaks ? .lineBreak : kind(of: index, inside: inside), visible: breaks ? "\n" : "")
        default:
            append(token.range, .code(.open, .markup, visible: "", pair: index))
            return index + 1
        }
        return end + 1
    }

    /// The kind of an element without text.
    private func kind(of index: Int, inside: Range<Int>) -> InlineCode.Kind {
        if inside.contains(where: { reader.flows[$0] == .image || reader.flows[$0] == .opaque }) { return .object }
        let token = xml.tokens[index]
        let isAnchor = xml.attribute("id", of: token) != nil || xml.attribute("name", of: token) != nil
        return isAnchor ? .anchor : .markup
    }

    // MARK: Notes

    /// Whether the element is the mark of a footnote: said so, or a link to a fragment that holds a raised or short mark.
    private func isNoteReference(_ index: Int) -> Bool {
        let token = xml.tokens[index]
        guard !reader.isNavigation, let end = token.partner, xml.localName(token).lowercased() == "a" else {
            return false
        }
        let type = (xml.value("epub:type", of: token) ?? "") + " " + (xml.value("role", of: token) ?? "")
        if type.split(separator: " ").contains(where: { $0 == "noteref" || $0 == "doc-noteref" }) { return true }
        guard let href = xml.value("href", of: token), href.contains("#") else { return false }
        let text = xml.text(inside: index + 1..<end).trimmed
        guard (1...8).contains(text.unicodeScalars.count) else { return false }
        let isRaised = (index + 1..<end).contains { xml.localName(xml.tokens[$0]).lowercased() == "sup" }
        return isRaised || text.unicodeScalars.allSatisfy(Self.isNoteMark)
    }

    private static func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0xFF10...0xFF19, 0x2460...0x24FF, 0x2776...0x2793, 0x3251...0x325F, 0x32B1...0x32BF: true
        default: "[](){}<>〔〕【】（）［］〈〉*＊†‡§¶#＃↩^.注註 ".unicodeScalars.contains(scalar)
        }
    }

    // MARK: Ruby

    /// The base of a ruby is text; everything else in it is code: what comes before the base opens, what comes after it
    /// closes (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-ruby-element).
    private mutating func addRuby(_ start: Int, _ end: Int) {
        var pieces: [XHTMLRun.Item] = []
        var annotationEnd = start
        for index in start...end {
            let token = xml.tokens[index]
            if index > annotationEnd, token.kind == .startTag, reader.flows[index] == .annotation {
                annotationEnd = token.partner ?? end
            }
            let isBase =
                token.kind == .text && index > annotationEnd && reader.visible[index + 1] > reader.visible[index]
            if isBase {
                let text = XMLText.decode(xml.bytes, in: token.range)
                pieces.append(XHTMLRun.Item(range: token.range, content: .text(text, isWhole: true)))
            } else if let last = pieces.last, case .code = last.content {
                pieces[pieces.count - 1].range = last.range.lowerBound..<token.range.upperBound
            } else {
                let code = XHTMLRun.Item.Content.code(.standalone, .ruby, visible: "", pair: start)
                pieces.append(XHTMLRun.Item(range: token.range, content: code))
            }
        }
        if pieces.count > 1 {
            pieces[0].content = .code(.open, .ruby, visible: "", pair: start)
            pieces[pieces.count - 1].content = .code(.close, .ruby, visible: "", pair: start)
        }
        items += pieces
    }

    private mutating func addCode(_ range: Range<Int>, _ kind: InlineCode.Kind, visible: String = "") {
        append(range, .code(.standalone, kind, visible: visible, pair: -1))
    }

    private mutating func append(_ range: Range<Int>, _ content: XHTMLRun.Item.Content) {
        items.append(XHTMLRun.Item(range: range, content: content))
    }
}
