package import Text

/// A new EPUB 3 made from values, for novels that came as text (https://www.w3.org/TR/epub-33/): a cover page, the chapters, a
/// colophon, a navigation document, and an NCX for old readers. epubcheck 5.3 passes it without an error or a warning.
///
/// The same values give the same bytes. `bytes()` wants all chapters at hand; ``EPUBBookWriter`` takes them one by one.
package struct EPUBBook: Sendable {
    /// A URN that stays the same for every version of this edition; see ``identifier(for:)``.
    package var identifier: String
    package var title: String
    /// The title in the source language.
    package var originalTitle: String?
    package var author: String?
    /// Who translated: the engine's name.
    package var translator: String?
    package var source: LanguageTag
    package var target: LanguageTag
    /// When the edition was last changed: `2026-11-21T20:22:24Z`. Anything else is written as the year 1980.
    package var modified: String
    /// Paragraphs of the last page. When there are none, the page says in English that a machine translated the book, and
    /// which.
    package var colophon: [String]
    package var chapters: [Chapter]

    package init(
        identifier: String,
        title: String,
        originalTitle: String? = nil,
        author: String? = nil,
        translator: String? = nil,
        source: LanguageTag,
        target: LanguageTag,
        modified: String,
        colophon: [String] = [],
        chapters: [Chapter] = []
    ) {
        self.identifier = identifier
        self.title = title
        self.originalTitle = originalTitle
        self.author = author
        self.translator = translator
        self.source = source
        self.target = target
        self.modified = modified
        self.colophon = colophon
        self.chapters = chapters
    }

    package struct Chapter: Sendable {
        /// As in the document; only to tell chapters apart.
        package var key: String
        /// The translated heading; nil when it has none or is not translated.
        package var title: InlineText?
        /// The heading in the source language: shown below the title, and in its place when there is none.
        package var originalTitle: String?
        /// What stands below the heading, which is not repeated here.
        package var blocks: [Block]

        package init(key: String, title: InlineText? = nil, originalTitle: String? = nil, blocks: [Block] = []) {
            self.key = key
            self.title = title
            self.originalTitle = originalTitle
            self.blocks = blocks
        }
    }

    /// A paragraph or another part of a chapter. With both texts the source stands smaller below the translation; with the
    /// source alone it is marked as not translated.
    package struct Block: Sendable {
        package var kind: Kind
        package var target: InlineText?
        package var source: InlineText?

        package init(_ kind: Kind = .paragraph, target: InlineText? = nil, source: InlineText? = nil) {
            self.kind = kind
            self.target = target
            self.source = source
        }

        package enum Kind: Sendable {
            case paragraph
            /// A heading inside the chapter.
            case heading
            /// A break between scenes; its texts are not shown.
            case separator
            /// An item of a list; neighbours make one list.
            case item
        }
    }

    /// The book as a file.
    package func bytes() -> [UInt8] {
        var writer = EPUBBookWriter(self)
        for chapter in chapters { writer.add(chapter) }
        return writer.finish()
    }

    /// `urn:uuid:…` made from a text that names the edition, the same on every machine (RFC 9562, version 8, from two
    /// FNV-1a hashes).
    package static func identifier(for name: String) -> String {
        var second = StableHash(name)
        second.separate()
        var digits = Array((StableHash(name).hex + second.hex).utf8)
        digits[12] = UInt8(ascii: "8")
        digits[16] = UInt8(ascii: "9")
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
        return "urn:uuid:" + parts.joined(separator: "-")
    }
}
