import Text

/// How a file writes what XML lets be written in several ways.
struct XMLStyle: Sendable, Hashable {
    /// What stands for a character in the text of an element; nil where it stands for itself.
    var quote: String?
    var apostrophe: String?
    var greater: String? = "&gt;"
    /// How characters outside of ASCII are written.
    var others = Others.plain
    var lineBreak = "\n"
    /// A line feed in the value of an attribute.
    var attributeBreak = "&#10;"

    enum Others: Sendable, Hashable {
        case plain, decimal, hexadecimal
    }

    /// Looks at the first megabyte of text.
    init(of xml: XMLFile) {
        var counts = Counts()
        var left = 1 << 20
        for token in xml.tokens {
            switch token.kind {
            case .text:
                counts.add(xml.bytes, token.range, isAttribute: false)
                left -= token.range.count
            case .startTag:
                for attribute in xml.attributes(of: token) where attribute.quote != nil {
                    counts.add(xml.bytes, attribute.value, isAttribute: true)
                }
                left -= token.range.count
            default: break
            }
            if left <= 0 { break }
        }
        if counts.quoteReferences > counts.quotes { quote = "&quot;" }
        if counts.apostropheReferences > counts.apostrophes { apostrophe = counts.apostropheName }
        if counts.greaters > 0, counts.greaterReferences == 0 { greater = nil }
        if counts.numbers > counts.plain { others = counts.hexadecimals * 2 > counts.numbers ? .hexadecimal : .decimal }
        if counts.carriageReturns * 2 > counts.lineFeeds { lineBreak = "\r\n" }
        if let name = counts.attributeBreak { attributeBreak = name }
    }

    private struct Counts {
        var quotes = 0
        var quoteReferences = 0
        var apostrophes = 0
        var apostropheReferences = 0
        var apostropheName = "&apos;"
        var greaters = 0
        var greaterReferences = 0
        /// Characters outside of ASCII, as they are and as references.
        var plain = 0
        var numbers = 0
        var hexadecimals = 0
        var lineFeeds = 0
        var carriageReturns = 0
        var attributeBreak: String?

        mutating func add(_ bytes: [UInt8], _ range: Range<Int>, isAttribute: Bool) {
            for index in range {
                let byte = bytes[index]
                switch byte {
                case 0x22 where !isAttribute: quotes += 1
                case 0x27 where !isAttribute: apostrophes += 1
                case 0x3E where !isAttribute: greaters += 1
                case 0x0A: lineFeeds += 1
                case 0x0D: carriageReturns += 1
                case 0xC0...: plain += 1
                case 0x26: addReference(bytes, index, range.upperBound, isAttribute: isAttribute)
                default: break
                }
            }
        }

        private mutating func addReference(_ bytes: [UInt8], _ start: Int, _ limit: Int, isAttribute: Bool) {
            let name = bytes[start..<min(limit, start + 10)]
            guard let end = name.firstIndex(of: UInt8(ascii: ";")) else { return }
            let reference = String(decoding: bytes[start...end], as: UTF8.self)
            switch reference.lowercased() {
            case "&quot;", "&#34;", "&#x22;": if !isAttribute { quoteReferences += 1 }
            case "&apos;", "&#39;", "&#x27;":
                guard !isAttribute else { return }
                apostropheReferences += 1
                apostropheName = reference
            case "&gt;", "&#62;", "&#x3e;": greaterReferences += 1
            case "&#10;", "&#xa;", "&#x0a;": if isAttribute { attributeBreak = reference }
            default:
                let isHexadecimal = reference.hasPrefix("&#x") || reference.hasPrefix("&#X")
                let digits = reference.dropFirst(isHexadecimal ? 3 : 2).dropLast()
                guard reference.hasPrefix("&#"), let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
                    value > 0xFF
                else { return }
                numbers += 1
                if isHexadecimal { hexadecimals += 1 }
            }
        }
    }
}

/// Where a text stands, which decides how it is escaped.
enum XMLContainer: Sendable, Hashable {
    case content
    /// Of an element whose white space is collapsed when it is read: line feeds and tabs that count are references.
    case collapsed
    case cdata
    /// With the quote around it.
    case attribute(UInt8)
}

