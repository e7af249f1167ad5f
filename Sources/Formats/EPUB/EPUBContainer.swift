import Text

/// The files of `META-INF`: where the package is, and whether the book may be read at all
/// (https://www.w3.org/TR/epub-33/#sec-container-metainf).
enum EPUBContainer {
    /// Obfuscated fonts are no protection of the text (https://www.w3.org/TR/epub-33/#sec-font-obfuscation); the second is
    /// Adobe's older way.
    private static let harmless = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]

    /// Archive path of the package document. A book without a container file still loads when it holds a package.
    static func package(in archive: ZipArchive, findings: inout [Finding]) throws(FormatError) -> String {
        let path = "META-INF/container.xml"
        var roots: [String] = []
        if let entry = archive.entry(at: path) {
            let xml = XMLFile(try archive.contents(of: entry, findings: &findings), file: "\(archive.file)!\(path)")
            for token in xml.tokens where token.kind == .startTag && xml.localName(token) == "rootfile" {
                if let root = xml.value("full-path", of: token).flatMap({ EPUBPath.resolve($0, from: "") }) {
                    roots.append(root)
                }
            }
        }
        if let root = roots.first(where: { archive.entry(at: $0) != nil }) {
            if roots.count > 1 {
                let message = "The book holds \(roots.count) renditions; only the first, “\(root)”, is translated."
                findings.append(Finding("epub-renditions", .warning, message, at: Finding.Place(file: archive.file)))
            }
            return root
        }
        if let package = archive.entries.first(where: { $0.path.hasSuffix(".opf") }) {
            let message = "META-INF/container.xml does not lead to the package; “\(package.path)” is read."
            findings.append(Finding("epub-container", .warning, message, at: Finding.Place(file: archive.file)))
            return package.path
        }
        throw FormatError(
            .malformed,
            "\(archive.file): the archive holds no EPUB: there is no package document (.opf). Is it another kind of ZIP?"
        )
    }

    /// Throws `.refused` when the text is encrypted.
    static func refuseProtection(_ archive: ZipArchive, findings: inout [Finding]) throws(FormatError) {
        guard let entry = archive.entry(at: "META-INF/encryption.xml") else { return }
        let xml = XMLFile(try archive.contents(of: entry, findings: &findings), file: archive.file)
        for token in xml.tokens where token.kind == .startTag && xml.localName(token) == "EncryptionMethod" {
            let method = xml.value("Algorithm", of: token) ?? ""
            // Methods inside EncryptedKey protect the key of text that another element names.
            guard !harmless.contains(method) else { continue }
            throw FormatError(
                .refused,
                """
                \(archive.file): the book is protected (DRM, \(method)); its text cannot be read. Ask its publisher for a copy \
                without protection.
                """
            )
        }
    }
}
