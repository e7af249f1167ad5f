import Testing
import Text

@testable import Formats

struct EPUBBookTests {
    private func book(to target: String = "en", _ chapters: EPUBBook.Chapter...) throws -> EPUBBook {
        EPUBBook(
            identifier: EPUBBook.identifier(for: "novel/\(target)"),
            title: "Night & Rain",
            originalTitle: "夜雨",
            author: "沈遥",
            translator: "An Engine",
            source: try #require(LanguageTag("zh-Hans")),
            target: try #require(LanguageTag(target)),
            modified: "2026-11-21T20:22:24Z",
            chapters: chapters
        )
    }

    private func texts(_ book: EPUBBook) throws -> [String: String] {
        let archive = try ZipArchive(book.bytes(), file: "x.epub")
        var findings: [Finding] = []
        var texts: [String: String] = [:]
        for entry in archive.entries {
            texts[entry.path] = String(decoding: try archive.contents(of: entry, findings: &findings), as: UTF8.self)
        }
        #expect(findings.isEmpty)
        return texts
    }

    /// What stands in the section of the first chapter.
    private func chapter(_ book: EPUBBook) throws -> String {
        let page = try #require(try texts(book)["EPUB/text/0001.xhtml"])
        let start = try #require(page.firstRange(of: "<section"))
        let end = try #require(page.firstRange(of: "\n</body>"))
        return String(page[start.lowerBound..<end.lowerBound])
    }

    private func blocks(_ blocks: EPUBBook.Block...) throws -> String {
        let page = try chapter(try book(EPUBBook.Chapter(key: "1", blocks: blocks)))
        let start = try #require(page.firstIndex(of: "\n"))
        return String(page[page.index(after: start)...].dropLast("</section>".utf8.count))
    }

    @Test func beginsWithItsMediaTypeStored() throws {
        let bytes = try book().bytes()
        #expect(bytes[30..<38].elementsEqual("mimetype".utf8))
        #expect(bytes[38..<58].elementsEqual("application/epub+zip".utf8))
    }

    @Test func writesTheSameBytesForTheSameBook() throws {
        #expect(try book().bytes() == book().bytes())
    }

    @Test func writesWellFormedPagesThatTheReaderReads() throws {
        let odd = "a < b & c > \"d\" ]]> \u{1}\u{FFFE}😀\u{FFFC}"
        let chapter = EPUBBook.Chapter(
            key: "1",
            title: InlineText(odd),
            originalTitle: odd,
            blocks: [EPUBBook.Block(target: InlineText(odd))]
        )
        var book = try book(chapter)
        (book.title, book.author, book.identifier) = (odd, odd, odd)
        for (path, text) in try texts(book) where path.hasSuffix("ml") || path.hasSuffix("opf") || path.hasSuffix("ncx")
        {
            #expect(XMLFile(Array(text.utf8), file: path).findings.isEmpty, "\(path)")
            #expect(!text.unicodeScalars.contains("\u{1}") && !text.unicodeScalars.contains("\u{FFFE}"))
        }
        let document = try EPUBFormat.read(book.bytes(), file: "x.epub")
        #expect(document.findings.isEmpty)
        #expect(document.units.contains { $0.source.plain.hasPrefix("a < b & c > \"d\" ]]> 😀") })
    }

    @Test func namesTheBookItsAuthorAndItsTranslator() throws {
        let package = try #require(try texts(book())["EPUB/package.opf"])
        for line in [
            "<dc:title id=\"title\">Night &amp; Rain</dc:title>",
            "<meta refines=\"#title\" property=\"alternate-script\" xml:lang=\"zh-Hans\">夜雨</meta>",
            "<dc:creator id=\"author\">沈遥</dc:creator>",
            "<meta refines=\"#translator\" property=\"role\" scheme=\"marc:relators\">trl</meta>",
            "<dc:language>en</dc:language>",
            "<dc:source>夜雨</dc:source>",
            "<meta property=\"dcterms:modified\">2026-11-21T20:22:24Z</meta>",
        ] {
            #expect(package.contains(line), "\(line)")
        }
        #expect(!package.contains("<dc:language>zh"))
    }

