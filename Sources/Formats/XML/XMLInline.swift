import Text

/// What an element is inside of a text.
enum XMLInlineElement {
    /// Its tags are a pair of codes around text.
    case pair(InlineCode.Kind)
    /// The element with all that it holds is one code; `visible` is what a reader sees of it.
    case whole(InlineCode.Kind, visible: String = "")
    /// The element as a whole begins or ends a pair that is known by a name (`bpt` and `ept` of XLIFF and TMX).
    case begins(String)
    case ends(String)
}

/// Text and markup between two tags, before the codes have their numbers.
enum XMLPiece {
    case text(String)
    case code(Code)

    struct Code {
        var range: Range<Int>
        var role: InlineCode.Role
        var kind: InlineCode.Kind
        var visible = ""
        /// What the two codes of a pair have in common.
        var pair = ""
        /// Whether they are tags that must nest.
        var nests = false
    }
}

/// The place of a text in a file, and the markup in it that is written back as it is.
struct XMLSlot: Sendable {
    /// The bytes that a translation replaces.
    var range: Range<Int>
    var container = XMLContainer.content
    var markup: [Code] = []
    /// What a line feed of a translation is in the file, where that is markup.
    var lineBreak: String?

    struct Code: Sendable {
        var id: Int
        var role: InlineCode.Role
        var range: Range<Int>
        var nests: Bool
    }
}

/// Reads the text of elements and attributes.
struct XMLInlineReader {
    let xml: XMLFile
    let scanner: PlaceholderScanner
    let space: Space
    /// What a start tag, by its index, is inside of a text.
    let element: (Int) -> XMLInlineElement

    enum Space {
        /// Every character counts.
        case keep
        /// White space at both ends belongs to the file.
        case trim
        /// That too, and every run of white space is one space.
        case collapse
    }

    init(
        _ xml: XMLFile,
        _ scanner: PlaceholderScanner,
        space: Space = .keep,
        element: @escaping (Int) -> XMLInlineElement = { _ in .pair(.markup) }
    ) {
        self.xml = xml
        self.scanner = scanner
        self.space = space
        self.element = element
    }

    /// The content of an element; nil where it holds nothing but white space.
    func read(inside start: Int) -> (text: InlineText, slot: XMLSlot)? {
        if space != .collapse, xml.tokens[start].partner == start + 2, xml.tokens[start + 1].kind == .text {
            // Most texts are a text and nothing else.
            var range = xml.tokens[start + 1].range
            if space == .trim { range = XMLSpace.trim(range, in: xml.bytes) }
            if let text = xml.known(range) {
                return text.isBlank ? nil : (scanner.inline(text), XMLSlot(range: range))
            }
        }
        guard let content = pieces(inside: start) else { return nil }
        return finish(content.pieces, content.slot)
    }

    /// The content of an element before placeholders are looked for.
    func pieces(inside start: Int) -> (pieces: [XMLPiece], slot: XMLSlot)? {
        guard let end = xml.tokens[start].partner, start + 1 < end else { return nil }
        return pieces(of: start + 1..<end)
    }

    func pieces(of tokens: Range<Int>) -> (pieces: [XMLPiece], slot: XMLSlot)? {
        let tokens = space == .keep ? tokens : core(of: tokens)
        if let section = cdata(tokens) { return section }
        guard let range = range(of: tokens) else { return nil }
        var pieces: [XMLPiece] = []
        var index = tokens.lowerBound
        while index < tokens.upperBound { index = add(index, within: range, limit: tokens.upperBound, to: &pieces) }
        if space == .collapse { XMLSpace.collapse(&pieces) }
        return (pieces, XMLSlot(range: range, container: space == .collapse ? .collapsed : .content))
    }

    /// The value of an attribute.
    func read(_ attribute: XMLAttribute) -> (text: InlineText, slot: XMLSlot)? {
        guard let quote = attribute.quote else { return nil }
        var range = attribute.value
        if space != .keep { range = XMLSpace.trim(range, in: xml.bytes) }
        let text = XMLText.meaning(xml.bytes, range, isAttribute: true)
        guard !text.isBlank else { return nil }
        return finish([.text(text)], XMLSlot(range: range, container: .attribute(quote)))
    }

