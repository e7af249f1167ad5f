import Testing
import Text

@testable import Formats

/// A small book made in code: the files that every EPUB has, and the body of each document.
struct EPUBFixture {
    var title = "长夜"
    var metadata = ""
    /// File name without folder to the content of `body`.
    var documents: [(name: String, body: String)] = []
    /// Entries added or put in the place of others, by path.
    var extra: [(path: String, text: String)] = []

    init(_ body: String...) {
        documents = body.enumerated().map { ("c\($0.offset + 1).xhtml", $0.element) }
    }

    static func page(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="zh" lang='zh'>
        <head><title></title><style>p { color: red }</style></head>
        <body>\(body)</body>
        </html>
        """
    }

    private var package: String {
        let items = documents.map {
            "<item id=\"\($0.name)\" href=\"text/\($0.name)\" media-type=\"application/xhtml+xml\"/>"
        }
        let spine = documents.map { "<itemref idref=\"\($0.name)\"/>" }
        return """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>
            <dc:title id="t">\(title)</dc:title><dc:creator>某人</dc:creator><dc:language>zh-CN</dc:language>\(metadata)
            </metadata><manifest>\(items.joined())<item id="nav" href="nav.xhtml" properties="nav"
            media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
            </manifest><spine toc="ncx">\(spine.joined())</spine></package>
            """
    }

    private static let container = """
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
        <rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """

    private var entries: [(path: String, text: String)] {
        let first = documents.first?.name ?? "none"
        var entries = [
            ("META-INF/container.xml", Self.container),
            ("OEBPS/a.opf", package),
            (
                "OEBPS/nav.xhtml",
                Self.page("<nav epub:type=\"toc\"><ol><li><a href=\"text/\(first)#x\">初更</a></li></ol></nav>")
            ),
            (
                "OEBPS/toc.ncx",
                "<ncx><navMap><navPoint id=\"n1\"><navLabel><text>初更</text></navLabel><content src=\"text/\(first)\"/>"
                    + "</navPoint></navMap></ncx>"
            ),
            ("OEBPS/font.bin", "not touched"),
        ]
        for (name, body) in documents { entries.append(("OEBPS/text/\(name)", Self.page(body))) }
        return entries.filter { entry in !extra.contains { $0.path == entry.0 } } + extra
    }

    var bytes: [UInt8] {
        var writer = ZipWriter()
        writer.add("mimetype", Array("application/epub+zip".utf8), method: .stored)
        for (path, text) in entries { writer.add(path, Array(text.utf8)) }
        return writer.finish()
    }

    func read() throws -> Document { try EPUBFormat.read(bytes, file: "x.epub") }

    /// The units of the first document.
    func units() throws -> [Unit] {
        let document = try read()
        let chapter = try #require(document.chapters.first { $0.key == "OEBPS/text/c1.xhtml" })
        return Array(document.units[chapter.units])
    }

    /// The first document after its units were translated, by their tagged source.
    func written(
        _ texts: [String: String],
        to target: String = "en",
        layout: Edition.Layout = .target
    ) throws -> (page: String, findings: [Finding]) {
        let document = try read()
        var translations: [String: InlineText] = [:]
        for unit in document.units {
            if let text = texts[unit.source.tagged] {
                translations[unit.key] = InlineText(tagged: text, source: unit.source)
            }
        }
        #expect(translations.count >= texts.count, "a source text was not found")
        let written = try EPUBFormat.write(document, as: edition(translations, to: target, layout: layout))
        return (try Self.text(of: "OEBPS/text/c1.xhtml", in: written.bytes), written.findings)
    }

    func edition(
        _ texts: [String: InlineText],
        to target: String = "en",
        layout: Edition.Layout = .target
    ) throws -> Edition {
        Edition(
            source: try #require(LanguageTag("zh")),
            target: try #require(LanguageTag(target)),
            texts: texts,
            layout: layout
        )
    }

    static func text(of path: String, in bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes, file: "x.epub")
        var findings: [Finding] = []
        let entry = try #require(archive.entry(at: path))
        return String(decoding: try archive.contents(of: entry, findings: &findings), as: UTF8.self)
    }

    /// What stands between `<body>` and `</body>`.
    static func body(_ page: String) -> String {
        guard let start = page.firstRange(of: "<body>"), let end = page.firstRange(of: "</body>") else { return page }
        return String(page[start.upperBound..<end.lowerBound])
    }
}
