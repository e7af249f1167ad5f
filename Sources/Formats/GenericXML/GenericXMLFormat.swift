import Text

/// XML that no other format knows: tables of strings and data of games.
///
/// With rules (`ReadOptions.elements`, see ``ElementRule``), what they name. Without: the text of elements and the values of
/// attributes that hold Han; where a place (`Item@name`) holds Han in a quarter of its values or more, its other words too,
/// but no paths and ids. In a file without any Han, or for another source, elements and the usual attributes that hold words.
package enum GenericXMLFormat: Format {
    package static let name = "xml"
    package static let summary = "XML tables and data, by rules or by what looks like text"
    package static let extensions = ["xml"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        XMLRoot(sample) == nil ? .no : .possible
    }

    /// Throws `.malformed` for a file without any element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        var reader = GenericXMLReader(source, file: file, options: options)
        reader.read()
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(encoding: source.decoded.encoding.rawValue),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<GenericXMLReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as XML.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for (unit, slot) in zip(document.units, skeleton.places.slots) {
            if let text = edition.texts[unit.key] { patch.fill(XMLHole(slot), with: text, key: unit.key) }
        }
        if !patch.isEmpty {
            for range in skeleton.places.languages {
                let now = String(decoding: skeleton.decoded.utf8[range], as: UTF8.self)
                patch.replace(range, by: patch.escape(NamedLanguage.name(of: edition.target, like: now)))
            }
        }
        return patch.finish()
    }
}