    /// Looks for placeholders and numbers the codes.
    func finish(_ pieces: [XMLPiece], _ slot: XMLSlot) -> (text: InlineText, slot: XMLSlot)? {
        if pieces.count == 1, case .text(let run) = pieces[0] {
            return run.isBlank ? nil : (scanner.inline(run), slot)
        }
        var slot = slot
        var text = InlineText(parts: [])
        var next = 1
        var hasText = false
        var numbers: [String: Int] = [:]
        let pairs = Self.pairs(in: pieces)
        for piece in pieces {
            switch piece {
            case .text(let run):
                if !run.isBlank { hasText = true }
                for part in scanner.inline(run, firstID: next).parts {
                    if case .code(let code) = part { next = max(next, code.id + 1) }
                    text.append(part)
                }
            case .code(var code):
                if code.role != .standalone, !pairs.contains(code.pair) { code.role = .standalone }
                var id = next
                if code.role == .close, let opened = numbers[code.pair] { id = opened } else { next += 1 }
                if code.role == .open { numbers[code.pair] = id }
                let data = xml.string(code.range)
                text.append(
                    .code(InlineCode(id: id, role: code.role, kind: code.kind, data: data, visible: code.visible))
                )
                let nests = code.nests && code.role != .standalone
                slot.markup.append(XMLSlot.Code(id: id, role: code.role, range: code.range, nests: nests))
            }
        }
        return hasText ? (text, slot) : nil
    }

    /// The pairs of which both codes are there, the opening one first.
    private static func pairs(in pieces: [XMLPiece]) -> Set<String> {
        var open: Set<String> = []
        var pairs: Set<String> = []
        for case .code(let code) in pieces where code.role != .standalone {
            if code.role == .open {
                open.insert(code.pair)
            } else if open.contains(code.pair) {
                pairs.insert(code.pair)
            }
        }
        return pairs
    }

    // MARK: Tokens

    /// A text that stands in CDATA sections with nothing between them, and only white space around them.
    private func cdata(_ tokens: Range<Int>) -> (pieces: [XMLPiece], slot: XMLSlot)? {
        guard let first = tokens.first(where: { xml.tokens[$0].kind != .text }), xml.tokens[first].kind == .cdata else {
            return nil
        }
        var last = first
        while last + 1 < tokens.upperBound, xml.tokens[last + 1].kind == .cdata { last += 1 }
        for index in tokens where index < first || index > last {
            guard xml.tokens[index].kind == .text, XMLSpace.isBlank(xml.bytes[xml.tokens[index].range]) else {
                return nil
            }
        }
        var range = XMLFile.inside(xml.tokens[first]).lowerBound..<XMLFile.inside(xml.tokens[last]).upperBound
        guard first < last || space == .keep else {
            range = XMLSpace.trim(range, in: xml.bytes)
            let text = XMLText.lineFeeds(xml.string(range))
            return text.isBlank ? nil : ([.text(text)], XMLSlot(range: range, container: .cdata))
        }
        let text = (first...last).map { xml.string(XMLFile.inside(xml.tokens[$0])) }.joined()
        return text.isBlank ? nil : ([.text(XMLText.lineFeeds(text))], XMLSlot(range: range, container: .cdata))
    }

    /// The tokens without pairs of tags that enclose all of the text: those stay in the file.
    private func core(of tokens: Range<Int>) -> Range<Int> {
        var tokens = tokens
        while true {
            let inner = tokens.drop { isIdle($0) }
            guard let first = inner.first, let last = inner.last(where: { !isIdle($0) }), first + 1 < last,
                xml.tokens[first].kind == .startTag, xml.tokens[first].partner == last, case .pair = element(first)
            else { return tokens }
            tokens = first + 1..<last
        }
    }

    /// Whether a token at an end of the content is no part of the text.
    private func isIdle(_ index: Int) -> Bool {
        let token = xml.tokens[index]
        return token.kind == .comment || (token.kind == .text && XMLSpace.isBlank(xml.bytes[token.range]))
    }

