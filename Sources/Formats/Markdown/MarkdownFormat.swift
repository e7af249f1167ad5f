import Text

/// Markdown as novels and documentation use it: CommonMark, tables, footnotes, and YAML front matter.
///
/// Units are headings, paragraphs, list items, table cells, the values of `title`, `author`, `subtitle` and `description` in
/// the front matter, and the text in the place of a picture that stands alone. Code, HTML blocks and definitions of links are
/// not touched. Lines of one paragraph are one unit, hard breaks are codes; a paragraph is written back as one line.
package enum MarkdownFormat: Format {
    package static let name = "md"
    package static let summary = "Markdown: CommonMark with tables and front matter"
    package static let extensions = ["md", "markdown"]
    package static let family = FormatFamily.books
    package static let carries: Set<FormatFeature> = [.codes, .parts]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = MarkdownReader(DecodedText(bytes, file: file, encoding: options.encoding), file: file)
        return reader.document()
    }

    /// Writes each translation with the escapes that it needs. In a bilingual edition a paragraph is followed by its
    /// translation as a paragraph of the same list item or quote; a heading, a cell and a value hold both, parted by ` / `.
    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? MarkdownSkeleton, skeleton.places.count == document.units.count
        else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as Markdown: read it again.")
        }
        var writer = HoleWriter(skeleton.base.decoded)
        for (index, unit) in document.units.enumerated() {
            guard let translation = edition.texts[unit.key] else { continue }
            let hole = skeleton.base.holes[index]
            let place = skeleton.places[index]
            let text = text(translation, at: place, in: skeleton)
            let dropsIndent = hole.hasIdeographicIndent && !edition.target.writesHan
            switch (edition.layout, place) {
            case (.target, _):
                writer.replace(dropsIndent ? hole.start : hole.contentStart, hole.end, by: text)
            case (.bilingual, .scalar(let style)):
                let both = unit.source.plain + " / " + translation.plain
                writer.replace(hole.contentStart, hole.end, by: FrontMatter.scalar(both, style))
            case (.bilingual, .paragraph(let prefix)):
                let lineBreak = skeleton.base.lineBreak.rawValue
                var blank = prefix
                while blank.last == " " { blank.removeLast() }
                let indent = dropsIndent ? "" : skeleton.base.indent(of: hole)
                writer.insert(lineBreak + blank + lineBreak + prefix + indent + text, at: hole.end)
            case (.bilingual, _):
                writer.insert(" / " + text, at: hole.end)
            }
        }
        return writer.write(file: document.file, encoding: edition.encoding)
    }

    private static func text(
        _ translation: InlineText,
        at place: MarkdownSkeleton.Place,
        in skeleton: MarkdownSkeleton
    ) -> String {
        switch place {
        case .scalar(let style): FrontMatter.scalar(translation.plain, style)
        case .paragraph: MarkdownEscape(context: .paragraph, definitions: skeleton.definitions).markdown(translation)
        case .heading: MarkdownEscape(context: .heading, definitions: skeleton.definitions).markdown(translation)
        case .cell, .alternative:
            MarkdownEscape(context: .cell, definitions: skeleton.definitions).markdown(translation)
        }
    }
}
