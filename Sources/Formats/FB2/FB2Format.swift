import Text

/// FictionBook 2 (http://www.fictionbook.org/index.php/Eng:XML_Schema_Fictionbook_2.1): the sections of all bodies, the
/// metadata of the title, notes; pictures and the rest of the description stay.
///
/// The first chapter is `description`; every section right under a body is one, with its number: `body/3`, `notes/1`. A
/// unit's key is that, `#`, and the element's `id` or eight digits of a hash of its text.
package enum FB2Format: Format {
    package static let name = "fb2"
    package static let summary = "FictionBook 2"
    package static let extensions = ["fb2"]
    package static let family = FormatFamily.books
    package static let carries: Set<FormatFeature> = [.codes, .parts]

    package static func recognize(_ sample: FileSample) -> Recognition {
        XMLRoot(sample)?.name == "FictionBook" ? .certain : .no
    }

    /// Throws `.malformed` for a file without a `<FictionBook>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("FictionBook", root) else {
            throw FormatError(.malformed, "\(file): there is no <FictionBook> element; it is no FictionBook.")
        }
        var reader = FB2Reader(source)
        reader.read(root)
        var details = reader.details
        details.encoding = source.decoded.encoding.rawValue
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: details,
            findings: source.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<FB2Reader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as FictionBook.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for (unit, paragraph) in zip(document.units, skeleton.places.paragraphs) {
            guard let text = edition.texts[unit.key] else { continue }
            if edition.layout == .bilingual, let copy = paragraph.copy {
                let translation = patch.render(text, paragraph.slot, key: unit.key)
                patch.insert(copy.before + translation + copy.after, at: copy.place)
            } else {
                if let indent = paragraph.indent, !edition.target.writesHan { patch.replace(indent, by: "") }
                patch.fill(XMLHole(paragraph.slot), with: text, key: unit.key)
            }
        }
        if !patch.isEmpty, edition.layout == .target, let language = skeleton.places.language {
            patch.replace(language, by: edition.target.description)
        }
        return patch.finish()
    }
}
