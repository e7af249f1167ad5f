import Text

/// TMX 1.1 to 1.4b (https://www.gala-global.org/tmx-14b), as a file to be translated: every `<tu>` is a unit.
///
/// The source is the variant in the locale that is asked for, else in the `srclang` of the unit or of the header. The variant
/// in the target's locale is filled, or put in behind the last one. A unit's key is `strings/` and its `tuid`, else eight
/// digits of a hash of its source.
package enum TMXFormat: Format {
    package static let name = "tmx"
    package static let summary = "TMX 1.4b translation memories"
    package static let extensions = ["tmx"]
    package static let family = FormatFamily.exchange
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .targets]

    package static func recognize(_ sample: FileSample) -> Recognition {
        XMLRoot(sample)?.name == "tmx" ? .certain : .no
    }

    /// Throws `.malformed` for a file without a `<tmx>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("tmx", root) else {
            throw FormatError(.malformed, "\(file): there is no <tmx> element. Export the memory as TMX again.")
        }
        var reader = TMXReader(source, file: file, options: options)
        reader.read(root)
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(language: reader.source, encoding: source.decoded.encoding.rawValue),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<[TMXReader.Place]> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as TMX.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for (unit, place) in zip(document.units, skeleton.places) {
            guard let text = edition.texts[unit.key] else { continue }
            let locale = edition.target.description
            let target =
                place.targets.first { $0.locale == locale }
                ?? place.targets.first { LanguageTag($0.locale).map { $0.agrees(with: edition.target) } ?? false }
            if let target {
                if unit.existing[target.locale]?.text == text { continue }
                patch.fill(target.hole, with: text, key: unit.key)
            } else {
                let hole = place.new.hole(in: skeleton.decoded.utf8, locale: locale)
                    .holding(place.source, existing: nil)
                patch.fill(hole, with: text, key: unit.key)
            }
        }
        return patch.finish()
    }
}
