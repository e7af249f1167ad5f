import Text

/// EPUB 2 and 3 (https://www.w3.org/TR/epub-33/): every XHTML document of the spine, the tables of contents, the metadata and
/// the texts that stand for pictures. Everything else in the archive is carried over byte for byte.
///
/// The first chapter is the package document (title, authors, description, subjects); then come the documents of the spine,
/// and last the navigation document, unless it is in the spine, and the NCX. A chapter's key is its path in the archive; a
/// unit's key is that path, `#`, and the `id` of its element or else eight digits of a hash of its text, with `.2` and so on
/// when that is there again; texts of attributes add `@alt`, `@title` or `@aria-label`.
package enum EPUBFormat: Format {
    package static let name = "epub"
    package static let summary = "EPUB 2 and 3"
    package static let extensions = ["epub"]
    package static let family = FormatFamily.books
    package static let carries: Set<FormatFeature> = [.codes, .parts]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        try read(bytes, file: file, limits: ZipArchive.Limits())
    }

    /// Throws `.malformed` for what is no EPUB, `.refused` for a dangerous archive and for a book whose text is encrypted.
    static func read(_ bytes: [UInt8], file: String, limits: ZipArchive.Limits) throws(FormatError) -> Document {
        let archive = try ZipArchive(bytes, file: file, limits: limits)
        var findings = archive.findings
        try EPUBContainer.refuseProtection(archive, findings: &findings)
        let root = try EPUBContainer.package(in: archive, findings: &findings)
        let packageXML = try xml(root, in: archive, findings: &findings)
        let package = EPUBPackage(packageXML, path: root, archive: archive)
        findings += package.findings

        let parts = parts(of: package, in: archive)

        var document = Document(
            file: file,
            format: name,
            units: [],
            chapters: [],
            details: package.details,
            skeleton: EPUBSkeleton(archive: archive, parts: [])
        )
        var labels: [String: String] = [:]
        var kept: [EPUBSkeleton.Part] = []
        for part in parts {
            do {
                let xml = try xml(part.path, in: archive, findings: &findings)
                add(EPUBPart(path: part.path, kind: part.kind, xml: xml), to: &document)
                if part.kind == .navigation || part.kind == .ncx {
                    labels.merge(EPUBLabels.read(xml, path: part.path)) { first, _ in first }
                }
                kept.append(part)
            } catch {
                // One damaged chapter does not keep the others from being read; a dangerous one does.
                guard error.code != .refused else { throw error }
                let place = Finding.Place(file: "\(file)!\(part.path)")
                findings.append(Finding("epub-entry-broken", .error, error.message, at: place))
            }
        }
        for (index, part) in kept.enumerated() where part.kind == .content && document.chapters[index].title == nil {
            document.chapters[index].title = labels[part.path]
        }
        reportOutside(package, kept, archive, &findings)
        document.findings = findings
        document.skeleton = EPUBSkeleton(archive: archive, parts: kept)
        return document
    }

    /// Writes the archive with the changed files replaced; the others keep their compressed bytes.
    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? EPUBSkeleton else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as an EPUB.")
        }
        var changed: Set<String> = []
        for chapter in document.chapters
        where document.units[chapter.units].contains(where: { edition.texts[$0.key] != nil }) {
            changed.insert(chapter.key)
        }
        guard !changed.isEmpty else { return WrittenFile(bytes: skeleton.archive.bytes) }
        var findings: [Finding] = []
        var replacements: [String: [UInt8]] = [:]
        for part in skeleton.parts where changed.contains(part.path) || part.kind == .package {
            // What is wrong with the file itself was said when it was read.
            var known: [Finding] = []
            let xml = try xml(part.path, in: skeleton.archive, findings: &known)
            var writer = EPUBPartWriter(
                EPUBPart(path: part.path, kind: part.kind, xml: xml),
                edition: edition,
                file: document.file
            )
            let written = writer.write()
            findings += writer.findings
            if written != xml.bytes { replacements[part.path] = xml.encoding.encode(written) }
        }
        return WrittenFile(bytes: try skeleton.archive.replacing(replacements), findings: findings)
    }

    /// The files to be read, in the order of chapters, each once.
    private static func parts(of package: EPUBPackage, in archive: ZipArchive) -> [EPUBSkeleton.Part] {
        var parts = [EPUBSkeleton.Part(path: package.path, kind: .package)]
        parts += package.spine.map {
            EPUBSkeleton.Part(path: $0, kind: $0 == package.navigation ? .navigation : .content)
        }
        if let path = package.navigation { parts.append(EPUBSkeleton.Part(path: path, kind: .navigation)) }
        if let path = package.ncx { parts.append(EPUBSkeleton.Part(path: path, kind: .ncx)) }
        var seen: Set<String> = []
        return parts.filter { archive.entry(at: $0.path) != nil && seen.insert($0.path).inserted }
    }

    private static func xml(
        _ path: String,
        in archive: ZipArchive,
        findings: inout [Finding]
    ) throws(FormatError) -> XMLFile {
        guard let entry = archive.entry(at: path) else {
            throw FormatError(.malformed, "\(archive.file)!\(path): the archive does not hold this file.")
        }
        let xml = XMLFile(try archive.contents(of: entry, findings: &findings), file: "\(archive.file)!\(path)")
        // A page written as HTML is wrong in every line; the first places say enough.
        findings += xml.findings.prefix(5)
        return xml
    }

    private static func add(_ part: EPUBPart, to document: inout Document) {
        let start = document.units.count
        document.units += part.units
        let isContent = part.kind == .content
        let heading = isContent ? part.units.first { $0.kind == .heading } : nil
        let title = heading.map { $0.source.plain.split(whereSeparator: \.isNewline).joined(separator: " ") }
        document.chapters.append(
            Document.Chapter(key: part.path, title: title, units: start..<document.units.count)
        )
    }

    /// XHTML that no reader comes to in reading order is carried over as it is, and that is said.
    private static func reportOutside(
        _ package: EPUBPackage,
        _ parts: [EPUBSkeleton.Part],
        _ archive: ZipArchive,
        _ findings: inout [Finding]
    ) {
        let read = Set(parts.map(\.path)).union(package.spine)
        let outside = package.items.values.filter {
            $0.isXHTML && !read.contains($0.path) && archive.entry(at: $0.path) != nil
        }
        guard !outside.isEmpty else { return }
        let names = outside.map { String(EPUBPath.fileName($0.path)) }.sorted().prefix(3).joined(separator: ", ")
        let message = "\(outside.count) XHTML files are not in the spine and stay untranslated: \(names)."
        findings.append(Finding("epub-outside-spine", .note, message, at: Finding.Place(file: archive.file)))
    }
}

/// What is kept of an EPUB: the archive itself, and which of its files hold units. The holes are found again in writing, so
/// that memory does not grow with the number of paragraphs.
struct EPUBSkeleton: Skeleton {
    let archive: ZipArchive
    let parts: [Part]

    struct Part: Sendable {
        var path: String
        var kind: EPUBPart.Kind
    }
}
