import Text

/// Apple's `.stringsdict`: a property list of plural rules and width variants
/// (https://developer.apple.com/documentation/xcode/localizing-strings-that-contain-plurals).
///
/// A unit's key is `strings/NAME` for a format that holds words of its own, `strings/NAME/VARIABLE[other]` for a form,
/// `strings/NAME/20` for a variant of a width.
package enum StringsDictFormat: Format {
    package static let name = "stringsdict"
    package static let summary = "Apple plural strings (.stringsdict)"
    package static let extensions = ["stringsdict"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .plurals]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard XMLRoot(sample)?.name == "plist" else { return .no }
        let isRules = sample.headText.contains("NSStringLocalizedFormatKey")
        return isRules ? .certain : sample.ending == "stringsdict" ? .named : .no
    }

    /// Throws `.malformed` for what is no property list in XML, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("plist", root) else {
            let message = "there is no <plist> element. Convert the file with `plutil -convert xml1`."
            throw FormatError(.malformed, "\(file): \(message)")
        }
        var reader = StringsDictReader(source, options: options)
        reader.read(root)
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(encoding: source.decoded.encoding.rawValue),
            findings: source.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<StringsDictReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as a stringsdict.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for string in skeleton.places.strings {
            let key = document.units[string.unit].key
            if let text = edition.texts[key] { patch.fill(string.hole, with: text, key: key) }
        }
        for plural in skeleton.places.plurals {
            let original = String(decoding: skeleton.decoded.utf8[plural.original], as: UTF8.self)
            plural.write(document.units, edition, to: &patch, original: original)
        }
        return patch.finish()
    }
}
