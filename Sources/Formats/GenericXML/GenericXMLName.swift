import Text

/// What names and values in data files tell.
enum GenericXMLName {
    /// Attributes and elements that tell entries apart.
    static let ids: Set = ["key", "id", "uid", "guid", "uuid", "code", "idx", "index", "stringid", "textid", "xml:id"]

    /// Attributes and elements that name something else than text.
    static let references: Set = [
        "ref", "href", "src", "path", "file", "filename", "class", "style", "type", "icon", "image", "img", "url",
        "color",
        "font", "asset", "prefab", "script", "encoding", "version", "format", "align", "target",
    ]

    /// Attributes that hold text in most files.
    static let texts: Set = [
        "value", "text", "title", "label", "caption", "description", "desc", "tooltip", "tip", "hint", "content",
        "message",
        "msg", "dialog", "dialogue", "summary", "subtitle", "placeholder", "displayname", "display", "string", "str",
        "translation", "speech",
    ]

    /// Whether a value reads as words: no path, number, colour, switch or name of a thing in a program.
    static func isProse(_ text: String) -> Bool {
        let text = text.trimmed
        guard text.hasLetter else { return false }
        if text.unicodeScalars.contains(where: \.properties.isWhitespace) {
            return !text.contains("://") || text.count > 64
        }
        if ["true", "false", "null", "none", "yes", "no", "nan"].contains(text.lowercased()) { return false }
        let marks = text.unicodeScalars.contains { "/\\_#=:@{}<>|$;".unicodeScalars.contains($0) }
        if marks { return false }
        if let dot = text.lastIndex(of: "."), text.index(after: dot) < text.endIndex { return false }
        // camelCase
        var last: Unicode.Scalar = "A"
        for scalar in text.unicodeScalars {
            if scalar.properties.isUppercase, last.properties.isLowercase { return false }
            last = scalar
        }
        return true
    }
}
