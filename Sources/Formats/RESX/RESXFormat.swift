import Text

/// .NET resources (`.resx`, `.resw`; https://learn.microsoft.com/dotnet/core/extensions/work-with-resx-files): the strings,
/// without the typed and binary entries and the names of a form's controls (`>>button1.Name`).
///
/// A unit's key is `strings/` and the entry's name.
package enum RESXFormat: Format {
    package static let name = "resx"
    package static let summary = ".NET resources (.resx, .resw)"
    package static let extensions = ["resx", "resw"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard XMLRoot(sample)?.name == "root" else { return .no }
        let head = sample.headText
        if head.contains("<resheader") || head.contains("microsoft-resx") { return .certain }
        return extensions.contains(sample.ending) ? .likely : .no
    }

    /// Throws `.malformed` for a file without a `<root>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        let xml = source.xml
        guard let root = xml.root, xml.has("root", root) else {
            throw FormatError(.malformed, "\(file): there is no <root> element, as .NET resources have.")
        }
        let reader = XMLInlineReader(xml, options.scanner([.braces, .printf, .tags, .lineBreaks]))
        var list = UnitList()
        var holes: [XMLHole] = []
        var findings = source.findings
        for data in xml.children(of: root) where xml.has("data", data) {
            guard let name = xml.value("name", of: data) else {
                let line = source.line(at: xml.tokens[data].range.lowerBound)
                let message = "A <data> has no name; it is kept as it is. Give it a name."
                if findings.count < 100 {
                    findings.append(Finding("resx-name", .warning, message, at: Finding.Place(file: file, line: line)))
                }
                continue
            }
            let type = xml.value("type", of: data)
            guard type.map({ $0.hasPrefix("System.String") }) ?? true, xml.value("mimetype", of: data) == nil,
                !name.hasPrefix(">>"), let value = xml.child("value", of: data),
                let (text, slot) = reader.read(inside: value)
            else { continue }
            var notes = [Unit.Note.key: name]
            notes[Unit.Note.comment] = xml.child("comment", of: data).flatMap { xml.content(of: $0) }
            holes.append(XMLHole(slot))
            list.add(Unit(key: list.key("strings/\(name)"), source: text, kind: .string, notes: notes))
        }
        list.endChapter("strings")
        return Document(
            file: file,
            format: Self.name,
            units: list.units,
            chapters: list.chapters,
            details: Document.Details(encoding: source.decoded.encoding.rawValue),
            findings: findings,
            skeleton: XMLSkeleton(source, holes)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<[XMLHole]> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as .NET resources.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for (unit, hole) in zip(document.units, skeleton.places) {
            if let text = edition.texts[unit.key] { patch.fill(hole, with: text, key: unit.key) }
        }
        return patch.finish()
    }
}
