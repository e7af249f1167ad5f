/// The formats that Caravan reads and writes.
package enum FormatCatalog {
    package static let all: [any Format.Type] = [
        TextFormat.self, MarkdownFormat.self, EPUBFormat.self, DOCXFormat.self,
    ]

    /// Extensions of all formats, sorted.
    package static var extensions: [String] { all.flatMap { $0.extensions }.sorted() }

    /// The format that a file name asks for.
    package static func format(forName name: String) -> (any Format.Type)? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return all.first { $0.extensions.contains(ending) }
    }

    /// The format with a name as used in settings.
    package static func format(named name: String) -> (any Format.Type)? { all.first { $0.name == name } }
}
