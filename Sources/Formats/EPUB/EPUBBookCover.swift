import Text

/// The picture of a book on a shelf: its title in ink on paper, as SVG. The page that a reader opens is text.
enum EPUBBookCover {
    private static let width = 1200.0
    private static let height = 1800.0

    static func image(of book: EPUBBook) -> String {
        let title = wrap(String(book.title.trimmed.prefix(300)), sizes: [132, 108, 88, 72, 60], lines: 4)
        let author = wrap(String((book.author ?? "").trimmed.prefix(100)), sizes: [52, 42], lines: 2)
        var shapes = ""
        var y = 480.0
        for line in title.lines { shapes += text(line, size: title.size, y: &y, language: book.target) }
        if let original = book.originalTitle?.trimmed, !original.isEmpty, original != book.title.trimmed {
            let wrapped = wrap(String(original.prefix(100)), sizes: [56, 44], lines: 3)
            y += 60
            for line in wrapped.lines { shapes += text(line, size: wrapped.size, y: &y, language: book.source) }
        }
        y = max(y, 1350)
        shapes += "<path d=\"M480 \(Int(y))h240\" stroke=\"#8c2f24\" stroke-width=\"4\"/>\n"
        y += 90
        for line in author.lines { shapes += text(line, size: author.size, y: &y, language: book.target) }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1800" width="1200" height="1800">
            <title>\(XMLText.escape(book.title.trimmed))</title>
            <rect width="1200" height="1800" fill="#f6f1e7"/>
            <rect x="60" y="60" width="1080" height="1680" fill="none" stroke="#2b2a28" stroke-width="3"/>
            <rect x="78" y="78" width="1044" height="1644" fill="none" stroke="#2b2a28" stroke-width="1"/>
            <g fill="#2b2a28" font-family="Georgia, 'Noto Serif', 'Noto Serif CJK SC', serif" text-anchor="middle">
            \(shapes)</g>
            </svg>

            """
    }

    private static func text(_ line: String, size: Double, y: inout Double, language: LanguageTag) -> String {
        let position = Int(y)
        y += size * 1.3
        return
            "<text x=\"600\" y=\"\(position)\" font-size=\"\(Int(size))\" xml:lang=\"\(language)\">\(XMLText.escape(line))</text>\n"
    }

    /// Lines that fit into the frame in the largest size that needs no more than `lines`; what does not fit in the smallest
    /// is cut with an ellipsis.
    private static func wrap(_ text: String, sizes: [Double], lines: Int) -> (lines: [String], size: Double) {
        var wrapped: [String] = []
        for size in sizes {
            wrapped = wrap(text, to: (width - 280) / size)
            if wrapped.count <= lines { return (wrapped, size) }
        }
        return (wrapped.prefix(lines - 1) + [wrapped[lines - 1] + "…"], sizes.last ?? 60)
    }

    /// Breaks at spaces, and between Han characters; a long word is broken anywhere.
    private static func wrap(_ text: String, to limit: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        var word = ""
        func flushWord() {
            if !line.isEmpty, measure(line + word) > limit {
                lines.append(line.trimmed)
                line = ""
            }
            line += word
            word = ""
        }
        for character in text {
            if character.isWhitespace {
                flushWord()
                line += " "
            } else if character.unicodeScalars.contains(where: { $0.isHan || $0.isKana || $0.isCJKPunctuation }) {
                flushWord()
                word = String(character)
                flushWord()
            } else {
                if measure(word) > limit - 1 { flushWord() }
                word.append(character)
            }
        }
        flushWord()
        if !line.trimmed.isEmpty { lines.append(line.trimmed) }
        return lines
    }

    /// Width in ems, roughly: wide characters 1, others 0.55.
    private static func measure(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            let isWide = scalar.isHan || scalar.isKana || scalar.isCJKPunctuation || scalar.value > 0x1_0000
            return sum + (isWide ? 1 : scalar.properties.isUppercase ? 0.7 : 0.55)
        }
    }
}
