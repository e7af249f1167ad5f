/// Characters and references in XML: read, and written so that they can be read again.
package enum XMLText {
    /// A run of text as it is written and as it is meant.
    package struct Piece: Hashable, Sendable {
        package var range: Range<Int>
        /// Nil for a reference to an entity that is not known; it must be written back as it is.
        package var text: String?
        /// Whether it is a reference, so that its characters have no bytes of their own.
        package var isReference: Bool
    }

    /// Cuts text into runs and references. An `&` that begins no reference is a character.
    package static func pieces(_ bytes: [UInt8], in range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var start = range.lowerBound
        var index = start
        func run(to end: Int) {
            guard start < end else { return }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            pieces.append(Piece(range: start..<end, text: text, isReference: false))
        }
        while let found = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            guard let end = referenceEnd(bytes, from: found, limit: range.upperBound) else {
                index = found + 1
                continue
            }
            run(to: found)
            let text = character(bytes[found + 1..<end - 1])
            pieces.append(Piece(range: found..<end, text: text, isReference: true))
            (start, index) = (end, end)
        }
        run(to: range.upperBound)
        return pieces
    }

    /// The text with its references replaced; unknown ones stay as they are written.
    package static func decode(_ bytes: [UInt8], in range: Range<Int>) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text = ""
        for piece in pieces(bytes, in: range) {
            text += piece.text ?? String(decoding: bytes[piece.range], as: UTF8.self)
        }
        return text
    }

    /// Text for an element's content: `&`, `<` and `>` as references; characters that XML forbids (controls, U+FFFE,
    /// U+FFFF; https://www.w3.org/TR/xml/#charsets) left out.
    package static func escape(_ text: some StringProtocol) -> String { escape(text, quote: nil) }

    /// Text for an attribute's value, without the quotes around it: quotes and line breaks as references too.
    package static func escapeAttribute(_ text: some StringProtocol) -> String {
        escape(text, quote: UInt8(ascii: "\""))
    }

    private static func escape(_ text: some StringProtocol, quote: UInt8?) -> String {
        var escaped = String.UnicodeScalarView()
        func append(_ reference: String) { escaped.append(contentsOf: reference.unicodeScalars) }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            case 0x22 where quote != nil: append("&quot;")
            case 0x27 where quote != nil: append("&#39;")
            case 0x09 where quote != nil, 0x0A where quote != nil, 0x0D where quote != nil: append("&#\(scalar.value);")
            // A carriage return would be read as a line feed.
            case 0x0D: append("&#13;")
            default: if isAllowed(scalar) { escaped.append(scalar) }
            }
        }
        return String(escaped)
    }

    /// Whether XML 1.0 allows the character.
    package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The offset after the `;` of the reference that begins with the `&` at `start`.
    private static func referenceEnd(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        var index = start + 1
        // No entity of HTML has a longer name.
        let last = min(limit, start + 34)
        while index < last {
            switch bytes[index] {
            case UInt8(ascii: ";"): return index > start + 1 ? index + 1 : nil
            case UInt8(ascii: "#") where index == start + 1: break
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: break
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// The character that a reference between `&` and `;` means.
    private static func character(_ name: ArraySlice<UInt8>) -> String? {
        guard name.first == UInt8(ascii: "#") else {
            return XMLEntities.known[String(decoding: name, as: UTF8.self)]
        }
        let digits = name.dropFirst()
        let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(number, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value), isAllowed(scalar)
        else { return nil }
        return String(scalar)
    }
}
