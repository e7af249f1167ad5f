import Text

/// Resource files of i18next, JSON v3 and v4 (https://www.i18next.com/misc/json-format).
package enum I18nextFormat: Format {
    package static let name = "i18next"
    package static let summary = "i18next JSON v3 and v4"
    package static let extensions = ["json"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .contexts, .plurals]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample), head.isObject else { return .no }
        var strings = 0
        var signs = 0
        var texts: Set<String> = []
        for (index, node) in head.tree.nodes.enumerated() where node.kind == .string && node.keyStop > 0 {
            strings += 1
            let text = head.tree.text(index) ?? ""
            let key = head.tree.key(index)
            if text.contains("$t(") { signs += 2 }
            if text.contains("{{") { signs += 1 }
            if I18nextPlural.suffix(of: key) != nil { signs += 2 }
            if key.hasSuffix("_plural") { signs += 2 }
            texts.insert(key)
        }
        guard strings > 0, signs > 1 else { return .no }
        return signs * 4 >= strings ? .certain : .likely
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var reader = I18nextReader(json)
        reader.read()
        return json.document(format: name, reader.units)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
