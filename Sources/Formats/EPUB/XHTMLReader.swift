import Text

/// Finds the units of an XHTML document: one for every run of text between block boundaries, and one for every attribute
/// that a reader sees.
struct XHTMLReader {
    var units: [Unit] = []
    var holes: [EPUBPart.Hole] = []
    let xml: XMLFile
    let path: String
    /// A table of contents: every text in it is a label, and no link in it is a footnote.
    let isNavigation: Bool
    /// A page outside of a book: texts for search engines and of forms are read too.
    let isPage: Bool

    /// By token: how its element behaves; `.inline` for what is no tag.
    let flows: [XHTMLElement.Flow]
    /// By token: whether there is a visible character before its end, counted from the start of the file.
    let visible: [Int32]

    private var keys: Set<String> = []
    private var repeats: [String: Int] = [:]
    /// Block elements that are open, as indexes of their start tags.
    private var blocks: [Int] = []
    private var runStart: Int?
    /// Attributes of the current run, which become units after its text.
    private var attributes: [(token: Int, attribute: XMLAttribute, name: String)] = []

    init(_ xml: XMLFile, path: String, isNavigation: Bool, isPage: Bool = false) {
        self.xml = xml
        self.path = path
        self.isNavigation = isNavigation
        self.isPage = isPage
        flows = Self.flows(of: xml)
        visible = Self.visible(in: xml)
    }

    /// Reads the document from end to end.
    mutating func run() {
        var index = 0
        while index < xml.tokens.count {
            let token = xml.tokens[index]
            switch token.kind {
            case .startTag:
                let name = xml.localName(token).lowercased()
                if name == "html" { addRoot(token) }
                if isKept(token, named: name) {
                    flush(before: index)
                    index = (token.partner ?? index) + 1
                    continue
                }
                if flows[index] == .opaque {
                    runStart = runStart ?? index
                    index = (token.partner ?? index) + 1
                    continue
                }
                noteAttributes(index, named: name)
                if flows[index] == .block {
                    flush(before: index)
                    if !token.isSelfClosing { blocks.append(index) }
                } else {
                    runStart = runStart ?? index
                }
            case .endTag where flows[index] == .block:
                flush(before: index)
                if let start = token.partner, let depth = blocks.lastIndex(of: start) {
                    blocks.removeSubrange(depth...)
                }
            default: runStart = runStart ?? index
            }
            index += 1
        }
        flush(before: index)
    }

    /// A block whose content is not translated: marked so, or a listing of code.
    private func isKept(_ token: XMLToken, named name: String) -> Bool {
        guard let end = token.partner else { return false }
        if name == "pre" {
            let start = xml.tokens[end].partner ?? end
            return xml.tokens[start..<end].contains { $0.kind == .startTag && xml.localName($0) == "code" }
        }
        return XHTMLElement.flow(name) == .block && xml.value("translate", of: token) == "no"
    }

    // MARK: Units

    private mutating func flush(before end: Int) {
        if let start = runStart, visible[end] > visible[start] {
            let block = blocks.last
            let name = block.map { xml.localName(xml.tokens[$0]).lowercased() } ?? ""
            let kind = isNavigation && name != "title" ? .navigation : XHTMLElement.kind(name)
            let id = block.flatMap { XHTMLElement.namesText(name) ? xml.value("id", of: xml.tokens[$0]) : nil }
            add(start..<end, kind: kind, id: id, block: block, name: name)
        }
        runStart = nil
        for (token, attribute, name) in attributes { addAttribute(attribute, named: name, of: xml.tokens[token]) }
        attributes = []
    }

    /// Adds the content of an element that holds plain text only, as those of metadata do.
    mutating func addElement(_ start: Int, kind: Unit.Kind, id: String?) {
        guard let end = xml.tokens[start].partner, start + 1 < end else { return }
        add(start + 1..<end, kind: kind, id: id, block: nil, name: "")
    }

    private mutating func add(_ tokens: Range<Int>, kind: Unit.Kind, id: String?, block: Int?, name: String) {
        guard let run = XHTMLRun(tokens, of: self, keepsSpace: name == "pre") else { return }
        // A title that only repeats the name of its file was put there by a program.
        if name == "title", run.source.text == EPUBPath.fileName(path) { return }
        let key = key(id ?? String(StableHash(run.source.tagged).hex.prefix(8)))
        units.append(Unit(key: key, source: run.source, kind: kind))
        for indent in run.indents { holes.append(EPUBPart.Hole(range: indent, content: .indent(key: key))) }

        var bilingual = EPUBPart.Bilingual.no
        if let block, !isNavigation, name != "title" {
            if name == "p", let end = xml.tokens[block].partner, tokens == block + 1..<end {
                bilingual = .copy
                let place = xml.tokens[end].range.upperBound
                let copy = EPUBPart.Copy(element: block, wrappers: run.wrappers)
                holes.append(
                    EPUBPart.Hole(range: place..<place, content: .copy(key: key, codes: run.codes, of: copy))
                )
            } else {
                let prefix = xml.name(xml.tokens[block]).dropLast(name.utf8.count)
                bilingual = .inside(prefix: String(prefix))
            }
        }
        holes.append(
            EPUBPart.Hole(range: run.range, content: .text(key: key, codes: run.codes, bilingual: bilingual))
        )
    }

