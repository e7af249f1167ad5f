import Text

/// What the package document (OPF) says of a book: its files, their order, its metadata
/// (https://www.w3.org/TR/epub-33/#sec-package-doc, https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm).
struct EPUBPackage {
    /// Archive path of the package document.
    let path: String
    private(set) var items: [String: Item] = [:]
    /// Archive paths of the documents in reading order, each once.
    private(set) var spine: [String] = []
    private(set) var navigation: String?
    private(set) var ncx: String?
    private(set) var details = Document.Details()
    private(set) var findings: [Finding] = []

    struct Item {
        var path: String
        var mediaType: String
        var properties: [Substring]

        var isXHTML: Bool {
            mediaType == "application/xhtml+xml" || mediaType == "text/html" || mediaType == "text/x-oeb1-document"
        }
    }

    /// Reads the package document. Nothing in it is needed; what is missing is a finding.
    init(_ xml: XMLFile, path: String, archive: ZipArchive) {
        self.path = path
        var order: [String] = []
        var ncxID: String?
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag {
            switch xml.localName(token) {
            case "item": addItem(xml, token, archive)
            case "itemref": if let id = xml.value("idref", of: token) { order.append(id) }
            case "spine": ncxID = xml.value("toc", of: token)
            case "title" where details.title == nil: details.title = Self.text(xml, index)
            case "creator" where details.author == nil: details.author = Self.text(xml, index)
            case "language" where details.language == nil:
                details.language = Self.text(xml, index).flatMap { LanguageTag($0) }
            default: break
            }
        }
        let sorted = items.values.sorted { $0.path < $1.path }
        navigation = sorted.first { $0.properties.contains("nav") }?.path
        let byType = sorted.first { $0.mediaType == "application/x-dtbncx+xml" }
        ncx = (ncxID.flatMap { items[$0] } ?? byType)?.path
        order.forEach { addToSpine($0, archive) }
    }

    private static func text(_ xml: XMLFile, _ start: Int) -> String? {
        guard let end = xml.tokens[start].partner else { return nil }
        let text = xml.text(inside: start..<end).trimmed
        return text.isEmpty ? nil : text
    }

    private mutating func addItem(_ xml: XMLFile, _ token: XMLToken, _ archive: ZipArchive) {
        guard let id = xml.value("id", of: token), let href = xml.value("href", of: token) else { return }
        guard let target = EPUBPath.resolve(href, from: path) else {
            // A resource on the network is allowed and none of our business.
            if !href.contains(":") {
                report("epub-path", "“\(href)” leads out of the archive; it is not read.", archive)
            }
            return
        }
        items[id] = Item(
            path: target,
            mediaType: xml.value("media-type", of: token) ?? "",
            properties: (xml.value("properties", of: token) ?? "").split(whereSeparator: \.isWhitespace)
        )
        if archive.entry(at: target) == nil {
            report("epub-missing", "The manifest names “\(target)”, but the archive does not hold it.", archive)
        }
    }

    private mutating func addToSpine(_ id: String, _ archive: ZipArchive) {
        guard let item = items[id] else {
            report("epub-spine", "The spine names “\(id)”, but the manifest does not have it.", archive)
            return
        }
        guard item.isXHTML || item.path.hasSuffix("html") else {
            let message =
                "“\(item.path)” in the spine is \(item.mediaType), not XHTML; it is carried over untranslated."
            report("epub-spine", message, archive)
            return
        }
        guard archive.entry(at: item.path) != nil, !spine.contains(item.path) else { return }
        spine.append(item.path)
    }

    private mutating func report(_ code: String, _ message: String, _ archive: ZipArchive) {
        findings.append(Finding(code, .warning, message, at: Finding.Place(file: "\(archive.file)!\(path)")))
    }
}
