import Text

/// Java's `.properties`: ISO-8859-1 with `\uXXXX` or UTF-8, each kept as the file has it.
package enum PropertiesFormat: Format {
    package static let name = "properties"
    package static let summary = "Java properties: UTF-8, or ISO-8859-1 with \\uXXXX"
    package static let extensions = ["properties"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .plurals]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = PropertiesReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try write(document, as: edition, form: PropertiesForm.self) { $1.form.escape($0) }
    }
}

/// How a value is written.
struct PropertiesForm: Sendable {
    /// Nil: what is not ASCII is written as it is.
    var escape: UnicodeEscape?
    /// The value is a pattern of `java.text.MessageFormat`, in which an apostrophe is written twice.
    var doublesApostrophes = false

    func escape(_ text: String) -> String {
        let text = doublesApostrophes ? text.replacing("'", with: "''") : text
        var output: [UInt8] = []
        var isStart = true
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += [0x5C, 0x5C]
            case "\n": output += [0x5C, 0x6E]
            case "\r": output += [0x5C, 0x72]
            case "\t": output += [0x5C, 0x74]
            case "\u{0C}": output += [0x5C, 0x66]
            case " " where isStart: output += [0x5C, 0x20]
            case let scalar where scalar.value >= 0x7F || scalar.value < 0x20:
                if let escape { escape.write(scalar, into: &output) } else { output += Array(String(scalar).utf8) }
            default: output.append(UInt8(truncatingIfNeeded: scalar.value))
            }
            isStart = false
        }
        // A space at the end is easily lost, but belongs to the value.
        return String(decoding: output, as: UTF8.self)
    }
}
