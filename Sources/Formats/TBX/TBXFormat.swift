import Text

/// TBX: ISO 30042:2019 (`conceptEntry/langSec/termSec`) and TBX 2008 (`termEntry/langSet/tig` or `ntig`), as a file to be
/// translated: every source term is a unit.
///
/// The n-th term of the source goes with the n-th term of the target; where there is none, it is put in, with its section if
/// need be. A unit's key is `terms/` and the id of its entry, else its text.
package enum TBXFormat: Format {
    package static let name = "tbx"
    package static let summary = "TBX termbases (ISO 30042:2019 and 2008)"
    package static let extensions = ["tbx"]
    package static let family = FormatFamily.exchange
    package static let carries: Set<FormatFeature> = [.keys, .comments, .targets]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard let name = XMLRoot(sample)?.name else { return .no }
        return name == "tbx" || name == "martif" ? .certain : .no
    }

    /// Throws `.malformed` for a file that is no termbase, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("tbx", root) || source.xml.has("martif", root) else {
            throw FormatError(
                .malformed,
                "\(file): there is no <tbx> or <martif> element. Export the terms as TBX again."
            )
        }
        var reader = TBXUnitReader(source, options: options)
        reader.read(root)
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(language: reader.source, encoding: source.decoded.encoding.rawValue),
            findings: source.findings,
            skeleton: XMLSkeleton(source, reader.entries)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<[TBXUnitReader.Entry]> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as TBX.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        let locale = edition.target.description
        for entry in skeleton.places {
            let section =
                entry.sections.first { $0.locale == locale }
                ?? entry.sections.first { LanguageTag($0.locale).map { $0.agrees(with: edition.target) } ?? false }
            var added = ""
            for (number, index) in entry.units.enumerated() {
                let unit = document.units[index]
                guard let text = edition.texts[unit.key], unit.existing[section?.locale ?? locale]?.text != text else {
                    continue
                }
                if let section, number < section.terms.count {
                    patch.fill(section.terms[number], with: text, key: unit.key)
                } else {
                    added += entry.template.termStart + patch.escape(text.literal) + entry.template.termEnd
                }
            }
            guard !added.isEmpty else { continue }
            if let section {
                patch.insert(added, at: section.end)
            } else {
                let template = entry.template
                let start = template.start.replacing(TBXUnitReader.localeMark, with: locale)
                patch.insert(start + added + template.end, at: entry.end)
            }
        }
        return patch.finish()
    }
}
