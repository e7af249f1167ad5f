import Text

/// String catalogs of Xcode 15 and later, `.xcstrings`
/// (https://developer.apple.com/documentation/xcode/localizing-and-varying-text-with-a-string-catalog).
package enum StringCatalogFormat: Format {
    package static let name = "xcstrings"
    package static let summary = "Apple String Catalog"
    package static let extensions = ["xcstrings"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .plurals, .targets, .states]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard let head = JSONHead(sample), head.isObject else { return .no }
        if head.has("sourceLanguage", "strings") { return .certain }
        return sample.ending == "xcstrings" ? .named : .no
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var reader = StringCatalogReader(json)
        reader.read()
        var document = json.document(format: name, reader.units, language: LanguageTag(reader.sourceLanguage))
        document.skeleton = StringCatalogSkeleton(
            decoded: json.decoded,
            tree: json.tree,
            sourceLanguage: reader.sourceLanguage,
            slots: reader.slots
        )
        return document
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? StringCatalogSkeleton else {
            throw FormatError(
                .wrongSkeleton,
                "“\(document.file)” was read as another format. Read it again as \(name)."
            )
        }
        var writer = StringCatalogWriter(skeleton, target: edition.target)
        var entry: (node: Int, texts: [StringCatalogText])?
        for (unit, slot) in zip(document.units, skeleton.slots) {
            guard let text = edition.texts[unit.key] else { continue }
            if let open = entry, open.node != slot.entry {
                writer.write(open.texts, to: open.node)
                entry = nil
            }
            let new = StringCatalogText(path: slot.path, text: text)
            entry = (slot.entry, (entry?.texts ?? []) + [new])
        }
        if let entry { writer.write(entry.texts, to: entry.node) }
        return writer.patch.write(file: document.file, encoding: edition.encoding)
    }
}

struct StringCatalogSkeleton: Skeleton {
    var decoded: DecodedText
    var tree: JSONTree
    var sourceLanguage: String
    /// One for each unit.
    var slots: [Slot]

    struct Slot: Sendable {
        /// The node of the string under `strings`.
        var entry: Int
        /// The members that lead from a localization to its `stringUnit`, without that: `variations`, `plural`, `few`.
        var path: [String]
    }
}

/// A translation for a place in a localization.
struct StringCatalogText {
    var path: [String]
    var text: InlineText
}
