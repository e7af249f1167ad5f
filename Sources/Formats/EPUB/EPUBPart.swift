import Text

/// One file of a book, read: its units, and the holes that they leave in its bytes.
struct EPUBPart {
    let path: String
    let kind: Kind
    let xml: XMLFile
    var units: [Unit] = []
    /// Sorted by start; a hole in an attribute may lie inside a hole of text, in one of its codes.
    var holes: [Hole] = []

    enum Kind: Sendable {
        /// A document of the spine.
        case content
        /// The navigation document of EPUB 3.
        case navigation
        /// The table of contents of EPUB 2.
        case ncx
        case package
        /// A page of its own, as browsers read it: also with the texts that only programs see.
        case page
    }

    struct Hole {
        /// Byte offsets in `xml.bytes`.
        var range: Range<Int>
        var content: Content
    }

    enum Content {
        /// The text of a unit, with its codes.
        case text(key: String, codes: [Code], bilingual: Bilingual)
        /// The value of an attribute.
        case attribute(key: String)
        /// White space that indents a unit: for Han text only.
        case indent(key: String)
        /// Where the translated copy of an element goes, in a bilingual edition.
        case copy(key: String, codes: [Code], of: Copy)
        /// The value of a language attribute or element.
        case language(quote: UInt8?)
        /// Where a direction attribute can be put into the root's tag.
        case direction
    }

    /// How a bilingual edition shows a unit.
    enum Bilingual: Equatable {
        /// The translation alone: titles, labels.
        case no
        /// In the same element, after a line break. The prefix is that of the element's name, with its colon.
        case inside(prefix: String)
        /// In a copy of the element.
        case copy
    }

    /// An element to be repeated, and the elements inside it that enclose the whole text: indexes of their start tags,
    /// outermost first.
    struct Copy {
        var element: Int
        var wrappers: [Int]
    }

    /// A code of a unit and its bytes.
    struct Code {
        var id: Int
        var role: InlineCode.Role
        var range: Range<Int>
    }

    init(path: String, kind: Kind, xml: XMLFile) {
        self.path = path
        self.kind = kind
        self.xml = xml
        switch kind {
        case .content, .navigation, .page: readXHTML()
        case .ncx: readLabels()
        case .package: readMetadata()
        }
        holes.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
    }

    private mutating func readXHTML() {
        var reader = XHTMLReader(xml, path: path, isNavigation: kind == .navigation, isPage: kind == .page)
        reader.run()
        units = reader.units
        holes = reader.holes
    }

    private mutating func readLabels() {
        var reader = XHTMLReader(xml, path: path, isNavigation: true)
        var owner: String?
        var kind = Unit.Kind.navigation
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag {
            switch xml.localName(token) {
            case "docTitle": (owner, kind) = (nil, .title)
            case "docAuthor": (owner, kind) = (nil, .author)
            case "navPoint", "navTarget", "pageTarget", "navList", "navMap", "pageList":
                (owner, kind) = (xml.value("id", of: token), .navigation)
            case "text": reader.addElement(index, kind: kind, id: owner)
            default: break
            }
        }
        units = reader.units
        holes = reader.holes
    }

    private mutating func readMetadata() {
        var reader = XHTMLReader(xml, path: path, isNavigation: true)
        var hasLanguage = false
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag {
            let id = xml.value("id", of: token)
            switch xml.localName(token) {
            case "title": reader.addElement(index, kind: .title, id: id)
            case "creator": reader.addElement(index, kind: .author, id: id)
            case "description", "subject": reader.addElement(index, kind: .metadata, id: id)
            case "language" where !hasLanguage:
                guard let end = token.partner else { continue }
                hasLanguage = true
                let range = token.range.upperBound..<xml.tokens[end].range.lowerBound
                reader.holes.append(Hole(range: range, content: .language(quote: nil)))
            default: break
            }
        }
        units = reader.units
        holes = reader.holes
    }
}
