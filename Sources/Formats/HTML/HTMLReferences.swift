/// The characters that a page writes as references, with the reference of each.
struct HTMLReferences: Sendable {
    private var references: [Unicode.Scalar: String] = [:]

    /// None: every character that may stand for itself does.
    init() {}

    /// Characters that the texts of the page hold more often as a reference than as themselves, or as often. With
    /// `hasEntities` (HTML, which needs no declaration of them) a no-break space is always a reference: nobody sees it else.
    init(of xml: XMLFile, hasEntities: Bool) {
        var counts: [Unicode.Scalar: (number: Int, first: String)] = [:]
        for token in xml.tokens where token.kind == .text {
            guard xml.bytes[token.range].contains(UInt8(ascii: "&")) else { continue }
            for piece in XMLText.pieces(xml.bytes, in: token.range) where piece.isReference {
                guard let scalars = piece.text?.unicodeScalars, scalars.count == 1, let scalar = scalars.first,
                    !Self.isSyntax(scalar)
                else { continue }
                counts[scalar, default: (0, xml.string(piece.range))].number += 1
            }
        }
        if !counts.isEmpty {
            for token in xml.tokens where token.kind == .text {
                let text = String(decoding: xml.bytes[token.range], as: UTF8.self)
                for scalar in text.unicodeScalars where !scalar.isASCII || scalar == "\"" || scalar == "'" {
                    counts[scalar]?.number -= 1
                }
            }
        }
        if hasEntities { references["\u{A0}"] = "&nbsp;" }
        for (scalar, count) in counts where count.number >= 0 || (hasEntities && scalar == "\u{A0}") {
            references[scalar] = count.first
        }
    }

    /// Text or the value of an attribute that is escaped already.
    func write(_ escaped: String) -> String {
        guard !references.isEmpty, escaped.unicodeScalars.contains(where: { references[$0] != nil }) else {
            return escaped
        }
        return escaped.unicodeScalars.reduce(into: "") { result, scalar in
            if let reference = references[scalar] { result += reference } else { result.unicodeScalars.append(scalar) }
        }
    }

    /// White space, letters and signs of ASCII are never worth a reference, and those of the syntax always have theirs.
    private static func isSyntax(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar != "\"" && scalar != "'"
    }
}
