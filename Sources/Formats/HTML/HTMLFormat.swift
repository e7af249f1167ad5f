import Text

/// Web pages: HTML as browsers read it, with tags left out and in any case, and XHTML.
///
/// Units are the texts between block elements, titles, descriptions and keywords, and the attributes that readers see. A
/// unit's key is `page#`, and the `id` of its element or else eight digits of a hash of its text; texts of attributes add
/// `@alt`, `@content` and so on. `lang` and `dir` of the page follow the target.
package enum HTMLFormat: Format {
    package static let name = "html"
    package static let summary = "HTML and XHTML pages"
    package static let extensions = ["html", "htm", "xhtml", "shtml"]
    package static let family = FormatFamily.books
    package static let carries: Set<FormatFeature> = [.codes]

    package static func recognize(_ sample: FileSample) -> Recognition {
        let head = String(decoding: sample.head.prefix(4096), as: UTF8.self).lowercased().trimmed
        guard head.hasPrefix("<") || head.hasPrefix("\u{FEFF}<") else { return .no }
        if head.contains("<!doctype html") || head.contains("<html") { return .certain }
        return extensions.contains(sample.ending) ? .likely : .no
    }

    /// Throws `.malformed` for a file without any element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options, dialect: dialect(of: bytes))
        let part = EPUBPart(path: "page", kind: .page, xml: source.xml)
        var list = UnitList()
        for unit in part.units { list.add(unit) }
        let title = part.units.first { $0.kind == .heading } ?? part.units.first { $0.kind == .metadata }
        list.endChapter("page", title: title?.source.plain.trimmed)
        var details = Document.Details(encoding: source.decoded.encoding.rawValue)
        details.title = title?.source.plain.trimmed
        if let root = source.xml.root {
            details.language = (source.xml.value("lang", of: root)).flatMap { LanguageTag($0) }
        }
        return Document(
            file: file,
            format: name,
            units: list.units,
            chapters: list.chapters,
            details: details,
            findings: source.findings,
            skeleton: XMLSkeleton(source, part)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<EPUBPart> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as HTML.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        let xml = skeleton.places.xml
        var writer = EPUBPartWriter(
            skeleton.places,
            edition: edition,
            file: document.file,
            references: HTMLReferences(of: xml, hasEntities: dialect(of: xml.bytes) == .html)
        )
        for edit in writer.edits() {
            patch.replace(edit.range, by: patch.holding(String(decoding: edit.bytes, as: UTF8.self)))
        }
        var written = patch.finish()
        written.findings += writer.findings
        return written
    }

    /// A page that begins with an XML declaration is read by the rules of XML.
    private static func dialect(of bytes: [UInt8]) -> XMLDialect {
        let head = bytes.prefix(64).filter { $0 != 0 }
        return String(decoding: head, as: UTF8.self).contains("<?xml") ? .xml : .html
    }
}
