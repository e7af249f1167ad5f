/// The formats that Caravan reads and writes.
package enum FormatCatalog {
    /// Where two are equally sure of a file, the earlier one has it.
    package static let all: [any Format.Type] = books + json + xml + tables + lines

    private static let books: [any Format.Type] = [
        TextFormat.self, MarkdownFormat.self, EPUBFormat.self, DOCXFormat.self,
    ]

    /// Extensions of all formats, sorted, each once.
    package static var extensions: [String] { Set(all.flatMap { $0.extensions }).sorted() }

    /// Whether a file's name lets a format be expected; its content decides which.
    package static func knows(name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[name.index(after: dot)...].lowercased()
        return all.contains { $0.extensions.contains(ending) }
    }

    /// The format that is surest of a file by name and content; nil when none is.
    package static func format(for sample: FileSample) -> (any Format.Type)? {
        var best: (format: any Format.Type, recognition: Recognition)?
        for format in all {
            let recognition = format.recognize(sample)
            if recognition > (best?.recognition ?? .no) { best = (format, recognition) }
        }
        return best?.format
    }

    /// The format with a name as used in settings.
    package static func format(named name: String) -> (any Format.Type)? { all.first { $0.name == name } }
}
