import Text

/// The package document and the NCX of a new book.
struct EPUBBookPackage {
    let book: EPUBBook
    let labels: [EPUBBookLabel]
    /// Whether the source is shown somewhere.
    let isBilingual: Bool

    static let container = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>

        """

    /// A table of contents up to this length stands before the text; a longer one would keep a reader from it and stands
    /// behind.
    static let longestFrontContents = 60

    var document: String {
        let target = book.target
        let direction = target.isRightToLeft ? " dir=\"rtl\"" : ""
        let progression = target.isRightToLeft ? " page-progression-direction=\"rtl\"" : ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="\(target)"\(direction)>
              <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            \(metadata.map { "    \($0)\n" }.joined())  </metadata>
              <manifest>
                <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
                <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
                <item id="style" href="style.css" media-type="text/css"/>
                <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
                <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
            \(labels.indices.map(item).joined())    <item id="colophon" href="colophon.xhtml" media-type="application/xhtml+xml"/>
              </manifest>
              <spine toc="ncx"\(progression)>
            \(spine.map { "    <itemref idref=\"\($0)\"/>\n" }.joined())  </spine>
            </package>

            """
    }

    private func item(_ index: Int) -> String {
        "    <item id=\"c\(index + 1)\" href=\"\(labels[index].path)\" media-type=\"application/xhtml+xml\"/>\n"
    }

    private var spine: [String] {
        let chapters = labels.indices.map { "c\($0 + 1)" }
        return labels.count <= Self.longestFrontContents
            ? ["cover", "nav"] + chapters + ["colophon"] : ["cover"] + chapters + ["colophon", "nav"]
    }

    private var metadata: [String] {
        let escape = { (text: String) in XMLText.escape(text.trimmed) }
        let original = book.originalTitle.map(escape) ?? ""
        let modified = Self.isMoment(book.modified) ? book.modified : "1980-01-01T00:00:00Z"
        var lines = [
            "<dc:identifier id=\"id\">\(escape(book.identifier))</dc:identifier>",
            "<dc:title id=\"title\">\(escape(book.title))</dc:title>",
            "<meta refines=\"#title\" property=\"title-type\">main</meta>",
        ]
        if !original.isEmpty {
            lines.append(
                "<meta refines=\"#title\" property=\"alternate-script\" xml:lang=\"\(book.source)\">\(original)</meta>"
            )
        }
        if let author = book.author.map(escape), !author.isEmpty {
            lines.append("<dc:creator id=\"author\">\(author)</dc:creator>")
            lines.append("<meta refines=\"#author\" property=\"role\" scheme=\"marc:relators\">aut</meta>")
        }
        if let translator = book.translator.map(escape), !translator.isEmpty {
            lines.append("<dc:contributor id=\"translator\">\(translator)</dc:contributor>")
            lines.append("<meta refines=\"#translator\" property=\"role\" scheme=\"marc:relators\">trl</meta>")
        }
        lines.append("<dc:language>\(book.target)</dc:language>")
        if isBilingual, book.source != book.target { lines.append("<dc:language>\(book.source)</dc:language>") }
        if !original.isEmpty { lines.append("<dc:source>\(original)</dc:source>") }
        return lines + [
            "<meta property=\"dcterms:modified\">\(modified)</meta>",
            "<meta property=\"schema:accessMode\">textual</meta>",
            "<meta property=\"schema:accessModeSufficient\">textual</meta>",
            "<meta property=\"schema:accessibilityFeature\">structuralNavigation</meta>",
            "<meta property=\"schema:accessibilityFeature\">tableOfContents</meta>",
            "<meta property=\"schema:accessibilityHazard\">none</meta>",
            "<meta name=\"cover\" content=\"cover-image\"/>",
        ]
    }

    /// The table of contents as EPUB 2 wants it.
    var ncx: String {
        let points = labels.enumerated().map { index, label in
            """
                <navPoint id="n\(index + 1)" playOrder="\(index + 1)">
                  <navLabel><text>\(XMLText.escape(label.text))</text></navLabel>
                  <content src="\(label.path)"/>
                </navPoint>

            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="\(book.target)">
              <head>
                <meta name="dtb:uid" content="\(XMLText.escapeAttribute(book.identifier.trimmed))"/>
                <meta name="dtb:depth" content="1"/>
                <meta name="dtb:totalPageCount" content="0"/>
                <meta name="dtb:maxPageNumber" content="0"/>
              </head>
              <docTitle><text>\(XMLText.escape(book.title.trimmed))</text></docTitle>
              <navMap>
            \(points.joined())  </navMap>
            </ncx>

            """
    }

    /// Whether a text is a moment as `dcterms:modified` wants it (https://www.w3.org/TR/epub-33/#last-modified-date).
    static func isMoment(_ text: String) -> Bool {
        let pattern = Array("0000-00-00T00:00:00Z".utf8)
        return text.utf8.count == pattern.count
            && zip(text.utf8, pattern).allSatisfy { byte, form in
                form == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == form
            }
    }
}
