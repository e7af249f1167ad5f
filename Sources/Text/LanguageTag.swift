/// A BCP 47 language tag (RFC 5646) in canonical case: `zh-Hans`, `en`, `es-419`, `pt-BR`.
///
/// Holds language, script and region; variants and extensions are kept as written. Grandfathered tags are refused.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    /// ISO 639 code in lower case, two or three letters.
    package let language: String
    /// ISO 15924 code in title case, four letters.
    package let script: String?
    /// ISO 3166-1 code in upper case or UN M.49 code, two letters or three digits.
    package let region: String?
    /// Variant and extension subtags in the order written, in lower case.
    package let rest: [String]

    /// Parses a tag; `_` is taken for `-`. Returns nil when the tag is not well formed.
    package init?(_ text: String) {
        var parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)[...]
        guard let first = parts.popFirst(), (2...3).contains(first.utf8.count), first.utf8.allSatisfy(Self.isLetter)
        else { return nil }
        language = first.lowercased()
        if let next = parts.first, next.utf8.count == 4, next.utf8.allSatisfy(Self.isLetter) {
            script = next.prefix(1).uppercased() + next.dropFirst().lowercased()
            parts.removeFirst()
        } else {
            script = nil
        }
        if let next = parts.first, Self.isRegion(next) {
            region = next.uppercased()
            parts.removeFirst()
        } else {
            region = nil
        }
        for part in parts where !(1...8).contains(part.utf8.count) || !part.utf8.allSatisfy(Self.isAlphanumeric) {
            return nil
        }
        rest = parts.map { $0.lowercased() }
    }

    package var description: String {
        ([language] + [script, region].compactMap(\.self) + rest).joined(separator: "-")
    }

    /// Whether text in this locale is written in Han characters, so that Han in it is no residue of a Chinese source.
    package var writesHan: Bool {
        ["zh", "ja", "yue", "wuu", "nan", "hak", "lzh", "cmn"].contains(language)
            || (script.map { ["Hans", "Hant", "Jpan", "Hani"].contains($0) } ?? false)
    }

    /// Whether the locale is written from right to left (CLDR: Arabic, Hebrew, Thaana and N'Ko scripts).
    package var isRightToLeft: Bool {
        if let script { return ["Arab", "Hebr", "Thaa", "Nkoo"].contains(script) }
        return ["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(language)
    }

    /// Whether the locale puts no space between words, so sentences are joined without one.
    package var joinsWithoutSpace: Bool {
        writesHan || ["th", "lo", "km", "my", "bo"].contains(language)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    private static func isRegion(_ text: String) -> Bool {
        (text.utf8.count == 2 && text.utf8.allSatisfy(isLetter))
            || (text.utf8.count == 3 && text.utf8.allSatisfy(isDigit))
    }
}

extension LanguageTag: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let tag = LanguageTag(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "“\(text)” is no BCP 47 language tag."
            )
        }
        self = tag
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
