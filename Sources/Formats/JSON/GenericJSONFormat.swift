import Text

/// JSON of any shape: the texts in it, by the path of names that leads to them.
package enum GenericJSONFormat: Format {
    package static let name = "json"
    package static let summary = "JSON, any nesting"
    package static let extensions = ["json", "json5", "jsonc"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .plurals]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard JSONHead.opening(sample) != nil else { return .no }
        return extensions.contains(sample.ending) ? .named : .possible
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        var syntaxes: Set<PlaceholderSyntax> = [
            .printf, .python, .braces, .doubleBraces, .dollarBraces, .tags, .literalBreaks, .lineBreaks,
        ]
        // A language file of a game that is like Minecraft, or of a mod with keys of its own.
        if MinecraftFormat.isLocale(String(file.split(separator: "/").last ?? "")) { syntaxes.insert(.section) }
        var reader = JSONStringsReader(format: name, syntaxes: syntaxes, readsMessages: true)
        reader.isManifest = JSONManifest.isOne(file, FileSample(bytes, file: file))
        return try reader.read(bytes, file: file, options: options)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