    /// The bytes of the content, without the white space around it if that does not count.
    private func range(of tokens: Range<Int>) -> Range<Int>? {
        var range = xml.tokens[tokens.lowerBound].range.lowerBound..<xml.tokens[tokens.upperBound - 1].range.upperBound
        guard space != .keep else { return range }
        var (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
        while first <= last, isIdle(first) { first += 1 }
        while last >= first, isIdle(last) { last -= 1 }
        guard first <= last else { return nil }
        range = xml.tokens[first].range.lowerBound..<xml.tokens[last].range.upperBound
        let lower =
            xml.tokens[first].kind == .text ? XMLSpace.trim(xml.tokens[first].range, in: xml.bytes).lowerBound : nil
        let upper =
            xml.tokens[last].kind == .text ? XMLSpace.trim(xml.tokens[last].range, in: xml.bytes).upperBound : nil
        return (lower ?? range.lowerBound)..<(upper ?? range.upperBound)
    }

    /// Adds a token, or the element that begins with it when that is one code; returns the index after it.
    private func add(_ index: Int, within range: Range<Int>, limit: Int, to pieces: inout [XMLPiece]) -> Int {
        let token = xml.tokens[index]
        let part = token.range.clamped(to: range)
        guard !part.isEmpty else { return index + 1 }
        switch token.kind {
        case .text: addText(part, to: &pieces)
        case .cdata: append(XMLText.lineFeeds(xml.string(XMLFile.inside(token))), to: &pieces)
        case .comment, .instruction:
            pieces.append(.code(XMLPiece.Code(range: token.range, role: .standalone, kind: .comment)))
        case .doctype, .junk:
            pieces.append(.code(XMLPiece.Code(range: token.range, role: .standalone, kind: .markup)))
        case .endTag:
            let pair = token.partner.map { "#\($0)" } ?? ""
            let role: InlineCode.Role = token.partner == nil ? .standalone : .close
            pieces.append(
                .code(XMLPiece.Code(range: token.range, role: role, kind: .markup, pair: pair, nests: true))
            )
        case .startTag: return addElement(index, limit: limit, to: &pieces)
        }
        return index + 1
    }

    private func addElement(_ index: Int, limit: Int, to pieces: inout [XMLPiece]) -> Int {
        let token = xml.tokens[index]
        let end = min(token.partner ?? index, limit - 1)
        let whole = token.range.lowerBound..<xml.tokens[end].range.upperBound
        switch element(index) {
        case .pair(let kind) where end > index:
            let code = XMLPiece.Code(range: token.range, role: .open, kind: kind, pair: "#\(index)", nests: true)
            pieces.append(.code(code))
            return index + 1
        case .pair(let kind): pieces.append(.code(XMLPiece.Code(range: whole, role: .standalone, kind: kind)))
        case .whole(let kind, let visible):
            pieces.append(.code(XMLPiece.Code(range: whole, role: .standalone, kind: kind, visible: visible)))
        case .begins(let pair):
            pieces.append(.code(XMLPiece.Code(range: whole, role: .open, kind: .markup, pair: pair)))
        case .ends(let pair):
            pieces.append(.code(XMLPiece.Code(range: whole, role: .close, kind: .markup, pair: pair)))
        }
        return end + 1
    }

    private func addText(_ range: Range<Int>, to pieces: inout [XMLPiece]) {
        if space != .collapse || !xml.bytes[range].contains(UInt8(ascii: "&")),
            let text = xml.known(range)
        {
            return append(text, to: &pieces)
        }
        for piece in XMLText.pieces(xml.bytes, in: range) {
            if let text = piece.text {
                let isSpace = piece.isReference && space == .collapse && text.isBlank
                let run = piece.isReference ? text : XMLText.lineFeeds(text)
                append(isSpace ? XMLSpace.kept(text) : run, to: &pieces)
            } else {
                let visible = xml.string(piece.range)
                let code = XMLPiece.Code(range: piece.range, role: .standalone, kind: .character, visible: visible)
                pieces.append(.code(code))
            }
        }
    }

    private func append(_ text: String, to pieces: inout [XMLPiece]) {
        guard !text.isEmpty else { return }
        if case .text(let run)? = pieces.last {
            pieces[pieces.count - 1] = .text(run + text)
        } else {
            pieces.append(.text(text))
        }
    }
}