    /// A key that no other unit of this file has, also where an `id` looks like a repeat.
    private mutating func key(_ name: String) -> String {
        var key = name
        while !keys.insert(key).inserted {
            let count = (repeats[name] ?? 1) + 1
            repeats[name] = count
            key = "\(name).\(count)"
        }
        return "\(path)#\(key)"
    }

    // MARK: Attributes

    private mutating func noteAttributes(_ index: Int, named element: String) {
        let token = xml.tokens[index]
        guard token.hasAttributes, element != "link", isPage || element != "meta" else { return }
        for attribute in xml.attributes(of: token) {
            let name = isPage ? xml.string(attribute.name).lowercased() : xml.string(attribute.name)
            guard attribute.quote != nil else { continue }
            let isShown = name == "alt" || name == "title" || name == "aria-label"
            guard isShown || (isPage && HTMLAttribute.isText(name, of: element, token, in: xml)) else { continue }
            attributes.append((index, attribute, name))
        }
    }

    private mutating func addAttribute(_ attribute: XMLAttribute, named name: String, of token: XMLToken) {
        let text = XMLText.decode(xml.bytes, in: attribute.value).trimmed
        guard !text.isEmpty else { return }
        let id = xml.value("id", of: token) ?? String(StableHash(text).hex.prefix(8))
        let key = key("\(id)@\(name)")
        units.append(Unit(key: key, source: InlineText(text), kind: .alternative))
        holes.append(EPUBPart.Hole(range: attribute.value, content: .attribute(key: key)))
    }

    /// The language of the whole document, and its direction.
    private mutating func addRoot(_ token: XMLToken) {
        var hasDirection = false
        for attribute in xml.attributes(of: token) {
            switch xml.string(attribute.name) {
            case "lang", "xml:lang":
                holes.append(EPUBPart.Hole(range: attribute.value, content: .language(quote: attribute.quote)))
            case "dir": hasDirection = true
            default: break
            }
        }
        if !hasDirection {
            let place = token.name.upperBound
            holes.append(EPUBPart.Hole(range: place..<place, content: .direction))
        }
    }

    // MARK: Tables by token

    /// Whether there is Han inside: converters make `<code>` of stray grave accents, and then a story goes on in it.
    private static func holdsHan(_ token: XMLToken, in xml: XMLFile) -> Bool {
        guard let end = token.partner else { return false }
        let inside = token.range.upperBound..<xml.tokens[end].range.lowerBound
        return XMLText.decode(xml.bytes, in: inside).containsHan
    }

    /// An inline element that holds a block behaves like one.
    private static func flows(of xml: XMLFile) -> [XHTMLElement.Flow] {
        var flows = [XHTMLElement.Flow](repeating: .inline, count: xml.tokens.count)
        var open: [Int] = []
        for (index, token) in xml.tokens.enumerated() {
            if token.kind == .startTag {
                let name = xml.localName(token).lowercased()
                var flow = XHTMLElement.flow(name)
                if name == "code", holdsHan(token, in: xml) { flow = .inline }
                if flow == .inline, xml.value("translate", of: token) == "no" { flow = .opaque }
                flows[index] = flow
                if flow == .block {
                    for outer in open.reversed() {
                        if flows[outer] == .block { break }
                        if flows[outer] == .inline { flows[outer] = .block }
                    }
                }
                if token.partner != nil { open.append(index) }
            } else if token.kind == .endTag, let start = token.partner {
                flows[index] = flows[start]
                if let depth = open.lastIndex(of: start) { open.removeSubrange(depth...) }
            }
        }
        return flows
    }

    private static func visible(in xml: XMLFile) -> [Int32] {
        var counts: [Int32] = [0]
        counts.reserveCapacity(xml.tokens.count + 1)
        var count: Int32 = 0
        for token in xml.tokens {
            switch token.kind {
            case .text
            where XMLText.decode(xml.bytes, in: token.range).unicodeScalars.contains { !$0.properties.isWhitespace },
                .cdata:
                count += 1
            default: break
            }
            counts.append(count)
        }
        return counts
    }
}
