import Text

/// A file of strings with the places of their texts, each with what its format must know to write it.
struct StringSkeleton<Form: Sendable>: Skeleton {
    var decoded: DecodedText
    var holes: [StringHole<Form>]
}

/// The place of one string: of one unit, or of the sentences of an ICU message.
struct StringHole<Form: Sendable>: Sendable {
    /// Offsets in `decoded.utf8`. Empty where a plural form is added.
    var range: Range<Int>
    /// Key of its unit; the beginning of the keys of its units when it is a message.
    var key: String
    var form: Form
    var message: ICUMessage?

    /// The new text, with codes as they stand in the string; nil when it is not translated.
    func text(in edition: Edition) -> String? {
        guard let message else { return edition.texts[key]?.literal }
        return message.write(target: edition.target) { edition.texts[key + $0] }
    }
}

extension Format {
    /// Writes a file whose skeleton has a form for each hole. `escape` gives the text as the file holds it, nil to leave it.
    static func write<Form>(
        _ document: Document,
        as edition: Edition,
        form: Form.Type,
        escape: (String, StringHole<Form>) -> String?
    ) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: form)
        var patch = TextPatch(skeleton.decoded)
        for hole in skeleton.holes {
            guard let text = hole.text(in: edition), let written = escape(text, hole) else { continue }
            patch.replace(hole.range, by: written)
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }

    static func skeleton<Form>(of document: Document, form: Form.Type) throws(FormatError) -> StringSkeleton<Form> {
        guard let skeleton = document.skeleton as? StringSkeleton<Form> else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as \(name): read it again.")
        }
        return skeleton
    }
}