/// Writes text as its file does.
struct XMLEscaper {
    let style: XMLStyle
    /// For a file in an encoding that does not hold every character.
    let encoder: TextEncoding.Encoder?
    /// Whether no character may take more than two bytes of it.
    let isPairs: Bool

    func escape(_ text: String, in container: XMLContainer) -> String {
        switch container {
        case .cdata: return cdata(text)
        case .content, .collapsed: if !needsCare(text, quote: nil) { return text }
        case .attribute(let quote): if !needsCare(text, quote: quote) { return text }
        }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        var last: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
        for scalar in text.unicodeScalars {
            append(scalar, after: last, to: &escaped, in: container)
            last = (last.1, scalar)
        }
        return escaped
    }

    private func needsCare(_ text: String, quote: UInt8?) -> Bool {
        if encoder != nil || style.others != .plain { return true }
        return text.utf8.contains { byte in
            switch byte {
            case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0..<0x20: true
            // U+FFFE and U+FFFF begin so.
            case 0xEF: true
            default: false
            }
        }
    }

    private func append(
        _ scalar: Unicode.Scalar,
        after last: (Unicode.Scalar, Unicode.Scalar),
        to escaped: inout String,
        in container: XMLContainer
    ) {
        let quote: UInt8? = if case .attribute(let quote) = container { quote } else { nil }
        switch scalar.value {
        case 0x26: escaped += "&amp;"
        case 0x3C: escaped += "&lt;"
        case 0x3E: escaped += style.greater ?? (last == ("]", "]") ? "&gt;" : ">")
        case 0x22: escaped += quote == 0x22 ? "&quot;" : quote == nil ? style.quote ?? "\"" : "\""
        case 0x27:
            escaped += quote == 0x27 ? style.apostrophe ?? "&apos;" : quote == nil ? style.apostrophe ?? "'" : "'"
        case 0x0A where container == .collapsed, 0x09 where container == .collapsed: escaped += "&#\(scalar.value);"
        case 0x0A: escaped += quote == nil ? style.lineBreak : style.attributeBreak
        case 0x09: escaped += quote == nil ? "\t" : "&#9;"
        case 0x0D: escaped += "&#13;"
        default:
            guard XMLText.isAllowed(scalar) else { return }
            if scalar.isASCII || (style.others == .plain && holds(scalar)) {
                escaped.unicodeScalars.append(scalar)
            } else if style.others == .hexadecimal {
                escaped += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
            } else {
                escaped += "&#\(scalar.value);"
            }
        }
    }

    /// Text or markup with references for the characters that the encoding cannot hold.
    func holding(_ xml: String) -> String {
        guard let encoder else { return xml }
        if case .success(let bytes) = encoder.encode(xml), !isPairs || Self.hasOnlyPairs(bytes) { return xml }
        return xml.unicodeScalars.reduce(into: "") { result, scalar in
            if holds(scalar) { result.unicodeScalars.append(scalar) } else { result += "&#\(scalar.value);" }
        }
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        guard let encoder, !scalar.isASCII else { return true }
        if case .success(let bytes) = encoder.encode(String(scalar)) { return !isPairs || bytes.count <= 2 }
        return false
    }

    /// Whether GB 18030 has one or two bytes for each character: the second of four is a digit.
    private static func hasOnlyPairs(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            if index + 1 < bytes.count, 0x30...0x39 ~= bytes[index + 1] { return false }
            index += 2
        }
        return true
    }

    /// A section ends at the first `]]>`: it is cut in two inside of that.
    private func cdata(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var last: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
        for scalar in text.unicodeScalars where XMLText.isAllowed(scalar) {
            if scalar == ">", last == ("]", "]") { escaped.append(contentsOf: "]]><![CDATA[".unicodeScalars) }
            if scalar == "\n", last.1 != "\r", style.lineBreak == "\r\n" { escaped.append("\r") }
            escaped.append(scalar)
            last = (last.1, scalar)
        }
        return String(escaped)
    }
}
