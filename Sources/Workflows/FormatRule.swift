package import Formats
internal import Text

/// How some files of a project are read, from `formats:` in `caravan.yaml`: a pattern of names and what holds for them.
package struct FormatRule: Sendable, Equatable {
    /// A pattern of file names: `*.csv`, `tables/**/*.json`. `*` stands for anything but `/`, `**` for anything, `?` for one
    /// character. Without a `/` it is held against the last part of the path.
    package var files: String
    /// Name of the format; nil: found out.
    package var format: String?
    /// Leave these files as they are.
    package var skips = false
    package var encoding: TextEncoding?
    package var columns: ColumnMapping?
    package var elements: [String] = []
    package var placeholders: Set<PlaceholderSyntax> = []
    package var patterns: [String] = []

    package init(files: String) { self.files = files }

    /// Changes when the rule does.
    var mark: String {
        let targets = columns?.targets.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } ?? []
        let named = [columns?.key, columns?.source, columns?.comment, columns?.speaker, columns?.maxLength]
        let parts = [files, format ?? "", "\(skips)", encoding?.rawValue ?? "", "\(columns?.hasHeader, default: "")"]
        let lists = targets + elements + placeholders.map(\.rawValue).sorted() + patterns
        return (parts + named.map { $0 ?? "" } + lists).joined(separator: "\u{1F}")
    }

    package func matches(_ path: String) -> Bool {
        let name =
            files.contains("/")
            ? path[...] : path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        if Self.match(Array(files.unicodeScalars)[...], Array(name.unicodeScalars)[...]) { return true }
        // A pattern with folders may begin at any folder of the path.
        guard files.contains("/"), let slash = path.firstIndex(of: "/") else { return false }
        return matches(String(path[path.index(after: slash)...]))
    }

    /// Tries the shortest stretch for each star first; a name has few stars and parts, so this stays quick.
    private static func match(_ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        switch first {
        case "*":
            let isDeep = pattern.dropFirst().first == "*"
            var rest = pattern.drop { $0 == "*" }
            // `**/` also stands for no folder at all.
            if isDeep, rest.first == "/", match(rest.dropFirst(), text) { return true }
            if !isDeep { rest = pattern.dropFirst() }
            var tail = text
            while true {
                if match(rest, tail) { return true }
                guard let next = tail.first, isDeep || next != "/" else { return false }
                tail = tail.dropFirst()
            }
        case "?": return !text.isEmpty && text.first != "/" && match(pattern.dropFirst(), text.dropFirst())
        default: return text.first == first && match(pattern.dropFirst(), text.dropFirst())
        }
    }
}
