import Text

/// Scripts of Ren'Py: dialogue, choices, names of characters, `_("…")`, texts of screens. Python is left alone.
package enum RenPyFormat: Format {
    package static let name = "renpy"
    package static let summary = "Ren'Py scripts .rpy"
    package static let extensions = ["rpy", "rpym"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .speakers, .contexts]

    package static func recognize(_ sample: FileSample) -> Recognition {
        extensions.contains(sample.ending) ? .likely : .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = RenPyReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: RenPyText.Form.self)
        var patch = TextPatch(skeleton.decoded)
        for hole in skeleton.holes {
            guard let text = edition.texts[hole.key] else { continue }
            patch.replace(hole.range, by: RenPyText.escape(text, hole.form))
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }
}
