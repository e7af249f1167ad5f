import Text

/// A JSON file read as a tree: what the formats that know their shape begin with.
struct JSONFile {
    let name: String
    let decoded: DecodedText
    let tree: JSONTree
    let options: ReadOptions

    /// Throws for a file without an object or array, and for one that is too large.
    init(_ bytes: [UInt8], file: String, options: ReadOptions, behind prefix: Int = 0) throws(FormatError) {
        name = file
        self.options = options
        decoded = try DecodedText(json: bytes, file: file, encoding: options.encoding)
        tree = JSONTree(decoded.utf8, from: decoded.start + prefix)
        guard let root = tree.root, tree.kind(root) == .object || tree.kind(root) == .array else {
            throw .noJSON(file)
        }
    }

    /// The document of what was collected from the file.
    func document(
        format: String,
        _ collected: JSONUnits,
        title: String? = nil,
        language: LanguageTag? = nil
    ) -> Document {
        let units = collected.units
        return Document(
            file: name,
            format: format,
            units: units,
            chapters: units.isEmpty ? [] : [.init(key: "strings", title: title, units: units.indices)],
            details: .init(language: language, encoding: decoded.encoding.rawValue),
            findings: decoded.findings + decoded.findings(of: tree.problems + collected.problems, file: name)
                + collected.scanner.findings(file: name),
            skeleton: JSONSkeleton(
                decoded: decoded,
                style: tree.style,
                messages: collected.messages,
                edits: collected.edits
            )
        )
    }
}
