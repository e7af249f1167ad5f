package import Text

/// An XML file as tokens, lossless: what is written back from its bytes with other bytes in some holes is the same file
/// everywhere else.
///
/// Works for XHTML and for every other XML format, well-formed or not. Namespaces are not resolved: names have their prefix,
/// and `localName` leaves it off. Nothing outside the file is fetched and no declared entity is expanded.
package struct XMLFile: Sendable {
    /// The file in UTF-8, with its byte order mark when it has one.
    package let bytes: [UInt8]
    package let tokens: [XMLToken]
    /// Of all tags, in the order of the file.
    private let attributes: [XMLAttribute]
    /// Whether the bytes are known to be valid UTF-8.
    let isValid: Bool
    /// Bad markup, with its line: `xml-markup`, `xml-unbalanced`, `xml-deep`, `xml-entities`, `xml-encoding`. At most
    /// `XMLTokenizer.mostFindings`.
    package let findings: [Finding]
    package let encoding: XMLEncoding

    /// Reads a file in UTF-8 or UTF-16; never fails.
    /// - Parameter file: its name, for findings.
    package init(_ bytes: [UInt8], file: String) {
        encoding = XMLEncoding(of: bytes)
        let converted = encoding.decode(bytes)
        var damage: [Finding] = []
        if converted.isDamaged {
            let message = "The file is not in \(encoding.name), or some bytes are damaged. Save it as UTF-8."
            damage.append(Finding("xml-encoding", .warning, message, at: Finding.Place(file: file)))
        }
        self.bytes = converted.bytes
        isValid = !converted.isDamaged
        let read = XMLTokenizer.read(converted.bytes, file: file, findings: damage)
        (tokens, attributes, findings) = (read.tokens, read.attributes, read.findings)
    }

    /// The tokens of a text that is decoded already. What is wrong with its encoding is a finding of the decoded text.
    init(_ decoded: DecodedText, file: String, dialect: XMLDialect) {
        encoding = .utf8
        bytes = decoded.utf8
        isValid = decoded.isSource
        let read = XMLTokenizer.read(bytes, file: file, dialect: dialect)
        (tokens, attributes, findings) = (read.tokens, read.attributes, read.findings)
    }

    /// The text at a range, as it is written; bytes that are no UTF-8 become U+FFFD.
    package func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The name of a tag with its prefix: `w:p`, `dc:title`.
    package func name(_ token: XMLToken) -> String { string(token.name) }

    /// The name of a tag without its prefix.
    package func localName(_ token: XMLToken) -> String { string(Self.local(token.name, in: bytes)) }

    /// Whether the tag has exactly this name, prefix included. Faster than `name(_:) ==`.
    package func isNamed(_ name: String, _ token: XMLToken) -> Bool {
        name.utf8.count == token.name.count && bytes[token.name].elementsEqual(name.utf8)
    }

    /// Of a start tag, in the order written.
    package func attributes(of token: XMLToken) -> ArraySlice<XMLAttribute> { attributes[token.attributes] }

    /// The attribute with exactly this name, prefix included.
    package func attribute(_ name: String, of token: XMLToken) -> XMLAttribute? {
        attributes(of: token).first { bytes[$0.name].elementsEqual(name.utf8) }
    }

    /// The value of an attribute with its references replaced.
    package func value(_ name: String, of token: XMLToken) -> String? {
        attribute(name, of: token).map { XMLText.decode(bytes, in: $0.value) }
    }

    /// The text that a reader sees between two tokens: text and CDATA joined, references replaced, tags left out.
    package func text(inside tokens: Range<Int>) -> String {
        var text = ""
        for token in self.tokens[tokens] {
            switch token.kind {
            case .text: text += XMLText.decode(bytes, in: token.range)
            case .cdata: text += string(Self.inside(token))
            default: break
            }
        }
        return text
    }

    /// The characters of a CDATA section, without `<![CDATA[` and `]]>`.
    package static func inside(_ cdata: XMLToken) -> Range<Int> {
        cdata.range.lowerBound + 9..<cdata.range.upperBound - 3
    }

    private static func local(_ name: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        guard let colon = bytes[name].lastIndex(of: UInt8(ascii: ":")) else { return name }
        return colon + 1..<name.upperBound
    }
}
