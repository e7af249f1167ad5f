import Text

/// Writes an ``EPUBBook`` chapter by chapter: what is kept between two chapters is the compressed file and a label each.
package struct EPUBBookWriter: Sendable {
    private var zip: ZipWriter
    private let book: EPUBBook
    private let page: EPUBBookPage
    private var labels: [EPUBBookLabel] = []
    private var isBilingual = false

    /// - Parameter book: everything but its chapters, which are not looked at.
    package init(_ book: EPUBBook) {
        var book = book
        book.chapters = []
        if book.title.trimmed.isEmpty { book.title = book.originalTitle ?? "?" }
        self.book = book
        page = EPUBBookPage(source: book.source, target: book.target)
        zip = ZipWriter(time: Self.time(of: book.modified))
        zip.add("mimetype", Array("application/epub+zip".utf8), method: .stored)
        zip.add("META-INF/container.xml", Array(EPUBBookPackage.container.utf8))
        zip.add("EPUB/style.css", Array(EPUBBookStyle.sheet.utf8))
        zip.add("EPUB/cover.svg", Array(EPUBBookCover.image(of: book).utf8))
        zip.add("EPUB/cover.xhtml", Array(page.cover(of: book).utf8))
    }

    /// Adds the next chapter. One without a heading and text is there as an empty page.
    package mutating func add(_ chapter: EPUBBook.Chapter) {
        let number = labels.count + 1
        let digits = String(number)
        let name = "text/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".xhtml"
        let title = chapter.title.map { Self.line($0.plain) }
        let original = chapter.originalTitle.map { Self.line($0) }
        let isOriginal = (title ?? "").isEmpty && !(original ?? "").isEmpty
        let text = [title, original, digits].compactMap(\.self).first { !$0.isEmpty } ?? digits
        labels.append(EPUBBookLabel(path: name, text: text, isOriginal: isOriginal))
        if chapter.blocks.contains(where: { $0.source != nil }) { isBilingual = true }
        zip.add("EPUB/" + name, Array(page.chapter(chapter, label: text).utf8))
    }

    /// The book as a file. A book must have a chapter: without any, an empty one is added.
    package consuming func finish() -> [UInt8] {
        if labels.isEmpty { add(EPUBBook.Chapter(key: "", title: InlineText(book.title))) }
        zip.add("EPUB/colophon.xhtml", Array(page.colophon(of: book).utf8))
        let package = EPUBBookPackage(book: book, labels: labels, isBilingual: isBilingual)
        zip.add("EPUB/nav.xhtml", Array(page.navigation(of: book, labels: labels).utf8))
        zip.add("EPUB/toc.ncx", Array(package.ncx.utf8))
        zip.add("EPUB/package.opf", Array(package.document.utf8))
        return zip.finish()
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The moment for the archive's entries; 1980 when the text is none.
    private static func time(of modified: String) -> ZipTime {
        guard EPUBBookPackage.isMoment(modified) else { return .first }
        let numbers = modified.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 6 else { return .first }
        return ZipTime(
            year: numbers[0],
            month: numbers[1],
            day: numbers[2],
            hour: numbers[3],
            minute: numbers[4],
            second: numbers[5]
        )
    }
}

/// A chapter in the tables of contents.
struct EPUBBookLabel: Sendable {
    /// From the folder of the package document.
    var path: String
    var text: String
    /// Whether the text is in the source language.
    var isOriginal: Bool
}