    @Test func leavesOutWhatIsNotKnown() throws {
        var book = try book()
        (book.author, book.originalTitle, book.translator, book.modified) = (nil, " ", nil, "yesterday")
        let texts = try texts(book)
        let package = try #require(texts["EPUB/package.opf"])
        #expect(
            !package.contains("dc:creator") && !package.contains("dc:contributor") && !package.contains("dc:source")
        )
        #expect(package.contains(">1980-01-01T00:00:00Z<"))
        #expect(try #require(texts["EPUB/colophon.xhtml"]).contains("from Simplified Chinese"))
        #expect(try #require(texts["EPUB/colophon.xhtml"]).contains("into English by machine"))
    }

    @Test func givesABookWithoutChaptersOne() throws {
        #expect(try texts(book())["EPUB/text/0001.xhtml"] != nil)
    }

    @Test func listsChaptersInBothTablesOfContents() throws {
        let texts = try texts(
            try book(
                EPUBBook.Chapter(key: "a", title: InlineText("One\n two")),
                EPUBBook.Chapter(key: "b", originalTitle: "第二章"),
                EPUBBook.Chapter(key: "c")
            )
        )
        let navigation = try #require(texts["EPUB/nav.xhtml"])
        #expect(navigation.contains("<a href=\"text/0001.xhtml\">One two</a>"))
        #expect(navigation.contains("<a href=\"text/0002.xhtml\" lang=\"zh-Hans\" xml:lang=\"zh-Hans\">第二章</a>"))
        #expect(navigation.contains("<a href=\"text/0003.xhtml\">3</a>"))
        #expect(try #require(texts["EPUB/toc.ncx"]).contains("<text>第二章</text>"))
    }

    @Test func writesMarkdownCodesAsElements() throws {
        func code(_ id: Int, _ role: InlineCode.Role, _ data: String, _ visible: String = "") -> InlineText.Part {
            let kind: InlineCode.Kind = visible == "\n" ? .lineBreak : .markup
            return .code(InlineCode(id: id, role: role, kind: kind, data: data, visible: visible))
        }
        let text = InlineText(parts: [
            code(1, .open, "**"), .text("a"), code(2, .open, "_"), .text("b"), code(2, .close, "_"),
            code(1, .close, "**"),
            code(3, .standalone, "  \n", "\n"), code(4, .standalone, "`x<y`", "x<y"), code(5, .open, "["), .text("c"),
            code(5, .close, "](http://x)"), code(6, .open, "*"), .text("d"), code(7, .standalone, "[^1]", "1"),
        ])
        let page = try blocks(EPUBBook.Block(target: text))
        #expect(page == "<p class=\"first\"><strong>a<em>b</em></strong><br/><code>x&lt;y</code>cd1</p>\n")
    }

    @Test func showsTheSourceBelowTheTranslation() throws {
        let page = try blocks(EPUBBook.Block(target: InlineText("One"), source: InlineText("一")))
        #expect(page == "<p class=\"first\">One</p>\n<p class=\"source\" lang=\"zh-Hans\" xml:lang=\"zh-Hans\">一</p>\n")
        let both = try book(EPUBBook.Chapter(key: "1", blocks: [EPUBBook.Block(target: nil, source: InlineText("一"))]))
        #expect(try #require(try texts(both)["EPUB/package.opf"]).contains("<dc:language>zh-Hans</dc:language>"))
    }

    @Test func marksWhatIsNotTranslated() throws {
        let page = try blocks(EPUBBook.Block(source: InlineText("一")), EPUBBook.Block(target: InlineText("　")))
        #expect(page == "<p class=\"untranslated\" lang=\"zh-Hans\" xml:lang=\"zh-Hans\">一</p>\n")
    }

    @Test func makesListsOfItemsAndBreaksBetweenScenes() throws {
        let page = try blocks(
            EPUBBook.Block(target: InlineText("a")),
            EPUBBook.Block(.item, target: InlineText("b")),
            EPUBBook.Block(.item, target: InlineText("c")),
            EPUBBook.Block(.separator),
            EPUBBook.Block(target: InlineText("d")),
            EPUBBook.Block(.heading, target: InlineText("e"))
        )
        let expected = """
            <p class="first">a</p>
            <ul>
            <li>b</li>
            <li>c</li>
            </ul>
            <div class="break" role="separator">* * *</div>
            <p class="first">d</p>
            <h2>e</h2>

            """
        #expect(page == expected)
    }

    @Test func runsFromRightToLeft() throws {
        let book = try book(
            to: "ar",
            EPUBBook.Chapter(key: "1", blocks: [EPUBBook.Block(target: InlineText("واحد"), source: InlineText("一"))])
        )
        let texts = try texts(book)
        #expect(try #require(texts["EPUB/package.opf"]).contains("page-progression-direction=\"rtl\""))
        let page = try #require(texts["EPUB/text/0001.xhtml"])
        #expect(page.contains("xml:lang=\"ar\" dir=\"rtl\">") && page.contains("xml:lang=\"zh-Hans\" dir=\"ltr\">一"))
    }

    @Test func makesTheSameIdentifierFromTheSameName() {
        let identifier = EPUBBook.identifier(for: "a")
        #expect(identifier == EPUBBook.identifier(for: "a") && identifier != EPUBBook.identifier(for: "b"))
        #expect(
            identifier.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}/) != nil
        )
    }

    @Test func keepsALongTitleInsideTheCover() throws {
        var book = try book()
        book.title = String(repeating: "很长的书名与Word", count: 40)
        let cover = EPUBBookCover.image(of: book)
        #expect(cover.split(separator: "<text ").count <= 4 + 3 + 2 + 1)
        #expect(cover.contains("…</text>"))
    }
}
