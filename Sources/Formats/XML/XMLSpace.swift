import Text

/// White space around and inside of texts.
enum XMLSpace {
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy(isSpace) }

    /// The range without white space at both ends; empty where there is nothing else.
    static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, isSpace(bytes[lower]) { lower += 1 }
        while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    /// White space that is written as references is not collapsed: until then, characters that XML forbids stand for it.
    static func kept(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { kept[$0] ?? $0 }))
    }

    private static let kept: [Unicode.Scalar: Unicode.Scalar] = [
        "\t": "\u{1}", "\n": "\u{2}", " ": "\u{3}", "\r": "\u{4}",
    ]
    private static let released: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{1}": "\t", "\u{2}": "\n", "\u{3}": " ", "\u{4}": "\r",
    ]

    /// Makes every run of white space one space, across codes too; at a line break it goes.
    static func collapse(_ pieces: inout [XMLPiece]) {
        var isAfterSpace = true
        for index in pieces.indices {
            switch pieces[index] {
            case .code(let code):
                if code.kind == .lineBreak {
                    removeTrailingSpace(&pieces, before: index)
                    isAfterSpace = true
                }
            case .text(let run):
                var text = String.UnicodeScalarView()
                for scalar in run.unicodeScalars {
                    let isSpace = scalar.isASCII && XMLSpace.isSpace(UInt8(truncatingIfNeeded: scalar.value))
                    if !isSpace { text.append(released[scalar] ?? scalar) } else if !isAfterSpace { text.append(" ") }
                    isAfterSpace = isSpace
                }
                pieces[index] = .text(String(text))
            }
        }
        removeTrailingSpace(&pieces, before: pieces.count)
        pieces.removeAll { if case .text(let run) = $0 { run.isEmpty } else { false } }
    }

    private static func removeTrailingSpace(_ pieces: inout [XMLPiece], before end: Int) {
        for index in pieces[..<end].indices.reversed() {
            switch pieces[index] {
            case .code(let code): if code.role == .standalone { return }
            case .text(let run):
                if run.hasSuffix(" ") { pieces[index] = .text(String(run.dropLast())) }
                if !run.isEmpty { return }
            }
        }
    }
}

extension String {
    /// Whether it is empty or white space.
    var isBlank: Bool {
        for byte in utf8 {
            if XMLSpace.isSpace(byte) { continue }
            // No white space of Unicode begins with a byte from E4 on, as most Han does.
            if byte < 0x80 || byte >= 0xE4 { return false }
            return unicodeScalars.allSatisfy(\.properties.isWhitespace)
        }
        return true
    }

    /// Whether there is a letter in it, of any script.
    var hasLetter: Bool {
        unicodeScalars.contains { $0.isASCII ? (0x61...0x7A).contains($0.value | 0x20) : $0.properties.isAlphabetic }
    }
}

extension XMLFile {
    /// The text with references replaced and line breaks made line feeds, as a parser gives it (XML 1.0, 2.11); nil when
    /// there is a reference to an entity that is not known.
    func known(_ range: Range<Int>) -> String? {
        let scan = bytes.withUnsafeBufferPointer { ByteScan(UnsafeBufferPointer(rebasing: $0[range])) }
        if !scan.hasAmpersand, !scan.hasReturn { return string(range, isASCII: scan.isASCII) }
        var text = ""
        for piece in XMLText.pieces(bytes, in: range) {
            guard let run = piece.text else { return nil }
            text += piece.isReference || !scan.hasReturn ? run : XMLText.lineFeeds(run)
        }
        return text
    }

    /// The text at a range, not checked once more in a file that is known to be valid.
    private func string(_ range: Range<Int>, isASCII: Bool) -> String {
        // Half of a character is none.
        let isWhole =
            (range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
            && (range.isEmpty || bytes[range.lowerBound] & 0xC0 != 0x80)
        guard isValid, isWhole else { return string(range) }
        return String(copying: UTF8Span(unchecked: bytes.span.extracting(range), isKnownASCII: isASCII))
    }
}

extension XMLText {
    /// The text with what is not known left as it is written; white space in an attribute is spaces (XML 1.0, 3.3.3).
    static func meaning(_ bytes: [UInt8], _ range: Range<Int>, isAttribute: Bool) -> String {
        var text = ""
        for piece in pieces(bytes, in: range) {
            let run = piece.text ?? String(decoding: bytes[piece.range], as: UTF8.self)
            text += piece.isReference ? run : isAttribute ? spaces(run) : lineFeeds(run)
        }
        return text
    }

    static func lineFeeds(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if scalar != "\n" || !isAfterReturn {
                result.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }

    private static func spaces(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(
            String.UnicodeScalarView(lineFeeds(text).unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
        )
    }
}
