import Text

/// Reads the files of a Word document into units and chapters.
struct DOCXReader {
    private let archive: ZipArchive
    private let package: DOCXPackage
    private var findings: [Finding]
    private var builder = ChapterBuilder()
    private var details = Document.Details()
    private var parts: [DOCXSkeleton.Part] = []
    private var styles = DOCXStyles()

    init(_ archive: ZipArchive, _ package: DOCXPackage, findings: [Finding]) {
        self.archive = archive
        self.package = package
        self.findings = findings
    }

    /// Throws when the main document cannot be read; a damaged part beside it is a finding.
    mutating func document() throws(FormatError) -> Document {
        if let path = package.core, let xml = optional(path) { addProperties(xml, path) }
        if let path = package.styles, let xml = optional(path) { styles = DOCXStyles(xml) }
        addBody(DOCXPart(try xml(package.document)))
        for path in package.others {
            if let xml = optional(path) { addPart(DOCXPart(xml), path) }
        }
        return Document(
            file: archive.file,
            format: DOCXFormat.name,
            units: builder.units,
            chapters: builder.chapters,
            details: details,
            findings: findings,
            skeleton: DOCXSkeleton(archive: archive, parts: parts)
        )
    }

    private mutating func xml(_ path: String) throws(FormatError) -> XMLFile {
        guard let entry = archive.entry(at: path) else {
            throw FormatError(.malformed, "\(archive.file)!\(path): the archive does not hold this file.")
        }
        let xml = XMLFile(try archive.contents(of: entry, findings: &findings), file: "\(archive.file)!\(path)")
        findings += xml.findings.prefix(5)
        return xml
    }

    private mutating func optional(_ path: String) -> XMLFile? {
        guard archive.entry(at: path) != nil else { return nil }
        do {
            return try xml(path)
        } catch {
            let place = Finding.Place(file: "\(archive.file)!\(path)")
            findings.append(Finding("docx-part-broken", .error, error.message, at: place))
            return nil
        }
    }

    private mutating func addProperties(_ xml: XMLFile, _ path: String) {
        let start = builder.units.count
        let fields = DOCXPart.properties(xml)
        if !fields.isEmpty { builder.begin(key: "core", title: nil) }
        for field in fields {
            builder.add(InlineText(field.text), kind: field.kind)
            if field.kind == .title, details.title == nil { details.title = BookTitle.value(of: field.text) }
            if field.kind == .author, details.author == nil { details.author = field.text }
        }
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag && xml.isNamed("dc:language", token)
        {
            if let end = token.partner { details.language = LanguageTag(xml.text(inside: index..<end).trimmed) }
        }
        parts.append(DOCXSkeleton.Part(path: path, units: start..<builder.units.count, isProperties: true))
    }

    private mutating func addBody(_ part: DOCXPart) {
        let start = builder.units.count
        let roles = part.paragraphs.map { styles.role(style: $0.style, outlineLevel: $0.outlineLevel) }
        var headings: [ChapterOutline.Heading] = []
        for (index, role) in roles.enumerated() {
            guard case .heading(let level) = role, !part.paragraphs[index].isInTable else { continue }
            headings.append(.init(index: index, level: level, text: part.paragraphs[index].source.plain))
        }
        let outline = ChapterOutline(headings) {
            part.paragraphs.enumerated().filter { !$1.isInTable }.map { ($0, $1.source.plain) }
        }
        var hasBegun = false
        for (index, paragraph) in part.paragraphs.enumerated() {
            var kind: Unit.Kind = paragraph.isInTable ? .item : .paragraph
            switch roles[index] {
            case .heading: kind = .heading
            case .title:
                kind = .title
                if details.title == nil { details.title = BookTitle.value(of: paragraph.source.plain) }
            case .author:
                kind = .author
                if details.author == nil { details.author = BookTitle.value(of: paragraph.source.plain) }
            case .subtitle: kind = .metadata
            case .text: break
            }
            switch outline.roles[index] {
            case .chapter(let heading):
                kind = .heading
                let title = paragraph.source.plain.split(whereSeparator: \.isNewline).joined(separator: " ")
                builder.begin(heading, title: title)
                hasBegun = true
            case .title:
                kind = .title
                if details.title == nil { details.title = BookTitle.value(of: paragraph.source.plain) }
            case .section, .text, nil: break
            }
            if !hasBegun {
                builder.begin(key: outline.hasChapters ? "front" : "text", title: nil)
                hasBegun = true
            }
            builder.add(paragraph.source, kind: kind)
        }
        parts.append(
            DOCXSkeleton.Part(path: package.document, units: start..<builder.units.count, isProperties: false)
        )
    }

    private mutating func addPart(_ part: DOCXPart, _ path: String) {
        let start = builder.units.count
        let name = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path
        if !part.paragraphs.isEmpty { builder.begin(key: name, title: nil) }
        for paragraph in part.paragraphs {
            builder.add(paragraph.source, kind: paragraph.isInTable ? .item : .paragraph)
        }
        parts.append(DOCXSkeleton.Part(path: path, units: start..<builder.units.count, isProperties: false))
    }
}
