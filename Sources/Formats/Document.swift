package import Text

/// One source file, read: its units in reading order, and the original bytes with holes where the units were.
package struct Document: Sendable {
    /// Name of the file as the user gave it.
    package var file: String
    /// Name of the format that read it: `txt`, `epub` …
    package var format: String
    package var units: [Unit]
    /// In reading order; the ranges cover `units` without gap or overlap.
    package var chapters: [Chapter]
    package var details: Details
    package var findings: [Finding]
    /// What the format needs to write the file back.
    package var skeleton: any Skeleton

    package init(
        file: String,
        format: String,
        units: [Unit],
        chapters: [Chapter],
        details: Details = Details(),
        findings: [Finding] = [],
        skeleton: any Skeleton
    ) {
        self.file = file
        self.format = format
        self.units = units
        self.chapters = chapters
        self.details = details
        self.findings = findings
        self.skeleton = skeleton
    }

    /// A part of the document that is translated in order: a chapter of a novel, a spine document of an EPUB.
    package struct Chapter: Hashable, Sendable {
        /// Stable within the document, and the first part of the keys of its units.
        package var key: String
        /// The heading as it stands in the source; nil for front matter and for a file without headings.
        package var title: String?
        /// Its units, as indexes into `units`.
        package var units: Range<Int>

        package init(key: String, title: String?, units: Range<Int>) {
            self.key = key
            self.title = title
            self.units = units
        }
    }

    /// What the file says of itself, or what was found out in reading it.
    package struct Details: Hashable, Sendable {
        package var title: String?
        package var author: String?
        package var language: LanguageTag?
        /// IANA name of the character encoding, for text files: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`.
        package var encoding: String?

        package init(
            title: String? = nil,
            author: String? = nil,
            language: LanguageTag? = nil,
            encoding: String? = nil
        ) {
            self.title = title
            self.author = author
            self.language = language
            self.encoding = encoding
        }
    }
}

/// What a format keeps of a file to write it back; only the format that made it looks inside.
package protocol Skeleton: Sendable {}

/// A translation of a document, to be written.
package struct Edition: Sendable {
    package var source: LanguageTag
    package var target: LanguageTag
    /// Translations by the key of their unit. A unit that has none is written as it was.
    package var texts: [String: InlineText]
    package var layout: Layout
    package var encoding: Encoding

    package init(
        source: LanguageTag,
        target: LanguageTag,
        texts: [String: InlineText],
        layout: Layout = .target,
        encoding: Encoding = .asSource
    ) {
        self.source = source
        self.target = target
        self.texts = texts
        self.layout = layout
        self.encoding = encoding
    }

    package enum Layout: String, Sendable, Codable {
        /// The translation in the place of the source.
        case target
        /// The source paragraph, then the translation.
        case bilingual
    }

    package enum Encoding: String, Sendable, Codable {
        /// The encoding of the source file where it can hold the translation, else UTF-8 with a finding.
        case asSource
        case utf8
    }
}
