import Text

/// How a catalog writes long strings.
struct POStyle: Sendable {
    /// Columns of the longest line; nil for a catalog that does not wrap.
    var width: Int?
    /// Whether a line break in the text begins a new line of the file.
    var breaksAtNewlines: Bool
    var lineBreak: String

    /// gettext's own page width.
    static let usualWidth = 79

    init(_ scanner: POScanner, _ decoded: DecodedText) {
        breaksAtNewlines = scanner.breaksAtNewlines || !scanner.keepsBreaksInside
        lineBreak = Self.lineBreak(of: decoded.utf8)
        if scanner.wrappedLines > 0 {
            let columns = Self.columns(String(decoding: decoded.utf8[scanner.longestWrapped], as: UTF8.self))
            width =
                columns > Self.usualWidth
                ? min(columns, 400) : columns <= 76 && scanner.wrappedLines > 20 ? 76 : Self.usualWidth
        } else {
            width = scanner.hasLongLine ? nil : Self.usualWidth
        }
    }

    private static func lineBreak(of bytes: [UInt8]) -> String {
        guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
        if bytes[first] == 0x0A { return "\n" }
        return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
    }

    static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns(of: $1) } }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    /// A string as the file would write it after a keyword of so many columns with its space: `"…"`, or `""` and lines.
    func quoted(_ text: String, after keyword: Int) -> String {
        let lines = pieces(text).map(POEscape.escape)
        if lines.count <= 1, fits(lines.first ?? "", after: keyword) { return "\"\(lines.first ?? "")\"" }
        let wrapped = width.map { width in lines.flatMap { Self.wrap($0, to: width - 2) } } ?? lines
        if wrapped.count == 1, !fits(wrapped[0], after: keyword), width == nil { return "\"\(wrapped[0])\"" }
        return (["\"\""] + wrapped.map { "\"\($0)\"" }).joined(separator: lineBreak)
    }

    private func fits(_ escaped: String, after keyword: Int) -> Bool {
        guard let width else { return true }
        return keyword + 2 + Self.columns(escaped) <= width
    }

    /// The text, cut after its line breaks when the file does that.
    private func pieces(_ text: String) -> [String] {
        guard breaksAtNewlines, text.utf8.contains(0x0A) else { return [text] }
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            piece.append(scalar)
            if scalar == "\n" {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
            }
        }
        if !piece.isEmpty { pieces.append(String(piece)) }
        return pieces
    }

    /// Cuts an escaped line after spaces and between wide characters, so that each part has at most so many columns; a
    /// longer word stays whole.
    private static func wrap(_ line: String, to width: Int) -> [String] {
        guard columns(line) > width else { return [line] }
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var partColumns = 0
        // What comes after the last place where the line may be cut.
        var word = String.UnicodeScalarView()
        var wordColumns = 0
        func endWord() {
            if partColumns + wordColumns > width, !part.isEmpty {
                parts.append(String(part))
                part = word
                partColumns = wordColumns
            } else {
                part.append(contentsOf: word)
                partColumns += wordColumns
            }
            word = String.UnicodeScalarView()
            wordColumns = 0
        }
        let scalars = Array(line.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isHan = scalar.isHan || scalar.isKana
            if isHan, index > 0, scalars[index - 1].isHan || scalars[index - 1].isKana { endWord() }
            word.append(scalar)
            wordColumns += columns(of: scalar)
            if scalar == " ", index + 1 < scalars.count, scalars[index + 1] != " " { endWord() }
        }
        endWord()
        if !part.isEmpty { parts.append(String(part)) }
        return parts
    }
}
