import Text

/// TTML and DFXP subtitles (https://www.w3.org/TR/ttml2/): each `<p>` is a cue, `<br/>` and `<span>` are codes.
///
/// A unit's key is `cues/` and the `xml:id`, else the time at which it begins. Where `<div>`s in several languages stand side
/// by side, the cues of the source's are read, and the target's, if there is one, is filled.
package enum TTMLFormat: Format {
    package static let name = "ttml"
    package static let summary = "TTML and DFXP subtitles"
    package static let extensions = ["ttml", "dfxp", "itt"]
    package static let family = FormatFamily.subtitles
    package static let carries: Set<FormatFeature> = [.codes, .timing, .speakers]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard let root = XMLRoot(sample), root.name == "tt" else { return .no }
        let isTimedText = root.attributes.values.contains { $0.contains("/ns/ttml") || $0.contains("ttaf1") }
        return isTimedText || extensions.contains(sample.ending) ? .certain : .possible
    }

    /// Throws `.malformed` for a file without a `<tt>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("tt", root) else {
            throw FormatError(.malformed, "\(file): there is no <tt> element; it is no TTML.")
        }
        var reader = TTMLReader(source, root, options: options)
        reader.read(root)
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(language: reader.language, encoding: source.decoded.encoding.rawValue),
            findings: source.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<TTMLReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as TTML.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        let locale = edition.target.description
        var fillsSource = false
        for (unit, cue) in zip(document.units, skeleton.places.cues) {
            guard let text = edition.texts[unit.key] else { continue }
            if let target = cue.targets.first(where: { $0.locale == locale }) {
                patch.fill(target.hole, with: text, key: unit.key)
            } else if edition.layout == .bilingual {
                let translation = patch.render(text, cue.slot, key: unit.key)
                patch.insert(cue.lineBreak + translation, at: cue.slot.range.upperBound)
            } else {
                patch.fill(XMLHole(cue.slot), with: text, key: unit.key)
                fillsSource = true
            }
        }
        if fillsSource {
            for language in skeleton.places.languages { patch.replace(language, by: locale) }
        }
        return patch.finish()
    }
}
