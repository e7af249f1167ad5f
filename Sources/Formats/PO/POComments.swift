import Text

/// The comment lines of one message.
struct POComments {
    var notes: [String: String] = [:]
    var flags: [Substring] = []

    /// Reads the lines in a range.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        var comment = ""
        var reference = ""
        var previous: [UInt8] = []
        var isPreviousID = false
        var position = range.lowerBound
        while position < range.upperBound {
            var end = position
            while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            defer { position = end + 1 }
            var start = position
            while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
            guard start < end, bytes[start] == UInt8(ascii: "#") else { continue }
            let kind = start + 1 < end ? bytes[start + 1] : 0x20
            switch kind {
            case UInt8(ascii: "."): Self.add(text(bytes, start + 2..<end), to: &comment, "\n")
            case UInt8(ascii: ":"): Self.add(text(bytes, start + 2..<end), to: &reference, " ")
            case UInt8(ascii: ","), UInt8(ascii: "="):
                flags += text(bytes, start + 2..<end).split(separator: ",").map { $0.drop { $0 == " " } }
            case UInt8(ascii: "|"):
                let line = bytes[start + 2..<end]
                if let quote = line.firstIndex(of: UInt8(ascii: "\"")) {
                    let keyword = String(decoding: line[..<quote], as: UTF8.self).trimmed
                    if !keyword.isEmpty { isPreviousID = keyword == "msgid" }
                    if isPreviousID { POEscape.unescape(bytes, in: quote..<end, into: &previous) }
                }
            default: Self.add(text(bytes, start + 1..<end), to: &comment, "\n")
            }
        }
        if !comment.isEmpty { notes[Unit.Note.comment] = comment }
        if !reference.isEmpty { notes[Unit.Note.reference] = reference }
        if !previous.isEmpty { notes[Unit.Note.previous] = String(decoding: previous, as: UTF8.self) }
        // Weblate's flag: https://docs.weblate.org/en/latest/admin/checks.html#customizing-checks
        if let limit = flags.first(where: { $0.hasPrefix("max-length:") })?.dropFirst(11), let number = Int(limit) {
            notes[Unit.Note.maxLength] = String(number)
        }
    }

    private func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func add(_ text: String, to whole: inout String, _ separator: String) {
        if !whole.isEmpty { whole += separator }
        whole += text
    }

    var isFuzzy: Bool { flags.contains("fuzzy") }

    /// The syntaxes of placeholders that the format flags name, or those that catalogs have in general.
    var syntaxes: Set<PlaceholderSyntax> {
        var found: Set<PlaceholderSyntax> = []
        for flag in flags where flag.hasSuffix("-format") && !flag.hasPrefix("no-") {
            switch flag {
            case "python-format": found.formUnion([.printf, .python])
            case "python-brace-format", "perl-brace-format", "csharp-format", "java-format", "rust-format",
                "boost-format":
                found.insert(.braces)
            default: found.insert(.printf)
            }
        }
        if found.isEmpty { found = Self.usual }
        return found.union([.tags, .lineBreaks])
    }

    static let usual: Set<PlaceholderSyntax> = [.printf, .python, .braces, .doubleBraces, .tags, .lineBreaks]
}
