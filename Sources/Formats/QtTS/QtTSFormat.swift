import Text

/// Qt Linguist's translation source (https://doc.qt.io/qt-6/linguist-ts-file-format.html).
///
/// A context is a chapter. A unit's key is the context, `/`, and the message's id, else eight digits of a hash of its source
/// and its disambiguation; a plural has one unit for each form of the target (`Main/1a2b3c4d[few]`). The translation is
/// filled, its `unfinished` mark taken off, and the file's language named when it names none. Obsolete messages stay.
package enum QtTSFormat: Format {
    package static let name = "qt-ts"
    package static let summary = "Qt Linguist (.ts)"
    package static let extensions = ["ts"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [
        .codes, .keys, .comments, .contexts, .plurals, .targets, .states, .parts,
    ]

    package static func recognize(_ sample: FileSample) -> Recognition {
        XMLRoot(sample)?.name == "TS" ? .certain : .no
    }

    /// Throws `.malformed` for a file without a `<TS>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("TS", root) else {
            throw FormatError(.malformed, "\(file): there is no <TS> element, as Qt's translations have.")
        }
        var reader = QtTSReader(source, root, file: file, options: options)
        reader.read()
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(
                language: source.xml.value("sourcelanguage", of: root).flatMap { LanguageTag($0) },
                encoding: source.decoded.encoding.rawValue
            ),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<QtTSReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as Qt translations.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        let locale = edition.target.description
        for message in skeleton.places.messages {
            let texts = message.units.map { index -> InlineText? in
                let unit = document.units[index]
                guard let text = edition.texts[unit.key] else { return nil }
                if let existing = unit.existing[locale], existing.state != .initial, existing.text == text {
                    return nil
                }
                return text
            }
            guard texts.contains(where: { $0 != nil }) else { continue }
            message.write(texts, document.units, to: &patch)
            // A plural of which a form is missing is not finished.
            let isWhole = zip(message.units, texts).allSatisfy {
                $1 != nil || document.units[$0].existing[locale] != nil
            }
            if isWhole { patch.apply(message.edits) }
        }
        if !patch.isEmpty { skeleton.places.language.write(edition.target, to: &patch) }
        return patch.finish()
    }
}

extension QtTSReader {
    struct Places: Sendable {
        var messages: [Message] = []
        var language: XMLLanguage
    }

    struct Message: Sendable {
        var units: Range<Int>
        /// The content of the translation; of its forms, for a plural.
        var holes: [XMLHole]
        /// Where further forms are put, for a plural, and the tags around each of them.
        var more: XMLHole?
        var formStart = ""
        var formEnd = ""
        /// What makes it finished.
        var edits: [XMLEdit]

        func write(_ texts: [InlineText?], _ all: [Unit], to patch: inout XMLPatch) {
            var added = ""
            for (number, text) in texts.enumerated() {
                let key = all[units.lowerBound + number].key
                if number < holes.count {
                    if let text { patch.fill(holes[number], with: text, key: key) }
                } else if let more {
                    added += formStart + (text.map { patch.render($0, more.slot, key: key) } ?? "") + formEnd
                }
            }
            if let more, !added.isEmpty { patch.replace(more.slot.range, by: more.before + added + more.after) }
        }
    }
}
