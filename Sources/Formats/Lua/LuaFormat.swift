import Text

/// Lua tables of games and add-ons: `["key"] = "text"`, `key = 'text'`, `[[text]]`, `L["key"] = "text"`.
package enum LuaFormat: Format {
    package static let name = "lua"
    package static let summary = "Lua tables"
    package static let extensions = ["lua"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = LuaReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try write(document, as: edition, form: LuaForm.self) { $1.form.escape($0) }
    }
}

/// How a string is written.
enum LuaForm: Sendable {
    case quoted(UInt8)
    /// Between long brackets, which are in the hole, with so many equals signs and the white space inside them.
    case long(level: Int, before: String, after: String)

    func escape(_ text: String) -> String {
        switch self {
        case .quoted(let quote):
            var output: [UInt8] = []
            for byte in text.utf8 {
                switch byte {
                case 0x5C: output += [0x5C, 0x5C]
                case quote: output += [0x5C, quote]
                case 0x0A: output += [0x5C, 0x6E]
                case 0x0D: output += [0x5C, 0x72]
                case 0x00: output += [0x5C, 0x30]
                default: output.append(byte)
                }
            }
            return String(decoding: output, as: UTF8.self)
        case .long(let level, let before, let after):
            // Nothing is escaped there: brackets of another level are taken for a text that has the closing one.
            let body = before + text + after
            var equals = String(repeating: "=", count: level)
            while (body + "]").contains("]\(equals)]") { equals += "=" }
            return "[\(equals)[\(body)]\(equals)]"
        }
    }
}
