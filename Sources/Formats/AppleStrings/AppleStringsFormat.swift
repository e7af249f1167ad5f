import Text

/// Apple's `.strings`: UTF-8 or UTF-16, `"key" = "value";` with comments.
package enum AppleStringsFormat: Format {
    package static let name = "strings"
    package static let summary = "Apple .strings: UTF-8 and UTF-16"
    package static let extensions = ["strings"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "strings" else { return .no }
        return AppleStringsReader.looksLike(sample.head) ? .certain : .named
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        guard !bytes.starts(with: Array("bplist00".utf8)) else {
            throw FormatError(
                .malformed,
                "\(file) is a compiled property list: `plutil -convert xml1` or the project's own .strings file is needed."
            )
        }
        var reader = AppleStringsReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try write(document, as: edition, form: AppleStringsForm.self) { $1.form.escape($0) }
    }
}

/// How a string is written.
struct AppleStringsForm: Sendable {
    /// `"` or `'`; nil for a word without quotes, which gets `"` when it is translated.
    var quote: UInt8?
    /// Line breaks stand as they are, not as `\n`.
    var hasRawBreaks: Bool
    /// Nil: what is not ASCII is written as it is.
    var unicode: UnicodeEscape?

    func escape(_ text: String) -> String {
        let quote = quote ?? 0x22
        var output: [UInt8] = self.quote == nil ? [quote] : []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x5C: output += [0x5C, 0x5C]
            case UInt32(quote): output += [0x5C, quote]
            case 0x0A where !hasRawBreaks: output += [0x5C, 0x6E]
            case 0x0D where !hasRawBreaks: output += [0x5C, 0x72]
            case 0x80... where unicode != nil: unicode?.write(scalar, into: &output)
            default: output += Array(String(scalar).utf8)
            }
        }
        if self.quote == nil { output.append(quote) }
        return String(decoding: output, as: UTF8.self)
    }
}
