import Text

/// Reads the paragraphs of a FictionBook.
struct FB2Reader {
    private(set) var list = UnitList()
    private(set) var places = Places()
    private(set) var details = Document.Details()
    private let xml: XMLFile
    private let reader: XMLInlineReader

    struct Places: Sendable {
        var paragraphs: [Paragraph] = []
        /// The content of `<lang>`.
        var language: Range<Int>?
    }

    struct Paragraph: Sendable {
        var slot: XMLSlot
        /// The ideographic indent before it.
        var indent: Range<Int>?
        var copy: Copy?
    }

    /// Where a bilingual edition puts the translation.
    struct Copy: Sendable {
        var place: Int
        var before: String
        var after: String
    }

    init(_ source: XMLSource) {
        xml = source.xml
        let xml = source.xml
        reader = XMLInlineReader(xml, PlaceholderScanner([]), space: .collapse) { index in
            if xml.has("image", index) { return .whole(.object) }
            if xml.has("a", index), xml.value("type", of: index) == "note" {
                return .whole(.anchor, visible: xml.content(of: index) ?? "")
            }
            return .pair(.markup)
        }
    }

    mutating func read(_ root: Int) {
        for part in xml.children(of: root) {
            if xml.has("description", part) {
                readDescription(part)
                list.endChapter("description")
            } else if xml.has("body", part) {
                readBody(part)
            }
        }
    }

    // MARK: Description

    private mutating func readDescription(_ description: Int) {
        // <src-title-info> is about the book that this one is translated from.
        guard let info = xml.child("title-info", of: description) else { return }
        for part in xml.children(of: info) {
            switch xml.localName(xml.tokens[part]) {
            case "book-title":
                details.title = xml.content(of: part)
                add(part, kind: .title, chapter: "description")
            case "author":
                let names = xml.children(of: part).filter {
                    !xml.has("id", $0) && !xml.has("home-page", $0) && !xml.has("email", $0)
                }
                details.author = details.author ?? names.compactMap { xml.content(of: $0) }.joined(separator: " ")
                for name in names { add(name, kind: .author, chapter: "description") }
            case "keywords": add(part, kind: .metadata, chapter: "description")
            case "annotation": addBlocks(part, chapter: "description", kind: .metadata)
            case "lang":
                details.language = xml.content(of: part).flatMap { LanguageTag($0) }
                places.language = xml.inside(part).map { XMLSpace.trim($0, in: xml.bytes) }
            case "sequence":
                guard let name = xml.local("name", of: part), let (text, slot) = reader.read(name) else { continue }
                add(text, slot, kind: .metadata, name: nil, chapter: "description")
            default: break
            }
        }
    }

    // MARK: Bodies

    private mutating func readBody(_ body: Int) {
        let name = xml.value("name", of: body) ?? "body"
        var number = 0
        var start = list.units.count
        var title: String?
        for part in xml.children(of: body) {
            if xml.has("section", part) {
                // What stands before the first section is a chapter of its own.
                if number == 0, list.units.count > start { list.endChapter(name, title: title) }
                number += 1
                start = list.units.count
                let heading = xml.child("title", of: part).flatMap { xml.content(of: $0) }
                let lines = heading?.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter {
                    !$0.isEmpty
                }
                addBlocks(part, chapter: "\(name)/\(number)", kind: .paragraph)
                list.endChapter("\(name)/\(number)", title: lines?.joined(separator: " "))
            } else {
                title = title ?? (xml.has("title", part) ? xml.content(of: part) : nil)
                addBlocks(part, chapter: name, kind: xml.has("title", part) ? .heading : .paragraph)
            }
        }
        if number == 0 { list.endChapter(name, title: title) }
    }

    /// Adds every paragraph inside of an element.
    private mutating func addBlocks(_ element: Int, chapter: String, kind: Unit.Kind) {
        guard let end = xml.tokens[element].partner else { return }
        var titleEnd = -1
        var index = xml.tokens[element].kind == .startTag && isBlock(element) ? element : element + 1
        while index < end {
            if xml.tokens[index].kind == .startTag {
                if xml.has("title", index) { titleEnd = max(titleEnd, xml.tokens[index].partner ?? index) }
                if isBlock(index) {
                    let isTitle = index < titleEnd || xml.has("subtitle", index)
                    let isCell = xml.has("td", index) || xml.has("th", index)
                    add(index, kind: isTitle ? .heading : isCell ? .item : kind, chapter: chapter)
                    index = max(index, xml.tokens[index].partner ?? index)
                }
            }
            index += 1
        }
    }

    private func isBlock(_ index: Int) -> Bool {
        switch xml.localName(xml.tokens[index]) {
        case "p", "v", "subtitle", "text-author", "td", "th", "date": true
        default: false
        }
    }

    private mutating func add(_ element: Int, kind: Unit.Kind, chapter: String) {
        guard let content = reader.pieces(inside: element) else { return }
        var pieces = content.pieces
        var slot = content.slot
        let indent = takeIndent(&pieces, &slot)
        guard let (text, place) = reader.finish(pieces, slot) else { return }
        add(text, place, kind: kind, name: xml.value("id", of: element), chapter: chapter)
        let last = places.paragraphs.count - 1
        places.paragraphs[last].indent = indent
        guard kind == .paragraph || kind == .heading, chapter != "description" else { return }
        let name = xml.name(xml.tokens[element])
        places.paragraphs[last].copy = Copy(
            place: xml.end(of: element),
            before: "\(xml.indent(before: element))<\(name)>",
            after: "</\(name)>"
        )
    }

    private mutating func add(_ text: InlineText, _ slot: XMLSlot, kind: Unit.Kind, name: String?, chapter: String) {
        let name = name ?? UnitList.hashed(text.tagged)
        list.add(Unit(key: list.key("\(chapter)#\(name)"), source: text, kind: kind))
        places.paragraphs.append(Paragraph(slot: slot))
    }

    /// Takes ideographic spaces from the start of a text.
    private func takeIndent(_ pieces: inout [XMLPiece], _ slot: inout XMLSlot) -> Range<Int>? {
        guard case .text(let run)? = pieces.first, slot.container != .cdata else { return nil }
        let start = slot.range.lowerBound
        var end = start
        while end + 2 < slot.range.upperBound, xml.bytes[end..<end + 3].elementsEqual([0xE3, 0x80, 0x80]) { end += 3 }
        guard end > start else { return nil }
        pieces[0] = .text(String(run.drop { $0 == "\u{3000}" }))
        slot.range = end..<slot.range.upperBound
        return start..<end
    }
}
