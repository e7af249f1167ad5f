import Text

/// Word documents (ECMA-376): the paragraphs of the document, of notes, headers and footers, tables and text boxes, and the
/// title and author in the properties. Everything else in the archive is carried over byte for byte.
///
/// The first chapter is `core`, the properties; then comes the document, cut at its headings; then `footnotes`, `endnotes`,
/// `header1` … by their file names. Text with other properties than the rest of its paragraph stands between codes; breaks,
/// pictures, fields, references and tracked deletions are codes.
package enum DOCXFormat: Format {
    package static let name = "docx"
    package static let summary = "Word documents"
    package static let extensions = ["docx", "docm"]
    package static let family = FormatFamily.books
    package static let carries: Set<FormatFeature> = [.codes, .parts]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let archive = try ZipArchive(bytes, file: file)
        var findings = archive.findings
        let package = try DOCXPackage(archive, findings: &findings)
        var reader = DOCXReader(archive, package, findings: findings)
        return try reader.document()
    }

    /// Writes the archive with the changed files replaced; the others keep their compressed bytes. In a bilingual edition the
    /// translation is a paragraph after its source, or a line in it for a heading.
    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? DOCXSkeleton,
            skeleton.parts.last.map(\.units.upperBound) ?? 0 == document.units.count
        else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as a Word document.")
        }
        var findings: [Finding] = []
        var contents: [String: [UInt8]] = [:]
        for part in skeleton.parts {
            let units = document.units[part.units]
            guard units.contains(where: { edition.texts[$0.key] != nil }),
                let entry = skeleton.archive.entry(at: part.path)
            else { continue }
            // What is wrong with the file itself was said when it was read.
            var known: [Finding] = []
            let xml = XMLFile(try skeleton.archive.contents(of: entry, findings: &known), file: part.path)
            var written: [UInt8]
            if part.isProperties {
                written = properties(xml, units, edition)
            } else {
                var writer = DOCXPartWriter(DOCXPart(xml), units: units, edition: edition, file: document.file)
                written = writer.write()
                findings += writer.findings
            }
            written = xml.encoding.encode(written)
            contents[part.path] = written
        }
        return WrittenFile(bytes: try skeleton.archive.replacing(contents), findings: findings)
    }

    private static func properties(_ xml: XMLFile, _ units: ArraySlice<Unit>, _ edition: Edition) -> [UInt8] {
        var output: [UInt8] = []
        var copied = 0
        for (unit, field) in zip(units, DOCXPart.properties(xml)) {
            guard let text = edition.texts[unit.key]?.plain else { continue }
            let shown = edition.layout == .bilingual ? field.text + " / " + text : text
            output += xml.bytes[copied..<field.range.lowerBound]
            output += Array(XMLText.escape(shown).utf8)
            copied = field.range.upperBound
        }
        return output + xml.bytes[copied...]
    }
}

/// What is kept of a Word document: the archive, and which of its files hold which units. The holes are found again in
/// writing.
struct DOCXSkeleton: Skeleton {
    let archive: ZipArchive
    let parts: [Part]

    struct Part: Sendable {
        var path: String
        var units: Range<Int>
        var isProperties: Bool
    }
}
