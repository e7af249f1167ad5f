import Text

/// Which files of a DOCX hold what (ECMA-376, part 2: relationships).
struct DOCXPackage {
    /// The main document.
    private(set) var document: String
    private(set) var styles: String?
    /// Notes, headers and footers, in this order.
    private(set) var others: [String] = []
    private(set) var core: String?

    init(_ archive: ZipArchive, findings: inout [Finding]) throws(FormatError) {
        var main = "word/document.xml"
        for relation in try Self.relations("_rels/.rels", base: "", archive, &findings) {
            if relation.type.hasSuffix("/officeDocument") { main = relation.target }
            if relation.type.hasSuffix("/core-properties") { core = relation.target }
        }
        guard archive.entry(at: main) != nil else {
            throw FormatError(
                .malformed,
                "\(archive.file): the archive holds no Word document (\(main)). Is it another kind of ZIP?"
            )
        }
        document = main
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let name = main.split(separator: "/").last ?? ""
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        let relations = try Self.relations(path, base: folder, archive, &findings)
        styles = relations.first { $0.type.hasSuffix("/styles") }?.target
        for kind in ["/footnotes", "/endnotes", "/header", "/footer"] {
            others += relations.filter { $0.type.hasSuffix(kind) }.map(\.target)
        }
        others = others.filter { archive.entry(at: $0) != nil }
    }

    private static func relations(
        _ path: String,
        base: String,
        _ archive: ZipArchive,
        _ findings: inout [Finding]
    ) throws(FormatError) -> [(type: String, target: String)] {
        guard let entry = archive.entry(at: path) else { return [] }
        let xml = XMLFile(try archive.contents(of: entry, findings: &findings), file: "\(archive.file)!\(path)")
        return xml.tokens.compactMap { token in
            guard token.kind == .startTag, xml.localName(token) == "Relationship",
                xml.value("TargetMode", of: token) != "External",
                let type = xml.value("Type", of: token), let target = xml.value("Target", of: token)
            else { return nil }
            return (type, resolve(target, base))
        }
    }

    /// A target as a path in the archive.
    static func resolve(_ target: String, _ base: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = base.split(separator: "/")
        for part in target.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
