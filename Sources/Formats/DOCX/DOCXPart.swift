import Text

/// One XML file of a DOCX that holds text.
struct DOCXPart {
    let xml: XMLFile
    /// In the order in which they begin; one in a text box comes after the one that holds the box.
    private(set) var paragraphs: [DOCXParagraph] = []

    /// The paragraphs of a document, a header, a footer, or notes.
    init(_ xml: XMLFile) {
        self.xml = xml
        var cells = 0
        for (index, token) in xml.tokens.enumerated() {
            if xml.isNamed("w:tc", token), token.partner != nil { cells += token.kind == .startTag ? 1 : -1 }
            guard token.kind == .startTag, let end = token.partner, xml.isNamed("w:p", token) else { continue }
            let content = DOCXItems(xml, paragraph: index)
            guard var inline = DOCXInline(content.items, of: xml) else { continue }
            let source = inline.source()
            paragraphs.append(
                DOCXParagraph(
                    source: source,
                    hole: inline.hole,
                    indent: inline.indent,
                    properties: inline.base,
                    codes: inline.codes,
                    style: content.style,
                    outlineLevel: content.outlineLevel,
                    isInTable: cells > 0,
                    element: token.range.lowerBound..<xml.tokens[end].range.upperBound,
                    paragraphProperties: content.paragraphProperties
                )
            )
        }
    }

    /// The fields of `docProps/core.xml` that are translated.
    static func properties(_ xml: XMLFile) -> [(kind: Unit.Kind, text: String, range: Range<Int>)] {
        var fields: [(Unit.Kind, String, Range<Int>)] = []
        let kinds: [String: Unit.Kind] = [
            "dc:title": .title, "dc:creator": .author, "dc:subject": .metadata, "dc:description": .metadata,
        ]
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag {
            guard let kind = kinds[xml.name(token)], let end = token.partner else { continue }
            let text = xml.text(inside: index..<end).trimmed
            guard !text.isEmpty else { continue }
            fields.append((kind, text, token.range.upperBound..<xml.tokens[end].range.lowerBound))
        }
        return fields
    }
}
