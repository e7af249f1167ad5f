import Text

/// Android's string resources (https://developer.android.com/guide/topics/resources/string-resource): `string`,
/// `string-array` and `plurals`.
///
/// A unit's key is `strings/` and the resource's name: `strings/app_name`, `strings/days.2` for the second item of an array,
/// `strings/apples[other]` for a form of a plural.
package enum AndroidFormat: Format {
    package static let name = "android"
    package static let summary = "Android string resources"
    package static let extensions = ["xml"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .plurals]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard XMLRoot(sample)?.name == "resources" else { return .no }
        let head = sample.headText
        let isAndroid = ["<string ", "<plurals ", "<string-array ", "<item "].contains { head.contains($0) }
        return isAndroid ? .certain : .possible
    }

    /// Throws `.malformed` for a file without a `<resources>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("resources", root) else {
            throw FormatError(.malformed, "\(file): there is no <resources> element, as Android's resources have.")
        }
        var reader = AndroidReader(source, file: file, options: options)
        reader.read(root)
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(encoding: source.decoded.encoding.rawValue),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<AndroidReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as Android resources.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for string in skeleton.places.strings {
            let key = document.units[string.unit].key
            guard let text = edition.texts[key] else { continue }
            patch.fill(string.hole, with: text, key: key) { string.style.encode($0, $1) }
        }
        for (plural, styles, style) in skeleton.places.plurals {
            let original = String(decoding: skeleton.decoded.utf8[plural.original], as: UTF8.self)
            plural.write(document.units, edition, to: &patch, original: original) { category in
                { (styles[category] ?? style).encode($0, $1) }
            }
        }
        return patch.finish()
    }
}
