import Text

/// Plain text in any of the encodings that Chinese novels come in.
///
/// A paragraph is a line, or several lines where the file was cut at a fixed width. Blank lines, separators such as `***`,
/// indents and line breaks stay in the skeleton. Chapters begin at headings (`ChapterHeading`); text before the first is
/// the chapter `front`, a file without headings the chapter `text`.
///
/// A unit after a separator line has it in `notes["separator"]`. Control characters inside a line are codes of the kind
/// `.character`.
package enum TextFormat: Format {
    package static let name = "txt"
    package static let summary = "Plain text: UTF-8, UTF-16, GB18030, Big5, EUC-TW"
    package static let extensions = ["txt", "text"]
    package static let family = FormatFamily.books
    package static let carries: Set<FormatFeature> = [.parts]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = TextReader(DecodedText(bytes, file: file, encoding: options.encoding), file: file)
        return reader.document()
    }

    /// Writes each translated paragraph as one line. In a target that is not written in Han, an indent of U+3000 before a
    /// translated paragraph is left out. A bilingual edition has the source as it was and the translation in a new line,
    /// after a blank line where the file parts its paragraphs so.
    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? HoleSkeleton, skeleton.holes.count == document.units.count else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as plain text: read it again.")
        }
        var writer = HoleWriter(skeleton.decoded)
        for (unit, hole) in zip(document.units, skeleton.holes) {
            guard let translation = edition.texts[unit.key] else { continue }
            let text = line(translation)
            let dropsIndent = hole.hasIdeographicIndent && !edition.target.writesHan
            switch edition.layout {
            case .target:
                writer.replace(dropsIndent ? hole.start : hole.contentStart, hole.end, by: text)
            case .bilingual:
                let lineBreak = (hole.lineBreak == .none ? skeleton.lineBreak : hole.lineBreak).rawValue
                let indent = dropsIndent ? "" : skeleton.indent(of: hole)
                writer.insert(
                    lineBreak + (skeleton.hasBlankLines ? lineBreak : "") + indent + text,
                    at: hole.end
                )
            }
        }
        return writer.write(file: document.file, encoding: edition.encoding)
    }

    /// A translation as one line.
    private static func line(_ translation: InlineText) -> String {
        var text = ""
        for part in translation.parts {
            switch part {
            case .text(let run): text += oneLine(run)
            case .code(let code): text += code.data
            }
        }
        return text
    }

    private static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
        return text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension HoleSkeleton {
    /// The white space before the text of a hole.
    func indent(of hole: Hole) -> String {
        String(decoding: decoded.utf8[hole.start.text..<hole.contentStart.text], as: UTF8.self)
    }
}
