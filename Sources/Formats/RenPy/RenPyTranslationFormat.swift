import Text

/// Translation files of Ren'Py (`game/tl/LANGUAGE/*.rpy`): `translate` blocks with the original in a comment, and
/// `old`/`new` strings. The source stays, the target is filled.
package enum RenPyTranslationFormat: Format {
    package static let name = "renpy-tl"
    package static let summary = "Ren'Py translation files (translate blocks, old/new)"
    package static let extensions = ["rpy"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .speakers, .targets, .contexts]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "rpy" else { return .no }
        var next = 0
        while next < sample.head.count {
            let line = ByteLine(sample.head, from: next)
            next = line.next
            if RenPyTranslationReader.header(sample.head, line.range) != nil { return .certain }
        }
        return .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = RenPyTranslationReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: RenPyTranslationForm.self)
        var patch = TextPatch(skeleton.decoded)
        for hole in skeleton.holes {
            // An edition fills its own language only.
            if let language = hole.form.language, language != edition.target.language { continue }
            guard let text = edition.texts[hole.key] else { continue }
            patch.replace(hole.range, by: RenPyText.escape(text, hole.form.text))
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }
}
